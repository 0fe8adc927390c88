package pedigreeview

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
	"kindred/internal/textmetric"
)

// Heights and gaps of the entry line in device-independent pixels.
const (
	lineHeight  = 42 // of the field
	belowHeight = 24 // of what stands under it
	wrapHeight  = 20 // of each further line of the sentence
	lineInset   = 14
	lineGap     = 10
)

// entryBox is how the entry line looks: whom it is about, the field, what the line means, and under it
// what is asked, what was not understood, and the counts.
type entryBox struct {
	widget.BaseWidget

	field   *lineField
	shown   saying
	focused bool

	ground   *canvas.Rectangle
	subject  *theme.Text
	sentence []*theme.Text // a line each
	marks    []*canvas.Line
	warning  *theme.Text
	question *theme.Text
	answers  *fyne.Container
	counts   *theme.Text
	objects  []fyne.CanvasObject
}

// mostMarks is how many words are underlined, and mostLines on how many lines the sentence stands.
const (
	mostMarks = 4
	mostLines = 3
)

func newEntryBox(field *lineField) *entryBox {
	b := &entryBox{
		field: field, ground: canvas.NewRectangle(color.Transparent), subject: theme.NewQuiet("").Cutting(),
		warning: theme.NewSmall("").Cutting(), question: theme.NewSmall(""), counts: theme.NewSmall("").Trailing(),
		answers: &fyne.Container{Layout: flowing{}},
	}
	b.warning.Ink, b.question.Ink = theme.InkWarn, theme.InkWarn
	b.ground.CornerRadius = theme.RadiusSoft + 2
	b.objects = []fyne.CanvasObject{b.ground, b.subject, field}
	for range mostLines {
		line := theme.NewText("")
		b.sentence = append(b.sentence, line)
		b.objects = append(b.objects, line)
	}
	for range mostMarks {
		mark := canvas.NewLine(color.Transparent)
		mark.StrokeWidth = 2
		b.marks = append(b.marks, mark)
		b.objects = append(b.objects, mark)
	}
	b.objects = append(b.objects, b.warning, b.question, b.answers, b.counts)
	b.ExtendBaseWidget(b)
	return b
}

func (b *entryBox) setFocused(on bool) {
	b.focused = on
	b.style()
	b.ground.Refresh()
}

func (b *entryBox) style() {
	p := theme.Current()
	b.ground.FillColor, b.ground.StrokeColor, b.ground.StrokeWidth = p.Card, p.Edge, p.BorderWidth
	if b.focused {
		b.ground.StrokeColor, b.ground.StrokeWidth = p.Accent, p.BorderWidth+1
	}
	for _, m := range b.marks {
		m.StrokeColor = p.Warn.Text
	}
}

// show says something else.
func (b *entryBox) show(s saying) {
	b.shown = s
	b.subject.Set(s.subject)
	b.warning.Set(s.warning)
	b.question.Set(s.question)
	b.counts.Set(s.counts)
	b.field.SetPlaceHolder(s.hint)
	b.answers.Objects = b.answers.Objects[:0]
	for _, a := range s.answers() {
		b.answers.Objects = append(b.answers.Objects, newAnswer(a))
	}
	b.arrange()
}

// count shows other counts.
func (b *entryBox) count(words string) {
	if words != b.shown.counts {
		b.shown.counts = words
		b.counts.Set(words)
		b.arrange()
	}
}

// newAnswer is a choice with its key.
func newAnswer(a reply) fyne.CanvasObject {
	surface, words := theme.SurfaceInput, theme.NewSmall(a.key+"  "+a.words)
	if a.lit {
		surface, words.Ink = theme.SurfaceFocus, theme.InkText
	}
	return theme.NewPanel(surface, fyne.NewSize(8, 1), words)
}

func textWidth(words string, size float32) float32 {
	return float32(textmetric.Screen.Width(words, float64(size), false, false))
}

// arrange puts everything in its place. Where the sentence or the answers need more height than usual the
// box grows upwards, over the canvas: the drawing stays where it is.
func (b *entryBox) arrange() {
	width := b.Size().Width
	if width <= 0 {
		return
	}
	lines, beside := b.wrapped(width)
	below := max(belowHeight, flowing{}.height(b.answers.Objects, b.answerRoom(width))+4)
	further := float32(0)
	if !beside {
		further = wrapHeight * float32(len(lines))
	}
	height := lineHeight + further + below
	if grown := height - b.Size().Height; grown != 0 {
		b.Move(b.Position().SubtractXY(0, grown))
		b.BaseWidget.Resize(fyne.NewSize(width, height))
	}

	b.ground.Resize(fyne.NewSize(width, lineHeight+further))
	left := b.subjectWidth()
	b.subject.Move(fyne.NewPos(lineInset, (lineHeight-b.subject.MinSize().Height)/2))
	b.subject.Resize(fyne.NewSize(left, b.subject.MinSize().Height))
	start := lineInset + left
	room := width - start - lineInset
	ink := theme.InkOK
	switch {
	case b.shown.waits:
		ink = theme.InkQuiet
	case b.shown.asks:
		ink = theme.InkWarn
	}
	for i, t := range b.sentence {
		words := ""
		if i < len(lines) {
			words = lines[i]
		}
		if t.Ink != ink || t.String != words {
			t.Ink, t.String = ink, words
			t.Refresh()
		}
		size := fyne.NewSize(textWidth(words, theme.Body)+2, t.MinSize().Height)
		t.Resize(size)
		if beside {
			t.Move(fyne.NewPos(width-lineInset-size.Width, (lineHeight-size.Height)/2))
			room -= size.Width
		} else {
			t.Move(fyne.NewPos(lineInset, lineHeight-4+wrapHeight*float32(i)))
		}
	}
	fieldHeight := b.field.MinSize().Height
	b.field.Move(fyne.NewPos(start, (lineHeight-fieldHeight)/2))
	b.field.Resize(fyne.NewSize(room, fieldHeight))
	b.placeMarks(start, room)
	b.placeBelow(width, lineHeight+further+4)
}

