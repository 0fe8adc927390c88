package claustables

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

func model(t testing.TB) *Model {
	t.Helper()
	words, err := os.ReadFile("../../../assets/models/claus-tables.json")
	if err != nil {
		t.Fatal(err)
	}
	cells, err := os.ReadFile("../../../assets/models/claus-tables.csv")
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(words, cells)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// family is a woman with mother, sister, both parents' sisters and grandparents.
func family(age string) *pedigree.Family {
	person := func(id, mother, father pedigree.ID, sex pedigree.Sex) pedigree.Individual {
		return pedigree.Individual{ID: id, Mother: mother, Father: father, Sex: sex}
	}
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		person("mgm", "", "", pedigree.Female), person("mgf", "", "", pedigree.Male),
		person("pgm", "", "", pedigree.Female), person("pgf", "", "", pedigree.Male),
		person("mother", "mgm", "mgf", pedigree.Female), person("maunt", "mgm", "mgf", pedigree.Female),
		person("father", "pgm", "pgf", pedigree.Male), person("paunt", "pgm", "pgf", pedigree.Female),
		person("self", "mother", "father", pedigree.Female), person("sister", "mother", "father", pedigree.Female),
	}}
	f.Individual("self").Consultand, f.Individual("self").Age = true, pedigree.ParseFuzzy(age)
	return f
}

func with(f *pedigree.Family, id pedigree.ID, age string) *pedigree.Family {
	f.Individual(id).Diagnoses = append(f.Individual(id).Diagnoses, pedigree.Diagnosis{Site: pedigree.Breast, Age: pedigree.ParseFuzzy(age)})
	return f
}

func near(got, want float64) bool { return math.Abs(got-want) < 1e-12 }

func TestPublishedCheckOfTheConditionalRisk(t *testing.T) {
	for _, c := range []struct {
		age  string
		want float64
	}{
		{"29", (0.132 - 0.003) / (1 - 0.003)}, // .129
		{"49", (0.132 - 0.032) / (1 - 0.032)}, // .103
	} {
		got := model(t).Assess(risk.Request{Family: with(family(c.age), "mother", "45")})
		if !near(got.Values["risk_by_79"], c.want) {
			t.Errorf("at %s: %v, want %.4f", c.age, got.Values, c.want)
		}
	}
}

// TestBetween20And29TheRiskIsInterpolatedFromNought guards against a public program's error, in which
// the ages 20 to 28 read the row for 79.
func TestBetween20And29TheRiskIsInterpolatedFromNought(t *testing.T) {
	last := 1.0
	for age := 20; age <= 78; age++ {
		got := model(t).Assess(risk.Request{Family: with(family(fmt.Sprint(age)), "mother", "45")}).Values["risk_by_79"]
		if age == 20 && !near(got, 0.132) {
			t.Errorf("at 20: %v, want the printed .132", got)
		}
		if now := 0.003 * float64(age-20) / 9; age < 29 && !near(got, (0.132-now)/(1-now)) {
			t.Errorf("at %d: %v", age, got)
		}
		if got >= last || got <= 0 {
			t.Errorf("at %d: %v does not fall from %v", age, got, last)
		}
		last = got
	}
}

