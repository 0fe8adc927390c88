package claustables

import (
	"fmt"
	"math"
	"slices"
	"strings"

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

// readings calls visit with each cell that the relatives' ages can mean and its probability.
func (m *Model) readings(relatives []relative, table string, visit func(cell, float64)) {
	for _, first := range relatives[0].decades {
		if len(relatives) == 1 {
			visit(m.cells[key{table, first.decade, 0}], first.weight)
			continue
		}
		for _, second := range relatives[1].decades {
			visit(m.cells[key{table, first.decade, second.decade}], first.weight*second.weight)
		}
	}
}

// value fills in a table's answer, averaged over what the ages can mean; false when a reading rests on a
// bad number.
func (m *Model) value(f *fit, age risk.Span) bool {
	usable, heaviest := true, 0.0
	f.values, f.ranges = risk.Values{}, risk.Ranges{}
	add := func(key string, weight, low, high, mean float64) {
		r, ok := f.ranges[key]
		if !ok {
			r = risk.Range{Low: low, High: high}
		}
		f.ranges[key] = risk.Range{Low: min(r.Low, low), High: max(r.High, high)}
		f.values[key] += weight * mean
	}
	m.readings(f.relatives, f.table, func(c cell, weight float64) {
		f.suspect = f.suspect || c.suspect
		if weight > heaviest {
			heaviest, f.mostLikely = weight, c
		}
		low, high := 1.0, 0.0
		left := age.Mean(func(x int) float64 {
			left, ok := c.remaining(x)
			usable = usable && ok
			if ok {
				low, high = min(low, left), max(high, left)
			}
			return left
		})
		if low > high { // every year rests on a bad number
			return
		}
		add(risk.By79, weight, low, high, left)
		whole, _ := c.remaining(start)
		add(risk.LifetimeFrom20, weight, whole, whole, whole)
		at40, ok40 := c.cumulative(40)
		at50, ok50 := c.cumulative(50)
		decade := (at50 - at40) / (1 - at40)
		if !ok40 || !ok50 {
			decade = math.NaN()
		}
		add(risk.From40To50, weight, decade, decade, decade)
	})
	if math.IsNaN(f.values[risk.From40To50]) {
		delete(f.values, risk.From40To50)
		delete(f.ranges, risk.From40To50)
	}
	for key, v := range f.values {
		if r := f.ranges[key]; usable { // the last digits of an average
			f.ranges[key] = risk.Range{Low: min(r.Low, v), High: max(r.High, v)}
		}
	}
	return usable
}

// answer fills in the assessment from the table chosen.
func (m *Model) answer(a *risk.Assessment, c *risk.Case, f *fit) {
	age, _ := c.Age(c.Subject)
	a.Headline = risk.By79
	a.Values, a.Range = f.values, f.ranges
	a.Facts = c.Facts()
	a.Because = []string{fmt.Sprintf("Table used: %s.", m.Tables[f.table])}
	for _, r := range f.relatives {
		a.Because = append(a.Because, fmt.Sprintf("%s: breast cancer %s.", risk.Sentence(c.Words(r.ID)), risk.AgeWords(r.said)))
		a.Counted = append(a.Counted, r.ID)
	}
	a.Missing = m.missing(c, a)
	a.Working = m.working(f, age)
	a.Warnings = append(append(c.Warnings(a.Facts), m.Limits...), claus.Warnings(c)...)
	if f.suspect {
		a.Warnings = append(a.Warnings, "A number printed in this part of the table contradicts its neighbours and may be a printing error.")
	}
}

// working prints the look-up; where no fact is vague its last line is a sum that anybody can repeat.
func (m *Model) working(f *fit, age risk.Span) []string {
	lines := []string{fmt.Sprintf("Of the tables that fit, %q gives the highest answer.", m.Tables[f.table])}
	exact := age.IsExact()
	for _, r := range f.relatives {
		exact = exact && len(r.decades) == 1
		var decades []string
		for _, d := range r.decades {
			decades = append(decades, fmt.Sprintf("%d to %d", d.decade, d.decade+9))
		}
		lines = append(lines, fmt.Sprintf("Breast cancer %s is read in the column %s.", risk.AgeWords(r.said), strings.Join(decades, ", ")))
	}
	if !exact {
		return append(lines, fmt.Sprintf("Averaged over everything that the vague ages can mean: %s, from %s to %s.", risk.Fine(f.values[risk.By79]), risk.Fine(f.ranges[risk.By79].Low), risk.Fine(f.ranges[risk.By79].High)))
	}
	now, _ := f.mostLikely.cumulative(age.Low)
	end := f.mostLikely.by[ages-1]
	return append(lines, fmt.Sprintf("The table's risk from birth is %s by %d and %s by 79: (%s - %s) / (100%% - %s) = %s.",
		risk.Fine(now), age.Low, risk.Fine(end), risk.Fine(end), risk.Fine(now), risk.Fine(now), risk.Fine(f.values[risk.By79])))
}
