package entry

import "kindred/pedigree"

// tie is a fact about how somebody belongs to the family, which changes links and not only the person.
type tie struct {
	Span
	words string
	kind  pedigree.LinkKind
}

// ties are the words for how somebody belongs to the family.
var ties = map[string]tie{
	"adopted in":  {words: "adopted into the family", kind: pedigree.Adoptive},
	"fostered":    {words: "fostered", kind: pedigree.Foster},
	"donor egg":   {words: "from a donor egg", kind: pedigree.DonorEgg},
	"egg donor":   {words: "from a donor egg", kind: pedigree.DonorEgg},
	"donor sperm": {words: "from donor sperm", kind: pedigree.DonorSperm},
	"sperm donor": {words: "from donor sperm", kind: pedigree.DonorSperm},
}

// tieAt reads a tie, and how many words it took.
func tieAt(words []word) (tie, int) {
	if words[0].quoted {
		return tie{}, 0
	}
	if len(words) > 1 && !words[1].quoted {
		if t, ok := ties[words[0].low+" "+words[1].low]; ok {
			return t, 2
		}
	}
	if t, ok := ties[words[0].low]; ok {
		return t, 1
	}
	return tie{}, 0
}

// findTies takes the ties among the facts. Only the start of a piece between commas, or what follows
// understood words, is looked at by the reader of facts too, so that "not adopted in" is left alone.
func (s *said) findTies(rest []word) {
	for i := 0; i < len(rest); i++ {
		t, n := tieAt(rest[i:])
		if n == 0 || i > 0 && rest[i-1].is("not", "never", "no", "maybe", "possibly", "an", "a", "the", "was") {
			continue
		}
		t.Span = Span{rest[i].From, rest[i+n-1].To}
		s.ties = append(s.ties, t)
		s.take(t.Span)
		i += n - 1
	}
}

// ownPlace reports a line without a head that can only be about the subject's own place in the family:
// "no children by choice", "infertile", "adopted out", "donor egg".
func ownPlace(words []word) bool {
	if _, n := tieAt(words); n > 0 {
		return true
	}
	if words[0].is("infertile", "childless") {
		return true
	}
	if len(words) < 2 {
		return false
	}
	return words[0].is("no") && words[1].is("children", "kids") || words[0].is("adopted") && words[1].is("out")
}