// TestEveryCellIsReadThroughAFamily puts every printed cell into a family in which no other table can
// give a higher answer, and expects the printed risk by 79 at age 20.
func TestEveryCellIsReadThroughAFamily(t *testing.T) {
	m, read := model(t), 0
	people := map[string][2]pedigree.ID{
		"one-first": {"mother"}, "one-second": {"maunt"}, "two-first": {"mother", "sister"},
		"mother-maternal-aunt": {"mother", "maunt"}, "mother-paternal-aunt": {"mother", "paunt"},
		"two-second-same": {"mgm", "maunt"}, "two-second-different": {"maunt", "paunt"},
	}
	for k, c := range m.cells {
		f := with(family("20"), people[k.table][0], fmt.Sprint(k.first+3))
		if k.second > 0 {
			f = with(f, people[k.table][1], fmt.Sprint(k.second+3))
		}
		got := m.Assess(risk.Request{Family: f})
		if c.bad != 0 {
			if strings.Contains(got.Because[0], m.Tables[k.table]) {
				t.Errorf("%v: a bad cell was used: %v", k, got.Because)
			}
			continue
		}
		if strings.Contains(got.Because[0], ": "+m.Tables[k.table]+".") {
			read++
			swapped := m.cells[key{k.table, k.second, k.first}]
			if v := got.Values["risk_by_79"]; !near(v, c.by[5]) && !(k.table != "mother-maternal-aunt" && k.table != "mother-paternal-aunt" && near(v, swapped.by[5])) {
				t.Errorf("%v: %v, printed %v", k, v, c.by[5])
			}
		}
	}
	if want := 192 - 15 - 12; read < want {
		t.Errorf("only %d of %d cells gave the answer themselves", read, want)
	}
}

func TestCellsEqualTheIndependentTranscription(t *testing.T) {
	data, err := os.ReadFile("../../../../shared/cases/breast/claus1994_tables.csv")
	if err != nil {
		t.Skip("the independent cases are not beside this checkout")
	}
	names := map[string]string{
		"ONE_FIRST_DEG_TABLE": "one-first", "ONE_SECOND_DEG_TABLE": "one-second", "TWO_FIRST_DEG_TABLE": "two-first",
		"MOTHER_MATERNAL_AUNT": "mother-maternal-aunt", "MOTHER_PATERNAL_AUNT": "mother-paternal-aunt",
		"TWO_SEC_DEG_SAME_SIDE_TABLE": "two-second-same", "TWO_SEC_DEG_DIFF_SIDE_TABLE": "two-second-different",
	}
	m := model(t)
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")[1:]
	for _, line := range lines {
		field := strings.Split(strings.TrimSpace(line), ",")
		age, _ := strconv.Atoi(field[1])
		first, _ := strconv.Atoi(field[2])
		second, _ := strconv.Atoi(field[3])
		want, _ := strconv.ParseFloat(field[4], 64)
		if got := m.cells[key{names[field[0]], first, second}].by[(age-29)/10]; got != want {
			t.Errorf("%s: %v", line, got)
		}
	}
	if len(lines) != 1152 {
		t.Errorf("compared %d cells, expected 1152", len(lines))
	}
}

func TestPrintedSumGivesThePrintedAnswer(t *testing.T) {
	got := model(t).Assess(risk.Request{Family: with(with(family("42"), "mother", "45"), "maunt", "38")})
	line := got.Working[len(got.Working)-1]
	var x []float64
	for _, text := range regexp.MustCompile(`[\d.]+%`).FindAllString(line, -1) {
		p, err := strconv.ParseFloat(strings.TrimSuffix(text, "%"), 64)
		if err != nil {
			t.Fatal(err)
		}
		x = append(x, p/100)
	}
	if sum := (x[2] - x[3]) / (x[4] - x[5]); math.Abs(sum-x[6]) > 0.0002 || math.Abs(x[6]-got.Values["risk_by_79"]) > 0.0001 {
		t.Errorf("%q: the numbers give %.4f, the answer is %v", line, sum, got.Values)
	}
}

func TestAVagueAgeGivesARangeAroundTheAverage(t *testing.T) {
	f := with(family("20"), "mother", "about 50")
	for i := range f.Individuals {
		f.Individuals[i].SetNoCancer()
	}
	f.Individual("mother").Age, f.Individual("mother").Diagnoses[0].Status = pedigree.ExactYear(60), pedigree.Confirmed
	got := model(t).Assess(risk.Request{Family: f})
	// About 50 is 45 to 55: five years in the forties, six in the fifties.
	want := (5*0.132 + 6*0.110) / 11
	if r := got.Range["risk_by_79"]; !near(got.Values["risk_by_79"], want) || r != (risk.Range{Low: 0.110, High: 0.132}) {
		t.Errorf("%v in %v, want %v", got.Values, r, want)
	}
	if len(got.Missing) != 1 || got.Missing[0].Effect != "11.0% to 13.2%, now 12.0%" {
		t.Errorf("missing %+v", got.Missing)
	}
}

