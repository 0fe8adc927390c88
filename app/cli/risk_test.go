package cli

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kindred/internal/riskmodels"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// affectedSib is a sister of somebody with a recessive condition.
const affectedSib = "F 1 0 0 1 1\nF 2 0 0 2 1\nF 3 1 2 1 2\nF 4 1 2 2 1\n"

func TestTheOptionIsTheLocusOfMendelian(t *testing.T) {
	dir := t.TempDir()
	family := write(t, filepath.Join(dir, "sibs.ped"), affectedSib)
	option := write(t, filepath.Join(dir, "cf.json"), `{"condition":"cystic fibrosis","inheritance":"autosomal recessive","allele_frequency":1e-9}`)
	var answers []risk.Assessment
	if err := json.Unmarshal([]byte(succeed(t, "risk", family, "--person", "4", "--option", option, "--model", "mendelian", "--json").out), &answers); err != nil || len(answers) != 1 {
		t.Fatal(err, answers)
	}
	if p := answers[0].Values["carrier_probability"]; math.Abs(p-2.0/3) > 1e-6 {
		t.Errorf("carrier probability of a healthy sib %v, want 2/3: %q", p, answers[0].Because)
	}
	text := succeed(t, "risk", family, "--person", "4", "--option", option, "--model", "mendelian").out
	for _, line := range []string{"\n  carrier probability: 0.6667\n", "\n  genotype:\n    0: 0.3333\n    1: 0.6667\n    2: 0\n", "\n  next child: "} {
		if !strings.Contains(text, line) {
			t.Errorf("%q is not in\n%s", line, text)
		}
	}
	if without := succeed(t, "risk", family, "--person", "4", "--model", "mendelian", "--json").out; !strings.Contains(without, `"not-applicable"`) {
		t.Errorf("without a condition: %s", without)
	}
}

func TestABadOptionIsRefusedInOneLine(t *testing.T) {
	dir := t.TempDir()
	family := write(t, filepath.Join(dir, "sibs.ped"), affectedSib)
	for text, words := range map[string]string{
		"":                        "o.json",
		"{\n\n\"a\":":             "o.json",
		"{\n\"inheritance\": AR}": "line 2",
		`{"inheritance":"AR"}`:    "allele_frequency",
		`{"inheritance":"AR","allele_frequency":0.01,"colour":"red"}`:               "colour",
		`{"inheritance":"AR","allele_frequency":0.01,"genotypes":{"99":1}}`:         `"99"`,
		`{"inheritance":"AR","allele_frequency":0.01,"phenotypes":{"3":"afected"}}`: "afected",
	} {
		option := write(t, filepath.Join(dir, "o.json"), text)
		refuse(t, []string{"risk", family, "--person", "4", "--option", option}, "--option", words)
	}
}

func TestAnswersStandInTheOrderOfTheScreen(t *testing.T) {
	var answers []risk.Assessment
	if err := json.Unmarshal([]byte(succeed(t, "risk", families, "--json").out), &answers); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, a := range answers {
		names = append(names, a.Model)
	}
	if !slices.Equal(names, riskmodels.Names()) {
		t.Errorf("%q, want %q", names, riskmodels.Names())
	}
	for _, name := range names {
		alone := succeed(t, "risk", families, "--model", name, "--json").out
		if strings.Count(alone, `"model":`) != 1 || !strings.Contains(alone, `"model":"`+name+`"`) {
			t.Errorf("--model %s gives %s", name, alone)
		}
	}
}

func TestTheTableIsForASpreadsheet(t *testing.T) {
	out := filepath.Join(t.TempDir(), "risk.csv")
	succeed(t, "risk", single, "--table", out, "--json")
	rows, err := csv.NewReader(strings.NewReader(read(t, out))).ReadAll()
	if err != nil || len(rows) < len(riskmodels.Names()) {
		t.Fatalf("%v: %q", err, rows)
	}
	found := false
	for _, row := range rows {
		found = found || row[0] == "claus" && row[4] == "risk_by_79"
	}
	if !found {
		t.Errorf("no risk of claus in %q", rows)
	}
	family := write(t, filepath.Join(t.TempDir(), "family.json"), read(t, single))
	refuse(t, []string{"risk", family, "--table", family}, family, "another file")
	if read(t, family) != read(t, single) {
		t.Error("the table was written over the family")
	}
	refuse(t, []string{"risk", single, "--table", filepath.Join(t.TempDir(), "no", "x.csv")}, "no folder")
}

func TestAnAssessmentIsPrintedWhole(t *testing.T) {
	half, fifth := 0.5, 0.2
	var b strings.Builder
	printAssessment(&b, risk.Assessment{
		Model: "m", Title: "A model", Version: "1", Status: risk.OK, Category: "met", Because: []string{"One."}, Counted: []pedigree.ID{"3", "4"},
		Surveillance: []string{"Every year."}, Source: []string{"A paper."},
		Values: risk.Values{"any": 0.25, "risk/breast/100": 0.5, "risk/breast/50": 0.125},
		Range:  risk.Ranges{"any": {Low: 0.125, High: 0.5}, "risk/breast/50": {Low: 0, High: 1, Bound: true}},
		Missing: []risk.Missing{
			{Person: "3", Fact: "age now", Effect: "20.0% to 30.0%", Kind: risk.FactVague},
			{Person: "4", Fact: "breast cancer", Effect: "lower", Kind: risk.FactUnconfirmed, Value: "any", SetAside: &half, Refuted: &fifth, Moves: []string{"not met"}},
		},
	})
	want := `A model (m, 1): ok
  any: 0.25 (0.125 to 0.5)
  risk:
    breast:
      50: 0.125 (certainly within 0 to 1)
      100: 0.5
  category:
    met
  because:
    One.
  counted:
    3, 4
  surveillance:
    Every year.
  what would change the answer:
    3: age now, vague (20.0% to 30.0%)
    4: breast cancer, unconfirmed (lower); set aside: 50.0%; refuted: 20.0%; could become: not met
  source:
    A paper.

`
	if b.String() != want {
		t.Errorf("%s", b.String())
	}
}
