package sheet_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"kindred/internal/golden"
	"kindred/pedigree/draw"
	"kindred/pedigree/draw/sheet"
)

// even measures every character alike.
type even struct{}

func (even) Width(text string, size float64, _, _ bool) float64 {
	return 0.55 * size * float64(len([]rune(text)))
}

var nomenclatures = map[string]draw.Nomenclature{
	"uk2023":   {},
	"nsgc2022": draw.NSGC2022(),
	"legacy":   {CarrierDot: true, ConsultandLetter: true},
}

func TestTheSheetIsDrawnAsItWas(t *testing.T) {
	for _, name := range []string{"uk2023", "nsgc2022"} {
		n := nomenclatures[name]
		var text strings.Builder
		for _, page := range sheet.Draw(even{}, n) {
			fmt.Fprintf(&text, "%s\n%s\n", page.Title, page.Description)
			for line := range strings.Lines(page.Text()) {
				if strings.Contains(line, "entry:") && !strings.Contains(line, "/words/") {
					text.WriteString(line)
				}
			}
		}
		golden.Assert(t, "testdata/"+name+".golden", []byte(text.String()))
	}
}

func TestPagesAreA4AndHoldEverything(t *testing.T) {
	for name, n := range nomenclatures {
		pages := sheet.Draw(even{}, n)
		if len(pages) < 2 {
			t.Fatalf("%s: %d pages", name, len(pages))
		}
		for i, page := range pages {
			if math.Abs(page.Width-595.28) > 0.01 || math.Abs(page.Height-841.89) > 0.01 {
				t.Errorf("%s, page %d is %v by %v points", name, i+1, page.Width, page.Height)
			}
			seen := map[string]bool{}
			for _, e := range page.Elements {
				b := draw.Extent(e.Shape, even{})
				if b.Min.X < 20 || b.Min.Y < 20 || b.Max.X > page.Width-20 || b.Max.Y > page.Height-20 {
					t.Errorf("%s, page %d: %s reaches %v", name, i+1, e.ID, b)
				}
				if seen[e.ID] {
					t.Errorf("%s, page %d: two elements are called %s", name, i+1, e.ID)
				}
				seen[e.ID] = true
			}
		}
	}
}

func TestNoEntryTouchesAnother(t *testing.T) {
	for i, page := range sheet.Draw(even{}, draw.Nomenclature{}) {
		boxes := map[string]draw.Box{}
		var names []string
		for _, e := range page.Elements {
			if !strings.HasPrefix(e.ID, "entry:") {
				continue
			}
			name, _, _ := strings.Cut(e.ID, "/")
			b := draw.Extent(e.Shape, even{})
			have, known := boxes[name]
			if !known {
				names = append(names, name)
				have = b
			}
			boxes[name] = have.Union(b)
		}
		for k, name := range names {
			for _, other := range names[k+1:] {
				a, b := boxes[name], boxes[other]
				if a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y {
					t.Errorf("page %d: %s at %v touches %s at %v", i+1, name, a, other, b)
				}
			}
		}
	}
}

func TestTheTwoStandardsDifferWhereTheyDo(t *testing.T) {
	said := func(n draw.Nomenclature) string {
		var all strings.Builder
		for _, page := range sheet.Draw(even{}, n) {
			all.WriteString(page.Description)
		}
		return all.String()
	}
	uk, nsgc := said(draw.Nomenclature{}), said(draw.NSGC2022())
	for _, c := range []struct{ text, want string }{
		{uk, "Non-binary person: Hexagon"},
		{nsgc, "Non-binary person: Diamond"},
		{uk, "Arrow without a letter"},
		{said(draw.Nomenclature{ConsultandLetter: true}), "Arrow with a C"},
		{said(draw.Nomenclature{CarrierDot: true}), "Carrier: The older dot"},
	} {
		if !strings.Contains(c.text, c.want) {
			t.Errorf("the sheet lacks %q", c.want)
		}
	}
}

// What is known only from other people's accounts must say so beside the picture.
func TestRulesThatNobodyHasComparedWithThePaperAreMarked(t *testing.T) {
	marks := 0
	for _, page := range sheet.Draw(even{}, draw.Nomenclature{}) {
		for _, e := range page.Elements {
			if words, ok := e.Shape.(draw.Text); ok && strings.HasPrefix(e.ID, "entry:") && strings.HasPrefix(words.String, "awaiting") {
				marks++
			}
		}
	}
	if marks < 10 {
		t.Errorf("%d rules are marked", marks)
	}
}

func TestTheLinesOnTheSheetAreThoseThatTheirNamesSay(t *testing.T) {
	found := map[string]bool{}
	for _, page := range sheet.Draw(even{}, draw.Nomenclature{}) {
		for _, e := range page.Elements {
			for _, part := range []string{"/same", "/separated/", "/degree/", "/history/unknown", "/kind", "/twins:", "/childless/2", "/adopted/1", "/no-contact", "/evaluated/"} {
				if strings.Contains(e.ID, part) {
					found[part] = true
				}
			}
			if way, ok := e.Shape.(draw.Polyline); ok && e.Role == draw.RoleLine && len(way.Points) > 8 && !strings.HasSuffix(e.ID, "/same") {
				found["hop"] = true
			}
		}
	}
	if len(found) != 11 {
		t.Errorf("only %v are drawn", found)
	}
}

func BenchmarkSheet(b *testing.B) {
	for b.Loop() {
		sheet.Draw(even{}, draw.Nomenclature{})
	}
}
