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

func model(t *testing.T) *breastovarian.Model {
	t.Helper()
	m, err := breastovarian.New(assets.Must("models/inherited-breast-ovarian.json"), assets.Must("models/incidence.json"), assets.Must("models/deaths.json"))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestTheDesignPictureInSentences holds what a clinician reads of sample G10482: the family of the design
// picture.
func TestTheDesignPictureInSentences(t *testing.T) {
	m := model(t)
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

// TestAVariantOfAGeneThatTheModelLacksStopsIt, where its carriers are at high risk of breast cancer and the subject
// may have it; any other is warned of.
func TestAVariantOfAGeneThatTheModelLacksStopsIt(t *testing.T) {
	m := model(t)
	family := func(id pedigree.ID, gene string, clear bool) *pedigree.Family {
		f := &pedigree.Family{AsOf: "2026-11-22", Individuals: []pedigree.Individual{
			{ID: "mother", Sex: pedigree.Female, Age: pedigree.ExactYear(60), Well: pedigree.Yes},
			{ID: "father", Sex: pedigree.Male},
			{ID: "self", Sex: pedigree.Female, Mother: "mother", Father: "father", Age: pedigree.ExactYear(33), Well: pedigree.Yes, Consultand: true},
		}}
		p := f.Individual(id)
		p.GeneTests = append(p.GeneTests, pedigree.GeneTest{Gene: gene, Result: pedigree.Positive})
		if clear {
			f.Individual("self").GeneTests = []pedigree.GeneTest{{Gene: gene, Result: pedigree.Negative, Scope: pedigree.FamilialVariant}}
		}
		return f
	}
	for _, gene := range []string{"TP53", "PTEN", "CDH1", "STK11", "pten"} {
		for id, says := range map[pedigree.ID]string{"mother": "is known in the family (mother): a test for it comes first", "self": "was found in the person asked about"} {
			if a := m.Assess(risk.Request{Family: family(id, gene, false)}); a.Status != risk.NotApplicable || len(a.Values)+len(a.Curves) > 0 || !strings.Contains(a.Because[0], says) || a.Model != m.Name() || len(a.Source) == 0 {
				t.Errorf("%s in %s: %s %q", gene, id, a.Status, a.Because)
			}
		}
		a := m.Assess(risk.Request{Family: family("mother", gene, true)})
		if a.Status != risk.OK || !strings.Contains(strings.Join(a.Warnings, " "), "Tests for that variant say that the person asked about does not have it.") {
			t.Errorf("%s, not hers: %s %q", gene, a.Status, a.Warnings)
		}
	}
	for gene, warned := range map[string]bool{"MLH1": true, "MSH2": true, "CFTR": true, "BRCA1": false, "ATM": false} {
		a := m.Assess(risk.Request{Family: family("mother", gene, false)})
		if got := strings.Contains(strings.Join(a.Warnings, " "), "A variant in "+gene+" is known (mother), and this model does not have that gene"); a.Status != risk.OK || got != warned {
			t.Errorf("%s: %s, warned %v: %q", gene, a.Status, got, a.Warnings)
		}
	}
}
