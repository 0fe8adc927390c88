package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

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

func fileError(verb, path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return badInput("cannot %s %s: it is not there", verb, path)
	case errors.Is(err, fs.ErrPermission):
		return badInput("cannot %s %s: permission denied", verb, path)
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

// writeFile writes a file whole or not at all, readable by its owner alone: it may be clinical.
func writeFile(path string, write func(io.Writer) error) error {
	temp, err := os.CreateTemp(filepath.Dir(path), ".kindred-*")
	if err != nil {
		return fileError("write", path, err)
	}
	defer os.Remove(temp.Name())
	err = write(temp)
	if err == nil {
		err = temp.Sync()
	}
	if closing := temp.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	if err := os.Rename(temp.Name(), path); err != nil {
		return fileError("write", path, err)
	}
	return nil
}

func writeBytes(path string, data []byte) error {
	return writeFile(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}
