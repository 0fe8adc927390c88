package pedigree

import (
	"encoding/json"
	"fmt"
)

// Answer is what came of a yes-or-no question. "Not asked", "doesn't know" and "no" are three
// different things, in a letter as in a number.
type Answer uint8

// The answers. The zero Answer is NotAsked.
const (
	NotAsked Answer = iota
	Yes
	No
	DontKnow
)

// Of is Yes or No.
func Of(b bool) Answer {
	if b {
		return Yes
	}
	return No
}

// IsZero reports NotAsked, for omitzero.
func (a Answer) IsZero() bool { return a == NotAsked }

// String is the answer in words.
func (a Answer) String() string {
	return [...]string{"not asked", "yes", "no", "doesn't know"}[a&3]
}

// MarshalJSON writes true, false, "unknown", or null when not asked.
func (a Answer) MarshalJSON() ([]byte, error) {
	return []byte([...]string{"null", "true", "false", `"unknown"`}[a&3]), nil
}

// UnmarshalJSON reads true, false, null, or "unknown".
func (a *Answer) UnmarshalJSON(data []byte) error {
	switch string(data) {
	case "null", `""`:
		*a = NotAsked
	case "true", `"yes"`:
		*a = Yes
	case "false", `"no"`:
		*a = No
	case `"unknown"`:
		*a = DontKnow
	default:
		var v any
		_ = json.Unmarshal(data, &v)
		return fmt.Errorf("expected true, false or \"unknown\", not %v", v)
	}
	return nil
}
