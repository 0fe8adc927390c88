package entry

import (
	"strings"

	"kindred/pedigree"
)

// link is one step of a chain: whose relative the next head is. "mgm's" has a relation, "Joan's" a
// name, "mat aunt Joan's" both.
type link struct {
	Span
	relation relation // of kind noKind where only a name is typed
	name     string
}

// said is one entry of a line, read and not yet looked up in a family.
type said struct {
	Span
	words    []word
	chain    []link
	head     Span
	relation relation
	name     string
	nameSpan Span
	under    *under
	answer   pedigree.Answer // No or DontKnow to a plural: "mat aunts none"
	implied  bool            // no head is typed: "no children" is about the subject
	ties     []tie
	used     []Span // what is understood so far, the facts excluded
	unread   string // why the entry has no head; "" where it has one
	asks     []Ask
	trouble  []Trouble
}

// under is the person typed after "<": the other parent of a child, the aunt of a cousin.
type under struct {
	Span
	name string // "" for "?", somebody unknown
}

func (s *said) take(spans ...Span) { s.used = append(s.used, spans...) }

// entries cuts the words of a line where a comma is followed by another head.
func entries(words []word) [][]word {
	var all [][]word
	start := 0
	for i, w := range words {
		if w.is(",", ";") && i+1 < len(words) && (i == start || beginsEntry(words[i+1:])) {
			if i > start {
				all = append(all, words[start:i+1])
			}
			start = i + 1
		}
	}
	if start < len(words) {
		all = append(all, words[start:])
	}
	return all
}

// beginsEntry reports whether the words after a comma are another entry. What can be a fact is one
// there: "br" is breast cancer, and a single letter counts only for the commonest relatives.
func beginsEntry(words []word) bool {
	if words[0].is("br", "n", "o", "t", "u", "x", "top", "child", "no", "patient", "partner", "mother", "father", "parents", "ex") &&
		!(len(words) > 1 && (words[1].capital() && len(words[1].text) > 1 && nameAt(words[1:]) > 0 || words[0].is("no") && !words[1].is("details", "children", "child"))) {
		return false
	}
	if chain, _ := chainAt(words); len(chain) > 0 {
		return true
	}
	if words[0].is("no") {
		_, _, _, ok := headAt(words[1:])
		return ok
	}
	_, used, _, ok := headAt(words)
	return ok && (used == len(words) || !words[used].is("of", "in", "to", "with", "has", "had", "is", "was", "who"))
}

// read reads one entry.
func read(words []word) *said {
	s := &said{words: words, Span: Span{words[0].From, words[len(words)-1].To}}
	if last := len(words) - 1; last > 0 && words[last].is(",", ";") {
		s.take(words[last].Span)
		words, s.To = words[:last], words[last-1].To
	}
	chain, at := chainAt(words)
	s.chain = chain
	for _, l := range chain {
		s.take(l.Span)
	}
	rest := words[at:]
	if len(rest) > 0 && rest[0].is("no") {
		if s.none(rest) {
			return s
		}
	}
	r, used, _, ok := headAt(rest)
	switch letters, several := undecided(first(rest)); {
	case ok && used == 1 && rest[0].is("br") && len(rest) > 1 && rest[1].is(siteDetails...):
		s.siteOrBrother(rest)
		return s
	case ok:
	case len(rest) > 0 && several:
		s.undecided(rest, letters)
		return s
	case len(chain) > 0:
		// "Joan's": the facts that follow are about her.
		r, used = relation{kind: self}, 0
	default:
		s.headless(rest)
		return s
	}
	if used > 0 {
		s.head = Span{rest[0].From, rest[used-1].To}
	} else {
		s.head = Span{s.chain[len(s.chain)-1].From, s.chain[len(s.chain)-1].To}
	}
	refined := r.refine(rest[used:])
	for _, w := range rest[:used+refined] {
		s.take(w.Span)
	}
	s.relation = r
	s.after(rest[used+refined:])
	return s
}

func first(words []word) word {
	if len(words) == 0 {
		return word{}
	}
	return words[0]
}

// after reads what follows the head: an answer, or the name and the facts.
func (s *said) after(rest []word) {
	if s.answers(rest) {
		return
	}
	if s.relation.kind == stepSibling || s.relation.kind == stepChild {
		if len(rest) > 1 && rest[0].is("(no") && rest[1].is("blood)") {
			s.take(rest[0].Span, rest[1].Span)
			rest = rest[2:]
		}
	}
	if n := nameAt(rest); n > 0 && !s.implied && s.relation.kind != pregnancy && s.relation.kind != parents {
		if n > 1 && s.relation.sex == "" && rest[n-1].is("f", "m") {
			n-- // "self Anna Lee f 41": no initial where a sex is still open
		}
		s.named(rest[:n])
		rest = rest[n:]
		s.oneOfSeveral(rest)
		if len(rest) > 0 && s.relation.takesSex(rest[0]) {
			s.take(rest[0].Span)
			rest = rest[1:]
		}
	}
	if s.name == "" && len(rest) > 0 && relationWord(rest[0]) && s.head.To > s.head.From {
		s.asks = append(s.asks, Ask{Span: Span{s.head.To, rest[0].To}, Words: "Whose " + rest[0].text + "?", Choices: []Choice{
			{Words: s.relation.noun() + "'s " + rest[0].text, Line: "'s " + rest[0].text},
			{Words: "called " + nameOf(rest[:1]), Line: ` "` + nameOf(rest[:1]) + `"`},
		}})
	}
	s.findUnder(rest)
	s.findTies(rest)
	for _, w := range rest {
		if w.is(",", ";") {
			s.take(w.Span)
		}
	}
}

