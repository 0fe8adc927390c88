package sheet

import (
	"kindred/pedigree"
	"kindred/pedigree/draw"
)

func people(n draw.Nomenclature) section {
	nonBinary := entry{
		name: "Non-binary person", rule: "Hexagon; sex assigned at birth under it where it matters.", source: uk23,
		family: family(person("a", pedigree.Female, gender(pedigree.NonBinary))),
	}
	if n.NonBinaryDiamond {
		nonBinary.rule, nonBinary.source = "Diamond; sex assigned at birth under it where it matters.", nsgc22
	}
	arrow := "Arrow without a letter: the person who asks for advice."
	if n.ConsultandLetter {
		arrow = "Arrow with a C: the person who asks for advice."
	}
	return section{"People", []entry{
		{name: "Man or boy", rule: "Square. The shape follows gender.", source: nsgc22, family: family(man("a"))},
		{name: "Woman or girl", rule: "Circle.", source: nsgc22, family: family(woman("a"))},
		{name: "Gender and sex not known", rule: "Diamond.", source: nsgc22, family: family(someone("a"))},
		nonBinary,
		{
			name: "Trans woman", rule: "Circle, with AMAB: assigned male at birth.", source: uk23,
			family: family(man("a", gender(pedigree.Woman))),
		},
		{
			name: "Trans man", rule: "Square, with AFAB: assigned female at birth.", source: uk23,
			family: family(woman("a", gender(pedigree.Man))),
		},
		{
			name: "Sex not assigned at birth", rule: "The shape of the gender, with UAAB.", source: nsgc22,
			family: family(person("a", pedigree.Unassigned, gender(pedigree.Woman))),
		},
		{
			name: "Several people", rule: "Their number inside; nobody affected is counted in.", source: nsgc22,
			family: couple(woman("a", own(group(3))...), man("b", own(group(2))...)),
		},
		{
			name: "Number not known", rule: "n inside.", source: nsgc22, recall: true,
			family: family(woman("a", group(0))),
		},
		{
			name: "Died", rule: "A stroke from the lower left to the upper right; d. and the age under it.", source: nsgc22,
			family: family(man("a", dead, aged("71"))),
		},
		{
			name: "Proband", rule: "Arrow from the lower left, with a P: the first affected member who came to notice.", source: nsgc22,
			family: family(woman("a", proband)),
		},
		{name: "Consultand", rule: arrow, source: nsgc22, family: family(woman("a", consultand))},
		{
			name: "Proband and consultand", rule: "One arrow with a P.", source: nsgc22, recall: true,
			family: family(woman("a", proband, consultand)),
		},
		{
			name: "Documented evaluation", rule: "An asterisk at the lower right: examined here, or the records were seen.",
			source: nsgc22, recall: true, family: family(woman("a", func(p *pedigree.Individual) { p.Evaluated = pedigree.Yes })),
		},
		{
			name: "Alive and well", rule: "The words, where the answer was “nothing”.", source: usage,
			family: family(man("a", aged("58"), func(p *pedigree.Individual) { p.Well = pedigree.Yes })),
		},
		{
			name: "No details", rule: "The words: asked, and not known.", source: ours,
			family: family(woman("a", func(p *pedigree.Individual) { p.NoDetails = true })),
		},
		{
			name: "Not in contact", rule: "A short bar across the person's own line, and the words.", source: usage,
			family: couple(woman("a", own(func(p *pedigree.Individual) { p.NotInContact = true })...)),
		},
		{
			name: "Karyotype", rule: "Written under the symbol.", source: nsgc22,
			family: family(someone("a", func(p *pedigree.Individual) { p.Karyotype = "47,XXY" })),
		},
	}}
}
