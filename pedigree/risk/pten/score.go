package pten

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/findings"
)

// item is what one feature scores.
type item struct {
	name            string
	what            string // as recorded
	mean, low, high float64
	cancer          bool
	doubt           string
	diagnoses       []pedigree.ID
}

// higher keeps the row that gives most of two findings of one feature.
func (it *item) higher(o item) {
	if it.what == "" || o.mean > it.mean || o.mean == it.mean && o.high > it.high {
		it.what = o.what
	}
	it.mean, it.low, it.high = max(it.mean, o.mean), max(it.low, o.low), max(it.high, o.high)
	it.diagnoses = append(it.diagnoses, o.diagnoses...)
}

// errAges is two ages that cannot both be right.
var errAges = errors.New("the age at diagnosis and the age reached of the person asked about contradict each other")

// items lists what the person's features score; one that scores nothing on any reading is left out.
func (m *Model) items(c *risk.Case) ([]item, error) {
	var items []item
	for i := range m.Features {
		f := &m.Features[i]
		it := item{name: f.Name, cancer: f.Site.IsCancer(), doubt: f.Doubt}
		switch {
		case f.Least > 0:
			m.polyps(c, f, &it)
		case f.Site != "":
			for i := range c.Subject.Diagnoses {
				if err := m.cancer(c, f, &c.Subject.Diagnoses[i], &it); err != nil {
					return nil, err
				}
			}
		default:
			for _, found := range findings.Of(c.Subject, f.Words) {
				it.higher(certain(found, f.points(0)))
			}
		}
		if f.Name == m.Head.Within {
			m.measuredHead(c, &it)
		}
		if it.high > 0 {
			items = append(items, it)
		}
	}
	return items, nil
}

// certain is a finding that scores, or may score where it is only possible.
func certain(found findings.Finding, points float64) item {
	it := item{what: found.Said, mean: points, low: points, high: points}
	if found.Possible {
		it.what, it.mean, it.low = "possible "+found.Said+", not counted", 0, 0
	}
	if found.Diagnosis != nil {
		it.diagnoses = []pedigree.ID{found.Diagnosis.ID}
	}
	return it
}

// cancer takes in one diagnosis of a feature that is a cancer.
func (m *Model) cancer(c *risk.Case, f *feature, d *pedigree.Diagnosis, it *item) error {
	if !d.Counts() || d.Site != f.Site || d.Behaviour == pedigree.InSitu {
		return nil
	}
	onset, ok := c.Onset(c.Subject, d)
	if !ok {
		return errAges
	}
	one := item{what: f.Name + " " + risk.AgeWords(d.Age), mean: onset.Mean(f.points), diagnoses: []pedigree.ID{d.ID}}
	one.low, one.high = f.points(onset.Low), f.points(onset.Low)
	for age := onset.Low; age <= onset.High; age++ {
		one.low, one.high = min(one.low, f.points(age)), max(one.high, f.points(age))
	}
	if risk.IsPossible(d) {
		one.what, one.mean, one.low = "possible "+one.what+", not counted", 0, 0
	}
	it.higher(one)
	return nil
}

// polyps adds up how many polyps are recorded; without a number they are in the range only.
func (m *Model) polyps(c *risk.Case, f *feature, it *item) {
	count, open := 0, false
	var said []string
	for i := range c.Subject.Diagnoses {
		d := &c.Subject.Diagnoses[i]
		if !d.Counts() || d.Site != f.Site {
			continue
		}
		words := d.Words
		if words == "" {
			words = "polyps, number not recorded"
		}
		said = append(said, words)
		it.diagnoses = append(it.diagnoses, d.ID)
		n, exact := number(d.Words)
		if risk.IsPossible(d) {
			n, exact = 0, false
		}
		count, open = count+n, open || !exact
	}
	if len(said) == 0 {
		return
	}
	it.what = strings.Join(said, ", ")
	switch points := f.points(0); {
	case count >= f.Least:
		it.mean, it.low, it.high = points, points, points
	case open:
		it.what += fmt.Sprintf(": counts from %d, not counted", f.Least)
		it.high = points
	}
}

// number is how many polyps the words say at least: "12 polyps", ">10 polyps", "many polyps". It is exact
// only where the words say so.
func number(words string) (n int, exact bool) {
	first, _, _ := strings.Cut(words, " ")
	digits := strings.TrimLeft(first, ">x")
	n, err := strconv.Atoi(strings.TrimRight(digits, "+s"))
	return n, err == nil && digits == first && !strings.HasSuffix(first, "+")
}

// measuredHead puts the points of a measured head circumference in the place of those for macrocephaly.
func (m *Model) measuredHead(c *risk.Case, it *item) {
	read, _ := m.Head.Quantity.Measurements(c.Subject)
	for _, v := range read {
		from := map[pedigree.Sex]float64{pedigree.Male: m.Head.From.Male, pedigree.Female: m.Head.From.Female}[c.Subject.Sex]
		one := item{what: v.Said}
		switch {
		case from == 0 && v.Value >= m.Head.From.Female:
			one.high = m.Head.Points // by the sex assigned at birth, which is not recorded
		case from > 0 && v.Value >= from:
			one.mean, one.low, one.high = m.Head.Points, m.Head.Points, m.Head.Points
		}
		if v.Diagnosis != nil {
			one.diagnoses = []pedigree.ID{v.Diagnosis.ID}
		}
		if one.high > 0 {
			it.higher(one)
		}
	}
}
