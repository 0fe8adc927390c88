package draw

import (
	"slices"
	"strconv"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/describe"
)

// condition is what a sector stands for. A condition keeps its sector, pattern and hue for everyone
// in the family.
type condition struct {
	key     string // as conditionOf says
	name    string // in the key
	pattern pattern
	hue     Colour
}

// affectedFlag is the condition of people of whom only "affected" is known.
const affectedFlag = "affected"

// conditionOf groups the diagnoses that share a sector: ovary, fallopian tube and peritoneum are
// counted as one by clinics. It is "" for what fills no sector.
func conditionOf(d *pedigree.Diagnosis) string {
	switch {
	case !d.Counts():
		return ""
	case d.Site.IsOvarian():
		return string(pedigree.Ovary)
	case d.Site == "":
		return string(pedigree.UnknownPrimary)
	}
	return strings.ToLower(string(d.Site))
}

// flagOnly reports a person called affected without any diagnosis.
func flagOnly(p *pedigree.Individual) bool {
	return p.Affected == pedigree.Yes && len(p.Diagnoses) == 0
}

// conditionsIn lists what the people shown have, in the order of pedigree.Sites, then other
// conditions by name, then the plain flag. The first eight kinds of cancer keep their pattern and
// hue from family to family; a later one takes what is free.
func conditionsIn(people []*pedigree.Individual) []condition {
	present := map[string]bool{}
	for _, p := range people {
		if p == nil {
			continue
		}
		for i := range p.Diagnoses {
			if c := conditionOf(&p.Diagnoses[i]); c != "" {
				present[c] = true
			}
		}
		if flagOnly(p) {
			present[affectedFlag] = true
		}
	}
	var list []condition
	taken := map[pattern]bool{}
	take := func(key, name string, preferred int) {
		pat := pattern(preferred % int(patterns))
		for range patterns {
			if !taken[pat] {
				break
			}
			pat = (pat + 1) % patterns
		}
		taken[pat] = true
		hue := Colour("hue-" + strconv.Itoa(1+preferred%Hues))
		list = append(list, condition{key, name, pat, hue})
		delete(present, key)
	}
	for i, site := range usualOrder {
		if present[string(site)] {
			take(string(site), cancerName(site), i)
		}
	}
	flag := present[affectedFlag]
	delete(present, affectedFlag)
	others := make([]string, 0, len(present))
	for key := range present {
		others = append(others, key)
	}
	slices.Sort(others)
	for i, key := range others {
		take(key, describe.Capital(key), len(usualOrder)+i)
	}
	if flag {
		list = append(list, condition{affectedFlag, "Affected, condition not said", solid, Ink})
	}
	return list
}

// usualOrder is pedigree.Sites without those that share a sector with the ovary.
var usualOrder = slices.DeleteFunc(slices.Clone(pedigree.Sites), func(s pedigree.Site) bool {
	return s.IsOvarian() && s != pedigree.Ovary
})

// cancerNames are the sites whose adjective is not the site itself.
var cancerNames = map[pedigree.Site]string{
	pedigree.Ovary: "Ovarian cancer", pedigree.Colorectum: "Colorectal cancer", pedigree.Endometrium: "Endometrial cancer",
	pedigree.Cervix: "Cervical cancer", pedigree.Pancreas: "Pancreatic cancer", pedigree.Brain: "Brain tumour",
	pedigree.Melanoma: "Melanoma", pedigree.Sarcoma: "Sarcoma", pedigree.Leukaemia: "Leukaemia", pedigree.Lymphoma: "Lymphoma",
	pedigree.Adrenal: "Adrenal cancer", pedigree.Polyps: "Bowel polyps", pedigree.UnknownPrimary: "Cancer, primary not known",
}

func cancerName(s pedigree.Site) string {
	if name, ok := cancerNames[s]; ok {
		return name
	}
	return describe.Capital(string(s)) + " cancer"
}

// sectorState is how one condition is drawn in one person.
type sectorState uint8

const (
	absent sectorState = iota
	possible
	reported
	confirmed
)

// stateOf is the best supported of the person's diagnoses of c.
func (c condition) stateOf(p *pedigree.Individual) sectorState {
	if c.key == affectedFlag {
		if flagOnly(p) {
			return confirmed
		}
		return absent
	}
	state := absent
	for i := range p.Diagnoses {
		d := &p.Diagnoses[i]
		if conditionOf(d) != c.key {
			continue
		}
		switch {
		case d.Certainty == pedigree.Possible:
			state = max(state, possible)
		case d.IsConfirmed():
			state = max(state, confirmed)
		default:
			state = max(state, reported)
		}
	}
	return state
}
