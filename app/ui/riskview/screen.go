package riskview

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/theme"
	"kindred/pedigree/risk"
)

// Screen is every model side by side, with picture, chart, gaps, limits and working.
type Screen struct {
	Content fyne.CanvasObject
	body    *fyne.Container
}

// NewScreen is an empty screen; Set fills it.
func NewScreen() *Screen {
	s := &Screen{body: container.NewStack()}
	s.Content = theme.NewPanel(theme.SurfaceGround, fyne.NewSize(theme.Gap, theme.Gap), s.body)
	return s
}

const (
	leftWidth  float32 = 678
	rightWidth float32 = 390
)

// Set shows the answers about a person; who is empty when nobody is marked as the patient.
func (s *Screen) Set(who string, answers []risk.Assessment) {
	if len(answers) == 0 || who == "" {
		s.body.Objects = []fyne.CanvasObject{theme.NewCard(theme.NewQuiet("Nobody is marked as the patient: choose a person on the pedigree, and make them a patient in Edit."))}
		s.body.Refresh()
		return
	}
	left := theme.Column(14, theme.Ends(theme.NewHeading("Every model on this family, side by side"), theme.NewQuiet(who)), table(answers))
	for _, a := range answers {
		left.Add(theme.NewRule())
		left.Add(working(a))
	}
	right := theme.Column(theme.Gap)
	if a := curveOf(answers); a != nil {
		right.Add(pictureCard(*a))
		right.Add(theme.NewCard(theme.Column(8, theme.NewHeading("Breast cancer by age: this person, and women in general (dashed)"), newChart(a.Curve, fyne.NewSize(rightWidth-60, 170)))))
	}
	right.Add(gapsCard(answers))
	right.Add(limitsCard(answers))
	columns := container.New(twoColumns{}, theme.NewCard(left), right)
	s.body.Objects = []fyne.CanvasObject{container.NewVScroll(columns)}
	s.body.Refresh()
}

// table has a row a model: model, answer, because, source.
func table(answers []risk.Assessment) fyne.CanvasObject {
	rows := theme.Column(9, container.New(columns{}, theme.NewHeading("Model"), theme.NewHeading("Answer"), theme.NewHeading("Because"), theme.NewHeading("Source")))
	for _, a := range answers {
		words, tone, chip := answer(a)
		var said fyne.CanvasObject = theme.Paragraph(words, answerWidth, theme.InkText)
		if chip {
			said = container.NewVBox(container.NewHBox(theme.NewChip(tone, words)))
		}
		rows.Add(theme.NewRule())
		because := theme.Column(4)
		for _, reason := range a.Because {
			because.Add(theme.Paragraph(reason, becauseWidth, theme.InkText))
		}
		if a.Category != "" {
			because.Add(theme.Paragraph(a.Category, becauseWidth, theme.InkQuiet))
		}
		rows.Add(container.New(columns{}, theme.Column(2, bold(a.Title, modelWidth)...), said, because, theme.Paragraph(short(a), sourceWidth, theme.InkQuiet)))
	}
	return rows
}

func short(a risk.Assessment) string { return a.Version }

func bold(words string, width float32) []fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, l := range theme.Wrap(words, width, theme.Body*1.06) {
		lines = append(lines, theme.NewBold(l))
	}
	return lines
}

func working(a risk.Assessment) fyne.CanvasObject {
	column := theme.Column(5, theme.NewHeading("Working · "+a.Title))
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

// pictureCard is 100 circles, the first of them filled for those it happens to.
func pictureCard(a risk.Assessment) fyne.CanvasObject {
	last := a.Curve[len(a.Curve)-1]
	ill := int(last.Risk*100 + 0.5)
	title := fmt.Sprintf("Of 100 women now %d, by age %d", a.Curve[0].Age, last.Age)
	return theme.NewCard(theme.Column(8, theme.NewHeading(title), newPeople(ill),
		theme.NewText(fmt.Sprintf("About %d get breast cancer, %d do not.", ill, 100-ill)),
		theme.NewQuiet(fmt.Sprintf("Of 100 women in general, about %.0f do.", last.Population*100))))
}

func gapsCard(answers []risk.Assessment) fyne.CanvasObject {
	column := theme.Column(7, theme.Ends(theme.NewHeading("What would change the answer"), theme.NewSmall("ask for these first")))
	gaps := missing(answers)
	if len(gaps) == 0 {
		column.Add(theme.NewQuiet("Nothing that is missing would change an answer."))
	}
	for _, m := range gaps {
		column.Add(theme.NewRule())
		column.Add(theme.Paragraph(m.Fact, rightWidth-40, theme.InkText))
		column.Add(theme.Paragraph(m.Effect, rightWidth-40, theme.InkQuiet))
	}
	return theme.NewCard(column)
}

func limitsCard(answers []risk.Assessment) fyne.CanvasObject {
	column := theme.Column(7, theme.NewHeading("Limits"))
	seen := map[string]bool{}
	for _, a := range answers {
		for _, w := range a.Warnings {
			if !seen[strings.ToLower(w)] {
				seen[strings.ToLower(w)] = true
				column.Add(theme.Paragraph(w, rightWidth-40, theme.InkText))
			}
		}
	}
	column.Add(theme.Paragraph("Not CanRisk, not IBIS: export to CanRisk for BOADICEA.", rightWidth-40, theme.InkQuiet))
	return theme.NewCard(column)
}

// Widths of the table's columns.
const (
	modelWidth   float32 = 118
	answerWidth  float32 = 124
	becauseWidth float32 = 300
	sourceWidth  float32 = 100
	between      float32 = 12
)

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

func (columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, o := range objects {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(columnWidths[i], o.MinSize().Height))
		x += columnWidths[i] + between
	}
}

// twoColumns gives the left card what the right column leaves.
type twoColumns struct{}

func (twoColumns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(left.Width+theme.Gap+max(rightWidth, right.Width), max(left.Height, right.Height))
}

func (twoColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	right := max(rightWidth, objects[1].MinSize().Width)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width-right-theme.Gap, objects[0].MinSize().Height))
	objects[1].Move(fyne.NewPos(size.Width-right, 0))
	objects[1].Resize(fyne.NewSize(right, objects[1].MinSize().Height))
}
