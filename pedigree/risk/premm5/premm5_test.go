package premm5

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

func model(t testing.TB) *Model {
	t.Helper()
	data, err := os.ReadFile("../../../assets/models/premm5.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(data)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// family is a person, "self", with parents, grandparents, and four siblings and four of the mother's.
func family(sex pedigree.Sex, age string) *pedigree.Family {
	person := func(id, mother, father pedigree.ID, sex pedigree.Sex) pedigree.Individual {
		return pedigree.Individual{ID: id, Mother: mother, Father: father, Sex: sex, Asked: map[pedigree.Question]pedigree.Answer{pedigree.AskedCancer: pedigree.No}}
	}
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		person("mgm", "", "", pedigree.Female), person("mgf", "", "", pedigree.Male),
		person("pgm", "", "", pedigree.Female), person("pgf", "", "", pedigree.Male),
		person("mother", "mgm", "mgf", pedigree.Female), person("father", "pgm", "pgf", pedigree.Male),
		person("self", "mother", "father", sex),
	}}
	for i := range 4 {
		f.Individuals = append(f.Individuals,
			person(pedigree.ID(fmt.Sprint("sister", i)), "mother", "father", pedigree.Female),
			person(pedigree.ID(fmt.Sprint("aunt", i)), "mgm", "mgf", pedigree.Female))
	}
	self := f.Individual("self")
	self.Consultand, self.Age = true, pedigree.ParseFuzzy(age)
	return f
}

func ill(f *pedigree.Family, id pedigree.ID, site pedigree.Site, age string) *pedigree.Diagnosis {
	p := f.Individual(id)
	p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{Site: site, Age: pedigree.ParseFuzzy(age), ID: pedigree.ID(fmt.Sprint(id, "-", len(p.Diagnoses)))})
	return &p.Diagnoses[len(p.Diagnoses)-1]
}

func any5(t testing.TB, f *pedigree.Family) risk.Assessment {
	t.Helper()
	a := model(t).Assess(risk.Request{Family: f})
	if a.Status != risk.OK {
		t.Fatalf("%s: %q", a.Status, a.Because)
	}
	return a
}

// TestVectorsOfAnIndependentProgram builds a family for each set of inputs of premm5_vectors.json, whose
// answers came from PrevMed's program with the age limits of University of Michigan's.
func TestVectorsOfAnIndependentProgram(t *testing.T) {
	data, err := os.ReadFile("../../../../shared/cases/colorectal/premm5_vectors.json")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the independent cases are not beside this checkout")
	}
	var file struct {
		Cases []struct {
			ID     string
			Inputs struct {
				Sex                              string
				Age, CRC, EC, OLS                int
				FCRC, SCRC, FEC, SEC, FOLS, SOLS int
				ACRC                             int `json:"a_crc"`
				AEC                              int `json:"a_ec"`
				AFCRC                            int `json:"a_fcrc"`
				ASCRC                            int `json:"a_scrc"`
				AFEC                             int `json:"a_fec"`
				ASEC                             int `json:"a_sec"`
			}
			Expect map[string]float64 `json:"expect_truncated"`
		}
	}
	if err != nil || json.Unmarshal(data, &file) != nil || len(file.Cases) == 0 {
		t.Fatalf("premm5_vectors.json cannot be read: %v", err)
	}
	for _, c := range file.Cases {
		in := c.Inputs
		sex := pedigree.Female
		if in.Sex == "M" {
			sex = pedigree.Male
		}
		f := family(sex, fmt.Sprint(in.Age))
		add := func(who string, n int, site pedigree.Site, youngest int) {
			for i := range n {
				id := pedigree.ID(who)
				if who != "self" {
					id = pedigree.ID(fmt.Sprint(who, i))
				}
				age := ""
				if youngest > 0 {
					age = fmt.Sprint(youngest + i) // the first is the youngest
				}
				ill(f, id, site, age)
			}
		}
		add("self", in.CRC, pedigree.Colorectum, in.ACRC)
		add("self", in.EC, pedigree.Endometrium, in.AEC)
		add("self", in.OLS, pedigree.Stomach, 0)
		add("sister", in.FCRC, pedigree.Colorectum, in.AFCRC)
		add("sister", in.FEC, pedigree.Endometrium, in.AFEC)
		add("sister", in.FOLS, pedigree.Ovary, 0)
		add("aunt", in.SCRC, pedigree.Colorectum, in.ASCRC)
		add("aunt", in.SEC, pedigree.Endometrium, in.ASEC)
		add("aunt", in.SOLS, pedigree.Kidney, 0)
		a := any5(t, f)
		for key, want := range map[string]string{"mlh1": "MLH1", "msh2_epcam": "MSH2_EPCAM", "msh6": "MSH6", "pms2": "PMS2", "any": "any"} {
			if got := a.Values[key]; math.Abs(got-c.Expect[want]/100) > 1e-6 {
				t.Errorf("%s, %s: %.8f, want %.8f", c.ID, key, got, c.Expect[want]/100)
			}
		}
	}
}

