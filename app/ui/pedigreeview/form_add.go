package pedigreeview

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/pedigree"
)

// addLine puts the line that adds to one of the person's lists under the items: nothing is recorded until
// it says what the item is. more are words that stand for something of their own, on buttons.
func addLine[O any](s *section, label, asks, what string, words vocabulary, list func(*individual) *[]O, fresh func(id pedigree.ID, said string) O, more ...fields.Option[string]) {
	var keys []fyne.Focusable // from which the keyboard goes on to the new item
	record := func(said string) {
		if said = strings.TrimSpace(said); said != "" {
			addItem(s, what, keys, list, func(id pedigree.ID) O { return fresh(id, said) })
		}
	}
	line := fields.NewSuggest(words.usual, record)
	line.SetPlaceHolder(asks)
	s.place("+ "+label, line)
	s.explain(line, words)
	add := s.newButton("Add", func() {
		if strings.TrimSpace(line.Text) == "" {
			s.form.view.status("Say first: " + asks + ".")
			s.form.focus(line)
		}
	})
	keys = append(keys, line, add)
	row := theme.Row(8, add)
	for _, o := range more {
		b := s.newButton(o.Words, func() { record(o.Value) })
		keys = append(keys, b)
		row.Add(b)
	}
	if len(more) > 0 { // no room under the field
		s.add(row)
		return
	}
	s.add(fields.Labelled("", row))
}

// addPair is as addLine for what needs two choices: a button hands both over.
func addPair[A, B comparable](s *section, button, labelA string, as []fields.Option[A], labelB string, bs []fields.Option[B],
	record func(from []fyne.Focusable, a A, b B),
) {
	var a A
	var b B
	var saidA, saidB bool
	first := fields.NewChoice(as, func(v A) { a, saidA = v, true })
	second := fields.NewChoice(bs, func(v B) { b, saidB = v, true })
	s.place("+ "+labelA, first)
	s.place("   "+labelB, second)
	var add *theme.Button
	add = s.newButton(button, func() {
		switch {
		case !saidA:
			s.form.focus(first)
		case !saidB:
			s.form.focus(second)
		default:
			record([]fyne.Focusable{add}, a, b)
			return
		}
		s.form.view.status("Choose both first: nothing was recorded.")
	})
	s.add(fields.Labelled("", theme.Row(0, add)))
}

// addItem records a new item, and takes the keyboard from any of these to what can be said of it next.
func addItem[O any](s *section, what string, from []fyne.Focusable, list func(*individual) *[]O, fresh func(pedigree.ID) O) {
	f := s.form
	id := f.view.p.Session.NewID()
	kept := f.change(what, func(_ *pedigree.Family, p *individual) error {
		items := list(p)
		*items = append(*items, fresh(id))
		return nil
	})
	if !kept {
		return
	}
	// The line may have been left with Tab: its own way on comes first.
	f.view.p.Run(func() {
		c := fyne.CurrentApp().Driver().CanvasForObject(f.view.canvas)
		if c == nil || f != f.view.inspect.form || len(s.items) == 0 {
			return
		}
		f.view.side.Refresh() // lay out what is new, to bring it into sight
		if now := c.Focused(); now == nil || slices.Contains(from, now) {
			c.Focus(s.items[len(s.items)-1])
			c.FocusNext()
		}
	})
}

// removal is the button that takes an item out of a list.
func removal[O any](s *section, what string, n int, list func(*individual) *[]O) {
	s.addButton("Remove "+what, func() {
		kept := s.form.change(what, func(_ *pedigree.Family, p *individual) error {
			if items := list(p); n < len(*items) {
				*items = slices.Delete(*items, n, n+1)
				return nil
			}
			return errGone
		})
		if kept {
			s.form.focus(s.head) // the button is gone
		}
	})
	s.add(theme.NewRule())
}

// focus gives a field of the form the keyboard.
func (f *form) focus(o fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.view.canvas); c != nil {
		c.Focus(o)
	}
}
