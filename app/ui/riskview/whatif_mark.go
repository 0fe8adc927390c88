package riskview

import (
	"strings"

	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
	"kindred/internal/clinic"
)

// supposedWords stand on every card whose answers rest on what is supposed.
const supposedWords = "What if, not saved"

func newSupposedMark() *theme.Chip { return theme.NewChip(theme.ToneBad, supposedWords) }

// supposing are the cards of a screen that show answers, which say so while these are not the record's.
type supposing struct {
	cards []*theme.Panel
	marks []*fyne.Container
	words []*theme.Text // of what is supposed, on each card
}

// card is a card of answers.
func (s *supposing) card(content fyne.CanvasObject) *theme.Panel {
	words := theme.NewBold("").Cutting()
	mark := theme.Column(4, theme.Row(0, newSupposedMark()), words)
	mark.Hide()
	card := theme.NewCard(theme.Column(8, mark, content))
	s.cards, s.marks, s.words = append(s.cards, card), append(s.marks, mark), append(s.words, words)
	return card
}

// set marks every card with what is supposed, or none where that is nothing.
func (s *supposing) set(supposed []string) {
	surface := theme.SurfaceCard
	if len(supposed) > 0 {
		surface = theme.SurfaceSupposed
	}
	for i, card := range s.cards {
		setShown(s.marks[i], len(supposed) > 0)
		s.words[i].Set(strings.Join(supposed, " · "))
		if card.Surface != surface {
			card.Surface = surface
			card.Refresh()
		}
	}
}

// SupposedOf has a screen show what would be: the answers, and on every card that they are not kept.
func (s Shown) SupposedOf(supposed *clinic.Supposed) Shown {
	s.Answers, s.Supposed, s.Whole, s.Took = supposed.Answers, supposed.Assumed, !supposed.Quick, 0
	s.Kept = "These answers rest on what is only supposed. They are not kept, printed or signed."
	s.Requests = nil
	return s
}
