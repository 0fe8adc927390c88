package table

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/source"
)

// row is one line of the table, without the space around its cells.
type row struct {
	number int // of the line in the text, from 1
	cells  []string
}

func (r row) blank() bool { return strings.Join(r.cells, "") == "" }

// separatorOf is what stands between the cells, by the first line that is not blank; 0 for none.
func separatorOf(text []byte) rune {
	for _, line := range source.Lines(text) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		for _, separator := range "\t,;" {
			if strings.ContainsRune(line, separator) {
				return separator
			}
		}
		return 0
	}
	return 0
}

// rowsOf splits the text. Cells in quotation marks may hold separators and line breaks; a quotation
// mark inside a cell is one.
func rowsOf(text []byte) ([]row, error) {
	r := csv.NewReader(bytes.NewReader(withLineFeeds(text)))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separatorOf(text), -1, true
	var rows []row
	broken := 0 // the line of the last row, where it goes over several
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			if broken > 0 && bytes.Count(text, []byte{'"'})%2 == 1 {
				return nil, listing.Refuse(broken, "", "a quotation mark on this line has no second one, and takes the rest of the table with it: correct it")
			}
			return rows, nil
		}
		if err != nil {
			line := 0
			if at := (*csv.ParseError)(nil); errors.As(err, &at) {
				line = at.StartLine
			}
			return nil, listing.Refuse(line, "", "the table cannot be parted into cells: check the quotation marks on this line")
		}
		line, _ := r.FieldPos(0)
		broken = 0
		if strings.Contains(strings.Join(cells, ""), "\n") {
			broken = line
		}
		one := row{number: line, cells: cells}
		for i := range one.cells {
			one.cells[i] = strings.Join(strings.Fields(one.cells[i]), " ")
		}
		if one.blank() {
			continue
		}
		if len(rows) > source.MaxPeople {
			return nil, source.TooMany(line)
		}
		rows = append(rows, one)
	}
}

// withLineFeeds ends every line in LF, as encoding/csv wants it: old spreadsheets write CR.
func withLineFeeds(text []byte) []byte {
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
}

// cell is what a row says in the first of these columns that says anything.
func (r row) cell(columns ...int) string {
	for _, at := range columns {
		if at >= 0 && at < len(r.cells) && r.cells[at] != "" {
			return r.cells[at]
		}
	}
	return ""
}

// parts are the pieces of a cell that lists several things.
func parts(cell string) []string {
	split := strings.FieldsFunc(strings.ReplaceAll(cell, " and ", ";"), func(r rune) bool { return strings.ContainsRune(";,/&+", r) })
	for i := range split {
		split[i] = strings.TrimSpace(split[i])
	}
	return slices.DeleteFunc(split, func(s string) bool { return s == "" })
}
