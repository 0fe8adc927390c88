package canrisk

import (
	"slices"
	"strconv"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/source"
)

// block is the lines of one family.
type block struct {
	version version
	options string   // of the first line
	header  []string // "name=value" lines, as they came
	rows    []row
}

// row is one person's line.
type row struct {
	line  int
	cells []string
}

// Read reads every family in a text that source.Text has passed, and says which version it was.
func Read(data []byte) (format string, families []*pedigree.Family, notes []listing.Note, err error) {
	blocks, astray, err := blocksOf(data)
	if err != nil {
		return "", nil, nil, err
	}
	for _, line := range astray {
		notes = append(notes, listing.Note{Kind: listing.Dropped, Text: "the header line " + strconv.Quote(listing.Clip(line)) + " comes after the last family"})
	}
	for i := range blocks {
		f, familyNotes, err := blocks[i].family()
		if err != nil {
			return "", nil, nil, err
		}
		families, notes = append(families, f), append(notes, familyNotes...)
	}
	return blocks[0].version.format, families, notes, nil
}

// blocksOf parts the file into families: a new FamID begins one, and the header lines before it
// are its own. Header lines after the last family are astray.
func blocksOf(data []byte) (blocks []block, astray []string, err error) {
	var (
		next    block // header lines read, whose family has not begun
		started bool
		people  int
	)
	for number, text := range source.Lines(data) {
		line := strings.TrimRight(text, " \t")
		switch {
		case strings.TrimSpace(line) == "":
		case !started || Recognises(line):
			v, options, err := versionOf(number, line)
			if err != nil {
				return nil, nil, err
			}
			started, next.version, next.options = true, v, options
		case strings.HasPrefix(line, "##FamID"), strings.HasPrefix(line, "FamID"):
			if err := checkColumnNames(number, line); err != nil {
				return nil, nil, err
			}
		case strings.HasPrefix(line, "##"):
			next.header = append(next.header, strings.TrimPrefix(line, "##"))
		default:
			if people++; people > source.MaxPeople {
				return nil, nil, source.TooMany(number)
			}
			cells := strings.Fields(line)
			if len(cells) != next.version.columns {
				return nil, nil, listing.Refuse(number, "", "%d columns where %s has %d: write 0 for an empty cell, and no blank inside one",
					len(cells), next.version.name, next.version.columns)
			}
			if last := len(blocks) - 1; last < 0 || blocks[last].rows[0].cells[famID] != cells[famID] {
				blocks = append(blocks, next)
				next.header, next.options = nil, ""
			}
			last := &blocks[len(blocks)-1]
			last.rows = append(last.rows, row{number, cells})
		}
	}
	if len(blocks) == 0 {
		return nil, nil, listing.Refuse(0, "", "the file names nobody: it has no line of a person after its header")
	}
	return blocks, next.header, nil
}

// checkColumnNames checks the names that the service checks; the others vary between writers.
func checkColumnNames(number int, line string) error {
	names := strings.Fields(strings.TrimPrefix(line, "##"))
	for _, want := range []struct {
		column int
		name   string
	}{{famID, "FamID"}, {target, "Target"}, {indivID, "IndivID"}, {fathID, "FathID"}, {mothID, "MothID"}} {
		if want.column >= len(names) || names[want.column] != want.name {
			return listing.Refuse(number, "", "column %d must be named %s: restore the line of column names", want.column+1, want.name)
		}
	}
	return nil
}

// family makes a family of its lines.
func (b *block) family() (*pedigree.Family, []listing.Note, error) {
	name := b.rows[0].cells[famID]
	notes := &listing.Notes{Family: name}
	if !isFamilyID(name) {
		return nil, nil, listing.Refuse(b.rows[0].line, "", "the family id %q must be 1 to 13 letters, digits, _ or -, not only zeros or hyphens", listing.Clip(name))
	}
	f := &pedigree.Family{Format: pedigree.Format, Version: pedigree.FormatVersion, Name: name}
	f.Individuals = make([]pedigree.Individual, 0, len(b.rows))
	for i := range b.rows {
		p, err := b.version.person(b.rows[i])
		if err != nil {
			return nil, nil, within(name, err)
		}
		f.Individuals = append(f.Individuals, p)
	}
	for _, check := range []func(*pedigree.Family) error{b.checkLinks, b.checkTarget, b.readTwins, b.checkCycle} {
		if err := check(f); err != nil {
			return nil, nil, within(name, err)
		}
	}
	b.keepHeader(f, notes)
	b.noteGaps(f, notes)
	return f, notes.List, nil
}

func (b *block) checkCycle(f *pedigree.Family) error {
	return source.NoCycle(f, func(position int) int { return b.rows[position].line })
}

// within names the family that an error is about.
func within(name string, err error) error {
	if refused, ok := err.(*listing.Error); ok {
		refused.Family = name
	}
	return err
}

// checkLinks refuses two people with one id, one parent without the other, parents who are not in
// the family, and a father coded female or a mother coded male.
func (b *block) checkLinks(f *pedigree.Family) error {
	index := make(map[pedigree.ID]int, len(f.Individuals))
	for i := range f.Individuals {
		id := f.Individuals[i].ID
		if first, twice := index[id]; twice {
			return listing.Refuse(b.rows[i].line, id, "two people have this id (the other on line %d): give each person an id", b.rows[first].line)
		}
		index[id] = i
	}
	for i := range f.Individuals {
		p, line := &f.Individuals[i], b.rows[i].line
		if (p.Mother == "") != (p.Father == "") {
			return listing.Refuse(line, p.ID, "only one parent is named: name both, or write 0 for both")
		}
		if p.Mother == "" {
			continue
		}
		for _, parent := range []struct {
			role string
			id   pedigree.ID
			sex  pedigree.Sex
		}{{"father", p.Father, pedigree.Male}, {"mother", p.Mother, pedigree.Female}} {
			at, ok := index[parent.id]
			if !ok {
				return listing.Refuse(line, p.ID, "the %s, %s, is not in the family: add that person, or write 0 for both parents", parent.role, listing.Clip(string(parent.id)))
			}
			if f.Individuals[at].Sex != parent.sex {
				return listing.Refuse(line, p.ID, "the %s, %s, is coded %s on line %d: correct the sex or the link",
					parent.role, parent.id, f.Individuals[at].Sex, b.rows[at].line)
			}
		}
	}
	return nil
}

func (b *block) checkTarget(f *pedigree.Family) error {
	first := slices.IndexFunc(f.Individuals, func(p pedigree.Individual) bool { return p.Consultand })
	if first < 0 {
		return listing.Refuse(b.rows[0].line, "", "nobody is the target: write 1 in the Target column of one person")
	}
	for i := first + 1; i < len(f.Individuals); i++ {
		if f.Individuals[i].Consultand {
			return listing.Refuse(b.rows[i].line, f.Individuals[i].ID, "a second target (the first on line %d): keep one", b.rows[first].line)
		}
	}
	return nil
}
