package canrisk

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/roster"
)

// The limits of the service.
const (
	maxPeople = 275
	maxID     = 7
	maxName   = 8
	maxFamily = 13
)

// Write writes the family as CanRisk 4, for the consultand or else the proband, and lists whatever
// had to be assumed, changed or dropped. It refuses a family in which nobody is either, one of more
// than 275 people joined to that person, and a parent whose sex contradicts the place.
func Write(w io.Writer, f *pedigree.Family) ([]listing.Note, error) {
	writing := &writer{family: f, notes: &listing.Notes{Family: f.Name}}
	people, err := writing.people()
	if err != nil {
		return nil, within(f.Name, err)
	}
	var out bytes.Buffer
	out.WriteString("##CanRisk 4.0\n")
	for _, line := range writing.header() {
		out.WriteString("##" + line + "\n")
	}
	out.WriteString("##" + strings.Join(columnNames(), "\t") + "\n")
	for _, cells := range people {
		out.WriteString(strings.Join(cells, "\t") + "\n")
	}
	writing.noteFamily()
	_, err = w.Write(out.Bytes())
	return writing.notes.List, err
}

func columnNames() []string {
	names := []string{
		"FamID", "Name", "Target", "IndivID", "FathID", "MothID", "Sex", "MZtwin", "Dead", "Age", "Yob",
		"BC1", "BC2", "OC", "PRO", "PAN", "Ashkn",
	}
	return append(append(names, canRisk4.genes...), "ER:PR:HER2:CK14:CK56")
}

// writer writes one family.
type writer struct {
	family *pedigree.Family
	target *pedigree.Individual
	notes  *listing.Notes
}

// people is the cells of each line.
func (w *writer) people() ([][]string, error) {
	if w.target = w.family.Subject(); w.target == nil {
		return nil, listing.Refuse(0, "", "nobody is marked as consultand or proband, and CanRisk needs a target: mark one")
	}
	entries, err := roster.Of(w.family, roster.Rules{
		Format: "CanRisk", ValidID: validID, NeedSex: true, Connected: w.target,
	}, w.notes)
	if err != nil {
		return nil, err
	}
	if len(entries) > maxPeople {
		return nil, listing.Refuse(0, "", "%d people are joined to the target, and CanRisk takes %d: leave out distant relatives", len(entries), maxPeople)
	}
	family := w.familyID()
	lines := make([][]string, len(entries))
	for i, e := range entries {
		lines[i] = w.line(family, e)
	}
	w.markTwins(entries, lines)
	return lines, nil
}

func validID(id string) bool {
	return len(id) <= maxID && plainText.MatchString(id) && strings.Trim(id, "0") != ""
}

// line is one person's cells; of an invented parent only the place is known.
func (w *writer) line(family string, e roster.Entry) []string {
	cells := make([]string, canRisk4.columns)
	for i := range cells {
		cells[i] = "0"
	}
	for i := range canRisk4.genes {
		cells[fixedColumns+i] = "0:0"
	}
	cells[canRisk4.columns-1] = "0:0:0:0:0"
	cells[famID], cells[name], cells[indivID] = family, "NA", e.ID
	cells[sex] = "F"
	if e.Sex == pedigree.Male {
		cells[sex] = "M"
	}
	if e.Mother != "" {
		cells[mothID], cells[fathID] = e.Mother, e.Father
	}
	if e.Person == nil {
		return cells
	}
	p := personWriter{writer: w, person: e.Person, cells: cells}
	p.name()
	p.life()
	p.cancers(e.Sex)
	p.noteIncomplete()
	p.genes()
	p.rest()
	return cells
}

// plain keeps the characters that CanRisk takes.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' {
			return '_'
		}
		if r < 128 && plainText.MatchString(string(r)) {
			return r
		}
		return -1
	}, s)
}

// familyID is the family's name as far as CanRisk can hold it.
func (w *writer) familyID() string {
	if isFamilyID(w.family.Name) {
		return w.family.Name
	}
	id := plain(w.family.Name)
	id = id[:min(len(id), maxFamily)]
	if !isFamilyID(id) {
		id = "FAM1"
	}
	if w.family.Name == "" {
		w.notes.Add(listing.Assumed, "", 0, "the family has no name: written as %s", id)
	} else {
		w.notes.Add(listing.Changed, "", 0, "the family's name %q is written as %s", listing.Clip(w.family.Name), id)
	}
	return id
}

// header is the target's risk factors as they once came from CanRisk.
func (w *writer) header() []string {
	kept, ok := w.target.Extra[Key]
	if !ok {
		return nil
	}
	var read factors
	if err := json.Unmarshal(kept, &read); err != nil {
		w.notes.Add(listing.Dropped, w.target.ID, 0, "risk factors under %q that cannot be read", Key)
		return nil
	}
	if read.Options != "" {
		w.notes.Add(listing.Dropped, w.target.ID, 0, "%s on the first line, which the CanRisk service refuses: enter it there", listing.Clip(read.Options))
	}
	return slices.DeleteFunc(read.Header, func(line string) bool {
		if strings.ContainsAny(line, "\r\n") || strings.HasPrefix(line, "FamID") || strings.HasPrefix(line, "CanRisk") {
			w.notes.Add(listing.Dropped, w.target.ID, 0, "the header line %q, which would not read back", listing.Clip(line))
			return true
		}
		return false
	})
}

// noteFamily lists what the format has no place for in the family as a whole.
func (w *writer) noteFamily() {
	roster.NoteRest(w.notes, "", "", w.family, "format", "version", "name", "individuals", "twins", "unions")
	roster.NoteUnions(w.family, w.notes)
}
