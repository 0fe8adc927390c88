package risk

import (
	"slices"
	"strconv"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/terms"
)

// withDiagnosis is a copy of a person with diagnosis i changed.
func withDiagnosis(p *pedigree.Individual, i int, change func(*pedigree.Diagnosis)) *pedigree.Individual {
	changed := *p
	changed.Diagnoses = slices.Clone(p.Diagnoses)
	change(&changed.Diagnoses[i])
	return &changed
}

// diagnosis doubts what is recorded of one diagnosis: whether and where it was, its age, its confirmation.
func (r *doubter) diagnosis(p *pedigree.Individual, i int) {
	d := &p.Diagnoses[i]
	candidates := r.candidates(p, d)
	switch {
	case d.Status == pedigree.Refuted || d.Secondary && !d.IsUndecided():
	case d.IsUndecided() && r.reads(d.Site):
		r.add(Doubt{
			Person: p.ID, Item: d.ID, Kind: FactVague, Fact: "whether the further " + describe.SiteName(d.Site) + " was new or the first come back",
			Readings: []Reading{
				{"new", withDiagnosis(p, i, func(d *pedigree.Diagnosis) { d.Secondary, d.Certainty = false, pedigree.Certain })},
				{"come back", withDiagnosis(p, i, func(d *pedigree.Diagnosis) { d.Certainty = pedigree.Certain })},
			},
		})
	case d.Secondary:
	case d.Site == pedigree.UnknownPrimary || len(candidates) > 1:
		r.which(p, i, candidates)
	case !r.reads(d.Site):
	case IsPossible(d):
		r.which(p, i, []pedigree.Site{d.Site})
	default:
		r.once(doubtOf{p.ID, "diagnosis", i}, func(r *doubter) {
			r.onset(p, i)
			r.confirmation(p, i)
		})
	}
}

// which doubts whether a possible cancer was one, or where a cancer began.
func (r *doubter) which(p *pedigree.Individual, i int, candidates []pedigree.Site) {
	d := &p.Diagnoses[i]
	doubt := Doubt{Person: p.ID, Item: d.ID, Kind: FactVague}
	none := func(d *pedigree.Diagnosis) { d.Status = pedigree.Refuted }
	other := ReadingName("no such cancer")
	switch {
	case d.Site == pedigree.UnknownPrimary:
		doubt.Fact, other = "where the cancer of unknown primary began", "elsewhere"
	case len(candidates) > 1:
		words := make([]string, len(candidates))
		for k, site := range candidates {
			words[k] = describe.SiteName(site)
		}
		doubt.Fact, other = "whether it was "+strings.Join(words, " or "), "none of these"
	default:
		doubt.Fact = "whether it was " + describe.SiteName(d.Site)
	}
	for _, site := range candidates {
		doubt.Readings = append(doubt.Readings, Reading{ReadingName(describe.SiteName(site)), withDiagnosis(p, i, func(d *pedigree.Diagnosis) {
			d.Site, d.Certainty = site, pedigree.Certain
		})})
	}
	if len(doubt.Readings) > 0 {
		doubt.Readings = append(doubt.Readings, Reading{other, withDiagnosis(p, i, none)})
	}
	r.add(doubt)
}

// abdominal are words for a cancer that began somewhere in the abdomen.
var abdominal = []string{"abdo", "tummy", "belly", "stomach area", "pelvi", "inside", "gynae", "down below"}

// alternatives turns "?ovary or bowel" into words between slashes.
var alternatives = strings.NewReplacer("?", " ", " or ", "/")

// candidates are the cancers that the words of a diagnosis leave open: "?ov/bowel", "abdo ca". Of an
// unknown primary they are those that the model reads and the person can have had.
func (r *doubter) candidates(p *pedigree.Individual, d *pedigree.Diagnosis) []pedigree.Site {
	var found []pedigree.Site
	add := func(c terms.Condition) {
		if organ := c.Site.Organ(); !c.Site.IsCancer() || c.Site == pedigree.UnknownPrimary || organ != "" && p.EverHad(organ) == pedigree.No {
			return
		}
		if !slices.Contains(found, c.Site) {
			found = append(found, c.Site)
		}
	}
	said := alternatives.Replace(strings.ToLower(d.Words))
	if d.Site == pedigree.UnknownPrimary {
		inAbdomen := slices.ContainsFunc(abdominal, func(word string) bool { return strings.Contains(said, word) })
		for _, site := range r.sites {
			if !inAbdomen || !slices.Contains([]pedigree.Site{pedigree.Breast, pedigree.Prostate, pedigree.Lung, pedigree.Brain, pedigree.Thyroid}, site) {
				add(terms.Condition{Site: site})
			}
		}
		return found
	}
	add(terms.Condition{Site: d.Site})
	if !IsPossible(d) && d.Site.IsCancer() {
		return found
	}
	words := strings.Split(said, "/")
	if c, ok := terms.Illness(string(d.Site)); ok {
		words = append(words, c.MayBe...)
	}
	for _, word := range words {
		if c, ok := terms.Illness(strings.TrimSpace(word)); ok {
			add(c)
		}
	}
	if !slices.ContainsFunc(found, r.reads) {
		return nil
	}
	return found
}

