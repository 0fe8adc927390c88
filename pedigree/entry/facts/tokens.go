package facts

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"kindred/pedigree"
	"kindred/pedigree/terms"
)

// token is one word of the text; its span includes the quotes or brackets of a quoted one.
type token struct {
	Span
	text   string // as typed, without quotes or brackets
	low    string // in lower case
	plain  string // low in the form in which phrases are looked up
	ends   bool   // a comma, semicolon or full stop: one fact ends here
	quoted bool
}

// karyotypeStart is a karyotype, whose commas separate nothing.
var karyotypeStart = regexp.MustCompile(`^\d{2},[XYxy?]{1,5}(?:,[^\s]+)?`)

// tokens splits the text at spaces, commas, semicolons and the full stops that end a word.
func tokens(text string) []token {
	all := make([]token, 0, strings.Count(text, " ")+1)
	add := func(from, to, inner, outer int, quoted bool) {
		word := text[inner:outer]
		low := strings.ToLower(word)
		all = append(all, token{Span: Span{from, to}, text: word, low: low, plain: plain(low), quoted: quoted})
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch closing := closers[r]; {
		case unicode.IsSpace(r):
			i += size
		case r == '.' && len(all) > 0 && all[len(all)-1].To == i && abbreviates(all[len(all)-1].low, text[i+1:]):
			all[len(all)-1].To++
			i++
		case r == ',' || r == ';' || r == '.':
			all = append(all, token{Span: Span{i, i + 1}, text: text[i : i+1], ends: true})
			i++
		case closing != "":
			inner := i + size
			end := strings.Index(text[inner:], closing)
			if end < 0 {
				add(i, len(text), inner, len(text), true)
				i = len(text)
				break
			}
			add(i, inner+end+len(closing), inner, inner+end, true)
			i = inner + end + len(closing)
		default:
			end := i + wordLength(text[i:])
			if cut := joined(text[i:end]); cut > 0 {
				add(i, i+cut, i, i+len(strings.TrimSuffix(text[i:i+cut], ".")), false)
				i += cut
			}
			add(i, end, i, end, false)
			i = end
		}
	}
	return all
}

// abbreviates reports that the full stop behind a word marks an abbreviation ("ca. lung", "approx. 60")
// and not the end of a sentence.
func abbreviates(word, rest string) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
	short := len(word) <= 4 && strings.IndexFunc(word, unicode.IsDigit) < 0
	return (short || word == "approx") && rest != "" && (unicode.IsLower(next) || unicode.IsDigit(next) || next == '~')
}

// joined is where a word is cut that an age was typed onto without a space: "br48", "d.58"; 0 where it is not.
func joined(word string) int {
	rest := strings.TrimLeftFunc(word, isLatin)
	number := strings.TrimPrefix(rest, ".")
	if rest == word || !isDigit(number) && !(number != "" && strings.Contains("~<>", number[:1]) && isDigit(number[1:])) {
		return 0
	}
	abbreviation := strings.ToLower(word[:len(word)-len(rest)])
	_, ill := terms.Illness(abbreviation)
	_, operation := terms.Operation(abbreviation)
	if !ill && !operation && abbreviation != "d" && abbreviation != "b" || len(terms.GenePair(word)) > 0 || !pedigree.ParseFuzzy(number).HasNumber() {
		return 0
	}
	return len(word) - len(number)
}

// isDigit reports that a text begins with a digit.
func isDigit(text string) bool { return text != "" && text[0] >= '0' && text[0] <= '9' }

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// closers are the marks that end what the opening ones begin.
var closers = map[rune]string{'"': `"`, '“': "”", '(': ")"}

// wordLength is the bytes of the word that text begins with: up to a space, a comma or semicolon
// outside brackets, or a full stop with nothing behind it.
func wordLength(text string) int {
	if isDigit(text) {
		if m := karyotypeStart.FindString(text); m != "" {
			return len(strings.TrimRight(m, ",;."))
		}
	}
	depth := 0
	for i, r := range text {
		switch {
		case unicode.IsSpace(r):
			return i
		case r == '(':
			depth++
		case r == ')':
			depth--
		case (r == ',' || r == ';') && (depth <= 0 || !strings.ContainsRune(text[i:], ')')):
			return max(i, 1)
		case r == '.' && i > 0:
			rest := strings.TrimLeft(text[i:], ".")
			if next, _ := utf8.DecodeRuneInString(rest); rest == "" || unicode.IsSpace(next) || next == ',' || next == ';' {
				return i
			}
		case r == '"' && i > 0:
			return i
		}
	}
	return len(text)
}

// joiners only join facts, where no fact claims them.
var joiners = map[string]bool{"and": true, "&": true, "+": true, "also": true, "then": true, "had": true, "has": true, "-": true, "–": true}

// plain is the form in which phrases are looked up: hyphens are spaces, and a curly apostrophe is a plain one.
func plain(low string) string {
	if strings.TrimLeftFunc(low, isLatin) == "" {
		return low
	}
	return strings.Join(strings.Fields(plainMarks.Replace(low)), " ")
}

var plainMarks = strings.NewReplacer("-", " ", "’", "'")
