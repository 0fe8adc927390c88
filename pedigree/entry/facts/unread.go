package facts

import (
	"regexp"
	"strings"
	"unicode"

	"kindred/pedigree/terms"
)

// harmless are remarks that people make and that need no field: notes without a word of trouble.
var harmless = set("lives abroad emigrated smoker ex-smoker non-smoker overweight retired teacher nurse works worked moved australia canada america usa spain france ireland scotland wales")

var birthOfTwoDigits = regexp.MustCompile(`^(?:b|born|dob) ?'?(\d{2})$`)

// unread is what to say of the tokens [from, to), which are kept as a note: what to type instead, where
// that can be told. "" is for remarks that nobody would expect to be understood.
func (rd *reader) unread(from, to int) string {
	said := rd.slice(from, to)
	if m := birthOfTwoDigits.FindStringSubmatch(strings.ToLower(said)); m != nil {
		return "Two digits are an age. For a year type all four: b 19" + m[1] + "."
	}
	if strings.EqualFold(rd.tokens[from].text, "note") {
		return ""
	}
	plainRemark := true
	for _, t := range rd.tokens[from:to] {
		plainRemark = plainRemark && (harmless[t.low] || joiners[t.low] || t.low == "in" || t.low == "a" || t.low == "as")
		switch {
		case isKin(t.low):
			return "This is about somebody else and is kept as a note: enter them on a line of their own."
		case changesSense[t.plain]:
			return "Kept as a note: behind “" + t.low + "” nothing is read. For asked, no cancer type none; for not known type dk."
		}
	}
	if plainRemark {
		return ""
	}
	for i := from; i < to; i++ {
		if words, whole := rd.phrase(i, i+1); whole {
			if site, ok := terms.Site(words); ok {
				return "Kept as a note. If it was a cancer, type " + rd.tokens[i].text + " ca (" + string(site) + ") with the age behind it."
			}
			if _, ok := terms.Cause(words); ok {
				return "Kept as a note. As a cause of death type it behind d; as an illness type condition \"" + rd.tokens[i].text + "\"."
			}
		}
	}
	if variantWord.MatchString(rd.tokens[from].text) {
		return "A variant goes behind its gene and result: BRCA1+ " + rd.tokens[from].text + "."
	}
	if strings.IndexFunc(said, unicode.IsLetter) < 0 {
		return "Not understood, kept as a note."
	}
	if near := terms.Nearest(strings.Trim(rd.tokens[from].low, "?")); near != "" {
		return "Not understood, kept as a note. Did you mean " + near + "?"
	}
	if _, _, ok := rd.number(to - 1); ok && to-from > 1 {
		return "Not understood, kept as a note with its number. An illness by its name: condition \"" + strings.TrimSpace(rd.slice(from, to-1)) + "\" " + rd.tokens[to-1].text + ". An age of the person goes first, or behind a comma."
	}
	return "Not understood, kept as a note. An illness by its name: condition \"" + strings.Trim(said, `"`) + "\"."
}
