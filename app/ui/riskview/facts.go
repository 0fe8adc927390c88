package riskview

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree/risk"
)

// shownChange is what a row of "What would change the answer" shows.
type shownChange struct {
	fact    string
	effects []effect
	more    int    // further models, until the row is chosen
	state   string // how far the asking is; "" where nobody was asked
	action  string // what Enter does
}

// shownOf is a fact with its request: all effects, or those that move a category and the largest one that
// has figures.
func shownOf(c *change, request clinic.Confirmation, askable, all bool) shownChange {
	w := shownChange{fact: c.fact, action: "Go to"}
	if askable {
		w.action = "Ask for it"
		if request.State.Waiting() {
			w.state, w.action = request.StateWords(), ""
		}
	}
	figures := false
	for _, e := range c.effects {
		switch {
		case all || !figures && len(e.lines) > 0:
			w.effects = append(w.effects, e)
			figures = true
		case len(e.moves) > 0:
			w.effects = append(w.effects, effect{title: e.title, moves: e.moves})
		default:
			w.more++
		}
	}
	return w
}

// changeRow shows one fact at a width: what it is, what each reading would make of the answer, and which
// category could move.
func changeRow(w shownChange, width float32, act func()) fyne.CanvasObject {
	width -= 2 * rowInset.Width
	rows := theme.Column(3)
	if w.action == "" {
		rows.Add(theme.Paragraph(w.fact, width, theme.InkText))
	} else {
		press := newAct(w.action, act)
		rows.Add(theme.Ends(theme.Paragraph(w.fact, width-press.MinSize().Width-12, theme.InkText), press))
	}
	for _, e := range w.effects {
		for _, r := range e.lines {
			label := theme.NewQuiet(strings.Trim(r.name+" · "+e.title, " ·")).Cutting()
			rows.Add(theme.Ends(label, arrowed(r.answer)))
		}
		if len(e.moves) > 0 {
			rows.Add(moves(e))
		}
	}
	if w.more > 0 {
		rows.Add(theme.NewQuiet(fmt.Sprintf("and %d more %s", w.more, risk.Plural(w.more, "model", "models"))))
	}
	if w.state != "" {
		rows.Add(theme.Paragraph(w.state, width, theme.InkQuiet))
	}
	return rows
}

// arrowed is "40% → 28%" in bold; the arrow is not, since the bold face has none.
func arrowed(words string) fyne.CanvasObject {
	before, after, ok := strings.Cut(words, " → ")
	if !ok {
		return theme.NewBold(words)
	}
	return theme.Row(5, theme.NewBold(before), theme.NewText("→"), theme.NewBold(after))
}

// moves marks the categories that a fact could lead to.
func moves(e effect) fyne.CanvasObject {
	line := theme.Row(6)
	for _, category := range e.moves {
		tone, short := toneOf(category)
		if !short {
			return theme.NewText(e.title + " could become: " + strings.Join(e.moves, "; or ")).Cutting()
		}
		line.Add(theme.NewChip(tone, "could be "+category))
	}
	return theme.Ends(theme.NewQuiet(e.title).Cutting(), line)
}
