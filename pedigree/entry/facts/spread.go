package facts

import (
	"kindred/pedigree"
	"kindred/pedigree/terms"
)

// metsWords introduce, and metsAfter follow, the place that a cancer has spread to.
var (
	metsWords = phrases("mets|mets to|mets in|met to|metastases|metastases to|metastases in|metastatic to|secondary|secondaries|secondaries in|secondary in|spread to|2ry|2y")
	metsAfter = phrases("mets|metastases|secondaries|secondary")
)

// secondary reads "mets liver", "liver mets", "spread to the lung and bones". Spread alone is a remark on its
// primary, and so is spread behind a site that others rarely spread to: "br mets" is a breast cancer.
func (rd *reader) secondary(i int) (found, bool) {
	if i >= len(rd.tokens) || rd.tokens[i].ends {
		return found{}, false
	}
	place, next, ok := oneOf(rd, i, places)
	if ok {
		if _, next, ok = oneOf(rd, next, metsAfter); !ok {
			return found{}, false
		}
	} else {
		if _, next, ok = oneOf(rd, i, metsWords); !ok {
			return found{}, false
		}
		if next < len(rd.tokens) && rd.tokens[next].low == "the" {
			next++
		}
		if place, next, ok = rd.place(next); !ok {
			return found{}, false
		}
	}
	d := &diagnosis{Diagnosis: pedigree.Diagnosis{Site: place, Secondary: true}}
	dt := details{rd: rd, d: d}
	dt.read(next)
	got := rd.single(i, dt.next, d)
	rd.morePlaces(&got)
	return got, true
}

// morePlaces reads the other organs that a cancer has spread to: "mets liver, lung and bones". One with an
// age of its own, or the word cancer, is another illness.
func (rd *reader) morePlaces(got *found) {
	for {
		i := got.next
		for i < len(rd.tokens) && (rd.tokens[i].text == "," || joiners[rd.tokens[i].low]) {
			i++
		}
		if i >= len(rd.tokens) || rd.tokens[i].ends {
			return
		}
		place, next, ok := oneOf(rd, i, places)
		if !ok {
			return
		}
		if site, ill := rd.illness(i); ill && site.next > next {
			return
		}
		other := details{rd: rd, d: &diagnosis{}}
		if other.read(next); other.next > next {
			return
		}
		if _, _, again := oneOf(rd, next, metsAfter); again {
			return
		}
		got.items = append(got.items, Item{Span: rd.span(i, next), fact: &diagnosis{Diagnosis: pedigree.Diagnosis{Site: place, Secondary: true}}})
		got.next = next
	}
}

// spreadFrom are the words behind an illness that was a secondary of what follows: "lung 60 sec from br 50".
var spreadFrom = phrases("sec from|secs from|secondary from|secondaries from|secondary to|mets from|metastases from|metastatic from|spread from")

// places are organs that cancers of other sites commonly spread to.
var places = map[string]pedigree.Site{
	"liver": "liver", "bone": "bone", "bones": "bone", "spine": "spine", "nodes": "lymph nodes", "lymph nodes": "lymph nodes", "node": "lymph nodes",
	"brain": pedigree.Brain, "lung": pedigree.Lung, "lungs": pedigree.Lung, "skin": "skin", "everywhere": "several places",
	"peritoneal": pedigree.Peritoneum, "peritoneum": pedigree.Peritoneum, "omentum": "omentum", "omental": "omentum", "pleura": "pleura", "pleural": "pleura",
}

func (rd *reader) place(i int) (pedigree.Site, int, bool) {
	if i >= len(rd.tokens) {
		return "", i, false
	}
	if site, next, ok := oneOf(rd, i, places); ok {
		return site, next, true
	}
	if words, whole := rd.phrase(i, i+1); whole {
		if c, ok := terms.Illness(words); ok && c.Behaviour == "" && !terms.SaysCancer(words) {
			return c.Site, i + 1, true
		}
	}
	return "", i, false
}