// TestClosedFormOfOnePersonAlone is the regression written out for a woman of 50 without any cancer.
func TestClosedFormOfOnePersonAlone(t *testing.T) {
	odds := math.Exp(-5.325-.0476*50) + math.Exp(-4.427-.0482*50) + math.Exp(-4.675-.0363*50) + math.Exp(-4.913-.0074*50)
	a := any5(t, family(pedigree.Female, "50"))
	if want := odds / (1 + odds); math.Abs(a.Values["any"]-want) > 1e-15 {
		t.Errorf("%v, want %v", a.Values["any"], want)
	}
	if r := a.Range["any"]; r.Low != r.High || r.Bound {
		t.Errorf("nothing is vague, and the range is %v", r)
	}
	if !strings.HasPrefix(a.Category, "under 2.5%") {
		t.Error(a.Category)
	}
}

func TestAVagueAgeIsTheAverageOverItsYears(t *testing.T) {
	of := func(age string) float64 {
		f := family(pedigree.Male, "60")
		ill(f, "self", pedigree.Colorectum, age)
		return any5(t, f).Values["any"]
	}
	sum := 0.0
	for age := 40; age < 50; age++ {
		sum += of(fmt.Sprint(age))
	}
	if got := of("40s"); math.Abs(got-sum/10) > 1e-12 {
		t.Errorf("40s: %v, average %v", got, sum/10)
	}
	f := family(pedigree.Male, "60")
	ill(f, "self", pedigree.Colorectum, "40s")
	if r := any5(t, f).Range["any"]; math.Abs(r.Low-of("49")) > 1e-12 || math.Abs(r.High-of("40")) > 1e-12 {
		t.Errorf("range %v, want %v to %v", r, of("49"), of("40"))
	}
}

func TestTheYoungestOfARelationCountsWhateverTheAgesOfTheOthers(t *testing.T) {
	young := family(pedigree.Female, "40")
	ill(young, "sister0", pedigree.Colorectum, "38")
	ill(young, "sister1", pedigree.Colorectum, "61")
	late := family(pedigree.Female, "40")
	ill(late, "sister0", pedigree.Colorectum, "70s")
	ill(late, "sister1", pedigree.Colorectum, "38")
	if a, b := any5(t, young).Values["any"], any5(t, late).Values["any"]; math.Abs(a-b) > 1e-15 {
		t.Errorf("%v and %v", a, b)
	}
}

func TestAnAgeNobodySaidCountsAsNoneAndTheRangeCoversAll(t *testing.T) {
	f := family(pedigree.Female, "40")
	ill(f, "mother", pedigree.Colorectum, "")
	a := any5(t, f)
	centre := family(pedigree.Female, "40")
	ill(centre, "mother", pedigree.Colorectum, "45")
	if want := any5(t, centre).Values["any"]; math.Abs(a.Values["any"]-want) > 1e-15 {
		t.Errorf("%v, want the answer at the centre age, %v", a.Values["any"], want)
	}
	if r := a.Range["any"]; r.Low >= a.Values["any"] || r.High <= a.Values["any"] {
		t.Errorf("range %v of %v", r, a.Values["any"])
	}
}

func TestAPossibleCancerIsInTheRangeOnly(t *testing.T) {
	without := any5(t, family(pedigree.Female, "40"))
	f := family(pedigree.Female, "40")
	ill(f, "mother", pedigree.Colorectum, "42").Certainty = pedigree.Possible
	a := any5(t, f)
	if a.Values["any"] != without.Values["any"] || a.Range["any"].High <= a.Values["any"] {
		t.Errorf("%v in %v, without %v", a.Values["any"], a.Range["any"], without.Values["any"])
	}
}

