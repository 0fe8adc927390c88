package pedigreeview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
)

// sheet is the card that the drawing lies on. It looks like a theme.Panel, but without a graphics card
// one rounded rectangle as large as the window costs more than all that is drawn on it: so only its two
// ends are rounded, and a line as thick as the card is high, which Fyne fills fastest, is the rest.
type sheet struct {
	widget.BaseWidget

	content fyne.CanvasObject
	inset   fyne.Size
}

func newSheet(inset fyne.Size, content fyne.CanvasObject) *sheet {
	s := &sheet{content: content, inset: inset}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is for Fyne.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	r := &sheetRenderer{sheet: s, body: canvas.NewLine(nil)}
	for i := range r.ends {
		r.ends[i], r.sides[i] = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	}
	r.objects = []fyne.CanvasObject{r.ends[0], r.ends[1], r.body, r.sides[0], r.sides[1], s.content}
	r.style()
	return r
}

type sheetRenderer struct {
	sheet       *sheet
	ends, sides [2]*canvas.Rectangle // top and bottom; left and right
	body        *canvas.Line
	objects     []fyne.CanvasObject
}

func (r *sheetRenderer) style() {
	p := theme.Current()
	r.body.StrokeColor = p.Card
	for i := range r.ends {
		end := r.ends[i]
		end.FillColor, end.StrokeColor, end.StrokeWidth, end.CornerRadius = p.Card, p.Border, p.BorderWidth, theme.Radius
		r.sides[i].FillColor = p.Border
	}
}

func (r *sheetRenderer) Layout(size fyne.Size) {
	const radius = theme.Radius
	border := theme.Current().BorderWidth
	for i := range r.ends {
		r.ends[i].Resize(fyne.NewSize(size.Width, 2*radius))
		r.sides[i].Resize(fyne.NewSize(border, size.Height-2*radius))
	}
	r.ends[1].Move(fyne.NewPos(0, size.Height-2*radius))
	r.sides[0].Move(fyne.NewPos(0, radius))
	r.sides[1].Move(fyne.NewPos(size.Width-border, radius))
	r.body.StrokeWidth = size.Height - 2*radius - 2
	r.body.Position1, r.body.Position2 = fyne.NewPos(border, size.Height/2), fyne.NewPos(size.Width-border, size.Height/2)
	in := r.sheet.inset
	r.sheet.content.Move(fyne.NewPos(in.Width, in.Height))
	r.sheet.content.Resize(size.Subtract(in).Subtract(in))
}

func (r *sheetRenderer) MinSize() fyne.Size {
	return r.sheet.content.MinSize().Add(r.sheet.inset).Add(r.sheet.inset)
}

func (r *sheetRenderer) Refresh() {
	r.style()
	r.Layout(r.sheet.Size())
	r.sheet.content.Refresh()
	canvas.Refresh(r.body)
}

func (r *sheetRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *sheetRenderer) Destroy()                     {}
