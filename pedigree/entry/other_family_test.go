package entry

import (
	"testing"

	"kindred/pedigree"
	"pgregory.net/rapid"
)

// A line that is being typed is tried on the family that is drawn, which may be older or newer than the
// one that it was read for.
func TestALineReadForOneFamilyIsSafeToApplyToAnother(t *testing.T) {
	lines := []string{
		"m carol 63 br 48", "s may 54", "s may ov 60", "d x2", "br bob < joan", "mat aunt joan 66 br 49", "half s", "cousin Pat < Joan", "66, br 49", "twin Ann mz",
		"p tom", "gm d 80", "nephew jim < may", "s x3 well", "preg 12w", "step s Jo", "no children", "mc", "great aunt", "name Anna", "stepf ken", "3s", "child of Joan",
	}
	rapid.Check(t, func(t *rapid.T) {
		f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Consultand: true}}}
		n := 0
		ids := func() pedigree.ID { n++; return pedigree.ID("n" + string(rune('a'+n%26)) + string(rune('a'+n/26))) }
		for range rapid.IntRange(0, 8).Draw(t, "lines") {
			line, at := rapid.SampledFrom(lines).Draw(t, "line"), rapid.IntRange(0, len(f.Individuals)-1).Draw(t, "at")
			before := f.Clone()
			_, _ = Parse(line, f, f.Individuals[at].ID).Apply(f, pedigree.Provenance{}, ids)
			next := rapid.SampledFrom(lines).Draw(t, "next")
			subject := f.Individuals[rapid.IntRange(0, len(f.Individuals)-1).Draw(t, "subject")].ID
			_, _ = Parse(next, f, subject).Apply(before, pedigree.Provenance{}, ids)
			empty := &pedigree.Family{}
			_, _ = Parse(next, f, subject).Apply(empty, pedigree.Provenance{}, ids)
		}
	})
}
