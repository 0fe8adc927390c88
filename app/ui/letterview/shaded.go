package letterview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
	"kindred/internal/letter"
	"kindred/internal/textmetric"
)

// shaded is running text in which the words that come from the record stand on a ground of their
// own. It breaks its lines anew whenever its width changes.
func shaded(runs []letter.Run) fyne.CanvasObject {
	s := &flow{}
	for _, r := range runs {
		s.words = append(s.words, words(r)...)
	}
	s.ExtendBaseWidget(s)
	return s
}

type flowWord struct {
	text      string
	bold      bool
	field     bool
	spaceNext bool
}

func words(r letter.Run) []flowWord {
	var out []flowWord
	current := ""
	for _, c := range r.Text {
		if c == ' ' || c == '\n' {
			if current != "" || len(out) == 0 {
				out = append(out, flowWord{current, r.Bold, r.Field != "", true})
			}
			current = ""
			continue
		}
		current += string(c)
	}
	if current != "" {
		out = append(out, flowWord{current, r.Bold, r.Field != "", false})
	}
	return out
}

type flow struct {
	widget.BaseWidget
	words  []flowWord
	height float32
}

// CreateRenderer is for Fyne.
func (f *flow) CreateRenderer() fyne.WidgetRenderer {
	r := &flowRenderer{flow: f}
	for _, w := range f.words {
		text := theme.NewText(w.text)
		if w.bold {
			text = theme.NewBold(w.text)
		}
		var object fyne.CanvasObject = text
		if w.field {
			object = theme.NewPanel(theme.SurfaceShade, fyne.NewSize(0, 0), text)
		}
		r.objects = append(r.objects, object)
	}
	return r
}

type flowRenderer struct {
	flow    *flow
	objects []fyne.CanvasObject
}

const (
	lineHeight = 22
	usualWidth = 420
)

func (r *flowRenderer) MinSize() fyne.Size {
	if r.flow.height == 0 {
		r.place(usualWidth, false)
	}
	return fyne.NewSize(200, r.flow.height)
}

func (r *flowRenderer) Layout(size fyne.Size) {
	before := r.flow.height
	r.place(size.Width, true)
	if r.flow.height != before {
		r.flow.Refresh()
	}
}

func (r *flowRenderer) place(width float32, move bool) {
	x, y := float32(0), float32(0)
	space := float32(textmetric.Screen.Width(" ", float64(theme.Body), false, false))
	for i, w := range r.flow.words {
		needed := float32(textmetric.Screen.Width(w.text, float64(theme.Body), w.bold, false))
		if x > 0 && x+needed > width {
			x, y = 0, y+lineHeight
		}
		if move {
			r.objects[i].Move(fyne.NewPos(x, y))
			ground := needed
			if w.field && w.spaceNext && i+1 < len(r.flow.words) && r.flow.words[i+1].field {
				ground += space
			}
			r.objects[i].Resize(fyne.NewSize(ground+1, lineHeight-2))
		}
		x += needed
		if w.spaceNext {
			x += space
		}
	}
	r.flow.height = y + lineHeight
}

func (r *flowRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *flowRenderer) Destroy()                     {}
func (r *flowRenderer) Refresh()                     {}
