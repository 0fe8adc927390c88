package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/pedigreeview"
	"kindred/app/ui/theme"
	"kindred/internal/casefile"
	"kindred/pedigree/describe"
)

// showReviews lists what two colleagues recorded differently, each with its values, who wrote them and
// when, and a button for each way to settle it.
func (f *familyScreen) showReviews() {
	reviews := f.session.Reviews()
	if len(reviews) == 0 {
		f.status.say("Nothing is to be settled in this family.")
		return
	}
	const width = 620
	list := theme.Column(theme.Gap)
	d := theme.NewDialog(f.shell.p.Window, "Facts to settle", "Later", container.NewVScroll(list))
	var first *theme.Button
	for _, r := range reviews {
		card := theme.Column(6, theme.Paragraph(r.Text, width, theme.InkText))
		for _, v := range r.Values {
			card.Add(theme.Paragraph(saidBy(v), width, theme.InkQuiet))
		}
		if r.AffectsRisk {
			card.Add(theme.Row(0, theme.NewChip(theme.ToneWarn, "models cannot tell until this is settled")))
		}
		for choice, words := range r.Choices {
			button := theme.NewButton(theme.Secondary, describe.Capital(words), func() {
				d.Hide()
				f.settle(r, choice)
			})
			button.OnEscape = d.Hide
			card.Add(theme.Row(0, button))
			if first == nil {
				first = button
			}
		}
		list.Add(theme.NewCard(card))
	}
	d.Resize(fyne.NewSize(width+100, 520))
	d.Show()
	if first != nil {
		f.shell.p.Window.Canvas().Focus(first)
	}
}

// saidBy is a value with who wrote it, and when.
func saidBy(v casefile.Value) string {
	words := v.Text + " · " + v.Author
	if v.Role != "" {
		words += ", " + v.Role
	}
	return fmt.Sprintf("%s, %s", words, v.At.Local().Format("02-Jan-2006 15:04"))
}

// disputed are the facts that reviews leave open, for the patient view to withhold.
func disputed(reviews []casefile.Review) []pedigreeview.Disputed {
	var facts []pedigreeview.Disputed
	for _, r := range reviews {
		if r.Person != "" {
			facts = append(facts, pedigreeview.Disputed{Person: r.Person, Fact: r.Fact})
		}
	}
	return facts
}

// settle decides a review; what is left is shown again.
func (f *familyScreen) settle(r casefile.Review, choice int) {
	if err := f.session.Settle(r, choice); err != nil {
		f.status.warn(explain(err))
		return
	}
	f.status.say("Settled: " + r.Choices[choice])
	f.pedigree.Reload()
	f.changed()
	if len(f.session.Reviews()) > 0 {
		f.showReviews()
	}
}
