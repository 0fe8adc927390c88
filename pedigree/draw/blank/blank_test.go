package blank

import (
	"slices"
	"strings"
	"testing"

	"kindred/pedigree/draw"
)

// wide measures a little wider than any face, so that what fits here fits on paper.
type wide struct{}

func (wide) Width(text string, size float64, bold, _ bool) float64 {
	em := 0.5
	if bold {
		em = 0.55
	}
	return em * size * float64(len([]rune(text)))
}

const mark = "EVALUATION, not for patient care"

func words(s *draw.Scene) string {
	var all []string
	for _, e := range s.Elements {
		if text, ok := e.Shape.(draw.Text); ok {
			all = append(all, text.String)
		}
	}
	return strings.Join(all, "\n")
}

func TestTheSheetAsksInTheOrderOfTheInterview(t *testing.T) {
	var all []string
	for _, page := range Draw(wide{}, nil) {
		all = append(all, words(page))
	}
	text := strings.Join(all, "\n")
	at := 0
	for _, section := range []string{
		"NHS number", "Partner", "Children", "Losses", "Brothers and sisters", "Mother's side", "Brothers and sisters of the mother", "The mother's mother",
		"Father's side", "Brothers and sisters of the father", "The father's father", "Anyone else with cancer?", "Sketch",
	} {
		next := strings.Index(text[at:], section)
		if next < 0 {
			t.Fatalf("%q does not come after what is asked before it", section)
		}
		at += next
	}
}

func TestThreeAnswersAreToldApartOnPaper(t *testing.T) {
	first := words(Draw(wide{}, nil)[0])
	for _, answer := range []string{"asked: there is none", "asked: not known", "not asked", "not the same as well"} {
		if !strings.Contains(first, answer) {
			t.Errorf("the sheet does not explain %q", answer)
		}
	}
}

func TestEveryPageSaysWhosePartOfWhatAndCarriesTheMark(t *testing.T) {
	pages := Draw(wide{}, []string{mark})
	if len(pages) != pageCount {
		t.Fatalf("%d pages, each says it is one of %d", len(pages), pageCount)
	}
	for i, page := range pages {
		text := words(page)
		for _, needed := range []string{mark, "NHS number", "Told by", "Written down by", "Date", "of 4"} {
			if !strings.Contains(text, needed) {
				t.Errorf("page %d lacks %q", i+1, needed)
			}
		}
		if page.Width <= page.Height || page.Title == "" {
			t.Errorf("page %d is %g by %g, %q", i+1, page.Width, page.Height, page.Title)
		}
	}
}

func TestNothingOnTheSheetRunsOverTheEdgeOrIntoAnotherWord(t *testing.T) {
	for number, page := range Draw(wide{}, []string{mark}) {
		var placed []draw.Box
		ids := map[string]bool{}
		for _, e := range page.Elements {
			if ids[e.ID] {
				t.Errorf("page %d has two elements %s", number+1, e.ID)
			}
			ids[e.ID] = true
			box := draw.Extent(e.Shape, wide{})
			if box.Min.X < border-15 || box.Max.X > pageWidth-border+15 || box.Min.Y < border-15 || box.Max.Y > pageHeight-border+1 {
				t.Errorf("page %d: %#v stands at the edge", number+1, e.Shape)
			}
			text, ok := e.Shape.(draw.Text)
			if !ok {
				continue
			}
			if slices.ContainsFunc(placed, func(o draw.Box) bool {
				return box.Min.X < o.Max.X && o.Min.X < box.Max.X && box.Min.Y+1 < o.Max.Y && o.Min.Y+1 < box.Max.Y
			}) {
				t.Errorf("page %d: %q stands on other words", number+1, text.String)
			}
			placed = append(placed, box)
		}
	}
}

func TestTheSheetIsTheSameEveryTime(t *testing.T) {
	for i, page := range Draw(wide{}, []string{mark}) {
		if again := Draw(wide{}, []string{mark})[i]; !slices.EqualFunc(page.Elements, again.Elements, func(a, b draw.Element) bool { return a.ID == b.ID }) {
			t.Errorf("page %d differs", i+1)
		}
	}
}
