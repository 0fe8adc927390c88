package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
)

// Whatever the mouse can press, Tab reaches, on every screen; and Enter presses a button.
func TestTabReachesEverythingThatTheMouseCanPress(t *testing.T) {
	d := walker(t)
	for _, screen := range []struct {
		name string
		open func()
	}{
		{"families", func() { d.show(toFamilies) }},
		{"tasks", func() { d.show(toTasks) }},
		{"settings", func() { d.show(toSettings) }},
		{"pedigree", func() { d.openSample() }},
		{"form", func() { d.openSample(); d.family.pedigree.Command(keymap.Edit) }},
		{"find", func() { d.openSample(); d.family.pedigree.Command(keymap.Find) }},
		{"history", func() { d.openSample(); d.family.open(keymap.OpenHistory) }},
		{"risk", func() { d.openSample(); d.family.open(keymap.OpenRisk) }},
		{"letters", func() { d.openSample(); d.family.open(keymap.OpenLetters); d.family.letters.Begin() }},
		{"timeline", func() { d.openSample(); d.family.open(keymap.OpenTimeline) }},
		{"confirmations", func() { d.openSample(); d.family.open(keymap.Confirmations) }},
		{"print preview", func() { d.openSample(); d.family.open(keymap.Print) }},
		{"help", func() { d.show(toFamilies); d.command(keymap.Help) }},
	} {
		t.Run(screen.name, func(t *testing.T) {
			d.t = t
			screen.open()
			d.drain()
			d.reachable(t)
			for _, top := range d.window.Canvas().Overlays().List() {
				d.window.Canvas().Overlays().Remove(top)
			}
		})
	}
}

func (d *walking) openSample() {
	d.t.Helper()
	d.show(toFamilies)
	d.openFamilyNamed("G10482")
	d.drain()
	d.family.pedigree.Focus()
}

// reachable presses Tab until it is back where it began, and compares with what can be tapped.
func (d *walking) reachable(t *testing.T) {
	t.Helper()
	c := d.window.Canvas()
	c.Unfocus()
	reached := map[fyne.CanvasObject]bool{}
	for range 600 {
		c.FocusNext()
		o, ok := c.Focused().(fyne.CanvasObject)
		if !ok || reached[o] {
			break
		}
		reached[o] = true
	}
	roots := []fyne.CanvasObject{c.Content()}
	if top := c.Overlays().Top(); top != nil {
		roots = []fyne.CanvasObject{top}
	}
	seen := 0
	for _, root := range roots {
		d.walkIn(root, func(o fyne.CanvasObject) {
			_, tappable := o.(fyne.Tappable)
			if disabled, ok := o.(fyne.Disableable); ok && disabled.Disabled() || !tappable || isGround(o) {
				return
			}
			seen++
			if !reached[o] {
				t.Errorf("Tab does not reach %s", describeObject(o))
			}
		})
	}
	if seen == 0 {
		t.Error("nothing on this screen can be pressed")
	}
}

// notTabbed are what Tab need not reach, each with what does its work from the keyboard.
var notTabbed = map[string]string{
	"*widget.PopUp":            "Esc closes it",
	"*widget.OverlayContainer": "Esc closes it",
	"*widget.listItem":         "the arrows of its list, or of the search line above",
	"*confirmview.row":         "the arrows of its list",
	"*widget.scrollBarArea":    "the arrow and page keys of the screen; Tab scrolls what it reaches into sight",
	"*widget.passwordRevealer": "a passphrase is typed again instead",
}

func isGround(o fyne.CanvasObject) bool { return notTabbed[fmt.Sprintf("%T", o)] != "" }

func describeObject(o fyne.CanvasObject) string {
	if b, ok := o.(*theme.Button); ok {
		return fmt.Sprintf("the button %q", b.Words)
	}
	return fmt.Sprintf("a %T", o)
}

func TestEnterAndSpacePressAButton(t *testing.T) {
	pressed := 0
	b := theme.NewButton(theme.Secondary, "Press", func() { pressed++ })
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace} {
		b.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if pressed != 3 {
		t.Errorf("pressed %d times, want 3", pressed)
	}
}
