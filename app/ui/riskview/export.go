package riskview

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/describe"
)

// exports is the card of files to take away.
type exports struct {
	v    *Panels
	card *theme.Panel
	// handed is the digest of the facts in the last file for CanRisk that was saved, by person: the answer
	// that comes back is about those.
	handed map[pedigree.ID]string
}

func newExports(v *Panels) *exports {
	e := &exports{v: v, handed: map[pedigree.ID]string{}}
	e.card = theme.NewCard(theme.Column(7, theme.NewHeading("To take away"),
		theme.Fitting(8, v.button(theme.Secondary, "Table for a spreadsheet", e.table), v.button(theme.Secondary, "File for CanRisk (BOADICEA)", e.canRisk)),
		theme.NewQuiet("Only you can read the files; they are not sealed. The audit keeps it.").Cutting()))
	return e
}

// given is the digest of the facts about a person that a program was given last; "" where it was given
// none from here.
func (e *exports) given(subject pedigree.ID, program string) string {
	if p := strings.ToLower(program); strings.Contains(p, "canrisk") || strings.Contains(p, "boadicea") {
		return e.handed[subject]
	}
	return ""
}

// reference is the family's, for the name of a file.
func (e *exports) reference() string {
	if name := strings.ReplaceAll(e.v.p.Record.Family().Name, " ", "-"); name != "" {
		return name
	}
	return "family"
}

// table saves what every model says, a line a value.
func (e *exports) table() {
	subject := e.v.subject
	e.v.p.Save(e.reference()+"-risk.csv", []string{".csv"}, func(string) ([]byte, error) { return e.v.p.Record.RiskTable(subject) })
}

// Of the list of what a file cannot hold, in device-independent pixels.
const (
	exportWidth  float32 = 620
	exportHeight float32 = 420
)

// canRisk shows what the file cannot hold, and saves it when that is accepted.
func (e *exports) canRisk() {
	subject := e.v.subject
	e.v.p.Background(func() {
		file, err := e.v.p.Record.CanRisk(subject)
		e.v.p.Run(func() {
			if err != nil {
				e.v.failed(err)
				return
			}
			e.preview(subject, file)
		})
	})
}

func (e *exports) preview(subject pedigree.ID, file *clinic.CanRiskFile) {
	column := theme.Column(7, theme.Paragraph("For BOADICEA on canrisk.org, about "+e.v.p.Called(subject)+
		". It has no names, and nothing that a relative told in confidence. Add height, hormones and the other risk factors there.", exportWidth-60, theme.InkText))
	heading := "Everything in the record that CanRisk takes is in it."
	if n := len(file.Notes); n > 0 {
		heading = "It cannot hold everything: " + describe.Counted(n, "value is", "values are") + " assumed, changed or dropped"
	}
	column.Add(theme.NewHeading(heading))
	for _, note := range file.Notes {
		column.Add(theme.Paragraph(note, exportWidth-60, theme.InkQuiet))
	}
	scroll := container.NewVScroll(column)
	scroll.SetMinSize(fyne.NewSize(exportWidth-44, min(column.MinSize().Height, exportHeight)))
	e.v.dialog("File for CanRisk", "Save it", exportWidth, scroll, func() { e.save(subject, file) }).Prefer()
}

func (e *exports) save(subject pedigree.ID, file *clinic.CanRiskFile) {
	e.v.p.Save(fmt.Sprintf("%s-%s.canrisk", e.reference(), subject), []string{".canrisk", ".canrisk4"}, func(string) ([]byte, error) {
		if err := e.v.p.Record.CanRiskExported(); err != nil {
			return nil, err
		}
		e.v.p.Run(func() { e.handed[subject] = file.FactsDigest })
		return file.Data, nil
	})
}
