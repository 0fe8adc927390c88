package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
)

// tell says what did not happen and why; nothing was lost. Escape closes it.
func (s *Shell) tell(what string, err error) {
	dialog.ShowInformation(what, explain(err), s.p.Window)
}

// showHelp is the table of keys. Escape closes it.
func (s *Shell) showHelp() {
	columns := container.NewHBox()
	for _, section := range keymap.HelpPage() {
		list := theme.Column(5, theme.NewHeading(string(section.Where)))
		for _, key := range section.Keys {
			list.Add(theme.Row(8, theme.NewPanel(theme.SurfaceInput, fyne.NewSize(6, 1), theme.NewBold(key.Key)), theme.NewText(key.Words)))
		}
		columns.Add(container.New(layout.NewCustomPaddedLayout(0, 0, 8, 16), list))
	}
	help := dialog.NewCustom("Keys", "Close", container.NewScroll(columns), s.p.Window)
	help.Resize(fyne.NewSize(1180, 720))
	help.Show()
}
