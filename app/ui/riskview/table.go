package riskview

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
	"kindred/pedigree/risk"
)

// Widths in device-independent pixels: of the two columns of the screen, and of the table's four.
const (
	leftWidth  float32 = 678
	rightWidth float32 = 390

	modelWidth   float32 = 118
	answerWidth  float32 = 124
	becauseWidth float32 = 300
	sourceWidth  float32 = 100
	between      float32 = 12
)

// table has a row a model: model, answer, because, source.
func table(answers []risk.Assessment) fyne.CanvasObject {
	rows := theme.Column(9, row(theme.NewHeading("Model"), theme.NewHeading("Answer"), theme.NewHeading("Because"), theme.NewHeading("Source")))
	for _, a := range answers {
		rows.Add(theme.NewRule())
		because := theme.Column(4)
		for _, reason := range a.Because {
			because.Add(theme.Paragraph(reason, becauseWidth, theme.InkText))
		}
		if a.Category != "" {
			because.Add(theme.Paragraph(a.Category, becauseWidth, theme.InkQuiet))
		}
		rows.Add(row(bold(a.Title, modelWidth), said(a), because, theme.Paragraph(a.Version, sourceWidth, theme.InkQuiet)))
	}
	return rows
}

// said is the answer: a chip where there is no number, else the number with what it is made of.
func said(a risk.Assessment) fyne.CanvasObject {
	words, tone, chip := answer(a)
	if chip {
		return theme.Row(0, theme.NewChip(tone, words))
	}
	column := bold(words, answerWidth)
	if more := detail(a); more != "" {
		column.Add(theme.Paragraph(more, answerWidth, theme.InkQuiet))
	}
	return column
}

// bold is words in bold on as many lines as they need.
func bold(words string, width float32) *fyne.Container {
	lines := theme.Column(2)
	const wider = 1.06 // than the regular face, which Wrap measures with
	for _, l := range theme.Wrap(words, width, theme.Body*wider) {
		lines.Add(theme.NewBold(l))
	}
	return lines
}

// working is one model's steps, validity and sources, folded until asked for.
func (s *Screen) working(a risk.Assessment) fyne.CanvasObject {
	open := s.open[a.Model]
	mark := "+  "
	if open {
		mark = "–  "
	}
	head := theme.NewButton(theme.Fold, mark+"Working · "+a.Title, func() {
		s.open[a.Model] = !open
		s.show()
	})
	head.OnFocus = func() { s.reveal(head) }
	if !open {
		return head
	}
	column := theme.Column(5, head)
	for _, step := range a.Working {
		column.Add(theme.Paragraph(step, leftWidth-20, theme.InkText))
	}
	for _, whom := range a.Validity {
		column.Add(theme.Paragraph("Valid for: "+whom, leftWidth-20, theme.InkQuiet))
	}
	for _, source := range a.Source {
		column.Add(theme.Paragraph("Source: "+source, leftWidth-20, theme.InkQuiet))
	}
	return column
}

// reveal scrolls until an object is in sight.
func (s *Screen) reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.body).Y
	if offset := s.scroll.Offset.Y; top < offset || top+o.Size().Height > offset+s.scroll.Size().Height {
		s.scroll.ScrollToOffset(fyne.NewPos(0, max(0, top-s.scroll.Size().Height/2)))
	}
}

func row(objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: columns{}, Objects: objects}
}

// columns sets a row of the table.
type columns struct{}

var columnWidths = []float32{modelWidth, answerWidth, becauseWidth, sourceWidth}

func (columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(leftWidth, 0)
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

func (columns) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	x := float32(0)
	for i, o := range objects {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(columnWidths[i], o.MinSize().Height))
		x += columnWidths[i] + between
	}
}
