package cli

import (
	"errors"
	"fmt"
	"io"

	"kindred/internal/clinic"
	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/interchange"
)

// runImport reads every file before the store is touched, so that one bad file changes nothing.
func runImport(s Streams, args []string) error {
	f := newStoreFlags("import")
	family := f.String("family", "", "")
	paths, err := f.parse(args, 1, 1<<16, usageOf("import"))
	if err != nil {
		return err
	}
	if _, err := f.dir(); err != nil {
		return err
	}
	var families []*pedigree.Family
	for _, path := range paths {
		data, err := readFile(path)
		if err != nil {
			return err
		}
		result, err := interchange.Read(path, data)
		if err != nil {
			return err
		}
		found := false
		for _, fam := range result.Families {
			if *family == "" || fam.Name == *family {
				families, found = append(families, fam), true
			}
		}
		if !found {
			return badInput("%s has no family %q", path, *family)
		}
		for _, n := range result.Notes {
			fmt.Fprintln(s.Err, oneLine(n.String()))
		}
	}
	c, err := f.open(s)
	if err != nil {
		return err
	}
	defer c.Close()
	for _, fam := range families {
		id, err := c.Import(fam, "import")
		if err != nil {
			return storeError(err)
		}
		fmt.Fprintf(s.Out, "%s\t%s\n", id, fam.Name)
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
	var notes []interchange.Note
	if err := session.Exported(format); err != nil {
		return storeError(err)
	}
	err = writeFile(*out, func(w io.Writer) error {
		notes, err = interchange.Write(w, format, session.Family())
		return err
	})
	if err != nil {
		return err
	}
	for _, n := range notes {
		fmt.Fprintln(s.Err, oneLine(n.String()))
	}
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
