package pages_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/draw/pages"
)

// siblings are so many children of one couple, their ids beginning with a letter.
func siblings(f *pedigree.Family, letter string, n int, site pedigree.Site) {
	id := func(s string) pedigree.ID { return pedigree.ID(letter + s) }
	f.Individuals = append(f.Individuals,
		pedigree.Individual{ID: id("m"), Sex: pedigree.Female}, pedigree.Individual{ID: id("f"), Sex: pedigree.Male})
	for i := range n {
		f.Individuals = append(f.Individuals, pedigree.Individual{
			ID: id(fmt.Sprint(i)), Sex: pedigree.Female, Mother: id("m"), Father: id("f"),
			Diagnoses: []pedigree.Diagnosis{{Site: site, Status: pedigree.Confirmed}},
		})
	}
}

// line is so many generations of only children.
func line(n int) *pedigree.Family {
	f := &pedigree.Family{}
	for i := range n {
		mother, father := pedigree.ID(fmt.Sprintf("m%d", i)), pedigree.ID(fmt.Sprintf("f%d", i))
		child := pedigree.Individual{ID: mother, Sex: pedigree.Female}
		if i > 0 {
			child.Mother, child.Father = pedigree.ID(fmt.Sprintf("m%d", i-1)), pedigree.ID(fmt.Sprintf("f%d", i-1))
		}
		f.Individuals = append(f.Individuals, child, pedigree.Individual{ID: father, Sex: pedigree.Male})
	}
	return f
}

// words are the texts of a role on each page.
func words(d *pages.Document, role draw.Role) [][]string {
	list := make([][]string, len(d.Pages))
	for i, p := range d.Pages {
		for _, e := range p.Scene.Elements {
			if t, ok := e.Shape.(draw.Text); ok && e.Role == role {
				list[i] = append(list[i], t.String)
			}
		}
	}
	return list
}

func TestTwoFamiliesSideBySidePartBetweenThemAndNoLineIsCut(t *testing.T) {
	f := &pedigree.Family{Name: "G1"}
	siblings(f, "a", 10, pedigree.Breast)
	siblings(f, "b", 10, pedigree.Ovary)
	d := pages.Split(scene(f), pages.Options{Paper: pages.A4, Measure: face{}, Scale: 0.75})
	if len(d.Pages) != 2 {
		t.Fatalf("%d pages", len(d.Pages))
	}
	if got := words(d, draw.RoleConnector); len(got[0])+len(got[1]) > 0 {
		t.Errorf("connectors %v", got)
	}
	for i, page := range d.Pages {
		letter := string(page.Scene.People[0].ID[:1])
		for _, p := range page.Scene.People {
			if string(p.ID[:1]) != letter {
				t.Errorf("page %d has people of both families", i+1)
			}
		}
	}
	// Each key holds the condition of its page and not the other's.
	keys := words(d, draw.RoleKey)
	for i, key := range keys {
		if said := strings.Join(key, "; "); strings.Contains(said, "Breast") == strings.Contains(said, "Ovarian") {
			t.Errorf("the key of page %d says %s", i+1, said)
		}
	}
}

func TestASibshipThatIsTooWideIsCutOnceBetweenTwoSheets(t *testing.T) {
	f := &pedigree.Family{Name: "G1"}
	siblings(f, "a", 20, pedigree.Breast)
	d := pages.Split(scene(f), pages.Options{Paper: pages.A4, Measure: face{}})
	if len(d.Pages) != 2 {
		t.Fatalf("%d pages", len(d.Pages))
	}
	got := words(d, draw.RoleConnector)
	if fmt.Sprint(got) != "[[A → page 2] [A ← page 1]]" {
		t.Errorf("connectors %v", got)
	}
	if n, m := len(d.Pages[0].Scene.People), len(d.Pages[1].Scene.People); n+m != 22 || n < 6 || m < 6 {
		t.Errorf("the sheets hold %d and %d people", n, m)
	}
}

func TestATallFamilyTakesRowsOfSheetsCutAtALineOfDescent(t *testing.T) {
	s := scene(line(16))
	d := pages.Split(s, pages.Options{Paper: pages.A4, Measure: face{}, Scale: 0.8})
	if len(d.Pages) < 2 || d.Pages[len(d.Pages)-1].Row != len(d.Pages)-1 || d.Pages[0].Column != 0 {
		t.Fatalf("%d pages", len(d.Pages))
	}
	if got := words(d, draw.RoleConnector); got[0][0] != "A ↓ page 2" || got[1][0] != "A ↑ page 1" {
		t.Errorf("connectors %v", got)
	}
	if numerals := words(d, draw.RoleGeneration); numerals[0][0] != "I" || numerals[1][0] == "I" {
		t.Errorf("numerals %v", numerals)
	}
}

