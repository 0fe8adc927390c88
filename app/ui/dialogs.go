package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
)

// tell says what did not happen and why; nothing was lost. Escape closes it.
func (s *Shell) tell(what string, err error) {
	theme.NewDialog(s.p.Window, what, "Close", theme.Paragraph(explain(err), 460, theme.InkText)).Show()
}

// showHelp is the table of keys. Escape closes it.
func (s *Shell) showHelp() {
	// The pedigree's keys fill the first column, all others the second.
	first, second := theme.Column(16), theme.Column(16)
	for _, section := range keymap.HelpPage() {
		list := theme.Column(5, theme.NewHeading(string(section.Where)))
		for _, key := range section.Keys {
			list.Add(theme.Row(8, theme.NewPanel(theme.SurfaceInput, fyne.NewSize(6, 1), theme.NewBold(key.Key)), theme.NewText(key.Words)))
		}
		if section.Where == keymap.OnCanvas {
			first.Add(list)
		} else {
			second.Add(list)
		}
	}
	columns := container.New(layout.NewCustomPaddedHBoxLayout(40), first, second)
	help := theme.NewDialog(s.p.Window, "Keys: the up and down arrows show them all", "Close", container.NewScroll(columns))
	help.Resize(fyne.NewSize(1180, 720))
	help.Show()
}
