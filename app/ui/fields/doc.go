// Package fields holds the fields that a clinic's forms are made of: text, fuzzy ages and dates as
// they were said, NHS numbers, answers, choices, lines, and who told us a fact.
//
// A field commits when Enter is pressed or the focus leaves it, and only if its value differs; Escape
// leaves it the same way, so nothing typed is lost. What cannot be read stays in the field with the
// reason beneath. Set shows a value from the record without committing it, and leaves alone a field
// that is being typed in.
package fields
