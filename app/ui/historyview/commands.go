package historyview

import (
	"fmt"

	"kindred/app/ui/keymap"
	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/interview"
)

// Command carries out a key of the table.
func (s *Screen) Command(c keymap.Command) {
	if s.history == nil {
		return
	}
	column := interview.Column(s.grid.column)
	switch c {
	case keymap.EditCell:
		s.grid.edit()
	case keymap.AnswerNone:
		s.answer(column, pedigree.No, interview.WordsNone)
	case keymap.AnswerDontKnow:
		s.answer(column, pedigree.DontKnow, interview.WordsDontKnow)
	case keymap.AnswerClear:
		s.answer(column, pedigree.NotAsked, interview.WordsNotAsked)
	case keymap.SayWell:
		s.each("alive and well", interview.SayWell)
	case keymap.SayAlive:
		s.each("alive", func(p *pedigree.Individual) error { interview.SayAlive(p); return nil })
	case keymap.SayDied:
		s.each("died", func(p *pedigree.Individual) error { interview.SayDied(p); return nil })
	case keymap.MarkRow:
		s.grid.mark()
	case keymap.AskNext:
		s.askNext()
	case keymap.Numbers:
		s.open(newNumbersPage(s))
	case keymap.Questionnaire:
		s.open(newFormPage(s))
	case keymap.CopyBranch:
		s.copyBranch()
	case keymap.PasteBranch:
		s.pasteBranch()
	case keymap.RemoveBlanks:
		s.removeBlanks()
	case keymap.Leave:
		s.leave()
	}
}

// askNext goes to the first open question, in its column.
func (s *Screen) askNext() {
	gaps := s.gaps
	if len(gaps) == 0 {
		s.status("every question was asked")
		return
	}
	for c := range interview.Columns {
		if interview.Column(c).Question() == gaps[0].NotAsked[0] {
			s.grid.column = c
		}
	}
	s.grid.goTo(gaps[0].ID)
	s.grid.focus()
}

// leave takes the marks away, and without marks goes back to the pedigree.
func (s *Screen) leave() {
	if len(s.grid.marked) > 0 {
		clear(s.grid.marked)
		s.grid.moved()
		return
	}
	if s.p.Leave != nil {
		s.p.Leave()
	}
}

// answer records an answer of a column for everybody the edit is about.
func (s *Screen) answer(c interview.Column, a pedigree.Answer, words string) {
	if q := c.Question(); q != "" {
		words = string(q) + ": " + words
	} else {
		words = "empty the " + interview.Columns[c]
	}
	s.each(words, func(p *pedigree.Individual) error { return s.history.SetAnswer(p, c, a) })
}

// each carries out one edit on everybody it is about, as one step to undo.
func (s *Screen) each(words string, edit func(*pedigree.Individual) error) {
	s.eachIn(words, func(_ *pedigree.Family, p *pedigree.Individual) error { return edit(p) })
}

func (s *Screen) eachIn(words string, edit func(*pedigree.Family, *pedigree.Individual) error) bool {
	people := s.grid.people()
	if len(people) == 0 {
		return false
	}
	who := called(s.history.Family, s.history.Subject, people[0])
	if len(people) > 1 {
		who = fmt.Sprintf("%d relatives", len(people))
	}
	return s.do(who+": "+words, func(f *pedigree.Family) error {
		for _, id := range people {
			p := f.Individual(id)
			if p == nil {
				continue
			}
			if err := edit(f, p); err != nil {
				return fmt.Errorf("%s: %w", called(f, s.history.Subject, id), err)
			}
		}
		return nil
	})
}

// copyBranch remembers whose partners and descendants are to be given to another.
func (s *Screen) copyBranch() {
	s.copied = s.grid.person()
	s.status("the branch of " + called(s.history.Family, s.history.Subject, s.copied) + " is remembered: " + keymap.LabelOf(keymap.PasteBranch) + " gives such a one to another row")
}

// pasteBranch gives the person of the cell the remembered branch, without names.
func (s *Screen) pasteBranch() {
	from, to := s.copied, s.grid.person()
	f := s.history.Family
	if f.Individual(from) == nil {
		s.status("no branch is remembered: " + keymap.LabelOf(keymap.CopyBranch) + " in the row of the one to copy")
		return
	}
	after := f.Clone()
	if _, err := amend.CopyBranch(after, from, to, false, scratchIDs(f)); err != nil {
		s.status("a branch cannot be copied to somebody in it")
		return
	}
	words := interview.Preview(f, after, s.history.Subject)
	if words == "" {
		s.status("the remembered branch has nobody in it")
		return
	}
	reason := "copy the branch of " + called(f, s.history.Subject, from) + " to " + called(f, s.history.Subject, to)
	if s.do(reason, func(f *pedigree.Family) error {
		_, err := amend.CopyBranch(f, from, to, false, s.p.Session.NewID)
		return err
	}) {
		s.status(words)
	}
}
