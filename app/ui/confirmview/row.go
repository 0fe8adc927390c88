package confirmview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree/confirm"
	"kindred/pedigree/describe"
)

// row is one fact: whose, what, how far its confirmation is, and what that would change.
type row struct {
	widget.BaseWidget
	ground  *theme.Panel
	pressed func()
}

var _ desktop.Mouseable = (*row)(nil)

func newRow(c clinic.Confirmation, pressed func()) *row {
	r := &row{pressed: pressed}
	lines := theme.Column(3,
		theme.Ends(theme.Row(8, theme.NewBold(describe.Capital(c.Who)), theme.NewText(c.Words)), theme.NewChip(tone(c.State), string(c.State))),
		theme.NewQuiet(stateLine(c)).Cutting(),
	)
	for _, words := range effectLines(c) {
		lines.Add(theme.NewText(words).Cutting())
	}
	r.ground = theme.NewPanel(theme.SurfaceClear, fyne.NewSize(12, 8), lines)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.ground) }

// MouseDown chooses the row; by keys, the list does.
func (r *row) MouseDown(*desktop.MouseEvent) { r.pressed() }

// MouseUp does nothing.
func (r *row) MouseUp(*desktop.MouseEvent) {}

func (r *row) mark(on theme.Surface) {
	if r.ground.Surface != on {
		r.ground.Surface = on
		r.ground.Refresh()
	}
}

// tone marks what is late; green would mean that a criterion is met.
func tone(s confirm.State) theme.Tone {
	if s == confirm.Overdue {
		return theme.ToneWarn
	}
	return theme.ToneNeutral
}

// stateLine says how far the confirmation is, and whom to ask where nobody was asked.
func stateLine(c clinic.Confirmation) string {
	words := c.StateWords()
	if c.State == confirm.NotAskedFor && c.Ask != "" {
		words += ". Ask: " + c.Ask
	}
	return words
}

// effectLines say what confirming and refuting a fact would change; nothing for one that is settled, or
// while the models are still being asked.
func effectLines(c clinic.Confirmation) []string {
	switch {
	case !c.Known || c.State.Settled():
		return nil
	case len(c.IfConfirmed)+len(c.IfRefuted) == 0:
		return []string{"No model changes, whatever the answer."}
	}
	var lines []string
	for _, change := range c.IfConfirmed {
		lines = append(lines, "If confirmed: "+change.Words)
	}
	for _, change := range c.IfRefuted {
		lines = append(lines, "If refuted: "+change.Words)
	}
	return lines
}
