package riskmodels_test

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/internal/golden"
	"kindred/internal/riskmodels"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// outreach is an invented family of three generations with breast cancer on the mother's side.
func outreach() *pedigree.Family {
	breast := func(age string, status pedigree.Status) []pedigree.Diagnosis {
		return []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ParseFuzzy(age), Behaviour: pedigree.Invasive, Status: status}}
	}
	return &pedigree.Family{Name: "G10001", AsOf: "2026-11-21", Individuals: []pedigree.Individual{
		{ID: "1", Name: "Edna", Sex: pedigree.Female, Deceased: pedigree.Yes, Age: pedigree.ParseFuzzy("early 80s")},
		{ID: "2", Name: "Harold", Sex: pedigree.Male},
		{ID: "3", Name: "Mary", Sex: pedigree.Female, Mother: "1", Father: "2", Age: pedigree.ExactYear(66), Diagnoses: breast("45", pedigree.Confirmed)},
		{ID: "4", Name: "Joan", Sex: pedigree.Female, Mother: "1", Father: "2", Age: pedigree.ParseFuzzy("about 60"), Diagnoses: breast("40s", pedigree.Reported)},
		{ID: "5", Name: "Alan", Sex: pedigree.Male},
		{ID: "6", Name: "Anna", Sex: pedigree.Female, Mother: "3", Father: "5", Age: pedigree.ExactYear(42), Consultand: true},
		{ID: "7", Name: "Ruth", Sex: pedigree.Female, Mother: "3", Father: "5", NoDetails: true},
	}}
}

func TestAnswersHaveTheAgreedShape(t *testing.T) {
	var assessed []risk.Assessment
	for _, name := range []string{"manchester", "claus", "claus-tables"} { // the others have goldens of their own
		assessed = append(assessed, riskmodels.ByName(name).Assess(risk.Request{Family: outreach()}))
	}
	for i := range assessed { // the last digits of a sum differ between processors
		for name, v := range assessed[i].Values {
			assessed[i].Values[name] = math.Round(v*1e9) / 1e9
		}
		for name, r := range assessed[i].Range {
			assessed[i].Range[name] = risk.Range{Low: math.Round(r.Low*1e9) / 1e9, High: math.Round(r.High*1e9) / 1e9}
		}
		for k := range assessed[i].Missing { // their words say the same
			m := &assessed[i].Missing[k]
			m.Span, m.SetAside, m.Refuted, m.Others = nil, nil, nil, nil
		}
		assessed[i].Curves = nil
	}
	text, err := json.MarshalIndent(assessed, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	golden.Assert(t, "testdata/outreach.golden", append(text, '\n'))
	var answers []map[string]any
	if err := json.Unmarshal(text, &answers); err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{
		"manchester": {"brca1", "brca2", "combined"}, "claus": {"risk_by_79", "carrier_probability"}, "claus-tables": {"risk_by_79"},
	}
	for _, a := range answers {
		for _, key := range []string{"model", "version", "subject", "status", "because", "source", "values", "range"} {
			if _, ok := a[key]; !ok {
				t.Errorf("%v has no %q", a["model"], key)
			}
		}
		for _, value := range want[a["model"].(string)] {
			if _, ok := a["values"].(map[string]any)[value].(float64); !ok {
				t.Errorf("%v has no value %q", a["model"], value)
			}
		}
		delete(want, a["model"].(string))
	}
	if len(want) > 0 {
		t.Errorf("no answer of %v", want)
	}
}

func TestModelsAreFoundByTheirNames(t *testing.T) {
	shown := []string{
		"nice-cg164", "inherited-breast-ovarian", "manchester", "claus", "claus-tables", "lynch", "premm5", "amsterdam", "bethesda",
		"bsg-colorectal", "chompret", "pten", "hdgc", "simon-broome", "cosegregation", "mendelian",
	}
	if got := riskmodels.Names(); !slices.Equal(got, shown) {
		t.Errorf("models %v, wanted %v", got, shown)
	}
	for _, m := range riskmodels.All() {
		if riskmodels.ByName(m.Name()) != m {
			t.Errorf("%s is not found by its name", m.Name())
		}
	}
	if riskmodels.ByName("astrology") != nil {
		t.Error("a model that does not exist was found")
	}
}

func TestNoNameOfARelativeIsInAnAnswer(t *testing.T) {
	text, err := json.Marshal(riskmodels.Assess(risk.Request{Family: outreach()}))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range outreach().Individuals {
		if strings.Contains(string(text), p.Name) {
			t.Errorf("%s is named", p.Name)
		}
	}
}

var (
	ages  = []string{"", "3", "19", "20", "41", "about 60", "40s", "<50", ">70", "55-60", "78", "79", "999", "nonsense"}
	sites = []pedigree.Site{pedigree.Breast, pedigree.Breast, pedigree.Breast, pedigree.Ovary, pedigree.Pancreas, pedigree.Prostate, pedigree.Colorectum}
)

func randomDiagnosis(t *rapid.T) pedigree.Diagnosis {
	return pedigree.Diagnosis{
		Site:      rapid.SampledFrom(sites).Draw(t, "site"),
		Age:       pedigree.ParseFuzzy(rapid.SampledFrom(ages).Draw(t, "age at diagnosis")),
		Side:      rapid.SampledFrom([]pedigree.Side{"", pedigree.Left, pedigree.Right}).Draw(t, "side"),
		Status:    rapid.SampledFrom([]pedigree.Status{"", pedigree.Confirmed, pedigree.Refuted}).Draw(t, "status"),
		Behaviour: rapid.SampledFrom([]pedigree.Behaviour{"", pedigree.Invasive, pedigree.InSitu}).Draw(t, "behaviour"),
		Certainty: rapid.SampledFrom([]pedigree.Certainty{"", "", pedigree.Possible}).Draw(t, "certainty"),
		Secondary: rapid.IntRange(0, 9).Draw(t, "secondary") == 0,
		Pathology: pedigree.Pathology{
			Grade: rapid.IntRange(-1, 4).Draw(t, "grade"), ER: rapid.SampledFrom([]pedigree.Receptor{"", pedigree.ReceptorPositive, pedigree.ReceptorNegative}).Draw(t, "ER"),
			Histology: rapid.SampledFrom([]string{"", "lobular", "high-grade serous", "mucinous"}).Draw(t, "histology"),
		},
	}
}

// randomFamily has loops, twins, missing parents, contradictions and vague facts.
func randomFamily(t *rapid.T) *pedigree.Family {
	f := &pedigree.Family{AsOf: "2026-11-21"}
	n := rapid.IntRange(1, 14).Draw(t, "people")
	for i := range n {
		p := pedigree.Individual{
			ID:        pedigree.ID(fmt.Sprint(i)),
			Sex:       rapid.SampledFrom([]pedigree.Sex{pedigree.Female, pedigree.Female, pedigree.Male, pedigree.SexUnknown}).Draw(t, "sex"),
			Age:       pedigree.ParseFuzzy(rapid.SampledFrom(ages).Draw(t, "age")),
			Deceased:  rapid.SampledFrom([]pedigree.Answer{pedigree.NotAsked, pedigree.Yes, pedigree.No}).Draw(t, "deceased"),
			Affected:  rapid.SampledFrom([]pedigree.Answer{pedigree.NotAsked, pedigree.NotAsked, pedigree.Yes, pedigree.DontKnow}).Draw(t, "affected"),
			NoDetails: rapid.IntRange(0, 5).Draw(t, "no details") == 0,
		}
		if i > 1 && rapid.Bool().Draw(t, "child") {
			p.Mother = pedigree.ID(fmt.Sprint(rapid.IntRange(0, i-1).Draw(t, "mother")))
			p.Father = pedigree.ID(fmt.Sprint(rapid.IntRange(0, i+1).Draw(t, "father"))) // may be nobody, or a loop
		}
		for range rapid.IntRange(-2, 2).Draw(t, "diagnoses") {
			p.Diagnoses = append(p.Diagnoses, randomDiagnosis(t))
		}
		if rapid.IntRange(0, 9).Draw(t, "surgery") == 0 {
			p.Surgery = []pedigree.Surgery{{What: "bilateral mastectomy", Age: p.Age}}
		}
		f.Individuals = append(f.Individuals, p)
	}
	if n > 2 && rapid.Bool().Draw(t, "twins") {
		f.Twins = []pedigree.TwinSet{{Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{"1", "2"}}}
	}
	return f
}

// TestAnyFamilyIsAnsweredWithinReason: no panic, probabilities from 0 to 1, every value inside its range,
// a reason always given, no value outside ok, and the family untouched.
func TestAnyFamilyIsAnsweredWithinReason(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := randomFamily(t)
		before, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		subject := f.Individuals[rapid.IntRange(0, len(f.Individuals)-1).Draw(t, "subject")].ID
		for _, a := range riskmodels.Assess(risk.Request{Family: f, Subject: subject, AsOf: rapid.SampledFrom([]pedigree.Date{"", "2024-02-29", "2030-01-01"}).Draw(t, "as of")}) {
			sound(t, a)
		}
		if after, _ := json.Marshal(f); string(after) != string(before) {
			t.Fatal("the family was changed")
		}
	})
}

