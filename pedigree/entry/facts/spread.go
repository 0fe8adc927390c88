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

// secondary reads "mets liver", "liver mets", "spread to the lung". Spread alone is a remark on its primary.
func (rd *reader) secondary(i int) (found, bool) {
	if i >= len(rd.tokens) || rd.tokens[i].ends {
		return found{}, false
	}
	place, next, ok := rd.place(i)
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
	return rd.single(i, dt.next, d), true
}

// places are organs that cancers spread to, beside the sites.
var places = map[string]pedigree.Site{
	"liver": "liver", "bone": "bone", "bones": "bone", "spine": "spine", "nodes": "lymph nodes", "lymph nodes": "lymph nodes", "node": "lymph nodes",
	"brain": pedigree.Brain, "lung": pedigree.Lung, "lungs": pedigree.Lung, "skin": "skin", "everywhere": "several places",
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
