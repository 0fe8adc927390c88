package nice

import (
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// carrying adds a positive test.
func carrying(f *pedigree.Family, id pedigree.ID, gene string) *pedigree.Family {
	f.Individual(id).GeneTests = []pedigree.GeneTest{{ID: "t", Gene: gene, Result: pedigree.Positive, Class: 5}}
	return f
}

func clear(f *pedigree.Family, id pedigree.ID, gene string) *pedigree.Family {
	f.Individual(id).GeneTests = []pedigree.GeneTest{{Gene: gene, Result: pedigree.Negative, Scope: pedigree.FamilialVariant}}
	return f
}

// TestAVariantThatNoFiguresKnowLeavesNoCategory unless the subject, or the line to her, is clear of it, carries it,
// or is at high risk anyway.
func TestAVariantThatNoFiguresKnowLeavesNoCategory(t *testing.T) {
	for _, gene := range []string{"TP53", "PTEN", "CDH1", "STK11", "tp53"} {
		for name, c := range map[string]struct {
			f        *pedigree.Family
			lifetime float64
			want     string
		}{
			"mother's":                        {carrying(family(), "mother", gene), 0.12, "cannot tell"},
			"mother's, moderate otherwise":    {carrying(family(), "mother", gene), 0.2, "cannot tell"},
			"mother's, high otherwise":        {carrying(family(), "mother", gene), 0.35, "high"},
			"aunt's":                          {carrying(family(), "maunt", gene), 0.12, "cannot tell"},
			"aunt's, but mother is clear":     {clear(carrying(family(), "maunt", gene), "mother", gene), 0.12, "near population"},
			"aunt's, but the sister is clear": {clear(carrying(family(), "maunt", gene), "sister", gene), 0.12, "cannot tell"},
			"mother's, but she is clear":      {clear(carrying(family(), "mother", gene), "self", gene), 0.12, "near population"},
			"her own":                         {carrying(family(), "self", gene), 0.12, "high"},
		} {
			a := assess(t, c.f, says("x", c.lifetime, 0.02))
			if a.Category != c.want || (a.Status == risk.CannotTell) != (c.want == "cannot tell") || c.want == "cannot tell" && len(a.Values) > 0 {
				t.Errorf("%s, %s: %s %s %v", gene, name, a.Status, a.Category, a.Values)
			}
			if c.want == "cannot tell" && (!strings.Contains(a.Because[0], "a test for that variant comes first") || len(a.Missing) != 2) {
				t.Errorf("%s, %s: %q %+v", gene, name, a.Because, a.Missing)
			}
			if c.want == "near population" && !strings.Contains(text(a.Warnings), "does not have that gene") {
				t.Errorf("%s, %s: %q", gene, name, a.Warnings)
			}
		}
	}
	if a := assess(t, carrying(family(), "self", "TP53")); a.Category != "high" || a.Status != risk.OK {
		t.Errorf("a carrier without figures: %s %s", a.Status, a.Category)
	}
}

func TestASecondBreastCancerThatNoFiguresReadLeavesNoCategoryNearPopulation(t *testing.T) {
	twice := func() *pedigree.Family {
		return with(with(family(), "mother", pedigree.Breast, "42"), "mother", pedigree.Breast, "45")
	}
	one := says("inherited-breast-ovarian", 0.136, 0.02)
	a := assess(t, twice(), one)
	if a.Status != risk.CannotTell || a.Category != "cannot tell" || len(a.Values) > 0 || !strings.Contains(a.Because[0], "second breast cancer, is recorded (mother)") || !strings.Contains(a.Because[0], "13.6%") {
		t.Errorf("%s %s %q", a.Status, a.Category, a.Because)
	}
	if a = assess(t, twice(), one, says("reads it", 0.12, 0.02)); a.Category != "near population" {
		t.Errorf("with a model that reads it: %s %q", a.Category, a.Because)
	}
	if a = assess(t, twice(), says("inherited-breast-ovarian", 0.2, 0.02)); a.Category != "moderate" || !strings.Contains(text(a.Because), "does not read a second breast cancer") {
		t.Errorf("moderate at least: %s %q", a.Category, a.Because)
	}
	if a = assess(t, with(family(), "mother", pedigree.Breast, "42"), one); a.Category != "near population" {
		t.Errorf("one cancer: %s %q", a.Category, a.Because)
	}
}

func TestWhatToBearInMindOfFiguresFollowsHowManyAreAffected(t *testing.T) {
	one := with(family(), "mother", pedigree.Breast, "55")
	two := with(with(family(), "mother", pedigree.Breast, "55"), "maunt", pedigree.Breast, "60")
	for _, c := range []struct {
		model string
		f     *pedigree.Family
		said  bool
	}{
		{"claus", family(), true},
		{"claus", one, true},
		{"claus", two, false},
		{"claus-tables", one, true},
		{"claus-tables", two, false},
		{"inherited-breast-ovarian", family(), false},
		{"inherited-breast-ovarian", one, true},
		{"inherited-breast-ovarian", two, true},
	} {
		a := assess(t, c.f, says(c.model, 0.12, 0.02))
		if got := strings.Contains(text(a.Because), "understate"); got != c.said {
			t.Errorf("%s, %d affected: %q", c.model, withBreastCancer(risk.Open(risk.Request{Family: c.f})), a.Because)
		}
	}
}

func TestAnotherVariantOfTheFamilyIsWarnedOf(t *testing.T) {
	x := says("x", 0.12, 0.02)
	x.Values["carrier/BRCA1"], x.Values["carrier/BRCA2"] = 0.01, 0.01
	if a := assess(t, carrying(family(), "mother", "MSH2"), x); a.Category != "near population" || !strings.Contains(text(a.Warnings), "A variant in MSH2 is known (mother)") {
		t.Errorf("%s %q", a.Category, a.Warnings)
	}
	if a := assess(t, carrying(family(), "mother", "BRCA1"), x); strings.Contains(text(a.Warnings), "does not have that gene") {
		t.Errorf("%q", a.Warnings)
	}
}

func TestNoCategoryBeyondTheAgesOfTheFigures(t *testing.T) {
	for age, want := range map[int]risk.Status{79: risk.OK, 80: risk.NotApplicable, 85: risk.NotApplicable} {
		f := family()
		f.Individual("self").Age = pedigree.ExactYear(age)
		a := assess(t, f, says("x", 0.12, 0.02))
		if a.Status != want || want != risk.OK && (a.Category != "" || !strings.Contains(a.Because[0], "risks to 80")) {
			t.Errorf("at %d: %s %s %q", age, a.Status, a.Category, a.Because)
		}
	}
}
