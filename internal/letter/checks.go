package letter

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

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
	"benign", "bilateral", "carcinoma", "carrier", "germline", "heterozygous", "malignan", "maternal", "metasta",
	"mutation", "oncolog", "paternal", "pathogenic", "penetrance", "proband", "prophyla", "relative risk", "variant",
}

var (
	sentenceEnd = regexp.MustCompile(`[.!?](?:\s|$)|\n`)
	percentage  = regexp.MustCompile(`\d\s*(?:%|per cent)`)
	unresolved  = regexp.MustCompile(`\{[a-z-]*\}|XXXX`)
)

// longest is the most words that a sentence should have.
const longest = 25

// checker gathers what is seen.
type checker struct{ gates, advice []Check }

func (c *checker) gate(format string, args ...any) {
	c.gates = append(c.gates, Check{true, fmt.Sprintf(format, args...)})
}

func (c *checker) advise(format string, args ...any) {
	c.advice = append(c.advice, Check{false, fmt.Sprintf(format, args...)})
}

// Checks looks a letter over: gates first. has says which characters the letter's typeface can print.
func Checks(d *Document, p *pedigree.Patient, has func(rune) bool) []Check {
	c := &checker{}
	c.identity(d, p)
	c.address(d, p)
	c.edits(d)
	text := d.Text()
	if m := unresolved.FindString(text); m != "" {
		c.gate("%s is not filled in.", m)
	}
	c.glyphs(d, text, has)
	c.wording(text)
	return append(c.gates, c.advice...)
}

func (c *checker) identity(d *Document, p *pedigree.Patient) {
	if d.Patient.Name == notKnown {
		c.gate("The patient has no name: record it.")
	}
	if d.Patient.Born == notKnown {
		c.gate("The date of birth is missing: record it.")
	}
	if p.NHSNumber == "" && !p.NHSNotKnown {
		c.gate("The NHS number is missing: record it, or record that it is not known.")
	}
}

func (c *checker) address(d *Document, p *pedigree.Patient) {
	switch {
	case len(p.Address) == 0:
		c.gate("There is no address to write to: record it.")
	case p.SafeToWrite == pedigree.No:
		c.gate("It is recorded that it is not safe to write to this address.")
	case p.SafeToWrite != pedigree.Yes:
		c.advise("Nobody has asked whether it is safe to write to this address.")
	}
	if len(p.Address) == 0 {
		return
	}
	if p.AddressConfirmedOn == "" {
		c.advise("The address has not been confirmed.")
	} else if years, ok := p.AddressConfirmedOn.AgeOn(d.Date); ok && years >= 1 {
		c.advise("The address was last confirmed on %s.", p.AddressConfirmedOn.Prose())
	}
}

// edits looks at the words that somebody has changed: they no longer follow the record.
func (c *checker) edits(d *Document) {
	for _, key := range d.Unplaced {
		c.gate("Your changes to %q no longer have a place in the letter: take them out, or write them elsewhere.", key)
	}
	for _, e := range d.edited {
		switch n := d.misquoted(e); {
		case !d.numbered && quantity.MatchString(e.words):
			c.gate("Your words in %q give a chance, but no number fits this family: take it out.", e.key)
		case n != "":
			c.gate("Your words in %q say %s, which is not a number of this letter: look at them again.", e.key, n)
		}
		words := wordsOf(e.words)
		for _, name := range d.relatives {
			if slices.Contains(words, name) {
				c.advise("Your words in %q name %s, who has not agreed to be named.", e.key, name)
			}
		}
	}
}

func (c *checker) glyphs(d *Document, text string, has func(rune) bool) {
	printed := []string{text, d.Patient.Name, d.Number, d.Ref, d.To, d.Service.Name, d.Service.Clinic}
	printed = append(append(printed, d.Address...), d.Service.Address...)
	for _, r := range norm.NFC.String(strings.Join(printed, "")) {
		if r > ' ' && !invisible(r) && !has(r) {
			c.gate("The letter's typeface has no sign for %q: use another.", r)
			return
		}
	}
}

// invisible reports characters that the letter leaves out, because a typesetter would print them.
func invisible(r rune) bool { return r == '\u00ad' || r == '\u200b' || r == '\ufeff' }

func (c *checker) wording(text string) {
	long := 0
	for _, sentence := range sentenceEnd.Split(text, -1) {
		if len(strings.Fields(sentence)) > longest {
			long++
		}
	}
	switch {
	case long == 1:
		c.advise("1 sentence is over %d words.", longest)
	case long > 1:
		c.advise("%d sentences are over %d words.", long, longest)
	}
	for _, word := range glossary {
		if strings.Contains(strings.ToLower(text), word) {
			c.advise("%q may need a plain word or an explanation.", word)
		}
	}
	if percentage.MatchString(text) {
		c.advise("A percentage stands without \"out of 100\".")
	}
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
