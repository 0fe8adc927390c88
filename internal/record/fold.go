package record

import (
	"cmp"
	"slices"
	"strings"
)

// State is what a set of envelopes comes to. It may grow by Add and is otherwise read-only; what
// it hands out belongs to it. It is not safe for concurrent use.
type State struct {
	entities  map[EntityID]*Entity
	parts     map[EntityID][]EntityID // by owner, sorted
	linking   map[*register]bool      // registers that ever held a link
	contested map[*register]bool      // registers with more than one live write
	removed   map[*Entity]bool        // entities with a live Del
	replaced  map[replacement]bool    // what the Pred of known operations names
	byStamp   map[Stamp][]*Envelope   // one each, but for a forked lane
	lanes     map[DeviceID]*lane
	newer     []NewerOp
	links     *Links // nil when it must be worked out anew
}

// register is one field of one entity, or its removal (field "").
type register struct {
	entity *Entity
	field  string
	all    []*Write
	live   []*Write // the newest first
}

type replacement struct {
	register *register
	op       OpID
}

// lane is how far one device's envelopes are held without a gap, and which are held beyond it.
type lane struct {
	held  uint64
	ahead map[uint64]bool
}

// Write is one operation's write to one field.
type Write struct {
	ID       OpID
	Op       *Op
	Envelope *Envelope // who, when and why
	Entity   EntityID
	Field    string // "" for a removal or a restoration
	target   EntityID
}

// NewerOp is an operation of a kind that this version does not know.
type NewerOp struct {
	ID         OpID
	Kind       Kind
	Entity     EntityID
	Structural bool
}

// Fold is the state of a set of envelopes. Order and repetition do not matter. The envelopes must
// not be changed afterwards.
func Fold(envelopes []Envelope) *State {
	s := &State{
		entities:  map[EntityID]*Entity{},
		parts:     map[EntityID][]EntityID{},
		linking:   map[*register]bool{},
		contested: map[*register]bool{},
		removed:   map[*Entity]bool{},
		replaced:  map[replacement]bool{},
		byStamp:   map[Stamp][]*Envelope{},
		lanes:     map[DeviceID]*lane{},
	}
	for i := range envelopes {
		s.Add(&envelopes[i])
	}
	return s
}

// Add takes in one more envelope, which must not be changed afterwards, and reports false if it
// was there already. Adding commutes: the state depends on the set alone.
func (s *State) Add(e *Envelope) bool {
	if same := s.byStamp[e.Stamp]; len(same) > 0 {
		hash := e.Hash()
		if slices.ContainsFunc(same, func(other *Envelope) bool { return other == e || other.Hash() == hash }) {
			return false
		}
	}
	s.byStamp[e.Stamp] = append(s.byStamp[e.Stamp], e)
	s.hold(e)
	for i := range e.Ops {
		s.apply(e, i)
	}
	return true
}

func (s *State) hold(e *Envelope) {
	l := s.lanes[e.Device]
	if l == nil {
		l = &lane{ahead: map[uint64]bool{}}
		s.lanes[e.Device] = l
	}
	if e.Seq > l.held {
		l.ahead[e.Seq] = true
	}
	for l.ahead[l.held+1] {
		l.held++
		delete(l.ahead, l.held)
	}
}

func (s *State) apply(e *Envelope, index int) {
	op, id := &e.Ops[index], e.OpID(index)
	if !op.Kind.known() {
		s.newer = append(s.newer, NewerOp{ID: id, Kind: op.Kind, Entity: op.Entity, Structural: op.Structural})
		return
	}
	entity := s.entity(op.Entity)
	write := &Write{ID: id, Op: op, Envelope: e, Entity: op.Entity}
	switch op.Kind {
	case Add:
		entity.added = append(entity.added, write)
		slices.SortFunc(entity.added, compareWrites)
		if op.Owner != "" {
			if at, there := slices.BinarySearch(s.parts[op.Owner], op.Entity); !there {
				s.parts[op.Owner] = slices.Insert(s.parts[op.Owner], at, op.Entity)
			}
		}
		s.links = nil
	case Del, Undel:
		s.write(&entity.removal, write)
		if slices.ContainsFunc(entity.removal.live, func(w *Write) bool { return w.Op.Kind == Del }) {
			s.removed[entity] = true
		} else {
			delete(s.removed, entity)
		}
		s.links = nil
	default:
		write.Field = op.Field
		r := entity.fields[op.Field]
		if r == nil {
			r = &register{entity: entity, field: op.Field}
			entity.fields[op.Field] = r
		}
		if op.Graph != "" {
			write.target = LinkTarget(op.Value)
			s.linking[r] = true
		}
		if s.linking[r] {
			s.links = nil
		}
		s.write(r, write)
	}
}

func (s *State) entity(id EntityID) *Entity {
	entity := s.entities[id]
	if entity == nil {
		entity = &Entity{ID: id, fields: map[string]*register{}}
		entity.removal.entity = entity
		s.entities[id] = entity
	}
	return entity
}

// write puts w into a register. A write is live until a known operation on the same register names
// it; naming another field's write, or itself, replaces nothing.
func (s *State) write(r *register, w *Write) {
	for _, pred := range w.Op.Pred {
		if pred != w.ID {
			s.replaced[replacement{r, pred}] = true
			r.live = slices.DeleteFunc(r.live, func(other *Write) bool { return other.ID == pred })
		}
	}
	r.all = append(r.all, w)
	if len(s.replaced) == 0 || !s.replaced[replacement{r, w.ID}] {
		r.live = append(r.live, w)
		if len(r.live) > 1 {
			slices.SortFunc(r.live, func(a, b *Write) int { return compareWrites(b, a) })
		}
	}
	if len(r.live) > 1 {
		s.contested[r] = true
	} else {
		delete(s.contested, r)
	}
}

// compareWrites puts the oldest first. Ids tie only in a forked lane, where the content decides.
func compareWrites(a, b *Write) int {
	if c := a.ID.Compare(b.ID); c != 0 || a == b {
		return c
	}
	return strings.Compare(string(a.Envelope.Hash()), string(b.Envelope.Hash()))
}

// Frontier is how far each device's lane is held without a gap.
func (s *State) Frontier() Frontier {
	f := Frontier{}
	for device, l := range s.lanes {
		if l.held > 0 {
			f[device] = l.held
		}
	}
	return f
}

// Newer lists the operations of kinds that this version does not know, the oldest first.
func (s *State) Newer() []NewerOp {
	newer := slices.Clone(s.newer)
	slices.SortFunc(newer, func(a, b NewerOp) int {
		return cmp.Or(a.ID.Compare(b.ID), strings.Compare(string(a.Kind), string(b.Kind)), strings.Compare(string(a.Entity), string(b.Entity)))
	})
	return newer
}

// ReadOnly reports that an unknown operation changes the structure of the record, so that this
// version must not add to it.
func (s *State) ReadOnly() bool {
	return slices.ContainsFunc(s.newer, func(n NewerOp) bool { return n.Structural })
}
