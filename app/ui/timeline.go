package ui

import (
	"kindred/app/ui/keymap"
	"kindred/app/ui/pedigreeview"
	"kindred/app/ui/timelineview"
	"kindred/pedigree/draw"
)

// newTimeline is the timeline tab: what was done, and beside it a canvas of its own that takes no edits.
func (f *familyScreen) newTimeline() *timelineview.Screen {
	past := pedigreeview.NewCanvas()
	past.SetReadOnly(true)
	past.SetCalm(f.settings.Drawing.ReduceMotion)
	past.OnCommand = func(c keymap.Command) {
		if c == keymap.ToPatient { // Escape, on the canvas
			c = keymap.OpenPedigree
		}
		f.shell.command(c)
	}
	return timelineview.New(timelineview.Params{
		Session: f.session, Strict: f.settings.Drawing.StrictBirthOrder,
		Canvas: timelineview.Canvas{Object: past, Draw: func(s *draw.Scene) { past.Draw(s) }, Look: past.Run},
		Leave:  func() { f.open(keymap.OpenPedigree) }, Background: f.shell.p.Background, Run: f.shell.p.Run,
	})
}
