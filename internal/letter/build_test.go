package letter_test

import (
	"encoding/json"
	"strings"
	"testing"

	"kindred/assets"
	"kindred/internal/golden"
	"kindred/internal/letter"
	"kindred/internal/letter/pages"
	"kindred/internal/riskmodels"
	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/risk"
)

// Families of the sample clinic: to the first a number applies, to the second none does.
const (
	breastOnly    = "g10481-breast-only"
	breastOvarian = "g10482-breast-ovarian"
)

func sampleFamily(t testing.TB, name string) *pedigree.Family {
	t.Helper()
	var f pedigree.Family
	if err := json.Unmarshal(assets.Must("families/"+name+".json"), &f); err != nil {
		t.Fatal(err)
	}
	return &f
}

// asked is the request that the clinic makes for a patient.
func asked(f *pedigree.Family, patient pedigree.ID) letter.Request {
	return letter.Request{
		Family: f, Patient: patient, Today: "2026-11-21", Measure: textmetric.Letter, Number: "L-2026-00421 v1",
		Service:   letter.Service{Name: "Clinical Genetics Service", Clinic: "Outreach clinic", Phone: "01632 960100"},
		Signatory: letter.Signatory{Name: "A Counsellor", Role: "Genetic counsellor"},
		Assessments: riskmodels.Assess(risk.Request{
			Family: f.For(patient, pedigree.ForNumbers), Subject: f.Patient(patient).Individual, AsOf: "2026-11-21",
		}),
	}
}

