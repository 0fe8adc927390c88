package casefile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"kindred/internal/record"
)

// ErrNothingToUndo and ErrNothingToRedo say that the session's list is empty.
var (
	ErrNothingToUndo = errors.New("there is nothing to undo")
	ErrNothingToRedo = errors.New("there is nothing to redo")
)

// CanUndo is the reason of the edit that Undo would take back.
func (x *File) CanUndo() (reason string, ok bool) { return top(x.undo) }

// CanRedo is the reason of the edit that Redo would do again.
func (x *File) CanRedo() (reason string, ok bool) { return top(x.redo) }

func top(steps []step) (string, bool) {
	if len(steps) == 0 {
		return "", false
	}
	return steps[len(steps)-1].reason, true
}

// Undo takes back this session's last edit by operations that restore what it replaced. Where
// somebody else has changed the same thing since, it is refused whole, with the reason, and leaves
// the list, so that the edits before it can still be undone.
func (x *File) Undo() (record.Envelope, error) {
	if len(x.undo) == 0 {
		return record.Envelope{}, ErrNothingToUndo
	}
	return x.invert("undo", &x.undo, &x.redo)
}

// Redo does again what Undo took back last.
func (x *File) Redo() (record.Envelope, error) {
	if len(x.redo) == 0 {
		return record.Envelope{}, ErrNothingToRedo
	}
	return x.invert("redo", &x.redo, &x.undo)
}

// invert takes the last step of one list back and puts it on the other.
func (x *File) invert(verb string, from, onto *[]step) (record.Envelope, error) {
	if x.state.ReadOnly() {
		return record.Envelope{}, ErrReadOnly
	}
	last, rest := (*from)[len(*from)-1], slices.Clip((*from)[:len(*from)-1])
	inverse, err := x.inverse(last.envelope)
	var e record.Envelope
	if err == nil {
		ops := make([]record.Op, len(inverse))
		for i := range inverse {
			ops[i] = inverse[i].op
		}
		e, err = x.commit(verb+": "+last.reason, "", x.clock.Next(), ops, func(s step) {
			s.reason = last.reason
			*from, *onto = rest, append(slices.Clip(*onto), s)
			for i := range inverse {
				x.restores[s.envelope.OpID(i)] = inverse[i].of
			}
		})
	}
	if err != nil {
		*from = rest
		return record.Envelope{}, fmt.Errorf("cannot %s %q: %w", verb, last.reason, err)
	}
	return e, nil
}

// target is what an operation writes to.
type target struct {
	entity record.EntityID
	field  string
}

// restoring is an operation and the writes that it restores.
type restoring struct {
	op record.Op
	of []record.OpID
}

// standsFor reports whether a write is the one with this id, or restored it, directly or through
// others: undoing and redoing what came after an edit brings its values back by new writes.
func (x *File) standsFor(write, id record.OpID) bool {
	return write == id || slices.ContainsFunc(x.restores[write], func(of record.OpID) bool { return x.standsFor(of, id) })
}

