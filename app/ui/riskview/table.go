package riskview

import (
	"strings"

	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
	"kindred/internal/textmetric"
)

// Widths of the table's columns in device-independent pixels; the reasons take what is left.
const (
	modelWidth  float32 = 128
	answerWidth float32 = 134
	sourceWidth float32 = 100
	columnGap   float32 = 14

	leastReasons float32 = 150
)

// firstLines is how many lines of its reasons and its source a row shows; the working has them whole.
const firstLines = 2

// columnWidths are those of the columns of a table of a width. Where the reasons would have too little room
// beside the sources, these stand in the working alone.
func columnWidths(width float32) []float32 {
	reasons := width - 2*rowInset.Width - modelWidth - answerWidth - 2*columnGap
	if with := reasons - sourceWidth - columnGap; with >= leastReasons {
		return []float32{modelWidth, answerWidth, with, sourceWidth}
	}
	return []float32{modelWidth, answerWidth, max(leastReasons, reasons)}
}

// heads is the line above the table.
func heads(width float32) fyne.CanvasObject {
	return theme.NewPanel(theme.SurfaceClear, rowInset, inColumns(width,
		theme.NewHeading("Model"), theme.NewHeading("Answer"), theme.NewHeading("Because"), theme.NewHeading("Source")))
}

// tableRow is one model that answers.
func tableRow(a answer, width float32) fyne.CanvasObject {
	because := firstOf(a.because, columnWidths(width)[2], theme.InkText)
	said := theme.Column(4)
	if a.chip != "" {
		said.Add(theme.Row(0, theme.NewChip(a.tone, a.chip)))
	}
	if a.number != "" {
		said.Add(bold(a.number, answerWidth))
	}
	for _, d := range a.details {
		said.Add(theme.Paragraph(d, answerWidth, theme.InkQuiet))
	}
	return inColumns(width, bold(a.title, modelWidth), said, because, firstOf([]string{a.source}, sourceWidth, theme.InkQuiet))
}

// firstOf is the first lines of sentences at a width.
func firstOf(sentences []string, room float32, ink theme.Ink) fyne.CanvasObject {
	column := theme.Column(4)
	add := func(line string) {
		text := theme.NewText(line)
		text.Ink = ink
		column.Add(text)
	}
	left := firstLines
	for i, sentence := range sentences {
		lines := theme.Wrap(sentence, room, theme.Body)
		if whole := left > len(lines) || left == len(lines) && i == len(sentences)-1; !whole {
			for _, line := range lines[:left] {
				add(line)
			}
			last := column.Objects[len(column.Objects)-1].(*theme.Text)
			last.String, last.Cut = last.String+" …", true
			break
		}
		for _, line := range lines {
			add(line)
		}
		left -= len(lines)
	}
	return column
}

// unsuitableRow is one model that was not made for this family, on one line.
func unsuitableRow(a answer, width float32) fyne.CanvasObject {
	titles := modelWidth + columnGap + answerWidth
	room := width - 2*rowInset.Width - titles - columnGap
	return &fyne.Container{Layout: columns{widths: []float32{titles, room}}, Objects: []fyne.CanvasObject{
		theme.NewText(a.title).Cutting(), theme.NewQuiet(strings.Join(a.because, " ")).Cutting(),
	}}
}

// bold is words in bold on as many lines as they need. A word too long for one is broken after a slash.
func bold(words string, width float32) *fyne.Container {
	lines := theme.Column(2)
	const wider = 1.06 // than the regular face, which Wrap measures with
	for _, l := range theme.Wrap(words, width, theme.Body*wider) {
		if before, after, ok := strings.Cut(l, "/"); ok && textmetric.Screen.Width(l, float64(theme.Body), true, false) > float64(width) {
			lines.Add(theme.NewBold(before + "/"))
			l = after
		}
		lines.Add(theme.NewBold(l))
	}
	return lines
}

func inColumns(width float32, objects ...fyne.CanvasObject) *fyne.Container {
	widths := columnWidths(width)
	return &fyne.Container{Layout: columns{widths: widths}, Objects: objects[:len(widths)]}
}

// columns sets a row of a table: each object at the width of its column.
type columns struct{ widths []float32 }

func (c columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(-columnGap, 0)
	for i, o := range objects {
		size = fyne.NewSize(size.Width+c.widths[i]+columnGap, max(size.Height, o.MinSize().Height))
	}
	return size
}

func (c columns) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	x := float32(0)
	for i, o := range objects {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(c.widths[i], o.MinSize().Height))
		x += c.widths[i] + columnGap
	}
}
