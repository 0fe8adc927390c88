package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"kindred/internal/spreadsheet"
	"kindred/pedigree"
	"kindred/pedigree/interchange"
)

// biggestFile is read at most: a family of 100,000 people fits several times over.
const biggestFile = 256 << 20

// readFile reads a file of a caller's, with one clear line where that fails.
func readFile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fileError("read", path, err)
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return nil, badInput("%s is a folder: name a file in it", path)
	}
	data, err := io.ReadAll(io.LimitReader(file, biggestFile+1))
	if err != nil {
		return nil, fileError("read", path, err)
	}
	if len(data) > biggestFile {
		return nil, badInput("%s is over %d MB, more than a family file can be", path, biggestFile>>20)
	}
	return data, nil
}

// fileError says in one line what could not be done with a file. What the caller can mend by naming
// another is input; a full disk is not.
func fileError(verb, path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist) && verb == "write":
		return badInput("cannot write %s: there is no folder %s", path, filepath.Dir(path))
	case errors.Is(err, fs.ErrNotExist):
		return badInput("cannot %s %s: it is not there", verb, path)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return badInput("cannot %s %s: permission denied", verb, path)
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, syscall.EISDIR):
		return badInput("cannot %s %s: a file stands where a folder should be, or the other way round", verb, path)
	case errors.Is(err, syscall.ENAMETOOLONG), errors.Is(err, syscall.EINVAL):
		return badInput("cannot %s %s: that is not a file name", verb, path)
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return fmt.Errorf("cannot %s %s: %w", verb, path, err)
}

// readFamily reads FAMILY and chooses --family, or the first with a note.
func readFamily(s Streams, path, wanted string) (*pedigree.Family, *interchange.Result, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, nil, err
	}
	if spreadsheet.Is(data) {
		table, others, err := spreadsheet.Table(data)
		if err != nil {
			return nil, nil, badInput("%s: %v", path, err)
		}
		if len(others) > 0 {
			fmt.Fprintf(s.Err, "kindred: %s: only the first sheet with anything in it is read; not read: %s\n", path, oneLine(strings.Join(others, ", ")))
		}
		data = table
	}
	result, err := interchange.Read(path, data)
	if err != nil {
		return nil, nil, err
	}
	if wanted == "" {
		if n := len(result.Families); n > 1 {
			fmt.Fprintf(s.Err, "kindred: %s holds %d families; this is the first, %s: --family chooses another\n", path, n, result.Families[0].Name)
		}
		return result.Families[0], result, nil
	}
	var names []string
	for _, f := range result.Families {
		if f.Name == wanted {
			return f, result, nil
		}
		names = append(names, f.Name)
	}
	return nil, nil, badInput("%s has no family %q: it has %s", path, wanted, strings.Join(names, ", "))
}

// notesOf are the notes of reading that are about the file as a whole or the chosen family.
func notesOf(result *interchange.Result, chosen *pedigree.Family) []interchange.Note {
	var notes []interchange.Note
	for _, n := range result.Notes {
		if n.Family == "" || n.Family == chosen.Name {
			notes = append(notes, n)
		}
	}
	return notes
}

// listNotes prints a listing, a note a line.
func listNotes(s Streams, notes []interchange.Note) {
	for _, n := range notes {
		fmt.Fprintln(s.Err, oneLine(n.String()))
	}
}
