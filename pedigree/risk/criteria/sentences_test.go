package criteria_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"kindred/internal/golden"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// TestSentencesOfTheSampleFamilies holds every sentence about three of the invented families: one with
// Lynch syndrome, one told in vague words, and one with bowel cancer on both sides.
func TestSentencesOfTheSampleFamilies(t *testing.T) {
	var text bytes.Buffer
	for _, name := range []string{"g10483-lynch", "g10488-transgender-parent", "g10489-valley", "g10490-vague"} {
		data, err := os.ReadFile("../../../assets/families/" + name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		f := &pedigree.Family{}
		if err := json.Unmarshal(data, f); err != nil {
			t.Fatal(err)
		}
		for _, m := range models(t) {
			a := m.Assess(risk.Request{Family: f})
			fmt.Fprintf(&text, "%s, %s: %s %s %v\n", name, a.Model, a.Status, a.Category, a.Counted)
			for _, lines := range [][]string{a.Because, a.Surveillance, a.Working} {
				for _, line := range lines {
					fmt.Fprintf(&text, "  %s\n", line)
				}
			}
			for _, m := range a.Missing {
				fmt.Fprintf(&text, "  %s: %s: %s %v\n", m.Person, m.Fact, m.Effect, m.Moves)
			}
		}
	}
	golden.Assert(t, "testdata/sentences.golden", text.Bytes())
}
