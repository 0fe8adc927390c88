package criteria

import "kindred/pedigree/risk"

// Level is how far something holds.
type Level int8

// The levels, in order.
const (
	No        Level = iota // on no reading of what is recorded
	Open                   // on some readings
	Reported               // on every reading; something it rests on is not confirmed
	Confirmed              // on every reading, and all it rests on is confirmed
)

// The categories of an answer to a set of criteria.
const (
	Met            = "met"
	MetIfConfirmed = "met if confirmed"
	CannotTell     = "cannot tell"
	NotMet         = "not met"
)

// Category is what a level comes to.
func (l Level) Category() string {
	return [...]string{NotMet, CannotTell, MetIfConfirmed, Met}[l]
}

// Status is that of an answer at this level.
func (l Level) Status() risk.Status {
	if l == Open {
		return risk.CannotTell
	}
	return risk.OK
}
