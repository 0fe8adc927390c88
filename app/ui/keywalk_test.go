package ui

import (
	"encoding/json"
	"fmt"
	"image"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"kindred/app/ui/keymap"
)

// row is a row of the key table.
type row struct {
	where   keymap.Place
	command keymap.Command
}

// elsewhere are the rows that the walk cannot press, each with the test that does: the test driver knows
// no Shift, and some keys belong to the toolkit.
var elsewhere = map[row]string{
	{keymap.OnCanvas, keymap.MoveEarlier}: "pedigreeview: TestShiftAndAnArrowMoveASiblingUnlessDatesDecide",
	{keymap.OnCanvas, keymap.MoveLater}:   "pedigreeview: TestShiftAndAnArrowMoveASiblingUnlessDatesDecide",
	{keymap.InLine, keymap.PersonBefore}:  "pedigreeview: TestEnterKeepsWhomTheLineIsAboutAndTabMovesToWhoWasEntered",
	{keymap.InPreview, keymap.NextPage}:   "printview: TestSeveralPagesHaveThumbnailsAndKeysGoFromOneToTheNext",
	{keymap.InPreview, keymap.PageBefore}: "printview: TestSeveralPagesHaveThumbnailsAndKeysGoFromOneToTheNext",
}

// before is what makes a key observable that by itself has nothing to do.
var before = map[row]func(d *walking){
	{keymap.OnCanvas, keymap.GoToAdded}:         func(d *walking) { d.write("d") },
	{keymap.OnCanvas, keymap.ToPatient}:         func(d *walking) { d.key(fyne.KeyUp) },
	{keymap.OnCanvas, keymap.Fit}:               func(d *walking) { d.write("+") },
	{keymap.InLine, keymap.EnterLine}:           func(d *walking) { d.write("s Jane 54") },
	{keymap.InLine, keymap.EnterAndGo}:          func(d *walking) { d.write("s Jane 54") },
	{keymap.InLine, keymap.LineBefore}:          func(d *walking) { d.write("s Jane 54"); d.key(fyne.KeyReturn); d.becomes(func() bool { return false }) },
	{keymap.InField, keymap.Keep}:               func(d *walking) { d.write("Jo") },
	{keymap.InPreview, keymap.ZoomOut}:          func(d *walking) { d.write("+") },
	{keymap.InPreview, keymap.Fit}:              func(d *walking) { d.write("+") },
	{keymap.InTimeline, keymap.Fit}:             func(d *walking) { d.write("+") },
	{keymap.InRisk, keymap.AnswerBefore}:        func(d *walking) { d.key(fyne.KeyDown) },
	{keymap.InRisk, keymap.PageBefore}:          func(d *walking) { d.key(fyne.KeyPageDown) },
	{keymap.InConfirmations, keymap.FactBefore}: func(d *walking) { d.key(fyne.KeyDown) },
	{keymap.InTimeline, keymap.LaterState}:      func(d *walking) { d.key(fyne.KeyEnd); d.drain() },
	{keymap.InTimeline, keymap.MuchLater}:       func(d *walking) { d.key(fyne.KeyEnd); d.drain() },
	{keymap.InTimeline, keymap.LastState}:       func(d *walking) { d.key(fyne.KeyEnd); d.drain() },
	{keymap.Everywhere, keymap.Sign}:            func(d *walking) { d.family.letters.Begin() },
	{keymap.InHistory, keymap.SayWell}:          func(d *walking) { d.write("d") },
	{keymap.InHistory, keymap.SayAlive}:         func(d *walking) { d.write("d") },
	{keymap.Everywhere, keymap.PasteFamily}:     func(d *walking) { fyne.CurrentApp().Clipboard().SetContent("no family") },
	{keymap.Everywhere, keymap.Undo}:            func(d *walking) { d.write("d") },
	{keymap.Everywhere, keymap.Redo}:            func(d *walking) { d.write("d"); d.drain(); d.command(keymap.Undo) },
}

// everywhere is where a key that works everywhere is pressed, if not on the pedigree.
var everywhere = map[keymap.Command]keymap.Command{
	keymap.OpenPedigree: keymap.OpenRisk, keymap.KeepRisk: keymap.OpenRisk, keymap.Sign: keymap.OpenLetters,
}

// Every key of the table does something that can be seen, in the place where the help page says it works.
func TestEveryKeyOfTheTableDoesSomething(t *testing.T) {
	d := walker(t)
	for _, b := range keymap.Table {
		at := row{b.Where, b.Command}
		if elsewhere[at] != "" {
			continue
		}
		t.Run(fmt.Sprintf("%s: %s %s", b.Where, b.Label, b.Command), func(t *testing.T) {
			d.t = t
			if d.clinic == nil { // the row before locked or closed it
				d = walker(t)
			}
			d.goTo(t, at)
			if prepare := before[at]; prepare != nil {
				prepare(d)
			}
			d.drain()
			was, picture := d.state(), d.picture(at)
			d.stroke(b)
			if !d.becomes(func() bool { return d.state() != was || !slices.Equal(d.picture(at), picture) }) {
				t.Errorf("%s (%s) changes nothing that can be seen", b.Label, b.Words)
			}
		})
	}
}

// walking is a desk on which the walk presses keys.
type walking struct {
	*desk
	files bool // the key works on a file in the background
}

