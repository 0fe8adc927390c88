package draw

import (
	"strings"

	"kindred/pedigree"
)

// operations are the words that an anonymous drawing may use for an operation, the more exact ones
// first. What else was written with it, such as where it was done, stays behind.
var operations = []string{
	"bilateral salpingo-oophorectomy", "salpingo-oophorectomy", "bilateral mastectomy", "mastectomy", "wide local excision", "lumpectomy",
	"oophorectomy", "salpingectomy", "hysterectomy", "proctocolectomy", "hemicolectomy", "colectomy", "polypectomy", "gastrectomy",
	"thyroidectomy", "parathyroidectomy", "adrenalectomy", "nephrectomy", "prostatectomy", "orchidectomy", "pancreatectomy",
	"whipple", "biopsy",
}

// operationKind is the kind of operation in what was written of it.
func operationKind(what string) string {
	what = strings.ToLower(what)
	for _, kind := range operations {
		if strings.Contains(what, kind) {
			return kind
		}
	}
	return "operation"
}

// isDegree reports whether words say how two people are related and nothing else: an anonymous
// drawing leaves out what might name somebody.
func isDegree(words string) bool {
	const known = " first second third fourth half double once twice removed cousin cousins sibling siblings brother sister " +
		"uncle aunt niece nephew related relatives distant distantly great grand and or of the times by marriage "
	for word := range strings.FieldsFuncSeq(strings.ToLower(words), func(r rune) bool { return r == ' ' || r == '-' || r == ',' }) {
		if !strings.Contains(known, " "+word+" ") {
			return false
		}
	}
	return true
}

// inNumbers is a fuzzy value as its numbers alone, without what was said: "20", "8-10".
func inNumbers(v pedigree.Fuzzy) string {
	low, high := "", ""
	if v.Low.Known {
		low = itoa(v.Low.Year)
	}
	if v.High.Known {
		high = itoa(v.High.Year)
	}
	switch {
	case low == high:
		return low
	case low == "":
		return "up to " + high
	case high == "":
		return "from " + low
	}
	return low + "-" + high
}
