package riskview

import (
	"slices"
	"strings"
	"testing"

	"kindred/pedigree/risk"
)

func TestTheRiskByAgeIsOneTableACancerWithNetAndCrudeToldApart(t *testing.T) {
	shown := anna()
	a := shown.Answers[1]
	a.Values = risk.Values{"risk/breast/60": 0.14, "risk/breast/80": 0.31, "crude/breast/60": 0.139, "crude/breast/80": 0.28, "risk/ovary/80": 0.18}
	a.Range = risk.Ranges{"risk/breast/80": {Low: 0.29, High: 0.33}}
	cancers := shown.agesOf(&a)
	if len(cancers) != 2 || cancers[0].cancer != "breast" || !slices.Equal(cancers[0].ages, []int{60, 80}) {
		t.Fatalf("cancers %+v", cancers)
	}
	want := []string{
		"today, as if nobody died of anything else (net): 14% 31%",
		"today, range:  29–33%",
		"if Anna has it: 29% 61%",
		"if she does not: 5.2% 11%",
		"women in general: 5.2% 11%",
		"today, allowing for other deaths (crude): 14% 28%",
	}
	var got []string
	for _, r := range cancers[0].rows {
		got = append(got, r.words+": "+strings.Join(r.cells, " "))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	const width = 600
	if table := cancers[0].table(width); table.MinSize().Width > width {
		t.Errorf("the table asks for %v of %v", table.MinSize().Width, width)
	}
}

func TestACurveThatAllowsForOtherDeathsSaysSoInTheTable(t *testing.T) {
	shown := anna()
	a := shown.Answers[1]
	a.Values = risk.Values{"crude/breast/80": 0.28}
	a.Curves = []risk.Curve{curveTo("breast", "", risk.CurvePoint{Risk: 0.28, Population: 0.1})}
	a.Curves[0].Crude = true
	rows := shown.agesOf(&a)[0].rows
	if len(rows) != 2 || rows[0].words != "women in general, allowing for other deaths (crude)" {
		t.Errorf("rows %+v", rows)
	}
}
