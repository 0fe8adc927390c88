package riskmodels_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kindred/internal/riskmodels"
	"kindred/pedigree/risk"
)

// The page that a geneticist reads has a heading for each model, with its name in brackets.
const page = "../../pedigree/risk/doc.go"

func TestThePageOfThePackageHasASectionForEveryModel(t *testing.T) {
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	var sections []string
	for _, heading := range regexp.MustCompile(`(?m)^// # .*\(([a-z0-9-]+)[,)].*$`).FindAllSubmatch(text, -1) {
		sections = append(sections, string(heading[1]))
	}
	named := riskmodels.Names()
	slices.Sort(sections)
	slices.Sort(named)
	if !slices.Equal(sections, named) {
		t.Errorf("%s has sections for\n%q, and the models are\n%q", page, sections, named)
	}
}

// Every DOI on the page is one that the model's answers show as their source, so that the page cites nothing
// that a clinician cannot find beside a number.
func TestThePageCitesOnlyTheSourcesOfTheNumbers(t *testing.T) {
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	shown := ""
	for _, m := range riskmodels.All() {
		shown += strings.Join(m.Assess(risk.Request{Family: outreach()}).Source, "\n") + "\n"
	}
	for _, doi := range regexp.MustCompile(`10\.\d{4,}/[^\s;,]*[0-9A-Z]`).FindAllString(string(text), -1) {
		if !strings.Contains(shown, doi) {
			t.Errorf("%s cites %s, which is no model's source", page, doi)
		}
	}
}
