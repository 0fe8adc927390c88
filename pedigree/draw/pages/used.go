package pages

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kindred/pedigree/draw"
)

// keyOf is the entries of the key that a sheet with these elements needs: for a mark by its Meaning,
// for the texts of labels by their words.
func keyOf(key []entry, page []draw.Element) []entry {
	marks := map[draw.Meaning]bool{}
	var texts []draw.Text
	for i := range page {
		e := &page[i]
		if marks[e.Means] = true; e.Role == draw.RoleLabel || e.Role == draw.RoleMark {
			if t, ok := e.Shape.(draw.Text); ok {
				texts = append(texts, t)
			}
		}
	}
	needs := func(sample *draw.Element) bool {
		if sample.Means != "" {
			return marks[sample.Means]
		}
		t, ok := sample.Shape.(draw.Text)
		if !ok || !strings.HasSuffix(sample.ID, "/sample") {
			return false
		}
		if t.Italic && t.String == "Italic" {
			return slices.ContainsFunc(texts, func(on draw.Text) bool { return on.Italic })
		}
		word, _, _ := strings.Cut(t.String, " ") // "P by arrow"
		return slices.ContainsFunc(texts, func(on draw.Text) bool { return says(on.String, word) })
	}
	return slices.DeleteFunc(slices.Clone(key), func(e entry) bool { return !slices.ContainsFunc(e.elements, needs) })
}

// says reports whether a text has a word, which may follow or precede a digit: "E1" in "E1+", not
// "TN" in "TNM".
func says(text, word string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	for at := 0; ; at++ {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(word):])
		joined := unicode.IsLetter(last) && (unicode.IsLetter(before) || unicode.IsLetter(after))
		if !joined && !(unicode.IsDigit(last) && unicode.IsDigit(after)) {
			return true
		}
	}
}
