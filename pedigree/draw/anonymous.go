package draw

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"kindred/pedigree"
)

// withoutWords is the family as an anonymous drawing may read it: a condition or a gene that somebody
// wrote in words of their own stays only where it cannot name anybody. f itself is not changed.
func withoutWords(f *pedigree.Family) *pedigree.Family {
	f = f.Clone()
	names := namesIn(f)
	for i := range f.Individuals {
		p := &f.Individuals[i]
		for j := range p.Diagnoses {
			if d := &p.Diagnoses[j]; d.Site != "" && !slices.Contains(pedigree.Sites, d.Site) && identifies(string(d.Site), names) {
				d.Site = "another condition"
			}
		}
		for j := range p.Carrier {
			if c := &p.Carrier[j]; identifies(c.Condition, names) {
				c.Condition = "another condition"
			}
		}
		for j := range p.GeneTests {
			if t := &p.GeneTests[j]; t.Gene != "" && (!geneSymbol.MatchString(t.Gene) || identifies(t.Gene, names)) {
				t.Gene = "gene"
			}
		}
	}
	return f
}

var (
	// geneSymbol is one symbol, as the HUGO committee forms them, or several: "BRCA1/2", "MLH1, MSH2".
	geneSymbol = regexp.MustCompile(`^[A-Z][A-Za-z0-9-]{1,11}(?:(?:/|, ?)[A-Za-z0-9-]{1,12})*$`)
	// address is what no condition has in its name: a long number, a postcode, an electronic address.
	address = regexp.MustCompile(`(?i)\d[\d ]{3,}|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|@`)
)

// identifies reports words that hold a name of the family's or a number long enough to find somebody by.
func identifies(words string, names map[string]bool) bool {
	return address.MatchString(words) || slices.ContainsFunc(wordsOf(words), func(w string) bool { return names[w] })
}

// namesIn are the words, in lower case, of every name that is recorded in the family.
func namesIn(f *pedigree.Family) map[string]bool {
	names := map[string]bool{}
	note := func(texts ...string) {
		for _, text := range texts {
			for _, w := range wordsOf(text) {
				names[w] = true
			}
		}
	}
	note(f.Name, f.Informant, f.Recorder)
	for i := range f.Individuals {
		p := &f.Individuals[i]
		note(p.Name, p.FamilyName, p.BirthName)
	}
	for i := range f.Patients {
		p := &f.Patients[i]
		note(p.GivenName, p.FamilyName, p.BirthName, p.GPName)
		note(p.Address...)
	}
	return names
}

// wordsOf are the words of a text that are long enough to name somebody, in lower case.
func wordsOf(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return slices.DeleteFunc(words, func(w string) bool { return len(w) < 2 })
}

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
