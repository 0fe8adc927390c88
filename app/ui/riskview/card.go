package riskview

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
	"kindred/pedigree/risk"
)

// Card is the risk panel beside the pedigree. It is folded while a history is taken, until asked for.
type Card struct {
	*theme.Panel
	folded bool
	shown  Shown

	onOpen, onUnfold func()
}

// NewCard is a folded card; open shows the whole screen, and unfolded hears that the card is looked at.
func NewCard(open, unfolded func()) *Card {
	c := &Card{folded: true, onOpen: open, onUnfold: unfolded}
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
		if !folded {
			c.onUnfold()
		}
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
	column.Add(theme.NewQuiet(fmt.Sprintf("%s · %d of %d facts confirmed", c.shown.Who, facts.Confirmed, facts.Reported)))
	unsuitable := 0
	for i := range c.shown.Answers {
		if a := &c.shown.Answers[i]; suits(a) {
			column.Add(theme.NewRule())
			column.Add(line(answerOf(a, false)))
		} else {
			unsuitable++
		}
	}
	if unsuitable > 0 {
		column.Add(theme.NewRule())
		column.Add(theme.NewQuiet(fmt.Sprintf("%d %s not suitable here", unsuitable, risk.Plural(unsuitable, "model is", "models are"))))
	}
	if o := c.shown.outlookOf(""); o != nil {
		column.Add(newChart(o.curves[0], fyne.NewSize(240, 130)))
	}
	if all := c.shown.changes(); len(all) > 0 && !all[0].none() {
		column.Add(theme.NewRule())
		column.Add(theme.NewHeading("Would change the answer"))
		for i := range all {
			if i == mostGaps || all[i].none() {
				column.Add(theme.NewQuiet(fmt.Sprintf("and %d more", len(all)-i)))
				break
			}
			column.Add(theme.NewText(all[i].fact).Cutting())
			column.Add(theme.NewQuiet(brief(&all[i])).Cutting())
		}
	}
	column.Add(theme.Row(0, theme.NewButton(theme.Link, "Working and sources", c.onOpen)))
	c.SetContent(column)
}

// mostGaps is how many missing facts the card has room for.
const mostGaps = 4

// brief is the largest effect of a fact on one line.
func brief(c *change) string {
	e := c.effects[0]
	if len(e.lines) == 0 {
		words := make([]string, len(e.moves))
		for i, category := range e.moves {
			words[i] = couldBe(category)
		}
		return e.title + ": " + risk.List(words)
	}
	last := e.lines[len(e.lines)-1]
	return strings.TrimSpace(last.name + " " + last.answer)
}

// line is one model: its category as a chip, else its number.
func line(a answer) fyne.CanvasObject {
	if a.chip != "" {
		return theme.Facts(a.title, theme.NewChip(a.tone, a.chip))
	}
	return theme.Facts(a.title, theme.NewBold(a.number))
}
