// Package ped reads and writes LINKAGE pedigree files (PED, plink .fam): white-space columns family,
// id, father, mother, sex (1 male, 2 female, else unknown) and phenotype (2 affected, 1 unaffected,
// 0 or -9 missing). Lines of column names as pedtools, kinship2 and plink write them are understood,
// and so are files that MAKEPED has prepared ("Ped: ... Per: ...").
package ped

import (
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/source"
)

// line is one person's line.
type line struct {
	number int
	cells  []string
}

// Read reads every family in a text that source.Text has passed. A parent who has no line of his
// own becomes a founder, and is listed. Ages and names are not in such a file.
func Read(data []byte) ([]*pedigree.Family, []listing.Note, error) {
	var notes listing.Notes
	lines, c, err := linesOf(data, &notes)
	if err != nil {
		return nil, nil, err
	}
	if isMakeped(lines) {
		return readMakeped(lines, notes)
	}
	if !c.named {
		if c, err = guess(lines, &notes); err != nil {
			return nil, nil, err
		}
	}
	for _, l := range lines {
		if len(l.cells) != c.count {
			return nil, nil, listing.Refuse(l.number, "", "%d columns where the first line has %d: complete the line", len(l.cells), c.count)
		}
	}
	c.zeroIsNo = zeroIsNo(lines, c, &notes)
	noteOtherColumns(c, lines, &notes)
	r := newReader(&notes)
	for _, l := range lines {
		r.add(c, l)
	}
	families, err := r.finish()
	return families, notes.List, err
}

// linesOf splits the text, without comments and blank lines, and reads a line of column names.
func linesOf(data []byte, notes *listing.Notes) (lines []line, c columns, err error) {
	for number, text := range source.Lines(data) {
		cells := strings.Fields(text)
		if len(cells) == 0 {
			continue
		}
		if len(lines) == 0 && !c.named {
			if header, ok := headerOf(cells); ok {
				c = header
				continue
			}
		}
		if strings.HasPrefix(cells[0], "#") {
			notes.Add(listing.Dropped, "", number, "a comment")
			continue
		}
		if len(lines) == source.MaxPeople {
			return nil, c, source.TooMany(number)
		}
		lines = append(lines, line{number, cells})
	}
	if len(lines) == 0 {
		return nil, c, listing.Refuse(0, "", "the file names nobody: choose a family file")
	}
	return lines, c, nil
}

// zeroIsNo decides how a phenotype of only 0 and 1 reads. Under a name such as "affected" it is no
// and yes, as kinship2 writes it; without a name it is LINKAGE's missing and unaffected.
func zeroIsNo(lines []line, c columns, notes *listing.Notes) bool {
	if c.affected < 0 {
		return false
	}
	ones := false
	for _, l := range lines {
		switch l.cells[c.affected] {
		case "1":
			ones = true
		case "0", "NA":
		default:
			return false
		}
	}
	if !ones {
		return false
	}
	if c.named {
		notes.Add(listing.Assumed, "", 0, "a phenotype of only 0 and 1 under a column name: read as unaffected and affected")
		return true
	}
	notes.Add(listing.Assumed, "", 0, "a phenotype of only 0 and 1: read as missing and unaffected")
	return false
}

func noteOtherColumns(c columns, lines []line, notes *listing.Notes) {
	used := 0
	for _, at := range []int{c.family, c.id, c.father, c.mother, c.sex, c.affected, c.status} {
		if at >= 0 {
			used++
		}
	}
	if n := c.count - used; n > 0 {
		notes.Add(listing.Dropped, "", lines[0].number, "%d further columns, such as alleles", n)
	}
}

// reader gathers families in the order in which they first occur.
type reader struct {
	notes    *listing.Notes
	families []*pedigree.Family
	byName   map[string]*gathering
	err      error
}

// gathering is a family with the line of each of its people.
type gathering struct {
	family *pedigree.Family
	lines  []int
}

func newReader(notes *listing.Notes) *reader {
	return &reader{notes: notes, byName: map[string]*gathering{}}
}

func (r *reader) familyNamed(name string) *gathering {
	g := r.byName[name]
	if g == nil {
		g = &gathering{family: &pedigree.Family{Format: pedigree.Format, Version: pedigree.FormatVersion, Name: name}}
		r.byName[name] = g
		r.families = append(r.families, g.family)
	}
	return g
}

