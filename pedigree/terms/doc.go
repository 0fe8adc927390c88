// Package terms turns the everyday words of a family history into the field's: "womb" into
// endometrium, "mast" into mastectomy, "brca1" into BRCA1. Where an everyday word may mean several
// things it says so and chooses none: a "skin" cancer is not a melanoma until somebody says that it was.
package terms

import "strings"

// plain is the form in which words are looked up: lower case, single spaces, no hyphens, and no full
// stop at the end.
func plain(words string) string {
	if isPlain(words) {
		return words
	}
	words = straight.Replace(strings.ToLower(words))
	return strings.TrimRight(strings.Join(strings.Fields(words), " "), ".")
}

// isPlain reports words that are in the plain form already, as most are: Latin letters in lower case,
// digits, and single spaces between.
func isPlain(words string) bool {
	before := byte(' ')
	for i := 0; i < len(words); i++ {
		c := words[i]
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == ' ' && before != ' ') {
			return false
		}
		before = c
	}
	return before != ' '
}

// straight makes hyphens spaces and curly apostrophes plain ones.
var straight = strings.NewReplacer("-", " ", "’", "'")

// beginning lists the words that begin with the prefix, in their order. The empty prefix begins all.
func beginning(words []string, prefix string) []string {
	prefix = plain(prefix)
	var found []string
	for _, w := range words {
		if strings.HasPrefix(plain(w), prefix) {
			found = append(found, w)
		}
	}
	return found
}