// onset doubts the age at a diagnosis.
func (r *doubter) onset(p *pedigree.Individual, i int) {
	d := &p.Diagnoses[i]
	onset, ok := r.c.Onset(p, d)
	if !ok || onset.Said && d.Age.IsExact() {
		return
	}
	doubt := Doubt{Person: p.ID, Item: d.ID, Kind: FactVague, Fact: "age at diagnosis of " + describe.SiteName(d.Site)}
	if !onset.Said {
		doubt.Kind = FactMissing
	}
	for _, age := range years(onset.Span) {
		doubt.Readings = append(doubt.Readings, Reading{ReadingName(strconv.Itoa(age)), withDiagnosis(p, i, func(d *pedigree.Diagnosis) {
			d.Age = pedigree.ExactYear(age)
		})})
	}
	r.add(doubt)
}

// confirmation doubts a diagnosis that counts and is not confirmed.
func (r *doubter) confirmation(p *pedigree.Individual, i int) {
	d := &p.Diagnoses[i]
	if d.IsConfirmed() {
		return
	}
	r.add(Doubt{
		Person: p.ID, Item: d.ID, Kind: FactUnconfirmed, Fact: "confirmation of " + describe.SiteName(d.Site) + " " + AgeWords(d.Age),
		Readings: []Reading{
			{SetAside, withDiagnosis(p, i, func(d *pedigree.Diagnosis) { d.Certainty = pedigree.Possible })},
			{Refuted, withDiagnosis(p, i, func(d *pedigree.Diagnosis) { d.Status = pedigree.Refuted })},
		},
	})
}

// geneTest doubts a germline result whose report was not seen, and the scope of a negative one.
func (r *doubter) geneTest(p *pedigree.Individual, i int) {
	t := &p.GeneTests[i]
	with := func(change func(*pedigree.GeneTest)) *pedigree.Individual {
		changed := *p
		changed.GeneTests = slices.Clone(p.GeneTests)
		change(&changed.GeneTests[i])
		return &changed
	}
	without := func() *pedigree.Individual {
		changed := *p
		changed.GeneTests = slices.Delete(slices.Clone(p.GeneTests), i, i+1)
		return &changed
	}
	negative := t.Result == pedigree.Negative && t.Sample != pedigree.Tumour
	switch {
	case t.GermlinePositive() && t.ReportSeen != pedigree.Yes:
		r.add(Doubt{
			Person: p.ID, Item: t.ID, Kind: FactUnconfirmed, Fact: "report of the " + t.Gene + " variant",
			Readings: []Reading{
				{SetAside, without()},
				{Refuted, with(func(t *pedigree.GeneTest) {
					t.Result, t.Scope, t.Class, t.Variant = pedigree.Negative, pedigree.Screen, 0, ""
				})},
			},
		})
	case negative && (t.Scope == "" || t.Scope == pedigree.ScopeUnknown):
		r.add(Doubt{
			Person: p.ID, Item: t.ID, Kind: FactMissing, Fact: "scope of the negative " + t.Gene + " test",
			Readings: []Reading{
				{"screen of the whole gene", with(func(t *pedigree.GeneTest) { t.Scope = pedigree.Screen })},
				{"known familial variant only", with(func(t *pedigree.GeneTest) { t.Scope = pedigree.FamilialVariant })},
			},
		})
	case negative && t.ReportSeen != pedigree.Yes:
		r.add(Doubt{
			Person: p.ID, Item: t.ID, Kind: FactUnconfirmed, Fact: "report of the negative " + t.Gene + " test",
			Readings: []Reading{{SetAside, without()}},
		})
	}
}

// surgery doubts the age of an operation that removed the ovaries or the breasts, and, where no cancer of
// the organ is recorded, whether it was done for one.
func (r *doubter) surgery(p *pedigree.Individual, i int) {
	s := &p.Surgery[i]
	for _, site := range []pedigree.Site{pedigree.Ovary, pedigree.Breast} {
		organ := site.Organ()
		if !r.reads(site) || p.RemovedBy(organ) != s && (organ != pedigree.Breasts || BothBreastsRemoved(p) != s) {
			continue
		}
		with := func(change func(*pedigree.Individual, *pedigree.Surgery)) *pedigree.Individual {
			changed := *p
			changed.Surgery = slices.Clone(p.Surgery)
			change(&changed, &changed.Surgery[i])
			return &changed
		}
		recorded := slices.ContainsFunc(p.Diagnoses, func(d pedigree.Diagnosis) bool { return d.Site.Organ() == organ })
		if (s.Reason == "" || s.Reason == pedigree.UnknownReason) && !recorded {
			r.add(Doubt{
				Person: p.ID, Item: s.ID, Kind: FactMissing, Fact: "why the " + string(organ) + " were removed",
				Readings: []Reading{
					{"no cancer", with(func(_ *pedigree.Individual, s *pedigree.Surgery) { s.Reason = pedigree.RiskReducing })},
					{ReadingName(describe.SiteName(site)), with(func(p *pedigree.Individual, s *pedigree.Surgery) {
						s.Reason = pedigree.ForTreatment
						p.Diagnoses = append(slices.Clone(p.Diagnoses), pedigree.Diagnosis{Site: site, Age: s.Age, Behaviour: pedigree.Invasive})
					})},
				},
			})
		}
		onset, ok := r.c.Onset(p, &pedigree.Diagnosis{Age: s.Age})
		if !ok || onset.Said && s.Age.IsExact() {
			continue
		}
		doubt := Doubt{Person: p.ID, Item: s.ID, Kind: FactVague, Fact: "age at removal of the " + string(organ)}
		if !onset.Said {
			doubt.Kind = FactMissing
		}
		for _, age := range years(onset.Span) {
			doubt.Readings = append(doubt.Readings, Reading{ReadingName(strconv.Itoa(age)), with(func(_ *pedigree.Individual, s *pedigree.Surgery) {
				s.Age = pedigree.ExactYear(age)
			})})
		}
		r.add(doubt)
	}
}
