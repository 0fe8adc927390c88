// Package storage keeps a clinic's families in one encrypted file, kindred.db, through bbolt.
//
// Every value is sealed by package seal before bbolt sees it, and the keys of rows are random ids or keyed hashes: the
// file says how many families and changes there are and when it was written, and nothing about anybody. A store is
// open in one place at a time.
//
// One Commit is one bbolt transaction, on the disk when it returns: the envelope, its mark in the outbox, the family's
// row in the index, attached blobs, and the tallies by which missing or foreign rows are noticed. Envelopes must
// continue their device's lane (record.Envelope), so a gap cannot be written.
//
// Reading never shows a wrong value: a damaged value does not open, a missing row breaks a tally, and a file whose
// structure is broken is refused by Open or, if it breaks later, turns into ErrDamaged instead of ending the program.
// Verify reads and checks everything.
package storage
