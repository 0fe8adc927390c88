package genes_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// printed is a number as the working prints it; a chance is between 0 and 1.
func printed(t *testing.T, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(strings.TrimSuffix(s, "%"), 64)
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasSuffix(s, "%") {
		return x / 100
	}
	return x
}

var (
	first    = regexp.MustCompile(`^About 1 in (\d+) people (?:of the ancestry recorded here )?carry .*: ([0-9.]+%)\.$`)
	times    = regexp.MustCompile(`: the odds × ([0-9.e+-]+), to ([0-9.]+%)\.$`)
	still    = regexp.MustCompile(`: no more than that, still ([0-9.]+%)\.$`)
	parents  = regexp.MustCompile(`^Another way to see it: .*: 1 - \(1 - ([0-9.]+%)\) × \(1 - ([0-9.]+%)\) = ([0-9.]+%)\.$`)
	leaves   = regexp.MustCompile(`a chance of ([0-9.e-]+%) with .* and of ([0-9.e-]+%) without: ([0-9.]+%) × ([0-9.e-]+%) against ([0-9.]+%) × ([0-9.e-]+%) leaves ([0-9.]+%)\.$`)
	weighed  = regexp.MustCompile(`^(Breast|Ovarian|Pancreatic|Prostate) cancer between now .*: ([0-9.]+%) × ([0-9.]+%) \+ ([0-9.]+%) × ([0-9.]+%) = ([0-9.]+%)\.$`)
	ofTables = map[string]string{"Breast": "breast", "Ovarian": "ovary", "Pancreatic": "pancreas", "Prostate": "prostate"}
)

// recomputed walks through the working with the printed numbers alone, and gives the chance and the risks that
// it ends with.
func recomputed(t *testing.T, lines []string) (carries float64, risks map[string]float64, parentsSeen bool) {
	t.Helper()
	risks = map[string]float64{}
	close := func(what string, got, want, within float64) {
		if math.Abs(got-want) > within {
			t.Errorf("%s: %v, printed %v\n%s", what, got, want, strings.Join(lines, "\n"))
		}
	}
	odds := func(p float64) float64 { return p / (1 - p) }
	for _, line := range lines {
		n := func(pattern *regexp.Regexp) []float64 {
			found := pattern.FindStringSubmatch(line)
			var all []float64
			for i := 1; i < len(found); i++ {
				if _, word := ofTables[found[i]]; !word {
					all = append(all, printed(t, found[i]))
				}
			}
			return all
		}
		if x := n(first); x != nil {
			close("one in", 1/x[0], x[1], 0.02*x[1])
			carries = x[1]
		} else if x := n(times); x != nil {
			o := odds(carries) * x[0]
			close("odds", o/(1+o), x[1], 0.0001+0.006*x[1]*(1-x[1]))
			carries = x[1]
		} else if x := n(still); x != nil {
			close("still", carries, x[0], 0.0002)
			carries = x[0]
		} else if x := n(parents); x != nil {
			close("parents", 1-(1-x[0])*(1-x[1]), x[2], 0.0002)
			close("parents", x[2], carries, 0.0001)
			parentsSeen = true
		} else if x := n(leaves); x != nil {
			close("before", x[2], carries, 0.0001)
			close("complement", x[2]+x[4], 1, 0.0002)
			with, without := x[2]*x[3], x[4]*x[5]
			close("leaves", with/(with+without), x[6], 0.0003)
			carries = x[6]
		} else if x := n(weighed); x != nil {
			close("weighed with", x[0], carries, 0.0001)
			close("weighed", x[0]*x[1]+x[2]*x[3], x[4], 0.0002)
			risks[ofTables[strings.Fields(line)[0]]] = x[4]
		}
	}
	return carries, risks, parentsSeen
}

