package facts

import (
	"strings"

	"kindred/pedigree"
)

// reader reads one text. Its methods look at the tokens from an index on and change nothing but what it
// remembers of them, so that a fact can be tried for before it is taken.
type reader struct {
	text   string
	tokens []token
	who    Who

	phrases [][longestPhrase]string // of each token, what it begins, by length; "" where nobody asked yet
	numbers []numberAt
	facts   []*found // what was read from each token; nil where nobody tried
}

// found is a fact that was read: its items, what is asked about it, and the token after it.
type found struct {
	items   []Item
	asks    []Ask
	trouble []Trouble
	next    int
}

// Parse reads the facts about one person. Any text has a reading.
func Parse(text string, who Who) Reading {
	rd := &reader{text: text, tokens: tokens(text), who: who}
	r := Reading{Text: text}
	for i := 0; i < len(rd.tokens); {
		t := rd.tokens[i]
		if f, ok := rd.fact(i); ok && !rd.countsThings(i, f) {
			r.take(f)
			i = f.next
			continue
		}
		if t.ends || joiners[t.low] {
			i++
			continue
		}
		i = rd.keep(i, &r)
	}
	rd.settle(&r)
	return r
}

// Starts reports whether a text begins with a fact: where a name ends.
func Starts(text string, who Who) bool {
	rd := &reader{text: text, tokens: tokens(text), who: who}
	if len(rd.tokens) == 0 {
		return false
	}
	_, ok := rd.fact(0)
	return ok
}

func (r *Reading) take(f found) {
	r.Items = append(r.Items, f.items...)
	r.Asks = append(r.Asks, f.asks...)
	r.Trouble = append(r.Trouble, f.trouble...)
}

// fact reads the fact that begins at token i. The order of the readers decides between them: what a
// phrase says as a whole comes before what its first word would say.
func (rd *reader) fact(i int) (found, bool) {
	if i >= len(rd.tokens) || rd.tokens[i].ends {
		return found{}, false
	}
	if rd.facts == nil {
		rd.facts = make([]*found, len(rd.tokens))
	}
	if rd.facts[i] == nil {
		f := rd.tryFact(i)
		rd.facts[i] = &f
	}
	return *rd.facts[i], rd.facts[i].next > i
}

// tryFact tries the readers in turn.
func (rd *reader) tryFact(i int) found {
	for _, read := range []func(int) (found, bool){
		rd.pregnancy, rd.state, rd.identity, rd.carrier, rd.karyotype, rd.operation, rd.geneTest,
		rd.death, rd.birth, rd.diagnosis, rd.condition, rd.bareNumber,
	} {
		if f, ok := read(i); ok {
			return f
		}
	}
	return found{}
}

// keep makes a note of what token i begins: a quotation or brackets alone, else everything up to the next
// fact or comma, and to the comma whatever follows when a word in it changes the sense of the rest. A number
// behind words that were not understood stays with them: "asthma 48" says nothing about the age reached.
func (rd *reader) keep(i int, r *Reading) int {
	if rd.tokens[i].quoted {
		words := strings.TrimSpace(rd.tokens[i].text)
		if words == "" {
			words = rd.slice(i, i+1)
		}
		r.Notes = append(r.Notes, Note{rd.tokens[i].Span, words})
		return i + 1
	}
	end, changes := i, rd.tokens[i].plain == "note"
	for ; end < len(rd.tokens) && !rd.tokens[end].ends; end++ {
		changes = changes || rd.changesSense(end)
		if end == i || changes {
			continue
		}
		if f, ok := rd.fact(end); ok && !f.isNumber() {
			break
		}
	}
	for end > i+1 && !changes && joiners[rd.tokens[end-1].low] {
		end--
	}
	span := rd.span(i, end)
	words := rd.text[span.From:span.To]
	if t := rd.tokens[i]; t.low == "note" && end > i+1 {
		words = strings.TrimSpace(strings.TrimPrefix(words, t.text))
	}
	r.Notes = append(r.Notes, Note{span, words})
	if words := rd.unread(i, end); words != "" {
		r.Trouble = append(r.Trouble, Trouble{span, words})
	}
	return end
}

// isNumber reports a bare age or year.
func (f found) isNumber() bool {
	if len(f.items) != 1 {
		return false
	}
	switch f.items[0].fact.(type) {
	case *age, *birth:
		return true
	}
	return false
}

// countsThings reports that a number counts what follows it ("2 kids"), so that it is no age.
func (rd *reader) countsThings(i int, f found) bool {
	if !f.isNumber() || f.next != i+1 || f.next >= len(rd.tokens) {
		return false
	}
	thing := rd.tokens[f.next].low
	return kin[thing] && thing != "family" || countable[thing] || relatives[thing]
}

