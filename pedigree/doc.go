// Package pedigree is the family as a genetics clinic knows it: individuals, unions, typed parent
// links, twin sets, pregnancies and losses, diagnoses, surgery, gene tests, the patients among them,
// and who told us each fact and what it may be used for.
//
// Everything here is a value: no I/O, no clock, no randomness. What follows from a family alone
// (layout, drawing, kinship, likelihood, risk) lives in the packages below this one and takes a
// *Family it must not change. Edits work on a Clone.
//
// The JSON form of these types is the native family file; keys that this version does not know are
// kept in Extra and written back, so a newer file loses nothing by passing through an older program.
package pedigree
