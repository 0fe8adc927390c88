package pedigree

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func TestHiddenFromFollowsTheUse(t *testing.T) {
	for _, c := range []struct {
		use     Use
		told    ID
		purpose Purpose
		hidden  bool
	}{
		{ThisPatientOnly, "P1", ForShowing, false},
		{ThisPatientOnly, "P1", ForNumbers, false},
		{ThisPatientOnly, "P2", ForShowing, true},
		{ThisPatientOnly, "P2", ForNumbers, true},
		{ThisPatientOnly, "", ForNumbers, true},
		{ClinicalUse, "P2", ForShowing, true},
		{ClinicalUse, "P2", ForNumbers, false},
		{ClinicalUse, "", ForShowing, true},
		{ClinicalUse, "P1", ForShowing, false},
		{"a use of a newer version", "P2", ForNumbers, true},
		{"", "P2", ForShowing, false},
		{MayBeShared, "P2", ForShowing, false},
		{MayBeNamed, "P2", ForShowing, false},
	} {
		p := Provenance{Use: c.use, Patient: c.told}
		if got := p.HiddenFrom("P1", c.purpose); got != c.hidden {
			t.Errorf("%q told for %q, purpose %d: hidden from P1 is %v", c.use, c.told, c.purpose, got)
		}
	}
	if !(Provenance{Use: ThisPatientOnly}).HiddenFrom("", ForShowing) {
		t.Error("nobody's confidence is shown to nobody in particular")
	}
}

// cousins is a family of two patients, Anna (P1) and Lucy (P2).
func cousins() *Family {
	secret := Provenance{Use: ThisPatientOnly, Patient: "P2", Note: "SECRET note"}
	clinical := Provenance{Use: ClinicalUse, Patient: "P2"}
	return &Family{
		Notes: []string{"SECRET: Lucy rang"}, Reason: "SECRET referral of Lucy",
		Individuals: []Individual{
			{ID: "gran", Name: "Edna", Sex: Female},
			{ID: "mum", Name: "Mary", Sex: Female, Mother: "gran", Deceased: Yes, Age: ExactYear(52), CauseOfDeath: "SECRET cause", Sources: map[string]Provenance{"deceased": secret}},
			{ID: "aunt", Name: "Joan", Sex: Female, Mother: "gran"},
			{ID: "anna", Name: "Anna", Sex: Female, Mother: "mum", Proband: true},
			{
				ID: "lucy", Name: "Lucy", Sex: Female, Mother: "aunt", Affected: Yes, Notes: []string{"SECRET as well"},
				Diagnoses: []Diagnosis{{Site: "SECRET site", Source: secret}, {Site: Melanoma}},
				GeneTests: []GeneTest{{Gene: "BRCA1", Result: Positive, Source: clinical}},
			},
			{ID: "man", Name: "SECRET man", Sex: Male, Source: secret},
			{ID: "pregnancy", Mother: "lucy", Father: "man", Pregnancy: &Pregnancy{Kind: Ongoing}, Sources: map[string]Provenance{"pregnancy": secret}},
			{ID: "hidden father", Name: "SECRET father", Sex: Male, Age: ExactYear(70), Notes: []string{"SECRET"}, Source: secret},
			{ID: "joe", Name: "Joe", Sex: Male, Mother: "aunt", Father: "hidden father"},
			{ID: "secret link", Name: "Ann", Sex: Female, Mother: "aunt", Father: "uncle", Sources: map[string]Provenance{"father": secret, "name": secret}},
			{ID: "uncle", Name: "Colin", Sex: Male},
		},
		Unions: []Union{
			{Partners: []ID{"aunt", "uncle"}, Children: []ID{"lucy", "secret link"}},
			{Partners: []ID{"lucy", "man"}, Children: []ID{"pregnancy"}},
			{Partners: []ID{"anna", "uncle"}, Degree: "SECRET", Source: secret},
		},
		Twins:    []TwinSet{{Members: []ID{"lucy", "joe"}, Source: secret}},
		Patients: []Patient{{ID: "P1", Individual: "anna", GivenName: "Anna"}, {ID: "P2", Individual: "lucy", GivenName: "SECRET Lucy", Phone: "SECRET"}},
	}
}

