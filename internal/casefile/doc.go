// Package casefile is the clinic's unit of work: one family's record, seen as a pedigree.Family,
// letters and saved risk runs, and changed by edits that can be undone.
//
// An edit runs on a copy of the family; the difference becomes operations of package record, each
// naming the values it replaces. The family shown is always the fold of all operations, so what one
// device shows after an edit is what every device shows once it has the same operations.
//
// # How a family lies in the record
//
// The family, every individual, diagnosis, gene test, operation, note, consent, union, twin set,
// patient, letter, risk run and result from elsewhere is an entity of its own, so that what two
// colleagues add to one aunt merges. Its fields are its JSON keys, unknown ones included. Mother,
// father and each other parent are links of one graph in which nobody may become their own ancestor.
// The place in a list is a field too (see rank). Risk runs and results from elsewhere are read as they
// were when they were added, whatever anybody writes to them later.
//
// Removing a person does not touch what others point to them: after a merge a child may keep a link
// to a parent whom a colleague removed. The family then shows no such link, a Review says so, and
// bringing the parent back restores it.
package casefile
