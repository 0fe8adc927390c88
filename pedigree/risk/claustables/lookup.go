package claustables

import (
	"fmt"
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
	value      float64
	low, high  float64
	suspect    bool
	mostLikely cell
}

func (m *Model) assess(c *risk.Case) risk.Assessment {
	a := risk.Assessment{Subject: c.Subject.ID}
	v := claus.Check(c)
	a.Status, a.Because, a.Missing = v.Status, v.Because, v.Missing
	if a.Status != risk.OK {
		return a
	}
	var refused []string
	relatives := m.relatives(c, &refused)
	for _, r := range relatives {
		if identical(c, r.ID) {
			a.Status, a.Because = risk.NotApplicable, []string{"An identical twin has had breast cancer: the tables were not made for identical twins."}
			return a
		}
	}
	age, _ := c.Age(c.Subject)
	var best *fit
	for _, f := range m.fits(c, relatives) {
		if !m.value(&f, age) {
			refused = append(refused, fmt.Sprintf("The printed numbers for %s at these ages cannot be right and are not used.", m.Tables[f.table]))
			continue
		}
		if best == nil || f.value > best.value {
			best = &f
		}
	}
	if best == nil {
		a.Status = risk.NotApplicable
		a.Because = append([]string{"No first- or second-degree relative with breast cancer that the tables cover is recorded."}, refused...)
		return a
	}
	m.answer(&a, c, best, age)
	a.Warnings = append(a.Warnings, refused...)
	if left := len(relatives) - len(best.relatives); left > 0 {
		a.Warnings = append(a.Warnings, fmt.Sprintf("Affected first- and second-degree relatives that the look-up leaves out: %d.", left))
	}
	return a
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
	f.value, f.low, f.high = 0, 1, 0
	m.readings(f.relatives, f.table, func(c cell, weight float64) {
		f.suspect = f.suspect || c.suspect
		if weight > heaviest {
			heaviest, f.mostLikely = weight, c
		}
		f.value += weight * age.Mean(func(x int) float64 {
			left, ok := c.remaining(x)
			usable = usable && ok
			f.low, f.high = min(f.low, left), max(f.high, left)
			return left
		})
	})
	return usable
}

// answer fills in the assessment from the table chosen.
func (m *Model) answer(a *risk.Assessment, c *risk.Case, f *fit, age risk.Span) {
	a.Headline = risk.By79
	a.Values = risk.Values{risk.By79: f.value}
	a.Range = map[string]risk.Range{"risk_by_79": {Low: min(f.low, f.value), High: max(f.high, f.value)}}
	a.Facts = c.Facts()
	a.Because = []string{fmt.Sprintf("Table used: %s.", m.Tables[f.table])}
	for i, r := range f.relatives {
		a.Because = append(a.Because, fmt.Sprintf("%s: breast cancer %s.", risk.Sentence(c.Words(r.ID)), risk.AgeWords(r.said)))
		if len(r.decades) > 1 {
			a.Missing = append(a.Missing, risk.Missing{
				Person: r.ID, Fact: "age at diagnosis of breast cancer", Effect: m.effect(*f, i, age),
			})
		}
	}
	if !age.IsExact() {
		a.Missing = append(a.Missing, risk.Missing{Person: c.Subject.ID, Fact: "age now", Effect: m.effectOfAge(*f, age)})
	}
	a.Working = m.working(f, age)
	a.Warnings = append(append(c.Warnings(a.Facts), m.Limits...), claus.Warnings(c)...)
	if f.suspect {
		a.Warnings = append(a.Warnings, "A number printed in this part of the table contradicts its neighbours and may be a printing error.")
	}
}

// effect says what the age at diagnosis of relative i could do.
func (m *Model) effect(f fit, i int, age risk.Span) string {
	low, high := f.value, f.value
	for _, d := range f.relatives[i].decades {
		one := f
		one.relatives = append([]relative{}, f.relatives...)
		one.relatives[i].decades = []chance{{d.decade, 1}}
		m.value(&one, age)
		low, high = min(low, one.value), max(high, one.value)
	}
	return risk.Effect(f.value, low, high)
}

// effectOfAge says what the subject's own age could do.
func (m *Model) effectOfAge(f fit, age risk.Span) string {
	low, high := f.value, f.value
	for x := age.Low; x <= age.High; x++ {
		one := f
		m.value(&one, risk.Span{Low: x, High: x})
		low, high = min(low, one.value), max(high, one.value)
	}
	return risk.Effect(f.value, low, high)
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
		return append(lines, fmt.Sprintf("Averaged over everything that the vague ages can mean: %s, from %s to %s.", risk.Fine(f.value), risk.Fine(f.low), risk.Fine(f.high)))
	}
	now, _ := f.mostLikely.cumulative(age.Low)
	end := f.mostLikely.by[ages-1]
	return append(lines, fmt.Sprintf("The table's risk from birth is %s by %d and %s by 79: (%s - %s) / (100%% - %s) = %s.",
		risk.Fine(now), age.Low, risk.Fine(end), risk.Fine(end), risk.Fine(now), risk.Fine(now), risk.Fine(f.value)))
}
