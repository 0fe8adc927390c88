package riskview

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"kindred/pedigree/risk"
)

// readPercent reads a percentage as people type it: "31", "31.2 %", "31,2%", "1 in 8". Without words
// there is none.
func readPercent(words string) (p float64, said bool, err error) {
	text := strings.TrimSpace(words)
	if text == "" {
		return 0, false, nil
	}
	if before, after, ok := strings.Cut(strings.ToLower(text), " in "); ok {
		of, badOf := strconv.ParseFloat(strings.TrimSpace(after), 64)
		n, badN := strconv.ParseFloat(strings.TrimSpace(before), 64)
		if badOf != nil || badN != nil || n < 0 || of <= 0 || n > of {
			return 0, false, fmt.Errorf("%q is no share of people: write it as 1 in 8, or as 12.5", text)
		}
		return n / of, true, nil
	}
	number := strings.Replace(strings.TrimSpace(strings.TrimSuffix(text, "%")), ",", ".", 1)
	p, bad := strconv.ParseFloat(number, 64)
	switch {
	case bad != nil:
		return 0, false, fmt.Errorf("%q is no percentage: write one number, such as 31 or 3.8", text)
	case !(p >= 0 && p <= 100):
		return 0, false, fmt.Errorf("%q is not between 0 and 100: write the percentage that the program shows", text)
	}
	return p / 100, true, nil
}

// gene is how a gene's symbol is typed.
var gene = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]{1,9}$`)

// readCarriers reads carrier probabilities as "BRCA1 12.3, BRCA2 0.4, any 13", into keys of Values.
func readCarriers(words string) (risk.Values, error) {
	values := risk.Values{}
	for _, part := range strings.FieldsFunc(words, func(r rune) bool { return r == ',' || r == ';' || r == '·' }) {
		name, percent, _ := strings.Cut(strings.TrimSpace(part), " ")
		if name == "" {
			continue
		}
		key := "carrier/" + strings.ToUpper(name)
		if strings.EqualFold(name, risk.AnyGene) {
			key = risk.AnyGene
		}
		p, said, err := readPercent(percent)
		if !gene.MatchString(name) || !said && err == nil {
			return nil, fmt.Errorf("%q is no gene with its percentage: write them as BRCA1 12.3, BRCA2 0.4", strings.TrimSpace(part))
		}
		if err != nil {
			return nil, err
		}
		if _, twice := values[key]; twice {
			return nil, fmt.Errorf("%s is there twice: write it once", strings.ToUpper(name))
		}
		values[key] = p
	}
	return values, nil
}
