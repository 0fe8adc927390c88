package record

import (
	"maps"
	"slices"
)

// Entity is one thing in the record: its kind, what it is part of, and its fields.
type Entity struct {
	ID      EntityID
	added   []*Write // the oldest first: it says the kind and the owner
	removal register
	fields  map[string]*register
}

// Kind is what the entity was added as; "" while only writes to it, and no Add, have come.
func (e *Entity) Kind() string {
	if len(e.added) == 0 {
		return ""
	}
	return e.added[0].Op.EntityKind
}

// Owner is the entity that this one is part of; "" is none.
func (e *Entity) Owner() EntityID {
	if len(e.added) == 0 {
		return ""
	}
	return e.added[0].Op.Owner
}

// Added is the write that added the entity, nil while none has come.
func (e *Entity) Added() *Write {
	if len(e.added) == 0 {
		return nil
	}
	return e.added[0]
}

// Removed reports that the entity itself is removed from sight. While a removal and a restoration
// stand against each other it stays in sight.
func (e *Entity) Removed() bool {
	live := e.removal.live
	return len(live) > 0 && !slices.ContainsFunc(live, func(w *Write) bool { return w.Op.Kind == Undel })
}

// Removals are the live removals and restorations, the newest first.
func (e *Entity) Removals() []*Write { return e.removal.live }

// Fields are the names of the fields ever written, sorted.
func (e *Entity) Fields() []string { return slices.Sorted(maps.Keys(e.fields)) }

// Live are the writes of a field that no known operation replaces, the newest first.
func (e *Entity) Live(field string) []*Write {
	if r := e.fields[field]; r != nil {
		return r.live
	}
	return nil
}

// Shown is the newest live write, nil if there is none.
func (e *Entity) Shown(field string) *Write {
	if live := e.Live(field); len(live) > 0 {
		return live[0]
	}
	return nil
}

// All are all writes to a field, the oldest first, whether or not replaced since.
func (e *Entity) All(field string) []*Write {
	r := e.fields[field]
	if r == nil {
		return nil
	}
	all := slices.Clone(r.all)
	slices.SortFunc(all, compareWrites)
	return all
}

// Entity is the entity with this id, removed or not, or nil.
func (s *State) Entity(id EntityID) *Entity { return s.entities[id] }

// Target is the entity that a link leads to; "" for other writes, and for a link to nothing.
func (w *Write) Target() EntityID { return w.target }

// Visible reports that the entity was added and that neither it nor what it is part of is removed.
func (s *State) Visible(id EntityID) bool {
	for range len(s.entities) + 1 { // an owner chain that loops is never in sight
		e := s.entities[id]
		if e == nil || len(e.added) == 0 || e.Removed() {
			return false
		}
		if id = e.Owner(); id == "" {
			return true
		}
	}
	return false
}

// Entities are all entities, removed or not, sorted by id.
func (s *State) Entities() []*Entity {
	all := make([]*Entity, 0, len(s.entities))
	for _, id := range slices.Sorted(maps.Keys(s.entities)) {
		all = append(all, s.entities[id])
	}
	return all
}

// Parts are the ids of the entities whose owner is id, removed or not, sorted.
func (s *State) Parts(id EntityID) []EntityID {
	parts := make([]EntityID, 0, len(s.parts[id]))
	for _, part := range s.parts[id] {
		if s.entities[part].Owner() == id { // a second Add may have named another owner
			parts = append(parts, part)
		}
	}
	return parts
}

// Write finds the write that an operation made, live or replaced, or nil.
func (s *State) Write(entity EntityID, field string, id OpID) *Write {
	e := s.entities[entity]
	if e == nil {
		return nil
	}
	r := e.fields[field]
	if field == "" {
		r = &e.removal
	}
	if r == nil {
		return nil
	}
	for _, w := range r.all {
		if w.ID == id {
			return w
		}
	}
	return nil
}
