package pedigreeview

import (
	"slices"
	"strconv"

	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/draw"
	"kindred/pedigree/entry"
	"kindred/pedigree/layout"
)

// trial is an edit to be shown on the drawing before anybody makes it.
type trial struct {
	run   int // the newest counts
	apply func(f *pedigree.Family, ids func() pedigree.ID) (entry.Applied, error)
}

// ghosts is a family drawn with the people and facts of a trial.
type ghosts struct {
	run     int
	scene   *draw.Scene // nil where the trial changes nothing
	entered pedigree.ID // whom it is about
	counts  string      // by side, as they would be
}

// try draws what a trial would make of the family that is shown, with whatever is new as ghosts. Safe in
// any goroutine.
func (r request) try(t trial, on picture) ghosts {
	f := on.family.Clone()
	applied, err := t.apply(f, ghostIDs(f))
	if err != nil {
		return ghosts{run: t.run}
	}
	amend.BringIntoSight(f, applied.Entered)
	f = f.Folded()
	arranged := layout.Arrange(f, layout.Options{
		Previous: on.layout, StrictBirthOrder: r.strict, Width: draw.Widths(f, r.style),
	})
	return ghosts{run: t.run, scene: ghosted(draw.Draw(f, arranged, r.style), on.scene), entered: applied.Entered, counts: countsOf(f)}
}

// vantage is how a canvas looks at the drawing.
type vantage struct {
	view   viewport
	fitted bool
}

func (c *Canvas) vantage() vantage { return vantage{c.view, c.fitted} }

// returnTo looks at the drawing as before.
func (c *Canvas) returnTo(v vantage) {
	c.view, c.fitted = v.view, v.fitted
	c.place()
}

// ghostIDs makes ids that nobody in the family has; they never leave the drawing.
func ghostIDs(f *pedigree.Family) func() pedigree.ID {
	n := 0
	return func() pedigree.ID {
		for {
			n++
			if id := pedigree.ID("ghost " + strconv.Itoa(n)); f.Individual(id) == nil {
				return id
			}
		}
	}
}

// ghostDash is how the lines of ghosts are broken, in points.
var ghostDash = []float64{3, 2.2}

// ghosted is a scene in which whatever the shown scene has not is drawn as a ghost: dashed lines, and
// words in the ink of the selection.
func ghosted(scene, shown *draw.Scene) *draw.Scene {
	known := make(map[string]draw.Shape, len(shown.Elements))
	for _, e := range shown.Elements {
		known[e.ID] = e.Shape
	}
	next := *scene
	next.Elements = slices.Clone(scene.Elements)
	for i := range next.Elements {
		e := &next.Elements[i]
		switch e.Role {
		case draw.RoleFooter, draw.RoleStamp, draw.RoleKey, draw.RoleGeneration, draw.RoleMap, draw.RoleConnector:
			continue
		}
		was, old := known[e.ID]
		if !old || saysOther(was, e.Shape) {
			e.Shape = ghost(e.Shape)
		}
	}
	return &next
}

// saysOther reports that an element is there to be read and reads differently: a label with another
// age, an outline of another sex.
func saysOther(was, is draw.Shape) bool {
	switch a := was.(type) {
	case draw.Text:
		b, ok := is.(draw.Text)
		return !ok || a.String != b.String
	case draw.Circle:
		_, ok := is.(draw.Circle)
		return !ok
	case draw.Polygon:
		b, ok := is.(draw.Polygon)
		return !ok || len(a.Points) != len(b.Points)
	}
	return false
}

// ghost is a shape as it is drawn before it is entered. What fills a symbol stays, so that the condition
// can be seen.
func ghost(s draw.Shape) draw.Shape {
	dashed := func(s draw.Stroke) draw.Stroke {
		if s.Colour == draw.Ink || s.Colour == draw.Quiet {
			s.Colour, s.Dash = selectedLine, ghostDash
		}
		return s
	}
	switch s := s.(type) {
	case draw.Line:
		s.Stroke = dashed(s.Stroke)
		return s
	case draw.Polyline:
		s.Stroke = dashed(s.Stroke)
		return s
	case draw.Polygon:
		s.Stroke = dashed(s.Stroke)
		return s
	case draw.Circle:
		s.Stroke = dashed(s.Stroke)
		return s
	case draw.Text:
		s.Fill = selectedLine
		return s
	}
	return s
}