func TestTwoBowelCancersSayThatMSH6IsNotEstimated(t *testing.T) {
	f := family(pedigree.Male, "60")
	ill(f, "self", pedigree.Colorectum, "45")
	ill(f, "self", pedigree.Colorectum, "58")
	a := any5(t, f)
	if a.Values["msh6"] > 1e-6 || !strings.Contains(strings.Join(a.Warnings, "\n"), "PREMM5 cannot estimate MSH6 here") {
		t.Errorf("%v %q", a.Values["msh6"], a.Warnings)
	}
}

func TestOutsideItsValidityItGivesNoNumber(t *testing.T) {
	known := family(pedigree.Female, "40")
	known.Individual("mother").GeneTests = []pedigree.GeneTest{{Gene: "MLH1", Result: pedigree.Positive, Sample: pedigree.Germline, Class: 5}}
	tumour := family(pedigree.Female, "40")
	tumour.Individual("mother").GeneTests = []pedigree.GeneTest{{Gene: "MLH1", Result: pedigree.Positive, Sample: pedigree.Tumour}}
	adopted := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "self", Sex: pedigree.Female, Age: pedigree.ExactYear(40), Adopted: pedigree.AdoptedIn, Consultand: true}}}
	noAge, noSex := family(pedigree.Female, ""), family("", "40")
	contradiction := family(pedigree.Female, "40")
	ill(contradiction, "self", pedigree.Colorectum, "50")
	for _, c := range []struct {
		name string
		f    *pedigree.Family
		want risk.Status
	}{
		{"a known variant in the mother", known, risk.NotApplicable},
		{"a tumour result makes no carrier", tumour, risk.OK},
		{"a child", family(pedigree.Female, "17"), risk.NotApplicable},
		{"grown up", family(pedigree.Female, "18"), risk.OK},
		{"adopted, nothing known", adopted, risk.CannotTell},
		{"no age", noAge, risk.CannotTell},
		{"no sex", noSex, risk.CannotTell},
		{"ages that contradict each other", contradiction, risk.CannotTell},
	} {
		if a := model(t).Assess(risk.Request{Family: c.f}); a.Status != c.want || (len(a.Values) > 0) != (c.want == risk.OK) {
			t.Errorf("%s: %s %v %q", c.name, a.Status, a.Values, a.Because)
		}
	}
}

func TestAgesOutsideTheLimitsAreSaid(t *testing.T) {
	says := func(f *pedigree.Family) bool {
		return strings.Contains(strings.Join(any5(t, f).Warnings, "\n"), "Ages outside the model's limits (1)")
	}
	young := family(pedigree.Male, "30")
	ill(young, "self", pedigree.Colorectum, "20")
	usual := family(pedigree.Male, "30")
	ill(usual, "self", pedigree.Colorectum, "28")
	if !says(young) || says(usual) || !says(family(pedigree.Female, "19")) {
		t.Error("an age that is moved is said, and no other")
	}
}

func TestWhatIsMissingIsWhatTheModelReads(t *testing.T) {
	facts := func(f *pedigree.Family) map[string]string {
		all := map[string]string{}
		for _, m := range model(t).Assess(risk.Request{Family: f}).Missing {
			all[string(m.Person)+", "+m.Fact] = m.Effect
		}
		return all
	}
	f := family(pedigree.Female, "40")
	f.Individual("mother").Age = pedigree.ExactYear(66)
	ill(f, "mother", pedigree.Colorectum, "50s")
	ill(f, "father", pedigree.Lung, "50s")
	got := facts(f)
	if len(got) != 2 || got["mother, age at diagnosis of colorectal cancer"] == "" || got["mother, confirmation of colorectal cancer in the 50s"] == "" {
		t.Errorf("%q", got)
	}
	for person, effect := range facts(family(pedigree.Female, "")) {
		if person != "self, age now" || !strings.Contains(effect, "now cannot tell") {
			t.Errorf("%s: %s", person, effect)
		}
	}
}

