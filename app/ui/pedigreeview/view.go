package pedigreeview

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/describe"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

// Params are what a View needs. Session is required; a callback that is nil is not called.
type Params struct {
	Session Session
	Style   draw.Style        // without a Measurer, text is measured in the screen's typeface
	Side    fyne.CanvasObject // stands under the inspector: the risk panel; hidden in the patient view
	Run     func(func())      // runs a function on the UI thread; nil is fyne.Do

	Disputed func() []Disputed // what a patient view does not show; nil is nothing

	OnChanged  func()               // the family was changed from here
	OnSelected func(pedigree.ID)    // somebody else is selected
	OnStatus   func(string)         // one line for the status bar: what was done, or what went wrong
	OnCommand  func(keymap.Command) // a key that is the window's: lock, help, tabs, patient view
	OnHints    func([]keymap.Hint)  // the keyboard went to the canvas or to the form: other keys work now
	OnExport   func()               // the Export button; nil takes the button away
	OnPrint    func()               // the Print button; nil takes the button away

	StrictBirthOrder bool // never move a sibling, whatever it costs
	ReduceMotion     bool // show changes at once
}

// View is the pedigree screen: toolbar and canvas on a card, the inspector beside it.
type View struct {
	p        Params
	canvas   *Canvas
	artist   *artist
	tools    *toolbar
	inspect  *inspector
	finder   *finder
	findings *findings
	hover    *hoverCard
	entry    *entryLine
	foot     *fyne.Container // the canvas and the entry line under it
	card     *sheet
	side     *fyne.Container
	scroll   *container.Scroll
	content  fyne.CanvasObject

	wantsFocus bool
	atLine     bool // the hands were last in the entry line, not on the canvas

	shown   picture
	numbers map[pedigree.ID]string
	wanted  pedigree.ID // to be selected once it is drawn
	newest  pedigree.ID // to be brought into sight once it is drawn
	trail   trail

	audience audience
}

// New makes the screen and begins to draw the family. The consultand, else the proband, else the
// first person is selected.
func New(p Params) (*View, error) {
	if p.Session == nil {
		return nil, errors.New("the pedigree screen needs a family")
	}
	if p.Run == nil {
		p.Run = fyne.Do
	}
	if p.Style.Measure == nil {
		p.Style.Measure = textmetric.Screen
	}
	v := &View{p: p, canvas: NewCanvas()}
	v.canvas.SetCalm(p.ReduceMotion)
	v.artist = newArtist(func() { v.p.Run(v.collect) })
	v.canvas.OnCommand = v.Command
	v.canvas.OnSelect = func(id pedigree.ID) { v.selected(id) }
	v.canvas.OnHandle = v.handle
	v.canvas.OnFocus = func(on bool) {
		if on {
			v.atLine = false
		}
		v.hint()
	}
	v.canvas.OnDragged = v.pin
	v.canvas.Kin = func(id pedigree.ID, above bool) []pedigree.ID {
		f := v.family()
		if p := f.Individual(id); above && p != nil {
			return []pedigree.ID{p.Mother, p.Father}
		}
		return f.ChildrenOf(id)
	}
	v.canvas.OnHover = func(id pedigree.ID, spot Spot) {
		if id == v.Selected() { // the inspector has the facts
			id = ""
		}
		v.hover.show(v.family(), id, spot)
	}
	v.build()
	v.atLine = len(v.family().Individuals) <= 1 // a new family is typed
	if first := v.family().Subject(); first != nil {
		v.wanted = first.ID
	} else if all := v.family().Individuals; len(all) > 0 {
		v.wanted = all[0].ID
	}
	v.Reload()
	return v, nil
}

func (v *View) build() {
	v.tools = newToolbar(v)
	v.inspect = newInspector(v)
	v.finder = newFinder(v)
	v.findings = newFindings(v)
	v.tools.row.Add(v.findings.chip)
	v.hover = newHoverCard()
	v.entry = newEntryLine(v)
	v.canvas.OnView = v.tools.showZoom
	stack := container.NewStack(v.canvas, v.hover.layer, v.findings.layer, v.finder.layer)
	v.foot = &fyne.Container{Layout: above{gap: 8}, Objects: []fyne.CanvasObject{stack, v.entry.box}}
	v.card = newSheet(fyne.NewSize(14, 12), container.NewBorder(v.tools.bar, nil, nil, nil, v.foot))
	v.side = theme.Column(theme.Gap, v.inspect.card)
	if v.p.Side != nil {
		v.side.Add(v.p.Side)
	}
	v.scroll = container.NewVScroll(&fyne.Container{Layout: trimmed{}, Objects: []fyne.CanvasObject{v.side}})
	v.content = &fyne.Container{
		Layout:  beside{width: SideWidth, gap: theme.Gap},
		Objects: []fyne.CanvasObject{v.card, container.NewStack(v.scroll, newWheel(v.scroll))},
	}
}

// Content is the screen, for a container.
func (v *View) Content() fyne.CanvasObject { return v.content }

// Scene and Layout are what is shown now; nil until the family has been drawn once. An export draws
// its own Scene from the Layout, so that it looks the same.
func (v *View) Scene() *draw.Scene { return v.shown.scene }

// Layout is where everybody stands now; give it back as Previous to keep the arrangement.
func (v *View) Layout() *layout.Layout { return v.shown.layout }

// Selected is the selected person, "" for nobody.
func (v *View) Selected() pedigree.ID { return v.canvas.Selected() }

