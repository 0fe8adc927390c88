package sheet

import "kindred/pedigree"

func relationships() section {
	pair := func(u pedigree.Union) *pedigree.Family { return withUnion(family(man("f"), woman("m")), u) }
	three := family(man("x"), woman("m"), man("f"), woman("a", of("m", "x")), man("b", of("m", "f")))
	three = withUnion(withUnion(three, pedigree.Union{Partners: []pedigree.ID{"x", "m"}, Status: pedigree.Separated}), pedigree.Union{})
	three.Individuals[0].Name, three.Individuals[2].Name = "first", "second"
	twoRows := family(man("f"), woman("m"), man("s", of("m", "f")), woman("w"), someone("k", of("w", "s")))
	twoRows = withUnion(withUnion(twoRows, pedigree.Union{}), pedigree.Union{Partners: []pedigree.ID{"f", "w"}, Status: pedigree.Separated})
	twoRows = withUnion(twoRows, pedigree.Union{Partners: []pedigree.ID{"s", "w"}})
	return section{"Relationships", []entry{
		{name: "Couple", rule: "A level line; the man on the left where there is one.", source: nsgc22, family: pair(pedigree.Union{})},
		{
			name: "Relationship ended", rule: "Two short strokes across the line.", source: nsgc22, recall: true,
			family: pair(pedigree.Union{Status: pedigree.Separated}),
		},
		{name: "Several partners", rule: "A line to each.", source: nsgc22, family: three},
		{
			name: "Related partners", rule: "A double line; how they are related above it, where the tree does not show it.", source: nsgc22,
			family: pair(pedigree.Union{Consanguineous: pedigree.Yes, Degree: "third cousins"}),
		},
		{
			name: "Related, as the tree shows", rule: "Double wherever partners share an ancestor; two rows alone never make it double.", source: nsgc22,
			family: cousins(),
		},
		{
			name: "Partners of two generations", rule: "The line takes a step.", source: usage,
			family: twoRows,
		},
		{
			name: "No children, by choice or reason not known", rule: "A short line that ends in one bar.", source: nsgc22,
			family: pair(pedigree.Union{Childless: pedigree.ChildlessByChoice, ChildlessCause: "by choice"}),
		},
		{
			name: "Infertile", rule: "Two bars, with the cause under them.", source: nsgc22,
			family: pair(pedigree.Union{Childless: pedigree.ChildlessInfertile, ChildlessCause: "azoospermia"}),
		},
		{
			name: "One person without children", rule: "The bars hang from the symbol.", source: nsgc22,
			family: family(woman("a", func(p *pedigree.Individual) {
				p.Childless, p.ChildlessCause = pedigree.ChildlessInfertile, "endometriosis"
			})),
		},
	}}
}

func twins() section {
	two := func(z pedigree.Zygosity) *pedigree.Family {
		return withTwins(couple(woman("a", own()...), woman("b", own()...)), z, "a", "b")
	}
	triplets := withTwins(withTwins(couple(man("a", own()...), man("b", own()...), woman("c", own()...)),
		pedigree.Monozygotic, "a", "b"), pedigree.Dizygotic, "a", "b", "c")
	quads := withTwins(couple(man("a", own()...), man("b", own()...), woman("c", own()...), woman("d", own()...)),
		pedigree.Dizygotic, "a", "b", "c", "d")
	return section{"Twins and more", []entry{
		{name: "Not identical", rule: "Slanting lines from one point.", source: nsgc22, family: two(pedigree.Dizygotic)},
		{name: "Identical", rule: "The same, joined by a bar.", source: nsgc22, family: two(pedigree.Monozygotic)},
		{name: "Not known whether identical", rule: "A question mark between the lines.", source: nsgc22, family: two(pedigree.UnknownZygosity)},
		{
			name: "Triplets, two of them identical", rule: "The bar joins those two; the middle line is upright.", source: usage, recall: true,
			family: triplets,
		},
		{name: "Quadruplets", rule: "Four lines from one point.", source: usage, family: quads},
	}}
}

func cousins() *pedigree.Family {
	f := family(man("gf"), woman("gm"), man("u", of("gm", "gf")), woman("v"), woman("w", of("gm", "gf")), man("x"),
		man("f", of("v", "u")), woman("m", of("w", "x")), someone("k", of("m", "f")))
	for _, pair := range [][]pedigree.ID{{"gf", "gm"}, {"u", "v"}, {"x", "w"}, {"f", "m"}} {
		f = withUnion(f, pedigree.Union{Partners: pair})
	}
	return f
}
