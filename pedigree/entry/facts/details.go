package facts

import (
	"regexp"
	"strings"

	"kindred/pedigree"
)

// details reads what is said of a diagnosis, in any order, until something else begins. What can only be
// said of a tumour ("TN", "confirmed") is also read behind a comma.
type details struct {
	rd     *reader
	d      *diagnosis
	next   int
	polyps bool // a number before an age is how many
}

func (dt *details) read(i int) {
	dt.next = i
	for {
		if to, ok := dt.one(dt.next); ok {
			dt.next = to
			continue
		}
		if dt.next < len(dt.rd.tokens) && dt.rd.tokens[dt.next].ends {
			if to, ok := dt.tumour(dt.next + 1); ok {
				dt.next = to
				continue
			}
		}
		return
	}
}

// one reads one detail from token i.
func (dt *details) one(i int) (next int, ok bool) {
	rd := dt.rd
	if i >= len(rd.tokens) || rd.tokens[i].ends || rd.tokens[i].quoted {
		return i, false
	}
	if next, ok := dt.count(i); ok {
		return next, true
	}
	if side, next, ok := oneOf(rd, i, sides); ok && dt.d.Side == "" && !dt.d.bilateral {
		dt.setSide(side)
		return next, true
	}
	if f, next, ok := rd.ageAt(skipIn(rd, i)); ok && dt.d.Age.IsZero() {
		dt.d.Age = f
		if isYear(f) {
			said, _ := rd.said(i, next)
			if !strings.HasPrefix(strings.ToLower(said), "in ") {
				said = "in " + said
			}
			dt.d.Age = pedigree.Fuzzy{Words: said, Kind: pedigree.UnknownKind}
			dt.d.year = f
		}
		return next, true
	}
	if rd.tokens[i].low == "?" && dt.d.Certainty == "" {
		dt.d.Certainty = pedigree.Possible
		return i + 1, true
	}
	if next, ok := dt.hospital(i); ok {
		return next, true
	}
	return dt.tumour(i)
}

// bothSides is what "bil" says; a diagnosis has one side.
const bothSides pedigree.Side = "both"

var sides = map[string]pedigree.Side{
	"l": pedigree.Left, "left": pedigree.Left, "lt": pedigree.Left, "r": pedigree.Right, "right": pedigree.Right, "rt": pedigree.Right,
	"bil": bothSides, "bilat": bothSides, "bilateral": bothSides, "both": bothSides, "both sides": bothSides, "both breasts": bothSides,
	"left side": pedigree.Left, "right side": pedigree.Right, "side ?": pedigree.SideUnknown, "side unknown": pedigree.SideUnknown, "side dk": pedigree.SideUnknown,
}

var polypCount = regexp.MustCompile(`^[x>~]?\d{1,3}\+?s?$`)

// count reads how many polyps: "12" before an age, or "x12".
func (dt *details) count(i int) (next int, ok bool) {
	if !dt.polyps || strings.Contains(dt.d.Words, "polyps") {
		return i, false
	}
	word := dt.rd.tokens[i].low
	if manyPolyps[word] {
		dt.d.Words = word + " polyps"
		return i + 1, true
	}
	if !polypCount.MatchString(word) {
		return i, false
	}
	if _, _, aged := dt.rd.ageAt(i + 1); !aged && !strings.HasPrefix(word, "x") {
		return i, false
	}
	dt.d.Words = strings.TrimPrefix(word, "x") + " polyps"
	return i + 1, true
}

// hospital reads where somebody was treated: "at Leeds".
func (dt *details) hospital(i int) (next int, ok bool) {
	if low := dt.rd.tokens[i].low; low != "at" || dt.d.Hospital != "" || i+1 >= len(dt.rd.tokens) {
		return i, false
	}
	other := details{rd: dt.rd, d: &diagnosis{}}
	for next = i + 1; next < len(dt.rd.tokens) && !dt.rd.tokens[next].ends && !dt.rd.tokens[next].quoted; next++ {
		if _, ok := other.tumour(next); ok {
			break
		}
		if first := dt.rd.tokens[next].text[:1]; strings.ToUpper(first) == strings.ToLower(first) || first == strings.ToLower(first) {
			break
		}
	}
	if next == i+1 {
		return i, false
	}
	dt.d.Hospital = dt.rd.slice(i+1, next)
	return next, true
}
