// Package pages puts a drawing on paper: on one sheet, or parted over several.
//
// A parted drawing is cut between families: where the fewest lines are cut, and never through a
// symbol, a mark or a text. The cut between two sheets need not be straight: in each generation it
// has a place of its own. A line that is cut ends on both sheets in a connector, a letter with the
// number of the other sheet. Every sheet carries the numerals of its generations, the stamps, the
// part of the key that it needs, the footer with its number, and a small map of the whole.
package pages
