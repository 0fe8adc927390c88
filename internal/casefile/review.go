package casefile

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// ReviewKind is what a merge left for a person to settle.
type ReviewKind string

// The kinds of reviews.
const (
	TwoValues          ReviewKind = "two values"
	RemovedAndKept     ReviewKind = "removed and kept" // a removal and a restoration stand against each other
	LinkNotApplied     ReviewKind = "parent not shown" // the link is kept: applied, it would break the family
	EditedWhileRemoved ReviewKind = "edited while removed"
	NewerVersion       ReviewKind = "newer version"
	WrongClock         ReviewKind = "wrong clock"
)

// Value is one of the values that stand against each other.
type Value struct {
	Text   string // for people
	Author string
	Role   string
	At     time.Time // when it was written, by that device's clock
}

// Review is one thing that a merge left open. Nothing settles it but Settle.
type Review struct {
	Kind   ReviewKind
	Person pedigree.ID // whom it concerns; "" for the family as a whole
	Name   string      // of the person, as drawn; "person 7" without a name
	Fact   string      // the JSON key in the native file: "age", "diagnoses", "mother", ...
	Text   string      // one sentence that names the person and the values with their authors
	Values []Value     // the shown one first
	// AffectsRisk marks facts that numbers depend on: models cannot tell until it is settled.
	AffectsRisk bool
	Choices     []string // what Settle can do; none for what only time or an update can settle

	people []pedigree.ID
	ops    [][]record.Op // by choice
}

// arranges reports a field that only says how the family is drawn: two people's choices need no review.
func arranges(field string) bool {
	return field == fieldOrder || field == "pin" || field == "draw_twice" || field == "fold"
}

// Reviews lists what is open: conflicts first, by person and fact.
func (x *File) Reviews() []Review {
	var reviews []Review
	for _, c := range x.state.Conflicts() {
		if x.state.Visible(c.Entity) && !arranges(c.Field) && !isSaved(x.state.Entity(c.Entity).Kind()) {
			reviews = append(reviews, x.conflict(c))
		}
	}
	for _, u := range x.state.Links().Unapplied {
		reviews = append(reviews, x.unapplied(u))
	}
	for _, e := range x.state.EditedWhileRemoved() {
		owner := x.state.Entity(e.Entity).Owner()
		moved := !slices.ContainsFunc(e.Edits, func(w *record.Write) bool { return !arranges(w.Field) })
		if !moved && (owner == "" || x.state.Visible(owner)) {
			reviews = append(reviews, x.editedWhileRemoved(e))
		}
	}
	if newer := x.state.Newer(); len(newer) > 0 {
		text := fmt.Sprintf("%d changes were made by a newer version of the program; they are kept, and shown after an update", len(newer))
		reviews = append(reviews, Review{Kind: NewerVersion, Text: text, AffectsRisk: x.state.ReadOnly()})
	}
	for _, id := range x.view.unreadableIDs() {
		r := x.about(NewerVersion, id, x.view.unreadable[id][0])
		r.Text = fmt.Sprintf("%s: %s is written in a form of a newer version of the program; it is kept, and shown after an update", r.Name, fieldWords(x.view.unreadable[id][0]))
		reviews = append(reviews, r)
	}
	reviews = append(reviews, x.wrongClocks()...)
	for i := range reviews {
		reviews[i].Text = strings.ReplaceAll(reviews[i].Text, "\n", " ")
	}
	return reviews
}

// Unresolved are the facts in conflict that numbers depend on, as the risk models take them.
func (x *File) Unresolved() []risk.Unresolved {
	var facts []risk.Unresolved
	for _, r := range x.Reviews() {
		if !r.AffectsRisk {
			continue
		}
		for _, person := range r.people {
			facts = append(facts, risk.Unresolved{Person: person, Fact: r.Fact})
		}
	}
	return facts
}

// Settle decides a review by one of its choices. The decision is an operation like any other, with
// author and reason, names every value it was shown, and can be undone.
func (x *File) Settle(r Review, choice int, reason string) (record.Envelope, error) {
	if choice < 0 || choice >= len(r.ops) {
		return record.Envelope{}, fmt.Errorf("choice %d: this review has %d choices", choice+1, len(r.ops))
	}
	if x.state.ReadOnly() {
		return record.Envelope{}, ErrReadOnly
	}
	return x.commit(cmp.Or(reason, "settle: "+r.Choices[choice]), "", x.clock.Next(), r.ops[choice], func(s step) {
		x.undo, x.redo = append(slices.Clip(x.undo), s), nil
	})
}

// about begins a review of one entity's field.
func (x *File) about(kind ReviewKind, id record.EntityID, field string) Review {
	r := Review{Kind: kind, Person: personOf(x.state, id), Fact: factOf(x.state, id, field), AffectsRisk: affectsRisk(x.state, id, field)}
	if r.Person != "" {
		r.people = []pedigree.ID{r.Person}
	} else if e := x.state.Entity(id); e != nil && e.Kind() == kindTwins {
		r.people = item[pedigree.TwinSet](x.view, id, kindTwins).Members
		if len(r.people) > 0 {
			r.Person = r.people[0]
		}
	}
	r.Name = describe(x.state, id)
	if r.Person != "" {
		r.Name = x.nameOf(individualID(r.Person))
	}
	return r
}

