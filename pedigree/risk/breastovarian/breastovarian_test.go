package breastovarian_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"kindred/assets"
	"kindred/internal/golden"
	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/breastovarian"
)

// TestTheDesignPictureInSentences holds what a clinician reads of sample G10482: the family of the design
// picture.
func TestTheDesignPictureInSentences(t *testing.T) {
	m, err := breastovarian.New(assets.Must("models/inherited-breast-ovarian.json"), assets.Must("models/incidence.json"), assets.Must("models/deaths.json"))
	if err != nil {
		t.Fatal(err)
	}
	var f pedigree.Family
	if err := json.Unmarshal(assets.Must("families/g10482-breast-ovarian.json"), &f); err != nil {
		t.Fatal(err)
	}
	a := m.Assess(risk.Request{Family: &f})
	if a.Status != risk.OK || a.Model != "inherited-breast-ovarian" {
		t.Fatalf("%s %s %q", a.Model, a.Status, a.Because)
	}
	var b bytes.Buffer
	for _, key := range a.Values.Keys() {
		r := a.Range[key]
		fmt.Fprintf(&b, "%s: %s, %s to %s\n", key, risk.Fine(a.Values[key]), risk.Fine(r.Low), risk.Fine(r.High))
	}
	said, _ := a.Said()
	fmt.Fprintf(&b, "\n%s\n\n%s\n\n%s\n\n", said, strings.Join(a.Because, "\n"), strings.Join(a.Working, "\n"))
	for _, missing := range a.Missing {
		fmt.Fprintf(&b, "%s: %s (%s): %s\n", missing.Person, missing.Fact, missing.Kind, missing.Effect)
	}
	fmt.Fprintf(&b, "\n%s\n", strings.Join(a.Warnings, "\n"))
	for _, c := range a.Curves {
		last := c.Points[len(c.Points)-1]
		fmt.Fprintf(&b, "\n%s, crude %v, by %d: %s, people in general %s; with %s %s, without %s", c.Cancer, c.Crude, last.Age,
			risk.Fine(last.Risk), risk.Fine(last.Population), c.Gene, risk.Fine(last.With), risk.Fine(last.Without))
	}
	fmt.Fprintln(&b)
	golden.Assert(t, "testdata/g10482.golden", b.Bytes())
}
