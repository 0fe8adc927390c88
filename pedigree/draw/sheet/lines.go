package sheet

import (
	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// lines are the rows on descent and on how lines run.
func lines() section {
	crossing := family(man("1"), woman("2"), man("3"), woman("4"), man("5", of("2", "1")), man("6", of("2", "1")), woman("7", of("4", "3")), woman("8", of("4", "3")))
	for _, pair := range [][]pedigree.ID{{"1", "2"}, {"3", "4"}, {"5", "7"}, {"6", "8"}} {
		crossing = withUnion(crossing, pedigree.Union{Partners: pair})
	}
	twice := family(man("x", named("Huw"), func(p *pedigree.Individual) { p.DrawTwice = pedigree.Yes }), woman("a"), woman("b"), woman("c"),
		someone("k", of("a", "x")), someone("l", of("b", "x")), someone("m", of("c", "x")))
	for _, partner := range []pedigree.ID{"a", "b", "c"} {
		twice = withUnion(twice, pedigree.Union{Partners: []pedigree.ID{"x", partner}})
	}
	return section{"Lines of descent", []entry{
		{
			name: "Descent, siblings, the child's own line",
			rule: "Down from the middle of the couple's line, along the siblings, oldest on the left, down to each.", source: nsgc22,
			family: couple(woman("a", own()...), man("b", own()...), woman("c", own()...)),
		},
		{
			name: "Other parent not recorded", rule: "A small, faint, dashed symbol of the sex that they must have.", source: ours, recall: true,
			family: family(woman("m"), man("k", func(p *pedigree.Individual) { p.Mother = "m" })),
		},
		{
			name: "Family history not known", rule: "The person's own line ends in a question mark.", source: nsgc22, recall: true,
			family: family(woman("a", func(p *pedigree.Individual) { p.HistoryUnknown = true })),
		},
		{
			name: "Crossing", rule: "A line that crosses another hops over it.", source: ours, family: crossing,
		},
		{
			name: "One person drawn twice", rule: "A dashed arc, or the same small letter at both where the arc would be long.", source: usage,
			family: twice,
		},
	}}
}

// texts are the rows on what is written.
func texts(n draw.Nomenclature) section {
	order := "Name, age or birth and death, diagnoses with ages, tests, notes."
	if n.PedigreeNumbers {
		order += " The number in the pedigree stands last."
	}
	full := woman("a", named("Anna"), aged("42"), has(pedigree.Breast, "41", pedigree.Confirmed), tested("BRCA1", pedigree.Positive), consultand)
	return section{"Text", []entry{
		{name: "Order under a symbol", rule: order, source: nsgc22, family: family(full), full: true},
		{
			name: "Key", rule: "Explains every fill and short word on the page, and nothing else.", source: nsgc22, key: true,
			family: family(woman("a", has(pedigree.Breast, "49", pedigree.Confirmed), has(pedigree.Ovary, "~60", pedigree.Reported))),
		},
	}}
}
