package clinic

import (
	"encoding/json"
	"testing"

	"kindred/internal/letter"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/draw/pages"
)

// everyRule is a family in which each choice of how to draw makes a difference: a non-binary person, a
// carrier, a consultand beside the proband, a test, and a sister whose partner's family stands on the
// other side of her siblings.
func everyRule() *pedigree.Family {
	f := &pedigree.Family{
		Format: pedigree.Format, Version: pedigree.FormatVersion, Name: "rules", AsOf: "2026-11-21",
		Individuals: []pedigree.Individual{
			{ID: "1", Sex: pedigree.Male},
			{ID: "2", Sex: pedigree.Female},
			{ID: "3", Sex: pedigree.Female, Mother: "2", Father: "1", Age: pedigree.ExactYear(50), Proband: true},
			{ID: "4", Sex: pedigree.Male, Gender: pedigree.NonBinary, Mother: "2", Father: "1", Age: pedigree.ExactYear(48)},
			{ID: "5", Sex: pedigree.Male, Mother: "2", Father: "1", Age: pedigree.ExactYear(46), Carrier: []pedigree.CarrierState{{Condition: "cystic fibrosis"}}},
			{ID: "6", Sex: pedigree.Male},
			{ID: "7", Sex: pedigree.Female},
			{ID: "8", Sex: pedigree.Male, Mother: "7", Father: "6", Age: pedigree.ExactYear(51)},
			{ID: "9", Sex: pedigree.Female, Mother: "3", Father: "8", Consultand: true, GeneTests: []pedigree.GeneTest{
				{ID: "t", Gene: "BRCA1", Result: pedigree.Positive, Sample: pedigree.Germline, ReportSeen: pedigree.Yes},
			}},
			{ID: "10", Sex: pedigree.Male, Mother: "7", Father: "6", Age: pedigree.ExactYear(55)},
		},
		Patients: []pedigree.Patient{{ID: "p", Individual: "9", GivenName: "Invented"}},
	}
	return f
}

func TestEachChoiceOfHowToDrawChangesTheDrawing(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	id, err := c.Import(everyRule(), "test")
	must(t, err)
	s := openFamily(t, c, id)
	drawn := func(d Drawing) string {
		settings, err := c.Settings()
		must(t, err)
		settings.Drawing = d
		must(t, c.PutSettings(settings))
		return s.PrintPedigree(Printing{Copy: WholeCopy, Page: pages.Options{Paper: pages.A4}}).Scene.Text()
	}
	plain := drawn(Drawing{})
	for name, d := range map[string]Drawing{
		"diamond":            {Nomenclature: draw.Nomenclature{NonBinaryDiamond: true}},
		"carrier dot":        {Nomenclature: draw.Nomenclature{CarrierDot: true}},
		"consultand letter":  {Nomenclature: draw.Nomenclature{ConsultandLetter: true}},
		"evaluation marks":   {Nomenclature: draw.Nomenclature{EvaluationMarks: true}},
		"pedigree numbers":   {Nomenclature: draw.Nomenclature{PedigreeNumbers: true}},
		"NSGC 2022":          {Nomenclature: draw.NSGC2022()},
		"strict birth order": {StrictBirthOrder: true},
	} {
		if drawn(d) == plain {
			t.Errorf("%s changes nothing", name)
		}
	}
	if drawn(Drawing{ReduceMotion: true}) != plain {
		t.Error("reduced motion, which is the screen's, changes the paper")
	}
}

func TestTheFamilyTreeOfALetterFollowsTheClinicsNomenclatureButHasNoPedigreeNumbers(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	s := openSample(t, c, breastOnly)
	must(t, s.Do("test seen", func(f *pedigree.Family) error {
		rachel := called(t, f, "Rachel")
		rachel.GeneTests = append(rachel.GeneTests, pedigree.GeneTest{ID: "t", Gene: "BRCA1", Result: pedigree.Negative, Sample: pedigree.Germline, ReportSeen: pedigree.Yes})
		return nil
	}))
	patient := s.Family().PatientOf(called(t, s.Family(), "Rachel").ID)
	id, err := s.BeginLetter(patient.ID, letter.RiskSummary)
	must(t, err)
	tree := func(n draw.Nomenclature) string {
		settings, err := c.Settings()
		must(t, err)
		settings.Drawing.Nomenclature = n
		must(t, c.PutSettings(settings))
		preview, err := s.Preview(id)
		must(t, err)
		for _, block := range preview.Document.Blocks {
			if figure, ok := block.(letter.Figure); ok {
				return figure.Scene.Text()
			}
		}
		t.Fatal("the letter has no family tree")
		return ""
	}
	plain := tree(draw.Nomenclature{})
	if tree(draw.Nomenclature{EvaluationMarks: true}) == plain {
		t.Error("the letter's tree does not follow the evaluation marks")
	}
	if tree(draw.Nomenclature{PedigreeNumbers: true}) != plain {
		t.Error("the letter's tree has pedigree numbers")
	}
}

func TestSettingsFromBeforeTheDrawingChoicesReadFineAndStayAsSmall(t *testing.T) {
	const old = `{"service":{"name":"Clinical Genetics Service","clinic":"","phone":"01632 960 123"},` +
		`"author":{"name":"A Counsellor","role":"Genetic Counsellor"},"theme":"dark","lock_after_minutes":5}`
	c := newClinicIn(t, t.TempDir())
	must(t, c.store.PutSettings(settingsName, []byte(old)))
	s, err := c.Settings()
	must(t, err)
	if s.Theme != "dark" || s.LockAfterMinute != 5 || s.Drawing != (Drawing{}) {
		t.Errorf("read as %+v", s)
	}
	data, err := json.Marshal(s)
	must(t, err)
	if string(data) != old {
		t.Errorf("written as %s", data)
	}
}
