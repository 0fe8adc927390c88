package likelihood_test

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
)

// TestAgreesWithClippOnItsOwnFamilies reads ten families of about a hundred people with cancers,
// which come with the R package clipp 1.1.1 (Horton, Jenkins & Hopper), at a risk allele
// frequency of 0.1. Its vignette gives two identical pairs.
func TestAgreesWithClippOnItsOwnFamilies(t *testing.T) {
	people := table(t, "clipp_dat_small.csv")
	twins := [][2]pedigree.ID{{"ora024", "ora027"}, {"aey063", "aey064"}}
	logs, posteriors := table(t, "clipp_small_expected_loglik.csv"), table(t, "clipp_small_expected_genoprob.csv")
	for _, want := range logs {
		f, data := clippFamily(t, people, want["family"])
		for _, c := range []struct {
			column string
			merge  bool
		}{{"loglik_no_twins", false}, {"loglik_with_twins", true}} {
			f.Twins = nil
			for _, pair := range twins {
				f.Twins = append(f.Twins, pedigree.TwinSet{Zygosity: pedigree.Monozygotic, Members: pair[:]})
			}
			plan, err := likelihood.PlanFor(f, c.merge)
			if err != nil {
				t.Fatal(err)
			}
			got, err := plan.Solve(0.1, data)
			if err != nil {
				t.Fatalf("%s: %v", want["family"], err)
			}
			if d := math.Abs(got.LogLikelihood - number(t, want[c.column])); d > 1e-8 { // printed to nine places
				t.Errorf("%s, %s: %.9f, clipp %s", want["family"], c.column, got.LogLikelihood, want[c.column])
			}
			if !c.merge {
				continue
			}
			for _, p := range posteriors {
				for i := range f.Individuals {
					if p["indiv"] != string(f.Individuals[i].ID) {
						continue
					}
					for g, column := range []string{"p11", "p12", "p22"} {
						if math.Abs(got.Posteriors[i][g]-number(t, p[column])) > 1e-9 {
							t.Errorf("%s: %v, clipp %v", p["indiv"], got.Posteriors[i], p)
						}
					}
				}
			}
		}
	}
}

// clippFamily is one family, with the chance by genotype of what happened to everybody. The genotypes in
// the file are not used in the reference.
func clippFamily(t *testing.T, people []map[string]string, name string) (*pedigree.Family, []likelihood.Vector) {
	f, data := &pedigree.Family{}, []likelihood.Vector(nil)
	for _, p := range people {
		if p["family"] != name {
			continue
		}
		f.Individuals = append(f.Individuals, pedigree.Individual{ID: pedigree.ID(p["indiv"]), Mother: pedigree.ID(p["mother"]), Father: pedigree.ID(p["father"])})
		data = append(data, likelihood.Vector{number(t, p["p11"]), number(t, p["p12"]), number(t, p["p22"])})
	}
	return f, data
}

// TestAgreesWithPedprobrOnLoops takes the likelihoods that the R package pedprobr gives for children of
// relatives, at an allele frequency of 0.2.
func TestAgreesWithPedprobrOnLoops(t *testing.T) {
	cousins := `1 2; 1 2>3; 1 2>4; 5; 6; 3 5>7; 6 4>8; 7 8>9`
	double := `1 2 3 4; 1 2>5; 1 2>6; 3 4>7; 3 4>8; 5 7>9; 6 8>10; 9 10>11`
	siblings := `1 2; 1 2>3; 1 2>4; 3 4>5`
	for i, c := range []struct {
		family string
		data   likelihood.Vector
	}{{cousins, likelihood.Vector{0, 0, 1}}, {cousins, likelihood.Vector{0, 1, 0}}, {double, likelihood.Vector{0, 0, 1}}, {siblings, likelihood.Vector{0, 0, 1}}} {
		want := number(t, table(t, "pedprobr_loops.csv")[i]["likelihood"])
		parents := descents(c.family)
		data := make([]likelihood.Vector, len(parents))
		for i := range data {
			data[i] = likelihood.Unknown
		}
		data[len(data)-1] = c.data
		if got := math.Exp(solve(t, parents, 0.2, data).LogLikelihood); math.Abs(got-want) > 1e-14 {
			t.Errorf("%s: %v, pedprobr %v", c.family, got, want)
		}
	}
}

// descents reads "1 2; 1 2>3": founders 1 and 2 and their child 3, numbered in order.
func descents(text string) (parents []likelihood.Parents) {
	for _, part := range strings.Split(text, ";") {
		couple, _, child := strings.Cut(strings.TrimSpace(part), ">")
		at := strings.Fields(couple)
		if !child {
			for range at {
				parents = append(parents, likelihood.Parents{Mother: likelihood.None, Father: likelihood.None})
			}
			continue
		}
		m, _ := strconv.Atoi(at[0])
		f, _ := strconv.Atoi(at[1])
		parents = append(parents, likelihood.Parents{Mother: m - 1, Father: f - 1})
	}
	return parents
}

// table reads a file of independent numbers by column name, and skips the test where there is none.
func table(t *testing.T, name string) (rows []map[string]string) {
	t.Helper()
	file, err := os.Open(filepath.Join(cases, "breast", name))
	if err != nil {
		t.Skip("the independent cases (../shared/cases) are not beside this checkout")
	}
	defer file.Close()
	all, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range all[1:] {
		row := map[string]string{}
		for k, column := range all[0] {
			row[column] = line[k]
		}
		rows = append(rows, row)
	}
	return rows
}

func number(t *testing.T, text string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}
