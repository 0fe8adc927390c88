package draw_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree/draw"
)

// overlaps lists the pairs of a text and something else that it touches. Text inside a person's own
// symbol, and the inside of the key, are meant to.
func overlaps(s *draw.Scene) []string {
	var found []string
	type box struct {
		draw.Box
		e *draw.Element
	}
	var texts, symbols []box
	var lines []*draw.Element
	for i := range s.Elements {
		e := &s.Elements[i]
		b := box{draw.Extent(e.Shape, arial{}), e}
		switch _, isText := e.Shape.(draw.Text); {
		case isText && (e.Role != draw.RoleMark || strings.HasSuffix(e.ID, "/proband") || strings.HasSuffix(e.ID, "/letter") || strings.HasSuffix(e.ID, "/history/unknown")):
			texts = append(texts, b)
		case e.Role == draw.RoleSymbol:
			symbols = append(symbols, b)
		case e.Role == draw.RoleLine || (e.Role == draw.RoleMark && !isText):
			lines = append(lines, e)
		}
	}
	for i, a := range texts {
		for _, b := range texts[i+1:] {
			if touches(a.Box, b.Box) {
				found = append(found, fmt.Sprintf("%s %q touches %s %q", a.e.ID, a.e.Shape.(draw.Text).String, b.e.ID, b.e.Shape.(draw.Text).String))
			}
		}
		for _, b := range symbols {
			if touches(a.Box, b.Box) {
				found = append(found, fmt.Sprintf("%s %q touches %s", a.e.ID, a.e.Shape.(draw.Text).String, b.e.ID))
			}
		}
		for _, e := range lines {
			if crosses(a.Box, e.Shape) {
				found = append(found, fmt.Sprintf("%s %q touches %s", a.e.ID, a.e.Shape.(draw.Text).String, e.ID))
			}
		}
	}
	return found
}

const slack = 0.6 // points that boxes of text may share: no letter fills its box

func touches(a, b draw.Box) bool {
	return a.Min.X+slack < b.Max.X && b.Min.X+slack < a.Max.X && a.Min.Y+slack < b.Max.Y && b.Min.Y+slack < a.Max.Y
}

func crosses(b draw.Box, s draw.Shape) bool {
	var points []draw.Point
	switch v := s.(type) {
	case draw.Line:
		points = []draw.Point{v.From, v.To}
	case draw.Polyline:
		points = v.Points
	}
	for i := 1; i < len(points); i++ {
		p, q := points[i-1], points[i]
		n := int(math.Hypot(q.X-p.X, q.Y-p.Y)) + 1
		for k := range n + 1 {
			t := float64(k) / float64(n)
			x, y := p.X+t*(q.X-p.X), p.Y+t*(q.Y-p.Y)
			if x > b.Min.X+slack && x < b.Max.X-slack && y > b.Min.Y+slack && y < b.Max.Y-slack {
				return true
			}
		}
	}
	return false
}

func TestNoTextTouchesAnotherTextALineOrASymbol(t *testing.T) {
	for _, name := range []string{"g10482", "everything", "cousins"} {
		for _, style := range []draw.Style{{}, {Anonymise: true}, {HideNames: true, Stamp: []string{"SAMPLE"}}} {
			for _, found := range overlaps(scene(readFamily(t, name), style)) {
				t.Errorf("%s: %s", name, found)
			}
		}
	}
}

func TestNoTextTouchesAnythingInRandomFamilies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := scene(families(t), draw.Style{})
		if found := overlaps(s); len(found) > 0 {
			t.Fatalf("%d overlaps, first: %s", len(found), found[0])
		}
	})
}

func TestNoTextTouchesAnythingInTheSharedFamilies(t *testing.T) {
	for name, f := range sharedFamilies(t) {
		if found := overlaps(scene(f, draw.Style{})); len(found) > 0 {
			t.Errorf("%s: %d overlaps, first: %s", name, len(found), found[0])
		}
	}
}
