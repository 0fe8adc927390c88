package interview

import (
	"fmt"
	"strings"

	"kindred/pedigree"
)

// Column is a column of the history table.
type Column uint8

// The columns, in their order.
const (
	ColumnRelative Column = iota
	ColumnName
	ColumnAge
	ColumnAlive
	ColumnCancers
	ColumnTests
	ColumnOperations
	ColumnChildren
	ColumnTold
	ColumnNotes
)

// Columns lists them with their headings.
var Columns = []string{
	"Relative", "Name", "Age, birth, death", "Alive", "Cancers and illnesses", "Gene tests", "Operations", "Children", "Told by, how sure", "Notes",
}

// Question is what a column answers; "" for a column that is no question.
func (c Column) Question() pedigree.Question {
	switch c {
	case ColumnAge:
		return AskedAge
	case ColumnAlive:
		return AskedAlive
	case ColumnCancers:
		return pedigree.AskedCancer
	case ColumnTests:
		return pedigree.AskedTests
	case ColumnOperations:
		return pedigree.AskedSurgery
	case ColumnChildren:
		return pedigree.AskedChildren
	}
	return ""
}

// The words of an answer that is not a value. They differ from each other, so that nothing rests on
// their colour.
const (
	WordsNone      = "asked, none"
	WordsDontKnow  = "doesn't know"
	WordsNotAsked  = "not asked"
	WordsNoDetails = "no details"
	WordsWell      = "well"
)

// Cell is one place of the table.
type Cell struct {
	Words  string
	Answer pedigree.Answer // Yes where the words are a value; always Yes in a column that is no question
}

// Cell says one column of one person.
func (h *History) Cell(id pedigree.ID, c Column) Cell {
	p := h.Family.Individual(id)
	if p == nil {
		return Cell{}
	}
	q := c.Question()
	if q == "" {
		return Cell{h.plain(p, c), pedigree.Yes}
	}
	cell := Cell{Answer: h.Answer(id, q)}
	switch cell.Answer {
	case pedigree.Yes:
		cell.Words = h.value(p, c)
	case pedigree.No:
		cell.Words = WordsNone
		if c == ColumnCancers && p.Asked[q] != pedigree.No && p.Well == pedigree.Yes {
			cell.Words = WordsWell
		}
	case pedigree.DontKnow:
		cell.Words = WordsDontKnow
		if p.NoDetails && p.Asked[q] == pedigree.NotAsked {
			cell.Words = WordsNoDetails
		}
	default:
		cell.Words = WordsNotAsked
		if _, subject := h.walk.index[h.Subject]; p.Pregnancy != nil || subject && h.sides[id] == pedigree.NoSide {
			cell.Words = "" // nobody needs to ask
		}
	}
	return cell
}

func (h *History) plain(p *pedigree.Individual, c Column) string {
	switch c {
	case ColumnRelative:
		return Relation(h.Family, h.Subject, p.ID)
	case ColumnName:
		return p.Name
	case ColumnTold:
		return toldAndHowSure(p)
	case ColumnNotes:
		return strings.Join(p.Notes, "; ")
	}
	return ""
}

func (h *History) value(p *pedigree.Individual, c Column) string {
	switch c {
	case ColumnAge:
		return LifeLine(p)
	case ColumnAlive:
		return aliveWords(p)
	case ColumnCancers:
		if len(p.Diagnoses) == 0 {
			return "affected"
		}
		return strings.Join(IllnessLines(p), ", ")
	case ColumnTests:
		return strings.Join(TestLines(p), ", ")
	case ColumnOperations:
		return strings.Join(OperationLines(p), ", ")
	case ColumnChildren:
		return h.childrenWords(p)
	}
	return ""
}

func aliveWords(p *pedigree.Individual) string {
	switch {
	case p.Pregnancy != nil:
		return string(p.Pregnancy.Kind)
	case p.IsDeceased() && p.CauseOfDeath != "":
		return "died: " + p.CauseOfDeath
	case p.IsDeceased():
		return "died"
	}
	return "alive"
}

// childrenWords counts the children who were born, and apart a pregnancy and the losses: "3, pregnant, 1 loss".
func (h *History) childrenWords(p *pedigree.Individual) string {
	born, lost, expected, open := 0, 0, 0, false
	for _, at := range h.walk.children[h.walk.index[p.ID]] {
		switch child := &h.Family.Individuals[at]; {
		case child.Pregnancy != nil && child.Pregnancy.Kind == pedigree.Ongoing:
			expected++
		case child.Pregnancy != nil:
			lost++
		case child.CountUnknown:
			open = true
		default:
			born += max(1, child.Count)
		}
	}
	var words []string
	switch {
	case open:
		words = append(words, "some")
	case born > 0:
		words = append(words, fmt.Sprint(born))
	}
	if expected > 0 {
		words = append(words, "pregnant")
	}
	switch {
	case lost == 1:
		words = append(words, "1 loss")
	case lost > 1:
		words = append(words, fmt.Sprintf("%d losses", lost))
	}
	return strings.Join(words, ", ")
}

// toldAndHowSure is who told us of the person, and how many of the diagnoses are confirmed.
func toldAndHowSure(p *pedigree.Individual) string {
	var words []string
	if p.Source.ToldBy != "" {
		words = append(words, p.Source.ToldBy)
	}
	states := map[pedigree.Status]int{}
	for i := range p.Diagnoses {
		status := p.Diagnoses[i].Status
		if status == "" {
			status = pedigree.Reported
		}
		states[status]++
	}
	for _, status := range []pedigree.Status{pedigree.Confirmed, pedigree.Requested, pedigree.Refuted, pedigree.Reported} {
		switch n := states[status]; {
		case n > 0 && n == len(p.Diagnoses):
			words = append(words, string(status))
		case n > 0:
			words = append(words, fmt.Sprintf("%d %s", n, status))
		}
	}
	return strings.Join(words, " · ")
}
