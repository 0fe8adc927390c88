package riskmodels_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"kindred/internal/riskmodels"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

func TestTableHasALineForEachValue(t *testing.T) {
	var b strings.Builder
	err := riskmodels.WriteTable(&b, []risk.Assessment{
		{
			Model: "lynch", Version: "1", Subject: "7", Status: risk.OK, Because: []string{"One.", "Two, three."}, Category: "met", Source: []string{"Paper 2017"},
			Values: risk.Values{"any": 0.25, "risk/colorectum/80": 0.5, "score": -2},
			Range:  risk.Ranges{"any": {Low: 0.125, High: 0.5, Bound: true}},
		},
		{Model: "claus", Version: "2", Status: risk.NotApplicable, Because: []string{"A man."}},
	})
	want := `model,version,subject,status,value,estimate,low,high,bound,category,because,source
lynch,1,7,ok,any,0.25,0.125,0.5,yes,met,"One. Two, three.",Paper 2017
lynch,1,7,ok,risk/colorectum/80,0.5,,,,met,"One. Two, three.",Paper 2017
lynch,1,7,ok,score,-2,,,,met,"One. Two, three.",Paper 2017
claus,2,,not-applicable,,,,,,,A man.,
`
	if err != nil || b.String() != want {
		t.Errorf("%v\n%s", err, b.String())
	}
}

func TestNoTextOfAFamilyBecomesAFormula(t *testing.T) {
	for _, id := range []pedigree.ID{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"} {
		var b strings.Builder
		if err := riskmodels.WriteTable(&b, []risk.Assessment{{Subject: id, Category: string(id), Because: []string{string(id)}, Source: []string{string(id)}}}); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range rows[1] {
			if cell != "" && !strings.HasPrefix(cell, "'") {
				t.Errorf("%q stands as %q", id, cell)
			}
		}
	}
}
