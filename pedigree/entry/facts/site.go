package facts

import (
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/terms"
)

// illness is the site that begins at token i: its condition, whether it is only possible, the words
// for it, and the token after it.
type illness struct {
	terms.Condition
	possible bool
	said     string
	others   []string // "ov/bowel": what else it may be
	either   bool     // "ov or bowel": it was said that it is one of them
	next     int
}

var possibleWords = phrases("?|poss|possible|possibly|prob|probable|probably|query|maybe|suspected|likely|? possible")

func (rd *reader) illness(i int) (illness, bool) {
	start := i
	var got illness
	if _, next, ok := oneOf(rd, i, possibleWords); ok {
		got.possible, i = true, next
	}
	if i >= len(rd.tokens) {
		return illness{}, false
	}
	for to := min(i+longestPhrase, len(rd.tokens)); to > i; to-- {
		words, whole := rd.phrase(i, to)
		if !whole {
			continue
		}
		if rd.tokens[to-1].low == "?" {
			continue // "br ?" is an age not known; "br?" is possible
		}
		mark := strings.HasPrefix(words, "?") || strings.HasSuffix(words, "?")
		either := strings.Contains(words, " or ") // "ov or bowel" is one of them, which "ov/bowel" need not be
		alternatives := strings.Split(strings.ReplaceAll(strings.Trim(words, "? "), " or ", "/"), "/")
		first, ok := terms.Illness(alternatives[0])
		for _, other := range alternatives[1:] {
			_, known := terms.Illness(other)
			ok = ok && known
		}
		if !ok || words == "" {
			continue
		}
		got.Condition, got.others, got.next = first, alternatives[1:], to
		got.possible = got.possible || mark || len(got.others) > 0
		got.either = either && len(got.others) > 0
		rd.sharpen(&got)
		got.said = strings.ReplaceAll(rd.slice(start, to), "\n", " ")
		return got, true
	}
	return illness{}, false
}

// sharpen takes the word behind a vague one that says which it was: "skin bcc", "blood leukaemia".
func (rd *reader) sharpen(got *illness) {
	if !got.IsVague() || got.next >= len(rd.tokens) {
		return
	}
	exact, next, ok := rd.sharper(got.next)
	for _, word := range got.MayBe {
		if site, _ := terms.Site(word); ok && site == exact.Site {
			got.Condition, got.next = exact, next
			return
		}
	}
}

func (rd *reader) sharper(i int) (c terms.Condition, next int, ok bool) {
	next, ok = rd.longest(i, func(words string) bool { c, ok = terms.Illness(words); return ok })
	return c, next, ok
}

// isSomethingElse reports an organ with an unknown word behind it ("bowel problems", "breast lump"),
// where nobody said cancer.
func (rd *reader) isSomethingElse(i int, site illness) bool {
	next := site.next
	words, _ := rd.said(i, next)
	if next >= len(rd.tokens) || rd.tokens[next].ends || rd.tokens[next].quoted || joiners[rd.tokens[next].low] ||
		terms.SaysCancer(strings.Trim(words, "? ")) || site.possible {
		return false
	}
	dt := details{rd: rd, d: &diagnosis{}, polyps: site.Site == pedigree.Polyps}
	if dt.read(next); dt.next > next {
		return false
	}
	if _, ok := rd.againAt(next); ok {
		return false
	}
	_, ok := rd.fact(next)
	return !ok
}

// whichIllness asks what a vague word, or one of several, means. A choice of those that are only
// possible needs no answer: "?ov/bowel" and "ov or bowel" are what is known.
func (rd *reader) whichIllness(from, to int, site illness) []Ask {
	said := rd.slice(from, to)
	rest := strings.TrimPrefix(said, site.said)
	if strings.Contains(site.said, "?") || site.either {
		return nil
	}
	if len(site.others) > 0 {
		both := strings.Join(append([]string{strings.Split(site.said, "/")[0]}, site.others...), rest+", ") + rest
		return []Ask{{rd.span(from, to), "Both of them, or one and it is not known which?", []Choice{
			{"Both", both}, {"One of them, not known which", "?" + said},
		}}}
	}
	ask := Ask{Span: rd.span(from, to), Words: "Which is meant by " + site.said + "?"}
	for _, word := range site.MayBe {
		c, ok := terms.Illness(word)
		text := word + rest
		if organ, secondary := strings.CutSuffix(word, " secondary"); secondary {
			ask.Choices = append(ask.Choices, Choice{"Spread to the " + organ, "mets " + organ + rest})
		} else if ok {
			ask.Choices = append(ask.Choices, Choice{describe.Capital(describe.SiteName(c.Site)), text})
		}
	}
	return []Ask{ask}
}
