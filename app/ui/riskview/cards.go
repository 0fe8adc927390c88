package riskview

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
	"kindred/pedigree/risk"
)

// inCard is the width of a line in a card of the right column.
const inCard = rightWidth - 2*theme.Inset

// pictureCard is 100 circles, the first of them filled for those it happens to.
func pictureCard(a risk.Assessment) fyne.CanvasObject {
	curve := withNow(a.CurveOf("breast"))
	now, last := curve[0], curve[len(curve)-1]
	ill := int(last.Risk*100 + 0.5)
	return theme.NewCard(theme.Column(8,
		theme.NewHeading(fmt.Sprintf("Of 100 women now %d, by age %d", now.Age, last.Age)), newPeople(ill),
		theme.NewText(fmt.Sprintf("About %d get breast cancer, %d do not.", ill, 100-ill)),
		theme.NewQuiet(fmt.Sprintf("Of 100 women of that age in general, about %.0f do.", last.Population*100)),
		theme.NewSmall(a.Title)))
}

func chartCard(a risk.Assessment) fyne.CanvasObject {
	return theme.NewCard(theme.Column(8,
		theme.Paragraph("Breast cancer by age: whole line this person, dashed women in general", inCard, theme.InkText),
		newChart(a.CurveOf("breast"), fyne.NewSize(rightWidth-60, 170))))
}

func gapsCard(gaps []gap) fyne.CanvasObject {
	column := theme.Column(7, theme.Ends(theme.NewHeading("What would change the answer"), theme.NewSmall("ask for these first")))
	if len(gaps) == 0 {
		column.Add(theme.NewQuiet("Nothing that is missing would change an answer."))
	}
	for _, g := range gaps {
		column.Add(theme.NewRule())
		column.Add(theme.Paragraph(g.fact, inCard, theme.InkText))
		column.Add(theme.Paragraph(g.effect, inCard, theme.InkQuiet))
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
				column.Add(theme.Paragraph(w, inCard, theme.InkText))
			}
		}
	}
	column.Add(theme.Paragraph("Not CanRisk, not IBIS: export to CanRisk for BOADICEA.", inCard, theme.InkQuiet))
	return theme.NewCard(column)
}

// keptCard says when the answers were last copied into the record.
func keptCard(kept string) fyne.CanvasObject {
	if kept == "" {
		kept = "These answers follow the record and are not kept in it yet."
	}
	return theme.NewCard(theme.Column(7, theme.NewHeading("In the record"), theme.Paragraph(kept, inCard, theme.InkText)))
}
