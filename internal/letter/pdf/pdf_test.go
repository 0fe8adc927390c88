package pdf_test

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"kindred/assets"
	"kindred/internal/letter"
	"kindred/internal/letter/pages"
	"kindred/internal/letter/pdf"
	"kindred/internal/riskmodels"
	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// asked is the request for the first patient of a sample family.
func asked(t testing.TB, name string) letter.Request {
	t.Helper()
	var f pedigree.Family
	if err := json.Unmarshal(assets.Must("families/"+name+".json"), &f); err != nil {
		t.Fatal(err)
	}
	return letter.Request{
		Family: &f, Patient: "P1", Today: "2026-11-21", Measure: textmetric.Letter, Number: "L-2026-00421 v1", Evaluation: true,
		Service:   letter.Service{Name: "Clinical Genetics Service", Phone: "01632 960100"},
		Signatory: letter.Signatory{Name: "A Counsellor", Role: "Genetic counsellor", On: "2026-11-21"},
		Assessments: riskmodels.Assess(risk.Request{
			Family: f.For("P1", pedigree.ForNumbers), Subject: f.Patient("P1").Individual, AsOf: "2026-11-21",
		}),
	}
}

func rendered(t testing.TB, r letter.Request, o pdf.Options) []byte {
	t.Helper()
	d, err := letter.Build(r)
	if err != nil {
		t.Fatal(err)
	}
	out, err := pdf.Render(d, o)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var (
	stream = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)
	shown  = regexp.MustCompile(`(?s)\(((?:[^()\\]|\\.)*)\)\s*Tj`)
	escape = regexp.MustCompile(`(?s)\\(.)`)
)

// contents are the inflated streams of a PDF, pages and fonts alike.
func contents(out []byte) [][]byte {
	var all [][]byte
	for _, m := range stream.FindAllSubmatch(out, -1) {
		r, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			continue // not deflated
		}
		if data, err := io.ReadAll(r); err == nil {
			all = append(all, data)
		}
	}
	return all
}

// words is the text that the pages of a PDF show, a run a line.
func words(out []byte) string {
	var text strings.Builder
	for _, content := range contents(out) {
		for _, m := range shown.FindAllSubmatch(content, -1) {
			raw := escape.ReplaceAllFunc(m[1], func(e []byte) []byte {
				if e[1] == 'r' {
					return []byte("\r")
				}
				return e[1:]
			})
			var units []uint16
			for i := 0; i+1 < len(raw); i += 2 {
				units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
			}
			text.WriteString(string(utf16.Decode(units)) + "\n")
		}
	}
	return text.String()
}

func TestTheSameLetterGivesTheSameBytes(t *testing.T) {
	for _, o := range []pdf.Options{{}, {Draft: true}} {
		first := rendered(t, asked(t, "g10481-breast-only"), o)
		for range 3 {
			if !bytes.Equal(first, rendered(t, asked(t, "g10481-breast-only"), o)) {
				t.Fatalf("%+v: the bytes differ", o)
			}
		}
	}
}

func TestTheFileHoldsA4PagesEmbeddedFontsAndTheLettersWords(t *testing.T) {
	r := asked(t, "g10481-breast-only")
	out := rendered(t, r, pdf.Options{})
	if !bytes.HasPrefix(out, []byte("%PDF-")) || !bytes.Contains(out, []byte("595.28 841.89")) {
		t.Error("no A4 PDF")
	}
	if n := bytes.Count(out, []byte("/FontFile2")); n != 2 {
		t.Errorf("%d typefaces are embedded; the letter uses regular and bold", n)
	}
	if bytes.Contains(out, []byte("/Helvetica")) {
		t.Error("a typeface is not embedded")
	}
	text := words(out)
	for _, want := range []string{"Dear Mrs SAMPLE,", "NHS No. 999 000 0212", "Signed electronically on 21 November 2026", "EVALUATION, not for patient care"} {
		if !strings.Contains(text, want) {
			t.Errorf("missing %q in\n%s", want, text)
		}
	}
	n := bytes.Count(out, []byte("/Type /Page\n"))
	for i := range n {
		if !strings.Contains(text, fmt.Sprintf("page %d of %d", i+1, n)) {
			t.Errorf("page %d of %d is not numbered", i+1, n)
		}
	}
}

func TestDraftAndFinalDifferByTheirMarksAlone(t *testing.T) {
	r := asked(t, "g10482-breast-ovarian")
	draft, final := words(rendered(t, r, pdf.Options{Draft: true})), words(rendered(t, r, pdf.Options{}))
	if strings.Contains(final, "DRAFT") || strings.Count(draft, "DRAFT\n") == 0 || strings.Count(draft, "DRAFT, not to be sent") != strings.Count(draft, "DRAFT\n") {
		t.Error("the mark is not where it should be")
	}
}

func TestACharacterThatCannotBePrintedIsAnErrorAndNotABox(t *testing.T) {
	r := asked(t, "g10481-breast-only")
	for _, name := range []string{"王", "😀", "\u0645"} {
		r.Family.Patients[0].FamilyName = name
		d, err := letter.Build(r)
		if err != nil {
			t.Fatal(err)
		}
		if out, err := pdf.Render(d, pdf.Options{}); !errors.Is(err, pages.ErrGlyph) || out != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestNoRelativesNameIsAnywhereInTheFile(t *testing.T) {
	const secret = "Zqxw"
	wide := func(s string) []byte {
		var b []byte
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u>>8), byte(u))
		}
		return b
	}
	rapid.Check(t, func(rt *rapid.T) {
		r := asked(t, rapid.SampledFrom([]string{"g10481-breast-only", "g10482-breast-ovarian", "g10490-vague"}).Draw(rt, "family"))
		f := r.Family
		own := f.Patient("P1").Individual
		f.Informant, f.Recorder, f.Reason, f.Notes = secret, secret, secret, []string{secret}
		for i := range f.Individuals {
			p := &f.Individuals[i]
			if p.ID == own {
				continue
			}
			p.Name, p.FamilyName, p.CauseOfDeath, p.Notes = secret, secret, secret, []string{secret}
			if rapid.Bool().Draw(rt, "confidential") {
				p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{
					Site: pedigree.Thyroid, Source: pedigree.Provenance{Patient: "P9", Use: pedigree.ThisPatientOnly},
				})
			}
			if rapid.Bool().Draw(rt, "consent") {
				p.Consents = []pedigree.Consent{{To: "P1", What: pedigree.ConsentRecognise}}
			}
		}
		out := rendered(t, r, pdf.Options{Draft: rapid.Bool().Draw(rt, "draft")})
		text := words(out)
		if !strings.Contains(text, "Dear ") {
			rt.Fatal("the test cannot read the file")
		}
		for _, data := range append(contents(out), out, []byte(text)) {
			for _, never := range []string{secret, "thyroid", "Thyroid"} {
				if bytes.Contains(data, []byte(never)) || bytes.Contains(data, wide(never)) {
					rt.Errorf("the file holds %q", never)
				}
			}
		}
	})
}

func BenchmarkLetterFromRecordToPDF(b *testing.B) {
	for _, name := range []string{"g10481-breast-only", "g10489-valley"} {
		b.Run(name, func(b *testing.B) {
			r := asked(b, name)
			for b.Loop() {
				rendered(b, r, pdf.Options{})
			}
		})
	}
}