func built(t testing.TB, r letter.Request) *letter.Document {
	t.Helper()
	d, err := letter.Build(r)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// printed is every word on the pages, a run a line.
func printed(t testing.TB, d *letter.Document) string {
	t.Helper()
	set, err := pages.Set(d, pages.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, page := range set {
		text.WriteString("--- " + page.Title + page.Description + "\n")
		for _, e := range page.Elements {
			if t, ok := e.Shape.(draw.Text); ok {
				text.WriteString(t.String + "\n")
			}
		}
	}
	return text.String()
}

func TestLettersOfTheSampleClinicReadAsTheMastersDo(t *testing.T) {
	for _, name := range []string{breastOnly, breastOvarian, "g10486-twins-adoption", "g10483-lynch"} {
		d := built(t, asked(sampleFamily(t, name), "P1"))
		golden.Assert(t, "testdata/"+name+".txt.golden", []byte(d.Text()))
		golden.Assert(t, "testdata/"+name+".pages.golden", []byte(printed(t, d)))
	}
}

func TestNumberComesWithBothFramingsAComparisonAndAPictureThatMatches(t *testing.T) {
	d := built(t, asked(sampleFamily(t, breastOnly), "P1"))
	text := d.Text()
	for _, want := range []string{
		"Out of 100 women like you, about 23 will get breast cancer between now and age 79. About 77 will not.",
		"Out of 100 women of your age in general, about 8 will get breast cancer in the same time. About 92 will not.",
		"23 circles are filled: they get breast cancer between now and age 79. 77 circles are empty: they do not.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("missing %q in:\n%s", want, text)
		}
	}
	for _, b := range d.Blocks {
		if icons, ok := b.(letter.IconArray); ok && (icons.Filled != 23 || icons.Half != 0 || icons.Of != 100) {
			t.Errorf("the picture shows %d and %d of %d", icons.Filled, icons.Half, icons.Of)
		}
	}
}

func TestARangeIsGivenAsARangeInWordsAndPicture(t *testing.T) {
	d := built(t, asked(sampleFamily(t, "g10486-twins-adoption"), "P1"))
	if text := d.Text(); !strings.Contains(text, "between 25 and 39 will get breast cancer") || !strings.Contains(text, "Between 61 and 75 will not.") ||
		!strings.Contains(text, "25 circles are filled") || !strings.Contains(text, "14 circles are half filled") || !strings.Contains(text, "61 circles are empty") {
		t.Error(text)
	}
	for _, b := range d.Blocks {
		if icons, ok := b.(letter.IconArray); ok && (icons.Filled != 25 || icons.Half != 14) {
			t.Errorf("the picture shows %d and %d", icons.Filled, icons.Half)
		}
	}
}

func TestWithoutANumberTheLetterIsWholeAndSaysWhy(t *testing.T) {
	d := built(t, asked(sampleFamily(t, breastOvarian), "P1"))
	text := d.Text()
	if !strings.Contains(text, "We have not put a number on your risk in this letter, because our method does not fit families with a known gene change.") {
		t.Error(text)
	}
	for _, never := range []string{"ut of 100", "Manchester", "score"} {
		if strings.Contains(text, never) {
			t.Errorf("the letter says %q", never)
		}
	}
	headings, figures := 0, 0
	for _, b := range d.Blocks {
		switch b.(type) {
		case letter.Heading:
			headings++
		case letter.Figure:
			figures++
		case letter.IconArray:
			t.Error("a picture of a number without a number")
		}
	}
	if headings != 6 || figures != 1 {
		t.Errorf("%d headings and %d figures", headings, figures)
	}
}

func TestPointsOfManchesterNeverReachALetter(t *testing.T) {
	r := asked(sampleFamily(t, breastOnly), "P1")
	var others []risk.Assessment
	for _, a := range r.Assessments {
		if a.Model != "claus" {
			others = append(others, a)
		}
	}
	r.Assessments = others
	if text := built(t, r).Text(); strings.Contains(text, "ut of 100") || !strings.Contains(text, "We have not put a number") {
		t.Error(text)
	}
}

func TestANumberThatIsNotWholeIsNotGiven(t *testing.T) {
	good := risk.Assessment{
		Model: "claus", Subject: "10", Status: risk.OK, Values: map[string]float64{"risk_by_79": 0.2},
		Curves: []risk.Curve{{Cancer: "breast", Points: []risk.CurvePoint{{Age: 79, Risk: 0.2, Population: 0.1}}}},
	}
	for name, spoil := range map[string]func(*risk.Assessment){
		"another person's": func(a *risk.Assessment) { a.Subject = "11" },
		"no value":         func(a *risk.Assessment) { a.Values = nil },
		"no comparison":    func(a *risk.Assessment) { a.Curves = nil },
		"another horizon": func(a *risk.Assessment) {
			a.Curves = []risk.Curve{{Cancer: "breast", Points: []risk.CurvePoint{{Age: 60, Population: 0.1}}}}
		},
		"above certainty":   func(a *risk.Assessment) { a.Values = map[string]float64{"risk_by_79": 1.2} },
		"below nothing":     func(a *risk.Assessment) { a.Values = map[string]float64{"risk_by_79": -0.1} },
		"outside its range": func(a *risk.Assessment) { a.Range = map[string]risk.Range{"risk_by_79": {Low: 0.3, High: 0.4}} },
		"too vague":         func(a *risk.Assessment) { a.Range = map[string]risk.Range{"risk_by_79": {Low: 0.1, High: 0.9}} },
		"not applicable":    func(a *risk.Assessment) { a.Status = risk.NotApplicable },
		"cannot tell":       func(a *risk.Assessment) { a.Status = risk.CannotTell },
	} {
		r := asked(sampleFamily(t, breastOnly), "P1")
		a := good
		spoil(&a)
		r.Assessments = []risk.Assessment{a}
		if text := built(t, r).Text(); strings.Contains(text, "ut of 100") || !strings.Contains(text, "We have not put a number on your risk in this letter, because ") {
			t.Errorf("%s: a number is given:\n%s", name, text)
		}
	}
	r := asked(sampleFamily(t, breastOnly), "P1")
	r.Assessments = []risk.Assessment{good}
	if text := built(t, r).Text(); !strings.Contains(text, "about 20 will") {
		t.Errorf("the sound number is not given:\n%s", text)
	}
}

func TestEveryReasonForNoNumberIsOneThatFits(t *testing.T) {
	for _, c := range []struct {
		name, says string
		change     func(f *pedigree.Family, p *pedigree.Individual)
	}{
		{"older than 79", "our method stops at age 79", func(f *pedigree.Family, p *pedigree.Individual) {
			p.Age, p.Born = pedigree.ExactYear(81), pedigree.Fuzzy{}
			f.Patients[0].DateOfBirth = pedigree.OnDate("1945-05-09")
		}},
		{"a man", "our method was made for women", func(_ *pedigree.Family, p *pedigree.Individual) { p.Sex = pedigree.Male }},
		{"a woman assigned male", "our method does not fit every family", func(_ *pedigree.Family, p *pedigree.Individual) {
			p.Sex, p.Gender = pedigree.Male, pedigree.Woman
		}},
		{"breasts removed", "an operation to remove the breasts", func(_ *pedigree.Family, p *pedigree.Individual) {
			p.Surgery = []pedigree.Surgery{{What: "bilateral mastectomy", Reason: pedigree.RiskReducing}}
		}},
		{"ovarian cancer", "families with ovarian cancer", func(f *pedigree.Family, _ *pedigree.Individual) {
			f.Individual("9").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Ovary}}
		}},
		{"a gene change", "a known gene change", func(f *pedigree.Family, _ *pedigree.Individual) {
			f.Individual("9").GeneTests = []pedigree.GeneTest{{Gene: "PALB2", Result: pedigree.Positive}}
		}},
		{"no breast cancer in the family", "our method does not fit every family", func(f *pedigree.Family, _ *pedigree.Individual) {
			for i := range f.Individuals {
				f.Individuals[i].Diagnoses = nil
			}
		}},
		{"sex not asked", "some of the facts that we need are not known yet", func(_ *pedigree.Family, p *pedigree.Individual) { p.Sex = "" }},
	} {
		f := sampleFamily(t, breastOnly)
		c.change(f, f.Individual("10"))
		if text := built(t, asked(f, "P1")).Text(); !strings.Contains(text, c.says) || strings.Contains(text, "ut of 100") {
			t.Errorf("%s: %s", c.name, text)
		}
	}
}

