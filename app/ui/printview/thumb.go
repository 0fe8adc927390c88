package printview

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
)

// thumb is a small picture of a page with its number; a click puts the page in sight.
type thumb struct {
	widget.BaseWidget

	tapped   func()
	selected bool
	ratio    float32 // the page's height over its width
	picture  *canvas.Image
	frame    *canvas.Rectangle
	number   *theme.Text
}

const (
	thumbWidth  float32 = 96 // of the page in it
	thumbBorder float32 = 4
)

func newThumb(number string, ratio float32, tapped func()) *thumb {
	t := &thumb{tapped: tapped, ratio: ratio, picture: canvas.NewImageFromImage(nil), frame: canvas.NewRectangle(color.Transparent), number: theme.NewQuiet(number)}
	t.number.Align = fyne.TextAlignCenter
	t.ExtendBaseWidget(t)
	return t
}

func (t *thumb) show(page image.Image) {
	t.picture.Image = page
	t.picture.Refresh()
}

func (t *thumb) setSelected(on bool) {
	if on != t.selected {
		t.selected = on
		t.number.Style.Bold = on
		t.number.Refresh()
		t.Refresh()
	}
}

// Tapped puts the page in sight.
func (t *thumb) Tapped(*fyne.PointEvent) { t.tapped() }

// AccessibilityLabel is the page's number.
func (t *thumb) AccessibilityLabel() string { return t.number.String }

// AccessibilityRole is a button's.
func (t *thumb) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is for Fyne.
func (t *thumb) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &thumbRenderer{t, []fyne.CanvasObject{t.frame, t.picture, t.number}}
	r.style()
	return r
}

type thumbRenderer struct {
	*thumb
	objects []fyne.CanvasObject
}

func (r *thumbRenderer) style() {
	p := theme.Current()
	r.frame.FillColor, r.frame.StrokeColor, r.frame.StrokeWidth = color.White, p.Edge, p.BorderWidth
	if r.selected {
		r.frame.StrokeColor, r.frame.StrokeWidth = p.Accent, 3
	}
}

func (r *thumbRenderer) Layout(size fyne.Size) {
	x := (size.Width - thumbWidth) / 2
	page := fyne.NewSize(thumbWidth, thumbWidth*r.ratio)
	r.frame.Move(fyne.NewPos(x-thumbBorder, 0))
	r.frame.Resize(page.AddWidthHeight(2*thumbBorder, 2*thumbBorder))
	r.picture.Move(fyne.NewPos(x, thumbBorder))
	r.picture.Resize(page)
	r.number.Move(fyne.NewPos(0, page.Height+2*thumbBorder))
	r.number.Resize(fyne.NewSize(size.Width, r.number.MinSize().Height))
}

func (r *thumbRenderer) MinSize() fyne.Size {
	return fyne.NewSize(thumbWidth+2*thumbBorder, thumbWidth*r.ratio+2*thumbBorder+r.number.MinSize().Height)
}

func (r *thumbRenderer) Refresh() {
	r.style()
	r.Layout(r.thumb.Size())
	canvas.Refresh(r.thumb)
}

func (r *thumbRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *thumbRenderer) Destroy()                     {}
