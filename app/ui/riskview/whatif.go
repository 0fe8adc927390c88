package riskview

import (
	"fmt"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/pedigree/confirm"
	"kindred/pedigree/suppose"
)

// whatIf is the card from which facts are supposed, and what is supposed now.
type whatIf struct {
	v    *Panels
	card *theme.Panel
	rows *fyne.Container

	assumed []suppose.Assumption
	words   []string // of what is assumed
	changes []confirm.Change
	run     int // counts what was asked of the models: an answer that was overtaken is dropped
}

// mostChanges is how many models the card says what they would say of; the screen shows them all.
const mostChanges = 6

func newWhatIf(v *Panels) *whatIf {
	w := &whatIf{v: v, rows: theme.Column(7)}
	w.card = theme.NewCard(w.rows)
	w.show()
	return w
}

// Supposing reports that the screen shows what would be, and not what is recorded.
func (v *Panels) Supposing() bool { return len(v.whatIf.assumed) > 0 }

// EndSupposing goes back to what is recorded.
func (v *Panels) EndSupposing() {
	w := v.whatIf
	w.run++ // an answer on its way is not shown any more
	if len(w.assumed) == 0 {
		return
	}
	w.assumed, w.words, w.changes = nil, nil, nil
	w.show()
	v.p.Supposed(nil)
}

// show follows what is supposed: the cards about the record give way to it, so that nothing on the screen
// can be taken for something kept.
func (w *whatIf) show() {
	w.rows.RemoveAll()
	begin := func() { w.ask(whatIfForm{who: w.v.subject}, nil) }
	on := len(w.assumed) > 0
	if !on {
		w.card.Surface = theme.SurfaceCard
		w.rows.Add(theme.Ends(theme.NewHeading("What if"), w.v.button(theme.Link, "Suppose a fact", begin)))
		w.rows.Add(theme.NewQuiet("A test result, a cancer, an age: tried on a copy, never kept.").Cutting())
	} else {
		w.card.Surface = theme.SurfaceSupposed
		w.rows.Add(theme.Ends(theme.Row(0, newSupposedMark()), w.v.button(theme.Primary, "End, or press "+keymap.LabelOf(keymap.Leave), w.v.back)))
		for _, words := range w.words {
			w.rows.Add(theme.NewBold(words).Cutting())
		}
		w.rows.Add(theme.NewRule())
		for i, c := range w.changes {
			if i == mostChanges {
				w.rows.Add(theme.NewQuiet(fmt.Sprintf("and %d more", len(w.changes)-i)))
				break
			}
			w.rows.Add(theme.NewText(c.Words).Cutting())
		}
		if len(w.changes) == 0 {
			w.rows.Add(theme.NewQuiet("No model would say anything else."))
		}
		w.rows.Add(theme.Row(0, w.v.button(theme.Link, "And suppose also", begin)))
	}
	for _, card := range w.v.recordCards() {
		setShown(card, !on)
	}
	w.rows.Refresh()
	w.card.Refresh()
}

// again asks the models anew after an edit of what is recorded. What contradicts it now is not supposed
// any more.
func (w *whatIf) again() {
	if len(w.assumed) > 0 {
		w.try(w.assumed, func(err error) {
			w.v.EndSupposing()
			w.v.failed(err)
		})
	}
}

// try asks the models what they would say, in the background, first without the joint ranges of vague
// facts and then with them; the newest wins. refused hears why these cannot be supposed, and what was
// supposed before stays.
func (w *whatIf) try(assumed []suppose.Assumption, refused func(error)) {
	w.run++
	w.work(w.run, assumed, true, refused)
}

func (w *whatIf) work(run int, assumed []suppose.Assumption, quick bool, refused func(error)) {
	subject := w.v.subject
	w.v.p.Background(func() {
		supposed, err := w.v.p.Record.WhatIf(subject, assumed, quick)
		w.v.p.Run(func() {
			switch {
			case run != w.run:
			case err != nil:
				refused(err)
			default:
				if quick {
					w.work(run, assumed, false, refused)
				}
				w.assumed, w.words = assumed, supposed.Assumed
				w.changes = confirm.Compare(w.v.p.Answers(), supposed.Answers)
				w.show()
				w.v.p.Supposed(supposed)
			}
		})
	})
}
