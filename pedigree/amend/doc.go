// Package amend changes a family: it adds relatives, moves them, removes them. Its functions change
// the family that they are given in place, so the caller hands over a copy; a casefile.File does that
// and makes the difference into a record that can be undone.
//
// New ids come from the caller, usually File.NewID. An id of nobody is an error that leaves the family
// as it was.
package amend
