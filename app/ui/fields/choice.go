package fields

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
	"kindred/pedigree"
)

// Option is one value of a Choice and its words.
type Option[T comparable] struct {
	Value T
	Words string
}

// Choice is one of several values. The arrow keys change it, a letter goes to the next value that begins
// with it, Space opens the list.
type Choice[T comparable] struct {
	widget.Select
	hosted

	options  []Option[T]
	value    T
	showing  bool // Set is showing a value: do not commit it
	hasFocus bool
	onCommit func(T)
}

// NewChoice is a field that calls commit with the value chosen.
func NewChoice[T comparable](options []Option[T], commit func(T)) *Choice[T] {
	c := &Choice[T]{onCommit: commit}
	c.ExtendBaseWidget(c)
	c.PlaceHolder = " "
	c.SetChoices(options)
	c.OnChanged = func(words string) {
		for _, o := range c.options {
			if o.Words == words && o.Value != c.value && !c.showing {
				c.value = o.Value
				c.onCommit(o.Value)
				return
			}
		}
	}
	return c
}

// NewAnswer is the choice between not asked, yes, no, and doesn't know.
func NewAnswer(commit func(pedigree.Answer)) *Choice[pedigree.Answer] {
	var options []Option[pedigree.Answer]
	for _, a := range []pedigree.Answer{pedigree.NotAsked, pedigree.Yes, pedigree.No, pedigree.DontKnow} {
		options = append(options, Option[pedigree.Answer]{a, a.String()})
	}
	return NewChoice(options, commit)
}

// Values makes options of values that are their own words; empty is what the zero value is called.
func Values[T ~string](empty string, values ...T) []Option[T] {
	options := []Option[T]{{"", empty}}
	for _, v := range values {
		options = append(options, Option[T]{v, string(v)})
	}
	return options
}

// SetChoices changes what can be chosen.
func (c *Choice[T]) SetChoices(options []Option[T]) {
	c.options = options
	words := make([]string, len(options))
	for i, o := range options {
		words[i] = o.Words
	}
	c.SetOptions(words)
}

// Set shows a value from the record. A value that is not among the options, as a newer version may
// have written, is shown as nothing and stays in the record.
func (c *Choice[T]) Set(v T) {
	c.value = v
	words := ""
	for _, o := range c.options {
		if o.Value == v {
			words = o.Words
		}
	}
	if c.Selected == words {
		return
	}
	c.showing = true
	defer func() { c.showing = false }()
	if words == "" {
		c.ClearSelected()
		return
	}
	c.SetSelected(words)
}

// Value is what is chosen.
func (c *Choice[T]) Value() T { return c.value }

// TypedKey handles Escape and leaves the rest to the list.
func (c *Choice[T]) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		c.escape()
		return
	}
	if keymap.PassKey(c, k) {
		return
	}
	// The list would open on up and down, and cost a second key to change anything.
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		c.entered()
		return
	case fyne.KeyDown:
		k = &fyne.KeyEvent{Name: fyne.KeyRight}
	case fyne.KeyUp:
		k = &fyne.KeyEvent{Name: fyne.KeyLeft}
	}
	c.Select.TypedKey(k)
}

// TypedRune goes to the next value whose words begin with the letter.
func (c *Choice[T]) TypedRune(r rune) {
	present := c.SelectedIndex()
	for step := 1; step <= len(c.options); step++ {
		i := (present + step + len(c.options)) % len(c.options)
		if first, _ := utf8.DecodeRuneInString(c.options[i].Words); unicode.ToLower(first) == unicode.ToLower(r) {
			c.SetSelectedIndex(i)
			return
		}
	}
}

// FocusGained is for Fyne.
func (c *Choice[T]) FocusGained() {
	c.hasFocus = true
	c.Select.FocusGained()
	c.gained(c)
}

// FocusLost is for Fyne.
func (c *Choice[T]) FocusLost() {
	c.hasFocus = false
	c.Select.FocusLost()
}

// CreateRenderer is for Fyne.
func (c *Choice[T]) CreateRenderer() fyne.WidgetRenderer {
	return newRinged(c.Select.CreateRenderer(), func() bool { return c.hasFocus })
}