// subjectWidth is the room for whom the line is about.
func (b *entryBox) subjectWidth() float32 {
	const most = 160
	return min(textWidth(b.shown.subject, theme.Body)+2, most)
}

// wrapped are the lines of the sentence, and whether it is one that stands beside what is typed.
func (b *entryBox) wrapped(width float32) (lines []string, beside bool) {
	words := b.shown.sentence
	if words == "" {
		return nil, true
	}
	if !b.shown.waits && b.shown.keep == "" {
		words += " ↵"
	}
	typed := lineInset + b.subjectWidth() + textWidth(b.field.Text, fynetheme.TextSize()) + 2*fynetheme.InnerPadding()
	if typed+lineGap+textWidth(words, theme.Body)+lineInset <= width {
		return []string{words}, true
	}
	lines = theme.Wrap(words, width-2*lineInset, theme.Body)
	if len(lines) > mostLines {
		lines = append(lines[:mostLines-1:mostLines-1], strings.Join(lines[mostLines-1:], " "))
	}
	return lines, false
}

// placeMarks underlines what was not understood, where the text is not so long that it scrolls.
func (b *entryBox) placeMarks(start, room float32) {
	text, size, pad := b.field.Text, fynetheme.TextSize(), fynetheme.InnerPadding()
	fits := textWidth(text, size)+2*pad <= room
	for i, m := range b.marks {
		if i >= len(b.shown.marks) || !fits || b.shown.marks[i].To > len(text) {
			m.Hide()
			continue
		}
		span := b.shown.marks[i]
		from, to := textWidth(text[:span.From], size), textWidth(text[:span.To], size)
		y := float32(lineHeight) - 8
		m.Position1, m.Position2 = fyne.NewPos(start+pad+from, y), fyne.NewPos(start+pad+to, y)
		m.Show()
		m.Refresh()
	}
}

// answerRoom is how wide the answers can be, beside their question.
func (b *entryBox) answerRoom(width float32) float32 {
	return width - lineInset - b.questionWidth()
}

func (b *entryBox) questionWidth() float32 {
	if b.shown.question == "" {
		return 0
	}
	return textWidth(b.shown.question, theme.Small) + lineGap
}

// placeBelow sets question and answers, else the warning, at the left under the field, and the counts at
// the right where they leave room.
func (b *entryBox) placeBelow(width, top float32) {
	asks := len(b.shown.choices) > 0
	set(b.warning, b.shown.warning != "" && !asks)
	set(b.question, b.shown.question != "" && asks)
	set(b.answers, asks)
	used := float32(lineInset)
	height := b.warning.MinSize().Height
	switch {
	case asks:
		b.question.Move(fyne.NewPos(lineInset, top))
		b.question.Resize(fyne.NewSize(b.questionWidth(), height))
		room := b.answerRoom(width)
		b.answers.Move(fyne.NewPos(lineInset+b.questionWidth(), top-1))
		b.answers.Resize(fyne.NewSize(room, flowing{}.height(b.answers.Objects, room)))
		used += b.questionWidth() + min(room, flowing{}.width(b.answers.Objects))
	case b.shown.warning != "":
		b.warning.Move(fyne.NewPos(lineInset, top))
		b.warning.Resize(fyne.NewSize(width-2*lineInset, height))
		used += textWidth(b.shown.warning, theme.Small)
	}
	counts := textWidth(b.shown.counts, theme.Small) + 2
	set(b.counts, b.shown.counts != "" && used+lineGap+counts+lineInset <= width)
	b.counts.Move(fyne.NewPos(width-lineInset-counts, top))
	b.counts.Resize(fyne.NewSize(counts, height))
}

func set(o fyne.CanvasObject, shown bool) {
	if shown == o.Visible() {
		return
	}
	if shown {
		o.Show()
	} else {
		o.Hide()
	}
}

// CreateRenderer is for Fyne.
func (b *entryBox) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	b.style()
	return (*entryBoxRenderer)(b)
}

type entryBoxRenderer entryBox

func (r *entryBoxRenderer) Layout(fyne.Size)             { (*entryBox)(r).arrange() }
func (r *entryBoxRenderer) MinSize() fyne.Size           { return fyne.NewSize(240, lineHeight+belowHeight) }
func (r *entryBoxRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *entryBoxRenderer) Destroy()                     {}

func (r *entryBoxRenderer) Refresh() {
	(*entryBox)(r).style()
	for _, o := range r.objects {
		o.Refresh()
	}
	(*entryBox)(r).arrange()
}
