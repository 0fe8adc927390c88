package riskview

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/fields"
	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/casefile"
	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/confirm"
	"kindred/pedigree/risk"
	"kindred/pedigree/suppose"
)

// Record is the open family as the panels of the risk screen need it.
type Record interface {
	Family() *pedigree.Family
	Elsewhere(subject pedigree.ID) []risk.Elsewhere
	ElsewhereStruckOut(subject pedigree.ID) []casefile.Elsewhere
	SaveElsewhere(risk.Elsewhere) error
	StrikeElsewhere(id pedigree.ID) error
	WhatIf(subject pedigree.ID, assumptions []suppose.Assumption, quick bool) (*clinic.Supposed, error)
	RiskRuns(subject pedigree.ID) []clinic.SavedRun
	CompareRuns(before, after string) (*clinic.Comparison, error)
	RiskTable(subject pedigree.ID) ([]byte, error)
	CanRisk(subject pedigree.ID) (*clinic.CanRiskFile, error)
	CanRiskExported() error
}

// PanelParams of NewPanels; all are required.
type PanelParams struct {
	Record     Record
	Window     fyne.Window
	Today      func() pedigree.Date
	Called     func(pedigree.ID) string // how somebody is named
	Changed    func()                   // something was copied into the record, or struck out
	Supposed   func(*clinic.Supposed)   // show these answers and not the record's; nil for the record's again
	Answers    func() []risk.Assessment // those of the record, as they were given last
	Say, Warn  func(words string)
	Explain    func(err error) string  // an error in words
	Back       func()                  // gives the screen the keyboard again
	Reveal     func(fyne.CanvasObject) // scrolls the screen until an object is in sight
	Typed      func(rune)              // hears the letters typed on a button
	Save       func(name string, endings []string, contents func(ending string) ([]byte, error))
	Background func(work func()) // runs work that takes long
	Run        func(func())      // runs a function on the window's goroutine
}

// Panels are the cards of the risk screen about what is not asked of the models now: results of other
// programs, what if, what was saved before, and files to take away.
type Panels struct {
	p       PanelParams
	subject pedigree.ID
	showing int // counts what was asked of the record: what was overtaken is not shown

	elsewhere *elsewhere
	whatIf    *whatIf
	runs      *savedRuns
	export    *exports
}

// NewPanels are the cards, about nobody yet.
func NewPanels(p PanelParams) *Panels {
	v := &Panels{p: p}
	v.elsewhere, v.whatIf, v.runs, v.export = newElsewhere(v), newWhatIf(v), newSavedRuns(v), newExports(v)
	return v
}

// Objects are the cards, the first above the others.
func (v *Panels) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.whatIf.card, v.elsewhere.card, v.runs.card, v.export.card}
}

// recordCards are the cards about what is kept, which give way to what is supposed.
func (v *Panels) recordCards() []fyne.CanvasObject {
	if v.export == nil { // the first card is being made
		return nil
	}
	return []fyne.CanvasObject{v.elsewhere.card, v.runs.card, v.export.card}
}

// Show follows the record and the choice of another person, with whom what was supposed ends.
func (v *Panels) Show(subject pedigree.ID) {
	if subject != v.subject {
		v.EndSupposing()
	}
	v.subject = subject
	v.whatIf.again()
	v.showing++
	mine := v.showing
	v.p.Background(func() {
		results, out, runs := v.p.Record.Elsewhere(subject), v.p.Record.ElsewhereStruckOut(subject), v.p.Record.RiskRuns(subject)
		v.p.Run(func() {
			if mine == v.showing {
				v.elsewhere.show(results, out)
				v.runs.show(runs)
			}
		})
	})
}

// Command does what a key asks for, and reports whether it was one of these cards' keys.
func (v *Panels) Command(c keymap.Command) bool {
	if v.p.Record.Family().Individual(v.subject) == nil {
		return false
	}
	switch c {
	case keymap.Suppose:
		v.whatIf.ask(whatIfForm{who: v.subject}, nil)
	case keymap.CopyResult:
		v.elsewhere.ask(elsewhereForm{program: "CanRisk", on: v.p.Today()}, nil)
	case keymap.CompareRuns:
		v.runs.compare()
	case keymap.ExportTable:
		v.export.table()
	case keymap.ExportCanRisk:
		v.export.canRisk()
	default:
		return false
	}
	return true
}

// button is a button of a card, which is brought into sight with the keyboard. Escape ends what is supposed
// and goes back to the models.
func (v *Panels) button(kind theme.Kind, words string, pressed func()) *theme.Button {
	b := theme.NewButton(kind, words, pressed)
	b.OnFocus = func() { v.p.Reveal(b) }
	b.OnEscape, b.OnRune = v.back, v.p.Typed
	return b
}

func (v *Panels) back() {
	v.EndSupposing()
	v.p.Back()
}

// Reveal scrolls the screen until an object on it is in sight.
func (s *Screen) Reveal(o fyne.CanvasObject) { s.reveal(o) }

// failed says what went wrong.
func (v *Panels) failed(err error) { v.p.Warn(v.p.Explain(err)) }

// dialog is a question over the screen, which has the keyboard again afterwards.
func (v *Panels) dialog(title, yes string, width float32, content fyne.CanvasObject, agreed func()) *theme.Dialog {
	d := theme.NewQuestion(v.p.Window, title, yes, "Cancel", content, func(ok bool) {
		v.p.Back()
		if ok {
			agreed()
		}
	})
	d.Resize(fyne.NewSize(width, 0))
	d.Show()
	return d
}

// fieldsIn has Escape in each field close a dialog, and Enter in a choice accept it.
func fieldsIn(d *theme.Dialog, hosted ...interface{ In(*fields.Host) }) {
	for _, f := range hosted {
		f.In(&fields.Host{Escape: d.Hide, Enter: d.Confirm})
	}
}

// openFacts are the facts about a person that a report could still confirm or refute.
func openFacts(f *pedigree.Family, person pedigree.ID) []confirm.Item {
	var open []confirm.Item
	for _, item := range confirm.List(f, "") {
		if item.Person == person && !item.State.Settled() {
			open = append(open, item)
		}
	}
	return open
}

// labelRoom is the room for the words before a field of a dialog, in device-independent pixels.
const labelRoom float32 = 150

// beside sets words before a field.
func beside(words string, field fyne.CanvasObject) fyne.CanvasObject {
	return fields.LabelledIn(labelRoom, words, field)
}
