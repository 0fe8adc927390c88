package facts

import (
	"fmt"
	"strings"
	"testing"

	"kindred/pedigree"
)

// inShort is what was recorded: "breast@44 liver*", a star for what is no primary; then the age reached.
func inShort(text string) string {
	p := pedigree.Individual{ID: "1"}
	Parse(text, Who{Sex: pedigree.Female}).Apply(&p, pedigree.Provenance{}, nil)
	var words []string
	for _, d := range p.Diagnoses {
		word := string(d.Site)
		if !d.Age.IsZero() {
			word += "@" + d.Age.Words
		}
		if d.Secondary {
			word += "*"
		}
		words = append(words, word)
	}
	if !p.Age.IsZero() {
		words = append(words, fmt.Sprintf("(%s)", p.Age.Words))
	}
	return strings.Join(words, " ")
}

func TestSpreadIsNeverAPrimaryNorAPrimarySpread(t *testing.T) {
	for text, want := range map[string]string{
		"br 44 mets liver":                 "breast@44 liver*",
		"br 44 mets liver, lung and bones": "breast@44 liver* lung* bone*",
		"br 44 mets liver, lung ca 60":     "breast@44 liver* lung@60",
		"br 44 mets liver, bowel 60":       "breast@44 liver* colorectum@60",
		"br 44 mets liver, lung 60":        "breast@44 liver* lung@60",
		"br mets brain":                    "breast brain*",
		"br mets":                          "breast",
		"ov mets":                          "ovary",
		"liver mets":                       "liver*",
		"bone mets brain":                  "bone* brain*",
		"liver mets br 50":                 "liver* breast@50",
		"br 44 liver mets, bone mets":      "breast@44 liver* bone*",
		"lung ca 60 sec from br 50":        "lung@60* breast@50",
	} {
		if got := inShort(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestTheAgeBehindACauseOfDeathIsThatOfTheDeath(t *testing.T) {
	for text, want := range map[string]string{
		"died of breast cancer aged 50": "breast (50)",
		"d of br 50":                    "breast (50)",
		"died at 60 of bowel cancer":    "colorectum (60)",
		"d 60 of br 50":                 "breast@50 (60)",
		"d 60, br 50":                   "breast@50 (60)",
		"d 40s ov":                      "ovary (40s)",
	} {
		if got := inShort(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestTheAgeInFrontOfPolypsIsNotTheirNumber(t *testing.T) {
	for text, want := range map[string]string{
		"66 polyps 12 @50":      "polyps@50 (66)",
		"66 polyps 50":          "polyps@50 (66)",
		"12 polyps 50":          "polyps@50",
		"70 multiple polyps 40": "polyps@40 (70)",
		"br ~50s":               "breast@~50s",
	} {
		if got := inShort(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
