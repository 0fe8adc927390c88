package historyview

import "kindred/pedigree"

// Session is the open family as this screen needs it. Its methods are called on the UI thread and must
// not wait for the disk.
type Session interface {
	// Family is the family now; it is replaced, never changed.
	Family() *pedigree.Family
	// Do applies one edit, which runs on a clone; reason is what Undo says it takes back.
	Do(reason string, edit func(*pedigree.Family) error) error
	// NewID is an id that nothing in the family has. An edit may call it.
	NewID() pedigree.ID
}
