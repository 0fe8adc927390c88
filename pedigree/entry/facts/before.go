package facts

import (
	"kindred/pedigree"
)

// detailsBefore finds what stands before the site ("left breast 48", "grade 3 br", "10 polyps"), and the
// token of the site; where no site follows it is token i itself. Of the details only the age is read here.
func (rd *reader) detailsBefore(i int) (before *diagnosis, at int) {
	before = &diagnosis{}
	dt := details{rd: rd, d: before, next: i}
	for at = i; at < len(rd.tokens); at = dt.next {
		if _, ok := rd.illness(at); ok {
			return before, at
		}
		if !dt.oneBefore(at) {
			break
		}
	}
	return &diagnosis{}, i
}

// oneBefore reads one detail that stands before its site.
func (dt *details) oneBefore(i int) bool {
	rd := dt.rd
	if rd.tokens[i].ends || rd.tokens[i].quoted {
		return false
	}
	if low := rd.tokens[i].low; low == "childhood" {
		dt.d.Age, dt.next = pedigree.ParseFuzzy(low), i+1
		return true
	}
	if _, next, ok := oneOf(rd, i, sides); ok {
		dt.next = next
		return true
	}
	if site, ok := rd.illness(i + 1); ok && site.Site == pedigree.Polyps && rd.countsPolyps(i, site.next) {
		dt.next = i + 1
		return true
	}
	next, ok := dt.tumour(i)
	dt.next = next
	return ok
}

// countsPolyps tells how many polyps there were from the age of the person in front of them: "66 polyps 12 @50"
// has its count behind, and nobody is told to have had "66 polyps 50" who was not 66.
func (rd *reader) countsPolyps(i, after int) bool {
	word := rd.tokens[i].low
	if manyPolyps[word] || !polypCount.MatchString(word) {
		return manyPolyps[word]
	}
	behind := &details{rd: rd, d: &diagnosis{}, polyps: true}
	behind.read(after)
	if behind.d.Words != "" {
		return false
	}
	number, at := pedigree.ParseFuzzy(word), behind.d.Age
	return !(i == 0 && number.IsExact() && at.IsExact() && number.Low.Year >= at.Low.Year)
}

// readBefore reads the details of tokens [from, to), which stand before the site.
func (dt *details) readBefore(before *diagnosis, from, to int) {
	for i := from; i < to; i = dt.next {
		dt.next = i + 1
		if side, next, ok := oneOf(dt.rd, i, sides); ok {
			dt.setSide(side)
			dt.next = next
			continue
		}
		if dt.polyps && before.Age.IsZero() && (polypCount.MatchString(dt.rd.tokens[i].low) || manyPolyps[dt.rd.tokens[i].low]) {
			dt.d.Words = dt.rd.tokens[i].low + " polyps"
			continue
		}
		if next, ok := dt.tumour(i); ok {
			dt.next = next
		}
	}
}

func (dt *details) setSide(side pedigree.Side) {
	if side == bothSides {
		dt.d.bilateral = true
		return
	}
	dt.d.Side = side
}

var manyPolyps = set("multiple many several")
