package risk_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

var breastAndOvary = []pedigree.Site{pedigree.Breast, pedigree.Ovary, pedigree.Prostate, pedigree.Pancreas}

// exactFamily is a woman with her mother and aunt, of whom all is known exactly and confirmed.
func exactFamily() *pedigree.Family {
	person := func(id, mother, father pedigree.ID, sex pedigree.Sex, age int) pedigree.Individual {
		p := pedigree.Individual{ID: id, Mother: mother, Father: father, Sex: sex, Age: pedigree.ExactYear(age)}
		p.SetNoCancer()
		return p
	}
	f := &pedigree.Family{AsOf: "2026-11-21", Individuals: []pedigree.Individual{
		person("gm", "", "", pedigree.Female, 88), person("mother", "gm", "", pedigree.Female, 66), person("aunt", "gm", "", pedigree.Female, 60),
		person("father", "", "", pedigree.Male, 70), person("self", "mother", "father", pedigree.Female, 42), person("brother", "mother", "father", pedigree.Male, 39),
	}}
	f.Individual("self").Consultand = true
	mother := f.Individual("mother")
	mother.Diagnoses = []pedigree.Diagnosis{{ID: "d1", Site: pedigree.Breast, Age: pedigree.ExactYear(45), Status: pedigree.Confirmed}}
	mother.GeneTests = []pedigree.GeneTest{{ID: "t1", Gene: "BRCA1", Result: pedigree.Positive, ReportSeen: pedigree.Yes}}
	return f
}

func doubts(f *pedigree.Family) []risk.Doubt {
	return risk.Doubts(risk.Open(risk.Request{Family: f}), breastAndOvary)
}

