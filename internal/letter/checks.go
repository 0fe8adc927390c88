package letter

import (
	"fmt"
	"regexp"
	"strings"

	"kindred/pedigree"
)

// A Check is one thing seen in a letter before it is signed. A gate must be mended first; the others
// are advice.
type Check struct {
	Gate bool
	Text string
}

// glossary holds words that need a plain explanation and do not have one in the letter.
var glossary = []string{
	"benign", "bilateral", "BRCA", "carcinoma", "carrier", "germline", "heterozygous", "malignan", "metasta",
	"mutation", "oncolog", "pathogenic", "penetrance", "proband", "prophyla", "relative risk", "variant",
}

var (
	sentenceEnd = regexp.MustCompile(`[.!?](?:\s|$)`)
	percentage  = regexp.MustCompile(`\d\s*(?:%|per cent)`)
	unresolved  = regexp.MustCompile(`\{[a-z-]*\}|XXXX`)
)

// Checks looks a letter over: gates first.
func Checks(d *Document, p *pedigree.Patient, has func(rune) bool) []Check {
	var gates, advice []Check
	gate := func(format string, args ...any) { gates = append(gates, Check{true, fmt.Sprintf(format, args...)}) }
	advise := func(format string, args ...any) { advice = append(advice, Check{false, fmt.Sprintf(format, args...)}) }

	text := d.Text()
	if d.Patient.Name == "Not known" {
		gate("The patient has no name: record it.")
	}
	if d.Patient.Born == "Not known" {
		gate("The date of birth is missing: record it.")
	}
	if p.NHSNumber == "" && !p.NHSNotKnown {
		gate("The NHS number is missing: record it, or record that it is not known.")
	}
	switch {
	case len(p.Address) == 0:
		gate("There is no address to write to: record it.")
	case p.SafeToWrite == pedigree.No:
		gate("It is recorded that it is not safe to write to this address.")
	case p.SafeToWrite != pedigree.Yes:
		advise("Nobody has asked whether it is safe to write to this address.")
	}
	if p.AddressConfirmedOn == "" && len(p.Address) > 0 {
		advise("The address has not been confirmed.")
	} else if years, ok := p.AddressConfirmedOn.AgeOn(d.Date); ok && years >= 1 {
		advise("The address was last confirmed on %s.", p.AddressConfirmedOn.Prose())
	}
	if m := unresolved.FindString(text); m != "" {
		gate("%s is not filled in.", m)
	}
	for _, r := range text + strings.Join(d.Address, "") + d.Patient.Name + d.Service.Name {
		if r > ' ' && !has(r) {
			gate("The letter's typeface has no sign for %q: use another.", r)
			break
		}
	}
	long := 0
	for _, sentence := range sentenceEnd.Split(text, -1) {
		if len(strings.Fields(sentence)) > 25 {
			long++
		}
	}
	switch {
	case long == 1:
		advise("1 sentence is over 25 words.")
	case long > 1:
		advise("%d sentences are over 25 words.", long)
	}
	for _, word := range glossary {
		if strings.Contains(strings.ToLower(text), strings.ToLower(word)) {
			advise("%q may need a plain word or an explanation.", word)
		}
	}
	if percentage.MatchString(text) {
		advise("A percentage stands without \"out of 100\".")
	}
	return append(gates, advice...)
}

// Gated is the first gate among checks, or "".
func Gated(checks []Check) string {
	for _, c := range checks {
		if c.Gate {
			return c.Text
		}
	}
	return ""
}
