package cli

import (
	"errors"
	"fmt"
	"io"
	"math"

	"kindred/internal/clinic"
	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/interchange"
)

// runImport reads every file before the store is touched, and puts all families in at once, so that
// one bad file changes nothing.
func runImport(s Streams, args []string) error {
	f := newStoreFlags("import")
	family := f.String("family", "", "")
	paths, err := f.parse(args, 1, math.MaxInt, usageOf("import"))
	if err != nil {
		return err
	}
	if _, err := f.dir(); err != nil {
		return err
	}
	families := make([]*pedigree.Family, len(paths))
	var notes []interchange.Note
	for i, path := range paths {
		chosen, result, err := readFamily(s, path, *family)
		if err != nil {
			return err
		}
		families[i] = chosen
		notes = append(notes, notesOf(result, chosen)...)
	}
	c, err := f.open(s)
	if err != nil {
		return err
	}
	defer c.Close()
	ids, err := c.ImportAll(families, "import")
	if err != nil {
		return storeError(err)
	}
	listNotes(s, notes)
	for i, id := range ids {
		fmt.Fprintf(s.Out, "%s\t%s\n", id, families[i].Name)
	}
	return nil
}

func runList(s Streams, args []string) error {
	f := newStoreFlags("list")
	find := f.String("find", "", "")
	asJSON := f.Bool("json", false, "")
	if _, err := f.parse(args, 0, 0, usageOf("list")); err != nil {
		return err
	}
	c, err := f.open(s)
	if err != nil {
		return err
	}
	defer c.Close()
	entries, err := c.List(*find)
	if err != nil {
		return storeError(err)
	}
	if *asJSON {
		if entries == nil {
			entries = []clinic.Entry{}
		}
		return writeJSON(s.Out, entries)
	}
	for _, e := range entries {
		fmt.Fprintf(s.Out, "%s\t%s\t%d people", e.ID, e.Name, e.People)
		for _, p := range e.Patients {
			fmt.Fprintf(s.Out, "\t%s, born %s, NHS %s", p.Name, p.Born, p.NHS)
		}
		fmt.Fprintln(s.Out)
	}
	return nil
}

// runExport takes the store's id of a family, or its reference where only one family has it.
func runExport(s Streams, args []string) error {
	f := newStoreFlags("export")
	out := f.String("o", "", "")
	rest, err := f.parse(args, 1, 1, usageOf("export"))
	if err != nil {
		return err
	}
	if *out == "" {
		return badInput("usage: kindred %s", usageOf("export"))
	}
	format := interchange.FormatOf(*out)
	if format == "" {
		return badInput("%s: its ending says no format that can be written: use .json, .canrisk or .ped", *out)
	}
	c, err := f.open(s)
	if err != nil {
		return err
	}
	defer c.Close()
	id, err := findFamily(c, rest[0])
	if err != nil {
		return err
	}
	session, err := c.OpenFamily(id)
	if err != nil {
		if errors.Is(err, clinic.ErrNoFamily) {
			return badInput("%v", err)
		}
		return storeError(err)
	}
	// Audited first: a file must never leave the record without a line that says so.
	if err := session.Exported(format); err != nil {
		return storeError(err)
	}
	var notes []interchange.Note
	err = writeFile(*out, func(w io.Writer) error {
		notes, err = interchange.Write(w, format, session.Family())
		return err
	})
	if err != nil {
		return err
	}
	listNotes(s, notes)
	return nil
}

func findFamily(c *clinic.Clinic, wanted string) (record.FamilyID, error) {
	entries, err := c.List("")
	if err != nil {
		return "", storeError(err)
	}
	var found []record.FamilyID
	for _, e := range entries {
		if string(e.ID) == wanted {
			return e.ID, nil
		}
		if e.Name == wanted {
			found = append(found, e.ID)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", badInput("there is no family %q in this store: kindred list shows them", wanted)
	}
	return "", badInput("%d families are called %q: name one by its id from kindred list", len(found), wanted)
}
