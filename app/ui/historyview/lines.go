package historyview

import (
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/interview"
)

// line is one line of the table: a relative, or the heading of a part of the talk.
type line struct {
	heading string
	id      pedigree.ID
	part    interview.Part
	cells   []interview.Cell // nil until it was in sight
}

// linesOf puts a heading over each part, with what is counted on that side of the family.
func linesOf(h *interview.History) []line {
	counts := map[interview.Part]string{}
	for _, c := range interview.Counts(h.Family, h.Subject) {
		counted := c.Words()[len(c.Side)+2:]
		switch c.Side {
		case interview.MothersSide:
			counts[interview.PartMother] = counted
		case interview.FathersSide:
			counts[interview.PartFather] = counted
		}
	}
	var lines []line
	var part interview.Part
	for _, row := range h.Rows {
		if row.Part != part {
			part = row.Part
			heading := describe.Capital(string(part))
			if counted := counts[part]; counted != "" {
				heading += " · " + counted
			}
			lines = append(lines, line{heading: heading})
		}
		lines = append(lines, line{id: row.ID, part: part})
	}
	return lines
}

// cell is the cell of a line, made when it is first needed.
func (g *grid) cell(at, column int) interview.Cell {
	l := &g.lines[at]
	if l.heading != "" {
		return interview.Cell{}
	}
	if l.cells == nil {
		l.cells = make([]interview.Cell, len(interview.Columns))
		for c := range l.cells {
			l.cells[c] = g.history.Cell(l.id, interview.Column(c))
		}
		relative := &l.cells[interview.ColumnRelative].Words
		if l.part == interview.PartMother || l.part == interview.PartFather { // the heading says the side
			*relative = strings.NewReplacer("maternal ", "", "paternal ", "").Replace(*relative)
		}
		*relative = describe.Capital(*relative)
	}
	return l.cells[column]
}

// called is how a reason or a sentence names a person: the name, else what they are to the patient.
func called(f *pedigree.Family, subject, id pedigree.ID) string {
	if p := f.Individual(id); p != nil && p.Name != "" {
		return p.Name
	}
	return strings.TrimSpace(interview.Relation(f, subject, id))
}