func TestATransgenderManIsNotCalledAWoman(t *testing.T) {
	f := sampleFamily(t, breastOnly)
	f.Individual("10").Gender = pedigree.Man
	text := built(t, asked(f, "P1")).Text()
	if !strings.Contains(text, "Out of 100 people like you, about 23") || strings.Contains(text, "women like you") ||
		!strings.Contains(text, "who were recorded as female at birth") {
		t.Error(text)
	}
}

func TestEverySentenceOfEveryLetterIsShortAndPlain(t *testing.T) {
	for _, name := range []string{breastOnly, breastOvarian, "g10483-lynch", "g10485-first-cousins", "g10486-twins-adoption", "g10488-transgender-parent", "g10489-valley", "g10490-vague", "g10491-father-brca2"} {
		f := sampleFamily(t, name)
		for _, c := range letter.Checks(built(t, asked(f, "P1")), f.Patient("P1"), textmetric.Letter.Has) {
			if strings.Contains(c.Text, "over 25 words") || strings.Contains(c.Text, "plain word") || strings.Contains(c.Text, "percentage") {
				t.Errorf("%s: %s", name, c.Text)
			}
		}
	}
}

func TestLargePrintIsTheSameLetter(t *testing.T) {
	r := asked(sampleFamily(t, breastOnly), "P1")
	small := built(t, r)
	r.LargePrint = true
	if large := built(t, r); !large.Large || large.Text() != small.Text() {
		t.Error("large print changes the words")
	}
}

func TestALetterNeedsAPatientOfTheFamilyAndADate(t *testing.T) {
	for name, change := range map[string]func(*letter.Request){
		"no such patient": func(r *letter.Request) { r.Patient = "P9" },
		"not linked":      func(r *letter.Request) { r.Family.Patients[0].Individual = "99" },
		"no date":         func(r *letter.Request) { r.Today = "" },
	} {
		r := asked(sampleFamily(t, breastOnly), "P1")
		change(&r)
		if d, err := letter.Build(r); err == nil || d != nil {
			t.Errorf("%s: %v, %v", name, d, err)
		}
	}
}
