package importview

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/theme"
	"kindred/pedigree/describe"
	"kindred/pedigree/interchange/merge"
)

type mergePerson = merge.Person

// Params of Show.
type Params struct {
	Window   fyne.Window
	Incoming *Incoming
	Joined   *Joined           // nil where no family is open
	Accept   func(joined bool) // into the open family, else as a new one
	Closed   func()            // the preview is gone, whatever was chosen
}

const width = 760 // of the words, in device-independent pixels

// Show opens the preview over the window: Enter accepts it, Escape leaves everything as it is. Where
// the family can go into the open one that is offered first, unless the two seem to be about different
// people.
func Show(p Params) {
	joined := p.Joined != nil && p.Joined.Refused == "" && !p.Joined.Outcome.NamesDiffer
	show(p, joined)
}

func show(p Params, joined bool) {
	in := p.Incoming
	content := theme.Column(10)
	what := in.Format
	if n := len(in.Families); n > 1 {
		what += " with " + describe.Counted(n, "family", "families")
	} else if name := in.Families[0].Name; name != "" {
		what += ", family " + name
	}
	content.Add(theme.Paragraph(describe.Capital(what)+", "+describe.Counted(in.people(), "person", "people")+".", width, theme.InkText))
	for _, words := range in.Aside {
		content.Add(theme.NewBanner(theme.ToneWarn, words))
	}
	lines, yes := in.newLines(), "Import as a new family"
	if len(in.Families) > 1 {
		yes = "Import as new families"
	}
	if joined {
		yes = "Add to " + p.Joined.Called
		lines = p.Joined.lines()
		content.Add(theme.Paragraph(p.Joined.summary(), width, theme.InkText))
	}
	if p.Joined != nil {
		explainJoin(content, p.Joined, joined)
	}
	var d *theme.Dialog
	chosen := false
	if other := p.other(joined); other != "" {
		content.Add(theme.Row(0, theme.NewButton(theme.Secondary, other, func() {
			chosen = true
			d.Hide()
			show(p, !joined)
		})))
	}
	if joined && !p.Joined.Changes() {
		content.Add(theme.NewBanner(theme.ToneNeutral, "Everything in it is here already: there is nothing to add."))
		yes = ""
	}
	for _, l := range lines {
		content.Add(row(l))
	}
	if n := in.people() - len(lines); n > 0 {
		content.Add(theme.NewQuiet("and " + describe.Counted(n, "person more", "people more")))
	}
	notes(content, in)
	answered := func(accepted bool) {
		if chosen {
			return
		}
		p.Closed()
		if accepted {
			p.Accept(joined)
		}
	}
	d = theme.NewQuestion(p.Window, "Import "+in.From, yes, "Cancel", container.NewVScroll(content), answered)
	d.Resize(fyne.NewSize(width+110, 640))
	d.Show()
	d.Prefer()
}

// explainJoin warns of what to look at before the two families become one, or says why they cannot.
func explainJoin(content *fyne.Container, j *Joined, joined bool) {
	if j.Refused != "" {
		content.Add(theme.NewBanner(theme.ToneNeutral, "It cannot go into "+j.Called+": "+j.Refused+"."))
		return
	}
	for _, words := range j.Outcome.Warnings {
		content.Add(theme.NewBanner(theme.ToneWarn, words))
	}
	if joined && len(j.Outcome.Kept) > 0 {
		content.Add(theme.Paragraph("About the family, kept as a note: "+strings.Join(j.Outcome.Kept, " · "), width, theme.InkQuiet))
	}
}

// other is the way not shown, as a button; "" where there is none.
func (p Params) other(joined bool) string {
	switch {
	case joined:
		return "As a new family instead"
	case p.Joined != nil && p.Joined.Refused == "":
		return "Into " + p.Joined.Called + " instead"
	}
	return ""
}

// row is one person.
func row(l line) fyne.CanvasObject {
	words := theme.Column(3, theme.Paragraph(l.sentence, width-130, theme.InkText))
	for _, m := range l.more {
		ink := theme.InkQuiet
		if l.tone == theme.ToneWarn {
			ink = theme.InkWarn
		}
		words.Add(theme.Paragraph(m, width-130, ink))
	}
	chip := container.New(atLeast{112}, theme.Row(0, theme.NewChip(l.tone, l.chip)))
	return container.NewBorder(nil, nil, chip, nil, words)
}

// atLeast gives its one object a width, and the height that it asks for.
type atLeast struct{ width float32 }

func (a atLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(a.width, objects[0].MinSize().Height)
}

func (a atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, objects[0].MinSize().Height))
}

// notes lists what reading assumed, changed and dropped.
func notes(content *fyne.Container, in *Incoming) {
	if len(in.Notes) == 0 {
		return
	}
	content.Add(theme.NewHeading("Read with " + describe.Counted(len(in.Notes), "value", "values") + " assumed, changed or dropped"))
	for i, n := range in.Notes {
		if i == mostLines {
			content.Add(theme.NewQuiet("and " + describe.Counted(len(in.Notes)-i, "more", "more")))
			break
		}
		content.Add(theme.Paragraph(in.noted(n), width, theme.InkQuiet))
	}
}
