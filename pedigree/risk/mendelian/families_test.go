package mendelian_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/mendelian"
)

// family reads one person a line, "id sex mother father", with 0 for a parent who is not known.
func family(lines ...string) *pedigree.Family {
	f := &pedigree.Family{AsOf: "2026-11-22"}
	for _, line := range lines {
		word := strings.Fields(line)
		p := pedigree.Individual{ID: pedigree.ID(word[0]), Sex: map[string]pedigree.Sex{"F": pedigree.Female, "M": pedigree.Male}[word[1]]}
		if len(word) > 2 && word[2] != "0" {
			p.Mother = pedigree.ID(word[2])
		}
		if len(word) > 3 && word[3] != "0" {
			p.Father = pedigree.ID(word[3])
		}
		f.Individuals = append(f.Individuals, p)
	}
	return f
}

// children are n lines of children of one sex.
func children(n int, name, sex, mother, father string) []string {
	var lines []string
	for i := range n {
		lines = append(lines, fmt.Sprintf("%s%d %s %s %s", name, i+1, sex, mother, father))
	}
	return lines
}

// unaffected is a JSON list of n healthy people by name, with a comma before each.
func unaffected(n int, name string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `,"%s%d":"unaffected"`, name, i+1)
	}
	return b.String()
}

func model(t testing.TB) *mendelian.Model {
	t.Helper()
	numbers, err := os.ReadFile("../../../assets/models/mendelian.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := mendelian.New(numbers)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// ask is the answer about one person; it must be one.
func ask(t testing.TB, f *pedigree.Family, subject, option string) risk.Assessment {
	t.Helper()
	a := model(t).Assess(risk.Request{Family: f, Subject: pedigree.ID(subject), Option: []byte(option)})
	if a.Status != risk.OK {
		t.Fatalf("%s: %q", a.Status, a.Because)
	}
	return a
}
