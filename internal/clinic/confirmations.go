package clinic

import (
	"cmp"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/confirm"
	"kindred/pedigree/risk"
)

// Confirmation is one fact that a report could confirm or refute, and what either would change of what
// the models say. Known is that the models were asked; a settled fact changes nothing more.
type Confirmation struct {
	confirm.Item
	Who         string // "Joan (mother)"
	Known       bool
	IfConfirmed []confirm.Change
	IfRefuted   []confirm.Change
}

// Confirmations lists what could be confirmed in this family, without asking the models: the open
// facts first, those whose reply is overdue before all.
func (s *Session) Confirmations() []Confirmation {
	f := s.Family()
	var all []Confirmation
	for _, item := range confirm.List(f, s.clinic.Today()) {
		all = append(all, Confirmation{Item: item, Who: whoIs(f, item.Person)})
	}
	slices.SortStableFunc(all, func(a, b Confirmation) int { return cmp.Compare(urgency(a.State), urgency(b.State)) })
	return all
}

// urgency puts open facts before those that wait, and settled ones last.
func urgency(s confirm.State) int {
	return slices.Index([]confirm.State{confirm.Overdue, confirm.NotAskedFor, confirm.NotFound, confirm.Sent, confirm.Refuted, confirm.Confirmed}, s)
}

// ConfirmationEffects is Confirmations with what each answer would change of what the models say of a
// person, the largest change first among the facts of one state. It takes two runs of the models a fact;
// it returns nil as soon as stop says so, which it asks between facts.
func (s *Session) ConfirmationEffects(subject pedigree.ID, stop func() bool) []Confirmation {
	all, now := s.Confirmations(), s.snapshot()
	now.memory = new(risk.Memory) // what is assumed here must not push out what is known of the family
	today := now.quickly(subject)
	for i := range all {
		c := &all[i]
		if c.State.Settled() {
			continue
		}
		if stop() {
			return nil
		}
		c.IfConfirmed = now.change(today, subject, c.Fact, confirm.Confirmed)
		c.IfRefuted = now.change(today, subject, c.Fact, confirm.Refuted)
		c.Known = true
	}
	slices.SortStableFunc(all, func(a, b Confirmation) int {
		return cmp.Or(
			cmp.Compare(urgency(a.State), urgency(b.State)),
			cmp.Compare(confirm.Largest(b.IfConfirmed, b.IfRefuted), confirm.Largest(a.IfConfirmed, a.IfRefuted)),
		)
	})
	return all
}

// change is what the models would say of a person if a fact had this outcome.
func (n snapshot) change(today []risk.Assessment, subject pedigree.ID, fact confirm.Fact, outcome confirm.State) []confirm.Change {
	assumed, err := confirm.Assume(n.family, fact, outcome)
	if err != nil {
		return nil // the fact went between the list and the models: the next list is without it
	}
	n.family = assumed
	return confirm.Compare(today, n.quickly(subject))
}

// RequestFor is the fact that a report should be asked for, to settle what a model says could change its
// answer: of whether somebody had cancer, the certificate of a death of one. ok is false where no report
// could settle it, or one has. The State says whether it was asked for already.
func (s *Session) RequestFor(m risk.Missing) (c Confirmation, ok bool) {
	test := strings.HasPrefix(m.Fact, "report of") || strings.HasPrefix(m.Fact, "scope of")
	f := s.Family()
	for _, item := range confirm.List(f, s.clinic.Today()) {
		switch {
		case item.Person != m.Person || item.Fact.Item != m.Item || item.State.Settled():
		case item.Kind == confirm.Death && !strings.Contains(m.Fact, "cancer"): // the certificate says nothing of it
		case !ok || test == (item.Kind == confirm.GeneTest): // the ids of a person's diagnoses and tests may be the same
			c.Item, ok = item, true
		}
	}
	if ok {
		c.Who = whoIs(f, c.Person)
	}
	return c, ok
}

// SendRequest records that confirmation of a fact was asked for. A day of "" for the sending is today,
// and for the reply confirm.ReplyWeeks after that.
func (s *Session) SendRequest(c Confirmation, to string, sent, due pedigree.Date) error {
	sent = cmp.Or(sent, s.clinic.Today())
	return s.Do("ask for confirmation: "+s.naming(c), func(f *pedigree.Family) error {
		return confirm.Send(f, c.Fact, to, sent, cmp.Or(due, confirm.DueAfter(sent)))
	})
}

// AnswerRequest records what came of asking, today: confirm.Confirmed, Refuted or NotFound, and what
// says so.
func (s *Session) AnswerRequest(c Confirmation, outcome confirm.State, by string) error {
	today := s.clinic.Today()
	return s.Do(string(outcome)+": "+s.naming(c), func(f *pedigree.Family) error {
		return confirm.Answer(f, c.Fact, outcome, by, today)
	})
}

// naming is the fact in the words that undo and the timeline show: "Mary, ovarian cancer at 52".
func (s *Session) naming(c Confirmation) string { return s.Family().Called(c.Person) + ", " + c.Words }

// whoIs names a person in a list that has no drawing beside it: "Mary (mother)".
func whoIs(f *pedigree.Family, id pedigree.ID) string {
	who := f.Called(id)
	subject := f.Subject()
	if subject == nil || subject.ID == id {
		return who
	}
	if relation := f.Relationship(subject.ID, id).Words; !strings.Contains(who, relation) {
		who += " (" + relation + ")"
	}
	return who
}
