package casefile

import (
	"fmt"
	"slices"

	"kindred/internal/record"
	"kindred/pedigree"
)

// step is an envelope of this session, and what could be undone and redone before it.
type step struct {
	envelope *record.Envelope
	reason   string
	undo     []step
	redo     []step
}

// Do runs an edit on a copy of the family and makes the difference into one envelope, which shows at
// once and which the caller must then make durable, or Abandon. Without a difference the envelope
// is zero. An error, of the edit or because the family could not be kept, leaves everything as it was.
func (x *File) Do(reason string, edit func(*pedigree.Family) error) (record.Envelope, error) {
	return x.DoOn(reason, "", edit)
}

// DoOn is Do for an edit about something that happened on an earlier day than it is written down.
func (x *File) DoOn(reason string, happened pedigree.Date, edit func(*pedigree.Family) error) (record.Envelope, error) {
	if x.state.ReadOnly() {
		return record.Envelope{}, ErrReadOnly
	}
	edited := x.family.Clone()
	if err := edit(edited); err != nil {
		return record.Envelope{}, err
	}
	if err := prepare(edited, x.family, x.NewID); err != nil {
		return record.Envelope{}, err
	}
	d := differ{view: x.view, stamp: x.clock.Next()}
	d.family(x.family, edited, x.NewID)
	if d.err != nil {
		return record.Envelope{}, d.err
	}
	return x.commit(reason, happened, d.stamp, d.ops, func(s step) {
		x.undo, x.redo = append(slices.Clip(x.undo), s), nil
	})
}

// commit puts operations into an envelope, and that into the record. onto then changes the stacks.
func (x *File) commit(reason string, happened pedigree.Date, stamp record.Stamp, ops []record.Op, onto func(step)) (record.Envelope, error) {
	if len(ops) == 0 {
		return record.Envelope{}, nil
	}
	saw := x.state.Frontier()
	delete(saw, x.params.Device)
	e := &record.Envelope{
		Version: record.Version, Family: x.params.Family, Device: x.params.Device, Seq: 1, Stamp: stamp, Saw: saw,
		Author: x.params.Author, Role: x.params.Role, Reason: reason, HappenedOn: string(happened), Ops: ops,
	}
	if x.own != nil {
		e.Seq, e.Prev = x.own.Seq+1, x.own.Hash()
	}
	x.state.Add(e)
	for _, u := range x.state.Links().Unapplied {
		if u.Write.Envelope == e {
			err := fmt.Errorf("%s cannot be a parent of %s: %s", describe(x.state, u.Target), describe(x.state, u.Write.Entity), causeWords[u.Cause])
			x.refold()
			return record.Envelope{}, err
		}
	}
	s := step{envelope: e, reason: reason, undo: x.undo, redo: x.redo}
	x.session = append(x.session, s)
	x.envelopes = append(x.envelopes, e)
	x.own = e
	x.show(e)
	onto(s)
	return *e, nil
}

// Abandon takes back an envelope that could not be made durable, and what this device did after it.
// An envelope that is not of this session, or is taken back already, is passed over.
func (x *File) Abandon(e record.Envelope) {
	at := slices.IndexFunc(x.session, func(s step) bool { return s.envelope.Stamp == e.Stamp })
	if at < 0 {
		return
	}
	back := x.session[at]
	after := x.session[at:]
	x.undo, x.redo, x.session = back.undo, back.redo, slices.Clip(x.session[:at])
	x.envelopes = slices.DeleteFunc(x.envelopes, func(e *record.Envelope) bool {
		return slices.ContainsFunc(after, func(s step) bool { return s.envelope == e })
	})
	x.own = nil
	for _, e := range x.envelopes {
		if e.Device == x.params.Device && (x.own == nil || e.Seq > x.own.Seq) {
			x.own = e
		}
	}
	x.refold()
}
