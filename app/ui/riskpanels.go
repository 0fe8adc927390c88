package ui

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/app/ui/riskview"
	"kindred/internal/clinic"
	"kindred/pedigree/risk"
)

// newRiskPanels are the cards of the risk tab about other programs' results, what if, saved answers and
// files to take away.
func (f *familyScreen) newRiskPanels() *riskview.Panels {
	return riskview.NewPanels(riskview.PanelParams{
		Record: f.session, Window: f.shell.p.Window, Today: f.shell.clinic.Today, Called: f.called,
		Changed: f.assess, Supposed: f.suppose, Answers: func() []risk.Assessment { return f.asked.shown.Answers }, Say: f.status.say, Warn: f.status.warn, Explain: explain,
		Back: func() { f.focus() }, Reveal: func(o fyne.CanvasObject) { f.risk.Reveal(o) }, Typed: func(r rune) { f.risk.Typed(r) }, Save: f.saveFile, Background: f.shell.p.Background,
		Run: func(work func()) { f.shell.p.Run(func() { work(); f.risk.Arrange() }) },
	})
}

// suppose shows what the models would say if something were so, on the risk tab alone; nil ends it.
func (f *familyScreen) suppose(s *clinic.Supposed) {
	if s == nil {
		f.risk.Set(f.asked.shown)
		f.status.warn("") // it no longer holds that nothing is kept
		return
	}
	f.risk.Set(f.asked.shown.SupposedOf(s))
	f.status.say("What if: nothing on this screen is kept. " + keymap.LabelOf(keymap.Leave) + " ends it.")
}

// showPanels has them follow the record, where they are seen.
func (f *familyScreen) showPanels() {
	if f.shown == keymap.OpenRisk {
		f.panels.Show(f.subject())
	}
}

// leaveRisk is Escape on the risk tab: it ends what is supposed, and else goes back to the pedigree.
func (f *familyScreen) leaveRisk() {
	if f.panels.Supposing() {
		f.panels.EndSupposing()
		return
	}
	f.open(keymap.OpenPedigree)
}

// riskCommand is a key of the risk tab that moves along no list.
func (f *familyScreen) riskCommand(c keymap.Command) {
	if !f.panels.Command(c) {
		f.shell.command(c)
	}
}
