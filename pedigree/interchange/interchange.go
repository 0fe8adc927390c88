package interchange

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/interchange/canrisk"
	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/native"
	"kindred/pedigree/interchange/ped"
	"kindred/pedigree/interchange/source"
	"kindred/pedigree/interchange/table"
)

// Note is one value that a conversion assumed, changed or dropped; its String is one line.
type Note = listing.Note

// The kinds of notes.
const (
	Assumed = listing.Assumed // the format wanted a value that nobody said
	Changed = listing.Changed // written otherwise than it was said
	Dropped = listing.Dropped // the format, or this program, has no place for it
)

// Error refuses a file: what is wrong, where, and what to do, in one line.
type Error = listing.Error

// ErrRefused is what errors.Is finds in every *Error: the input is at fault.
var ErrRefused = listing.ErrRefused

// The formats that Write knows.
const (
	JSON     = "json"
	CanRisk4 = "canrisk4"
	PED      = "ped"
)

// Table is the format of a table out of a spreadsheet, which Read reads and Write does not write.
const Table = "table"

// The limits of a file that Read takes.
const (
	MaxBytes  = source.MaxBytes
	MaxPeople = source.MaxPeople
)

// Result is what a file held.
type Result struct {
	Format   string // JSON, PED, Table, "canrisk1" to "canrisk4" or "boadicea4"
	Families []*pedigree.Family
	Notes    []Note
}

// ReadFrom reads at most MaxBytes from r and then as Read does; name is for messages.
func ReadFrom(name string, r io.Reader) (*Result, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	return Read(name, data)
}

// Read reads every family in a file, by its content first and its name where that leaves the type
// open. The error is an *Error that names the file.
func Read(name string, data []byte) (*Result, error) {
	result, err := read(name, data)
	if err == nil {
		return result, nil
	}
	var refused *Error
	if !errors.As(err, &refused) {
		refused = &Error{Message: err.Error()}
	}
	refused.File = name
	return nil, refused
}

func read(name string, data []byte) (*Result, error) {
	text, err := source.Text(data)
	if err != nil {
		return nil, err
	}
	switch kindOf(name, text) {
	case JSON:
		f, notes, err := native.Read(text)
		return &Result{JSON, []*pedigree.Family{f}, notes}, err
	case CanRisk4:
		format, families, notes, err := canrisk.Read(text)
		return &Result{format, families, notes}, err
	case Table:
		families, notes, err := table.Read(text)
		return &Result{Table, families, notes}, err
	default:
		families, notes, err := ped.Read(text)
		return &Result{PED, families, notes}, err
	}
}

// kindOf decides which reader takes a text.
func kindOf(name string, text []byte) string {
	start := bytes.TrimLeft(text, " \t\r\n")
	line, _, _ := bytes.Cut(start, []byte("\n"))
	switch {
	case start[0] == '{', start[0] == '[':
		return JSON
	case canrisk.Recognises(string(line)):
		return CanRisk4
	case table.Recognises(text):
		return Table
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".json":
		return JSON
	case ".canrisk", ".canrisk1", ".canrisk2", ".canrisk3", ".canrisk4", ".bwa":
		return CanRisk4
	case ".csv", ".tsv", ".xlsx":
		return Table
	}
	return PED
}

// FormatOf is the format in which Write writes a file of this name, by its ending: .json, .canrisk
// or .canrisk4, .ped; "" for any other.
func FormatOf(path string) string {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".json":
		return JSON
	case ".canrisk", ".canrisk4":
		return CanRisk4
	case ".ped":
		return PED
	}
	return ""
}

// Write writes one family in a format, JSON, CanRisk4 or PED ("canrisk" is CanRisk4), and lists what
// had to be assumed, changed or dropped. It writes all or nothing: an *Error says why a family
// cannot be written in that format, and any other error comes from w.
func Write(w io.Writer, format string, f *pedigree.Family) ([]Note, error) {
	var out bytes.Buffer
	var notes []Note
	var err error
	switch strings.ToLower(format) {
	case JSON:
		err = native.Write(&out, f)
	case CanRisk4, "canrisk":
		notes, err = canrisk.Write(&out, f)
	case PED:
		notes, err = ped.Write(&out, f)
	default:
		err = listing.Refuse(0, "", "the format %q is not written: choose json, canrisk4 or ped", listing.Clip(format))
	}
	if err != nil {
		return nil, err
	}
	_, err = w.Write(out.Bytes())
	return notes, err
}
