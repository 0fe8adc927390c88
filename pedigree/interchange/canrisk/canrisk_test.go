package canrisk

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/source"
)

func testdata(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func readOne(t testing.TB, data []byte) (*pedigree.Family, []listing.Note) {
	t.Helper()
	_, families, notes, err := Read(data)
	if err != nil || len(families) != 1 {
		t.Fatalf("%d families, %v, in\n%s", len(families), err, data)
	}
	return families[0], notes
}

func written(t testing.TB, f *pedigree.Family) ([]byte, []listing.Note) {
	t.Helper()
	var out bytes.Buffer
	notes, err := Write(&out, f)
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), notes
}

func TestEachVersionTellsTheSameOfTheMother(t *testing.T) {
	want := pedigree.Individual{
		ID: "mo", Name: "Ruth", Sex: pedigree.Female, Mother: "gm1", Father: "gf1", Deceased: pedigree.Yes,
		Age: pedigree.ExactYear(58), Born: pedigree.ExactYear(1950), Ashkenazi: pedigree.Yes,
		Diagnoses: []pedigree.Diagnosis{
			{
				Site: pedigree.Breast, Age: pedigree.ExactYear(41), Side: pedigree.SideUnknown, Status: pedigree.Reported,
				Pathology: pedigree.Pathology{
					ER: pedigree.ReceptorNegative, PR: pedigree.ReceptorNegative, HER2: pedigree.ReceptorNegative,
					CK14: pedigree.ReceptorPositive, CK56: pedigree.ReceptorNegative,
				},
			},
			{
				Site: pedigree.Breast, Age: pedigree.ExactYear(52), Side: pedigree.SideUnknown, Status: pedigree.Reported,
				Extra: pedigree.Extra{contralateral: []byte("true")},
			},
		},
		GeneTests: []pedigree.GeneTest{
			{Gene: "BRCA1", Result: pedigree.Positive, Scope: pedigree.Screen, Sample: pedigree.Germline},
			{Gene: "BRCA2", Result: pedigree.Negative, Scope: pedigree.Screen, Sample: pedigree.Germline},
			{Gene: "RAD51C", Result: pedigree.Negative, Scope: pedigree.Screen, Sample: pedigree.Germline},
		},
	}
	for name, format := range map[string]string{
		"one.canrisk1": "canrisk1", "one.canrisk2": "canrisk2", "one.canrisk3": "canrisk3", "one.canrisk4": "canrisk4", "one.bwa": "boadicea4",
	} {
		got, families, _, err := Read(testdata(t, name))
		if err != nil || got != format {
			t.Fatalf("%s: format %s, %v", name, got, err)
		}
		expected := want
		if format == "boadicea4" {
			expected.GeneTests = want.GeneTests[:2] // it has no column for RAD51C
		}
		if diff := cmp.Diff(&expected, families[0].Individual("mo")); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestTheFirstLineAndTheHeaderAreTheTargets(t *testing.T) {
	f, notes := readOne(t, testdata(t, "one.canrisk4"))
	me := f.Consultand()
	if me == nil || me.ID != "me" || !me.Proband {
		t.Fatalf("consultand %+v", me)
	}
	if got := string(me.Extra[Key]); got != `{"header":["menarche=12","birads=c"],"options":"OVARY2=y;MAST2=y"}` {
		t.Errorf("kept %s", got)
	}
	if len(me.Surgery) != 2 || me.Surgery[0].What != "bilateral salpingo-oophorectomy" || me.Surgery[1].What != "bilateral mastectomy" {
		t.Errorf("surgery %+v", me.Surgery)
	}
	if me.GeneTests[0].Scope != pedigree.FamilialVariant || me.GeneTests[0].Result != pedigree.Negative {
		t.Errorf("a T:N test became %+v", me.GeneTests[0])
	}
	if len(f.Twins) != 1 || f.Twins[0].Zygosity != pedigree.Monozygotic {
		t.Errorf("twins %+v", f.Twins)
	}
	if len(notes) != 3 {
		t.Errorf("notes %v", notes)
	}
}

func TestSeveralFamiliesKeepTheirOwnHeaders(t *testing.T) {
	_, families, _, err := Read(testdata(t, "several.canrisk4"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range families {
		got = append(got, fmt.Sprintf("%s %d %s", f.Name, len(f.Individuals), f.Consultand().Extra[Key]))
	}
	want := []string{`A1 3 {"header":["menarche=11"]}`, `B2 3 {"header":["menarche=13","parity=0"]}`, `C3 9 `}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestHeaderValuesThatCanRiskDoesNotKnowAreListedAndKept(t *testing.T) {
	for line, ok := range map[string]bool{
		"menarche=12": true, "Menarche = NA": true, "menarche=twelve": false, "oc_use=F:4.5": true, "oc_use=X": false,
		"mht_use=E": true, "birads=e": false, "menopause=N": true, "BMI=24.6": true, "PRS_BC=alpha=0.45,zscore=-1.2": true,
		"PRS_BC=0.45": false, "shoe_size=39": false, "no equals": false,
	} {
		if got := headerProblem(line) == ""; got != ok {
			t.Errorf("%q accepted: %v", line, got)
		}
	}
}

func TestOneYearStandsForTheMiddleOfWhatWasSaid(t *testing.T) {
	for words, want := range map[string]int{"42": 42, "40s": 45, "about 60": 60, "<50": 45, ">70": 76, "55-60": 58, "early 70s": 72} {
		if got, ok := oneYear(pedigree.ParseFuzzy(words), 0, maxAge); !ok || got != want {
			t.Errorf("%s: %d, want %d", words, got, want)
		}
	}
	for _, words := range []string{"", "long ago", "999"} {
		if got, ok := oneYear(pedigree.ParseFuzzy(words), 0, maxAge); ok {
			t.Errorf("%q became %d", words, got)
		}
	}
	if got, _ := oneYear(pedigree.ParseFuzzy("40s"), 1, 43); got != 42 {
		t.Errorf("40s in someone who reached 43: %d, want 42", got)
	}
}

func TestATestIsWrittenOnlyAsFarAsItIsKnown(t *testing.T) {
	for _, c := range []struct {
		test pedigree.GeneTest
		want string
	}{
		{pedigree.GeneTest{Result: pedigree.Negative, Scope: pedigree.Screen}, "S:N"},
		{pedigree.GeneTest{Result: pedigree.Negative, Scope: pedigree.FamilialVariant}, "T:N"},
		{pedigree.GeneTest{Result: pedigree.Negative, Scope: pedigree.FounderPanel}, ""},
		{pedigree.GeneTest{Result: pedigree.Negative, Scope: pedigree.ScopeUnknown}, ""},
		{pedigree.GeneTest{Result: pedigree.Negative}, ""},
		{pedigree.GeneTest{Result: pedigree.Positive}, "S:P"},
		{pedigree.GeneTest{Result: pedigree.Positive, Scope: pedigree.FamilialVariant}, "T:P"},
		{pedigree.GeneTest{Result: pedigree.Positive, Scope: pedigree.Screen, Class: 3}, ""},
		{pedigree.GeneTest{Result: pedigree.Positive, Scope: pedigree.Screen, Class: 1}, ""},
		{pedigree.GeneTest{Result: pedigree.Positive, Scope: pedigree.Screen, Sample: pedigree.Tumour}, ""},
		{pedigree.GeneTest{Result: pedigree.Uncertain, Scope: pedigree.Screen}, ""},
		{pedigree.GeneTest{Result: pedigree.ResultUnknown, Scope: pedigree.Screen}, ""},
		{pedigree.GeneTest{Gene: hoxb13, Result: pedigree.Positive, Scope: pedigree.Screen}, "S:HET"},
	} {
		code, _, why := testCode(&c.test)
		if code != c.want || (why == "") != (c.want != "") {
			t.Errorf("%+v: %q (%s), want %q", c.test, code, why, c.want)
		}
	}
}

func TestOfSeveralBreastCancersTheFirstAndTheFirstOfTheOtherBreastAreWritten(t *testing.T) {
	at := func(years int, side pedigree.Side) pedigree.Diagnosis {
		d := pedigree.Diagnosis{Site: pedigree.Breast, Side: side}
		if years > 0 {
			d.Age = pedigree.ExactYear(years)
		}
		return d
	}
	for _, c := range []struct {
		what      string
		diagnoses []pedigree.Diagnosis
		want      string
	}{
		{"out of order", []pedigree.Diagnosis{at(60, pedigree.Left), at(50, pedigree.Right)}, "50 60"},
		{"one side", []pedigree.Diagnosis{at(50, pedigree.Left), at(60, pedigree.Left)}, "50 0"},
		{"a third on the other side", []pedigree.Diagnosis{at(50, pedigree.Left), at(55, pedigree.Left), at(60, pedigree.Right)}, "50 60"},
		{"three", []pedigree.Diagnosis{at(50, ""), at(55, ""), at(60, "")}, "50 55"},
		{"the first of unknown age", []pedigree.Diagnosis{at(0, pedigree.Left), at(55, pedigree.Right)}, "AU 55"},
	} {
		f := &pedigree.Family{Individuals: []pedigree.Individual{
			{ID: "1", Sex: pedigree.Female, Consultand: true, Age: pedigree.ExactYear(70), Diagnoses: c.diagnoses},
		}}
		data, _ := written(t, f)
		cells := strings.Fields(strings.Split(string(data), "\n")[2])
		if got := cells[bc1] + " " + cells[bc2]; got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

// generated draws a file that CanRisk would take: a couple, their children, and a grandchild's line.
func generated(t *rapid.T) []byte {
	var out strings.Builder
	out.WriteString("##CanRisk 4.0\n")
	n := rapid.IntRange(1, 4).Draw(t, "children")
	line := func(id, father, mother, s string, isTarget bool) {
		cells := make([]string, canRisk4.columns)
		for i := range cells {
			cells[i] = "0"
		}
		cells[famID], cells[name], cells[indivID], cells[fathID], cells[mothID], cells[sex] = "F1", "NA", id, father, mother, s
		if isTarget {
			cells[target] = "1"
		}
		cells[dead] = rapid.SampledFrom([]string{"0", "1"}).Draw(t, "dead")
		reached := rapid.IntRange(1, maxAge).Draw(t, "age")
		cells[age] = fmt.Sprint(reached)
		cells[yob] = fmt.Sprint(rapid.IntRange(firstYear, 2026).Draw(t, "yob"))
		onset := rapid.Custom(func(t *rapid.T) string {
			return rapid.SampledFrom([]string{"0", "0", affectedUnknown, fmt.Sprint(rapid.IntRange(1, reached).Draw(t, "onset"))}).Draw(t, "cell")
		})
		cells[pan] = onset.Draw(t, "pan")
		cells[bc1] = onset.Draw(t, "bc1")
		cells[oc] = onset.Draw(t, "oc")
		cells[pro] = "0"
		if s == "M" {
			cells[oc], cells[pro] = "0", cells[oc]
		}
		if cells[bc1] != "0" && rapid.Bool().Draw(t, "bilateral") {
			cells[bc2] = rapid.SampledFrom([]string{affectedUnknown, cells[bc1], cells[age]}).Draw(t, "bc2")
		}
		for i, gene := range canRisk4.genes {
			codes := []string{"0:0", "S:N", "T:N", "S:P", "T:P"}
			if gene == hoxb13 {
				codes = []string{"0:0", "S:N", "T:HET", "S:HOM"}
			}
			cells[fixedColumns+i] = rapid.SampledFrom(codes).Draw(t, gene)
		}
		cells[canRisk4.columns-1] = "0:0:0:0:0"
		if cells[bc1] != "0" {
			cells[canRisk4.columns-1] = rapid.SampledFrom([]string{"0:0:0:0:0", "P:0:0:0:0", "N:N:N:P:P"}).Draw(t, "receptors")
		}
		out.WriteString(strings.Join(cells, "\t") + "\n")
	}
	line("fa", "0", "0", "M", false)
	line("mo", "0", "0", "F", false)
	chosen := rapid.IntRange(0, n-1).Draw(t, "target")
	for i := range n {
		line(fmt.Sprintf("c%d", i), "fa", "mo", rapid.SampledFrom([]string{"M", "F"}).Draw(t, "sex"), i == chosen)
	}
	return []byte(out.String())
}

func TestWhateverCanRiskCanHoldComesBackFromItUnlisted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := generated(t)
		_, families, _, err := Read(data)
		if err != nil {
			t.Fatalf("%v, in\n%s", err, data)
		}
		var out bytes.Buffer
		notes, err := Write(&out, families[0])
		if err != nil || len(notes) > 0 {
			t.Fatalf("%v, %v", err, notes)
		}
		_, again, _, err := Read(out.Bytes())
		if err != nil {
			t.Fatalf("%v, in\n%s", err, out.String())
		}
		if diff := cmp.Diff(families, again, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("changed on its way (-before +after):\n%s", diff)
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"one.canrisk1", "one.canrisk4", "one.bwa", "several.canrisk4"} {
		f.Add(testdata(f, name))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := source.Text(data)
		if err != nil {
			return
		}
		_, families, _, err := Read(text)
		if err != nil {
			if strings.ContainsAny(err.Error(), "\r\n") {
				t.Fatalf("more than one line: %q", err)
			}
			return
		}
		for _, family := range families {
			var out bytes.Buffer
			if _, err := Write(&out, family); err != nil {
				continue
			}
			if _, _, _, err := Read(out.Bytes()); err != nil {
				t.Fatalf("%v, in\n%q", err, out.String())
			}
		}
	})
}

func BenchmarkRead1000People(b *testing.B) {
	line := func(id, father, mother, s, isTarget string) string {
		cells := strings.Fields(fmt.Sprintf("F1 NA %s %s %s %s %s 0 0 50 1970 0 0 0 0 45 0", isTarget, id, father, mother, s))
		for range canRisk4.genes {
			cells = append(cells, "S:N")
		}
		return strings.Join(append(cells, "0:0:0:0:0\n"), "\t")
	}
	var text strings.Builder
	text.WriteString("##CanRisk 4\n" + line("fa", "0", "0", "M", "0") + line("mo", "0", "0", "F", "1"))
	for i := range 998 {
		text.WriteString(line(fmt.Sprint("c", i), "fa", "mo", "F", "0"))
	}
	data := []byte(text.String())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, _, err := Read(data); err != nil {
			b.Fatal(err)
		}
	}
}
