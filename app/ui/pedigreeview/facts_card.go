package pedigreeview

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
	"kindred/pedigree/describe"
)

// addFacts puts facts on the inspector's card, none of them cut: a long one stands under its label. The
// source that most of them have in common is said once, under all; any other under its fact. A patient who
// looks on does not see who said what of whom.
func addFacts(card *fyne.Container, facts []Fact, sources bool) {
	common, said := "", ""
	if sources {
		common = commonSource(facts)
		said = describe.Capital(common)
	}
	for n, fact := range facts {
		if n > 0 {
			card.Add(theme.NewRule())
		}
		label, value := theme.NewQuiet(fact.Label), theme.NewText(fact.Value)
		if label.MinSize().Width+theme.Gap+value.MinSize().Width <= contentWidth {
			card.Add(theme.Ends(label, value.Trailing()))
		} else {
			card.Add(theme.Column(2, label, theme.Paragraph(fact.Value, contentWidth, theme.InkText)))
		}
		if sources && fact.Source != "" && fact.Source != common {
			card.Add(theme.Paragraph(fact.Source, contentWidth, theme.InkQuiet))
			said = "All else " + common
		}
	}
	if common != "" {
		card.Add(theme.NewRule())
		card.Add(theme.Paragraph(said, contentWidth, theme.InkQuiet))
	}
}

// commonSource is the source of more facts than any other, if it is that of at least two; of several the
// first.
func commonSource(facts []Fact) string {
	count := map[string]int{}
	for _, f := range facts {
		count[f.Source]++
	}
	common, most := "", 1
	for _, f := range facts {
		if n := count[f.Source]; f.Source != "" && n > most {
			common, most = f.Source, n
		}
	}
	return common
}
