package facts

import (
	"slices"

	"kindred/pedigree"
)

// writer writes facts into a person.
type writer struct {
	p      *pedigree.Individual
	told   pedigree.Provenance
	ids    func() pedigree.ID
	before int // how many diagnoses there were: those of one text do not complete each other
}

// tell records who told the plain fact with this JSON key.
func (w *writer) tell(key string) {
	if w.told.IsZero() || w.told == w.p.Source {
		delete(w.p.Sources, key)
		return
	}
	if w.p.Sources == nil {
		w.p.Sources = map[string]pedigree.Provenance{}
	}
	w.p.Sources[key] = w.told
}

func (w *writer) note(words string) {
	if words != "" && !slices.Contains(w.p.Notes, words) {
		w.p.Notes = append(w.p.Notes, words)
	}
}

// nowIll takes back what a diagnosis contradicts.
func (w *writer) nowIll() {
	if w.p.Well == pedigree.Yes || w.p.Well == pedigree.DontKnow {
		w.p.Well = pedigree.NotAsked
	}
	w.p.NoDetails = false
	w.p.SetAsked(pedigree.AskedCancer, pedigree.NotAsked)
}

func (d *diagnosis) write(w *writer) {
	if d.bilateral {
		for _, side := range []pedigree.Side{pedigree.Left, pedigree.Right} {
			one := *d
			one.bilateral, one.Side, one.another = false, side, d.another
			one.write(w)
		}
		return
	}
	d.fromYear(w.p.Born)
	if !d.another {
		if old := d.toComplete(w.p.Diagnoses[:min(w.before, len(w.p.Diagnoses))]); old != nil {
			complete(old, d.Diagnosis, w.told)
			return
		}
	}
	added := d.Diagnosis
	if d.contradictsOneOf(w.p.Diagnoses[:min(w.before, len(w.p.Diagnoses))]) {
		added.Secondary, added.Certainty = true, pedigree.Possible
	}
	added.ID, added.Source = w.ids(), w.told
	w.p.Diagnoses = append(w.p.Diagnoses, added)
}

// fromYear works out the age from the year of diagnosis where the year of birth is known. The words
// stay as said.
func (d *diagnosis) fromYear(born pedigree.Fuzzy) {
	if !d.year.HasNumber() || !born.Low.Known || !born.High.Known || !d.year.Low.Known || !d.year.High.Known {
		return
	}
	low, high := max(0, d.year.Low.Year-born.High.Year-1), d.year.High.Year-born.Low.Year
	if high >= low && high <= pedigree.OldestAge {
		d.Age.Low, d.Age.High, d.Age.Kind = pedigree.At(low), pedigree.At(high), pedigree.Between
	}
}

// toComplete is the recorded diagnosis that d completes, the one of the same age before others; nil is none.
func (d *diagnosis) toComplete(recorded []pedigree.Diagnosis) (found *pedigree.Diagnosis) {
	for i := range recorded {
		old := &recorded[i]
		if !d.completes(old) {
			continue
		}
		if old.Age == d.Age && old.Side == d.Side {
			return old
		}
		if found == nil {
			found = old
		}
	}
	return found
}

// completes reports that d may be the diagnosis old said again: nothing in the two differs.
func (d *diagnosis) completes(old *pedigree.Diagnosis) bool {
	return d.Site == old.Site && d.Secondary == old.Secondary && agree(d.Side, old.Side) && sameDisease(d.Behaviour, old.Behaviour) &&
		(d.Pathology.Histology == "" || old.Pathology.Histology == "" || d.Pathology.Histology == old.Pathology.Histology) &&
		overlap(d.Age, old.Age)
}

// contradictsOneOf reports that d would be a further cancer of a recorded site, which nobody said: the
// same site with an age that does not fit, and neither another side nor the word "new".
func (d *diagnosis) contradictsOneOf(recorded []pedigree.Diagnosis) bool {
	if d.another || d.bilateral || d.Secondary || !d.Site.IsCancer() {
		return false
	}
	same := false
	for i := range recorded {
		old := &recorded[i]
		if old.Site != d.Site || !old.Counts() || !sameDisease(d.Behaviour, old.Behaviour) {
			continue
		}
		if d.completes(old) {
			return false
		}
		same = same || agree(d.Side, old.Side)
	}
	return same
}

// agree reports that two words say the same, or one of them nothing.
func agree[T ~string](a, b T) bool {
	return a == b || a == "" || b == "" || a == "unknown" || b == "unknown"
}

// sameDisease reports behaviours that one diagnosis can have: in-situ disease is not the cancer that was
// said without a behaviour.
func sameDisease(a, b pedigree.Behaviour) bool {
	return (a == pedigree.InSitu) == (b == pedigree.InSitu) && agree(a, b)
}

// overlap reports that two ages may be one: some year fits both, or one of them has no number.
func overlap(a, b pedigree.Fuzzy) bool {
	if !a.HasNumber() || !b.HasNumber() {
		return true
	}
	return !(a.High.Known && b.Low.Known && a.High.Year < b.Low.Year) && !(b.High.Known && a.Low.Known && b.High.Year < a.Low.Year)
}

// complete writes what the new words add to a recorded diagnosis, and keeps the rest.
func complete(old *pedigree.Diagnosis, d pedigree.Diagnosis, told pedigree.Provenance) {
	if d.Age.HasNumber() || old.Age.IsZero() {
		old.Age = d.Age
	}
	replace(&old.Side, d.Side)
	replace(&old.Behaviour, d.Behaviour)
	replace(&old.Status, d.Status)
	replace(&old.ConfirmedBy, d.ConfirmedBy)
	replace(&old.Hospital, d.Hospital)
	replace(&old.Treatment, d.Treatment)
	old.Certainty, old.Words = d.Certainty, d.Words
	replace(&old.Pathology.ER, d.Pathology.ER)
	replace(&old.Pathology.PR, d.Pathology.PR)
	replace(&old.Pathology.HER2, d.Pathology.HER2)
	replace(&old.Pathology.CK14, d.Pathology.CK14)
	replace(&old.Pathology.CK56, d.Pathology.CK56)
	replace(&old.Pathology.Histology, d.Pathology.Histology)
	if d.Pathology.Grade != 0 {
		old.Pathology.Grade = d.Pathology.Grade
	}
	for _, note := range d.Notes {
		if !slices.Contains(old.Notes, note) {
			old.Notes = append(old.Notes, note)
		}
	}
	if !told.IsZero() {
		old.Source = told
	}
}

// replace overwrites a value unless nothing new was said.
func replace[T ~string](old *T, said T) {
	if said != "" {
		*old = said
	}
}
