// Package interchange reads and writes family files: kindred's own JSON (lossless), CanRisk 1 to 4 and
// BOADICEA 4 (written as CanRisk 4), and PED; it also reads a table out of a spreadsheet.
//
// A file that cannot be a family is refused with one line; everything else is read or written, and
// each value that was assumed, changed or dropped on the way is listed in a note.
package interchange
