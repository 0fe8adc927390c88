package entry

import (
	"slices"
	"strings"
	"testing"

	"kindred/pedigree"
)

func TestTheAtLineFindsWhoIsMeant(t *testing.T) {
	f := anna()
	ids := counter()
	enterAll(t, f, ids, "m Carol", "mat aunt Joan 66", "mat aunt Sue", "pat uncle Joan", `s "Mary Ann"`, "mgm's s Edna", "b Tom")
	for words, want := range map[string]string{
		"@": "Anna", "@ self": "Anna", "@mother": "Carol", "@ mat aunt Joan": "Joan", "@ Sue": "Sue", "@ s mary ann": "Mary Ann",
		"@ Mary": "Mary Ann", "@ mgm's s Edna": "Edna", "@ b": "Tom", "@ Anna": "Anna", "@ mum's s Sue": "Sue", "@ brother": "Tom",
	} {
		id, err := Target(words, f, ids)
		if err != nil || f.Individual(id).Name != want {
			t.Errorf("%s: %v, %v; want %s", words, id, err, want)
		}
	}
	people := len(f.Individuals)
	for words, says := range map[string]string{
		"@ Joan": "2 people", "@ mat aunt": "2 people", "@ mat aunt Nobody": "nobody", "@ Nobody": "nobody", "@ s Jane 54": "no relative", "@ dau": "nobody",
		"@ brothers none": "no relative", "@ 66": "no relative", "@ aunt": "2 people", "@ sister x3": "no relative", "@ Joan's dau Lucy": "several",
	} {
		if _, err := Target(words, f, ids); err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want it to say %q", words, err, says)
		}
	}
	if len(f.Individuals) != people {
		t.Error("a target that is nobody added somebody")
	}
	id, err := Target("@ pgm", f, ids)
	if err != nil || f.Relationship("1", id).Words != "paternal grandmother" {
		t.Errorf("everybody has grandparents: %v, %v", id, err)
	}
	if _, err := Target("@ mother", &pedigree.Family{}, ids); err == nil {
		t.Error("the mother of nobody was found")
	}
}

func TestTabCompletesWhatTheWordCanBe(t *testing.T) {
	f := anna()
	enterAll(t, f, counter(), "m Carol", "mat aunt Joan 66", `partner "Paul James"`)
	for line, want := range map[string]string{
		"mat au": "mat aunt ", "mate": "maternal aunt ", "dau": "daughter ", "Jo": "Joan's ", "s Jane 54 end": "s Jane 54 endometrium ",
		"s Jane BRC": "s Jane BRCA1 ", "mat cousin Lucy < J": "mat cousin Lucy < Joan ", "dau Mia < P": `dau Mia < "Paul James" `,
		"@ Ca": "@ Carol ", "@ Paul": "@ Paul James ", "s Jane 54, bro": "s Jane 54, brother ", "mgm's sis": "mgm's sister ", "2 sis": "2 sister ",
	} {
		choices := Complete(line, f, "1")
		if !slices.ContainsFunc(choices, func(c Choice) bool { return c.Line == want && c.Words != "" }) {
			t.Errorf("%q: %+v, want %q", line, choices, want)
		}
	}
	for _, line := range []string{"", "mat aunt ", "s Jane 54 ", "s Jane zzz"} {
		if choices := Complete(line, f, "1"); len(choices) > 0 {
			t.Errorf("%q: %+v", line, choices)
		}
	}
}
