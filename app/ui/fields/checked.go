package fields

import (
	"strings"

	"kindred/app/ui/theme"
)

// Checked is a line with what a check finds wrong in it beneath. It is kept as it was typed: what the
// report says is what is recorded.
type Checked struct{ hinted }

// NewChecked is a line that calls commit with what was typed; problem says in a few words what is wrong
// with it, "" for nothing.
func NewChecked(problem func(string) string, commit func(string)) *Checked {
	c := &Checked{}
	c.begin(c, commit)
	c.Entry.OnChanged = func(typed string) {
		words := ""
		if typed = strings.TrimSpace(typed); typed != "" {
			words = problem(typed)
		}
		c.show(theme.InkWarn, words)
	}
	return c
}

// Set shows a text from the record, unless the field is being typed in.
func (c *Checked) Set(text string) { c.Entry.Set(text) }
