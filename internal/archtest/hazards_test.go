package archtest

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

var (
	hazardHeading = regexp.MustCompile(`(?m)^## (H\d+) .+$`)
	namedTest     = regexp.MustCompile("`((?:Test|Fuzz)\\w+)`")
	testFunction  = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
)

func TestEveryHazardNamesTestsThatExist(t *testing.T) {
	log, err := os.ReadFile(root + "/packaging/clinical-safety.md")
	if err != nil {
		t.Fatal(err)
	}
	exists := map[string]bool{}
	eachGoFile(t, func(path string, text []byte) {
		if strings.HasSuffix(path, "_test.go") {
			for _, m := range testFunction.FindAllSubmatch(text, -1) {
				exists[string(m[1])] = true
			}
		}
	})
	headings := hazardHeading.FindAllStringIndex(string(log), -1)
	if len(headings) < 8 {
		t.Fatalf("the hazard log has %d hazards, at least the eight first ones must stand", len(headings))
	}
	for i, at := range headings {
		end := len(log)
		if i+1 < len(headings) {
			end = headings[i+1][0]
		}
		section := string(log[at[0]:end])
		hazard, _, _ := strings.Cut(section, "\n")
		named := namedTest.FindAllStringSubmatch(section, -1)
		if len(named) == 0 {
			t.Errorf("%s names no test", hazard)
		}
		for _, m := range named {
			if !exists[m[1]] {
				t.Errorf("%s names %s, which does not exist", hazard, m[1])
			}
		}
	}
}
