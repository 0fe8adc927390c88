package draw_test

import (
	"encoding/json"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// varied has everything that the nomenclatures draw differently.
func varied() *pedigree.Family {
	return &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "a", Name: "Sam", Gender: pedigree.NonBinary, Sex: pedigree.Female},
		{ID: "b", Name: "Ann", Sex: pedigree.Female, Consultand: true, GeneTests: []pedigree.GeneTest{
			{Gene: "BRCA2", Result: pedigree.Negative, Scope: pedigree.Screen, ReportSeen: pedigree.Yes},
			{Gene: "BRCA1", Variant: "c.68_69del", Result: pedigree.Positive, ReportSeen: pedigree.Yes},
			{Gene: "ATM", Result: pedigree.Uncertain},
		}},
		{ID: "c", Name: "Tom", Sex: pedigree.Male, Carrier: []pedigree.CarrierState{{Condition: "cystic fibrosis"}}},
	}}
}

func TestTheUnitedKingdomsNomenclatureIsTheDefault(t *testing.T) {
	s := scene(varied(), draw.Style{})
	if got := outline(shape(s, "ind:a/symbol")); got != "hexagon" {
		t.Errorf("a non-binary person is a %s", got)
	}
	if got, want := texts(s, "ind:b/label"), "Ann | BRCA2 − screen | BRCA1 c.68_69del + | ATM VUS reported"; got != want {
		t.Errorf("label %q, want %q", got, want)
	}
	if got := texts(s, "ind:b/proband"); got != "" {
		t.Errorf("the consultand's arrow has %q", got)
	}
	if shape(s, "ind:c/fill/1/1") == nil || shape(s, "ind:c/carrier") != nil {
		t.Error("a carrier has no hatch, or the older dot")
	}
}

func TestTheAmericanNomenclatureHasDiamondsNumbersAndEvaluationMarks(t *testing.T) {
	n := draw.NSGC2022()
	s := scene(varied(), draw.Style{Nomenclature: n})
	if got := outline(shape(s, "ind:a/symbol")); got != "diamond" {
		t.Errorf("a non-binary person is a %s", got)
	}
	if got, want := texts(s, "ind:b/label"), "Ann | E3− | E2+ | E1u reported | I-2"; got != want {
		t.Errorf("label %q, want %q", got, want)
	}
	if n.CarrierDot || n.ConsultandLetter {
		t.Error("the standard of 2022 has dropped the carrier's dot, and gives the consultand no letter")
	}
	if got := texts(scene(varied(), draw.Style{Nomenclature: n, Anonymise: true}), "ind:I-2/label"); got != "I-2 | E3− | E2+ | E1u reported" {
		t.Errorf("an anonymous label has the number once: %q", got)
	}
	key := texts(s, "key/")
	for _, want := range []string{
		"E1 | ATM, extent unknown", "E2 | BRCA1, extent unknown", "E3 | BRCA2, full screen",
		"+ | gene change found", "− | gene change not found", "u | gene change of uncertain meaning",
	} {
		if !strings.Contains(key, want) {
			t.Errorf("the key lacks %q: %q", want, key)
		}
	}
	if strings.Contains(key, "VUS") {
		t.Errorf("the key explains what is not on the page: %q", key)
	}
}

func TestTheConsultandHasALetterWhereTheClinicWantsOne(t *testing.T) {
	s := scene(varied(), draw.Style{Nomenclature: draw.Nomenclature{ConsultandLetter: true}})
	if got := texts(s, "ind:b/proband"); got != "C" {
		t.Errorf("the consultand's arrow has %q", got)
	}
	if got := texts(s, "key/"); !strings.Contains(got, "C by arrow | consultand") {
		t.Errorf("the key is %q", got)
	}
}

func TestANomenclatureIsKeptAsJSON(t *testing.T) {
	if data, err := json.Marshal(draw.Nomenclature{}); err != nil || string(data) != "{}" {
		t.Errorf("the default is %s, %v", data, err)
	}
	var back draw.Nomenclature
	data, _ := json.Marshal(draw.NSGC2022())
	if err := json.Unmarshal(data, &back); err != nil || back != draw.NSGC2022() {
		t.Errorf("%s became %+v, %v", data, back, err)
	}
}
