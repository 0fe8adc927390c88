package native

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"kindred/pedigree"
)

func read(t testing.TB, data []byte) *pedigree.Family {
	t.Helper()
	f, _, err := Read(data)
	if err != nil {
		t.Fatalf("%v, in\n%s", err, data)
	}
	return f
}

func written(t testing.TB, f *pedigree.Family) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, f); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// tree decodes JSON with its numbers as they were written.
func tree(t testing.TB, data []byte) any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var v any
	if err := decoder.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// word draws text that JSON has to escape in one way or another.
func word() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.RuneFrom([]rune("ab<>&\"\\ \u2028é蛋\u0001/")), 1, 8, -1)
}

// unknown draws keys of a later version.
func unknown(t *rapid.T, into map[string]any) map[string]any {
	for i := range rapid.IntRange(0, 2).Draw(t, "unknown keys") {
		into[fmt.Sprintf("x_%d_%s", i, word().Draw(t, "key"))] = rapid.SampledFrom([]any{
			"<&>\u2028", true, json.Number("1e400"), json.Number("12345678901234567890"), nil,
			map[string]any{"deep": []any{json.Number("0.10"), map[string]any{}}},
		}).Draw(t, "value")
	}
	return into
}

func fuzzy(t *rapid.T) map[string]any {
	low := rapid.IntRange(-3, 1200).Draw(t, "low")
	high := low + rapid.IntRange(0, 10).Draw(t, "width")
	return unknown(t, map[string]any{
		"words": word().Draw(t, "words"), "low": json.Number(fmt.Sprint(low)), "high": json.Number(fmt.Sprint(high)),
		"kind": rapid.SampledFrom([]string{"exact", "about", "of a later version"}).Draw(t, "kind"),
	})
}

func provenance(t *rapid.T) map[string]any {
	return unknown(t, map[string]any{"told_by": word().Draw(t, "teller"), "use": "may be shared"})
}

// familyTree draws a family file in the form that Write gives it, with unknown keys at every level.
func familyTree(t *rapid.T) map[string]any {
	n := rapid.IntRange(1, 5).Draw(t, "people")
	people := make([]any, n)
	for i := range people {
		p := unknown(t, map[string]any{
			"id": fmt.Sprint(i), "name": word().Draw(t, "name"), "sex": rapid.SampledFrom([]string{"female", "male", "later"}).Draw(t, "sex"),
			"age": fuzzy(t), "born": fuzzy(t), "deceased": rapid.SampledFrom([]any{true, false, "unknown"}).Draw(t, "deceased"),
			"sources":  map[string]any{"age": provenance(t)},
			"source":   provenance(t),
			"consents": []any{unknown(t, map[string]any{"to": "all", "what": "be named"})},
			"diagnoses": []any{unknown(t, map[string]any{
				"site": word().Draw(t, "site"), "age": fuzzy(t), "source": provenance(t),
				"pathology": unknown(t, map[string]any{"grade": json.Number("3")}),
			})},
			"gene_tests": []any{unknown(t, map[string]any{"gene": "BRCA2", "scope": "screen", "age": fuzzy(t)})},
			"surgery":    []any{unknown(t, map[string]any{"what": word().Draw(t, "operation"), "age": fuzzy(t)})},
		})
		if i > 0 {
			p["mother"] = "0"
			p["other_parents"] = []any{unknown(t, map[string]any{"id": "0", "kind": "step"})}
			p["pregnancy"] = unknown(t, map[string]any{"kind": "ongoing", "weeks": fuzzy(t)})
		}
		people[i] = p
	}
	return unknown(t, map[string]any{
		"format": pedigree.Format, "version": json.Number("1"), "name": word().Draw(t, "family"), "individuals": people,
		"twins":    []any{unknown(t, map[string]any{"zygosity": "later", "members": []any{"0"}})},
		"unions":   []any{unknown(t, map[string]any{"partners": []any{"0"}})},
		"patients": []any{unknown(t, map[string]any{"individual": "0", "date_of_birth": fuzzy(t)})},
		"notes":    []any{word().Draw(t, "note")},
	})
}

func TestNothingIsLostByReadingAndWritingUnknownKeysIncluded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		original := familyTree(t)
		data, err := json.Marshal(original)
		if err != nil {
			t.Fatal(err)
		}
		f, _, err := Read(data)
		if err != nil {
			t.Fatalf("%v, in\n%s", err, data)
		}
		var once, twice bytes.Buffer
		if err := Write(&once, f); err != nil {
			t.Fatal(err)
		}
		var back any
		decoder := json.NewDecoder(bytes.NewReader(once.Bytes()))
		decoder.UseNumber()
		if err := decoder.Decode(&back); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(any(original), back); diff != "" {
			t.Fatalf("changed on its way (-before +after):\n%s", diff)
		}
		again, _, err := Read(once.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(f, again, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("another family after one more reading:\n%s", diff)
		}
		if err := Write(&twice, again); err != nil || !bytes.Equal(once.Bytes(), twice.Bytes()) {
			t.Fatalf("other bytes the second time (%v)", err)
		}
	})
}

