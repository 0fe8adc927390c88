package interview

import (
	"fmt"
	"regexp"
	"strings"

	"kindred/pedigree"
)

// LifeLine is age, birth and death as they are typed: "66", "d 58", "d ~70, born 1901", "born 1952".
func LifeLine(p *pedigree.Individual) string {
	if p.Pregnancy != nil {
		if weeks := p.Pregnancy.Weeks.String(); weeks != "" {
			return strings.TrimSuffix(weeks, "w") + "w"
		}
		return ""
	}
	var parts []string
	if !p.Age.IsZero() {
		parts = append(parts, mark(p.IsDeceased(), "d ")+p.Age.String())
	}
	if !p.Born.IsZero() {
		parts = append(parts, "born "+dayOr(p.Born))
	}
	if !p.Died.IsZero() {
		parts = append(parts, "d "+dayOr(p.Died))
	}
	return strings.Join(parts, ", ")
}

// dayOr is a known day as it is written, and any other year or date as it was said.
func dayOr(v pedigree.Fuzzy) string {
	if v.Date != "" {
		return v.Date.Prose()
	}
	return v.String()
}

var (
	deathWord = regexp.MustCompile(`(?i)^(?:d|d\.|died|dead|†)(?:\s+|$)`)
	birthWord = regexp.MustCompile(`(?i)^(?:b|b\.|born|dob)\s+`)
)

// SetLife reads such a line into age, birth and death, each as said: two digits are an age, four a
// year, and "d" is a death; without that word, whether somebody lives stays as it was. An empty line
// takes all three away. Of a pregnancy the line is the weeks. A line that says one of the three twice is
// an error and changes nothing.
func SetLife(p *pedigree.Individual, line string) error {
	if p.Pregnancy != nil {
		p.Pregnancy.Weeks = pedigree.ParseFuzzy(strings.TrimRight(strings.TrimSpace(line), "wW"))
		return nil
	}
	var age, born, died pedigree.Fuzzy
	deceased := p.Deceased
	for _, part := range strings.Split(line, ",") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		to := &age
		switch {
		case deathWord.MatchString(part):
			deceased = pedigree.Yes
			if part = strings.TrimSpace(deathWord.ReplaceAllString(part, "")); part == "" {
				continue
			}
			if pedigree.ParseFuzzy(part).IsYear() {
				to = &died
			}
		case birthWord.MatchString(part):
			part = strings.TrimSpace(birthWord.ReplaceAllString(part, ""))
			to = &born
		case pedigree.ParseFuzzy(part).IsYear():
			to = &born
		}
		if !to.IsZero() {
			return fmt.Errorf("%q says the same twice: one age, one birth (born 1952) and one death (d 1958)", line)
		}
		*to = pedigree.ParseFuzzy(part)
	}
	p.Age, p.Born, p.Died, p.Deceased = age, born, died, deceased
	return nil
}
