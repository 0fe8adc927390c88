package pedigreeview

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
)

// FocusGained is for Fyne.
func (c *Canvas) FocusGained() { c.focus(true) }

// FocusLost is for Fyne.
func (c *Canvas) FocusLost() { c.focus(false) }

func (c *Canvas) focus(on bool) {
	c.focused = on
	c.place()
	if c.OnFocus != nil {
		c.OnFocus(on)
	}
}

// TypedRune looks the character up in the key table.
func (c *Canvas) TypedRune(r rune) {
	if command, ok := keymap.ForRune(keymap.OnCanvas, r); ok {
		c.Run(command)
	}
}

// TypedKey looks the key up in the key table. Fyne says nothing of Shift; a key that has no meaning of
// its own with Shift has that without.
func (c *Canvas) TypedKey(k *fyne.KeyEvent) {
	command, ok := keymap.ForKey(keymap.OnCanvas, k.Name, c.Modifiers()&fyne.KeyModifierShift)
	if !ok {
		command, ok = keymap.ForKey(keymap.OnCanvas, k.Name, 0)
	}
	if ok {
		c.Run(command)
	}
}

// TypedShortcut passes undo, redo and the like on.
func (c *Canvas) TypedShortcut(s fyne.Shortcut) {
	if command, ok := keymap.ForShortcut(s); ok {
		c.Run(command)
	}
}

// Run does what a command says about the view, and hands any other to OnCommand.
func (c *Canvas) Run(command keymap.Command) {
	switch command {
	case keymap.SelectLeft:
		c.arrow(toLeft)
	case keymap.SelectRight:
		c.arrow(toRight)
	case keymap.SelectUp:
		c.arrow(toAbove)
	case keymap.SelectDown:
		c.arrow(toBelow)
	case keymap.Fit:
		c.Fit()
	case keymap.ZoomIn:
		c.Zoom(c.view.zoom * zoomStep)
	case keymap.ZoomOut:
		c.Zoom(c.view.zoom / zoomStep)
	default:
		if c.OnCommand != nil {
			c.OnCommand(command)
		}
	}
}

func (c *Canvas) arrow(d direction) {
	next := 0
	if c.current >= 0 {
		next = c.kin(d)
		if next < 0 {
			next = step(c.symbols, c.current, d)
		}
	}
	if len(c.symbols) > 0 {
		c.choose(next)
	}
}

// choose selects a symbol for the user and says so.
func (c *Canvas) choose(i int) {
	if i == c.current {
		return
	}
	c.turnTo(i)
	if c.OnSelect != nil {
		c.OnSelect(c.Selected())
	}
}

// kin is the nearest along the row of those that an arrow up or down prefers, -1 for nobody.
func (c *Canvas) kin(d direction) int {
	if d.y == 0 || c.Kin == nil {
		return -1
	}
	from, best, least := c.symbols[c.current].shape.centre().X, -1, math.Inf(1)
	kin := c.Kin(c.Selected(), d == toAbove)
	for i, s := range c.symbols {
		if along := math.Abs(s.shape.centre().X - from); slices.Contains(kin, s.person) && along < least {
			best, least = i, along
		}
	}
	return best
}
