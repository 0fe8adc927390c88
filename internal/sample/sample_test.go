package sample

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kindred/internal/clinic"
	"kindred/internal/letter"
	"kindred/internal/record"
	"kindred/internal/render/svg"
	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
	"kindred/pedigree/risk"
)

// opened makes the sample clinic and opens every family in it.
func opened(t *testing.T) map[string]*clinic.Session {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "clinic")
	if err := Make(dir); err != nil {
		t.Fatal(err)
	}
	c, err := clinic.Open(dir, []byte(Passphrase))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	list, err := c.List("")
	if err != nil {
		t.Fatal(err)
	}
	sessions := map[string]*clinic.Session{}
	for _, e := range list {
		if !e.Sample || !strings.HasPrefix(e.Name, "SAMPLE ") {
			t.Errorf("%s is not marked as a sample", e.Name)
		}
		s, err := c.OpenFamily(e.ID)
		if err != nil {
			t.Fatal(err)
		}
		sessions[e.Name] = s
	}
	if len(sessions) < 8 {
		t.Errorf("the sample clinic has %d families, want eight or more", len(sessions))
	}
	return sessions
}

func TestEverySampleFamilyIsDrawnAndMarkedAsASample(t *testing.T) {
	for name, s := range opened(t) {
		f := s.Family()
		style := draw.Style{Measure: textmetric.Letter, Stamp: s.Stamps()}
		scene := draw.Draw(f, layout.Arrange(f, layout.Options{Width: draw.Widths(f, style)}), style)
		var b strings.Builder
		if err := svg.Write(&b, scene, svg.Options{}); err != nil {
			t.Fatal(err)
		}
		for _, mark := range []string{letter.SampleMark, letter.EvaluationMark} {
			if !strings.Contains(b.String(), mark) {
				t.Errorf("%s: the drawing is not marked %q", name, mark)
			}
		}
		for i := range f.Individuals {
			if p := &f.Individuals[i]; p.Name != "" && !strings.Contains(b.String(), strings.Split(p.Name, " ")[0]) {
				t.Errorf("%s: %s is not drawn", name, p.Name)
			}
		}
	}
}

// letters says for each patient what a risk summary comes to: a number, a letter without one, or a
// refusal by these words.
var letters = map[string]string{
	"SAMPLE G10481 Rachel":  "number",
	"SAMPLE G10482 Anna":    "no number", // ovarian cancer and a known variant in the family
	"SAMPLE G10482 Lucy":    "has had",
	"SAMPLE G10483 Stephen": "no number",
	"SAMPLE G10483 Louise":  "no number", // a known variant
	"SAMPLE G10485 Samira":  "no number", // no breast cancer in the family
	"SAMPLE G10485 Maryam":  "under 18",
	"SAMPLE G10486 Rosie":   "number",
	"SAMPLE G10487 Beth":    "has had",
	"SAMPLE G10488 Robin":   "no number", // no breast cancer in the family
	"SAMPLE G10488 Diane":   "no number",
	"SAMPLE G10489 Anwen":   "number",
	"SAMPLE G10489 Enfys":   "number",
	"SAMPLE G10490 Maureen": "no number", // perhaps ovarian cancer
	"SAMPLE G10491 Naomi":   "no number", // a man with breast cancer
}

func TestLettersOfTheSampleClinicComeToWhatTheyShould(t *testing.T) {
	for name, s := range opened(t) {
		f := s.Family()
		for i := range f.Patients {
			p := &f.Patients[i]
			who := name + " " + p.GivenName
			got := outcome(t, s, p.ID)
			want, listed := letters[who]
			if !listed {
				t.Errorf("nothing says what a letter to %s should come to; it is %q", who, got)
			} else if got != want && (want == "number" || !strings.Contains(got, want)) {
				t.Errorf("%s: %q, want %q", who, got, want)
			}
		}
	}
}

func outcome(t *testing.T, s *clinic.Session, patient pedigree.ID) string {
	t.Helper()
	id, err := s.BeginLetter(patient, letter.RiskSummary)
	if errors.Is(err, letter.ErrRefused) {
		return err.Error()
	}
	if err != nil {
		t.Fatal(err)
	}
	preview, err := s.Preview(id)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range preview.Checks {
		if c.Gate {
			return "gate: " + c.Text
		}
	}
	if err := s.Sign(id, []byte(Passphrase)); err != nil {
		t.Errorf("the letter cannot be signed: %v", err)
	}
	if strings.Contains(preview.Document.Text(), "We have not put a number on your risk in this letter") {
		return "no number"
	}
	return "number"
}

func TestTheDemonstrationFamilyGivesANumber(t *testing.T) {
	s := opened(t)[Demo]
	if s == nil {
		t.Fatalf("there is no family %s", Demo)
	}
	var ok []string
	for _, a := range s.Assess(s.Family().Subject().ID) {
		if a.Status == risk.OK {
			ok = append(ok, a.Model)
		}
	}
	for _, model := range []string{"claus", "claus-tables", "manchester"} {
		if !slices.Contains(ok, model) {
			t.Errorf("%s gives no answer about the demonstration family", model)
		}
	}
}

func TestTheSampleClinicIsMadeOnceAndNeverHalf(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "below", "clinic")
	if err := os.MkdirAll(dir+".making", 0o700); err != nil { // left by a start that was killed
		t.Fatal(err)
	}
	if err := Make(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir + ".making"); err == nil {
		t.Error("a half-made clinic is left")
	}
	first := ids(t, dir)
	if err := Make(dir); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(first, ids(t, dir)) {
		t.Error("the second start made the clinic anew")
	}
}

func ids(t *testing.T, dir string) []record.FamilyID {
	t.Helper()
	c, err := clinic.Open(dir, []byte(Passphrase))
	if err != nil {
		t.Fatal(err)
	}
	list, err := c.List("")
	if err != nil {
		t.Fatal(err)
	}
	var ids []record.FamilyID
	for _, e := range list {
		ids = append(ids, e.ID)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	return ids
}
