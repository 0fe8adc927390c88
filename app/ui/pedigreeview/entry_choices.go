package pedigreeview

import (
	"slices"
	"strings"

	"kindred/pedigree/entry"
)

// turn is a round of choices that Tab and the arrows go through, each shown in the field.
type turn struct {
	choices []entry.Choice
	at      int    // which is shown; -1 for none yet
	typed   string // what was there before
}

// mostChoices is how many are shown at a time.
const mostChoices = 5

// shows reports that the text is the turn's own.
func (t turn) shows(text string) bool {
	return t.at >= 0 && t.at < len(t.choices) && t.choices[t.at].Line == text
}

// choices are the answers to what the line asks, else the words that complete it.
func (e *entryLine) choices() []entry.Choice {
	if e.text() == "" {
		return nil
	}
	if e.said != nil && len(e.said.Asks) > 0 {
		return e.said.Asks[0].Choices
	}
	if e.field.CursorColumn < len([]rune(e.field.Text)) || e.understood() {
		return nil // completion is of the last word
	}
	found := entry.Complete(e.field.Text, e.view.p.Session.Family(), e.subject())
	found = slices.DeleteFunc(slices.Clone(found), func(c entry.Choice) bool { return c.Line == e.field.Text })
	return found[:min(len(found), mostChoices)]
}

// understood reports that no word is in need of completion. A name may be new, so that one which may be
// somebody's here is.
func (e *entryLine) understood() bool {
	text := e.text()
	return e.said != nil && len(e.said.Trouble)+len(e.said.Notes) == 0 && !strings.Contains(text, "<") && !jumps(text)
}

// step goes to another choice; false when there is none.
func (e *entryLine) step(by int) bool {
	if len(e.turn.choices) == 0 {
		found := e.choices()
		if len(found) == 0 {
			return false
		}
		e.turn = turn{choices: found, at: -1, typed: e.field.Text}
		if by < 0 {
			e.turn.at = 0
		}
	}
	n := len(e.turn.choices)
	e.choose((e.turn.at + by + n) % n)
	return true
}

// choose shows a choice in the field.
func (e *entryLine) choose(at int) {
	chosen := e.turn
	chosen.at = at
	if len(chosen.choices) == 1 { // nothing to go on to: the next Tab enters
		chosen = turn{}
	}
	line := e.turn.choices[at].Line
	e.turn = chosen
	e.put(line)
}

// back takes the choices away and shows what was typed before them; false when there are none.
func (e *entryLine) back() bool {
	switch {
	case e.asking:
		e.asking = false
		e.refresh()
	case len(e.turn.choices) > 0:
		typed := e.turn.typed
		e.turn = turn{}
		e.put(typed)
	default:
		return false
	}
	return true
}

// decide is a key while Enter waits for an answer: a number takes it, and the line is entered.
func (e *entryLine) decide(r rune) bool {
	at := int(r - '1')
	if !e.asking || e.said == nil || len(e.said.Asks) == 0 || at < 0 || at >= len(e.said.Asks[0].Choices) {
		return false
	}
	e.put(e.said.Asks[0].Choices[at].Line)
	e.submit() // which asks again where more is open
	return true
}
