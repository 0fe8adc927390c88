package riskview

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree/risk"
)

// savedRuns is the card of what was copied into the record before.
type savedRuns struct {
	v    *Panels
	card *theme.Panel
	rows *fyne.Container
	runs []clinic.SavedRun
}

func newSavedRuns(v *Panels) *savedRuns {
	r := &savedRuns{v: v, rows: theme.Column(7)}
	r.card = theme.NewCard(theme.Column(7, theme.Ends(theme.NewHeading("Saved in the record"), v.button(theme.Link, "Compare", r.compare)), r.rows))
	return r
}

// mostRuns is how many saved runs the card shows; all can be compared.
const mostRuns = 5

func (r *savedRuns) show(runs []clinic.SavedRun) {
	r.runs = runs
	r.rows.RemoveAll()
	if len(r.runs) == 0 {
		r.rows.Add(theme.NewQuiet("No answers are saved yet.").Cutting())
	}
	for i, run := range r.runs {
		if i == mostRuns {
			r.rows.Add(theme.NewQuiet(fmt.Sprintf("and %d more", len(r.runs)-i)))
			break
		}
		chip := theme.NewChip(theme.ToneNeutral, "facts as now")
		if run.OutOfDate {
			chip = theme.NewChip(theme.ToneWarn, "out of date")
		}
		r.rows.Add(theme.Ends(theme.NewText(runName(run)).Cutting(), chip))
	}
	r.rows.Refresh()
	r.card.Refresh()
}

func runName(run clinic.SavedRun) string {
	words := run.SavedOn.Prose()
	if run.SavedBy != "" {
		words += " · " + run.SavedBy
	}
	return words
}

const (
	compareWidth  float32 = 900
	compareHeight float32 = 560
)

// compare opens the comparison of the newest saved run with what the models say now; either can be
// changed to another run.
func (r *savedRuns) compare() {
	if len(r.runs) == 0 {
		r.v.p.Say("No answers are saved yet: there is nothing to compare.")
		return
	}
	before, after := r.runs[0].ID, ""
	var earlier, later []fields.Option[string]
	later = append(later, fields.Option[string]{Value: "", Words: "now"})
	for i, run := range r.runs {
		words := runName(run)
		if slices.ContainsFunc(r.runs[:i], func(o clinic.SavedRun) bool { return runName(o) == words }) {
			words += fmt.Sprintf(" (%d before)", i)
		}
		earlier = append(earlier, fields.Option[string]{Value: run.ID, Words: words})
		later = append(later, fields.Option[string]{Value: run.ID, Words: words})
	}
	table := theme.Column(7)
	content := theme.Column(10)
	scroll := container.NewVScroll(content)
	scroll.SetMinSize(fyne.NewSize(compareWidth-60, compareHeight-150))
	newest := 0
	work := func() {
		newest++
		table.Objects = []fyne.CanvasObject{theme.NewQuiet("Working it out ...")}
		table.Refresh()
		mine, a, b := newest, before, after
		r.v.p.Background(func() {
			c, err := r.v.p.Record.CompareRuns(a, b)
			r.v.p.Run(func() {
				if mine != newest {
					return
				}
				table.RemoveAll()
				if err != nil {
					table.Add(theme.Paragraph(r.v.p.Explain(err), compareWidth-80, theme.InkWarn))
				} else {
					compared(table, c)
				}
				content.Refresh()
				scroll.ScrollToTop()
				scroll.Refresh()
			})
		})
	}
	then := fields.NewChoice(earlier, func(id string) { before = id; work() })
	then.Set(before)
	now := fields.NewChoice(later, func(id string) { after = id; work() })
	now.Set(after)
	content.Add(container.NewGridWithColumns(2, beside("Compare", then), beside("with", now)))
	content.Add(table)
	d := theme.NewDialog(r.v.p.Window, "Then and now", "Close", scroll)
	d.Resize(fyne.NewSize(compareWidth, compareHeight))
	d.Show()
	fieldsIn(d, then, now)
	r.v.p.Window.Canvas().Focus(then)
	work()
}

// compared shows a comparison: model by model, and then the facts that changed.
func compared(table *fyne.Container, c *clinic.Comparison) {
	width := compareWidth - 90
	table.Add(columnsOf(width, theme.NewQuiet("Model"), theme.NewQuiet(takenWords(c.Before)).Cutting(), theme.NewQuiet(takenWords(c.After)).Cutting()))
	for _, m := range c.Models {
		table.Add(theme.NewRule())
		title := theme.Paragraph(m.Title(), width/3-12, theme.InkText)
		if m.NewVersion() {
			title.Add(theme.NewSmall("from version " + m.Before.Version + " to " + m.After.Version).Cutting())
		}
		table.Add(columnsOf(width, title, saidThen(m.Before, false, width/3), saidThen(m.After, m.Differs(), width/3)))
	}
	table.Add(theme.NewRule())
	table.Add(theme.NewHeading("Facts that changed between"))
	switch {
	case !c.FactsKnown:
		table.Add(theme.Paragraph("Not everything that was recorded then has arrived on this laptop: the facts cannot be compared.", width, theme.InkWarn))
	case len(c.Facts) == 0:
		table.Add(theme.NewQuiet("None that a model reads."))
	}
	for _, f := range c.Facts {
		for _, line := range factLines(f) {
			table.Add(theme.Paragraph(line, width, theme.InkText))
		}
	}
}

// factLines say what changed about one person or the family.
func factLines(f clinic.FactChanged) []string {
	switch {
	case f.Before == f.After && f.Other != "" && f.After != "":
		return []string{f.After + " Changed: " + f.Other + "."}
	case f.Other != "":
		return []string{"Changed: " + f.Other + "."}
	case f.Before == "" && f.Person != "":
		return []string{"New: " + f.After}
	case f.Before == "":
		return []string{f.After}
	case f.After == "":
		return []string{"Not in the family any more: " + f.Before}
	}
	return []string{"Then: " + f.Before, "Now: " + f.After}
}

func takenWords(t clinic.Taken) string {
	if t.Now {
		return "Now, " + t.On.Prose()
	}
	words := t.On.Prose()
	if t.By != "" {
		words += ", " + t.By
	}
	return words
}

// saidThen is what a model said: value and category, and why where it gave none.
func saidThen(a *risk.Assessment, differs bool, width float32) fyne.CanvasObject {
	if a == nil {
		return theme.NewQuiet("not asked")
	}
	words, _ := a.Said()
	said := theme.NewText(words)
	if differs {
		said = theme.NewBold(words)
	}
	column := theme.Column(3, said.Cutting())
	if a.Category != "" && a.Category != words {
		if tone, short := toneOf(a.Category); short {
			column.Add(theme.Row(0, theme.NewChip(tone, a.Category)))
		} else {
			column.Add(theme.Paragraph(a.Category, width-12, theme.InkQuiet))
		}
	}
	if a.Status != risk.OK && len(a.Because) > 0 {
		column.Add(theme.Paragraph(a.Because[0], width-12, theme.InkQuiet))
	}
	return column
}

// columnsOf sets objects side by side in columns of one width.
func columnsOf(width float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(evenly{width}, objects...)
}

// evenly is columns of one width, each as high as the highest.
type evenly struct{ width float32 }

func (e evenly) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(e.width, height)
}

func (e evenly) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	each := size.Width / float32(len(objects))
	for i, o := range objects {
		o.Move(fyne.NewPos(each*float32(i), 0))
		o.Resize(fyne.NewSize(each-12, o.MinSize().Height))
	}
}
