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

func TestAnEntryIsNeededWhereItsHueWordOrMarkIs(t *testing.T) {
	text := func(role draw.Role, id, s string, italic bool) *draw.Element {
		return &draw.Element{ID: id, Role: role, Shape: draw.Text{String: s, Italic: italic}}
	}
	hue := &draw.Element{ID: "key/1/ground", Role: draw.RoleKey, Shape: draw.Polygon{Fill: "hue-1-ground"}}
	key := []entry{
		{id: "hue", elements: []*draw.Element{hue}},
		{id: "word", elements: []*draw.Element{text(draw.RoleKey, "key/2/sample", "TN", false)}},
		{id: "italic", elements: []*draw.Element{text(draw.RoleKey, "key/3/sample", "Italic", true)}},
		{id: "arrow", elements: []*draw.Element{text(draw.RoleKey, "key/4/sample", "P by arrow", false)}},
		{id: "phrase", elements: []*draw.Element{text(draw.RoleKey, "key/5/sample", "words of a later release", false)}},
		{id: "arc", elements: []*draw.Element{text(draw.RoleKey, "key/7/sample", "dashed arc", false)}},
		{id: "letter", elements: []*draw.Element{text(draw.RoleKey, "key/8/sample", "same letter", false)}},
		{id: "star", elements: []*draw.Element{{ID: "key/6/star/1", Role: draw.RoleKey, Shape: draw.Line{}}}},
	}
	for name, tt := range map[string]struct {
		on   *draw.Element
		want []string
	}{
		"nothing":   {&draw.Element{Role: draw.RoleLine, Shape: draw.Line{}}, []string{"phrase"}},
		"a fill":    {&draw.Element{Role: draw.RoleFill, Shape: draw.Sector{Fill: "hue-1-ground"}}, []string{"hue", "phrase"}},
		"another":   {&draw.Element{Role: draw.RoleFill, Shape: draw.Sector{Fill: "hue-2-ground"}}, []string{"phrase"}},
		"a label":   {text(draw.RoleLabel, "ind:1/label/1", "Breast 40 TN reported", true), []string{"word", "italic", "phrase"}},
		"an arrow":  {text(draw.RoleMark, "ind:1/proband", "P", false), []string{"arrow", "phrase"}},
		"an arc":    {&draw.Element{ID: "ind:1#2/same", Role: draw.RoleLine, Shape: draw.Polyline{}}, []string{"phrase", "arc"}},
		"a letter":  {text(draw.RoleMark, "ind:1#2/letter", "A", false), []string{"phrase", "letter"}},
		"a star":    {&draw.Element{ID: "ind:1/evaluated/2", Role: draw.RoleMark, Shape: draw.Line{}}, []string{"phrase", "star"}},
		"the frame": {text(draw.RoleFooter, "footer/1", "TN", true), []string{"phrase"}},
	} {
		var got []string
		for _, e := range needed(key, []draw.Element{*tt.on}) {
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