func TestOneCousinsViewHoldsNothingTheOtherToldInConfidence(t *testing.T) {
	f := cousins()
	v := f.For("P1", ForShowing)
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), "SECRET") {
		t.Errorf("a secret is left in\n%s", data)
	}
	if v.Individual("pregnancy") != nil || v.Individual("man") != nil {
		t.Error("the confidential pregnancy or its father is shown")
	}
	if p := v.Individual("hidden father"); p == nil || p.Sex != Male || p.Known() {
		t.Errorf("the father through whom Joe is joined should stay bare: %+v", p)
	}
	if p := v.Individual("mum"); p.Deceased != NotAsked || !p.Age.IsZero() {
		t.Errorf("the age at a confidential death reads as that of a living person: %+v", p)
	}
	if p := v.Individual("lucy"); len(p.Diagnoses) != 1 || len(p.GeneTests) != 0 || p.Affected != NotAsked {
		t.Errorf("Lucy should have her melanoma only: %+v", p)
	}
	if p := v.Individual("secret link"); p.Father != "" || slices.Contains(v.Unions[0].Children, "secret link") {
		t.Error("a confidential father is shown by a link or a union")
	}
	if len(v.Patients) != 1 || v.Patients[0].ID != "P1" {
		t.Errorf("patients: %+v", v.Patients)
	}
	if findings := v.Validate(); len(findings) > 0 {
		t.Errorf("the view contradicts itself: %v", findings)
	}
	if diff := cmp.Diff(cousins(), f); diff != "" {
		t.Errorf("making the view changed the family:\n%s", diff)
	}
}

func TestNumbersUseClinicalFactsAndTheOwnPatientSeesAll(t *testing.T) {
	lucy := cousins().For("P1", ForNumbers).Individual("lucy")
	if len(lucy.GeneTests) != 1 || len(lucy.Diagnoses) != 1 {
		t.Errorf("numbers for Anna should have Lucy's test and not her secret: %+v", lucy)
	}
	own := cousins().For("P2", ForShowing)
	if p := own.Individual("lucy"); len(p.Diagnoses) != 2 || len(p.GeneTests) != 1 || p.Affected != Yes {
		t.Errorf("Lucy does not see what she told: %+v", p)
	}
	if len(own.Individuals) != len(cousins().Individuals) || len(own.Patients) != 1 || own.Patients[0].ID != "P2" {
		t.Error("Lucy's view lacks somebody, or shows Anna's record")
	}
}

func TestNotesGoWithTheHiddenCarrierStateThatTheyMayRepeat(t *testing.T) {
	secret, shared := Provenance{Use: ThisPatientOnly, Patient: "P2"}, Provenance{Use: MayBeShared}
	carrier := CarrierState{Condition: "Huntington disease", Kind: Presymptomatic, Source: secret}
	notes := []string{"had the predictive test for Huntington disease"}
	for name, c := range map[string]struct {
		person Individual
		want   []string
	}{
		"nothing is hidden":                  {Individual{Carrier: []CarrierState{{Condition: "cystic fibrosis"}}, Notes: notes}, notes},
		"a hidden state":                     {Individual{Carrier: []CarrierState{carrier}, Notes: notes}, nil},
		"a hidden state, notes to be shared": {Individual{Carrier: []CarrierState{carrier}, Notes: notes, Sources: map[string]Provenance{"notes": shared}}, notes},
	} {
		c.person.ID = "a"
		f := &Family{Individuals: []Individual{c.person}}
		if got := f.For("P1", ForShowing).Individual("a").Notes; !slices.Equal(got, c.want) {
			t.Errorf("%s: the notes are %q", name, got)
		}
	}
}

