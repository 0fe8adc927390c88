package clinic

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"kindred/internal/casefile"
	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// Elsewhere are the results of other programs about a person that stand, the newest first; those given
// before a fact changed are marked stale.
func (s *Session) Elsewhere(subject pedigree.ID) []risk.Elsewhere {
	return s.snapshot().elsewhereOf(subject)
}

// ElsewhereStruckOut are the results about a person that were struck out, the newest first.
func (s *Session) ElsewhereStruckOut(subject pedigree.ID) []casefile.Elsewhere {
	s.mu.Lock()
	all := s.file.Elsewhere()
	s.mu.Unlock()
	all = slices.DeleteFunc(all, func(e casefile.Elsewhere) bool { return e.Subject != subject || e.Withdrawn == nil })
	slices.Reverse(all)
	return all
}

// elsewhereOf are the results about a person that stand, the newest first.
func (n snapshot) elsewhereOf(subject pedigree.ID) []risk.Elsewhere {
	var standing []risk.Elsewhere
	facts := ""
	for _, e := range slices.Backward(n.elsewhere) {
		if e.Subject != subject || e.Withdrawn != nil {
			continue
		}
		if facts == "" {
			facts = n.facts(n.aboutSubject(subject), casefile.ByPrograms)
		}
		e.Stale = e.FactsDigest != facts
		standing = append(standing, e.Elsewhere)
	}
	return standing
}

// GivenAway is the digest of the facts about a person's family that another program can be given now. A
// result that carries another one is stale.
func (s *Session) GivenAway(subject pedigree.ID) string {
	now := s.snapshot()
	return now.facts(now.aboutSubject(subject), casefile.ByPrograms)
}

// SaveElsewhere copies a result of another program into the record for good. The author is that of this
// laptop; without a day it is of today, and without a digest of the facts as they are now.
func (s *Session) SaveElsewhere(e risk.Elsewhere) error {
	settings, err := s.clinic.Settings()
	if err != nil {
		return err
	}
	e.Program, e.Version = strings.TrimSpace(e.Program), strings.TrimSpace(e.Version)
	e.ID, e.Author, e.On = "", settings.Author.Name, cmp.Or(e.On, s.clinic.Today())
	if err := checkElsewhere(e, s.Family(), s.clinic.Today()); err != nil {
		return err
	}
	e.FactsDigest = cmp.Or(e.FactsDigest, s.GivenAway(e.Subject))
	return s.apply(attached{}, func() (record.Envelope, error) {
		return s.file.SaveElsewhere("copy a result of "+e.Program, casefile.Elsewhere{Elsewhere: e, Frontier: s.file.Frontier()})
	})
}

func checkElsewhere(e risk.Elsewhere, f *pedigree.Family, today pedigree.Date) error {
	_, dated := e.On.Time()
	switch {
	case f.Individual(e.Subject) == nil:
		return errors.New("the result is about nobody in this family: choose the person first")
	case e.Program == "":
		return errors.New("no program is named: say which program gave the result, such as CanRisk")
	case !dated:
		return errors.New("the day of the result is not a day: write it as 21-Nov-2026")
	case e.On > today:
		return errors.New("the day of the result is still to come: write the day on which the program gave it")
	case len(e.Values) == 0:
		return errors.New("no value is entered: write at least one of the percentages that the program gave")
	}
	for key, value := range e.Values {
		if math.IsNaN(value) || value < 0 || value > 1 {
			return fmt.Errorf("%s is not between 0%% and 100%%: write it as the program shows it", key)
		}
	}
	return nil
}

// StrikeElsewhere strikes out a result that was copied wrongly. It is used for nothing any more, and
// stays in the record with the name of this laptop's author and the day.
func (s *Session) StrikeElsewhere(id pedigree.ID) error {
	settings, err := s.clinic.Settings()
	if err != nil {
		return err
	}
	w := casefile.Withdrawal{By: settings.Author.Name, On: s.clinic.Today()}
	return s.apply(attached{}, func() (record.Envelope, error) { return s.file.Withdraw("strike out a result from elsewhere", id, w) })
}
