package sheet

import (
	"kindred/pedigree"
	"kindred/pedigree/draw"
)

func conditions(n draw.Nomenclature) section {
	carrier, obligate := "The condition's sector ruled by single lines, never filled.", "The same, with an entry of its own in the key."
	source := nsgc22
	if n.CarrierDot {
		carrier, obligate, source = "The older dot in the middle.", "The older dot in the middle.", nsgc08
	}
	results := "+ found, − not found, VUS of uncertain meaning, with what was tested."
	if n.EvaluationMarks {
		results = "E with a number that the key explains: + found, − not found, u uncertain."
	}
	sure := pedigree.Confirmed
	return section{"Conditions", []entry{
		{
			name: "Affected", rule: "Filled, only where the person has the condition: a gene change alone fills nothing.",
			source: nsgc22, family: family(woman("a", func(p *pedigree.Individual) { p.Affected = pedigree.Yes })),
		},
		{
			name: "A confirmed diagnosis", rule: "The condition's own pattern on its own tint, alike in everybody.", source: nsgc22,
			family: family(woman("a", has(pedigree.Breast, "49", sure))),
		},
		{
			name: "Reported only", rule: "The pattern without the tint; italics under the symbol.", source: ours,
			family: family(woman("a", has(pedigree.Breast, "49", pedigree.Reported))),
		},
		{
			name: "Uncertain diagnosis", rule: "A question mark in the sector; never as unaffected.", source: nsgc22,
			family: family(woman("a", has(pedigree.Ovary, "50", ""), func(p *pedigree.Individual) { p.Diagnoses[0].Certainty = pedigree.Possible })),
		},
		{
			name: "Two conditions", rule: "Halves.", source: nsgc22,
			family: family(woman("a", has(pedigree.Breast, "49", sure), has(pedigree.Ovary, "60", sure))),
		},
		{
			name: "Three conditions", rule: "Thirds.", source: nsgc22,
			family: family(man("a", has(pedigree.Colorectum, "44", sure), has(pedigree.Prostate, "60", sure), has(pedigree.Stomach, "66", sure))),
		},
		{
			name: "Four conditions in a family", rule: "Quarters; each condition keeps its quarter in everybody.", source: nsgc22,
			family: couple(
				woman("a", own(has(pedigree.Breast, "", sure), has(pedigree.Ovary, "", sure))...),
				man("b", own(has(pedigree.Colorectum, "", sure), has(pedigree.Prostate, "", sure))...)),
		},
		{
			name: "More conditions", rule: "Slices, as many as it takes.", source: usage,
			family: family(woman("a", has(pedigree.Breast, "", sure), has(pedigree.Ovary, "", sure), has(pedigree.Colorectum, "", sure),
				has(pedigree.Endometrium, "", sure), has(pedigree.Melanoma, "", sure), has(pedigree.Thyroid, "", sure))),
		},
		{
			name: "Carrier", rule: carrier, source: source,
			family: family(woman("a", carries("cystic fibrosis", pedigree.KnownCarrier))),
		},
		{
			name: "Obligate carrier", rule: obligate, source: source,
			family: family(woman("a", carries("Duchenne muscular dystrophy", pedigree.ObligateCarrier))),
		},
		{
			name: "Unaffected today, may become so", rule: "A line from top to bottom: a gene change and no illness.", source: nsgc22,
			family: family(woman("a", tested("BRCA1", pedigree.Positive))),
		},
		{
			name: "May be a carrier", rule: "A question mark.", source: ours,
			family: family(woman("a", carries("haemophilia A", pedigree.UncertainCarrier))),
		},
		{
			name: "Gene tests", rule: results, source: nsgc22, recall: true,
			family: family(woman("a", tested("BRCA1", pedigree.Negative), tested("PALB2", pedigree.Uncertain))),
		},
	}}
}

func pregnancies() section {
	return section{"Pregnancies", []entry{
		{
			name: "Pregnancy", rule: "P inside the shape of the sex if it is known, else a diamond; dates under it.", source: nsgc22,
			family: family(someone("a", pregnancy(pedigree.Ongoing, "20"))),
		},
		{
			name: "Miscarriage", rule: "Small triangle on a shorter line, with the weeks.", source: nsgc22,
			family: couple(someone("a", own(pregnancy(pedigree.Miscarriage, "10"))...), man("b", own()...)),
		},
		{
			name: "Termination", rule: "Triangle with a stroke, TOP and the weeks.", source: nsgc22, recall: true,
			family: couple(someone("a", own(pregnancy(pedigree.Termination, "18"))...), woman("b", own()...)),
		},
		{
			name: "Ectopic pregnancy", rule: "Triangle, ECT.", source: nsgc22,
			family: couple(someone("a", own(pregnancy(pedigree.Ectopic, "7"))...), woman("b", own()...)),
		},
		{
			name: "Stillbirth", rule: "Full symbol by sex with the stroke, SB and the weeks.", source: nsgc22,
			family: family(man("a", pregnancy(pedigree.Stillbirth, "34"))),
		},
		{
			name: "Affected loss", rule: "The triangle is filled like any symbol.", source: nsgc22,
			family: couple(someone("a", own(pregnancy(pedigree.Termination, "21"), has("trisomy 18", "", pedigree.Confirmed))...), man("b", own()...)),
		},
	}}
}