func TestACarrierStateIsHiddenByItsOwnUseAndWithTheTestThatItRepeats(t *testing.T) {
	secret := Provenance{Use: ThisPatientOnly, Patient: "P2"}
	shared := Provenance{Use: MayBeShared}
	fibrosis := CarrierState{Condition: "cystic fibrosis"}
	for name, c := range map[string]struct {
		person    Individual
		want      []CarrierState
		evaluated Answer
	}{
		"nothing is hidden": {Individual{Carrier: []CarrierState{fibrosis}, Evaluated: Yes}, []CarrierState{fibrosis}, Yes},
		"one of two told in confidence": {
			Individual{Carrier: []CarrierState{{Condition: "Huntington disease", Kind: Presymptomatic, Source: secret}, fibrosis}, Evaluated: Yes},
			[]CarrierState{fibrosis},
			Yes,
		},
		"all told in confidence": {Individual{Carrier: []CarrierState{fibrosis}, Sources: map[string]Provenance{"carrier": secret}}, nil, NotAsked},
		"repeats a hidden test": {
			Individual{Carrier: []CarrierState{fibrosis}, GeneTests: []GeneTest{{Gene: "CFTR", Source: secret}}, Evaluated: Yes}, nil, NotAsked,
		},
		"repeats a hidden test, and may be shared itself": {
			Individual{Carrier: []CarrierState{{Condition: "cystic fibrosis", Source: shared}}, GeneTests: []GeneTest{{Gene: "CFTR", Source: secret}}},
			[]CarrierState{{Condition: "cystic fibrosis", Source: shared}},
			NotAsked,
		},
		"of a confidential person": {Individual{Source: secret, Carrier: []CarrierState{fibrosis}, Evaluated: Yes}, nil, NotAsked},
	} {
		c.person.ID = "a"
		f := &Family{Individuals: []Individual{c.person, {ID: "b", Mother: "a"}}}
		got := f.For("P1", ForShowing).Individual("a")
		if diff := cmp.Diff(c.want, got.Carrier, cmpopts.EquateEmpty()); diff != "" || got.Evaluated != c.evaluated {
			t.Errorf("%s: evaluated %v, carrier states (-want +got)\n%s", name, got.Evaluated, diff)
		}
	}
}

func TestThePatientsOwnPlaceStaysInTheirView(t *testing.T) {
	f := &Family{
		Individuals: []Individual{{ID: "a", Name: "SECRET", Consultand: true, Source: Provenance{Use: ThisPatientOnly, Patient: "P2"}}},
		Patients:    []Patient{{ID: "P1", Individual: "a"}},
	}
	if p := f.For("P1", ForShowing).Individual("a"); p == nil || p.Name != "" || !p.Consultand {
		t.Errorf("got %+v", p)
	}
}

func TestNotWellAndOrgansGoWithWhatTheyWouldTell(t *testing.T) {
	secret := Provenance{Use: ThisPatientOnly, Patient: "P1"}
	f := &Family{Individuals: []Individual{
		{ID: "1", Well: No, Diagnoses: []Diagnosis{{Site: Breast, Source: secret}}, Sources: map[string]Provenance{"well": {ToldBy: "Anna"}}},
		{ID: "2", Sex: Male, Organs: map[Organ]Answer{Ovaries: Yes}, Sources: map[string]Provenance{"sex": secret}},
	}}
	shown := f.For("P2", ForShowing)
	if shown.Individual("1").Illness() != IllnessNotAsked {
		t.Errorf("an illness told in confidence shows as %q", shown.Individual("1").Illness())
	}
	if len(shown.Individual("2").Organs) > 0 {
		t.Error("the organs tell the sex assigned at birth")
	}
}

func TestAnEntryInSourcesGoesBeforeThePerson(t *testing.T) {
	f := &Family{Individuals: []Individual{{
		ID: "a", Name: "Joan", Age: ExactYear(66), Source: Provenance{Use: ThisPatientOnly, Patient: "P2"},
		Diagnoses: []Diagnosis{{Site: Breast, Source: Provenance{Use: MayBeShared}}, {Site: Ovary, Source: Provenance{ToldBy: "Anna"}}, {Site: Colorectum, Source: Provenance{Patient: "P2"}}},
		Sources:   map[string]Provenance{"age": {Use: MayBeShared}, "name": {ToldBy: "Anna"}},
	}, {ID: "b", Mother: "a"}}}
	p := f.For("P1", ForShowing).Individual("a")
	if p.Age != ExactYear(66) || p.Name != "" || len(p.Diagnoses) != 1 || p.Diagnoses[0].Site != Breast {
		t.Errorf("got %+v", p)
	}
}

