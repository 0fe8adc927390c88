package historyview

import (
	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/interview"
)

// editable is the text that the field over a cell begins with: the value as it would be typed.
func (s *Screen) editable(at, column int) string {
	p := s.history.Family.Individual(s.grid.lines[at].id)
	if p == nil {
		return ""
	}
	return s.history.Editable(p, interview.Column(column))
}

// commitCell reads what was typed into a cell, for everybody the edit is about. Where it cannot be so,
// the reason is shown and the field stays.
func (s *Screen) commitCell(at, column int, typed string) bool {
	c := interview.Column(column)
	reason := interview.Columns[c]
	if typed != "" {
		reason += ": " + typed
	}
	return s.eachIn(reason, func(f *pedigree.Family, p *pedigree.Individual) error {
		return s.history.SetCell(f, p.ID, c, typed, pedigree.Provenance{}, s.p.Session.NewID)
	})
}

// typing says, before it is kept, what the words in the field make of the person: in a sentence, with
// what was not understood as a note at its end.
func (s *Screen) typing(at, column int, typed string) {
	f, id := s.history.Family.Clone(), s.grid.lines[at].id
	if err := s.history.SetCell(f, id, interview.Column(column), typed, pedigree.Provenance{}, scratchIDs(f)); err != nil {
		s.detail.Set(theme.InkWarn, describe.Capital(err.Error()))
	} else {
		s.detail.Set(theme.InkText, describe.Person(f, id, s.history.Subject))
	}
	s.table.Refresh()
}
