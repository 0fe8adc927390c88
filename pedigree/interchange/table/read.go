package table

import (
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
)

// Read reads every family in a text that source.Text has passed. By relation there is one; its
// consultand is the row "self", or a person of whom nothing is known where no row is. The notes list
// what was assumed, and which words are only notes now.
func Read(text []byte) ([]*pedigree.Family, []listing.Note, error) {
	if separatorOf(text) == 0 {
		return nil, nil, notATable()
	}
	rows, err := rowsOf(text)
	if err != nil {
		return nil, nil, err
	}
	if len(rows) == 0 {
		return nil, nil, notATable()
	}
	h := headerOf(rows[0].cells)
	if !h.isTable() {
		return nil, nil, notATable()
	}
	if len(rows) == 1 {
		return nil, nil, listing.Refuse(rows[0].number, "", "the table has column names and no rows: copy the rows too")
	}
	for _, r := range rows[1:] {
		for i := len(h.is); i < len(r.cells); i++ {
			if r.cells[i] != "" {
				return nil, nil, listing.Refuse(r.number, "", "this row has more cells than there are column names: give each column a name")
			}
		}
	}
	t := &table{header: h, rows: rows[1:]}
	if h.has(relation) {
		err = t.byRelation()
	} else {
		err = t.byID()
	}
	return t.families, t.notes.List, err
}

func notATable() error {
	return listing.Refuse(1, "", "this is no table of a family: its first line must name columns such as Relation, Name, Age, Cancer, Age at diagnosis")
}

// table is a text on its way to families.
type table struct {
	header   header
	rows     []row
	families []*pedigree.Family
	notes    listing.Notes
}

// get is what a row says in the first column of a kind that says anything.
func (t *table) get(r row, c column) string { return r.cell(t.header.at(c)...) }

func newFamily(name string) *pedigree.Family {
	return &pedigree.Family{Format: pedigree.Format, Version: pedigree.FormatVersion, Name: name}
}

// whole is a row as it stands, for a note: "Relation: lodger, Name: Bob".
func (t *table) whole(r row) string {
	var said []string
	for i, cell := range r.cells {
		if cell != "" {
			said = append(said, t.header.names[i]+": "+cell)
		}
	}
	return strings.Join(said, ", ")
}
