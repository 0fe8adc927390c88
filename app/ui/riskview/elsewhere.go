package riskview

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/internal/casefile"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// elsewhere is the card of results of other programs.
type elsewhere struct {
	v    *Panels
	card *theme.Panel
	rows *fyne.Container
}

func newElsewhere(v *Panels) *elsewhere {
	e := &elsewhere{v: v, rows: theme.Column(7)}
	add := v.button(theme.Link, "Copy a result", func() { e.ask(elsewhereForm{program: "CanRisk", on: v.p.Today()}, nil) })
	e.card = theme.NewCard(theme.Column(7, theme.Ends(theme.NewHeading("Results from elsewhere"), add), e.rows))
	return e
}

// show lists the results that stand, the newest first, and after them those that were struck out.
func (e *elsewhere) show(results []risk.Elsewhere, out []casefile.Elsewhere) {
	e.rows.RemoveAll()
	if len(results)+len(out) == 0 {
		e.rows.Add(theme.NewQuiet("No answer of CanRisk or another program is copied here.").Cutting())
	}
	for _, r := range results {
		e.rows.Add(theme.NewRule())
		chip := theme.NewChip(theme.ToneNeutral, "in use")
		about := "No fact of the family has changed since it was copied"
		if r.Stale {
			chip = theme.NewChip(theme.ToneWarn, "out of date")
			about = "The family has changed since: used for nothing"
		}
		e.rows.Add(theme.Ends(theme.NewBold(resultName(r)).Cutting(), chip))
		for _, words := range resultValues(r.Values) {
			e.rows.Add(theme.NewText(words).Cutting())
		}
		strike := e.v.button(theme.Link, "Strike out", func() { e.strike(r) })
		e.rows.Add(theme.Ends(theme.NewQuiet(about+" · "+r.Author).Cutting(), strike))
	}
	for _, r := range out {
		e.rows.Add(theme.NewRule())
		words := "struck out"
		if r.Withdrawn.By != "" {
			words += " by " + r.Withdrawn.By
		}
		e.rows.Add(theme.Ends(theme.NewQuiet(resultName(r.Elsewhere)).Cutting(), theme.NewChip(theme.ToneNeutral, "struck out")))
		e.rows.Add(theme.NewQuiet(words + " on " + r.Withdrawn.On.Prose()).Cutting())
	}
	e.rows.Refresh()
	e.card.Refresh()
}

// resultName is "CanRisk 3.0 · 21 November 2026".
func resultName(r risk.Elsewhere) string {
	return strings.TrimSpace(r.Program+" "+r.Version) + " · " + r.On.Prose()
}

// elsewhereKeys are the values with a field of their own, in the order of the form.
var elsewhereKeys = []struct{ key, label string }{
	{risk.LifetimeFrom20, "Lifetime, from 20"}, {risk.From40To50, "From 40 to 50"}, {risk.TenYears, "Next ten years"},
}

// resultValues are the values of a result in words, a line each.
func resultValues(values risk.Values) []string {
	var lines []string
	left := maps.Clone(values)
	for _, k := range elsewhereKeys {
		if p, ok := left[k.key]; ok {
			lines = append(lines, k.label+": "+risk.Percent(p))
			delete(left, k.key)
		}
	}
	var carrier []string
	for _, key := range slices.Sorted(maps.Keys(left)) {
		name := strings.TrimPrefix(key, "carrier/")
		if key == risk.AnyGene {
			name = "any gene"
		}
		carrier = append(carrier, name+" "+risk.Percent(left[key]))
	}
	if len(carrier) > 0 {
		lines = append(lines, "Carrier: "+strings.Join(carrier, " · "))
	}
	return lines
}

// elsewhereForm is what was typed in the form.
type elsewhereForm struct {
	program, version, carriers string
	on                         pedigree.Date
	percents                   [3]string // in the order of elsewhereKeys
}

