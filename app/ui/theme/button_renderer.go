package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

type buttonRenderer struct {
	button  *Button
	ground  *canvas.Rectangle
	words   *canvas.Text
	objects []fyne.CanvasObject
}

func (r *buttonRenderer) style() {
	b, p := r.button, Current()
	r.words.Text, r.words.TextSize = b.Words, Body
	r.words.TextStyle.Bold = b.Kind == Primary || b.Kind == Link || b.Kind == Fold || b.Selected
	r.words.Alignment = fyne.TextAlignCenter
	if b.Leading {
		r.words.Alignment = fyne.TextAlignLeading
	}
	g := r.ground
	g.CornerRadius, g.StrokeWidth, g.StrokeColor, g.FillColor = RadiusSoft, 0, color.Transparent, color.Transparent
	switch b.Kind {
	case Secondary:
		g.FillColor, g.StrokeColor, g.StrokeWidth = p.Input, p.Border, p.BorderWidth
		r.words.Color = p.Text
	case Primary:
		g.FillColor, r.words.Color = p.Primary.Ground, p.Primary.Text
	case Link:
		r.words.Color = p.Accent
	case Fold:
		r.words.Color = p.Quiet
	case Tab:
		r.words.Color = p.Quiet
		if b.Selected {
			g.FillColor, r.words.Color = p.Selection, p.Accent
		}
	case Nav:
		r.words.Color = p.Nav.Text
		if b.Selected {
			g.FillColor, r.words.Color = p.NavSelected.Ground, p.NavSelected.Text
		}
	}
	if b.Disabled() {
		r.words.Color = veil(r.words.Color.(color.NRGBA), 0x80)
		return
	}
	ring := p.Accent
	if b.Kind == Nav {
		ring = p.Nav.Text
	}
	if b.focused {
		g.StrokeColor, g.StrokeWidth = ring, 2
	} else if b.hovered && !b.Selected {
		if b.Kind == Primary || b.Kind == Secondary {
			g.StrokeColor, g.StrokeWidth = ring, 1
		} else {
			g.FillColor = veil(ring, 0x14)
		}
	}
}

func (r *buttonRenderer) inset() fyne.Size {
	switch r.button.Kind {
	case Link:
		return fyne.NewSize(4, 2)
	case Fold:
		return fyne.NewSize(2, 6)
	}
	return fyne.NewSize(12, 7)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	in := r.inset()
	text := fyne.MeasureText(r.button.Words, Body, r.words.TextStyle)
	r.words.Move(fyne.NewPos(in.Width, (size.Height-text.Height)/2))
	r.words.Resize(fyne.NewSize(size.Width-2*in.Width, text.Height))
}

func (r *buttonRenderer) MinSize() fyne.Size {
	// Measured bold, so that a tab does not move its neighbours when it is selected.
	text := fyne.MeasureText(r.button.Words, Body, fyne.TextStyle{Bold: true})
	in := r.inset()
	return text.Add(fyne.NewSize(2*in.Width, 2*in.Height))
}

func (r *buttonRenderer) Refresh() {
	r.style()
	r.Layout(r.button.Size())
	canvas.Refresh(r.button)
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *buttonRenderer) Destroy()                     {}
