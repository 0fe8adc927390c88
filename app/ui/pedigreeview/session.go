package pedigreeview

import "kindred/pedigree"

// Session is the open family as this screen needs it. Its methods are called on the UI thread and
// must not wait for the disk.
type Session interface {
	// Family is the family now; it is replaced, never changed, so a worker may read it.
	Family() *pedigree.Family
	// Do applies one edit, which runs on a clone; reason is what Undo says it takes back.
	Do(reason string, edit func(*pedigree.Family) error) error
	// DoThen is Do, and calls done once the edit is durable, with nil, or was taken back, with the reason;
	// on any goroutine, and not at all when DoThen itself returns an error.
	DoThen(reason string, edit func(*pedigree.Family) error, done func(error)) error
	// Undo and Redo return the reason of the edit they took back or repeated.
	Undo() (reason string, err error)
	Redo() (reason string, err error)
	CanUndo() (reason string, ok bool)
	CanRedo() (reason string, ok bool)
	// NewID is an id that nothing in the family has.
	NewID() pedigree.ID
}