func TestAnImplausibleAgeIsKeptForTheValidationToFind(t *testing.T) {
	f := read(t, []byte(`{"format":"kindred-family","version":1,"individuals":[{"id":"1","age":{"low":999,"high":999}}]}`))
	if f.Individuals[0].Age.Low != pedigree.At(999) {
		t.Errorf("age %+v", f.Individuals[0].Age)
	}
	if len(f.Validate()) == 0 {
		t.Error("no finding")
	}
}

func TestWordsOfALaterVersionAreKeptAndListed(t *testing.T) {
	f, notes, err := Read([]byte(`{"individuals":[{"id":"1","sex":"F","gene_tests":[{"gene":"BRCA1","scope":"exome"}],
		"carrier":[{"condition":"haemophilia","kind":"mosaic"},{"condition":"cystic fibrosis","kind":"obligate"}]}],
		"unions":[{"partners":["1"],"status":"engaged","childless":"undecided"}],
		"twins":[{"zygosity":"monozygotic","members":["1","8"]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if f.Individuals[0].Sex != "F" || f.Individuals[0].GeneTests[0].Scope != "exome" {
		t.Errorf("not kept: %+v", f.Individuals[0])
	}
	var lines []string
	for _, n := range notes {
		lines = append(lines, n.String())
	}
	want := []string{
		`assumed: no "format" key: read as kindred-family`,
		`assumed: no "version" key: read as version 1`,
		"assumed: person 8: a twin set names someone who is not in the file: kept, and left out of the drawing",
		`assumed: person 1: sex "F" is not a word this program knows: kept, and treated as unknown`,
		`assumed: person 1: scope "exome" is not a word this program knows: kept, and treated as unknown`,
		`assumed: person 1: kind of carrier "mosaic" is not a word this program knows: kept, and treated as unknown`,
		`assumed: state of a couple "engaged" is not a word this program knows: kept, and treated as unknown`,
		`assumed: childless "undecided" is not a word this program knows: kept, and treated as unknown`,
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Error(diff)
	}
}

func TestAFamilyOfNobodyAndOneWithoutIndividualsAreRead(t *testing.T) {
	for _, text := range []string{`{"individuals":[]}`, `{"format":"kindred-family","version":1}`, `{"format":"kindred-family","individuals":null}`} {
		if f := read(t, []byte(text)); len(f.Individuals) != 0 {
			t.Errorf("%s: %+v", text, f.Individuals)
		}
	}
}

func TestAnOutlineFindsThePeopleAndNotWhatLooksLikeThem(t *testing.T) {
	data := []byte(`{"a":{"individuals":[1,2]},"b":"\"individuals\":[","individuals" : [ {"x":[[1]]} , 7,"s", null ],"c":[[1],[2]]}`)
	o := outlineOf(data)
	var at []string
	for _, i := range o.individuals {
		at = append(at, string(data[i:i+1]))
	}
	if got := strings.Join(at, ""); got != `{7"n` {
		t.Errorf("elements begin with %q", got)
	}
	if len(o.keys) != 4 || o.repeated != "" {
		t.Errorf("keys %v, repeated %q", o.keys, o.repeated)
	}
}

func TestEveryIndependentLayoutFamilyComesBackAsItWas(t *testing.T) {
	files, _ := filepath.Glob("../../../../shared/cases/layout/families/*.json")
	if len(files) == 0 {
		t.Skip("the independent cases are not beside this checkout")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tree(t, data), tree(t, written(t, read(t, data)))); diff != "" {
			t.Errorf("%s changed (-before +after):\n%s", filepath.Base(file), diff)
		}
	}
}

func FuzzRead(f *testing.F) {
	whole, err := os.ReadFile("../testdata/whole.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add([]byte(`{"format":"kindred-family","version":1,"individuals":[{"id":"1","x":"\u003c"}],"unions":[{"partners":null}]}`))
	f.Add([]byte(`{"individuals":[{"id":"1","mother":"2"},{"id":"2","father":"1"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) == 0 || !json.Valid(data) {
			if _, _, err := Read(append(data, '{')); err == nil {
				t.Fatal("malformed JSON was read")
			}
			return
		}
		family, _, err := Read(data)
		if err != nil {
			return
		}
		again := read(t, written(t, family))
		if diff := cmp.Diff(family, again, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("changed on its way (-before +after):\n%s", diff)
		}
	})
}

func BenchmarkRead1000People(b *testing.B) {
	f := &pedigree.Family{Name: "G1"}
	for i := range 1000 {
		p := pedigree.Individual{ID: pedigree.ID(fmt.Sprint(i)), Name: "Ann", Sex: pedigree.Female, Age: pedigree.ExactYear(50)}
		if i > 0 {
			p.Mother = pedigree.ID(fmt.Sprint((i - 1) / 3))
		}
		p.Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(45)}}
		f.Individuals = append(f.Individuals, p)
	}
	data := written(b, f)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		read(b, data)
	}
}