// inverse are the operations that restore what an envelope replaced. Each names the envelope's own
// writes only, so that whatever stands against them stays.
func (x *File) inverse(e *record.Envelope) ([]restoring, error) {
	added := map[record.EntityID]bool{}
	writes := map[target][]*record.Write{} // by e, to each field
	var fields []target
	for i := range e.Ops {
		op := &e.Ops[i]
		switch op.Kind {
		case record.Add:
			// The family itself is never removed: what it holds is.
			added[op.Entity] = op.Entity != theFamily
			continue
		case record.Del, record.Undel:
			op = &record.Op{Entity: op.Entity}
		}
		at := target{op.Entity, op.Field}
		if writes[at] == nil {
			fields = append(fields, at)
		}
		writes[at] = append(writes[at], x.state.Write(at.entity, at.field, e.OpID(i)))
	}
	var all []restoring
	for i := len(fields) - 1; i >= 0; i-- {
		at := fields[i]
		if added[at.entity] {
			continue // goes with the entity
		}
		some, err := x.restore(e, at, writes[at])
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	for i := len(e.Ops) - 1; i >= 0; i-- {
		if op := &e.Ops[i]; op.Kind == record.Add && added[op.Entity] && !added[op.Owner] {
			if err := x.untouched(e, op.Entity); err != nil {
				return nil, err
			}
			removals := x.state.Entity(op.Entity).Removals()
			all = append(all, restoring{op: record.Op{Kind: record.Del, Entity: op.Entity, Pred: idsOf(removals)}})
		}
	}
	return all, nil
}

// restore writes what a field held before e wrote to it: nothing, one value, or several that stood
// against each other, the one that was shown last so that it is shown again.
func (x *File) restore(e *record.Envelope, at target, own []*record.Write) ([]restoring, error) {
	entity := x.state.Entity(at.entity)
	live := entity.Live(at.field)
	if at.field == "" {
		live = entity.Removals()
	}
	var standing []record.OpID   // live writes that are e's, or stand for them
	var replaced []*record.Write // by e
	for _, w := range own {
		there := false
		for _, l := range live {
			if x.standsFor(l.ID, w.ID) {
				there = true
				if !slices.Contains(standing, l.ID) {
					standing = append(standing, l.ID)
				}
			}
		}
		if !there {
			return nil, x.changedSince(at, live)
		}
		for _, id := range w.Op.Pred {
			if before := x.state.Write(at.entity, at.field, id); before != nil && before.Envelope != e && !slices.Contains(replaced, before) {
				replaced = append(replaced, before)
			}
		}
	}
	if at.field == "" {
		kind := record.Undel
		if own[0].Op.Kind == record.Undel {
			kind = record.Del
			if err := x.untouched(e, at.entity); err != nil {
				return nil, err
			}
		}
		return []restoring{{record.Op{Kind: kind, Entity: at.entity, Pred: standing}, idsOf(replaced)}}, nil
	}
	if x.hiddenFor(at.entity, e) {
		return nil, fmt.Errorf("%s has been removed since", describe(x.state, at.entity))
	}
	op := func(like *record.Op, value json.RawMessage) record.Op {
		return record.Op{
			Kind: plain(like.Kind), Entity: at.entity, Field: at.field, Value: value,
			Graph: like.Graph, Exclusive: like.Exclusive, Pred: standing,
		}
	}
	if len(replaced) == 0 {
		return []restoring{{op: op(own[0].Op, nil)}}, nil
	}
	slices.SortFunc(replaced, func(a, b *record.Write) int { return a.ID.Compare(b.ID) })
	var all []restoring
	for i, w := range replaced {
		same := func(other *record.Write) bool { return record.SameValue(other.Op.Value, w.Op.Value) }
		if slices.ContainsFunc(replaced[i+1:], same) {
			continue
		}
		of := slices.DeleteFunc(slices.Clone(replaced), func(other *record.Write) bool { return !same(other) })
		all = append(all, restoring{op(w.Op, w.Op.Value), idsOf(of)})
	}
	return all, nil
}

// plain is the kind of write that restores one of this kind: restoring decides nothing.
func plain(k record.Kind) record.Kind {
	if k == record.Resolve {
		return record.Set
	}
	return k
}

// hiddenFor reports that an entity is out of sight, and not because of e itself.
func (x *File) hiddenFor(id record.EntityID, e *record.Envelope) bool {
	for _, op := range e.Ops {
		if op.Entity == id && (op.Kind == record.Del || op.Kind == record.Undel) {
			return false
		}
	}
	return !x.state.Visible(id)
}

// untouched reports, as an error, that somebody on another device has since written to an entity
// that is about to be removed again, or linked something to it.
func (x *File) untouched(e *record.Envelope, id record.EntityID) error {
	foreign := func(w *record.Write) bool { return w.Envelope.Device != e.Device && !e.Knew(w.Envelope) }
	refuse := func(w *record.Write) error {
		return fmt.Errorf("%s has been added to since by %s", describe(x.state, id), authorOf(w))
	}
	for _, w := range x.state.LiveWrites(id) {
		if foreign(w) {
			return refuse(w)
		}
	}
	quoted, _ := json.Marshal(lastPart(id))
	for _, part := range x.state.Parts(theFamily) {
		for _, w := range x.state.Links().Of(part) {
			if w.Target() == id && foreign(w) {
				return refuse(w)
			}
		}
		for _, field := range []string{"partners", "members", "children", "individual"} {
			if w := x.state.Entity(part).Shown(field); w != nil && foreign(w) && bytes.Contains(w.Op.Value, quoted) {
				return refuse(w)
			}
		}
	}
	return nil
}

func (x *File) changedSince(at target, live []*record.Write) error {
	what := fieldWords(at.field) + " of " + describe(x.state, at.entity)
	if len(live) == 0 {
		return fmt.Errorf("%s has been changed since", what)
	}
	return fmt.Errorf("%s has been changed since by %s", what, authorOf(live[0]))
}

func authorOf(w *record.Write) string {
	if w.Envelope.Author == "" {
		return "device " + string(w.Envelope.Device)
	}
	return w.Envelope.Author
}