// TestTheTablesGiveWhatNICEClassifies: mother at 45, the printed .132 by 79; from 40 to 50 of one who
// reached 40, between the printed ages.
func TestTheTablesGiveWhatNICEClassifies(t *testing.T) {
	at40, at50 := 0.012+(0.032-0.012)/10, 0.032+(0.064-0.032)/10
	for _, age := range []string{"20", "42", "60"} {
		got := model(t).Assess(risk.Request{Family: with(family(age), "mother", "45")}).Values
		if !near(got[risk.LifetimeFrom20], 0.132) || !near(got[risk.From40To50], (at50-at40)/(1-at40)) {
			t.Errorf("at %s: %v", age, got)
		}
	}
}

// TestTheRangeIsThatOfEveryReading tries every year that two vague ages can mean.
func TestTheRangeIsThatOfEveryReading(t *testing.T) {
	f := with(with(family("30"), "mother", "38-52"), "maunt", "45-62")
	r := model(t).Assess(risk.Request{Family: f}).Range["risk_by_79"]
	low, high := 1.0, 0.0
	for mother := 38; mother <= 52; mother++ {
		for aunt := 45; aunt <= 62; aunt++ {
			f.Individual("mother").Diagnoses[0].Age, f.Individual("maunt").Diagnoses[0].Age = pedigree.ExactYear(mother), pedigree.ExactYear(aunt)
			v := model(t).Assess(risk.Request{Family: f}).Values["risk_by_79"]
			low, high = min(low, v), max(high, v)
		}
	}
	if !near(r.High, high) || r.Low > low+1e-12 || !r.Bound && !near(r.Low, low) {
		t.Errorf("%+v, every reading %v to %v", r, low, high)
	}
}

func TestFamiliesThatNoTableCoversGetNoNumber(t *testing.T) {
	third := family("40")
	third.Individuals = append(third.Individuals, pedigree.Individual{ID: "cousin", Mother: "maunt", Sex: pedigree.Female})
	twins := with(family("40"), "sister", "45")
	twins.Twins = []pedigree.TwinSet{{Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{"self", "sister"}}}
	for name, f := range map[string]*pedigree.Family{
		"nobody affected":   family("40"),
		"only a cousin":     with(third, "cousin", "40"),
		"diagnosed at 84":   with(family("40"), "mother", "84"),
		"an identical twin": twins,
		"ovarian cancer":    {Individuals: append(with(family("40"), "mother", "45").Individuals, pedigree.Individual{ID: "d", Mother: "self", Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Ovary}}})},
	} {
		got := model(t).Assess(risk.Request{Family: f, Subject: "self"})
		if got.Status != risk.NotApplicable || len(got.Values) > 0 || len(got.Because) == 0 {
			t.Errorf("%s: %s %v %q", name, got.Status, got.Values, got.Because)
		}
	}
}

func TestSuspectCellsWarn(t *testing.T) {
	got := model(t).Assess(risk.Request{Family: with(family("40"), "maunt", "55")})
	if !strings.Contains(strings.Join(got.Warnings, " "), "printing error") {
		t.Errorf("warnings %q", got.Warnings)
	}
}

func TestTablesThatCannotBeReadAreAnError(t *testing.T) {
	words := []byte(`{"tables":{"one-first":"x"}}`)
	for _, cells := range []string{"", "header\n", "a,b,c,d,e,f,g,h,i,j\none-first,20,,1,2,3,4,5,6,\n", "a,b,c,d,e,f,g,h,i,j\nother,20,,.1,.2,.3,.4,.5,.6,\n"} {
		if _, err := New(words, []byte(cells)); err == nil {
			t.Errorf("%q was accepted", cells)
		}
	}
}
