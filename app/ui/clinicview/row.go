package clinicview

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree"
)

// row is one family in the list.
type row struct {
	widget.BaseWidget
	name, people, patients *theme.Text
	sample, letters        *theme.Chip
	ground                 *theme.Panel
}

func newRow() *row {
	r := &row{
		name: theme.NewBold(""), people: theme.NewQuiet("").Trailing(), patients: theme.NewQuiet("").Cutting(),
		sample: theme.NewChip(theme.ToneWarn, "SAMPLE"), letters: theme.NewChip(theme.ToneNeutral, ""),
	}
	line := theme.Column(3, theme.Ends(theme.Row(8, r.name, r.sample, r.letters), r.people), r.patients)
	r.ground = theme.NewPanel(theme.SurfaceCard, fyne.NewSize(12, 8), line)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.ground) }

func (r *row) show(e clinic.Entry, chosen bool) {
	r.name.Set(e.Name)
	if e.Name == "" {
		r.name.Set("No reference yet")
	}
	r.people.Set(fmt.Sprintf("%d people · changed %s", e.People, e.Changed.Local().Format("02-Jan-2006 15:04")))
	var patients []string
	for _, p := range e.Patients {
		number := "NHS " + p.NHS
		if p.NHS == pedigree.NHSNumber("").String() {
			number = pedigree.NHSNumber("").Words()
		}
		born := p.Born
		if born == "" {
			born = "not known"
		}
		patients = append(patients, p.Name+", born "+born+", "+number)
	}
	if len(patients) == 0 {
		patients = []string{"no patient yet"}
	}
	r.patients.Set(strings.Join(patients, "   ·   "))
	show(r.sample, e.Sample)
	show(r.letters, e.Unsigned > 0)
	if e.Unsigned == 1 {
		r.letters.Set(theme.ToneNeutral, "1 letter unsigned")
	} else {
		r.letters.Set(theme.ToneNeutral, fmt.Sprintf("%d letters unsigned", e.Unsigned))
	}
	r.ground.Surface = theme.SurfaceCard
	if chosen {
		r.ground.Surface = theme.SurfaceFocus
	}
	r.ground.Refresh()
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