func TestNothingIsDoubtedOfAnExactConfirmedFamily(t *testing.T) {
	if got := doubts(exactFamily()); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestEachKindOfDoubtHasItsReadings(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(f *pedigree.Family)
		person pedigree.ID
		kind   risk.FactKind
		fact   string
		names  string
	}{
		{"a vague age at diagnosis", func(f *pedigree.Family) { f.Individual("mother").Diagnoses[0].Age = pedigree.ParseFuzzy("44-46") }, "mother", risk.FactVague, "age at diagnosis of breast cancer", "44, 45, 46"},
		{"no age at diagnosis", func(f *pedigree.Family) { f.Individual("mother").Diagnoses[0].Age = pedigree.Fuzzy{} }, "mother", risk.FactMissing, "age at diagnosis of breast cancer", "20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 66"},
		{"a vague age now", func(f *pedigree.Family) { f.Individual("aunt").Age = pedigree.ParseFuzzy("60-62") }, "aunt", risk.FactVague, "age now", "60, 61, 62"},
		{"an age not before the diagnosis", func(f *pedigree.Family) {
			f.Individual("mother").Age = pedigree.ParseFuzzy("40s")
			f.Individual("self").Age, f.Individual("brother").Age = pedigree.ExactYear(22), pedigree.ExactYear(20)
		}, "mother", risk.FactVague, "age now", "45, 46, 47, 48, 49"},
		{"no age at death", func(f *pedigree.Family) {
			f.Individual("gm").Age, f.Individual("gm").Deceased = pedigree.Fuzzy{}, pedigree.Yes
		}, "gm", risk.FactMissing, "age at death", "40, 80"},
		{"no age, with grown children", func(f *pedigree.Family) { f.Individual("father").Age = pedigree.Fuzzy{} }, "father", risk.FactMissing, "age now", "57, 80"},
		{"a possible cancer", func(f *pedigree.Family) { f.Individual("mother").Diagnoses[0].Certainty = pedigree.Possible }, "mother", risk.FactVague, "whether it was breast cancer", "breast cancer, no such cancer"},
		{"one of two cancers", func(f *pedigree.Family) {
			f.Individual("aunt").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Ovary, Certainty: pedigree.Possible, Words: "?ov/bowel", Age: pedigree.ExactYear(50)}}
		}, "aunt", risk.FactVague, "whether it was ovarian cancer or colorectal cancer", "ovarian cancer, colorectal cancer, none of these"},
		{"an abdominal cancer", func(f *pedigree.Family) {
			f.Individual("aunt").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.UnknownPrimary, Words: "abdo ca", Age: pedigree.ExactYear(50)}}
		}, "aunt", risk.FactVague, "where the cancer of unknown primary began", "ovarian cancer, pancreatic cancer, elsewhere"},
		{"new or come back", func(f *pedigree.Family) {
			f.Individual("mother").Diagnoses[0].Secondary, f.Individual("mother").Diagnoses[0].Certainty = true, pedigree.Possible
		}, "mother", risk.FactVague, "whether the further breast cancer was new or the first come back", "new, come back"},
		{"an unconfirmed cancer", func(f *pedigree.Family) { f.Individual("mother").Diagnoses[0].Status = pedigree.Requested }, "mother", risk.FactUnconfirmed, "confirmation of breast cancer at 45", "set aside, refuted"},
		{"a variant told of", func(f *pedigree.Family) { f.Individual("mother").GeneTests[0].ReportSeen = pedigree.No }, "mother", risk.FactUnconfirmed, "report of the BRCA1 variant", "set aside, refuted"},
		{"a negative test of unknown scope", func(f *pedigree.Family) { f.Individual("mother").GeneTests[0].Result = pedigree.Negative }, "mother", risk.FactMissing, "scope of the negative BRCA1 test", "screen of the whole gene, known familial variant only"},
		{"not asked", func(f *pedigree.Family) { f.Individual("aunt").Asked = nil }, "aunt", risk.FactMissing, "whether there has been cancer (not asked, read as none)", "none, breast cancer at 45, ovarian cancer at 45, pancreatic cancer at 45"},
		{"no details and no age", func(f *pedigree.Family) {
			f.Individual("father").SetNoDetails()
			f.Individual("father").Age = pedigree.Fuzzy{}
		}, "father", risk.FactMissing, "whether there has been cancer", "none to 80, prostate cancer at 45, pancreatic cancer at 45"},
		{"no sex", func(f *pedigree.Family) { f.Individual("brother").Sex = "" }, "brother", risk.FactMissing, "sex assigned at birth", "female, male"},
		{"ovaries removed, why?", func(f *pedigree.Family) {
			f.Individual("aunt").Surgery = []pedigree.Surgery{{What: "BSO", Age: pedigree.ExactYear(50)}}
		}, "aunt", risk.FactMissing, "why the ovaries were removed", "no cancer, ovarian cancer"},
	} {
		f := exactFamily()
		c.change(f)
		got := doubts(f)
		if len(got) != 1 {
			t.Errorf("%s: %d doubts: %+v", c.name, len(got), got)
			continue
		}
		var names []string
		for _, r := range got[0].Readings {
			names = append(names, string(r.Name))
		}
		if d := got[0]; d.Person != c.person || d.Kind != c.kind || d.Fact != c.fact || strings.Join(names, ", ") != c.names {
			t.Errorf("%s: %s %s %q: %q", c.name, d.Person, d.Kind, d.Fact, names)
		}
	}
}

