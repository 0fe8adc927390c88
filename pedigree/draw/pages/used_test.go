package pages

import (
	"slices"
	"testing"

	"kindred/pedigree/draw"
)

func TestAnAbbreviationIsAWordOfItsOwn(t *testing.T) {
	for _, tt := range []struct {
		text, word string
		want       bool
	}{
		{"Breast L 49 TN confirmed", "TN", true},
		{"TNM stage", "TN", false},
		{"E1+", "E1", true},
		{"E12+", "E1", false},
		{"E1u", "u", true},
		{"unknown", "u", false},
		{"BRCA1 +", "+", true},
		{"BSO 45", "BSO", true},
		{"", "BSO", false},
	} {
		if got := says(tt.text, tt.word); got != tt.want {
			t.Errorf("%q says %q: %v", tt.text, tt.word, got)
		}
	}
}

func TestAnEntryIsNeededWhereItsMarkOrWordIs(t *testing.T) {
	mark := func(m draw.Meaning) *draw.Element {
		return &draw.Element{Role: draw.RoleMark, Shape: draw.Circle{}, Means: m}
	}
	text := func(role draw.Role, id, s string, italic bool) *draw.Element {
		return &draw.Element{ID: id, Role: role, Shape: draw.Text{String: s, Italic: italic}}
	}
	meaning := text(draw.RoleKey, "key/1/meaning", "Breast cancer, confirmed", false)
	key := []entry{
		{id: "condition", elements: []*draw.Element{mark("condition:breast"), meaning}},
		{id: "line", elements: []*draw.Element{mark(draw.Presymptomatic), meaning}},
		{id: "dot", elements: []*draw.Element{mark(draw.CarrierDot), meaning}},
		{id: "word", elements: []*draw.Element{text(draw.RoleKey, "key/2/sample", "TN", false), meaning}},
		{id: "italic", elements: []*draw.Element{text(draw.RoleKey, "key/3/sample", "Italic", true)}},
		{id: "arrow", elements: []*draw.Element{text(draw.RoleKey, "key/4/sample", "P by arrow", false)}},
	}
	for name, tt := range map[string]struct {
		on   *draw.Element
		want []string
	}{
		"a plain line":      {&draw.Element{Role: draw.RoleLine, Shape: draw.Line{}, Means: draw.Siblings}, nil},
		"a condition":       {mark("condition:breast"), []string{"condition"}},
		"another condition": {mark("condition:ovary"), nil},
		"a vertical line":   {mark(draw.Presymptomatic), []string{"line"}},
		"a dot":             {mark(draw.CarrierDot), []string{"dot"}},
		"an obligate dot":   {mark(draw.ObligateDot), nil},
		"a label":           {text(draw.RoleLabel, "ind:1/label/1", "Breast 40 TN reported", true), []string{"word", "italic"}},
		"an arrow":          {text(draw.RoleMark, "ind:1/proband", "P", false), []string{"arrow"}},
		"the frame":         {text(draw.RoleFooter, "footer/1", "TN", true), nil},
	} {
		var got []string
		for _, e := range keyOf(key, []draw.Element{*tt.on}) {
			got = append(got, e.id)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s needs %v, want %v", name, got, tt.want)
		}
	}
}

func TestSeveredLinesAreLetteredFromAToZAndOn(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 27: "AB", 51: "AZ", 52: "BA", 702: "AAA"} {
		if got := letter(i); got != want {
			t.Errorf("letter %d is %s, want %s", i, got, want)
		}
	}
}

func TestLettersOfMarksAreNotUsedAgain(t *testing.T) {
	s := &draw.Scene{Elements: []draw.Element{
		{Role: draw.RoleMark, Shape: draw.Text{String: "A"}},
		{Role: draw.RoleMark, Shape: draw.Text{String: "C"}},
		{Role: draw.RoleLabel, Shape: draw.Text{String: "B"}},
	}}
	if got := lettersFor(3, s); !slices.Equal(got, []string{"B", "D", "E"}) {
		t.Errorf("letters %v", got)
	}
}
