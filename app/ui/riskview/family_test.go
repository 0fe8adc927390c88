package riskview

import (
	"fmt"
	"time"

	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/confirm"
	"kindred/pedigree/risk"
)

// curve is a made-up risk by age from 43 to 80 that ends as said.
func curveTo(cancer, gene string, end risk.CurvePoint) risk.Curve {
	c := risk.Curve{Cancer: cancer, Gene: gene}
	for age := 43; age <= 80; age++ {
		share := float64(age-42) / 38
		c.Points = append(c.Points, risk.CurvePoint{
			Age: age, Risk: end.Risk * share, Population: end.Population * share, With: end.With * share, Without: end.Without * share,
		})
	}
	return c
}

func number(x float64) *float64 { return &x }

// anna is the family of the design picture: made-up answers of sixteen models about a woman whose aunt has
// a BRCA1 variant.
func anna() Shown {
	names := map[pedigree.ID]string{"1": "Anna", "2": "Joan", "3": "Edna", "4": "Paternal grandmother"}
	ok := func(model, title, version string) risk.Assessment {
		return risk.Assessment{Model: model, Title: title, Version: version, Subject: "1", Status: risk.OK, Source: []string{"A journal, 1994."}, Validity: []string{"women in families"}}
	}
	nice := ok("nice-cg164", "NICE familial breast cancer", "CG164")
	nice.Category, nice.Because = "high", []string{"Lifetime from 20: about 41% (High is 30% or more)."}
	nice.Missing = []risk.Missing{{Person: "2", Item: "t1", Kind: risk.FactUnconfirmed, Fact: "report of the BRCA1 test not seen", Moves: []string{"moderate"}}}
	open := ok("inherited-breast-ovarian", "Inherited breast and ovarian", "open model")
	open.Headline, open.Values = "carrier/BRCA1", risk.Values{"carrier/BRCA1": 0.40, "carrier/BRCA2": 0.002, "any": 0.401, "risk/breast/80": 0.31, "risk/ovary/80": 0.18}
	open.Range = risk.Ranges{"carrier/BRCA1": {Low: 0.38, High: 0.42}}
	open.Because = []string{"The aunt's result.", "Mother: breast cancer at 41, ovarian cancer at 50.", "Well at 42."}
	open.Working = []string{"About 1 in 780 people carry a BRCA1 change.", "Joan's result makes it 50% for her sister Mary."}
	open.Curves = []risk.Curve{
		curveTo("breast", "BRCA1", risk.CurvePoint{Risk: 0.31, Population: 0.11, With: 0.61, Without: 0.11}),
		curveTo("ovary", "BRCA1", risk.CurvePoint{Risk: 0.18, Population: 0.015, With: 0.42, Without: 0.015}),
	}
	open.Missing = []risk.Missing{
		{Person: "2", Item: "t1", Kind: risk.FactUnconfirmed, Fact: "report of the BRCA1 test not seen", Value: "carrier/BRCA1", SetAside: number(0.28), Refuted: number(0.19)},
		{Person: "3", Kind: risk.FactMissing, Fact: "ovaries: diseased or removed", Value: "carrier/BRCA1", Span: &risk.Range{Low: 0.40, High: 0.41}},
		{Person: "4", Kind: risk.FactMissing, Fact: "cause of death", Value: "carrier/BRCA1", Span: &risk.Range{Low: 0.40, High: 0.40}},
	}
	open.Warnings = []string{"Calculated from what is recorded: 7 facts, 3 confirmed."}
	score := ok("manchester", "Manchester score", "MSS3 2017")
	score.Headline, score.Values = "combined", risk.Values{"combined": 29, "brca1": 16, "brca2": 13}
	score.Because = []string{"Mother's side: 3 breast, 1 ovary."}
	lynch := ok("lynch", "Lynch syndrome", "PLSD 2017")
	lynch.Headline, lynch.Values, lynch.Because = "any", risk.Values{"any": 0.003}, []string{"No bowel or womb cancer reported."}
	shown := Shown{
		Who: "Anna", Sex: pedigree.Female, Took: 3 * time.Millisecond, Whole: true,
		Called:  func(id pedigree.ID) string { return names[id] },
		Answers: []risk.Assessment{nice, open, score, lynch},
	}
	shown.Requests = RequestsFor(shown.Answers, func(m risk.Missing) (clinic.Confirmation, bool) {
		fact := confirm.Fact{Person: m.Person, Kind: confirm.GeneTest, Item: m.Item}
		return clinic.Confirmation{Item: confirm.Item{Fact: fact, State: confirm.NotAskedFor, Ask: "laboratory"}, Who: "Joan"}, m.Item != ""
	})
	for _, name := range []string{"Amsterdam", "Bethesda", "BSG colorectal", "Chompret", "HDGC", "Simon Broome"} {
		a := ok(name, name, "1999")
		a.Category, a.Because = "not met", []string{"No cancer that counts."}
		shown.Answers = append(shown.Answers, a)
	}
	for _, name := range []string{"Claus", "Claus tables", "PREMM5", "PTEN score", "Co-segregation", "Mendelian"} {
		a := ok(name, name, "1994")
		a.Status, a.Because = risk.NotApplicable, []string{fmt.Sprintf("%s was not made for ovarian cancer or a known variant in the family.", name)}
		shown.Answers = append(shown.Answers, a)
	}
	return shown
}