// TestFactsThatAreNoDoubt are settled, or are about an illness or a person that no number reads.
func TestFactsThatAreNoDoubt(t *testing.T) {
	for name, change := range map[string]func(f *pedigree.Family){
		"a refuted cancer": func(f *pedigree.Family) {
			f.Individual("mother").Diagnoses[0].Status = pedigree.Refuted
			f.Individual("mother").SetNoCancer()
		},
		"a tumour's result": func(f *pedigree.Family) {
			f.Individual("mother").GeneTests[0] = pedigree.GeneTest{Gene: "BRCA1", Result: pedigree.Positive, Sample: pedigree.Tumour}
		},
		"a class 3 variant": func(f *pedigree.Family) {
			f.Individual("mother").GeneTests[0] = pedigree.GeneTest{Gene: "BRCA1", Result: pedigree.Uncertain, Class: 3}
		},
		"another cancer":   func(f *pedigree.Family) { f.Individual("aunt").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Lung}} },
		"a brother-in-law": func(f *pedigree.Family) { f.Individuals = append(f.Individuals, pedigree.Individual{ID: "uncle"}) },
		"a distant relative": func(f *pedigree.Family) {
			f.Individuals = append(f.Individuals, pedigree.Individual{ID: "cousin", Mother: "aunt"})
		},
		"a child not asked": func(f *pedigree.Family) {
			f.Individuals = append(f.Individuals, pedigree.Individual{ID: "niece", Sex: pedigree.Female, Mother: "brother", Age: pedigree.ExactYear(9)})
		},
		"the woman not asked": func(f *pedigree.Family) { f.Individual("self").Asked = nil },
		"several not-told-of": func(f *pedigree.Family) {
			f.Individuals = append(f.Individuals, pedigree.Individual{ID: "aunts", Mother: "gm", Count: 3})
		},
	} {
		f := exactFamily()
		change(f)
		if got := doubts(f); len(got) > 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// mayChange are the JSON keys that the readings of a fact may change.
func mayChange(fact string) []string {
	switch {
	case strings.HasPrefix(fact, "sex"):
		return []string{"sex"}
	case fact == "age now", fact == "age at death":
		return []string{"age", "as_of"}
	case strings.HasPrefix(fact, "whether there has been"), strings.HasPrefix(fact, "what the person"):
		return []string{"no_details", "affected", "well", "asked", "diagnoses", "age", "as_of"}
	case strings.HasPrefix(fact, "report of"), strings.HasPrefix(fact, "scope of"):
		return []string{"gene_tests"}
	case strings.HasPrefix(fact, "why the"), strings.HasPrefix(fact, "age at removal"):
		return []string{"surgery", "diagnoses"}
	}
	return []string{"diagnoses"}
}

func keys(t *rapid.T, v any) map[string]any {
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]any{}
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

// TestAReadingChangesOneFactAndNothingElse in any family, whoever else is in doubt: no other person, no
// other field, and of a list no more than one entry; and the family asked about is never touched.
func TestAReadingChangesOneFactAndNothingElse(t *testing.T) {
	ages := rapid.SampledFrom([]string{"", "42", "40s", "about 60", "<50", ">70", "999"})
	rapid.Check(t, func(t *rapid.T) {
		f := exactFamily()
		for i := range f.Individuals {
			p := &f.Individuals[i]
			p.Age = pedigree.ParseFuzzy(ages.Draw(t, "age"))
			p.Deceased = pedigree.Of(p.ID != "self" && rapid.Bool().Draw(t, "dead"))
			rapid.SampledFrom([]func(){p.SetNoDetails, p.SetNoCancer, p.SetIllnessUncertain, func() { p.Asked = nil }, func() { p.Affected = pedigree.Yes }}).Draw(t, "asked")()
			for k := range rapid.IntRange(0, 2).Draw(t, "diagnoses") {
				p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{
					ID: pedigree.ID(fmt.Sprint("d", k)), Site: rapid.SampledFrom([]pedigree.Site{pedigree.Breast, pedigree.Ovary, pedigree.UnknownPrimary, "gynaecological cancer"}).Draw(t, "site"),
					Age: pedigree.ParseFuzzy(ages.Draw(t, "onset")), Status: rapid.SampledFrom([]pedigree.Status{"", pedigree.Confirmed, pedigree.Refuted}).Draw(t, "status"),
					Certainty: rapid.SampledFrom([]pedigree.Certainty{"", pedigree.Possible}).Draw(t, "certainty"), Secondary: rapid.IntRange(0, 4).Draw(t, "spread") == 0,
				})
			}
			if rapid.IntRange(0, 2).Draw(t, "tested") == 0 {
				p.GeneTests = append(p.GeneTests, pedigree.GeneTest{Gene: "BRCA2", Result: rapid.SampledFrom([]pedigree.TestResult{pedigree.Positive, pedigree.Negative}).Draw(t, "result"), Scope: rapid.SampledFrom([]pedigree.TestScope{"", pedigree.Screen}).Draw(t, "scope")})
			}
			if rapid.IntRange(0, 3).Draw(t, "operated") == 0 {
				p.Surgery = []pedigree.Surgery{{What: rapid.SampledFrom([]string{"BSO", "bilateral mastectomy"}).Draw(t, "what"), Age: pedigree.ParseFuzzy(ages.Draw(t, "operation"))}}
			}
		}
		before, _ := json.Marshal(f)
		c := risk.Open(risk.Request{Family: f})
		whole, _ := json.Marshal(c.Family)
		for _, d := range risk.Doubts(c, breastAndOvary) {
			if len(d.Readings) == 0 {
				t.Fatalf("%s of %s has no reading", d.Fact, d.Person)
			}
			was := keys(t, c.Family.Individual(d.Person))
			for _, r := range d.Readings {
				is := keys(t, r.Person)
				for key := range maps.Keys(is) {
					if !reflect.DeepEqual(is[key], was[key]) && !slices.Contains(mayChange(d.Fact), key) {
						t.Fatalf("%s, read as %s, changes %s from %v to %v", d.Fact, r.Name, key, was[key], is[key])
					}
				}
				for _, list := range []string{"diagnoses", "gene_tests", "surgery"} {
					if n := differ(was[list], is[list]); n > 1 {
						t.Fatalf("%s, read as %s, changes %d entries of %s", d.Fact, r.Name, n, list)
					}
				}
				with := c.With(r.Person)
				for i := range with.Family.Individuals {
					if p := &with.Family.Individuals[i]; p.ID != d.Person && !reflect.DeepEqual(*p, c.Family.Individuals[i]) {
						t.Fatalf("%s of %s changes %s", d.Fact, d.Person, p.ID)
					}
				}
			}
		}
		after, _ := json.Marshal(f)
		if still, _ := json.Marshal(c.Family); string(after) != string(before) || string(still) != string(whole) {
			t.Fatal("the family asked about was changed")
		}
	})
}

