package criteria_test

import (
	"os"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/amsterdam"
	"kindred/pedigree/risk/bethesda"
	"kindred/pedigree/risk/bsg"
	"kindred/pedigree/risk/chompret"
	"kindred/pedigree/risk/hdgc"
)

func built[M risk.Model](t testing.TB, file string, build func([]byte) (M, error)) risk.Model {
	t.Helper()
	data, err := os.ReadFile("../../../assets/models/" + file + ".json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := build(data)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// models are all that rest on this package.
func models(t testing.TB) []risk.Model {
	return []risk.Model{
		built(t, "amsterdam", amsterdam.New), built(t, "bethesda", bethesda.New), built(t, "bsg-colorectal", bsg.New),
		built(t, "chompret", chompret.New), built(t, "hdgc", hdgc.New),
	}
}

// clan is three generations and a cousin, a half-sister, twins and a niece, around "self".
func clan() *pedigree.Family {
	person := func(id, mother, father pedigree.ID, sex pedigree.Sex) pedigree.Individual {
		return pedigree.Individual{ID: id, Mother: mother, Father: father, Sex: sex}
	}
	female, male := pedigree.Female, pedigree.Male
	f := &pedigree.Family{AsOf: "2026-11-21", Individuals: []pedigree.Individual{
		person("mgm", "", "", female), person("mgf", "", "", male), person("pgm", "", "", female), person("pgf", "", "", male),
		person("mother", "mgm", "mgf", female), person("maunt", "mgm", "mgf", female), person("muncle", "mgm", "mgf", male),
		person("father", "pgm", "pgf", male), person("puncle", "pgm", "pgf", male), person("stepmother", "", "", female),
		person("mauntshusband", "", "", male), person("mcousin", "maunt", "mauntshusband", female),
		person("half", "stepmother", "father", female), person("self", "mother", "father", female),
		person("brother", "mother", "father", male), person("twin1", "mother", "father", female), person("twin2", "mother", "father", female),
		person("partner", "", "", male), person("son", "self", "partner", male), person("daughter", "self", "partner", female),
		person("niece", "twin1", "", female),
	}}
	f.Twins = []pedigree.TwinSet{{Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{"twin1", "twin2"}}}
	f.Individual("self").Consultand = true
	return f
}

var sites = []pedigree.Site{
	pedigree.Colorectum, pedigree.Colorectum, pedigree.Colorectum, pedigree.Endometrium, pedigree.Stomach, pedigree.Breast,
	pedigree.Breast, pedigree.Sarcoma, pedigree.Brain, pedigree.Adrenal, pedigree.Leukaemia,
}

var histologies = []string{"", "diffuse", "lobular", "mucinous", "anaplastic embryonal", "choroid plexus", "another type"}

// certain draws a diagnosis of which nothing is open.
func certain(t *rapid.T) pedigree.Diagnosis {
	return pedigree.Diagnosis{
		Site: rapid.SampledFrom(sites).Draw(t, "site"), Age: pedigree.ExactYear(rapid.IntRange(3, 80).Draw(t, "age")),
		Status:    rapid.SampledFrom([]pedigree.Status{pedigree.Reported, pedigree.Confirmed, pedigree.Confirmed}).Draw(t, "status"),
		Side:      rapid.SampledFrom([]pedigree.Side{pedigree.Left, pedigree.Right}).Draw(t, "side"),
		Pathology: pedigree.Pathology{Histology: rapid.SampledFrom(histologies[1:]).Draw(t, "histology"), HER2: rapid.SampledFrom([]pedigree.Receptor{pedigree.ReceptorPositive, pedigree.ReceptorNegative}).Draw(t, "HER2")},
	}
}

// open draws a diagnosis of which something may be.
func open(t *rapid.T) pedigree.Diagnosis {
	d := certain(t)
	d.Age = pedigree.ParseFuzzy(rapid.SampledFrom([]string{"", "45", "40s", "about 50", "<50", ">45", "30-60", "70"}).Draw(t, "vague age"))
	d.Certainty = rapid.SampledFrom([]pedigree.Certainty{"", "", "", pedigree.Possible}).Draw(t, "certainty")
	d.Secondary = rapid.IntRange(0, 7).Draw(t, "secondary") == 0
	d.Side = rapid.SampledFrom([]pedigree.Side{"", pedigree.Left, pedigree.Right}).Draw(t, "vague side")
	d.Pathology.Histology = rapid.SampledFrom(histologies).Draw(t, "vague histology")
	if rapid.IntRange(0, 2).Draw(t, "HER2 unknown") == 0 {
		d.Pathology.HER2 = ""
	}
	if rapid.IntRange(0, 9).Draw(t, "unknown primary") == 0 {
		d.Site, d.Status = pedigree.UnknownPrimary, pedigree.Reported
	}
	return d
}

// stricken is the clan with up to eight diagnoses.
func stricken(t *rapid.T, draw func(*rapid.T) pedigree.Diagnosis) *pedigree.Family {
	f := clan()
	for range rapid.IntRange(0, 8).Draw(t, "diagnoses") {
		p := &f.Individuals[rapid.IntRange(0, len(f.Individuals)-1).Draw(t, "whose")]
		p.Diagnoses = append(p.Diagnoses, draw(t))
	}
	return f
}

// maternal are near relatives of self and of each other, among whom cancers meet.
var maternal = []pedigree.ID{"mgm", "mgf", "mother", "maunt", "muncle", "self", "brother", "twin1", "twin2", "son", "daughter", "niece", "father"}

// dense is the clan with most cancers on one side.
func dense(t *rapid.T, draw func(*rapid.T) pedigree.Diagnosis) *pedigree.Family {
	f := stricken(t, draw)
	for range rapid.IntRange(2, 5).Draw(t, "more") {
		p := f.Individual(rapid.SampledFrom(maternal).Draw(t, "near"))
		p.Diagnoses = append(p.Diagnoses, draw(t))
	}
	return f
}

// rank orders the categories of all models, a lower one never following from more cancer.
func rank(category string) int {
	return map[string]int{"not met": 0, "average": 0, "cannot tell": 1, "moderate": 1, "met if confirmed": 2, "met": 3, "high": 3}[category]
}
