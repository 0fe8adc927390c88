package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
	"kindred/pedigree"
)

// Provenance is who told us a fact, when, and what it may be used for.
type Provenance struct {
	widget.BaseWidget

	value    pedigree.Provenance
	toldBy   *Line
	on       *Day
	use      *Choice[pedigree.Use]
	patient  *Choice[pedigree.ID]
	note     *Line
	box      *fyne.Container
	onCommit func(pedigree.Provenance)
}

// Uses are the options for what a fact may be used for, the narrowest first.
var Uses = []Option[pedigree.Use]{
	{"", "not asked"},
	{pedigree.ThisPatientOnly, "this patient only"},
	{pedigree.ClinicalUse, "in numbers, never shown"},
	{pedigree.MayBeShared, "may be shared"},
	{pedigree.MayBeNamed, "may be named"},
}

// NewProvenance is an editor that calls commit with each change. Patients are the patient records
// that a confidential fact can belong to.
func NewProvenance(patients []Option[pedigree.ID], commit func(pedigree.Provenance)) *Provenance {
	p := &Provenance{onCommit: commit}
	p.toldBy = NewLine(func(s string) { p.change(func(v *pedigree.Provenance) { v.ToldBy = s }) })
	p.on = NewDay(func(d pedigree.Date) { p.change(func(v *pedigree.Provenance) { v.On = d }) })
	p.use = NewChoice(Uses, func(u pedigree.Use) { p.change(func(v *pedigree.Provenance) { v.Use = u }) })
	p.patient = NewChoice(append([]Option[pedigree.ID]{{"", "nobody in particular"}}, patients...),
		func(id pedigree.ID) { p.change(func(v *pedigree.Provenance) { v.Patient = id }) })
	p.note = NewLine(func(s string) { p.change(func(v *pedigree.Provenance) { v.Note = s }) })
	p.box = theme.Column(6,
		Labelled("Told by", p.toldBy), Labelled("On", p.on), Labelled("Use", p.use),
		Labelled("Told for", p.patient), Labelled("Note", p.note))
	p.ExtendBaseWidget(p)
	return p
}

// Set shows a provenance from the record.
func (p *Provenance) Set(v pedigree.Provenance) {
	p.value = v
	p.toldBy.Set(v.ToldBy)
	p.on.Set(v.On)
	p.use.Set(v.Use)
	p.patient.Set(v.Patient)
	p.note.Set(v.Note)
}

// In tells its fields which form they are in.
func (p *Provenance) In(host *Host) {
	for _, f := range []interface{ In(*Host) }{p.toldBy, p.on, p.use, p.patient, p.note} {
		f.In(host)
	}
}

// CreateRenderer is for Fyne.
func (p *Provenance) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.box) }

func (p *Provenance) change(f func(*pedigree.Provenance)) {
	f(&p.value)
	p.onCommit(p.value)
}
