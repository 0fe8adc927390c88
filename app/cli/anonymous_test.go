package cli

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"kindred/pedigree"
)

// marked fills every text and date of v with something that must not be seen, down to the texts of
// texts. Words that a program gives, such as a sex, and the names of genes and conditions stay.
func marked(v reflect.Value, field string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "Format" && f.Name != "Individuals" {
				marked(v.Field(i), f.Name)
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Struct && v.Len() == 0 && field != "Twins" && field != "Unions" {
			v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
		}
		if v.Type().Elem() == reflect.TypeFor[string]() {
			v.Set(reflect.ValueOf([]string{"Canary " + field}))
		}
		for i := range v.Len() {
			marked(v.Index(i), field)
		}
	case reflect.Map:
		if v.Type() == reflect.TypeFor[map[string]pedigree.Provenance]() {
			v.Set(reflect.ValueOf(map[string]pedigree.Provenance{"age": {ToldBy: "Canary source"}}))
		}
	case reflect.String:
		switch {
		case v.Type() == reflect.TypeFor[pedigree.Date]():
			v.SetString("1961-07-13")
		case v.Type() == reflect.TypeFor[string]() && field != "Gene" && field != "Condition":
			v.SetString("Canary " + field)
		}
	}
}

// canaries is a family in which everything that could name somebody is marked.
func canaries(t *testing.T) string {
	t.Helper()
	f := &pedigree.Family{Format: pedigree.Format, Version: 1}
	for i, sex := range []pedigree.Sex{pedigree.Female, pedigree.Male, pedigree.Female, pedigree.Male, pedigree.Female} {
		p := pedigree.Individual{
			ID: pedigree.ID(fmt.Sprintf("canary-id-%d", i)), Sex: sex, Age: pedigree.ExactYear(61), Born: pedigree.ExactYear(1961),
			Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(47), Status: pedigree.Confirmed}},
			GeneTests: []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Positive, Class: 5}},
			Surgery:   []pedigree.Surgery{{Age: pedigree.ExactYear(48)}},
			Carrier:   []pedigree.CarrierState{{Condition: "cystic fibrosis", Kind: pedigree.CarrierKind("carrier")}},
		}
		if i > 1 {
			p.Mother, p.Father = "canary-id-0", "canary-id-1"
		}
		if i == 3 {
			p.Deceased, p.Died = pedigree.Yes, pedigree.ExactYear(1961)
		}
		marked(reflect.ValueOf(&p).Elem(), "")
		p.OtherParents, p.Consultand = nil, i == 2
		if i == 4 {
			p.Pregnancy = &pedigree.Pregnancy{Kind: pedigree.Ongoing, Weeks: pedigree.ExactYear(12)}
			marked(reflect.ValueOf(p.Pregnancy).Elem(), "")
		}
		f.Individuals = append(f.Individuals, p)
	}
	f.Unions = []pedigree.Union{{Partners: []pedigree.ID{"canary-id-0", "canary-id-1"}, Childless: pedigree.ChildlessInfertile}}
	marked(reflect.ValueOf(f).Elem(), "")
	f.Patients[0].Individual = "canary-id-0"
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	return write(t, filepath.Join(t.TempDir(), "Canary file.json"), string(data))
}

// plainPDF is a document with its streams unpacked.
func plainPDF(t *testing.T, document string) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(document)
	for _, m := range regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`).FindAllStringSubmatch(document, -1) {
		r, err := zlib.NewReader(strings.NewReader(m[1]))
		if err != nil {
			continue
		}
		data, _ := io.ReadAll(r)
		b.Write(data)
	}
	return b.String()
}

// inUTF16 is a word as a PDF's text holds it.
func inUTF16(word string) string {
	var b bytes.Buffer
	for _, u := range utf16.Encode([]rune(word)) {
		b.WriteByte(byte(u >> 8))
		b.WriteByte(byte(u))
	}
	return b.String()
}

func TestAnonymisedDrawingHoldsNoTextDateOrNumberOfAnybody(t *testing.T) {
	family := canaries(t)
	dir := t.TempDir()
	secrets := []string{"Canary", "canary", "1961", "Jul-1961"}
	seen := func(name string) []string {
		content := read(t, filepath.Join(dir, name))
		if strings.HasSuffix(name, ".pdf") {
			content = plainPDF(t, content)
		}
		var found []string
		for _, s := range secrets {
			if strings.Contains(content, s) || strings.Contains(content, inUTF16(s)) {
				found = append(found, s)
			}
		}
		return found
	}
	for _, more := range [][]string{nil, {"--age-bands"}, {"--nomenclature", "nsgc", "--carrier-dot"}, {"--page", "a4", "--tile"}} {
		for _, name := range []string{"x.svg", "x.pdf", "x.png"} {
			args := append([]string{"draw", family, "-o", filepath.Join(dir, name), "--layout-json", filepath.Join(dir, "l.json")}, more...)
			succeed(t, append(args, "--anonymise")...)
			if found := append(seen(name), seen("l.json")...); len(found) > 0 {
				t.Errorf("%s with %v holds %v", name, more, found)
			}
			// The same words must be found where they may be, or the test sees nothing.
			succeed(t, args...)
			if found := seen(name); name != "x.png" && !slices.Contains(found, "Canary") {
				t.Errorf("the whole %s holds only %v", name, found)
			}
		}
	}
	var l positions
	succeed(t, "draw", family, "--anonymise", "--layout-json", filepath.Join(dir, "l.json"))
	if err := json.Unmarshal([]byte(read(t, filepath.Join(dir, "l.json"))), &l); err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, n := range l.Nodes {
		ids = append(ids, n.ID)
	}
	if slices.Sort(ids); strings.Join(ids, " ") != "I-1 I-2 II-1 II-2 II-3" {
		t.Errorf("the layout's nodes are %v", ids)
	}
}

func TestAgesComeInBandsOnRequest(t *testing.T) {
	out := succeed(t, "draw", families, "--age-bands").out
	for _, want := range []string{"Anna", "40s", "ages in bands of ten years"} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is missing", want)
		}
	}
	if whole := succeed(t, "draw", families).out; strings.Contains(whole, "bands") {
		t.Error("the bands came without being asked for")
	}
}

func TestALetterCopyNamesNobodyAndKeepsAges(t *testing.T) {
	out := succeed(t, "draw", families, "--no-names").out
	if strings.Contains(out, "Anna") || strings.Contains(out, "Joan") || !strings.Contains(out, "Breast L 49") {
		t.Error("names are there, or ages are not")
	}
}
