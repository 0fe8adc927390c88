package clinic

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kindred/pedigree"
	"kindred/pedigree/amend"
)

// toldNow is the source of what is entered in a family of this informant without another.
func toldNow(s *Session, by string) pedigree.Provenance {
	return pedigree.Provenance{ToldBy: by, WrittenBy: s.file.Author(), On: s.clinic.Today()}
}

func TestEveryNewFactSaysWhoToldItAndWhoWroteItDown(t *testing.T) {
	s, err := newClinicIn(t, t.TempDir()).BeginFamily()
	must(t, err)
	must(t, s.Do("name", rename("1", "Anna")))
	want := toldNow(s, "Anna")
	if want.WrittenBy == "" {
		t.Fatal("the clinic of the test has no author")
	}
	if got := s.Family().Individual("1").Source; got != want {
		t.Errorf("the bare patient, once named: %+v", got)
	}
	var mother pedigree.ID
	must(t, s.Do("add mother of Anna", func(f *pedigree.Family) error {
		var err error
		mother, err = amend.AddMother(f, "1", s.NewID)
		return err
	}))
	must(t, s.Do("diagnosis", func(f *pedigree.Family) error {
		f.Individual(mother).Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast}}
		return nil
	}))
	p := s.Family().Individual(mother)
	if p.Source != want || !p.Diagnoses[0].Source.IsZero() || len(p.Sources) > 0 {
		t.Errorf("one telling is kept once, with the person: %+v, %+v, %+v", p.Source, p.Diagnoses[0].Source, p.Sources)
	}
	for _, u := range s.Family().Unions {
		if u.Source != want {
			t.Errorf("couple %+v", u.Source)
		}
	}
}

func TestWhatIsToldLaterHasItsOwnSource(t *testing.T) {
	earlier := pedigree.Provenance{ToldBy: "GP letter", On: "2026-01-02", Use: pedigree.ThisPatientOnly, Patient: "P1", Note: "page 2"}
	before := &pedigree.Family{Informant: "Joan", Individuals: []pedigree.Individual{{
		ID: "1", Name: "Ann", Source: earlier, Sources: map[string]pedigree.Provenance{"name": earlier},
		Diagnoses: []pedigree.Diagnosis{{ID: "d1", Site: pedigree.Breast}},
		Carrier:   []pedigree.CarrierState{{Condition: "cystic fibrosis"}},
	}}}
	told := pedigree.Provenance{ToldBy: "Joan", WrittenBy: "A Counsellor", On: "2026-11-21"}
	after := before.Clone()
	p := after.Individual("1")
	p.Name, p.Age, p.Pin = "Anna", pedigree.ExactYear(41), new(float64)
	p.Diagnoses[0].Age = pedigree.ExactYear(39)
	p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{Site: pedigree.Ovary}, pedigree.Diagnosis{Site: pedigree.Lung, Source: pedigree.Provenance{ToldBy: "the registry"}})
	p.GeneTests = []pedigree.GeneTest{{Gene: "BRCA1"}}
	p.Carrier = append(p.Carrier, pedigree.CarrierState{Condition: "thalassaemia"})
	p.Mother = "2"
	after.Individuals = append(after.Individuals, pedigree.Individual{ID: "2", Source: pedigree.Provenance{ToldBy: "Ann's diary"}})
	must(t, stamp(before, after, told))

	renamed := told
	renamed.Use, renamed.Patient = earlier.Use, earlier.Patient
	want := map[string]pedigree.Provenance{"name": renamed, "age": told}
	if d := cmp.Diff(want, p.Sources); d != "" {
		t.Errorf("sources of single facts (-want +got):\n%s", d)
	}
	if p.Source != earlier {
		t.Errorf("the person's own source became %+v", p.Source)
	}
	registry := told
	registry.ToldBy = "the registry"
	for i, want := range []pedigree.Provenance{{}, told, registry} {
		if got := p.Diagnoses[i].Source; got != want {
			t.Errorf("diagnosis %d: %+v, want %+v", i, got, want)
		}
	}
	if p.GeneTests[0].Source != told || p.Carrier[1].Source != told || !p.Carrier[0].Source.IsZero() {
		t.Errorf("test %+v, carrier states %+v", p.GeneTests[0].Source, p.Carrier)
	}
	if got := after.Individual("2").Source; got != (pedigree.Provenance{ToldBy: "Ann's diary", WrittenBy: "A Counsellor", On: "2026-11-21"}) {
		t.Errorf("what a source leaves open is completed: %+v", got)
	}
}

func TestASourceThatTheUserSetsStandsAndSaysWhoWroteItDown(t *testing.T) {
	before := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Name: "Ann"}}}
	after := before.Clone()
	p := after.Individual("1")
	p.Name, p.Sources = "Anna", map[string]pedigree.Provenance{"name": {ToldBy: "birth certificate"}}
	now := pedigree.Provenance{ToldBy: "Joan", WrittenBy: "A Counsellor", On: "2026-11-21"}
	must(t, stamp(before, after, now))
	if got := p.Sources["name"]; got != (pedigree.Provenance{ToldBy: "birth certificate", WrittenBy: "A Counsellor", On: "2026-11-21"}) {
		t.Errorf("the source became %+v", got)
	}
	dayless := after.Clone()
	dayless.Individual("1").Sources["name"] = pedigree.Provenance{ToldBy: "birth certificate", WrittenBy: "A Counsellor"}
	must(t, stamp(after, dayless, now))
	if got := dayless.Individual("1").Sources["name"]; got.On != "" {
		t.Errorf("a day that the user took out is back: %+v", got)
	}
	again := after.Clone()
	again.Individual("1").Source = pedigree.Provenance{ToldBy: "Mary"}
	must(t, stamp(after, again, now))
	if got := again.Individual("1"); got.Source.ToldBy != "Mary" || len(got.Sources) != 1 {
		t.Errorf("the sources became %+v, %+v", got.Source, got.Sources)
	}
}

func TestUndoTakesTheSourceBackToo(t *testing.T) {
	s, err := newClinicIn(t, t.TempDir()).BeginFamily()
	must(t, err)
	before, err := json.Marshal(s.Family())
	must(t, err)
	must(t, s.Do("name", rename("1", "Anna")))
	_, err = s.Undo()
	must(t, err)
	after, err := json.Marshal(s.Family())
	must(t, err)
	if string(before) != string(after) {
		t.Errorf("after undo\n%s\nbefore\n%s", after, before)
	}
}

func TestAConfidentialPersonDoesNotBecomeLessSoByAnEdit(t *testing.T) {
	secret := pedigree.Provenance{ToldBy: "Clare", Patient: "P2", Use: pedigree.ThisPatientOnly}
	before := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "1", Mother: "2", Consultand: true},
		{ID: "2", Mother: "3", Name: "Ann", Source: secret},
		{ID: "3", Name: "Joan"},
	}}
	after := before.Clone()
	p := after.Individual("2")
	p.Name, p.Father = "Anna", "4"
	p.Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast}}
	after.Individuals = append(after.Individuals, pedigree.Individual{ID: "4"})
	must(t, stamp(before, after, pedigree.Provenance{ToldBy: "Joan", WrittenBy: "A Counsellor", On: "2026-11-21"}))
	shown := after.For("P1", pedigree.ForShowing).Individual("2")
	if shown == nil || shown.Name != "" || len(shown.Diagnoses) > 0 || shown.Mother != "3" || shown.Father != "4" {
		t.Errorf("shown to another patient: %+v", shown)
	}
}