// oneOfSeveral tells who names several people behind one count, "2s Ruth 45, Mia 38", how that is typed:
// all that is said of the second would else be said of the first.
func (s *said) oneOfSeveral(rest []word) {
	if !s.relation.group() {
		return
	}
	for i, w := range rest {
		if w.is(",") && nameAt(rest[i+1:]) > 0 {
			one, next := s.relation, rest[i+1]
			one.count, one.plural = 0, false
			s.trouble = append(s.trouble, Trouble{next.Span, "Whoever has a name needs a head: " + one.word() + " " + s.name + ", " + one.word() + " " + next.text + "."})
			return
		}
	}
}

// answers reads "none" or "dk" after a plural, with nothing else.
func (s *said) answers(rest []word) bool {
	r := s.relation
	if !r.plural && r.kind != partner && r.kind != pregnancy || r.count > 0 || len(rest) == 0 {
		return false
	}
	n := 1
	switch {
	case rest[0].is("none", "nil"):
		s.answer = pedigree.No
	case rest[0].is("dk", "unknown"):
		s.answer = pedigree.DontKnow
	case len(rest) > 1 && rest[0].is("doesn't", "doesn’t", "don't", "don’t", "not") && rest[1].is("know", "known"):
		s.answer, n = pedigree.DontKnow, 2
	default:
		return false
	}
	for _, w := range rest[n:] {
		if !w.is(",", ";") {
			s.answer = pedigree.NotAsked
			return false
		}
	}
	for _, w := range rest {
		s.take(w.Span)
	}
	return true
}

// none reads "no brothers": the answer put first. "No children" is a fact about the subject.
func (s *said) none(rest []word) bool {
	r, used, _, ok := headAt(rest[1:])
	if !ok || r.kind == child || r.count > 0 {
		return false
	}
	for _, w := range rest[1+used:] {
		if !w.is(",", ";") {
			return false
		}
	}
	r.plural = true
	s.relation, s.answer, s.head = r, pedigree.No, Span{rest[0].From, rest[used].To}
	for _, w := range rest {
		s.take(w.Span)
	}
	return true
}

// findUnder reads "< Joan" or "< ?".
func (s *said) findUnder(rest []word) {
	for i, w := range rest {
		if !w.is("<") {
			continue
		}
		n := 0
		u := &under{Span: w.Span}
		if i+1 < len(rest) && rest[i+1].is("?") {
			n = 1
		} else if n = nameAt(rest[i+1:]); n > 0 {
			u.name = nameOf(rest[i+1 : i+1+n])
		}
		if n == 0 {
			s.trouble = append(s.trouble, Trouble{w.Span, `After "<" type the name of a parent, or ?.`})
			return
		}
		u.To = rest[i+n].To
		s.under = u
		s.take(u.Span)
		return
	}
}

// undecided keeps an entry whose head could be several relatives, and offers them.
func (s *said) undecided(rest []word, heads []string) {
	s.head = rest[0].Span
	if rest[0].is("p") && len(rest) == 1 {
		// Everybody has two parents, so that this may be done and asked at once.
		s.relation = relation{kind: parents, plural: true}
		s.take(rest[0].Span)
	} else {
		s.unread = `"` + rest[0].text + `" could be several relatives: type ` + strings.Join(heads, ", ") + "."
	}
	ask := Ask{Span: s.head, Words: "What is " + rest[0].text + "?"}
	digits := leadingDigits(rest[0].low)
	for _, head := range heads {
		// "2d" can be two daughters and no fathers, and "p Raj" no couple.
		if r := nouns[head]; digits == "" && !(r.kind == parents && len(rest) > 1) || r.kind == child || r.kind == cousin {
			ask.Choices = append(ask.Choices, Choice{Words: letterWords[head], Line: digits + head})
		}
	}
	if rest[0].is("d") && len(s.chain) == 0 && !(len(rest) > 1 && rest[1].is("d")) {
		ask.Choices = append(ask.Choices, Choice{Words: "the person died", Line: "self d"})
	}
	s.asks = append(s.asks, ask)
}

// siteDetails are the words that follow a breast cancer and no brother.
var siteDetails = []string{"l", "r", "left", "right", "bil", "bilateral", "tn", "her2", "er", "ca", "cancer", "mets", "again"}

// siteOrBrother keeps "br L 44": the head is a brother, and L is said of a breast.
func (s *said) siteOrBrother(rest []word) {
	s.head = rest[0].Span
	s.unread = `"br" is a brother here, and ` + rest[1].text + ` is said of a breast.`
	s.asks = append(s.asks, Ask{Span: s.head, Words: "What is br?", Choices: []Choice{
		{Words: "breast cancer of the subject", Line: "self br"}, {Words: "a brother with breast cancer", Line: "b br"}, {Words: "a brother", Line: "brother"},
	}})
}

// headless keeps an entry that begins with no relation. What can only be about the subject's place in
// the family is about the subject; the rest is kept, and asked.
func (s *said) headless(rest []word) {
	if ownPlace(rest) {
		s.implied, s.relation = true, relation{kind: self}
		s.head = Span{rest[0].From, rest[0].From}
		s.after(rest)
		return
	}
	s.head = rest[0].Span
	s.unread = "a line begins with a relation, or self."
	s.asks = append(s.asks, Ask{
		Span: Span{rest[0].From, rest[0].From}, Words: "Whom is this about?",
		Choices: []Choice{{Words: "the subject", Line: "self "}, {Words: "a sister", Line: "s "}, {Words: "a brother", Line: "b "}},
	})
}
