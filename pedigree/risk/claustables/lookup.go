package claustables

import (
	"fmt"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/claus"
)

// relative is one affected relative and the decades in which her cancer may have begun.
type relative struct {
	*pedigree.Individual
	said    pedigree.Fuzzy
	decades []chance
}

// chance is a decade of onset and its probability given that the tables have it.
type chance struct {
	decade int
	weight float64
}

// fit is a table that fits the family, and its answer.
type fit struct {
	table      string
	relatives  []relative
	values     risk.Values
	ranges     risk.Ranges
	suspect    bool
	mostLikely cell
}

func (m *Model) assess(c *risk.Case) risk.Assessment {
	a := risk.Assessment{Subject: c.Subject.ID}
	v := claus.Check(c)
	a.Status, a.Because = v.Status, v.Because
	if a.Status == risk.CannotTell {
		a.Missing = v.Deciding(c, &a, m.alone)
	}
	if a.Status != risk.OK {
		return a
	}
	l := m.look(c)
	if l.best == nil {
		a.Status, a.Because = risk.NotApplicable, l.because
		return a
	}
	m.answer(&a, c, l.best)
	a.Warnings = append(a.Warnings, l.refused...)
	if left := len(l.relatives) - len(l.best.relatives); left > 0 {
		a.Warnings = append(a.Warnings, fmt.Sprintf("Affected first- and second-degree relatives that the look-up leaves out: %d.", left))
	}
	return a
}

// look is a look-up under way.
type look struct {
	relatives []relative
	best      *fit     // nil when no table fits
	because   []string // why none does
	refused   []string // what could not be used
}

// look finds the table with the highest answer, in a case within the model's validity.
func (m *Model) look(c *risk.Case) look {
	l := look{}
	l.relatives = m.relatives(c, &l.refused)
	for _, r := range l.relatives {
		if identical(c, r.ID) {
			l.because = []string{"An identical twin has had breast cancer: the tables were not made for identical twins."}
			return l
		}
	}
	age, _ := c.Age(c.Subject)
	fits := m.fits(c, l.relatives)
	var usable []*fit
	for i := range fits {
		f := &fits[i]
		if !m.value(f, age) {
			l.refused = append(l.refused, fmt.Sprintf("The printed numbers for %s at these ages cannot be right and are not used.", m.Tables[f.table]))
			continue
		}
		usable = append(usable, f)
		if l.best == nil || f.values[risk.By79] > l.best.values[risk.By79] {
			l.best = f
		}
	}
	if l.best == nil {
		l.because = append([]string{"No first- or second-degree relative with breast cancer that the tables cover is recorded."}, l.refused...)
		return l
	}
	l.best.ranges = widened(l.best.ranges, fits, usable)
	return l
}

// widened is the range over every table that fits. With every age exact the highest answer counts, so that
// none is above the highest of any table, or below what each usable table gives at least. Where several
// tables share vague ages the lower end is a bound.
func widened(own risk.Ranges, fits []fit, usable []*fit) risk.Ranges {
	ranges := risk.Ranges{}
	for key, r := range own {
		for i := range fits {
			if other, ok := fits[i].ranges[key]; ok {
				r.High = max(r.High, other.High)
			}
		}
		for _, f := range usable {
			if other, ok := f.ranges[key]; ok && other.Low > r.Low {
				r.Low = other.Low
			}
		}
		r.Bound = len(usable) > 1 && r.Low < r.High
		ranges[key] = r
	}
	return ranges
}

// alone is the answer without effects and explanation.
func (m *Model) alone(c *risk.Case) risk.Assessment {
	a := risk.Assessment{Status: claus.Check(c).Status, Headline: risk.By79}
	if a.Status == risk.OK {
		m.lookOnly(c, &a)
	}
	return a
}

func (m *Model) lookOnly(c *risk.Case, a *risk.Assessment) {
	l := m.look(c)
	if l.best == nil {
		a.Status = risk.NotApplicable
		return
	}
	a.Values = l.best.values
}

