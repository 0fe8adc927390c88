// Package historyview is the family history as a table: one relative a row, in the order of the talk,
// with "asked, none", "doesn't know" and "not asked" as three different answers. Beside the table it
// has the numbers page, which builds the frame of a family from a few numbers, and the questionnaire,
// in which a returned form is typed relative by relative.
//
// The table draws only the rows in sight, so that it costs the same with 10 and with 1000 relatives.
package historyview
