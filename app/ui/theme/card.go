package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Surface is what a Panel looks like.
type Surface uint8

// The surfaces.
const (
	SurfaceCard   Surface = iota // white, bordered, rounded
	SurfaceGround                // the window behind the cards
	SurfaceBar                   // a full-width bar, without corners
	SurfaceNav
	SurfaceNavPanel
	SurfaceInput    // a bordered box for a key or a field
	SurfaceFocus    // like SurfaceCard with the accent as its border
	SurfaceShade    // behind words that come from the record
	SurfaceClear    // what lies behind shows: an inset and nothing else
	SurfaceSupposed // a card of what is only supposed: nothing on it is recorded
)

// Panel is content on a surface with an inset; its colours follow the palette.
type Panel struct {
	widget.BaseWidget

	Surface Surface
	Inset   fyne.Size // left and right; above and below
	content fyne.CanvasObject
}

// NewCard is content on a white rounded card.
func NewCard(content fyne.CanvasObject) *Panel {
	return NewPanel(SurfaceCard, fyne.NewSize(Inset, 12), content)
}

// NewPanel is content on a surface.
func NewPanel(s Surface, inset fyne.Size, content fyne.CanvasObject) *Panel {
	p := &Panel{Surface: s, Inset: inset, content: content}
	p.ExtendBaseWidget(p)
	return p
}

// Content is what is on the panel.
func (p *Panel) Content() fyne.CanvasObject { return p.content }

// SetContent replaces what is on the panel.
func (p *Panel) SetContent(content fyne.CanvasObject) {
	p.content = content
	p.Refresh()
}

// CreateRenderer is for Fyne.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &panelRenderer{panel: p, ground: canvas.NewRectangle(color.Transparent)}
	r.style()
	return r
}

type panelRenderer struct {
	panel   *Panel
	ground  *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *panelRenderer) style() {
	p, g := Current(), r.ground
	g.FillColor, g.StrokeColor, g.StrokeWidth, g.CornerRadius = p.Card, p.Border, p.BorderWidth, Radius
	switch r.panel.Surface {
	case SurfaceGround:
		g.FillColor, g.StrokeWidth, g.CornerRadius = p.Ground, 0, 0
	case SurfaceBar:
		g.StrokeWidth, g.CornerRadius = 0, 0
	case SurfaceNav:
		g.FillColor, g.StrokeWidth, g.CornerRadius = p.Nav.Ground, 0, 0
	case SurfaceNavPanel:
		g.FillColor, g.StrokeWidth, g.CornerRadius = p.NavPanel, 0, RadiusSoft
	case SurfaceInput:
		g.FillColor, g.CornerRadius = p.Input, RadiusSoft
	case SurfaceShade:
		g.FillColor, g.StrokeWidth, g.CornerRadius = p.Selection, 0, 3
	case SurfaceClear:
		g.FillColor, g.StrokeWidth = color.Transparent, 0
	case SurfaceSupposed:
		g.FillColor, g.StrokeColor, g.StrokeWidth = p.Warn.Ground, p.Warn.Text, p.BorderWidth+1
	case SurfaceFocus:
		g.StrokeColor, g.StrokeWidth = p.Accent, 2
	}
	r.objects = append(r.objects[:0], r.ground)
	if r.panel.content != nil {
		r.objects = append(r.objects, r.panel.content)
	}
}

func (r *panelRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	if c := r.panel.content; c != nil {
		in := r.panel.Inset
		c.Move(fyne.NewPos(in.Width, in.Height))
		c.Resize(fyne.NewSize(size.Width-2*in.Width, size.Height-2*in.Height))
	}
}

func (r *panelRenderer) MinSize() fyne.Size {
	min := fyne.NewSize(2*r.panel.Inset.Width, 2*r.panel.Inset.Height)
	if r.panel.content != nil {
		min = min.Add(r.panel.content.MinSize())
	}
	return min
}

func (r *panelRenderer) Refresh() {
	r.style()
	r.Layout(r.panel.Size())
	r.ground.Refresh()
	if r.panel.content != nil {
		r.panel.content.Refresh()
	}
}

func (r *panelRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *panelRenderer) Destroy()                     {}