// TestRefutedSecondaryAndConfidentialCancersMoveNoNumber adds such a cancer to any family.
func TestRefutedSecondaryAndConfidentialCancersMoveNoNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := randomFamily(t)
		for i := range f.Individuals {
			f.Individuals[i].Affected = pedigree.NotAsked // hiding a diagnosis also hides the flag that repeats it
		}
		subject := f.Individuals[0].ID
		want := riskmodels.Assess(risk.Request{Family: f, Subject: subject})
		d := randomDiagnosis(t)
		switch rapid.IntRange(0, 2).Draw(t, "why it does not count") {
		case 0:
			d.Status = pedigree.Refuted
		case 1:
			d.Secondary, d.Certainty = true, "" // a further cancer that may be either is doubtful, which is another matter
		default:
			d.Source = pedigree.Provenance{Use: pedigree.ThisPatientOnly, Patient: "somebody else"}
		}
		p := &f.Individuals[rapid.IntRange(0, len(f.Individuals)-1).Draw(t, "whose")]
		p.Diagnoses = append(p.Diagnoses, d)
		for i, a := range riskmodels.Assess(risk.Request{Family: f, Subject: subject}) {
			for name, v := range a.Values {
				if math.Abs(v-want[i].Values[name]) > 1e-12 {
					t.Fatalf("%s %s: %v became %v", a.Model, name, want[i].Values[name], v)
				}
			}
			if a.Status != want[i].Status {
				t.Fatalf("%s: %s became %s: %q", a.Model, want[i].Status, a.Status, a.Because)
			}
		}
	})
}