// walker is a desk that assesses no risk: it would take most of the time, and no key is about it.
func walker(t *testing.T) *walking {
	d := &walking{desk: unlockedDesk(t)}
	d.p.Window = staying{d.window}
	d.p.Background = func(work func()) {
		onPedigree := d.family != nil && (d.family.shown == "" || d.family.shown == keymap.OpenPedigree)
		if !onPedigree || d.files {
			work()
		}
	}
	return d
}

// staying is a window that the test driver can close afterwards, though Ctrl+Q closes it.
type staying struct{ fyne.Window }

func (staying) Close() {}

// goTo opens the place of a row with the keyboard in it.
func (d *walking) goTo(t *testing.T, at row) {
	t.Helper()
	for top := d.window.Canvas().Overlays().Top(); top != nil; top = d.window.Canvas().Overlays().Top() {
		d.window.Canvas().Overlays().Remove(top)
	}
	d.show(toFamilies)
	family := "G10482"
	if at.command == keymap.Sign {
		family = "G10481" // whose letter no check holds back
	}
	d.openFamilyNamed(family)
	d.drain()
	d.family.pedigree.Focus()
	d.drain()
	d.files = at.command == keymap.PasteFamily || at.command == keymap.BlankSheet
	switch at.where {
	case keymap.InLine:
		d.family.pedigree.Command(keymap.TypeLine)
	case keymap.InField:
		d.family.pedigree.Command(keymap.Edit)
	case keymap.InHistory:
		d.family.open(keymap.OpenHistory)
	case keymap.InPreview:
		d.family.open(keymap.Print)
	case keymap.InConfirmations:
		d.family.open(keymap.Confirmations)
	case keymap.InRisk:
		d.openRisk()
	case keymap.InTimeline:
		d.family.open(keymap.OpenTimeline)
	case keymap.Everywhere:
		if tab := everywhere[at.command]; tab == keymap.OpenRisk {
			d.openRisk()
			d.window.Canvas().Unfocus() // the test driver's canvas takes no shortcut from a focused list
		} else if tab != "" {
			d.family.open(tab)
		}
	}
}

// openRisk opens the risk with the models' answers.
func (d *walking) openRisk() {
	d.family.open(keymap.OpenRisk)
	d.family.assess()
	d.drain()
	d.drain()
}

// stroke presses the first key of a row as the window would.
func (d *walking) stroke(b keymap.Binding) {
	focused := d.window.Canvas().Focused()
	switch {
	case b.Rune != 0:
		if focused != nil {
			focused.TypedRune(b.Rune)
		}
	case b.Mods == 0:
		d.key(b.Key)
	default:
		s := &desktop.CustomShortcut{KeyName: b.Key, Modifier: b.Mods}
		if takes, ok := focused.(fyne.Shortcutable); ok {
			takes.TypedShortcut(s)
			return
		}
		d.command(b.Command)
	}
}

// state is what can be told of the window and of the record.
func (d *desk) state() string {
	if d.clinic == nil {
		return "locked"
	}
	state := d.window.Title() + fmt.Sprintf("%p %d %q ", d.window.Canvas().Focused(), len(d.window.Canvas().Overlays().List()), d.opened) + d.texts()
	if d.family != nil {
		family, _ := json.Marshal(d.family.session.Family())
		state += d.family.called(d.family.pedigree.Selected()) + string(family)
	}
	return state
}

// drawn are the rows of which words tell nothing: what is marked, and how large a drawing is.
var drawn = []row{
	{keymap.InHistory, keymap.NextCell},
	{keymap.InHistory, keymap.AskNext},
	{keymap.InPreview, keymap.ZoomIn},
	{keymap.InPreview, keymap.ZoomOut},
	{keymap.InPreview, keymap.Fit},
	{keymap.InTimeline, keymap.LaterState},
	{keymap.InTimeline, keymap.ZoomIn},
	{keymap.InTimeline, keymap.ZoomOut},
	{keymap.InTimeline, keymap.Fit},
	{keymap.InRisk, keymap.OpenAnswer},
	{keymap.InRisk, keymap.NextPage},
	{keymap.InRisk, keymap.PageBefore},
	{keymap.InConfirmations, keymap.NextFact},
	{keymap.InConfirmations, keymap.FactBefore},
}

// picture is what the window shows, where words do not tell.
func (d *walking) picture(at row) []byte {
	if !slices.Contains(drawn, at) {
		return nil
	}
	return d.window.Canvas().Capture().(*image.NRGBA).Pix
}

// write types into whatever has the keyboard.
func (d *desk) write(words string) {
	for _, r := range words {
		if focused := d.window.Canvas().Focused(); focused != nil {
			focused.TypedRune(r)
		}
	}
	d.becomes(func() bool { return len(d.queue) == 0 })
	d.drain()
}

// drain takes whatever has come back from elsewhere.
func (d *desk) drain() {
	for {
		select {
		case f := <-d.queue:
			f()
		default:
			return
		}
	}
}

// becomes takes what comes back until something is so, or nothing has come for a while.
func (d *desk) becomes(so func() bool) bool {
	for {
		if so() {
			return true
		}
		select {
		case f := <-d.queue:
			f()
		case <-time.After(time.Second):
			return so()
		}
	}
}
