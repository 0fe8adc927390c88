package entry

import (
	"slices"
	"strconv"
	"strings"

	"kindred/pedigree"
)

// headAt reads the relation that words begin with, without a name: a count, a side, a prefix and a
// noun. It returns how many words that took, and whether the last of them was possessive ("mgm's").
func headAt(words []word) (r relation, used int, owner, ok bool) {
	count := 0
	side := unsaid
	var prefix string
	for used < len(words) {
		w := words[used]
		if n, is := countOf(w); is && count == 0 && used == 0 {
			count = n
			used++
			continue
		}
		if s, is := sides[w.low]; is && !w.quoted && side == unsaid {
			side = s
			used++
			continue
		}
		if w.is("half", "step", "adoptive", "foster", "birth", "identical", "mz", "dz", "non-identical", "fraternal") && prefix == "" {
			prefix = w.low
			used++
			continue
		}
		break
	}
	if used == len(words) {
		return relation{}, 0, false, false
	}
	r, n, owner, ok := nounAt(words[used:])
	if !ok {
		return relation{}, 0, false, false
	}
	used += n
	if r.count > 1 && count > 0 || count > 0 && (r.kind == self || r.kind == parent || r.kind == grandparent) {
		return relation{}, 0, false, false
	}
	if count > 0 {
		r.count = count
	}
	if side != unsaid {
		if r.side != unsaid || !r.sided() && prefix == "" {
			return relation{}, 0, false, false
		}
		r.side = side
	}
	if prefix != "" && !r.prefixed(prefix) {
		return relation{}, 0, false, false
	}
	if r.side != unsaid && !r.sided() && r.kind != stepSibling {
		return relation{}, 0, false, false
	}
	return r, used, owner, true
}

// prefixed changes a relation by the word before its noun; false where the two make no relative.
func (r *relation) prefixed(prefix string) bool {
	switch {
	case prefix == "half" && r.kind == sibling:
		r.kind = halfSibling
	case prefix == "step" && r.kind == sibling:
		r.kind = stepSibling
	case prefix == "step" && r.kind == child:
		r.kind = stepChild
	case prefix == "step" && r.kind == parent:
		r.link = pedigree.Step
	case prefix == "adoptive" && r.kind == parent:
		r.link = pedigree.Adoptive
	case prefix == "foster" && r.kind == parent:
		r.link = pedigree.Foster
	case prefix == "birth" && (r.kind == parent || r.kind == parents):
		r.birth = true
	case zygosities[prefix] != "" && r.kind == twin:
		r.zygosity = zygosities[prefix]
	default:
		return false
	}
	return true
}

// nounAt reads one noun, of two words before one; "half-sister", "stepson" and "great-aunt" are taken
// apart, and so is the "3s" of three sisters.
func nounAt(words []word) (r relation, used int, owner, ok bool) {
	w := words[0]
	if w.quoted {
		return relation{}, 0, false, false
	}
	if len(words) > 1 && !words[1].quoted {
		second, possessive := words[1].owner()
		if r, ok := nouns[w.low+" "+second.low]; ok {
			return r, 2, possessive, true
		}
	}
	w, owner = w.owner()
	if r, ok := nouns[w.low]; ok {
		return r, 1, owner, true
	}
	if r, ok := nouns[strings.ReplaceAll(w.low, "-", " ")]; ok {
		return r, 1, owner, true
	}
	for _, prefix := range []string{"half", "step"} {
		if rest, found := strings.CutPrefix(w.low, prefix); found {
			if r, ok := nouns[strings.TrimPrefix(rest, "-")]; ok && len(rest) > 2 && r.prefixed(prefix) {
				return r, 1, owner, true
			}
		}
	}
	if digits := leadingDigits(w.low); digits != "" && !strings.HasSuffix(digits, "0") {
		if r, ok := nouns[w.low[len(digits):]]; ok && r.kind != self && r.kind != parent && r.kind != parents {
			r.count, _ = strconv.Atoi(digits)
			return r, 1, owner, r.count > 0
		}
	}
	return relation{}, 0, false, false
}

