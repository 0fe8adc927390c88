package fields

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"kindred/app/ui/theme"
)

// ringed draws the edge of a field round a widget that has none of its own, in the accent while it has
// the keyboard.
type ringed struct {
	fyne.WidgetRenderer
	ring    *canvas.Rectangle
	focused func() bool
	objects []fyne.CanvasObject
}

func newRinged(inner fyne.WidgetRenderer, focused func() bool) *ringed {
	r := &ringed{WidgetRenderer: inner, ring: canvas.NewRectangle(color.Transparent), focused: focused}
	r.ring.CornerRadius = theme.RadiusSoft
	r.style()
	return r
}

func (r *ringed) style() {
	p := theme.Current()
	r.ring.StrokeColor, r.ring.StrokeWidth = p.Edge, p.BorderWidth
	if r.focused() {
		r.ring.StrokeColor, r.ring.StrokeWidth = p.Accent, p.BorderWidth+1
	}
}

func (r *ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.Resize(size)
}

func (r *ringed) Refresh() {
	r.style()
	r.ring.Refresh()
	r.WidgetRenderer.Refresh()
}

func (r *ringed) Objects() []fyne.CanvasObject {
	r.objects = append(append(r.objects[:0], r.WidgetRenderer.Objects()...), r.ring)
	return r.objects
}
