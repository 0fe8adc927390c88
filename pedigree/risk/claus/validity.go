package claus

import (
	"fmt"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// The ages of women for whom the model and its tables give a risk by 79.
const (
	youngest = 20
	oldest   = 78
)

// Verdict says whether the Claus model and its tables can speak about a subject.
type Verdict struct {
	Status  risk.Status
	Because []string // every reason, when Status is not OK
	Missing []risk.Missing
}

// Check finds out whether the Claus model and tables were made for the subject: a living woman aged 20
// to 78 without breast cancer, in whose family no ovarian, male or bilateral breast cancer and no gene
// variant is known. Cancers are those of blood relatives. What is only possible, or cannot be read,
// makes the answer cannot-tell.
func Check(c *risk.Case) Verdict {
	v := &validity{Case: c}
	v.subject()
	v.relatives()
	v.doubts = append(v.doubts, c.Conflicts()...)
	return v.verdict()
}

func (v *validity) verdict() Verdict {
	switch {
	case len(v.outside) > 0:
		return Verdict{risk.NotApplicable, v.outside, nil}
	case len(v.doubts) > 0:
		return Verdict{risk.CannotTell, v.doubts, v.missing}
	}
	return Verdict{Status: risk.OK}
}

// CheckOne is Check of a case with one person replaced by p, in which everybody else is known to be within
// the model's validity.
func CheckOne(c *risk.Case, p *pedigree.Individual) Verdict {
	v, all := &validity{Case: c}, found{}
	if p.ID == c.Subject.ID {
		v.Case = c.With(p)
		v.subject()
	}
	v.relative(p, &all)
	v.say(all)
	return v.verdict()
}

// Deciding says what each fact that keeps the model from answering would lead to, by asking it again: the
// doubts about those people, and in plain words where no one fact settles it.
func (verdict Verdict) Deciding(c *risk.Case, now *risk.Assessment, answer func(*risk.Case) risk.Assessment) []risk.Missing {
	var doubts []risk.Doubt
	for _, d := range risk.Doubts(c, []pedigree.Site{pedigree.Breast, pedigree.Ovary}) {
		if slices.ContainsFunc(verdict.Missing, func(m risk.Missing) bool { return m.Person == d.Person }) {
			doubts = append(doubts, d)
		}
	}
	missing := slices.DeleteFunc(risk.Effects(c, doubts, now, answer), func(m risk.Missing) bool { return len(m.Moves) == 0 })
	for _, m := range verdict.Missing {
		if !slices.ContainsFunc(missing, func(other risk.Missing) bool { return other.Person == m.Person }) {
			missing = append(missing, m)
		}
	}
	return missing
}

// validity collects the reasons for and against.
type validity struct {
	*risk.Case
	outside, doubts []string
	missing         []risk.Missing
}

func (v *validity) out(format string, args ...any) {
	v.outside = append(v.outside, fmt.Sprintf(format, args...))
}

// doubt adds a fact that must be known before the model can speak.
func (v *validity) doubt(person pedigree.ID, fact, format string, args ...any) {
	v.doubts = append(v.doubts, fmt.Sprintf(format, args...))
	v.missing = append(v.missing, risk.Missing{Person: person, Fact: fact, Effect: "decides whether the model applies", Kind: risk.FactMissing})
}

// subject checks the person asked about.
func (v *validity) subject() {
	p := v.Subject
	switch {
	case !p.IsPerson():
		v.out("The symbol asked about is a pregnancy or a group, not one person.")
		return
	case p.IsDeceased():
		v.out("The person asked about has died.")
	}
	switch p.Sex {
	case pedigree.Female:
	case pedigree.Male:
		v.out("The model is for women; the person asked about was assigned male at birth.")
	default:
		v.doubt(p.ID, "sex assigned at birth", "The sex assigned at birth of the person asked about is not recorded.")
	}
	v.ownDisease()
	if removed := risk.BothBreastsRemoved(p); removed != nil {
		v.out("The breasts have been removed (%s).", removed.What)
	}
	age, ok := v.Age(p)
	switch {
	case !ok:
		v.doubt(p.ID, "age now", "The age of the person asked about is not known, and the remaining risk depends on it.")
	case age.Low > oldest:
		v.out("The person asked about has reached %d; the model gives risks by 79.", age.Low)
	case age.High < youngest:
		v.out("The person asked about is under %d; the model gives risks from %d.", youngest, youngest)
	case age.Low < youngest || age.High > oldest:
		v.doubt(p.ID, "age now", "The age could be anything from %d to %d, and the model gives risks from %d to %d only.", age.Low, age.High, youngest, oldest)
	}
}

// ownDisease checks the subject's own breasts.
func (v *validity) ownDisease() {
	for _, d := range risk.Primaries(v.Subject, risk.IsBreast) {
		switch {
		case risk.IsPossible(d):
			v.doubt(v.Subject.ID, "whether there has been breast cancer", "Breast cancer is possible in the person asked about, and the model is for women who have not had it.")
		case d.Behaviour == pedigree.InSitu:
			v.out("The person asked about has had in-situ disease of the breast.")
		default:
			v.out("The person asked about has had breast cancer.")
		}
	}
}

// found are the reasons of one kind that lie in relatives.
type found struct {
	ovarian, male, bilateral, variant []string // who, in words
}

// relatives checks the cancers and gene tests of the subject and everybody related by blood.
func (v *validity) relatives() {
	var all found
	for _, p := range v.Kin() {
		v.relative(p, &all)
	}
	v.say(all)
}

// say turns what was found in relatives into reasons.
func (v *validity) say(all found) {
	for _, reason := range []struct {
		words string
		who   []string
	}{
		{"Ovarian cancer in the family", all.ovarian},
		{"Breast cancer in a man in the family", all.male},
		{"Cancer of both breasts in the family", all.bilateral},
		{"A gene variant is known in the family", all.variant},
	} {
		if len(reason.who) > 0 {
			v.out("%s (%s).", reason.words, risk.List(reason.who))
		}
	}
}

// relative checks one person's cancers and gene tests, the subject's among them.
func (v *validity) relative(p *pedigree.Individual, all *found) {
	if len(p.Diagnoses)+len(p.GeneTests) == 0 {
		return
	}
	who := v.Words(p.ID)
	breast := invasive(risk.Primaries(p, risk.IsBreast))
	if ovarian := risk.Primaries(p, risk.IsOvarian); len(certain(ovarian)) > 0 {
		all.ovarian = append(all.ovarian, who)
	} else if len(ovarian) > 0 {
		v.doubt(p.ID, "whether it was ovarian cancer", "Ovarian cancer is possible but not certain (%s); the model is not for families with ovarian cancer.", who)
	}
	switch {
	case len(breast) == 0:
	case p.Sex == pedigree.Male && len(certain(breast)) > 0:
		all.male = append(all.male, who)
	case p.Sex == pedigree.Male:
		v.doubt(p.ID, "whether it was breast cancer", "Breast cancer in a man is possible but not certain (%s); the model is not for such families.", who)
	case p.Sex != pedigree.Female && p.ID != v.Subject.ID:
		v.doubt(p.ID, "sex assigned at birth", "The sex assigned at birth of a relative with breast cancer is not recorded (%s); the model is not for families with breast cancer in men.", who)
	}
	switch {
	case p.Sex == pedigree.Male || p.ID == v.Subject.ID:
	case risk.MayBeTwoBreasts(certain(breast)):
		all.bilateral = append(all.bilateral, who)
	case risk.MayBeTwoBreasts(breast):
		v.doubt(p.ID, "whether both breasts had cancer", "Cancer of both breasts is possible but not certain (%s); the model is not for such families.", who)
	}
	for i := range p.GeneTests {
		if t := &p.GeneTests[i]; t.GermlinePositive() {
			all.variant = append(all.variant, fmt.Sprintf("%s in %s", t.Gene, who))
		}
	}
}

// certain leaves out the possible diagnoses.
func certain(primaries []*pedigree.Diagnosis) []*pedigree.Diagnosis {
	var kept []*pedigree.Diagnosis
	for _, d := range primaries {
		if !risk.IsPossible(d) {
			kept = append(kept, d)
		}
	}
	return kept
}

// invasive leaves out in-situ disease; a behaviour that is not known reads as invasive.
func invasive(primaries []*pedigree.Diagnosis) []*pedigree.Diagnosis {
	var kept []*pedigree.Diagnosis
	for _, d := range primaries {
		if d.Behaviour != pedigree.InSitu && !risk.IsLobularInSitu(d) {
			kept = append(kept, d)
		}
	}
	return kept
}

// Affected lists the blood relatives with certain, invasive breast cancer, nearest first.
func Affected(c *risk.Case) []*pedigree.Individual {
	var affected []*pedigree.Individual
	for _, p := range c.Kin() {
		if p.ID != c.Subject.ID && p.Sex == pedigree.Female && First(p) != nil {
			affected = append(affected, p)
		}
	}
	byDegree(c, affected)
	return affected
}

// First is the earliest certain, invasive breast cancer of a person; nil when there is none.
func First(p *pedigree.Individual) *pedigree.Diagnosis {
	return earliest(certain(invasive(risk.Primaries(p, risk.IsBreast))))
}

// earliest is the diagnosis that may have been first; one of unknown age counts after the others.
func earliest(primaries []*pedigree.Diagnosis) *pedigree.Diagnosis {
	var first *pedigree.Diagnosis
	year := func(d *pedigree.Diagnosis) int {
		low, _, ok := d.Age.Within(0, pedigree.OldestAge)
		if !ok {
			return pedigree.OldestAge + 1
		}
		return low
	}
	for _, d := range primaries {
		if first == nil || year(d) < year(first) {
			first = d
		}
	}
	return first
}
