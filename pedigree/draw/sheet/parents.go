package sheet

import "kindred/pedigree"

// otherParents are the rows on adoption and assisted conception.
func otherParents() section {
	givenEgg := withUnion(family(man("f"), woman("m"), woman("d"),
		someone("k", raised(pedigree.DonorEgg, "d"), raised(pedigree.Gestational, "m"), func(p *pedigree.Individual) { p.Father = "f" })), pedigree.Union{})
	givenSperm := withUnion(family(man("d"), woman("m"), woman("f"),
		someone("k", raised(pedigree.DonorSperm, "d"), func(p *pedigree.Individual) { p.Mother = "m" })), pedigree.Union{})
	carried := couple(woman("s"), someone("k", own(raised(pedigree.Gestational, "s"))...))
	surrogate := family(man("f"), man("g"), woman("s"),
		someone("k", raised(pedigree.DonorEgg, "s"), raised(pedigree.Gestational, "s"), raised(pedigree.Adoptive, "g"), func(p *pedigree.Individual) { p.Father = "f" }))
	surrogate = withUnion(surrogate, pedigree.Union{Partners: []pedigree.ID{"f", "g"}})
	both := family(man("f"), woman("m"), man("af"), woman("am"), woman("k", of("m", "f"), raised(pedigree.Adoptive, "am", "af")))
	both = withUnion(withUnion(both, pedigree.Union{}), pedigree.Union{Partners: []pedigree.ID{"af", "am"}})
	return section{"Adoption and assisted conception", []entry{
		{
			name: "Adopted into the family", rule: "Square brackets; a dashed line to the parents who adopted.", source: nsgc22,
			family: couple(woman("k", raised(pedigree.Adoptive, "m", "f"))),
		},
		{
			name: "Adopted out of the family", rule: "Square brackets; a solid line to the parents by birth.", source: nsgc22,
			family: couple(woman("k", own(func(p *pedigree.Individual) { p.Adopted = pedigree.AdoptedOut })...)),
		},
		{name: "Both families", rule: "Solid to the parents by birth, dashed to those who adopted.", source: nsgc22, family: both},
		{
			name: "Fostered", rule: "A dashed line with the word.", source: ours, recall: true,
			family: couple(man("k", raised(pedigree.Foster, "m", "f")), woman("o", own()...)),
		},
		{
			name: "Step-parents", rule: "A dashed line with the word; none where the other parent's partner is drawn beside them.", source: ours,
			family: couple(man("k", raised(pedigree.Step, "f", "m")), woman("o", own()...)),
		},
		{
			name: "Egg donor", rule: "D inside; a solid line to the child, who hangs under the one who carried the pregnancy.",
			source: nsgc22, recall: true, family: givenEgg,
		},
		{
			name: "Sperm donor", rule: "D inside; a solid line. A parent who gave neither is joined by the relationship line.",
			source: nsgc22, recall: true, family: givenSperm,
		},
		{
			name: "Surrogate", rule: "S inside: gave the egg and carried the pregnancy.", source: nsgc22, recall: true, family: surrogate,
		},
		{
			name: "Gestational carrier", rule: "GC inside: carried the pregnancy and gave no egg.", source: nsgc22, recall: true, family: carried,
		},
	}}
}
