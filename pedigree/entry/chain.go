package entry

// possessives are the possessive words that are often typed without an apostrophe.
var possessives = map[string]string{
	"mums": "mum", "moms": "mum", "dads": "dad", "mothers": "mother", "fathers": "father",
	"mgms": "mgm", "mgfs": "mgf", "pgms": "pgm", "pgfs": "pgf",
}

// chainAt reads the possessive steps that words begin with ("mgm's", "Joan's", "mat aunt Joan's"), and
// how many words they took. The person reached is the one the head is a relation of.
func chainAt(words []word) (chain []link, used int) {
	for used < len(words) {
		l, n := linkAt(words[used:])
		if n == 0 {
			return chain, used
		}
		chain = append(chain, l)
		used += n
	}
	return chain, used
}

// linkAt reads one possessive step.
func linkAt(words []word) (l link, used int) {
	if plain, ok := possessives[words[0].low]; ok && !words[0].quoted && len(words) > 1 {
		if _, _, _, ok := headAt(words[1:]); ok {
			return link{Span: words[0].Span, relation: nouns[plain]}, 1
		}
	}
	r, n, owner, ok := headAt(words)
	if ok && owner {
		return link{Span: Span{words[0].From, words[n-1].To}, relation: r}, n
	}
	if !ok {
		r, n = relation{}, 0
	}
	for end := n; end < len(words) && end < n+longestName; end++ {
		w := words[end]
		plain, possessive := w.owner()
		if !plain.isName() || w.separates() {
			return link{}, 0
		}
		if possessive {
			name := append(append([]word{}, words[n:end]...), plain)
			return link{Span: Span{words[0].From, w.To}, relation: r, name: nameOf(name)}, end + 1
		}
		if w.quoted && end+1 < len(words) && words[end+1].is("'s", "’s") && words[end+1].From == w.To {
			return link{Span: Span{words[0].From, words[end+1].To}, relation: r, name: nameOf(words[n : end+1])}, end + 2
		}
	}
	return link{}, 0
}