// Select moves the selection; a person who is not drawn yet is selected when they are.
func (v *View) Select(id pedigree.ID) {
	v.wanted = id
	if v.canvas.indexOf(id) >= 0 {
		v.wanted = ""
		v.canvas.Select(id)
		v.selected(id)
	}
}

// Focus gives the keyboard to the canvas; before the screen is in a window, as soon as it is drawn.
func (v *View) Focus() { v.wantsFocus = !v.canvas.takeFocus() }

// Resume gives the keyboard to where the hands were last: the canvas or the entry line, and in a family
// of nobody but the patient the line.
func (v *View) Resume() {
	if v.atLine && v.entry.focus() {
		v.wantsFocus = false
		return
	}
	v.Focus()
}

// Hints are the keys that the status bar should show: those of the canvas, of the entry line, or of a
// field while the form has the keyboard.
func (v *View) Hints() []keymap.Hint {
	if v.entry.field.focused {
		return v.entry.hints()
	}
	if v.inspect.form != nil && !v.canvas.focused {
		return keymap.Hints(keymap.InField)
	}
	return keymap.Hints(keymap.OnCanvas)
}

// hint has the status bar show the keys that work now.
func (v *View) hint() {
	if v.p.OnHints != nil {
		v.p.OnHints(v.Hints())
	}
}

// Generations is the number of rows drawn.
func (v *View) Generations() int {
	if v.shown.layout == nil {
		return 0
	}
	rows := 0
	for _, n := range v.shown.layout.Nodes {
		rows = max(rows, n.Generation+1)
	}
	return rows
}

// Reload draws the family again after it was changed elsewhere: by a sync, by the window's undo, or
// because a commit failed and the family is back at its durable state.
func (v *View) Reload() {
	v.tools.update()
	v.inspect.show(v.Selected())
	style := v.p.Style
	if v.audience.private {
		style.NoFooter = true // it counts what was confirmed, and says who told what
	}
	v.artist.ask(request{family: v.family(), previous: v.shown.layout, style: style, strict: v.p.StrictBirthOrder, audience: v.audience})
}

// family is what may be shown: the whole family, or in the patient view that patient's part.
func (v *View) family() *pedigree.Family {
	f := v.p.Session.Family()
	if v.audience.private {
		f = f.For(v.audience.patient, pedigree.ForShowing)
		if v.p.Disputed != nil {
			withhold(f, v.p.Disputed())
		}
	}
	return f
}

// collect shows what the worker has drawn.
func (v *View) collect() {
	done, tried := v.artist.collect()
	if done != nil {
		v.show(*done)
	}
	if tried != nil {
		v.entry.appear(*tried)
	}
}

// show puts a finished picture on the canvas.
func (v *View) show(done picture) {
	if done.audience != v.audience {
		return // drawn for other eyes; the right one is on its way
	}
	first := v.shown.scene == nil
	v.shown = done
	if v.wantsFocus {
		v.Resume()
	}
	v.numbers = draw.Numbers(done.layout)
	v.findings.show(done.findings, v.audience.private)
	v.hover.hide() // everybody may have moved from under it
	before := v.canvas.Selected()
	where, _ := v.canvas.anchor()
	v.canvas.SetPinned(done.family)
	v.canvas.Draw(done.scene)
	if before != "" && v.canvas.Selected() == "" && v.wanted == "" { // undone, or removed elsewhere
		v.wanted = v.canvas.nearest(where.at)
	}
	if v.wanted != "" && v.canvas.indexOf(v.wanted) >= 0 {
		v.canvas.Select(v.wanted)
		v.wanted = ""
	}
	if first {
		v.canvas.Begin()
	}
	if v.newest != "" {
		v.canvas.Reveal(v.newest)
		v.canvas.SetAdded(v.newest)
		v.newest = ""
	}
	v.tools.update()
	if now := v.canvas.Selected(); now != before {
		v.selected(now)
	} else {
		v.inspect.show(now)
	}
	v.entry.drawn()
}

func (v *View) selected(id pedigree.ID) {
	v.hover.hide()
	v.canvas.SetAdded("")
	v.inspect.show(id)
	v.tools.update()
	v.entry.refresh()
	if v.p.OnSelected != nil {
		v.p.OnSelected(id)
	}
}

func (v *View) status(words string) {
	if v.p.OnStatus != nil {
		v.p.OnStatus(words)
	}
}

// do applies an edit and draws what came of it; the person that the edit returns is brought into sight.
func (v *View) do(reason string, edit func(*pedigree.Family) (pedigree.ID, error)) bool {
	var subject pedigree.ID
	err := v.p.Session.Do(reason, func(f *pedigree.Family) (err error) {
		if subject, err = edit(f); err == nil {
			amend.BringIntoSight(f, subject)
		}
		return err
	})
	if err != nil {
		v.status(describe.Capital(err.Error()))
		return false
	}
	v.newest = subject
	v.trail.did(reason, v.Selected())
	v.changed()
	return true
}

func (v *View) changed() {
	v.Reload()
	if v.p.OnChanged != nil {
		v.p.OnChanged()
	}
}

// called is how a person is named in a reason: the name, else the pedigree number.
func (v *View) called(id pedigree.ID) string {
	if p := v.p.Session.Family().Individual(id); p != nil && p.Name != "" {
		return p.Name
	}
	if n := v.numbers[id]; n != "" {
		return n
	}
	return "a person"
}
