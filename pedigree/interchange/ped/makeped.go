package ped

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/source"
)

// The columns of a line that MAKEPED has written: pedigree, id, father, mother, first offspring,
// next paternal sibling, next maternal sibling, sex, proband, phenotype.
const (
	makepedProband   = 8
	makepedPhenotype = 9
)

var makepedColumns = columns{family: 0, id: 1, father: 2, mother: 3, sex: 7, affected: makepedPhenotype, status: -1}

// readMakeped reads such a file under the ids that it had before ("Per:"). A person whom MAKEPED
// doubled to break a loop (proband code 2 or more, once with and once without parents) is one person
// again.
func readMakeped(lines []line, notes listing.Notes) ([]*pedigree.Family, []listing.Note, error) {
	before := map[[2]string][2]string{} // pedigree and id, to the names before
	for _, l := range lines {
		ped, per := slices.Index(l.cells, "Ped:"), slices.Index(l.cells, "Per:")
		if ped <= makepedPhenotype || per != ped+2 || per+1 >= len(l.cells) {
			return nil, nil, listing.Refuse(l.number, "", "the line lacks the ten columns, Ped: and Per: that MAKEPED writes: complete it")
		}
		before[[2]string{l.cells[0], l.cells[1]}] = [2]string{l.cells[ped+1], l.cells[per+1]}
	}
	r := newReader(&notes)
	written := map[[2]string]int{} // names before, to the position in their family
	probands := map[[2]string]bool{}
	for _, l := range lines {
		cells := slices.Clone(l.cells[:makepedPhenotype+1])
		names := before[[2]string{cells[0], cells[1]}]
		for _, parent := range []int{2, 3} {
			if cells[parent] == "0" {
				continue
			}
			former, ok := before[[2]string{l.cells[0], cells[parent]}]
			if !ok {
				return nil, nil, listing.Refuse(l.number, pedigree.ID(names[1]), "the parent %s has no line: complete the file", listing.Clip(cells[parent]))
			}
			cells[parent] = former[1]
		}
		cells[0], cells[1] = names[0], names[1]
		if l.cells[makepedProband] == "1" {
			probands[names] = true
		}
		at, twice := written[names]
		if !twice {
			written[names] = len(r.familyNamed(names[0]).lines)
			r.add(makepedColumns, line{l.number, cells})
			continue
		}
		p := &r.familyNamed(names[0]).family.Individuals[at]
		if l.cells[makepedProband] < "2" {
			return nil, nil, listing.Refuse(l.number, p.ID, "two people have this id, and this one breaks no loop: give each person an id")
		}
		if p.Father == "" && p.Mother == "" {
			p.Father, p.Mother = parentOf(cells[2]), parentOf(cells[3])
		}
		notes.Add(listing.Changed, p.ID, l.number, "doubled to break a loop: read as one person")
	}
	families, err := r.finish()
	if err != nil {
		return nil, nil, err
	}
	for _, f := range families {
		for i := range f.Individuals {
			p := &f.Individuals[i]
			p.Proband = probands[[2]string{f.Name, string(p.ID)}]
		}
		if len(f.Individuals) > source.MaxPeople {
			return nil, nil, source.TooMany(0)
		}
	}
	return families, notes.List, nil
}
