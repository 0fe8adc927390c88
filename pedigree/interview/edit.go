package interview

import (
	"errors"
	"fmt"
	"strings"

	"kindred/pedigree"
)

// Editable is a cell as it would be typed: "br L 49, ov 60" in the words of the entry line.
func (h *History) Editable(p *pedigree.Individual, c Column) string {
	switch c {
	case ColumnName:
		return p.Name
	case ColumnAge:
		return LifeLine(p)
	case ColumnAlive:
		if alive(p) == pedigree.Yes {
			return strings.ReplaceAll(aliveWords(p), ":", "")
		}
	case ColumnCancers:
		return strings.Join(IllnessLines(p), ", ")
	case ColumnTests:
		return strings.Join(TestLines(p), ", ")
	case ColumnOperations:
		return strings.Join(OperationLines(p), ", ")
	case ColumnTold:
		return p.Source.ToldBy
	case ColumnNotes:
		return strings.Join(p.Notes, "; ")
	}
	return ""
}

// SetCell reads what was typed into a cell of a person of the family, which it changes in place. An
// empty cell is a question not asked; "none" and "dk" are the other two answers. In the columns of
// illnesses, tests and operations the pieces between commas are the entry line's: those that are still
// there keep everything that is recorded of them, and what is not understood is kept as a note.
func (h *History) SetCell(f *pedigree.Family, id pedigree.ID, c Column, typed string, told pedigree.Provenance, ids func() pedigree.ID) error {
	p := f.Individual(id)
	if p == nil {
		return errGone
	}
	typed = strings.TrimSpace(typed)
	if a, ok := answerTyped(typed); ok && c.Question() != "" {
		if c == ColumnCancers || c == ColumnTests || c == ColumnOperations {
			clearValues(p, c) // typed over what was there
		}
		return h.SetAnswer(p, c, a)
	}
	if c.Question() != "" && c != ColumnChildren {
		p.NoDetails = false
	}
	switch c {
	case ColumnName:
		p.Name = typed
		return nil
	case ColumnAge:
		return SetLife(p, typed)
	case ColumnAlive:
		return setAlive(p, typed)
	case ColumnCancers, ColumnTests, ColumnOperations:
		SetPieces(p, c, typed, told, ids)
		return nil
	case ColumnTold:
		p.Source.ToldBy = typed
		return nil
	case ColumnNotes:
		p.Notes = nil
		for _, note := range strings.Split(typed, ";") {
			if note = strings.TrimSpace(note); note != "" {
				p.Notes = append(p.Notes, note)
			}
		}
		return nil
	case ColumnChildren:
		return errors.New("children are added on the pedigree, or in the numbers with F")
	}
	return errors.New("the relation follows from the pedigree: change it there")
}

var errGone = errors.New("this relative is not in the family any more")

// answerTyped reads the answers that are words instead of a value.
func answerTyped(typed string) (pedigree.Answer, bool) {
	switch strings.ToLower(typed) {
	case "":
		return pedigree.NotAsked, true
	case "none", "nil", "no", "0", WordsNone:
		return pedigree.No, true
	case "dk", "?", "doesn't know", "not known", "don't know":
		return pedigree.DontKnow, true
	}
	return pedigree.NotAsked, false
}

// setAlive reads "alive", "well", "alive and well", "died", and "died of stroke".
func setAlive(p *pedigree.Individual, typed string) error {
	switch strings.ToLower(strings.TrimRight(typed, ".")) {
	case "a", "alive", "living", "y", "yes":
		SayAlive(p)
		return nil
	case "w", "well", "alive and well", "a&w":
		return SayWell(p)
	}
	word, cause, _ := strings.Cut(typed, " ")
	switch strings.ToLower(strings.TrimRight(word, ".:,")) {
	case "d", "died", "dead", "deceased":
		SayDied(p)
		p.CauseOfDeath = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(cause), "of "))
		return nil
	}
	return fmt.Errorf("%q is neither alive nor died: type alive, died, or died of what", typed)
}
