package settingsview

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree/draw"
)

// standard is a nomenclature by its name.
type standard string

const (
	uk2023   standard = "UK 2023"
	nsgc2022 standard = "NSGC 2022"
	ownRules standard = "Our own"
)

// standardOf names what the clinic has chosen, one by one or at once.
func standardOf(n draw.Nomenclature) standard {
	switch n {
	case draw.Nomenclature{}:
		return uk2023
	case draw.NSGC2022():
		return nsgc2022
	}
	return ownRules
}

// A rule is one of the choices of how pedigrees are drawn.
type rule struct {
	words string
	why   string
	of    func(*clinic.Drawing) *bool
}

// nomenclatureRules are those that the named standards differ in.
var nomenclatureRules = []rule{
	{
		"Diamond for non-binary people", "Off, the hexagon of the UK consensus. A diamond is also unknown sex.",
		func(d *clinic.Drawing) *bool { return &d.Nomenclature.NonBinaryDiamond },
	},
	{
		"Older dot for carriers", "Off, a carrier's sector is hatched, so that each condition has its own.",
		func(d *clinic.Drawing) *bool { return &d.Nomenclature.CarrierDot },
	},
	{
		"C at the consultand's arrow", "Tells the person who asks from the proband, whose arrow has a P.",
		func(d *clinic.Drawing) *bool { return &d.Nomenclature.ConsultandLetter },
	},
	{
		"Evaluation marks", "E1+, E2− and Eu under a symbol with a key, instead of test results in words.",
		func(d *clinic.Drawing) *bool { return &d.Nomenclature.EvaluationMarks },
	},
	{
		"Pedigree numbers", "II-3 under every symbol, to speak of people without their names.",
		func(d *clinic.Drawing) *bool { return &d.Nomenclature.PedigreeNumbers },
	},
}

// otherRules belong to no standard.
var otherRules = []rule{
	{
		"Strict birth order", "Siblings stand in the order of birth, whatever crossings that costs.",
		func(d *clinic.Drawing) *bool { return &d.StrictBirthOrder },
	},
	{
		"Reduce motion", "Changes on the screen are shown at once, without moving there.",
		func(d *clinic.Drawing) *bool { return &d.ReduceMotion },
	},
}

// drawing is how pedigrees are drawn: on the screen, on paper and in letters.
func (s *screen) drawing() fyne.CanvasObject {
	var options []fields.Option[standard]
	for _, name := range []standard{uk2023, nsgc2022, ownRules} {
		options = append(options, fields.Option[standard]{Value: name, Words: string(name)})
	}
	toggles := map[int]*fields.Toggle{} // of nomenclatureRules
	var named *fields.Choice[standard]
	show := func() {
		named.Set(standardOf(s.settings.Drawing.Nomenclature))
		for i, t := range toggles {
			t.Set(*nomenclatureRules[i].of(&s.settings.Drawing))
		}
	}
	named = fields.NewChoice(options, func(chosen standard) {
		s.keep(func(to *clinic.Settings) {
			switch chosen {
			case uk2023:
				to.Drawing.Nomenclature = draw.Nomenclature{}
			case nsgc2022:
				to.Drawing.Nomenclature = draw.NSGC2022()
			}
		})
		show() // our own is whatever is ticked below, and by itself ticks nothing
	})
	card := theme.Column(8, theme.NewHeading("How pedigrees are drawn"), fields.Labelled("Nomenclature", named),
		theme.Paragraph("On the screen, on paper and in letters, from the next family that is opened.", width-60, theme.InkQuiet))
	toggle := func(r rule) *fields.Toggle {
		t := fields.NewToggle(r.words, func(on bool) {
			s.keep(func(to *clinic.Settings) { *r.of(&to.Drawing) = on })
			show()
		})
		t.Set(*r.of(&s.settings.Drawing))
		card.Add(theme.Column(0, t, theme.NewPanel(theme.SurfaceClear, fyne.NewSize(ruleIndent, 0), theme.Paragraph(r.why, width-60-ruleIndent, theme.InkQuiet))))
		return t
	}
	for i, r := range nomenclatureRules {
		toggles[i] = toggle(r)
	}
	card.Add(theme.NewRule())
	for _, r := range otherRules {
		toggle(r)
	}
	show()
	return theme.NewCard(card)
}

// ruleIndent sets the explanation under the words of its box.
const ruleIndent float32 = 30