// TestNoConfidentialMarkerSurvives fills every text field of a family with a marker that says what
// its use is, draws the uses at random, and looks for markers that should be gone.
func TestNoConfidentialMarkerSurvives(t *testing.T) {
	uses := []Use{"", ThisPatientOnly, ClinicalUse, MayBeShared, MayBeNamed, "newer"}
	rapid.Check(t, func(t *rapid.T) {
		f := filled(func(path string) string { return path })
		anyone := []ID{"", "P1", "P2"}
		draw := func(label string) Provenance {
			return Provenance{Use: rapid.SampledFrom(uses).Draw(t, label+" use"), Patient: rapid.SampledFrom(anyone).Draw(t, label+" told")}
		}
		purpose := rapid.SampledFrom([]Purpose{ForShowing, ForNumbers}).Draw(t, "purpose")
		mark := func(p Provenance) (Provenance, string) {
			text := "visible"
			if p.HiddenFrom("P1", purpose) {
				text = "HIDDEN"
			}
			p.Note, p.ToldBy = text, text
			return p, text
		}
		f.Patients = []Patient{{ID: "P1", Individual: "0"}, {ID: "P2", Individual: "1"}}
		for i := range f.Individuals {
			source, text := mark(draw("person"))
			p := Individual{}
			fill(reflect.ValueOf(&p).Elem(), "", func(string) string { return text })
			p.ID, p.Mother, p.Father, p.OtherParents, p.Consents = ID(rune('0'+i)), "", "", nil, nil
			p.Source, p.Sources, p.Diagnoses, p.GeneTests, p.Surgery, p.Carrier = source, map[string]Provenance{}, nil, nil, nil, nil
			for _, key := range []string{"name", "age", "notes", "cause_of_death", "pregnancy", "deceased"} {
				if s := draw(key); s.Use != "" && rapid.Bool().Draw(t, key) {
					s, text := mark(s)
					p.Sources[key] = s
					switch key {
					case "name":
						p.Name = text
					case "age":
						p.Age = Fuzzy{Words: text}
					case "notes":
						p.Notes = []string{text}
					case "cause_of_death":
						p.CauseOfDeath = text
					case "pregnancy":
						p.Pregnancy = &Pregnancy{Kind: PregnancyKind(text)}
					}
				}
			}
			for range 2 {
				if s := draw("diagnosis"); s.Use != "" {
					s, text := mark(s)
					p.Diagnoses = append(p.Diagnoses, Diagnosis{Site: Site(text), Words: text, Notes: []string{text}, Source: s})
					s, text = mark(s)
					p.GeneTests = append(p.GeneTests, GeneTest{Gene: text, Variant: text, Source: s})
					p.Surgery = append(p.Surgery, Surgery{What: text, Source: s})
					s, text = mark(s)
					p.Carrier = append(p.Carrier, CarrierState{Condition: text, Source: s})
				}
			}
			f.Individuals[i] = p
		}
		for i := range f.Unions {
			s, text := mark(draw("union"))
			f.Unions[i] = Union{Partners: []ID{"0"}, Degree: text, Source: s}
			f.Twins[i] = TwinSet{Members: []ID{"0", "1"}, Zygosity: Zygosity(text), Source: s}
		}
		data, err := json.Marshal(f.For("P1", purpose))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data), "HIDDEN") {
			t.Fatalf("a hidden marker survives:\n%s", data)
		}
	})
}

func BenchmarkViewOfSixtyPeople(b *testing.B) {
	f := filled(func(path string) string { return path })
	for len(f.Individuals) < 60 {
		f.Individuals = append(f.Individuals, f.Clone().Individuals[0])
	}
	for b.Loop() {
		f.For("P1", ForShowing)
	}
}
