package ui

import "kindred/app/ui/theme"

// tell says what did not happen and why; nothing was lost. Escape closes it.
func (s *Shell) tell(what string, err error) {
	theme.NewDialog(s.p.Window, what, "Close", theme.Paragraph(explain(err), 460, theme.InkText)).Show()
}
