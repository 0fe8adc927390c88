package clinic

import (
	"bytes"
	"strings"
	"testing"

	"kindred/internal/letter"
	"kindred/internal/render/svg"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/draw/pages"
)

// valley is a sample family of five generations, too large for one page.
const valley = "g10489-valley"

// printed is all that a printout says, on its pages and in its picture.
func printed(t testing.TB, p *Printout) string {
	t.Helper()
	var b bytes.Buffer
	for _, scene := range append(p.Document.Scenes(), p.Scene) {
		b.WriteString(scene.Title + scene.Description + scene.Text())
		must(t, svg.Write(&b, scene, svg.Options{}))
	}
	return b.String()
}

func TestAPrintedCopyShowsWhatWasToldInConfidenceToNobodyButTheClinic(t *testing.T) {
	s := openSample(t, newClinicIn(t, t.TempDir()), twoCousins)
	f := s.Family()
	anna, lucy := f.PatientOf(called(t, f, "Anna").ID), f.PatientOf(called(t, f, "Lucy").ID)
	const secretFact = "in situ" // Lucy's, for her own record alone
	for _, tt := range []struct {
		copy    Copy
		patient pedigree.ID
		shows   bool
	}{
		{FullCopy, anna.ID, false},
		{FullCopy, "", false},
		{FullCopy, lucy.ID, true},
		{LetterCopy, anna.ID, false},
		{LetterCopy, "", false},
		{AnonymousCopy, anna.ID, false},
		{AnonymousCopy, lucy.ID, false},
		{WholeCopy, anna.ID, true},
	} {
		words := printed(t, s.PrintPedigree(Printing{Copy: tt.copy, Patient: tt.patient, Page: pages.Options{Paper: pages.A4}}))
		if got := strings.Contains(words, secretFact); got != tt.shows {
			t.Errorf("%s copy for %q: what Lucy told in confidence is shown: %v", tt.copy, tt.patient, got)
		}
	}
}

func TestACopyWithoutNamesNamesNobodyOnAnyPageNorInItsFile(t *testing.T) {
	s := openSample(t, newClinicIn(t, t.TempDir()), valley)
	f := s.Family()
	patient := f.Patients[0]
	for _, copy := range []Copy{LetterCopy, AnonymousCopy} {
		made := s.PrintPedigree(Printing{Copy: copy, Patient: patient.ID, Page: pages.Options{Paper: pages.A4, Scale: 1.5}})
		if len(made.Document.Pages) < 2 {
			t.Fatalf("%d pages", len(made.Document.Pages))
		}
		words := printed(t, made)
		var file bytes.Buffer
		must(t, made.PDF(&file))
		for i := range f.Individuals {
			name := f.Individuals[i].Name
			if name != "" && (strings.Contains(words, name) || bytes.Contains(file.Bytes(), []byte(name))) {
				t.Errorf("the %s copy names %s", copy, name)
			}
		}
		if copy == AnonymousCopy && (strings.Contains(words, "G10489") || strings.Contains(words, "2026")) {
			t.Error("the anonymised copy has a reference or a date")
		}
	}
}

func TestEveryPrintedPageCarriesEveryMark(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	s := openSample(t, c, valley)
	for _, copy := range []Copy{FullCopy, LetterCopy, AnonymousCopy, WholeCopy} {
		made := s.PrintPedigree(Printing{Copy: copy, Page: pages.Options{Paper: pages.A4, Scale: 1.5}})
		if len(made.Document.Pages) < 3 {
			t.Fatalf("the valley fits on %d pages at one and a half times the size", len(made.Document.Pages))
		}
		for i := range made.Document.Pages {
			words := marksOf(&made.Document.Pages[i].Scene)
			if !strings.Contains(words, letter.SampleMark) || !strings.Contains(words, letter.EvaluationMark) {
				t.Errorf("page %d of the %s copy is marked %q", i+1, copy, words)
			}
		}
	}
}

// marksOf are the words of the stamps on a page.
func marksOf(page *draw.Scene) string {
	var words []string
	for _, e := range page.Elements {
		if text, ok := e.Shape.(draw.Text); ok && e.Role == draw.RoleStamp {
			words = append(words, text.String)
		}
	}
	return strings.Join(words, " ")
}

func TestAPrintoutSaysHowLargeItsTextIsAndHowManyPagesMakeItReadable(t *testing.T) {
	s := openSample(t, newClinicIn(t, t.TempDir()), valley)
	one := s.PrintPedigree(Printing{Page: pages.Options{Paper: pages.A4, Fit: true}})
	if len(one.Document.Pages) != 1 || one.TextSize >= pages.Readable || one.ReadablePages < 2 {
		t.Errorf("on one page: %d pages, %.1f pt, readable on %d", len(one.Document.Pages), one.TextSize, one.ReadablePages)
	}
	tiles := s.PrintPedigree(Printing{Page: pages.Options{Paper: pages.A4}})
	if len(tiles.Document.Pages) != one.ReadablePages || tiles.TextSize < pages.Readable {
		t.Errorf("in tiles: %d pages, %.1f pt; promised were %d", len(tiles.Document.Pages), tiles.TextSize, one.ReadablePages)
	}
}
