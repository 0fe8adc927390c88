package risk_test

import (
	"slices"
	"testing"

	"kindred/pedigree/risk"
)

func TestKeysStandInReadingOrder(t *testing.T) {
	v := risk.Values{"risk/ovary/50": 0, "risk/breast/100": 0, "any": 0, "risk/breast/50": 0, "carrier/TP53": 0, "carrier/ATM": 0}
	want := []string{"any", "carrier/ATM", "carrier/TP53", "risk/breast/50", "risk/breast/100", "risk/ovary/50"}
	if got := v.Keys(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
