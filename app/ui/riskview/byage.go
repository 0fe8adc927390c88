package riskview

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
	"kindred/pedigree/risk"
)

// byAge is the risk of one cancer from the age now, a column an age.
type byAge struct {
	cancer string
	ages   []int
	rows   []ageRow
}

// ageRow is a line of it: under which supposition, or counted in which way, and the risk by each age.
type ageRow struct {
	words string
	cells []string
}

// The two ways to count a risk.
const (
	netWords   = "as if nobody died of anything else (net)"
	crudeWords = "allowing for other deaths (crude)"
)

// ageKey takes a key of a risk by age apart: "risk/breast/50" and, allowing for other deaths,
// "crude/breast/50".
func ageKey(key string) (kind, cancer string, age int, ok bool) {
	parts := strings.Split(key, "/")
	if len(parts) != 3 || parts[0] != "risk" && parts[0] != "crude" {
		return "", "", 0, false
	}
	age, err := strconv.Atoi(parts[2])
	return parts[0], parts[1], age, err == nil
}

// agesOf are the cancers whose risk by age an answer has, in the order of its curves.
func (s *Shown) agesOf(a *risk.Assessment) []byAge {
	var all []byAge
	for _, key := range a.Values.Keys() {
		_, cancer, age, ok := ageKey(key)
		if !ok {
			continue
		}
		at := slices.IndexFunc(all, func(b byAge) bool { return b.cancer == cancer })
		if at < 0 {
			at, all = len(all), append(all, byAge{cancer: cancer})
		}
		if !slices.Contains(all[at].ages, age) {
			all[at].ages = append(all[at].ages, age)
		}
	}
	order := func(b byAge) int {
		at := slices.IndexFunc(a.Curves, func(c risk.Curve) bool { return c.Cancer == b.cancer })
		if at < 0 {
			return len(a.Curves)
		}
		return at
	}
	slices.SortStableFunc(all, func(x, y byAge) int { return order(x) - order(y) })
	for i := range all {
		slices.Sort(all[i].ages)
		s.fill(&all[i], a)
	}
	return all
}

// fill adds the lines: net, of the person today, with and without a known variant, and of people in general;
// then crude.
func (s *Shown) fill(b *byAge, a *risk.Assessment) {
	add := func(words string, cell func(age int) string) {
		row, any := ageRow{words: words}, false
		for _, age := range b.ages {
			said := cell(age)
			any = any || said != ""
			row.cells = append(row.cells, said)
		}
		if any {
			b.rows = append(b.rows, row)
		}
	}
	value := func(kind string) func(int) string {
		return func(age int) string {
			key := kind + "/" + b.cancer + "/" + strconv.Itoa(age)
			if v, ok := a.Values[key]; ok {
				return figure(key, v)
			}
			return ""
		}
	}
	ends := func(kind string) func(int) string {
		return func(age int) string {
			key := kind + "/" + b.cancer + "/" + strconv.Itoa(age)
			return between(key, a.Range[key])
		}
	}
	add("today, "+netWords, value("risk"))
	add("today, range", ends("risk"))
	o := outlook{who: s.Who, pronoun: s.pronoun(), people: s.people(), curves: drawable(a.Curves)}
	for _, c := range o.curves {
		if c.Cancer != b.cancer {
			continue
		}
		counted := ""
		if c.Crude {
			counted = ", " + crudeWords
		}
		for _, supposed := range []supposition{with, without, general} {
			if !supposed.holds(c) {
				continue
			}
			add(decapitalised(o.words(supposed))+counted, func(age int) string {
				at := slices.IndexFunc(c.Points, func(p risk.CurvePoint) bool { return p.Age == age })
				if at < 0 {
					return ""
				}
				return percent(supposed.of(c.Points[at]))
			})
		}
	}
	add("today, "+crudeWords, value("crude"))
}

// decapitalised begins with a small letter, as inside a table.
func decapitalised(words string) string { return strings.ToLower(words[:1]) + words[1:] }

// ageWidth is the room of a column of the table, in device-independent pixels.
const ageWidth float32 = 72

// table shows the lines at a width.
func (b *byAge) table(width float32) fyne.CanvasObject {
	label := width - float32(len(b.ages))*(ageWidth+columnGap)
	widths := []float32{label}
	head := &fyne.Container{Objects: []fyne.CanvasObject{theme.NewHeading(risk.Sentence(cancerName(b.cancer)) + " by age").Cutting()}}
	for _, age := range b.ages {
		widths = append(widths, ageWidth)
		head.Add(theme.NewHeading(strconv.Itoa(age)).Trailing())
	}
	head.Layout = columns{widths: widths}
	table := theme.Column(3, head)
	for i, r := range b.rows {
		line := &fyne.Container{Layout: columns{widths: widths}, Objects: []fyne.CanvasObject{theme.Paragraph(r.words, label, theme.InkQuiet)}}
		for _, cell := range r.cells {
			text := theme.NewText(cell)
			if i == 0 {
				text = theme.NewBold(cell)
			}
			line.Add(text.Trailing())
		}
		table.Add(line)
	}
	return table
}
