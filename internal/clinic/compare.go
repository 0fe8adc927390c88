package clinic

import (
	"errors"
	"slices"

	"kindred/internal/casefile"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// Comparison is what the models said of one person at two times.
type Comparison struct {
	Before, After Taken
	Models        []ModelChange // every model of either time, in the order of the later one
	Facts         []FactChanged // what differs in the facts that the models read
	// FactsKnown is false where the record of the one time is not whole on this laptop, so that the facts
	// cannot be compared.
	FactsKnown bool
}

// FactChanged is a fact that models read and that differs between two times.
type FactChanged = casefile.FactChange

// Taken is when answers were given and by whom they were kept.
type Taken struct {
	On  pedigree.Date
	By  string
	Now bool // they are those of today, and not kept
}

// ModelChange is one model's answer at two times; nil where the model was not asked.
type ModelChange struct {
	Before, After *risk.Assessment
}

// Title is the model's name for people.
func (c ModelChange) Title() string {
	if c.After != nil {
		return c.After.Title
	}
	return c.Before.Title
}

// Differs reports another value, category or state than before.
func (c ModelChange) Differs() bool {
	if c.Before == nil || c.After == nil {
		return true
	}
	before, _ := c.Before.Said()
	after, _ := c.After.Said()
	return before != after || c.Before.Category != c.After.Category
}

// NewVersion reports that the two answers come from two versions of the model.
func (c ModelChange) NewVersion() bool {
	return c.Before != nil && c.After != nil && c.Before.Version != c.After.Version
}

var errNoRun = errors.New("this saved risk is not in the record any more: look at the list again")

// side is one side of a comparison.
type side struct {
	Taken
	subject pedigree.ID
	answers []risk.Assessment
	record  snapshot
	known   bool
}

// CompareRuns compares two saved runs by their ids; the later one may be "" for what the models say now.
func (s *Session) CompareRuns(before, after string) (*Comparison, error) {
	a, err := s.side(before, "")
	if err != nil {
		return nil, err
	}
	b, err := s.side(after, a.subject)
	if err != nil {
		return nil, err
	}
	if a.subject != b.subject {
		return nil, errors.New("the two saved risks are about two people: choose two about the same person")
	}
	c := &Comparison{Before: a.Taken, After: b.Taken, Models: pair(a.answers, b.answers), FactsKnown: a.known && b.known}
	if c.FactsKnown {
		was, is := a.record.numbersFor(a.subject), b.record.numbersFor(b.subject)
		c.Facts = append(casefile.FactChanges(was, is, a.subject), resultsBetween(a.record, b.record, a.subject)...)
	}
	return c, nil
}

// side finds a saved run, or with id "" asks the models about the subject now.
func (s *Session) side(id string, subject pedigree.ID) (side, error) {
	if id == "" {
		now := s.snapshot()
		return side{Taken{On: s.clinic.Today(), Now: true}, subject, now.quickly(subject), now, true}, nil
	}
	s.mu.Lock()
	runs := s.file.RiskRuns()
	s.mu.Unlock()
	at := slices.IndexFunc(runs, func(r casefile.RiskRun) bool { return r.ID == id })
	if at < 0 {
		return side{}, errNoRun
	}
	run := runs[at]
	then, known := s.past(run.Frontier)
	return side{Taken{On: run.SavedOn, By: run.SavedBy}, run.Subject, run.Assessments, then, known}, nil
}

// numbersFor is the family as the models see it for this person.
func (n snapshot) numbersFor(subject pedigree.ID) *pedigree.Family {
	return n.family.For(n.aboutSubject(subject).patient, pedigree.ForNumbers)
}

// pair puts the answers of each model side by side; models that were only asked before come last.
func pair(before, after []risk.Assessment) []ModelChange {
	var pairs []ModelChange
	of := func(answers []risk.Assessment, model string) *risk.Assessment {
		if at := slices.IndexFunc(answers, func(a risk.Assessment) bool { return a.Model == model }); at >= 0 {
			return &answers[at]
		}
		return nil
	}
	for i := range after {
		pairs = append(pairs, ModelChange{of(before, after[i].Model), &after[i]})
	}
	for i := range before {
		if of(after, before[i].Model) == nil {
			pairs = append(pairs, ModelChange{Before: &before[i]})
		}
	}
	return pairs
}

// resultsBetween are the results of other programs about a person that came or went between two times.
func resultsBetween(before, after snapshot, subject pedigree.ID) []FactChanged {
	var changes []FactChanged
	was, is := before.elsewhereOf(subject), after.elsewhereOf(subject)
	missing := func(from []risk.Elsewhere, e risk.Elsewhere) bool {
		return !slices.ContainsFunc(from, func(o risk.Elsewhere) bool { return o.ID == e.ID })
	}
	words := func(e risk.Elsewhere) string { return e.Program + " of " + e.On.Prose() }
	for _, e := range is {
		if missing(was, e) {
			changes = append(changes, FactChanged{After: "A result of " + words(e) + " was copied into the record."})
		}
	}
	for _, e := range was {
		if missing(is, e) {
			changes = append(changes, FactChanged{After: "The result of " + words(e) + " was struck out."})
		}
	}
	return changes
}
