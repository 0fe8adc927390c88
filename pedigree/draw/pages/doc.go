// Package pages puts a drawing on paper: on one sheet, or parted over several.
//
// A parted drawing is cut between families, and never through a symbol, a mark or a text. Paper, scale
// and cuts are chosen together, the plan that costs least (cost.go has the prices): few sheets, none
// of them nearly empty, text of a comfortable size, partners on one sheet, siblings on one sheet
// wherever it can hold them, and children on that of their parents where that is cheap. Partners are
// parted only where no sheet holds them with those whom they stand among: who are further apart than
// a sheet is wide, a row of couples that is wider, or a chain of partners of different generations
// that is higher. The cut between two sheets need not be straight: in each generation it has a place
// of its own. A line that is cut ends on both sheets in a connector, a letter with the
// number of the other sheet. Every sheet carries the numerals of its generations, the stamps, the
// part of the key that it needs, the footer with its number, and a small map of the whole.
package pages
