package riskview

import (
	"fmt"

	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
	"kindred/pedigree/risk"
)

// Card is the risk panel beside the pedigree. It is folded while a history is taken, until asked for.
type Card struct {
	*theme.Panel
	folded  bool
	answers []risk.Assessment
	name    string
	onOpen  func()
}

// NewCard is a folded card; open shows the whole screen.
func NewCard(open func()) *Card {
	c := &Card{folded: true, onOpen: open}
	c.Panel = theme.NewCard(theme.Column(0))
	c.show()
	return c
}

// Set shows the answers about a person.
func (c *Card) Set(name string, answers []risk.Assessment) {
	c.name, c.answers = name, answers
	c.show()
}

// Fold folds or unfolds the card.
func (c *Card) Fold(folded bool) {
	if folded != c.folded {
		c.folded = folded
		c.show()
	}
}

func (c *Card) show() {
	if c.folded {
		c.SetContent(theme.Ends(theme.NewHeading("Inherited cancer risk"), theme.NewButton(theme.Link, "Show", func() { c.Fold(false) })))
		return
	}
	column := theme.Column(6, theme.Ends(theme.NewHeading("Inherited cancer risk"), theme.NewButton(theme.Link, "Hide", func() { c.Fold(true) })))
	if len(c.answers) == 0 {
		column.Add(theme.NewQuiet("Nobody is marked as the patient."))
		c.SetContent(column)
		return
	}
	facts := c.answers[0].Facts
	column.Add(theme.NewSmall(fmt.Sprintf("%s · %d of %d facts confirmed", c.name, facts.Confirmed, facts.Reported+facts.Confirmed)))
	for _, a := range c.answers {
		column.Add(theme.NewRule())
		column.Add(line(a))
	}
	if a := curveOf(c.answers); a != nil {
		column.Add(newChart(a.Curve, fyne.NewSize(240, 110)))
	}
	if gaps := missing(c.answers); len(gaps) > 0 {
		column.Add(theme.NewRule())
		column.Add(theme.NewHeading("Would change the answer"))
		for i, m := range gaps {
			if i == 4 {
				column.Add(theme.NewSmall(fmt.Sprintf("and %d more", len(gaps)-i)))
				break
			}
			column.Add(theme.NewText(m.Fact).Cutting())
			column.Add(theme.NewSmall(m.Effect).Cutting())
		}
	}
	column.Add(theme.NewButton(theme.Link, "Working and sources", c.onOpen))
	c.SetContent(column)
}

func line(a risk.Assessment) fyne.CanvasObject {
	words, tone, chip := answer(a)
	if chip {
		return theme.Facts(a.Title, theme.NewChip(tone, words))
	}
	return theme.Facts(a.Title, theme.NewBold(words))
}
