package record

import (
	"bytes"
	"encoding/json"
)

// Kind says what an operation does.
type Kind string

// The kinds of this version. An operation of any other kind was made by a newer version: it is
// kept, forwarded and reported, and does nothing here.
const (
	Add     Kind = "add"     // the entity exists, of EntityKind, part of Owner
	Set     Kind = "set"     // Field has Value
	Link    Kind = "link"    // Field points to the entity whose id is Value, in Graph
	Resolve Kind = "resolve" // Field has Value, decided by someone who was shown every value in Pred
	Del     Kind = "del"     // the entity is removed from sight; what it holds is kept
	Undel   Kind = "undel"   // the entity is back
)

func (k Kind) known() bool {
	switch k {
	case Add, Set, Link, Resolve, Del, Undel:
		return true
	}
	return false
}

// Op is one operation. Its id is its envelope's stamp and its index there.
type Op struct {
	Kind       Kind
	Entity     EntityID
	EntityKind string   // Add: what the entity is
	Owner      EntityID // Add: the entity that this one is part of, and goes with; "" is none
	Field      string   // Set, Link, Resolve
	// Value is any JSON; null, or nothing, is "no value". For a link it is the target's id as a
	// string, or an object whose "to" is that id.
	Value json.RawMessage
	// Pred names the live writes of the same field (or of the same entity's removal) that this
	// operation replaces: those its author saw and meant to replace, and no others.
	Pred []OpID

	// Graph makes the write a link: no chain of links of one graph may lead back to where it began.
	Graph string
	// Exclusive links of one entity in one graph never share a target.
	Exclusive bool
	// Structural is set by newer versions on kinds that change what entities there are or how they
	// are linked: whoever does not know such a kind must not edit the record.
	Structural bool

	Extra map[string]json.RawMessage // keys of newer versions, kept as they came
}

// IsNull reports whether a value says "no value".
func IsNull(value json.RawMessage) bool {
	trimmed := bytes.TrimSpace(value)
	return len(trimmed) == 0 || string(trimmed) == "null"
}

// SameValue reports whether two values are the same JSON text but for white space.
func SameValue(a, b json.RawMessage) bool {
	if bytes.Equal(a, b) || IsNull(a) && IsNull(b) {
		return true
	}
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// LinkTarget is the entity that a link's value points to; "" when it points nowhere.
func LinkTarget(value json.RawMessage) EntityID {
	if IsNull(value) {
		return ""
	}
	var id EntityID
	if json.Unmarshal(value, &id) == nil {
		return id
	}
	var object struct {
		To EntityID `json:"to"`
	}
	_ = json.Unmarshal(value, &object) // a value of another form points nowhere this version knows
	return object.To
}
