package draw

import (
	"maps"
	"slices"
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

// means is what its marks mean.
func (c *condition) means() Meaning { return Meaning("condition:" + c.key) }

// affectedFlag is the condition of people of whom only "affected" is known.
const affectedFlag = "affected"

// conditionOf is the condition of a diagnosis; "" for what fills no sector.
func conditionOf(d *pedigree.Diagnosis) string {
	switch {
	case !d.Counts():
		return ""
	case d.Site == "":
		return string(pedigree.UnknownPrimary)
	}
	return conditionKey(string(d.Site))
}

// conditionKey groups what shares a sector, whatever the case of its letters: ovary, fallopian tube
// and peritoneum are counted as one by clinics.
func conditionKey(name string) string {
	key := strings.ToLower(strings.TrimSpace(name))
	if pedigree.Site(key).IsOvarian() {
		return string(pedigree.Ovary)
	}
	return key
}

// flagOnly reports a person called affected without any diagnosis.
func flagOnly(p *pedigree.Individual) bool {
	return p.Affected == pedigree.Yes && len(p.Diagnoses) == 0
}

// conditionsIn lists what the people shown have or carry, in the order of pedigree.Sites, then other
// conditions by name, then the plain flag. The first eight kinds of cancer keep their pattern and
// hue from family to family; a later one takes what is free, and from the ninth condition on one
// that no other has with that hue.
func (s Style) conditionsIn(people []*pedigree.Individual) []condition {
	present := map[string]string{} // as first written, by key
	note := func(key, name string) {
		if _, seen := present[key]; !seen && key != "" {
			present[key] = name
		}
	}
	for _, p := range people {
		if p == nil {
			continue
		}
		for i := range p.Diagnoses {
			note(conditionOf(&p.Diagnoses[i]), strings.TrimSpace(string(p.Diagnoses[i].Site)))
		}
		for i := range p.Carrier {
			if c := &p.Carrier[i]; c.Kind != pedigree.Presymptomatic && !s.Nomenclature.CarrierDot {
				note(conditionKey(c.Condition), strings.TrimSpace(c.Condition))
			}
		}
		if flagOnly(p) {
			present[affectedFlag] = ""
		}
	}
	var looks palette
	var list []condition
	take := func(key, name string, preferred int) {
		pat, hue := looks.take(preferred)
		list = append(list, condition{key, name, pat, hue})
		delete(present, key)
	}
	for i, site := range usualOrder {
		if _, has := present[string(site)]; has {
			take(string(site), cancerName(site), i)
		}
	}
	_, flag := present[affectedFlag]
	delete(present, affectedFlag)
	for i, key := range slices.Sorted(maps.Keys(present)) {
		take(key, describe.Capital(present[key]), len(usualOrder)+i)
	}
	if flag {
		list = append(list, condition{affectedFlag, "Affected, condition not said", solid, Ink})
	}
	return list
}

// palette hands out patterns and hues.
type palette struct {
	patterns [patterns]bool
	looks    [patterns][Hues]bool
}

// take is a look for the condition with this place in the usual order: the pattern and hue of that
// place where they are free, else the next free pattern; once all patterns are taken, the next pair
// of pattern and hue that nothing else has, and when there is none, the pair of the place.
func (t *palette) take(preferred int) (pattern, Colour) {
	pat, hue := preferred%int(patterns), preferred%Hues
	for k := range int(patterns) {
		if next := (pat + k) % int(patterns); !t.patterns[next] {
			return t.use(next, hue)
		}
	}
	for k := range int(patterns) * Hues {
		if p, h := (pat+k)%int(patterns), (hue+k/int(patterns))%Hues; !t.looks[p][h] {
			return t.use(p, h)
		}
	}
	return t.use(pat, hue)
}

func (t *palette) use(p, hue int) (pattern, Colour) {
	t.patterns[p], t.looks[p][hue] = true, true
	return pattern(p), hueNames[hue]
}

// hueNames are the semantic colours of the conditions.
var hueNames = func() (names [Hues]Colour) {
	for i := range names {
		names[i] = Colour("hue-" + itoa(i+1))
	}
	return names
}()

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

// sectorState is how one condition is drawn in one person, from the weakest to the strongest claim.
type sectorState uint8

const (
	absent sectorState = iota
	mayCarry
	carries
	mustCarry // an obligate carrier
	possible
	reported
	confirmed
	sectorStates
)

// stateOf is the strongest of what p has of c: a diagnosis, by how well it is supported, before the
// state of a carrier, which shows only where carriers are hatched.
func (c *condition) stateOf(p *pedigree.Individual, hatched bool) sectorState {
	if c.key == affectedFlag {
		if flagOnly(p) {
			return confirmed
		}
		return absent
	}
	state := absent
	for i := range p.Carrier {
		if hatched && conditionKey(p.Carrier[i].Condition) == c.key {
			state = max(state, carrierState(p.Carrier[i].Kind))
		}
	}
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
