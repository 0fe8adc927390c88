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
		inWords := false
		for _, r := range e.lines {
			inWords = inWords || r.name == ""
			rows.Add(effectLine(strings.Trim(r.name+" · "+e.title, " ·"), r.answer, width))
		}
		if len(e.moves) > 0 && !inWords { // the words say the categories, with what leads to each
			rows.Add(moves(e, width))
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

// effectLine is what a reading would make of an answer: beside its label where there is room, else under it.
func effectLine(label, answer string, width float32) fyne.CanvasObject {
	said := arrowed(answer)
	quiet := theme.NewQuiet(label)
	switch {
	case quiet.MinSize().Width+said.MinSize().Width+8 <= width:
		return theme.Ends(quiet, said)
	case strings.Contains(answer, " → "):
		return theme.Column(2, quiet.Cutting(), theme.Ends(theme.NewText(""), said))
	}
	return theme.Column(2, theme.Paragraph(label, width, theme.InkQuiet), bold(answer, width))
}

// moves marks the categories that a fact could lead to: beside the model's name where there is room, else
// under it.
func moves(e effect, width float32) fyne.CanvasObject {
	line := theme.Row(6)
	for _, category := range e.moves {
		tone, short := toneOf(category)
		if !short {
			return theme.Paragraph(e.title+" could become: "+strings.Join(e.moves, "; or "), width, theme.InkText)
		}
		line.Add(theme.NewChip(tone, couldBe(category)))
	}
	title := theme.NewQuiet(e.title)
	if title.MinSize().Width+line.MinSize().Width+8 <= width {
		return theme.Ends(title, line)
	}
	if line.MinSize().Width <= width {
		return theme.Column(2, title.Cutting(), line)
	}
	stacked := theme.Column(2, title.Cutting())
	for _, chip := range line.Objects {
		stacked.Add(theme.Row(0, chip))
	}
	return stacked
}

// couldBe says where a fact could lead.
func couldBe(category string) string {
	switch category {
	case "can be calculated":
		return "could be calculated"
	case "not suitable":
		return "could turn out not suitable"
	case "cannot tell":
		return "could be left open"
	}
	return "could be " + category
}
