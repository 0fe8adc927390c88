package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// output is a file that a command makes.
type output struct {
	path  string
	write func(io.Writer) error
}

// writeFile writes a file whole or not at all, readable by its owner alone: it may be clinical.
func writeFile(path string, write func(io.Writer) error) error {
	return writeFiles([]output{{path, write}})
}

// writeFiles writes every file or, when one fails, none: each stands whole beside its place before
// the first one takes it.
func writeFiles(outputs []output) error {
	var ready []staged
	defer func() {
		for _, s := range ready {
			s.discard()
		}
	}()
	for _, o := range outputs {
		s, err := stage(o)
		if err != nil {
			return err
		}
		ready = append(ready, s)
	}
	for _, s := range ready {
		if err := s.place(); err != nil {
			return fileError("write", s.path, err)
		}
	}
	return nil
}

func writeBytes(path string, data []byte) error {
	return writeFile(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// staged is a file that is written and not yet in its place: as a temporary file beside it, or, where
// the place is a pipe or a device, in memory.
type staged struct {
	path, temp string
	data       []byte
}

func stage(o output) (staged, error) {
	info, err := os.Stat(o.path)
	switch {
	case err == nil && info.IsDir():
		return staged{}, badInput("cannot write %s: it is a folder", o.path)
	case err == nil && !info.Mode().IsRegular():
		var b bytes.Buffer
		err := o.write(&b)
		return staged{path: o.path, data: b.Bytes()}, err
	}
	target := o.path
	if real, err := filepath.EvalSymlinks(o.path); err == nil {
		target = real // the file that a link names is replaced, not the link
	}
	temp, err := os.CreateTemp(filepath.Dir(target), ".kindred-*")
	if err != nil {
		return staged{}, fileError("write", o.path, err)
	}
	s := staged{path: target, temp: temp.Name()}
	whole := false
	defer func() {
		if !whole { // a fault in write comes through here too
			temp.Close()
			s.discard()
		}
	}()
	if err := o.write(temp); err != nil {
		return staged{}, err
	}
	if err := errors.Join(temp.Sync(), temp.Close()); err != nil {
		return staged{}, fileError("write", o.path, err)
	}
	whole = true
	return s, nil
}

func (s *staged) place() error {
	if s.temp != "" {
		return os.Rename(s.temp, s.path)
	}
	file, err := os.OpenFile(s.path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = file.Write(s.data)
	if closing := file.Close(); err == nil {
		err = closing
	}
	return err
}

// discard removes what was not placed; after place there is nothing to remove.
func (s *staged) discard() {
	if s.temp != "" {
		os.Remove(s.temp)
	}
}

func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}
