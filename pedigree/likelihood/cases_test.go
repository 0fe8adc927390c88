package likelihood_test

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
)

const cases = "../../../shared/cases"

// TestAgreesWithClippOnEveryIndependentCase compares with the R package clipp (and pedprobr), which
// nobody here wrote.
func TestAgreesWithClippOnEveryIndependentCase(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(cases, "likelihood", "*.json"))
	if len(files) == 0 {
		t.Skip("the independent cases are not beside this checkout")
	}
	worstL, worstP := 0.0, 0.0
	for _, file := range files {
		var c struct {
			Family string
			Model  likelihood.Model
			Expect struct {
				LogLikelihood *float64 `json:"log_likelihood"`
				Posteriors    map[pedigree.ID]likelihood.Vector
			}
		}
		read(t, file, &c)
		var f pedigree.Family
		read(t, filepath.Join(cases, "layout/families", c.Family+".json"), &f)
		got, err := c.Model.Solve(&f, false)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if want := c.Expect.LogLikelihood; want != nil {
			if got.LogLikelihood == nil {
				t.Errorf("%s: impossible because of %v, expected %v", file, got.Impossible, *want)
				continue
			}
			worstL = max(worstL, math.Abs(*got.LogLikelihood-*want))
		}
		for id, want := range c.Expect.Posteriors {
			for g := range want {
				worstP = max(worstP, math.Abs(got.Posteriors[id][g]-want[g]))
			}
		}
	}
	t.Logf("%d cases: log likelihood within %.2g, posteriors within %.2g", len(files), worstL, worstP)
	if worstL > 1e-10 || worstP > 1e-12 {
		t.Errorf("log likelihood off by %.2g (allowed 1e-10), posteriors by %.2g (allowed 1e-12)", worstL, worstP)
	}
}

func read(t testing.TB, file string, into any) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}
