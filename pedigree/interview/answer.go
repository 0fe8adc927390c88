package interview

import (
	"errors"
	"fmt"

	"kindred/pedigree"
)

// SetAnswer records what came of the question of a column, without a value: No is "asked, none",
// DontKnow is "doesn't know", and NotAsked empties the cell, values included. An answer that the column
// does not have, or that what is recorded contradicts, is an error and changes nothing.
func (h *History) SetAnswer(p *pedigree.Individual, c Column, a pedigree.Answer) error {
	if err := h.fits(p, c, a); err != nil {
		return err
	}
	switch c {
	case ColumnAge:
		p.Age, p.Born, p.Died = pedigree.Fuzzy{}, pedigree.Fuzzy{}, pedigree.Fuzzy{}
		if a == pedigree.DontKnow {
			p.Age = pedigree.ParseFuzzy("?")
		}
	case ColumnAlive:
		p.Deceased = a
		if a == pedigree.NotAsked {
			p.CauseOfDeath = ""
			p.Well = pedigree.NotAsked
		}
	case ColumnName:
		p.Name = ""
	case ColumnTold:
		p.Source.ToldBy = ""
	case ColumnNotes:
		p.Notes = nil
	default:
		clearValues(p, c)
		p.SetAsked(c.Question(), a)
	}
	p.NoDetails = p.NoDetails && c.Question() == ""
	return nil
}

// fits says why an answer cannot stand beside what is recorded.
func (h *History) fits(p *pedigree.Individual, c Column, a pedigree.Answer) error {
	switch {
	case c == ColumnRelative:
		return errors.New("the relation follows from the pedigree: change it there")
	case c == ColumnChildren && h.Answer(p.ID, pedigree.AskedChildren) == pedigree.Yes:
		return errors.New("there are children in the family: remove them on the pedigree")
	case a == pedigree.NotAsked:
		return nil
	case c.Question() == "":
		return fmt.Errorf("%q has no such answer: type into the cell", Columns[c])
	case a == pedigree.No && (c == ColumnAge || c == ColumnAlive):
		return fmt.Errorf("%q cannot be none: type it, or K for doesn't know", Columns[c])
	case c == ColumnAlive && p.IsDeceased(), c == ColumnCancers && p.Illness() == pedigree.IllnessPresent,
		c == ColumnTests && len(p.GeneTests) > 0, c == ColumnOperations && len(p.Surgery) > 0:
		return errors.New("something is recorded here: Del empties the cell first")
	}
	return nil
}

// clearValues takes away what a column of illnesses, tests, operations or children holds.
func clearValues(p *pedigree.Individual, c Column) {
	switch c {
	case ColumnCancers:
		p.Diagnoses, p.Affected, p.Well = nil, pedigree.NotAsked, pedigree.NotAsked
	case ColumnTests:
		p.GeneTests = nil
	case ColumnOperations:
		p.Surgery = nil
	case ColumnChildren:
		p.Childless = ""
	}
}

// SayWell records somebody alive and well, without a cancer. Of somebody who died, or had an illness,
// it is an error.
func SayWell(p *pedigree.Individual) error {
	switch {
	case p.IsDeceased():
		return errors.New("recorded as died: N in the cancers says that there was none")
	case p.Illness() == pedigree.IllnessPresent:
		return errors.New("an illness is recorded: Del empties the cell first")
	}
	p.Deceased = pedigree.No
	p.SetWell()
	return nil
}

// SayAlive records somebody as living; what was said of a death is taken back.
func SayAlive(p *pedigree.Individual) {
	if p.IsDeceased() {
		p.Age = pedigree.Fuzzy{} // it was the age at death
	}
	p.Deceased, p.Died, p.CauseOfDeath, p.NoDetails = pedigree.No, pedigree.Fuzzy{}, "", false
}

// SayDied records somebody as dead. The age, which was that of a living person, stays as the age at
// death for the user to correct; nobody dead is well.
func SayDied(p *pedigree.Individual) {
	p.NoDetails = false
	p.SetDied()
}