func TestADrawingThatStaysReadableIsOnOneSheet(t *testing.T) {
	f := &pedigree.Family{Name: "G1"}
	siblings(f, "a", 6, pedigree.Breast)
	s := scene(f)
	for _, paper := range []pages.Paper{pages.A4, pages.A3} {
		d := pages.Split(s, pages.Options{Paper: paper, Measure: face{}})
		page := d.Pages[0].Scene
		if len(d.Pages) != 1 || d.TextSize(s) < pages.Readable || d.Scale > 1.25 {
			t.Fatalf("%s: %d pages, scale %v", paper.Name, len(d.Pages), d.Scale)
		}
		// In the middle, under the margin: what stands at the Scene's corner stands there.
		left := (page.Width - s.Width*d.Scale) / 2
		for i, p := range page.People {
			want := s.People[i].Center
			if math.Abs(p.Center.X-left-want.X*d.Scale) > 1e-9 || math.Abs(p.Center.Y-28.35-want.Y*d.Scale) > 1e-9 {
				t.Fatalf("%s: %v stands at %v", paper.Name, p.ID, p.Center)
			}
		}
	}
}

func TestFitPutsEverythingOnOneSheetHoweverSmall(t *testing.T) {
	f := &pedigree.Family{}
	siblings(f, "a", 80, pedigree.Breast)
	s := scene(f)
	d := pages.Split(s, pages.Options{Paper: pages.A4, Fit: true, Measure: face{}})
	if len(d.Pages) != 1 || d.TextSize(s) >= pages.Readable || d.Pages[0].Scene.Width != pages.A4.Height {
		t.Errorf("%d pages, text %v", len(d.Pages), d.TextSize(s))
	}
	upright := false
	if d = pages.Split(s, pages.Options{Paper: pages.A3, Fit: true, Landscape: &upright, Measure: face{}}); d.Pages[0].Scene.Width != pages.A3.Width {
		t.Error("the sheet was turned")
	}
}

func TestWithoutPaperTheSheetIsAsLargeAsTheDrawing(t *testing.T) {
	s := scene(line(3))
	d := pages.Split(s, pages.Options{})
	if len(d.Pages) != 1 || d.Pages[0].Scene.Width != s.Width || d.Pages[0].Scene.Height != s.Height || d.Scale != 1 {
		t.Errorf("%+v", d)
	}
	if d := pages.Split(&draw.Scene{}, pages.Options{Paper: pages.A4}); len(d.Pages) != 1 {
		t.Errorf("an empty drawing takes %d pages", len(d.Pages))
	}
}

func TestTheMapFillsThisSheetAloneAndNumbersAll(t *testing.T) {
	f := &pedigree.Family{}
	siblings(f, "a", 40, pedigree.Breast)
	d := pages.Split(scene(f), pages.Options{Paper: pages.A4, Measure: face{}})
	var last float64
	for i, p := range d.Pages {
		filled := draw.Box{Min: draw.Point{X: math.Inf(1)}}
		for _, e := range p.Scene.Elements {
			if e.Role == draw.RoleMap && strings.HasPrefix(e.ID, "map/here") {
				b := draw.Extent(e.Shape, nil)
				filled.Min.X, filled.Max.X = min(filled.Min.X, b.Min.X), max(filled.Max.X, b.Max.X)
			}
		}
		if filled.Max.X <= last || (i > 0 && filled.Min.X < last-12) {
			t.Errorf("page %d fills the map from %v to %v, the one before to %v", i+1, filled.Min.X, filled.Max.X, last)
		}
		last = filled.Max.X
		if got := words(d, draw.RoleMap)[i]; len(got) != len(d.Pages) {
			t.Errorf("the map of page %d numbers %v of %d sheets", i+1, got, len(d.Pages))
		}
	}
}

func TestLongFootersAreBrokenBetweenTheirFacts(t *testing.T) {
	f := &pedigree.Family{Name: "G1", Informant: strings.Repeat("Ann and ", 40) + "Joan", Recorder: "C Counsellor", DrawnOn: "2026-11-21"}
	siblings(f, "a", 40, pedigree.Breast)
	d := pages.Split(scene(f), pages.Options{Paper: pages.A4, Measure: face{}})
	for i, lines := range words(d, draw.RoleFooter) {
		if len(lines) < 2 || !strings.Contains(lines[len(lines)-1], " · drawn by C Counsellor · ") {
			t.Errorf("the footer of page %d is %q", i+1, lines)
		}
	}
	for _, fault := range faults(scene(f), d) {
		t.Error(fault)
	}
}

func BenchmarkSplit(b *testing.B) {
	for _, children := range []int{60, 500} {
		f := &pedigree.Family{}
		siblings(f, "a", children, pedigree.Breast)
		s := scene(f)
		b.Run(fmt.Sprint(children), func(b *testing.B) {
			for b.Loop() {
				pages.Split(s, pages.Options{Paper: pages.A4, Measure: face{}})
			}
		})
	}
}
