package ui

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
)

// open shows a tab, or the print preview, which belongs to the pedigree's.
func (f *familyScreen) open(tab keymap.Command) {
	f.pedigree.Commit()
	switch f.shown {
	case keymap.OpenHistory:
		f.leaveHistory()
	case keymap.Print:
		f.preview.Leave()
	case keymap.OpenRisk:
		f.panels.EndSupposing()
	case keymap.OpenTimeline:
		f.timeline.Leave()
	case keymap.Confirmations:
		f.confirms.Leave()
	}
	f.shown = tab
	f.head.mark(tab)
	var screen fyne.CanvasObject
	switch tab {
	case keymap.OpenRisk:
		f.wholeRisk()
		f.showPanels()
		screen = f.risk.Content
		f.status.hints(append(keymap.HintsOf(map[keymap.Command]string{keymap.KeepRisk: "copy into the record"}), f.risk.Hints()...))
	case keymap.OpenLetters:
		f.letters.Show(f.patient)
		screen = f.letters.Content
		f.status.hints(f.letters.Hints())
	case keymap.OpenHistory:
		f.showHistory()
		screen = f.history.Content
		f.status.hints(f.history.Hints())
	case keymap.OpenTimeline:
		f.timeline.Show()
		screen = f.timeline.Content
		f.status.hints(f.timeline.Hints())
	case keymap.Confirmations:
		f.showConfirmations()
		screen = f.confirms.Content
		f.status.hints(f.confirms.Hints())
	case keymap.Print:
		f.head.mark(keymap.OpenPedigree)
		f.preview.Show(f.patient)
		screen = f.preview.Content
		f.status.hints(f.preview.Hints())
	default:
		screen = theme.NewPanel(theme.SurfaceGround, fyne.NewSize(theme.Gap, theme.Gap), f.pedigree.Content())
		f.status.hints(f.pedigree.Hints())
	}
	f.shell.p.Window.Canvas().Unfocus() // what is not shown any more must not hear keys
	f.middle.Objects = []fyne.CanvasObject{screen}
	f.middle.Refresh()
	f.focus()
}

// focus gives the keyboard to what is shown.
func (f *familyScreen) focus() {
	switch f.shown {
	case keymap.OpenPedigree:
		f.pedigree.Resume()
	case keymap.OpenHistory:
		f.history.Focus()
	case keymap.Print:
		f.preview.Focus(f.shell.p.Window.Canvas())
	case keymap.OpenRisk:
		f.risk.Focus(f.shell.p.Window.Canvas())
	case keymap.OpenTimeline:
		f.timeline.Focus(f.shell.p.Window.Canvas())
	case keymap.Confirmations:
		f.confirms.Focus(f.shell.p.Window.Canvas())
	default:
		f.shell.p.Window.Canvas().Unfocus()
	}
}

// command carries out a window command on this family.
func (f *familyScreen) command(c keymap.Command) {
	onRisk, onLetters := f.shown == keymap.OpenRisk, f.shown == keymap.OpenLetters
	switch {
	case c == keymap.OpenPedigree || c == keymap.OpenHistory || c == keymap.OpenRisk || c == keymap.OpenLetters:
		f.open(c)
	case c == keymap.OpenTimeline || c == keymap.Confirmations:
		f.open(c)
	case c == keymap.Undo:
		f.again(f.session.Undo, "Undone", f.pedigree.Undone)
	case c == keymap.Redo:
		f.again(f.session.Redo, "Done again", f.pedigree.DoneAgain)
	case c == keymap.PatientView:
		f.setPatientView(true)
	case c == keymap.CopyHistory:
		f.copyHistory()
	case c == keymap.Rename:
		f.rename()
	case c == keymap.OtherPatient:
		f.choosePatient()
	case c == keymap.Settle:
		f.showReviews()
	case c == keymap.FoldRisk:
		f.riskCard.Toggle()
	case c == keymap.KeepRisk && onRisk:
		f.keepRisk()
	case c == keymap.New && onLetters:
		f.letters.Begin()
	case c == keymap.New:
		f.shell.newFamily()
	case c == keymap.Sign && onLetters:
		f.letters.AskToSign()
	case c == keymap.Print && onLetters:
		f.letters.PrintSigned()
	case c == keymap.Print && f.shown == keymap.OpenPedigree:
		f.open(keymap.Print)
	case c == keymap.Print && f.shown == keymap.Print:
		f.preview.Command(keymap.Print)
	}
}

// again runs undo or redo; follow draws the family afterwards.
func (f *familyScreen) again(run func() (string, error), words string, follow func(reason string)) {
	reason, err := run()
	switch {
	case err != nil:
		f.status.warn(explain(err))
	case reason != "":
		f.status.say(words + ": " + reason)
	}
	follow(reason)
	switch f.shown {
	case keymap.OpenLetters:
		f.letters.Reload()
	case keymap.Print:
		f.preview.Reload()
	case keymap.OpenHistory:
		f.history.Reload()
	case keymap.OpenTimeline:
		f.timeline.Show()
	case keymap.Confirmations:
		f.confirms.Reload()
	}
	f.changed()
}

// typedKey gets the keys that nothing on the screen takes.
func (f *familyScreen) typedKey(k *fyne.KeyEvent) {
	if f.shown == keymap.Print {
		f.focus()
		f.preview.TypedKey(k)
		return
	}
	if f.shown == keymap.OpenHistory || f.shown == keymap.OpenTimeline || f.shown == keymap.Confirmations {
		f.focus()
		return
	}
	if f.shown == keymap.OpenPedigree || k.Name == fyne.KeyEscape {
		f.open(keymap.OpenPedigree)
		return
	}
	scroll := f.risk.Scroll
	if f.shown == keymap.OpenLetters {
		scroll = f.letters.Scroll
	}
	switch k.Name {
	case fyne.KeyDown:
		scroll(0.15)
	case fyne.KeyUp:
		scroll(-0.15)
	case fyne.KeyPageDown, fyne.KeySpace:
		scroll(0.9)
	case fyne.KeyPageUp:
		scroll(-0.9)
	}
}
