package claustables

import (
	"fmt"
	"math"
	"strings"

	"kindred/pedigree/risk"
	"kindred/pedigree/risk/claus"
)

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

// value fills in a table's answer, averaged over what the ages can mean; it is not usable when a reading rests
// on a bad number.
func (m *Model) value(f *fit, age risk.Span) {
	heaviest := 0.0
	f.usable = true
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
			f.usable = f.usable && ok
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
		if r := f.ranges[key]; f.usable { // the last digits of an average
			f.ranges[key] = risk.Range{Low: min(r.Low, v), High: max(r.High, v)}
		}
	}
}

// answer fills in the assessment from the table chosen.
func (m *Model) answer(a *risk.Assessment, c *risk.Case, l *look) {
	f := l.best
	age, _ := c.Age(c.Subject)
	a.Headline = risk.By79
	a.Values, a.Range = f.values, f.ranges
	a.Facts = c.Facts()
	a.Because = []string{fmt.Sprintf("Table used: %s.", m.Tables[f.table])}
	for _, r := range f.relatives {
		a.Because = append(a.Because, fmt.Sprintf("%s: breast cancer %s.", risk.Sentence(c.Words(r.ID)), risk.AgeWords(r.said)))
		a.Counted = append(a.Counted, r.ID)
	}
	a.Missing = m.missing(c, a, l)
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