// differ counts the entries in which two lists differ, one left out or added included.
func differ(was, is any) int {
	a, _ := was.([]any)
	b, _ := is.([]any)
	if len(a) > len(b) {
		a, b = b, a
	}
	n := len(b) - len(a)
	if n > 0 { // one was added at the end, or left out anywhere
		for i := range a {
			if !slices.ContainsFunc(b, func(x any) bool { return reflect.DeepEqual(x, a[i]) }) {
				n++
			}
		}
		return n
	}
	for i := range a {
		if !reflect.DeepEqual(a[i], b[i]) {
			n++
		}
	}
	return n
}

// TestDoubtsAreTheSameForTheNextModel even when one has left readings out for itself.
func TestDoubtsAreTheSameForTheNextModel(t *testing.T) {
	f := exactFamily()
	f.Individual("aunt").Age = pedigree.ParseFuzzy("60s")
	c := risk.Open(risk.Request{Family: f})
	first := risk.Doubts(c, breastAndOvary)
	first[0].Readings = slices.DeleteFunc(first[0].Readings, func(r risk.Reading) bool { return r.Name != "60" })
	second := risk.Doubts(c, nil)
	if len(second) != 1 || len(second[0].Readings) != 10 || slices.ContainsFunc(second[0].Readings, func(r risk.Reading) bool { return r.Person == nil }) {
		t.Errorf("%+v", second)
	}
}