// countable are other things that people have several of.
var countable = set("ops operations miscarriages misc losses pregnancies times strokes lumps cigarettes pints units")

// relatives are the short words for relatives that a number counts and that say nothing of whose a fact is.
var relatives = set("dau daus bro bros sis sib sibs preg tops sbs grandchildren grandsons granddaughters nieces nephews boys girls")

// changesSense reports a word after which a fact would be read into its opposite or into somebody else,
// or an organ of which something other than cancer is said.
func (rd *reader) changesSense(i int) bool {
	t := rd.tokens[i]
	if changesSense[t.plain] || isKin(t.low) {
		return true
	}
	site, ok := rd.illness(i)
	return ok && rd.isSomethingElse(i, site)
}

// changesSense are the words after which a fact would be read into its opposite.
var changesSense = set("not no never without denies isn't hasn't wasn't didn't neither nor negative screening clear exclude excluded")

// kin are the words for another person than the one that the text is about.
var kin = set(`mother mum mam mom father dad parents sister sisters brother brothers sibling siblings
	aunt aunts auntie uncle uncles cousin cousins gran nan nana granny grandma grandad grandpa grandmother grandfather
	son sons daughter daughters children kids child husband wife partner niece nephew twin family relatives`)

// set is the words of a list.
func set(list string) map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields(list) {
		all[word] = true
	}
	return all
}

func isKin(low string) bool {
	return kin[strings.TrimSuffix(strings.TrimSuffix(strings.ReplaceAll(low, "’", "'"), "'s"), "'")]
}

// slice is the text of tokens [from, to).
func (rd *reader) slice(from, to int) string {
	return rd.text[rd.tokens[from].From:rd.tokens[to-1].To]
}

func (rd *reader) span(from, to int) Span {
	return Span{rd.tokens[from].From, rd.tokens[to-1].To}
}

// longestPhrase is how many words a phrase has at most.
const longestPhrase = 5

// phrase joins the plain words of tokens [from, to), of which there are at most longestPhrase; ok is false
// when there are too few of them, or one is quoted, a comma or a dash.
func (rd *reader) phrase(from, to int) (words string, ok bool) {
	if to > len(rd.tokens) {
		return "", false
	}
	if rd.phrases == nil {
		rd.phrases = make([][longestPhrase]string, len(rd.tokens))
	}
	known := &rd.phrases[from][to-from-1]
	if *known == "" {
		*known = rd.join(from, to)
	}
	return *known, *known != noPhrase
}

// noPhrase marks tokens that are no phrase.
const noPhrase = "\x00"

func (rd *reader) join(from, to int) string {
	parts := make([]string, 0, to-from)
	for _, t := range rd.tokens[from:to] {
		if t.ends || t.quoted || strings.Trim(t.low, "-–") == "" {
			return noPhrase
		}
		parts = append(parts, t.plain)
	}
	return strings.Join(parts, " ")
}

// longest is the token after the longest phrase of at most five words from token i that is accepted.
func (rd *reader) longest(i int, accept func(words string) bool) (next int, ok bool) {
	for to := min(i+longestPhrase, len(rd.tokens)); to > i; to-- {
		if words, whole := rd.phrase(i, to); whole && words != "" && accept(words) {
			return to, true
		}
	}
	return i, false
}

// oneOf is the value of the longest phrase from token i that is a key of the table.
func oneOf[V any](rd *reader, i int, table map[string]V) (value V, next int, ok bool) {
	next, ok = rd.longest(i, func(words string) bool { value, ok = table[words]; return ok })
	return value, next, ok
}

// single is a found fact of one item over the tokens [from, to).
func (rd *reader) single(from, to int, f fact) found {
	return found{items: []Item{{Span: rd.span(from, to), fact: f}}, next: to}
}

// settle ends a reading: contradictions within it, and the words of each item, for which the sex that
// the text itself gives is known by now.
func (rd *reader) settle(r *Reading) {
	rd.settleAges(r)
	p := &pedigree.Individual{Sex: rd.who.Sex, Gender: rd.who.Gender}
	if rd.who.Dead {
		p.Deceased = pedigree.Yes
	}
	if rd.who.Group {
		p.Count, p.Sex, p.Gender = 2, "", ""
	}
	p.Diagnoses = append(p.Diagnoses, rd.who.Diagnoses...)
	w := writer{p: p, ids: func() pedigree.ID { return "" }, before: len(p.Diagnoses)}
	for _, item := range r.Items {
		switch item.fact.(type) {
		case *identity, *death, *diagnosis:
			item.fact.write(&w)
		}
	}
	for i := range r.Items {
		r.Items[i].Words = r.Items[i].fact.words(p)
	}
}
