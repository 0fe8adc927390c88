package claustables

import (
	"fmt"

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
	usable     bool // it rests on no bad number
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
	m.answer(&a, c, &l)
	a.Warnings = append(a.Warnings, l.refused...)
	if left := len(l.relatives) - len(l.best.relatives); left > 0 {
		a.Warnings = append(a.Warnings, fmt.Sprintf("Affected first- and second-degree relatives that the look-up leaves out: %d.", left))
	}
	return a
}

// look is a look-up under way.
type look struct {
	relatives []relative
	fits      []fit
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
	l.fits = m.fits(c, l.relatives)
	for i := range l.fits {
		f := &l.fits[i]
		m.value(f, age)
		if !f.usable {
			l.refused = append(l.refused, fmt.Sprintf("The printed numbers for %s at these ages cannot be right and are not used.", m.Tables[f.table]))
		}
		l.best = higher(l.best, f)
	}
	if l.best == nil {
		l.because = append([]string{"No first- or second-degree relative with breast cancer that the tables cover is recorded."}, l.refused...)
		return l
	}
	l.best.ranges = l.widened()
	return l
}

// higher is the fit with the higher answer; best may be nil, and other unusable.
func higher(best, other *fit) *fit {
	if other.usable && (best == nil || other.values[risk.By79] > best.values[risk.By79]) {
		return other
	}
	return best
}

// widened is the range over every table that fits. With every age exact the highest answer counts, so that
// none is above the highest of any table, or below what each usable table gives at least. Where several
// tables share vague ages the lower end is a bound.
func (l *look) widened() risk.Ranges {
	ranges := risk.Ranges{}
	for key, r := range l.best.ranges {
		usable := 0
		for i := range l.fits {
			f := &l.fits[i]
			other, ok := f.ranges[key]
			if ok {
				r.High = max(r.High, other.High)
			}
			if f.usable {
				usable++
			}
			if ok && f.usable {
				r.Low = max(r.Low, other.Low)
			}
		}
		r.Bound = usable > 1 && r.Low < r.High
		ranges[key] = r
	}
	return ranges
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
		if r, because := m.relative(c, p, claus.First(p)); because == "" {
			found = append(found, r)
		} else {
			*refused = append(*refused, because)
		}
	}
	return found
}

// relative is an affected relative with her first breast cancer, or the reason why the tables do not cover it.
func (m *Model) relative(c *risk.Case, p *pedigree.Individual, d *pedigree.Diagnosis) (r relative, because string) {
	r = relative{Individual: p, said: d.Age}
	onset, ok := c.Onset(p, d)
	if !ok {
		return r, fmt.Sprintf("The age at diagnosis and the age reached contradict each other (%s): not used.", c.Words(p.ID))
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
		return r, fmt.Sprintf("Breast cancer %s is outside the tables, which cover 20 to 79 (%s).", risk.AgeWords(d.Age), c.Words(p.ID))
	}
	for i := range r.decades {
		r.decades[i].weight /= total
	}
	return r, ""
}

// fits lists every table that fits one or two of the relatives.
func (m *Model) fits(c *risk.Case, relatives []relative) []fit {
	var fits []fit
	for i, r := range relatives {
		fits = append(fits, one(c, r))
		for _, s := range relatives[i+1:] { // never nearer than r
			if f, ok := two(c, r, s); ok {
				fits = append(fits, f)
			}
		}
	}
	return fits
}

// one is the table for one relative.
func one(c *risk.Case, r relative) fit {
	return fit{table: []string{"", "one-first", "one-second"}[c.Relation(r.ID).Degree], relatives: []relative{r}}
}

// two is the table for two relatives, the first of them the nearer where one is; ok is false where none fits.
func two(c *risk.Case, r, s relative) (f fit, ok bool) {
	first, second := c.Relation(r.ID), c.Relation(s.ID)
	oneSided := func(r pedigree.Relationship) bool { return r.Side == pedigree.Maternal || r.Side == pedigree.Paternal }
	aunt := first.Degree == 1 && r.ID == c.Subject.EggParent() && isAunt(second)
	table := ""
	switch {
	case second.Degree == 1:
		table = "two-first"
	case first.Degree == 2 && oneSided(first) && oneSided(second) && first.Side == second.Side:
		table = "two-second-same"
	case first.Degree == 2 && oneSided(first) && oneSided(second):
		table = "two-second-different"
	case aunt && second.Side == pedigree.Maternal:
		table = "mother-maternal-aunt"
	case aunt && second.Side == pedigree.Paternal:
		table = "mother-paternal-aunt"
	default:
		return f, false
	}
	return fit{table: table, relatives: []relative{r, s}}, true
}

// isAunt reports a full sister of a parent.
func isAunt(r pedigree.Relationship) bool { return r.Degree == 2 && r.Up == 2 && r.Down == 1 }
