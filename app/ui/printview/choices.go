package printview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/fields"
	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree/draw/pages"
)

// choice is what the user has chosen; its zero values are the first of each list.
type choice struct {
	copy   clinic.Copy
	bands  bool
	paper  paper
	turn   turn
	sheets sheets
}

type (
	paper  uint8
	turn   uint8
	sheets uint8
)

// The choices, in the order in which a key goes through them.
const (
	a4 paper = iota
	a3
)

const (
	whichever turn = iota // the one that shows the drawing larger
	portrait
	landscape
)

const (
	readable sheets = iota // one page while the text stays readable there, else as many as that takes
	onePage
	fullSize // 100 %
)

var (
	copyOptions = []fields.Option[clinic.Copy]{
		{Value: clinic.FullCopy, Words: "Full, for this patient"},
		{Value: clinic.LetterCopy, Words: "In a letter, no names"},
		{Value: clinic.AnonymousCopy, Words: "Anonymised"},
		{Value: clinic.WholeCopy, Words: "The clinic's own file"},
	}
	ageOptions   = []fields.Option[bool]{{Value: false, Words: "As recorded"}, {Value: true, Words: "In bands of ten years"}}
	paperOptions = []fields.Option[paper]{{Value: a4, Words: "A4"}, {Value: a3, Words: "A3"}}
	turnOptions  = []fields.Option[turn]{
		{Value: whichever, Words: "Whichever shows more"}, {Value: portrait, Words: "Portrait"}, {Value: landscape, Words: "Landscape"},
	}
	sizeOptions = []fields.Option[sheets]{
		{Value: readable, Words: "Tiles if text is small"}, {Value: onePage, Words: "On one page"}, {Value: fullSize, Words: "Full size, in tiles"},
	}
)

// page is the choice in the words of package pages.
func (c choice) page() pages.Options {
	o := pages.Options{Paper: pages.A4, Fit: c.sheets == onePage}
	if c.paper == a3 {
		o.Paper = pages.A3
	}
	if c.sheets == fullSize {
		o.Scale = 1
	}
	if c.turn != whichever {
		wide := c.turn == landscape
		o.Landscape = &wide
	}
	return o
}

// choices is the card at the left.
func (s *Screen) choices() fyne.CanvasObject {
	host := &fields.Host{Escape: func() { s.refocus() }}
	s.copies = choiceOf(copyOptions, host, func(c clinic.Copy) { s.choose(func(to *choice) { to.copy = c }) })
	s.ages = choiceOf(ageOptions, host, func(on bool) { s.choose(func(to *choice) { to.bands = on }) })
	s.papers = choiceOf(paperOptions, host, func(p paper) { s.choose(func(to *choice) { to.paper = p }) })
	s.turns = choiceOf(turnOptions, host, func(t turn) { s.choose(func(to *choice) { to.turn = t }) })
	s.sizes = choiceOf(sizeOptions, host, func(z sheets) { s.choose(func(to *choice) { to.sheets = z }) })
	width := choicesWidth - 2*theme.Inset
	s.who, s.summary, s.rules, s.note = theme.NewMessage(width), theme.NewMessage(width), theme.NewMessage(width), theme.NewMessage(width)
	s.legible = theme.Column(0)
	button := func(kind theme.Kind, words string, command keymap.Command) *theme.Button {
		b := theme.NewButton(kind, words+"   "+keymap.LabelOf(command), func() { s.Command(command) })
		b.OnEscape = s.refocus
		return b
	}
	s.print = button(theme.Primary, "Print", keymap.Print)
	s.pdf = button(theme.Secondary, "Save PDF…", keymap.SavePDF)
	s.picture = button(theme.Secondary, "Save picture…", keymap.SavePicture)
	back := theme.NewButton(theme.Link, "Back   "+keymap.LabelOf(keymap.Leave), s.p.Leave)
	back.OnEscape = s.p.Leave
	return theme.Column(10,
		theme.Ends(theme.NewTitle("Print the pedigree"), back),
		keyed(keymap.NextCopy, "Copy", s.copies), s.who,
		keyed(keymap.AgesInBands, "Ages", s.ages),
		keyed(keymap.NextPaper, "Paper", s.papers),
		keyed(keymap.Turn, "Orientation", s.turns),
		keyed(keymap.FitOrTiles, "Pages", s.sizes),
		theme.NewRule(), s.summary, s.legible, s.rules, theme.NewRule(),
		theme.Row(8, s.print), theme.Row(8, s.pdf, s.picture), s.note)
}

// choose takes up a choice and makes the pages anew.
func (s *Screen) choose(change func(*choice)) {
	change(&s.choice)
	s.page = 0
	s.say(theme.InkQuiet, "")
	s.Reload()
}

// showAges shows the ages as the copy has them: an anonymised one has bands, whatever was chosen.
func (s *Screen) showAges() {
	if s.choice.copy == clinic.AnonymousCopy {
		s.ages.Set(true)
		s.ages.Disable()
		return
	}
	s.ages.Set(s.choice.bands)
	s.ages.Enable()
}

// refocus gives the keyboard back to the pages.
func (s *Screen) refocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.leaf); c != nil {
		c.Focus(s.leaf)
	}
}

func choiceOf[T comparable](options []fields.Option[T], host *fields.Host, chosen func(T)) *fields.Choice[T] {
	c := fields.NewChoice(options, chosen)
	c.Set(options[0].Value)
	c.In(host)
	return c
}

// next goes to the next of a list that can be changed, after the last to the first.
func next(list *widget.Select) {
	if list.Disabled() {
		return
	}
	list.SetSelectedIndex((list.SelectedIndex() + 1) % len(list.Options))
}

// keyed is a field with its key and its words before it.
func keyed(command keymap.Command, words string, field fyne.CanvasObject) fyne.CanvasObject {
	key := theme.NewPanel(theme.SurfaceInput, fyne.NewSize(6, 1), theme.NewBold(keymap.LabelOf(command)))
	return &fyne.Container{Layout: keyedLayout{}, Objects: []fyne.CanvasObject{key, theme.NewQuiet(words), field}}
}

type keyedLayout struct{}

// Room for the key, and for key and words together.
const (
	keyWidth   float32 = 32
	wordsWidth float32 = 118
)

func (keyedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(wordsWidth+100, objects[2].MinSize().Height)
}

func (keyedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	middle := func(o fyne.CanvasObject, x float32) {
		min := o.MinSize()
		o.Move(fyne.NewPos(x, (size.Height-min.Height)/2))
		o.Resize(min)
	}
	middle(objects[0], 0)
	middle(objects[1], keyWidth)
	objects[2].Move(fyne.NewPos(wordsWidth, 0))
	objects[2].Resize(fyne.NewSize(size.Width-wordsWidth, size.Height))
}
