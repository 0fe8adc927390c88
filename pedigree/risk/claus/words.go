package claus

import (
	"fmt"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// byDegree sorts nearest relatives first, keeping family order among equals.
func byDegree(c *risk.Case, people []*pedigree.Individual) {
	slices.SortStableFunc(people, func(a, b *pedigree.Individual) int {
		return c.Relation(a.ID).Degree - c.Relation(b.ID).Degree
	})
}

// because says in sentences what the answer rests on.
func because(c *risk.Case) []string {
	var lines []string
	for _, p := range Affected(c) {
		d := First(p)
		status := d.Status
		if status == "" {
			status = pedigree.Reported
		}
		lines = append(lines, fmt.Sprintf("%s: breast cancer %s (%s).", risk.Sentence(c.Words(p.ID)), risk.AgeWords(d.Age), status))
	}
	if len(lines) == 0 {
		lines = append(lines, "No blood relative with breast cancer is recorded.")
	}
	age, _ := c.Age(c.Subject)
	return append(lines, fmt.Sprintf("No breast cancer is recorded for the person asked about, at %s.", years(age)))
}

// years says a span of ages.
func years(s risk.Span) string {
	if s.IsExact() {
		return fmt.Sprint(s.Low)
	}
	return fmt.Sprintf("%d to %d", s.Low, s.High)
}

// Warnings says what about this family the Claus model and tables leave out.
func Warnings(c *risk.Case) []string {
	var lines []string
	inSitu, unknownBehaviour, tumour, ashkenazi := 0, 0, 0, false
	for _, p := range c.Kin() {
		for _, d := range risk.Primaries(p, risk.IsBreast) {
			switch d.Behaviour {
			case pedigree.InSitu:
				inSitu++
			case "", pedigree.BehaviourUnknown:
				unknownBehaviour++
			}
		}
		for i := range p.GeneTests {
			if t := &p.GeneTests[i]; t.Result == pedigree.Positive && t.Sample == pedigree.Tumour {
				tumour++
			}
		}
		ashkenazi = ashkenazi || p.Ashkenazi == pedigree.Yes
	}
	if inSitu > 0 {
		lines = append(lines, fmt.Sprintf("In-situ disease of the breast in relatives (%d) is not counted as breast cancer.", inSitu))
	}
	if unknownBehaviour > 0 {
		lines = append(lines, fmt.Sprintf("Breast cancers of which it is not recorded whether they were invasive (%d) are counted as invasive.", unknownBehaviour))
	}
	if tumour > 0 {
		lines = append(lines, "A variant was found in a tumour; whether it is inherited is not known, and the model takes no account of it.")
	}
	if ashkenazi {
		lines = append(lines, "Ashkenazi Jewish ancestry is recorded: BRCA1 and BRCA2 variants are more common, and the model takes no account of it.")
	}
	if c.Subject.Adopted == pedigree.AdoptedIn && c.Subject.EggParent() == "" && c.Subject.SpermParent() == "" {
		lines = append(lines, "The person asked about was adopted and nothing is recorded of the parents by blood: the answer is little more than the model's average woman.")
	}
	return lines
}
