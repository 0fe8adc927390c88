package entry

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kindred/pedigree/entry/facts"
)

// longestName is how many words of a name are read without quotes.
const longestName = 3

// never are the words that begin no name and that go on none: what follows a head in a sentence.
var never = map[string]bool{
	"a": true, "an": true, "and": true, "are": true, "abroad": true, "at": true, "but": true, "by": true, "did": true,
	"died": true, "for": true, "from": true, "had": true, "has": true, "have": true, "her": true, "his": true, "in": true,
	"is": true, "lived": true, "lives": true, "living": true, "maybe": true, "never": true, "no": true, "none": true,
	"not": true, "of": true, "on": true, "one": true, "or": true, "possibly": true, "probably": true, "side": true,
	"said": true, "she": true, "he": true, "they": true, "the": true, "to": true, "twin": true, "unsure": true,
	"very": true, "was": true, "were": true, "who": true, "with": true, "still": true, "and/or": true, "aged": true, "age": true,
}

// nameAt is how many words of a name the words begin with. Directly after a head a keyword that is
// also a name is the name; further words belong to it when they are initials, or written as the first
// was, in capitals or without, and no fact begins there.
func nameAt(words []word) int {
	if len(words) == 0 || words[0].separates() {
		return 0
	}
	if words[0].quoted {
		if words[0].isName() {
			return 1
		}
		return 0
	}
	if !words[0].isName() || never[words[0].low] || !words[0].isKeywordName() && (beginsFact(words) || relationWord(words[0])) {
		return 0
	}
	n := 1
	for n < len(words) && n < longestName {
		w := words[n]
		if !w.isName() || w.quoted || w.separates() || never[w.low] {
			break
		}
		if initial := utf8.RuneCountInString(w.low) == 1; initial {
			if beginsDeath(words[n:]) {
				break
			}
		} else if w.capital() != words[0].capital() || beginsFact(words[n:]) || relationWord(w) {
			break
		}
		n++
	}
	return n
}

// isKeywordName reports a keyword that is a name directly after a head. An operation in capitals ("BO 45") is
// that operation.
func (w word) isKeywordName() bool { return keywordNames[w.low] && w.text != "BO" }

// relationWord reports a word of three letters or more that is a relation.
func relationWord(w word) bool {
	r, ok := nouns[w.low]
	return ok && len(w.low) > 2 && !w.quoted && r.kind != noKind
}

// beginsDeath tells "carol d 58", which is a death, from an initial.
func beginsDeath(words []word) bool { return words[0].is("d", "b", "l") }

// beginsFact reports whether a fact begins at the first of the words.
func beginsFact(words []word) bool {
	var text strings.Builder
	for _, w := range words[:min(len(words), 5)] {
		text.WriteString(w.text)
		text.WriteByte(' ')
	}
	return facts.Starts(text.String(), facts.Who{})
}

// named takes the name.
func (s *said) named(words []word) {
	s.name = nameOf(words)
	s.nameSpan = Span{words[0].From, words[len(words)-1].To}
	s.take(s.nameSpan)
}

// nameOf is a name as it is written down: with capitals where none are typed, and as typed in quotes.
func nameOf(words []word) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.text
		if !w.quoted && w.text == strings.ToLower(w.text) {
			parts[i] = capitals(w.text)
		}
	}
	return strings.Join(parts, " ")
}

// capitals writes the first letter, and one after a hyphen, large.
func capitals(text string) string {
	begins := true
	return strings.Map(func(r rune) rune {
		was := begins
		begins = r == '-'
		if was {
			return unicode.ToUpper(r)
		}
		return r
	}, text)
}