// TestAnswersAreProbabilitiesWithinTheirRange on families with any mix of vague, missing and possible
// cancers, enough of them for the range to be a bound now and then.
// TestEveryReadingStaysWhateverDiagnosisComesLast holds that a vague age, and each way to take an unconfirmed
// diagnosis, is tried in full beside another Lynch cancer of the same person, in files whose diagnoses have no id too.
func TestEveryReadingStaysWhateverDiagnosisComesLast(t *testing.T) {
	effects := func(order ...pedigree.Site) []string {
		f := family(pedigree.Female, "40")
		f.Individual("mother").Age = pedigree.ParseFuzzy("70")
		for _, site := range order {
			ill(f, "mother", site, map[pedigree.Site]string{pedigree.Colorectum: "40-60", pedigree.Stomach: "42"}[site]).ID = ""
		}
		var found []string
		for _, e := range any5(t, f).Missing {
			if e.Person != "mother" {
				continue
			}
			if e.Kind == risk.FactUnconfirmed && (e.SetAside == nil || e.Refuted == nil) {
				t.Errorf("%s: tried in one way only: %s", e.Fact, e.Effect)
			}
			found = append(found, e.Fact+": "+e.Effect)
		}
		slices.Sort(found)
		return found
	}
	stomachLast, stomachFirst := effects(pedigree.Colorectum, pedigree.Stomach), effects(pedigree.Stomach, pedigree.Colorectum)
	if len(stomachLast) < 3 || !slices.Equal(stomachLast, stomachFirst) {
		t.Errorf("the order of the diagnoses matters:\n%q\n%q", stomachLast, stomachFirst)
	}
}

func TestAnswersAreProbabilitiesWithinTheirRange(t *testing.T) {
	m := model(t)
	bounds := 0
	rapid.Check(t, func(t *rapid.T) {
		f := family(rapid.SampledFrom([]pedigree.Sex{pedigree.Female, pedigree.Male}).Draw(t, "sex"), rapid.SampledFrom([]string{"30", "40s", "70", ">60"}).Draw(t, "age"))
		for _, id := range []pedigree.ID{"self", "mother", "sister0", "sister1", "aunt0", "aunt1", "pgf"} {
			for range rapid.IntRange(-2, 2).Draw(t, "cancers") {
				d := ill(f, id, rapid.SampledFrom([]pedigree.Site{pedigree.Colorectum, pedigree.Endometrium, pedigree.Ovary, "sebaceous adenoma", pedigree.Breast}).Draw(t, "site"),
					rapid.SampledFrom([]string{"", "28", "40s", "<40", "about 60"}).Draw(t, "age at diagnosis"))
				if rapid.IntRange(0, 4).Draw(t, "possible") == 0 {
					d.Certainty = pedigree.Possible
				}
			}
		}
		a, _, _ := m.value(risk.Open(risk.Request{Family: f}))
		if a.Status == risk.CannotTell {
			return // the person is younger than their cancer
		}
		sum := 0.0
		for key, p := range a.Values {
			r := a.Range[key]
			if p < r.Low-1e-12 || p > r.High+1e-12 || r.Low < 0 || r.High > 1 {
				t.Fatalf("%s: %v in %v", key, p, r)
			}
			if r.Bound {
				bounds++
			}
			if key != "any" {
				sum += p
			}
		}
		if math.Abs(sum-a.Values["any"]) > 1e-12 {
			t.Fatalf("the genes sum to %v, any is %v", sum, a.Values["any"])
		}
	})
	if bounds == 0 {
		t.Error("no family was vague enough for a bound")
	}
}

func TestAFileWithoutANumberIsRefused(t *testing.T) {
	whole, err := os.ReadFile("../../../assets/models/premm5.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, gone := range []string{`"centre_age"`, `"threshold"`, `"age_limits"`, `"other_lynch"`, `"genes"`, `"constant": -4.675, "coefficients"`} {
		if _, err := New([]byte(strings.Replace(string(whole), gone, `"gone"`, 1))); err == nil || !strings.HasPrefix(err.Error(), "premm5: ") {
			t.Errorf("without %s: %v", gone, err)
		}
	}
}

func BenchmarkAVagueFamily(b *testing.B) {
	m, f := model(b), family(pedigree.Male, "50")
	for _, id := range []pedigree.ID{"self", "mother", "sister0", "aunt0", "aunt1"} {
		ill(f, id, pedigree.Colorectum, "40s")
	}
	for b.Loop() {
		m.Assess(risk.Request{Family: f})
	}
}