// missing says what each doubtful fact alone could do. Only the subject, and people with breast or ovarian
// cancer, have a part in the look-up.
func (m *Model) missing(c *risk.Case, now *risk.Assessment) []risk.Missing {
	doubts := slices.DeleteFunc(risk.Doubts(c, []pedigree.Site{pedigree.Breast}), func(d risk.Doubt) bool {
		at, _ := c.At(d.Person)
		return d.Person != c.Subject.ID && len(c.Family.Individuals[at].Diagnoses) == 0 &&
			!slices.ContainsFunc(d.Readings, func(r risk.Reading) bool { return len(r.Person.Diagnoses) > 0 })
	})
	return risk.EffectsBy(doubts, now, func(_ *risk.Doubt, r *risk.Reading) risk.Assessment {
		with := c.With(r.Person)
		a := risk.Assessment{Status: claus.CheckOne(with, r.Person).Status, Headline: risk.By79, Values: now.Values}
		if a.Status == risk.OK && c.Relation(r.Person.ID).Degree <= 2 {
			m.lookOnly(with, &a)
		}
		return a
	})
}

// identical reports an identical twin of the subject.
func identical(c *risk.Case, id pedigree.ID) bool {
	for _, t := range c.Family.Twins {
		if t.Zygosity != pedigree.Monozygotic {
			continue
		}
		self, other := false, false
		for _, member := range t.Members {
			self, other = self || member == c.Subject.ID, other || member == id
		}
		if self && other {
			return true
		}
	}
	return false
}

// relatives lists the affected first- and second-degree relatives whose age at diagnosis the tables
// cover, nearest first, and says of the others why not.
func (m *Model) relatives(c *risk.Case, refused *[]string) []relative {
	var found []relative
	for _, p := range claus.Affected(c) {
		if c.Relation(p.ID).Degree > 2 {
			continue
		}
		d := claus.First(p)
		r := relative{Individual: p, said: d.Age}
		onset, ok := c.Onset(p, d)
		if !ok {
			*refused = append(*refused, fmt.Sprintf("The age at diagnosis and the age reached contradict each other (%s): not used.", c.Words(p.ID)))
			continue
		}
		total := 0.0
		for decade := firstCase; decade < lastCase; decade += 10 {
			weight := onset.Mean(func(age int) float64 {
				if age/10*10 == decade {
					return 1
				}
				return 0
			})
			if weight > 0 {
				r.decades = append(r.decades, chance{decade, weight})
				total += weight
			}
		}
		if total == 0 {
			*refused = append(*refused, fmt.Sprintf("Breast cancer %s is outside the tables, which cover 20 to 79 (%s).", risk.AgeWords(d.Age), c.Words(p.ID)))
			continue
		}
		for i := range r.decades {
			r.decades[i].weight /= total
		}
		found = append(found, r)
	}
	return found
}

// fits lists every table that fits one or two of the relatives.
func (m *Model) fits(c *risk.Case, relatives []relative) []fit {
	var fits []fit
	degree := func(r relative) int { return c.Relation(r.ID).Degree }
	side := func(r relative) pedigree.Lineage { return c.Relation(r.ID).Side }
	oneSided := func(r relative) bool { return side(r) == pedigree.Maternal || side(r) == pedigree.Paternal }
	for i, r := range relatives {
		fits = append(fits, fit{table: []string{"", "one-first", "one-second"}[degree(r)], relatives: []relative{r}})
		for _, s := range relatives[i+1:] { // never nearer than r
			table := ""
			switch {
			case degree(s) == 1:
				table = "two-first"
			case degree(r) == 2 && oneSided(r) && oneSided(s) && side(r) == side(s):
				table = "two-second-same"
			case degree(r) == 2 && oneSided(r) && oneSided(s):
				table = "two-second-different"
			case degree(r) == 1 && r.ID == c.Subject.EggParent() && isAunt(c, s.ID) && side(s) == pedigree.Maternal:
				table = "mother-maternal-aunt"
			case degree(r) == 1 && r.ID == c.Subject.EggParent() && isAunt(c, s.ID) && side(s) == pedigree.Paternal:
				table = "mother-paternal-aunt"
			default:
				continue
			}
			fits = append(fits, fit{table: table, relatives: []relative{r, s}})
		}
	}
	return fits
}

// isAunt reports a full sister of a parent.
func isAunt(c *risk.Case, id pedigree.ID) bool {
	r := c.Relation(id)
	return r.Degree == 2 && r.Up == 2 && r.Down == 1
}
