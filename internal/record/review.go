package record

import (
	"cmp"
	"slices"
	"strings"
)

// Conflict is a field with two or more different live values: writes that did not know each other.
type Conflict struct {
	Entity EntityID
	Field  string   // "" when a removal and a restoration stand against each other
	Writes []*Write // one for each value, the shown one first, then the newest
}

// Conflicts lists the fields of added entities with more than one distinct live value, by entity
// and field. Equal values are no conflict. What belongs to a removed entity is listed too.
func (s *State) Conflicts() []Conflict {
	var conflicts []Conflict
	for r := range s.contested {
		var distinct []*Write
		for _, w := range r.live {
			if !slices.ContainsFunc(distinct, func(d *Write) bool { return sameWrite(d, w) }) {
				distinct = append(distinct, w)
			}
		}
		if len(distinct) > 1 {
			conflicts = append(conflicts, Conflict{Entity: r.entity.ID, Field: r.field, Writes: distinct})
		}
	}
	slices.SortFunc(conflicts, func(a, b Conflict) int {
		return cmp.Or(strings.Compare(string(a.Entity), string(b.Entity)), strings.Compare(a.Field, b.Field))
	})
	return conflicts
}

func sameWrite(a, b *Write) bool {
	if a.Field == "" {
		return a.Op.Kind == b.Op.Kind
	}
	return SameValue(a.Op.Value, b.Op.Value)
}

// EditedWhileRemoved is a removed entity that someone wrote to without knowing of the removal, and
// whose remover did not know of that.
type EditedWhileRemoved struct {
	Entity  EntityID
	Removal *Write
	Edits   []*Write // live writes to the entity or its parts that the remover did not know, the oldest first
}

// EditedWhileRemoved lists such entities by id.
func (s *State) EditedWhileRemoved() []EditedWhileRemoved {
	var list []EditedWhileRemoved
	for entity := range s.removed {
		if !entity.Removed() {
			continue // a restoration stands against the removal: that is a conflict, and listed there
		}
		var edits []*Write
		for _, w := range s.writesOf(entity, map[EntityID]bool{}) {
			if !slices.ContainsFunc(entity.removal.live, func(del *Write) bool { return del.Envelope.Knew(w.Envelope) }) {
				edits = append(edits, w)
			}
		}
		if len(edits) > 0 {
			slices.SortFunc(edits, compareWrites)
			list = append(list, EditedWhileRemoved{Entity: entity.ID, Removal: entity.removal.live[0], Edits: edits})
		}
	}
	slices.SortFunc(list, func(a, b EditedWhileRemoved) int { return strings.Compare(string(a.Entity), string(b.Entity)) })
	return list
}

// LiveWrites are the live writes to an entity and all its parts, their removals and additions
// included, the oldest first.
func (s *State) LiveWrites(id EntityID) []*Write {
	entity := s.entities[id]
	if entity == nil {
		return nil
	}
	writes := append(s.writesOf(entity, map[EntityID]bool{}), entity.removal.live...)
	slices.SortFunc(writes, compareWrites)
	return writes
}

// writesOf leaves out the removal of entity itself.
func (s *State) writesOf(entity *Entity, seen map[EntityID]bool) []*Write {
	if seen[entity.ID] {
		return nil
	}
	seen[entity.ID] = true
	writes := slices.Clone(entity.added)
	for _, r := range entity.fields {
		writes = append(writes, r.live...)
	}
	for _, id := range s.Parts(entity.ID) {
		part := s.entities[id]
		writes = append(writes, s.writesOf(part, seen)...)
		writes = append(writes, part.removal.live...)
	}
	return writes
}
