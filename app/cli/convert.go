package cli

import (
	"fmt"
	"io"

	"kindred/pedigree"
	"kindred/pedigree/interchange"
)

func runConvert(s Streams, args []string) error {
	f := newFlags("convert")
	to := f.String("to", "", "")
	family := f.String("family", "", "")
	paths, err := f.parse(args, 2, 2, usageOf("convert"))
	if err != nil {
		return err
	}
	format := *to
	if format == "" {
		if format = interchange.FormatOf(paths[1]); format == "" {
			return badInput("%s: its ending says no format that can be written: use .json, .canrisk or .ped, or --to", paths[1])
		}
	}
	if sameFile(paths[0], paths[1]) {
		return badInput("%s is the file that is read: name another one to write", paths[1])
	}
	chosen, result, err := readFamily(s, paths[0], *family)
	if err != nil {
		return err
	}
	notes := notesOf(result, chosen)
	err = writeFile(paths[1], func(w io.Writer) error {
		written, err := interchange.Write(w, format, chosen)
		notes = append(notes, written...)
		return err
	})
	if err != nil {
		return err
	}
	listNotes(s, notes)
	return nil
}

// warn lists what validation finds, a finding a line.
func warn(s Streams, f *pedigree.Family) {
	for _, finding := range f.Validate() {
		fmt.Fprintf(s.Err, "note: %s\n", oneLine(finding.Message))
	}
}
