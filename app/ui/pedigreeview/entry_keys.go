package pedigreeview

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
)

// hints are the keys that work in the line now.
func (e *entryLine) hints() []keymap.Hint {
	switch {
	case e.asking:
		return keymap.HintsOf(map[keymap.Command]string{
			keymap.Answer: "answer", keymap.EnterLine: "leave it open", keymap.EnterAndGo: "go through the answers", keymap.LeaveLine: "the line as typed",
		})
	case len(e.turn.choices) > 0:
		return keymap.HintsOf(map[keymap.Command]string{
			keymap.EnterLine: "enter", keymap.EnterAndGo: "the next", keymap.PersonBefore: "the one before", keymap.LeaveLine: "the line as typed",
		})
	}
	return keymap.Hints(keymap.InLine)
}

// key takes the keys that mean something to the line.
func (e *entryLine) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyReturn, fyne.KeyEnter:
		e.submit()
	case fyne.KeyTab:
		if e.view.canvas.Modifiers()&fyne.KeyModifierShift != 0 {
			e.goBack()
		} else {
			e.tab()
		}
	case fyne.KeyEscape:
		if !e.back() {
			e.view.Focus()
		}
	case fyne.KeyDown:
		return e.recall(1) || e.step(1)
	case fyne.KeyUp:
		return e.recall(-1) || e.step(-1)
	case fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd:
		return e.wake()
	default:
		return false
	}
	return true
}

// rune takes a character that is an answer; before any other it makes room. Who types on while Enter
// waits for an answer looks at the patient and not at the screen: the line is entered with its question
// open, or all that is typed next would become part of it.
func (e *entryLine) rune(r rune) bool {
	if e.decide(r) {
		return true
	}
	if e.asking {
		e.enter(false)
	}
	e.wake()
	return false
}

// wake empties the field of a line that is on its way to the disk, for the next one.
func (e *entryLine) wake() bool {
	if !e.resting {
		return false
	}
	e.put("")
	return true
}

// shortcut makes Ctrl+Z in an empty line that of the pedigree.
func (e *entryLine) shortcut(s fyne.Shortcut) bool {
	command, ok := keymap.ForShortcut(s)
	if ok && (command == keymap.Undo || command == keymap.Redo) && e.text() == "" {
		e.wake()
		e.view.Command(command)
		return true
	}
	if keymap.PastesLines(s) {
		e.view.Command(keymap.PasteFamily)
		return true
	}
	if _, paste := s.(*fyne.ShortcutPaste); paste {
		e.wake()
	}
	return false
}

// submit is Enter.
func (e *entryLine) submit() {
	switch text := e.text(); {
	case text == "":
	case jumps(text):
		e.jump(text)
	case e.said != nil && len(e.said.Asks) > 0 && !e.asking:
		e.asking, e.turn = true, turn{at: -1}
		e.refresh()
	default:
		e.enter(false)
	}
}

// tab completes; with nothing to complete it enters the line and goes to whom it is about, and in an
// empty line to whoever was entered last.
func (e *entryLine) tab() {
	text := e.text()
	switch {
	case text == "":
		if e.view.p.Session.Family().Individual(e.newest) != nil {
			e.turnTo(e.newest)
		}
	case e.step(1):
	case jumps(text):
		e.jump(text)
	default:
		e.enter(true)
	}
}

// goBack is Shift+Tab: an earlier choice, else the person whom the line was about before.
func (e *entryLine) goBack() {
	if len(e.turn.choices) > 0 && e.step(-1) {
		return
	}
	f := e.view.p.Session.Family()
	for n := len(e.before) - 1; n >= 0; n-- {
		id := e.before[n]
		e.before = e.before[:n]
		if id != e.subject() && f.Individual(id) != nil {
			e.view.Select(id)
			e.refresh()
			return
		}
	}
}

// recall shows an earlier line of this session in an empty field, or in one that shows such a line
// still unchanged.
func (e *entryLine) recall(by int) bool {
	if len(e.turn.choices) > 0 || e.asking {
		return false
	}
	unchanged := e.recalled < len(e.past) && e.field.Text == e.past[e.recalled].text
	if e.text() != "" && !unchanged {
		return false
	}
	if e.text() == "" {
		e.recalled = len(e.past)
	}
	at := e.recalled + by
	if at < 0 || at > len(e.past) {
		return len(e.past) > 0
	}
	e.recalled = at
	if at == len(e.past) {
		e.put("")
	} else {
		e.put(e.past[at].text)
	}
	return true
}
