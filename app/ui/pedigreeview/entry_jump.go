package pedigreeview

import (
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/entry"
)

// jumps reports a line that goes to somebody: "@ Joan", "@ mother", or "@" alone, to the patient.
func jumps(text string) bool { return strings.HasPrefix(text, "@") }

// announce is what Enter would do with a line that goes to somebody.
func (e *entryLine) announce(f *pedigree.Family, text string) (words string, asks bool) {
	tried := f.Clone()
	id, err := entry.Target(text, tried, ghostIDs(tried))
	switch {
	case err != nil:
		return describe.Capital(err.Error()), true
	case f.Individual(id) == nil:
		return "Add " + e.called(tried, id) + " and go there", false
	}
	words = "Go to " + e.called(f, id)
	if s := f.Subject(); s != nil && s.ID != id && f.Individual(id).Name != "" {
		if r := f.Relationship(s.ID, id); r.Words != "" {
			words += ", " + r.Words
		}
	}
	return words, false
}

// jump goes to whom the line means. A parent who is not recorded yet is added.
func (e *entryLine) jump(text string) {
	f := e.view.p.Session.Family()
	tried := f.Clone()
	id, err := entry.Target(text, tried, ghostIDs(tried))
	if err == nil && f.Individual(id) == nil {
		words := "add " + e.called(tried, id)
		err = e.view.p.Session.Do(words, func(f *pedigree.Family) (err error) {
			id, err = entry.Target(text, f, e.view.p.Session.NewID)
			return err
		})
		if err == nil {
			e.view.trail.did(words, e.subject())
			e.say(words)
			defer e.view.changed()
		}
	}
	if err != nil {
		e.trouble = describe.Capital(err.Error())
		e.refresh()
		return
	}
	e.turn = turn{}
	e.turnTo(id)
	e.put("")
}