// leadingDigits are the one or two digits that text begins with. Multiples of ten are left out by the
// caller: "40s" is an age.
func leadingDigits(text string) string {
	n := 0
	for n < len(text) && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	if n == 0 || n > 2 {
		return ""
	}
	return text[:n]
}

// countOf reads a count that stands before a relative: "3", "three".
func countOf(w word) (int, bool) {
	if n, ok := numbers[w.low]; ok && !w.quoted {
		return n, true
	}
	if digits := leadingDigits(w.low); digits != "" && digits == w.low && !w.quoted {
		n, _ := strconv.Atoi(digits)
		return n, n > 0
	}
	return 0, false
}

// timesAt reads a count after a head: "x3", "×3", "x 3", and a bare number after a plural.
func timesAt(words []word, plural bool) (count, used int) {
	if len(words) == 0 || words[0].quoted {
		return 0, 0
	}
	for _, times := range []string{"x", "×"} {
		rest, found := strings.CutPrefix(words[0].low, times)
		if !found {
			continue
		}
		if digits := leadingDigits(rest); digits != "" && digits == rest {
			n, _ := strconv.Atoi(digits)
			return n, min(n, 1) // "x0" is left for the note: nobody was counted
		}
		if rest == "" && len(words) > 1 {
			if n, ok := countOf(words[1]); ok {
				return n, 2
			}
		}
	}
	if plural {
		if n, ok := countOf(words[0]); ok && n < 20 {
			return n, 1
		}
	}
	return 0, 0
}

// zygosities are the words after "twin".
var zygosities = map[string]pedigree.Zygosity{
	"mz": pedigree.Monozygotic, "identical": pedigree.Monozygotic, "id": pedigree.Monozygotic,
	"dz": pedigree.Dizygotic, "non-identical": pedigree.Dizygotic, "fraternal": pedigree.Dizygotic, "non-id": pedigree.Dizygotic,
	"?": pedigree.UnknownZygosity,
}

// refine reads what may follow a noun directly: twins' zygosity, a side said to be unknown, a sex
// where the noun leaves it open, a count. It returns how many words that took.
func (r *relation) refine(words []word) int {
	used := 0
	next := func(n int) []word { return words[min(used+n, len(words)):] }
	if rest := next(0); r.kind == twin && len(rest) > 0 {
		if z, ok := zygosities[rest[0].low]; ok && !rest[0].quoted {
			r.zygosity = z
			used++
		}
	}
	if rest := next(0); r.sided() && r.side == unsaid && len(rest) > 1 &&
		(rest[0].is("?", "unknown") && rest[1].is("side") || rest[0].is("side") && rest[1].is("?", "unknown")) {
		r.side = unknownSide
		used += 2
	}
	if r.count == 0 {
		n, took := timesAt(next(0), r.plural)
		r.count = n
		used += took
	}
	if rest := next(0); len(rest) > 0 && r.takesSex(rest[0]) {
		used++
	}
	if r.count == 0 {
		n, took := timesAt(next(0), false)
		r.count = n
		used += took
	}
	return used
}

// takesSex sets the sex by a word that says it, where the head leaves it open.
func (r *relation) takesSex(w word) bool {
	if w.quoted || r.sex != "" || r.plural && r.kind == parents {
		return false
	}
	if s, ok := sexes[w.low]; ok {
		r.sex = s
		return true
	}
	if n, ok := nouns[w.low]; ok && r.kind == twin && n.kind == sibling && n.sex != "" && w.low != "br" {
		r.sex = n.sex
		return true
	}
	return false
}

// undecided reads a single letter that could be several relatives, with a count or without.
func undecided(w word) (heads []string, ok bool) {
	if w.quoted {
		return nil, false
	}
	letter := strings.TrimPrefix(w.low, leadingDigits(w.low))
	heads, ok = undecidedLetters[letter]
	return slices.Clone(heads), ok
}
