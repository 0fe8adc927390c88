// Package confirm is the list of what a family told that a report could confirm or refute: which facts
// are worth asking for, how far the asking is, and what each answer would do to the models.
//
// The outcome of a request lies where the models and the drawing read it: in the Status of a diagnosis,
// and in ReportSeen of a gene test. The request itself is pedigree.Confirmation beside it.
package confirm
