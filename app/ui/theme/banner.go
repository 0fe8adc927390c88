package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Banner is a sentence on a coloured, rounded ground, over as many lines as its width needs.
type Banner struct {
	widget.BaseWidget

	Tone  Tone
	Words string
}

// NewBanner is a sentence in a tone.
func NewBanner(tone Tone, words string) *Banner {
	b := &Banner{Tone: tone, Words: words}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is for Fyne.
func (b *Banner) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &bannerRenderer{banner: b, ground: canvas.NewRectangle(color.Transparent)}
	r.ground.CornerRadius = RadiusSoft
	r.wrap(bannerWidth)
	return r
}

// Inset of the words, and the width that a banner is measured for before it has one.
const (
	bannerInset float32 = 9
	bannerWidth float32 = 298
)

type bannerRenderer struct {
	banner  *Banner
	ground  *canvas.Rectangle
	lines   []*canvas.Text
	objects []fyne.CanvasObject
	width   float32
}

// wrap breaks the words into lines of a width.
func (r *bannerRenderer) wrap(width float32) {
	r.width = width
	pair := r.banner.Tone.Of(Current())
	r.ground.FillColor = pair.Ground
	r.lines = r.lines[:0]
	for _, line := range Wrap(r.banner.Words, width-2*bannerInset, Body) {
		text := canvas.NewText(line, pair.Text)
		text.TextSize = Body
		r.lines = append(r.lines, text)
	}
	r.objects = append(r.objects[:0], r.ground)
	for _, l := range r.lines {
		r.objects = append(r.objects, l)
	}
}

func (r *bannerRenderer) Layout(size fyne.Size) {
	if size.Width != r.width && size.Width > 4*bannerInset {
		r.wrap(size.Width)
	}
	r.ground.Resize(size)
	y := float32(6)
	for _, l := range r.lines {
		min := l.MinSize()
		l.Move(fyne.NewPos(bannerInset, y))
		l.Resize(min)
		y += min.Height
	}
}

func (r *bannerRenderer) MinSize() fyne.Size {
	height := float32(12)
	for _, l := range r.lines {
		height += l.MinSize().Height
	}
	return fyne.NewSize(80, height)
}

func (r *bannerRenderer) Refresh() {
	r.wrap(r.width)
	r.Layout(r.banner.Size())
	canvas.Refresh(r.banner)
}

func (r *bannerRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *bannerRenderer) Destroy()                     {}
