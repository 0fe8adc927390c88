package entry

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one word of a line. A comma, a semicolon and the "<" before a name stand alone; what is in
// double quotes is one word.
type word struct {
	Span
	text   string // as typed, without its quotes
	low    string // in lower case, without a full stop at the end
	quoted bool
}

// is reports one of some words, typed without quotes.
func (w word) is(any ...string) bool {
	for _, a := range any {
		if w.low == a && !w.quoted {
			return true
		}
	}
	return false
}

// separates reports a word that ends a head, a name or an entry.
func (w word) separates() bool { return w.is(",", ";", "<") }

// owner is the word without "'s", and whether it had one.
func (w word) owner() (word, bool) {
	if w.quoted {
		return w, false
	}
	for _, ending := range []string{"'s", "’s"} {
		if text, found := cutFold(w.text, ending); found && text != "" {
			return word{Span: w.Span, text: text, low: strings.ToLower(text)}, true
		}
	}
	return w, false
}

func cutFold(text, ending string) (string, bool) {
	at := len(text) - len(ending)
	if at < 0 || !strings.EqualFold(text[at:], ending) {
		return text, false
	}
	return text[:at], true
}

// isName reports a word that can be part of a name by its letters: it begins with one.
func (w word) isName() bool {
	if w.quoted {
		return strings.TrimSpace(w.text) != ""
	}
	first, _ := utf8.DecodeRuneInString(w.text)
	if !unicode.IsLetter(first) {
		return false
	}
	for _, r := range w.text {
		if !unicode.IsLetter(r) && !strings.ContainsRune("'’-.", r) {
			return false
		}
	}
	return true
}

// capital reports that the word begins with a capital letter.
func (w word) capital() bool {
	first, _ := utf8.DecodeRuneInString(w.text)
	return unicode.IsUpper(first)
}

// closing is the quote that ends what a quote begins.
var closing = map[rune]rune{'"': '"', '“': '”', '„': '“'}

// split cuts a line into words.
func split(line string) []word {
	var words []word
	for at := 0; at < len(line); {
		r, size := utf8.DecodeRuneInString(line[at:])
		end := at + size
		switch {
		case unicode.IsSpace(r):
			at = end
			continue
		case r == ',' || r == ';', r == '<' && beginsName(line[end:]):
			words = append(words, word{Span: Span{at, end}, text: line[at:end], low: line[at:end]})
		case closing[r] != 0 && strings.ContainsRune(line[end:], closing[r]):
			inside := strings.IndexRune(line[end:], closing[r])
			text := line[end : end+inside]
			end += inside + utf8.RuneLen(closing[r])
			words = append(words, word{Span: Span{at, end}, text: text, low: strings.ToLower(text), quoted: true})
		default:
			end = at + wordLength(line[at:])
			text := line[at:end]
			low := strings.ToLower(text)
			if trimmed := strings.TrimRight(low, "."); trimmed != "" {
				low = trimmed
			}
			words = append(words, word{Span: Span{at, end}, text: text, low: low})
		}
		at = end
	}
	return words
}

// wordLength is how many bytes the word takes that text begins with.
func wordLength(text string) int {
	for at, r := range text {
		if at > 0 && (unicode.IsSpace(r) || r == ',' || r == ';' || r == '<' && beginsName(text[at+1:])) {
			return at
		}
	}
	return len(text)
}

// beginsName tells "< Joan" from "<50": a number after the sign is a bound.
func beginsName(rest string) bool {
	rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
	return rest == "" || !unicode.IsDigit(rune(rest[0])) && rest[0] != '='
}