// result is what the form says, or which field is at fault: its number, the program being 0, and why.
func (f elsewhereForm) result(subject pedigree.ID) (r risk.Elsewhere, at int, err error) {
	r = risk.Elsewhere{Subject: subject, Program: f.program, Version: f.version, On: f.on, Values: risk.Values{}}
	if strings.TrimSpace(f.program) == "" {
		return r, 0, fmt.Errorf("no program is named: say which program gave the result, such as CanRisk")
	}
	for i, k := range elsewhereKeys {
		p, said, err := readPercent(f.percents[i])
		if err != nil {
			return r, 3 + i, fmt.Errorf("%s: %w", k.label, err)
		}
		if said {
			r.Values[k.key] = p
		}
	}
	carriers, err := readCarriers(f.carriers)
	if err != nil {
		return r, 3 + len(elsewhereKeys), err
	}
	maps.Copy(r.Values, carriers)
	if len(r.Values) == 0 {
		return r, 3, fmt.Errorf("no value is entered: write at least one of the percentages that the program gave")
	}
	return r, 0, nil
}

const elsewhereWidth = 480

// ask opens the form as it was filled in last; wrong is what was wrong with it.
func (e *elsewhere) ask(form elsewhereForm, wrong error) {
	_, at, _ := form.result(e.v.subject)
	entry := func(hint string, text *string) *theme.Entry {
		f := theme.NewEntry(hint)
		f.SetText(*text)
		f.CursorColumn = len([]rune(*text))
		f.OnChanged = func(words string) { *text = words }
		return f
	}
	program, version := entry("CanRisk, IBIS ...", &form.program), entry("as the program shows it", &form.version)
	day := fields.NewDay(func(d pedigree.Date) { form.on = d })
	day.Set(form.on)
	column := theme.Column(7, theme.Paragraph("About "+e.v.p.Called(e.v.subject)+". It is kept as that program's answer, never as one of Kindred's.", elsewhereWidth-44, theme.InkQuiet),
		beside("Program", program), beside("Version", version), beside("Date", day))
	entries := []*theme.Entry{program, version, nil}
	for i, k := range elsewhereKeys {
		percent := entry("%", &form.percents[i])
		entries = append(entries, percent)
		column.Add(beside(k.label+", %", percent))
	}
	carriers := entry("BRCA1 12.3, BRCA2 0.4", &form.carriers)
	entries = append(entries, carriers)
	column.Add(beside("Carrier, %", carriers))
	if wrong != nil {
		column.Add(theme.Paragraph(e.v.p.Explain(wrong), elsewhereWidth-44, theme.InkWarn))
	}
	d := e.v.dialog("Copy a result from elsewhere", "Keep", elsewhereWidth, column, func() {
		day.Entry.Commit()
		e.keep(form)
	})
	fieldsIn(d, day)
	for _, f := range entries {
		if f != nil {
			f.OnSubmitted = func(string) { d.Confirm() }
			f.OnEscape = d.Hide
		}
	}
	if wrong == nil {
		at = 1 // the program is there already
	}
	e.v.p.Window.Canvas().Focus(entries[at])
}

// keep copies what the form says into the record, or opens the form again with what is wrong.
func (e *elsewhere) keep(form elsewhereForm) {
	result, _, err := form.result(e.v.subject)
	if err == nil {
		result.FactsDigest = e.v.export.given(e.v.subject, form.program)
		err = e.v.p.Record.SaveElsewhere(result)
	}
	if err != nil {
		e.ask(form, err)
		return
	}
	words := "Copied: the result of " + strings.TrimSpace(result.Program) + " is in the record."
	if kept := e.v.p.Record.Elsewhere(e.v.subject); len(kept) > 0 && kept[0].Stale {
		words = "Copied, and out of date at once: the family has changed since the file was exported."
	}
	e.v.p.Say(words)
	e.v.p.Changed()
}

// strike asks before a result is struck out, which cannot be undone.
func (e *elsewhere) strike(r risk.Elsewhere) {
	words := resultName(r) + ". It stays in the record as struck out, with your name and the day, and is used for nothing. This cannot be undone."
	d := e.v.dialog("Strike out a result", "Strike out", elsewhereWidth, theme.Paragraph(words, elsewhereWidth-44, theme.InkText), func() {
		if err := e.v.p.Record.StrikeElsewhere(r.ID); err != nil {
			e.v.failed(err)
			return
		}
		e.v.p.Say("Struck out.")
		e.v.p.Changed()
	})
	d.Prefer()
}
