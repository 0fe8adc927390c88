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
	folded bool
	shown  Shown
	onOpen func()
}

// NewCard is a folded card; open shows the whole screen.
func NewCard(open func()) *Card {
	c := &Card{folded: true, onOpen: open}
	c.Panel = theme.NewCard(theme.Column(0))
	c.show()
	return c
}

// Set shows the answers about a person.
func (c *Card) Set(shown Shown) {
	c.shown = shown
	c.show()
}

// Toggle folds an open card and opens a folded one.
func (c *Card) Toggle() { c.Fold(!c.folded) }

// Folded reports whether only the heading is shown.
func (c *Card) Folded() bool { return c.folded }

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
	if len(c.shown.Answers) == 0 {
		column.Add(theme.NewQuiet("Nobody is marked as the patient."))
		c.SetContent(column)
		return
	}
	facts := c.shown.Answers[0].Facts
	column.Add(theme.NewSmall(fmt.Sprintf("%s · %d of %d facts confirmed", c.shown.Who, facts.Confirmed, facts.Reported+facts.Confirmed)))
	for _, a := range c.shown.Answers {
		column.Add(theme.NewRule())
		column.Add(line(a))
	}
	if a := curveOf(c.shown.Answers); a != nil {
		column.Add(newChart(a.CurveOf("breast"), fyne.NewSize(240, 110)))
	}
	if gaps := c.shown.missing(); len(gaps) > 0 {
		column.Add(theme.NewRule())
		column.Add(theme.NewHeading("Would change the answer"))
		for i, g := range gaps {
			if i == mostGaps {
				column.Add(theme.NewSmall(fmt.Sprintf("and %d more", len(gaps)-i)))
				break
			}
			column.Add(theme.NewText(g.fact).Cutting())
			column.Add(theme.NewSmall(g.effect).Cutting())
		}
	}
	column.Add(theme.Row(0, theme.NewButton(theme.Link, "Working and sources", c.onOpen)))
	c.SetContent(column)
}

// mostGaps is how many missing facts the card has room for.
const mostGaps = 4

func line(a risk.Assessment) fyne.CanvasObject {
	words, tone, chip := answer(a)
	if chip {
		return theme.Facts(a.Title, theme.NewChip(tone, words))
	}
	return theme.Facts(a.Title, theme.NewBold(words))
}
