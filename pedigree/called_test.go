package pedigree

import (
	"fmt"
	"regexp"
	"testing"

	"pgregory.net/rapid"
)

// around is Anna, the consultand n1, her mother n2, her mother's parents n3 and n4, and three sisters of
// her mother without names but for the last, who is an Anna too; n8 is the first one's partner.
func around() *Family {
	child := func(id ID, name string) Individual {
		return Individual{ID: id, Name: name, Sex: Female, Mother: "n3", Father: "n4"}
	}
	return &Family{Individuals: []Individual{
		{ID: "n1", Name: "Anna", Sex: Female, Mother: "n2", Consultand: true},
		child("n2", "Carol"),
		{ID: "n3", Sex: Female},
		{ID: "n4", Sex: Male},
		child("n5", ""), child("n6", ""), child("n7", "Anna"),
		{ID: "n8"},
		{ID: "n9"},
	}, Unions: []Union{{Partners: []ID{"n5", "n8"}}}}
}

func TestSomebodyWithoutANameIsCalledByTheirPlace(t *testing.T) {
	f := around()
	for id, want := range map[ID]string{
		"n2": "Carol",
		"n3": "the maternal grandmother (not named)",
		"n5": "the first maternal aunt (not named)",
		"n6": "the second maternal aunt (not named)",
		"n1": "Anna (consultand)",
		"n7": "Anna (maternal aunt)",
		"n8": "the maternal aunt's partner (not named)",
		"n9": "the person (not named)",
		"zz": "somebody who is not in the family",
	} {
		if got := f.Called(id); got != want {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
}

func TestWithoutASubjectAPlaceIsBesideSomebodyNamed(t *testing.T) {
	f := around()
	f.Individuals[0].Consultand = false
	for id, want := range map[ID]string{
		"n3": "the mother of Carol (not named)",
		"n9": "the second person (not named)",
	} {
		if got := f.Called(id); got != want {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
}

func TestManyInOnePlaceAreCounted(t *testing.T) {
	for n, want := range map[int]string{1: "first", 10: "tenth", 11: "11th", 12: "12th", 21: "21st", 22: "22nd", 33: "33rd", 111: "111th"} {
		if got := rankWord(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

// TestNoFindingShowsAnID is what a reader of a finding relies on: an id tells them nothing.
func TestNoFindingShowsAnID(t *testing.T) {
	id := regexp.MustCompile(`zq\d`)
	rapid.Check(t, func(t *rapid.T) {
		f := &Family{AsOf: "2026-11-21"}
		ids := rapid.SampledFrom([]ID{"", "zq0", "zq1", "zq2", "zq3", "zq4"})
		ages := rapid.SampledFrom([]Fuzzy{{}, ExactYear(5), ExactYear(40), ExactYear(99), ExactYear(999)})
		sexes := rapid.SampledFrom([]Sex{"", Female, Male})
		for i := range rapid.IntRange(1, 5).Draw(t, "people") {
			f.Individuals = append(f.Individuals, Individual{
				ID: ID(fmt.Sprintf("zq%d", i)), Name: rapid.SampledFrom([]string{"", "Ann"}).Draw(t, "name"), Sex: sexes.Draw(t, "sex"),
				Mother: ids.Draw(t, "mother"), Father: ids.Draw(t, "father"), Age: ages.Draw(t, "age"), Born: rapid.SampledFrom([]Fuzzy{{}, ExactYear(1950)}).Draw(t, "born"),
				Proband: rapid.Bool().Draw(t, "proband"), Diagnoses: []Diagnosis{{Site: Ovary, Age: ages.Draw(t, "at")}},
				Surgery: []Surgery{{What: "bilateral oophorectomy", Age: ages.Draw(t, "operated")}},
			})
		}
		f.Twins = []TwinSet{{Zygosity: Monozygotic, Members: []ID{ids.Draw(t, "twin"), ids.Draw(t, "other")}}}
		f.Unions = []Union{{Partners: []ID{ids.Draw(t, "partner"), ids.Draw(t, "with")}, Children: []ID{ids.Draw(t, "child")}}}
		f.Patients = []Patient{{ID: "zq9", Individual: ids.Draw(t, "patient"), NHSNumber: "9990000019"}}
		for _, found := range f.Validate() {
			if id.MatchString(found.Message) {
				t.Fatalf("%s: %s", found.Key, found.Message)
			}
		}
	})
}

func TestCalledTellsPeopleOfOneNameApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFamily(12).Draw(t, "family")
		for i := range f.Individuals {
			f.Individuals[i].Name = rapid.SampledFrom([]string{"", "Mary", "Tom"}).Draw(t, "name")
		}
		called := map[string]ID{}
		for _, p := range f.Individuals {
			words := f.Called(p.ID)
			if other, twice := called[words]; twice {
				t.Fatalf("both %s and %s are called %q", other, p.ID, words)
			}
			called[words] = p.ID
		}
	})
}