// add reads one line.
func (r *reader) add(c columns, l line) {
	name := ""
	if c.family >= 0 {
		name = l.cells[c.family]
	}
	r.notes.Family = name
	g := r.familyNamed(name)
	p := pedigree.Individual{ID: pedigree.ID(l.cells[c.id]), Father: parentOf(l.cells[c.father]), Mother: parentOf(l.cells[c.mother])}
	if parentOf(string(p.ID)) == "" && r.err == nil {
		r.err = listing.Refuse(l.number, "", "the id %s stands for nobody: give the person another id", listing.Clip(string(p.ID)))
	}
	var known bool
	if p.Sex, known = sexOf(l.cells[c.sex]); !known {
		r.notes.Add(listing.Changed, p.ID, l.number, "the sex %q is no code (1, 2 or 0): read as unknown", listing.Clip(l.cells[c.sex]))
	}
	if c.affected >= 0 {
		if p.Affected, known = affectedOf(l.cells[c.affected], c.zeroIsNo); !known {
			r.notes.Add(listing.Dropped, p.ID, l.number, "the phenotype %q is none of 0, 1, 2 and -9", listing.Clip(l.cells[c.affected]))
		}
	}
	if c.status >= 0 {
		switch l.cells[c.status] {
		case "1":
			p.Deceased = pedigree.Yes
		case "0":
			p.Deceased = pedigree.No
		}
	}
	g.family.Individuals = append(g.family.Individuals, p)
	g.lines = append(g.lines, l.number)
}

// finish adds the founders who have no line, and refuses what cannot be a family.
func (r *reader) finish() ([]*pedigree.Family, error) {
	if r.err != nil {
		return nil, r.err
	}
	for _, f := range r.families {
		g := r.byName[f.Name]
		r.notes.Family = f.Name
		err := g.checkIDs()
		if err == nil {
			err = g.resolveParents(r.notes)
		}
		if err == nil {
			err = source.NoCycle(f, g.lineOf)
		}
		if err != nil {
			if refused, ok := err.(*listing.Error); ok {
				refused.Family = f.Name
			}
			return nil, err
		}
		if len(f.Individuals) > source.MaxPeople {
			return nil, source.TooMany(0)
		}
	}
	return r.families, nil
}

// lineOf is the line of the person at a position, 0 for a founder who has none.
func (g *gathering) lineOf(position int) int {
	if position < len(g.lines) {
		return g.lines[position]
	}
	return 0
}

func (g *gathering) checkIDs() error {
	first := make(map[pedigree.ID]int, len(g.lines))
	for i := range g.family.Individuals {
		id := g.family.Individuals[i].ID
		if earlier, twice := first[id]; twice {
			return listing.Refuse(g.lines[i], id, "two people have this id (the other on line %d): give each person an id", earlier)
		}
		first[id] = g.lines[i]
	}
	return nil
}

// resolveParents adds parents who have no line, and refuses a father coded female, a mother coded
// male, and anyone who is a father and a mother.
func (g *gathering) resolveParents(notes *listing.Notes) error {
	f := g.family
	index := f.Index()
	roles := make(map[pedigree.ID]pedigree.Sex)
	people := len(f.Individuals)
	for i := range people {
		p, at := f.Individuals[i], g.lines[i]
		for _, parent := range []struct {
			role string
			id   pedigree.ID
			sex  pedigree.Sex
		}{{"father", p.Father, pedigree.Male}, {"mother", p.Mother, pedigree.Female}} {
			if parent.id == "" {
				continue
			}
			j, listed := index[parent.id]
			if !listed {
				j = len(f.Individuals)
				index[parent.id] = j
				f.Individuals = append(f.Individuals, pedigree.Individual{ID: parent.id, Sex: parent.sex})
				notes.Add(listing.Assumed, parent.id, at, "the %s of %s has no line: added as a founder", parent.role, p.ID)
			}
			if s := f.Individuals[j].Sex; s != parent.sex && s != pedigree.SexUnknown {
				return listing.Refuse(at, p.ID, "the %s, %s, is coded %s: correct the sex or the link", parent.role, listing.Clip(string(parent.id)), s)
			}
			if role, ok := roles[parent.id]; ok && role != parent.sex {
				return listing.Refuse(at, p.ID, "%s is a father on one line and a mother on another: correct one of them", listing.Clip(string(parent.id)))
			}
			roles[parent.id] = parent.sex
		}
	}
	return nil
}

// isMakeped reports the last columns that MAKEPED adds to each line.
func isMakeped(lines []line) bool {
	return slices.Contains(lines[0].cells, "Ped:") && slices.Contains(lines[0].cells, "Per:")
}
