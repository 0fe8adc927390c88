package pedigreeview

import (
	"math"
	"testing"
	"time"

	"kindred/pedigree/draw"
)

// clock runs a canvas's animations by hand.
type clock struct {
	took    []time.Duration
	tick    []func(float32)
	stopped int
}

func (c *clock) animate(took time.Duration, tick func(float32)) (stop func()) {
	c.took, c.tick = append(c.took, took), append(c.tick, tick)
	return func() { c.stopped++ }
}

// swapped is three with the two people above in each other's place.
func swapped() *draw.Scene {
	s := three()
	for _, i := range []int{1, 2, 4} {
		by := draw.Point{X: 100}
		if i == 2 {
			by.X = -100
		}
		s.Elements[i].Shape = draw.Transformed(s.Elements[i].Shape, 1, by)
	}
	return s
}

func (c *Canvas) middle(id string) draw.Point { return boundsOf(c.display.byID[id].shape).centre() }

func TestPeopleWhoChangePlacesAreMovedThereAndNotJumped(t *testing.T) {
	c, now := showing(t, three()), &clock{}
	c.animate = now.animate
	c.Select("c") // stays, so that the others move
	from := c.middle("a")
	c.Draw(swapped())
	if len(now.tick) != 1 || now.took[0] != reorderTime {
		t.Fatalf("animations of %v, want one of %v", now.took, reorderTime)
	}
	if at := c.middle("a"); at != from {
		t.Errorf("at first at %v, want %v", at, from)
	}
	now.tick[0](0.5)
	if at := c.middle("a"); math.Abs(at.X-from.X-50) > 1e-6 {
		t.Errorf("half way at %v, want 50 right of %v", at, from)
	}
	now.tick[0](1)
	if at := c.middle("a"); math.Abs(at.X-from.X-100) > 1e-6 || c.motion != nil {
		t.Errorf("at last at %v, want 100 right of %v; still moving: %v", at, from, c.motion != nil)
	}
	if !nearlyAt(c.middle("a/label"), boundsOf(swapped().Elements[4].Shape).centre()) {
		t.Error("the label did not go with its symbol")
	}
}

func TestAPushAsideIsQuickAndOneTooSmallToSeeIsNotShown(t *testing.T) {
	c, now := showing(t, three()), &clock{}
	c.animate = now.animate
	c.Select("c")
	pushed := three()
	pushed.Elements[2].Shape = draw.Transformed(pushed.Elements[2].Shape, 1, draw.Point{X: 20})
	c.Draw(pushed)
	if len(now.took) != 1 || now.took[0] != pushTime {
		t.Fatalf("animations of %v, want one of %v", now.took, pushTime)
	}
	now.tick[0](1)
	pushed = three()
	pushed.Elements[2].Shape = draw.Transformed(pushed.Elements[2].Shape, 1, draw.Point{X: 20.2})
	c.Draw(pushed)
	if len(now.took) != 1 {
		t.Error("a move of a third of a pixel was animated")
	}
}

func TestTheNextKeystrokeTakesOverFromAMotion(t *testing.T) {
	c, now := showing(t, three()), &clock{}
	c.animate = now.animate
	c.Select("c")
	c.Draw(swapped())
	now.tick[0](0.5)
	half := c.middle("b")
	c.Draw(three())
	if now.stopped != 1 || c.middle("b") != half {
		t.Errorf("%d motions stopped; b is at %v, was at %v", now.stopped, c.middle("b"), half)
	}
	now.tick[0](1) // late
	if c.middle("b") != half {
		t.Error("the motion that was taken over goes on")
	}
	now.tick[1](1)
	if want := boundsOf(three().Elements[2].Shape).centre(); !nearlyAt(c.middle("b"), want) {
		t.Errorf("b ends at %v, want %v", c.middle("b"), want)
	}
}

func TestWithReducedMotionNothingMovesOnTheWay(t *testing.T) {
	c, now := showing(t, three()), &clock{}
	c.animate = now.animate
	c.SetCalm(true)
	c.Draw(swapped())
	if len(now.tick) != 0 || c.motion != nil {
		t.Error("something moved")
	}
}

func TestTheSelectedPersonDoesNotMoveDuringAMotion(t *testing.T) {
	c, now := showing(t, three()), &clock{}
	c.animate = now.animate
	c.fitted = false
	c.Select("a")
	before := c.view.toScreen(c.middle("a"))
	c.Draw(swapped())
	for _, at := range []float32{0, 0.3, 0.7, 1} {
		now.tick[0](at)
		if got := c.shownView().toScreen(c.middle("a")); distance(got, before) > 1e-6 {
			t.Errorf("at %v: %v, was %v", at, got, before)
		}
	}
}

func TestALineOfAnotherShapeIsSwitched(t *testing.T) {
	bent := draw.Polyline{Points: []draw.Point{{}, {X: 1}, {X: 1, Y: 1}}}
	if between(bent, draw.Polyline{Points: bent.Points[:2]}, 0.5) != nil || between(bent, draw.Circle{}, 0.5) != nil {
		t.Error("there is no way between shapes of different kinds")
	}
}
