package timelineview

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
	"kindred/internal/casefile"
	"kindred/internal/record"
	"kindred/pedigree/describe"
)

// row is one step in the list.
type row struct {
	widget.BaseWidget
	what, when, who *theme.Text
	ground          *theme.Panel
}

func newRow() *row {
	r := &row{what: theme.NewBold("").Cutting(), when: theme.NewText(""), who: theme.NewQuiet("").Cutting()}
	r.ground = theme.NewPanel(theme.SurfaceCard, fyne.NewSize(10, 6), theme.Column(2, r.what, r.when, r.who))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.ground) }

func (r *row) show(m casefile.Moment, here record.DeviceID, on theme.Surface) {
	r.what.Set(describe.Capital(m.Reason))
	r.when.Set(whenWords(m))
	r.who.Set(whoWords(m, here))
	r.ground.Surface = on
	r.ground.Refresh()
}

// minute is when something was done, by this laptop's clock: "21 Nov 2026 12:41".
func minute(t time.Time) string { return t.Local().Format("2 Jan 2006 15:04") }

func whenWords(m casefile.Moment) string {
	words := minute(m.At)
	if m.Happened != "" {
		words += " · happened " + m.Happened.Prose()
	}
	return words
}

// whoWords are who did it and on which device: "A Counsellor, genetic counsellor · this laptop".
func whoWords(m casefile.Moment, here record.DeviceID) string {
	who := m.Author
	if who == "" {
		who = "nobody named"
	}
	if m.Role != "" {
		who += ", " + m.Role
	}
	device := "this laptop"
	if m.Device != here {
		device = "device " + string(m.Device[:min(6, len(m.Device))])
	}
	return strings.Join([]string{who, device}, " · ")
}

// asItWas marks the picture of an earlier state.
func asItWas(m casefile.Moment) string {
	return "As it was on " + minute(m.At) + ". Nothing here changes the family."
}
