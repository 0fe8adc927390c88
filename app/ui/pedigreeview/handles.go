package pedigreeview

import (
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"kindred/pedigree/draw"
)

// Handle is one of the four round buttons about the selected person.
type Handle uint8

// The handles.
const (
	HandleParents Handle = iota // above
	HandlePartner               // right
	HandleChild                 // below
	HandleSibling               // left
	handleCount
)

// Sizes of a handle in pixels, whatever the zoom.
const (
	handleRadius = 9
	handleGap    = 14 // from the symbol to the handle's edge
	handleReach  = 12 // how far from its middle it can still be hit
	handleClose  = 2  // from the symbol, where there is no room further away: under the stamp of a first row
	handleTouch  = 3  // how far it may reach into the room about a line of text
)

// handles are the canvas objects of the four.
type handles struct {
	circle [handleCount]*canvas.Circle
	bars   [handleCount][2]*canvas.Line
	middle [handleCount]fyne.Position // in the plane
}

func (h *handles) build() {
	for i := range h.circle {
		h.circle[i] = &canvas.Circle{}
		h.bars[i] = [2]*canvas.Line{{}, {}}
	}
}

// place sets the handles about a symbol and appends their objects. One that would cover the furniture
// goes to a corner of the symbol.
func (h *handles) place(objects []fyne.CanvasObject, l look, s symbol, focused bool, furniture []box) []fyne.CanvasObject {
	shape, whole := s.shape, s.whole
	middle := shape.centre()
	away, corner := (handleGap+handleRadius)/l.scale(), handleGap/l.scale()
	close := (handleRadius + handleClose) / l.scale()
	top, bottom := shape.top-corner, shape.bottom+corner
	left, right := shape.left-corner, shape.right+corner
	under := shape.bottom + (handleRadius+handleClose)/l.scale()
	for i, places := range [handleCount][]draw.Point{
		HandleParents: {{X: middle.X, Y: shape.top - away}, {X: right, Y: top}, {X: left, Y: top}, {X: middle.X, Y: shape.top - close}},
		HandlePartner: {{X: shape.right + away, Y: middle.Y}, {X: right, Y: bottom}},
		HandleChild:   {{X: middle.X, Y: whole.bottom + away}, {X: max(right, whole.right+close), Y: under}, {X: min(left, whole.left-close), Y: under}},
		HandleSibling: {{X: shape.left - away, Y: middle.Y}, {X: left, Y: bottom}},
	} {
		at := slices.IndexFunc(places, func(p draw.Point) bool {
			circle := box{p.X, p.Y, p.X, p.Y}.grown((handleRadius - handleTouch) / l.scale())
			return !slices.ContainsFunc(furniture, circle.overlaps)
		})
		h.middle[i] = l.plane(places[max(0, at)])
	}
	var ink color.Color = l.palette.Accent
	width := float32(1.5)
	if focused {
		width = 2
	}
	for i, at := range h.middle {
		circle := h.circle[i]
		circle.FillColor, circle.StrokeColor, circle.StrokeWidth = l.palette.Card, ink, width
		circle.Move(at.SubtractXY(handleRadius, handleRadius))
		circle.Resize(fyne.NewSquareSize(2 * handleRadius))
		const arm = 4.5
		across, down := h.bars[i][0], h.bars[i][1]
		across.Position1, across.Position2 = at.SubtractXY(arm, 0), at.AddXY(arm, 0)
		down.Position1, down.Position2 = at.SubtractXY(0, arm), at.AddXY(0, arm)
		for _, bar := range h.bars[i] {
			bar.StrokeColor, bar.StrokeWidth = ink, 1.5
		}
		objects = append(objects, circle, across, down)
	}
	return objects
}

// handleAt is the handle at a place on the screen.
func (c *Canvas) handleAt(p fyne.Position) (Handle, bool) {
	if !c.hasHandles() {
		return 0, false
	}
	for i := range handleCount {
		at := c.handlePosition(i)
		if math.Hypot(float64(p.X-at.X), float64(p.Y-at.Y)) <= handleReach {
			return i, true
		}
	}
	return 0, false
}

// handlePosition is where the middle of a handle is on the canvas.
func (c *Canvas) handlePosition(h Handle) fyne.Position {
	return c.handles.middle[h].AddXY(float32(c.view.left), float32(c.view.top))
}