// TestThePrintedStepsMultiplyToThePrintedAnswer goes through the working of different families.
func TestThePrintedStepsMultiplyToThePrintedAnswer(t *testing.T) {
	m := model(t)
	for name, f := range map[string]*pedigree.Family{
		"no test":      clinic(),
		"aunt's test":  with("aunt", tested("BRCA1", pedigree.Positive, pedigree.Screen)),
		"screened":     with("mother", tested("BRCA2", pedigree.Negative, pedigree.Screen)),
		"own cancer":   with("self", func(p *pedigree.Individual) { p.Diagnoses = []pedigree.Diagnosis{diagnosis(pedigree.Breast, "38")} }),
		"own screen":   with("self", tested("BRCA1", pedigree.Negative, pedigree.Screen)),
		"vague":        with("self", func(p *pedigree.Individual) { p.Age = at("early 40s") }),
		"Ashkenazi":    with("self", func(p *pedigree.Individual) { p.Ashkenazi = pedigree.Yes }),
		"no evidence":  {AsOf: "2026-11-21", Individuals: []pedigree.Individual{{ID: "self", Sex: pedigree.Female, Age: at("30"), Consultand: true}}},
		"a man":        with("self", func(p *pedigree.Individual) { p.Sex = pedigree.Male }),
		"big, printed": clan(60),
	} {
		t.Run(name, func(t *testing.T) {
			a := assess(t, m, f)
			carries, risks, _ := recomputed(t, a.Working)
			if want := a.Values[a.Headline]; math.Abs(carries-want) > 0.0001 {
				t.Errorf("the working ends with %v, the answer is %s %v\n%s", carries, a.Headline, want, strings.Join(a.Working, "\n"))
			}
			given := 0
			for key := range a.Values {
				if strings.HasPrefix(key, "risk/") && strings.HasSuffix(key, "/80") && !strings.Contains(key, "male") {
					given++
				}
			}
			if len(risks) != given && f.Individual("self") != nil && f.Individual("self").Sex == pedigree.Female {
				t.Errorf("%d risks in the working, %d given", len(risks), given)
			}
			for cancer, p := range risks {
				if want := a.Values[fmt.Sprintf("risk/%s/80", cancer)]; math.Abs(p-want) > 0.0001 && cancer != "breast" {
					t.Errorf("%s: the working ends with %v, the answer is %v", cancer, p, want)
				}
			}
		})
	}
}

// TestTheWorkingIsThatOfThePicture: one in 780, a line for each relative who matters, the parents' part.
func TestTheWorkingIsThatOfThePicture(t *testing.T) {
	a := assess(t, model(t), with("aunt", tested("BRCA1", pedigree.Positive, pedigree.Screen)))
	text := strings.Join(a.Working, "\n")
	for _, words := range []string{
		"About 1 in 780 people carry a BRCA1 variant", "Maternal aunt, a BRCA1 variant and breast cancer at 49: the odds ×",
		"Mother, breast cancer at 41 and ovarian cancer at 50: the odds ×", "Reaching 42 without breast, ovarian or pancreatic cancer has a chance of",
		"the mother carries with 99.82% and passes it on with 49.9",
	} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not in\n%s", words, text)
		}
	}
	if _, _, seen := recomputed(t, a.Working); !seen {
		t.Error("the parents' part is not printed")
	}
}

func TestAVariantOfOnesOwnNeedsNoSteps(t *testing.T) {
	a := assess(t, model(t), with("self", tested("BRCA2", pedigree.Positive, pedigree.Screen)))
	if a.Working[0] != "A BRCA2 variant was found in the person asked about." || !strings.Contains(a.Working[1], "with a BRCA2 variant.") {
		t.Errorf("%q", a.Working)
	}
}

func TestNoNameOfARelativeIsInAnAnswer(t *testing.T) {
	f := clinic()
	for i := range f.Individuals {
		f.Individuals[i].Name = fmt.Sprintf("Xyz%d", i)
	}
	if text := fmt.Sprintf("%+v", assess(t, model(t), f)); strings.Contains(text, "Xyz") {
		t.Error("a name is in the answer")
	}
}

// TestWarningsSayWhatIsLeftOut lists one of each.
func TestWarningsSayWhatIsLeftOut(t *testing.T) {
	f := with("aunt", func(p *pedigree.Individual) {
		p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{Site: pedigree.Breast, Behaviour: pedigree.InSitu})
		p.Diagnoses[0].Behaviour = ""
		p.GeneTests = []pedigree.GeneTest{
			{Gene: "BRCA1", Result: pedigree.Negative},
			{Gene: "BRCA2", Result: pedigree.Uncertain, Class: 3},
			{Gene: "PALB2", Result: pedigree.Positive, Sample: pedigree.Tumour},
		}
	})
	a := model(t).Assess(risk.Request{Family: f})
	text := strings.Join(a.Warnings, "\n")
	for _, words := range []string{"in situ", "counted as invasive", "until its scope", "BRCA1, maternal aunt", "tumour (1)", "uncertain significance (1)", "Net risks"} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not in\n%s", words, text)
		}
	}
}
