// Package importview is the preview of what a dropped or pasted family would add: everybody in a
// sentence, what was assumed, changed or dropped in reading, and where it would go. Nothing is imported
// until the user accepts it, and then all of it is.
package importview

import (
	"errors"
	"fmt"
	"strings"

	"kindred/internal/spreadsheet"
	"kindred/pedigree"
	"kindred/pedigree/interchange"
	"kindred/pedigree/interchange/merge"
)

// Incoming is what a file or a pasted text holds.
type Incoming struct {
	From     string // "smith.canrisk", "the pasted table"
	Format   string // in words
	Families []*pedigree.Family
	Notes    []interchange.Note
	Aside    []string // a sentence each: what was not looked at
}

// pasted is what a text from the clipboard is called.
const pasted = "the pasted text"

// Read reads a file's content, or with name "" a pasted text: a workbook, or any text that package
// interchange reads. The error is one line.
func Read(name string, data []byte) (*Incoming, error) {
	in := &Incoming{From: name}
	if name == "" {
		in.From = pasted
	}
	if spreadsheet.Is(data) {
		text, others, err := spreadsheet.Table(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", in.From, err)
		}
		if len(others) > 0 {
			in.Aside = append(in.Aside, "Only the first sheet with anything in it is read. Not read: "+strings.Join(others, ", ")+".")
		}
		data = text
	}
	result, err := interchange.Read(name, data)
	if err != nil {
		var refused *interchange.Error
		if name == "" && errors.As(err, &refused) {
			refused.File = pasted
		}
		return nil, err
	}
	in.Format, in.Families, in.Notes = formatWords(result.Format), result.Families, result.Notes
	return in, nil
}

func formatWords(format string) string {
	switch {
	case format == interchange.JSON:
		return "Kindred family"
	case format == interchange.PED:
		return "PED"
	case format == interchange.Table:
		return "table"
	case strings.HasPrefix(format, "canrisk"):
		return "CanRisk " + strings.TrimPrefix(format, "canrisk")
	}
	return "BOADICEA 4"
}

// people is how many there are in all families.
func (in *Incoming) people() int {
	n := 0
	for _, f := range in.Families {
		n += len(f.Individuals)
	}
	return n
}

// Joined is the incoming family joined to the one that is open, tried on a copy.
type Joined struct {
	Family  *pedigree.Family // as it would be
	Called  string           // the open family's reference, for the button
	Outcome *merge.Outcome
	Refused string // why the two cannot be joined; "" where they can
}

// Join tries to add what came in to an open family at one of its people.
func (in *Incoming) Join(open *pedigree.Family, at pedigree.ID) *Joined {
	j := &Joined{Called: open.Name}
	if j.Called == "" {
		j.Called = "this family"
	}
	if len(in.Families) != 1 {
		j.Refused = "it holds several families"
		return j
	}
	j.Family = open.Clone()
	n := 0
	used := j.Family.Index()
	ids := func() pedigree.ID {
		for {
			n++
			id := pedigree.ID(fmt.Sprintf("incoming-%d", n))
			if _, taken := used[id]; !taken {
				return id
			}
		}
	}
	outcome, err := merge.Into(j.Family, in.Families[0], at, in.From, ids)
	if err != nil {
		j.Refused = err.Error()
	}
	j.Outcome = outcome
	return j
}

// Changes reports whether joining would change anything.
func (j *Joined) Changes() bool {
	if len(j.Outcome.Kept) > 0 || j.Outcome.Added() > 0 {
		return true
	}
	for _, p := range j.Outcome.People {
		if len(p.Filled)+len(p.Kept) > 0 {
			return true
		}
	}
	return false
}