func (x *File) conflict(c record.Conflict) Review {
	kind := TwoValues
	if c.Field == "" {
		kind = RemovedAndKept
	}
	r := x.about(kind, c.Entity, c.Field)
	live := x.state.Entity(c.Entity).Live(c.Field)
	if c.Field == "" {
		live = x.state.Entity(c.Entity).Removals()
	}
	var said []string
	for _, w := range c.Writes {
		v := x.valueOf(w)
		r.Values = append(r.Values, v)
		said = append(said, fmt.Sprintf("%s (%s)", v.Text, authorOf(w)))
		r.Choices = append(r.Choices, v.Text)
		op := record.Op{
			Kind: record.Resolve, Entity: c.Entity, Field: c.Field, Value: w.Op.Value,
			Graph: w.Op.Graph, Exclusive: w.Op.Exclusive, Pred: idsOf(live),
		}
		if c.Field == "" {
			op.Kind = w.Op.Kind
		}
		r.ops = append(r.ops, []record.Op{op})
	}
	r.Text = fmt.Sprintf("%s: %s is recorded as %s", r.Name, x.whatOf(c.Entity, c.Field), strings.Join(said, " and as "))
	return r
}

// whatOf is a field for people, with what it is a field of unless that is the person.
func (x *File) whatOf(id record.EntityID, field string) string {
	if kind := x.state.Entity(id).Kind(); kind != kindIndividual {
		return fieldWords(field) + " of " + kindWords[kind]
	}
	return fieldWords(field)
}

func (x *File) unapplied(u record.Unapplied) Review {
	r := x.about(LinkNotApplied, u.Write.Entity, u.Write.Field)
	parent := x.nameOf(u.Target)
	v := x.valueOf(u.Write)
	r.Values = []Value{v}
	r.Text = fmt.Sprintf("%s: %s is recorded as %s (%s) and not shown, because %s", r.Name, fieldWords(u.Write.Field), parent, authorOf(u.Write), causeWords[u.Cause])
	live := x.state.Entity(u.Write.Entity).Live(u.Write.Field)
	r.Choices = []string{"leave out " + parent + " as this parent"}
	r.ops = [][]record.Op{{{
		Kind: record.Resolve, Entity: u.Write.Entity, Field: u.Write.Field, Graph: u.Write.Op.Graph, Exclusive: u.Write.Op.Exclusive, Pred: idsOf(live),
	}}}
	if u.Cause == record.TargetRemoved {
		if e := x.state.Entity(u.Target); e.Removed() {
			r.Choices = append(r.Choices, "bring back "+parent)
			r.ops = append(r.ops, []record.Op{{Kind: record.Undel, Entity: u.Target, Pred: idsOf(e.Removals())}})
		}
	}
	return r
}

func (x *File) editedWhileRemoved(e record.EditedWhileRemoved) Review {
	r := x.about(EditedWhileRemoved, e.Entity, "")
	removals := idsOf(x.state.Entity(e.Entity).Removals())
	var authors []string
	for _, w := range e.Edits {
		if !slices.Contains(authors, authorOf(w)) {
			authors = append(authors, authorOf(w))
		}
		if w.Field != "" && w.Field != fieldOrder {
			v := x.valueOf(w)
			v.Text = x.whatOf(w.Entity, w.Field) + ": " + v.Text
			r.Values = append(r.Values, v)
		}
	}
	r.Text = fmt.Sprintf("%s: removed by %s, while %s was writing to it", r.Name, authorOf(e.Removal), strings.Join(authors, " and "))
	r.Choices = []string{"keep it removed", "bring it back"}
	r.ops = [][]record.Op{
		{{Kind: record.Del, Entity: e.Entity, Pred: removals}},
		{{Kind: record.Undel, Entity: e.Entity, Pred: removals}},
	}
	return r
}

// wrongClocks lists the other devices that wrote with a clock more than record.MaxAhead ahead of ours.
func (x *File) wrongClocks() []Review {
	limit := x.params.Clock().Add(record.MaxAhead)
	var devices []record.DeviceID
	for _, e := range x.envelopes {
		if e.Stamp.Time().After(limit) && !slices.Contains(devices, e.Device) {
			devices = append(devices, e.Device)
		}
	}
	slices.Sort(devices)
	var reviews []Review
	for _, device := range devices {
		reviews = append(reviews, Review{Kind: WrongClock, Text: fmt.Sprintf("the clock of device %s is, or was, more than a day ahead: check the times of its entries", device)})
	}
	return reviews
}

func (x *File) nameOf(id record.EntityID) string {
	if e := x.state.Entity(id); e != nil && e.Kind() == kindIndividual {
		if name := textOf(e.Shown("name")); name != "" {
			return name
		}
	}
	return describe(x.state, id)
}

func (x *File) valueOf(w *record.Write) Value {
	v := Value{Author: w.Envelope.Author, Role: w.Envelope.Role, At: w.Envelope.Stamp.Time()}
	switch {
	case w.Op.Kind == record.Del:
		v.Text = "removed"
	case w.Op.Kind == record.Undel:
		v.Text = "kept"
	case w.Op.Kind == record.Add:
		v.Text = "added"
	case w.Op.Graph != "" && w.Target() != "":
		v.Text = x.nameOf(w.Target())
	default:
		v.Text = valueText(w.Op.Value)
	}
	return v
}

// valueText is a field's value for people.
func valueText(value json.RawMessage) string {
	var (
		text  string
		truth bool
		fuzzy pedigree.Fuzzy
	)
	switch {
	case record.IsNull(value):
		return "nothing"
	case json.Unmarshal(value, &text) == nil:
		return text
	case json.Unmarshal(value, &truth) == nil && truth:
		return "yes"
	case json.Unmarshal(value, &truth) == nil:
		return "no"
	case value[0] == '{' && json.Unmarshal(value, &fuzzy) == nil && !fuzzy.IsZero():
		return fuzzy.String()
	}
	return string(value)
}

func (v *view) unreadableIDs() []record.EntityID {
	var ids []record.EntityID
	for id := range v.unreadable {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}
