// Package listing holds what every reader and writer of family files reports: the notes that list
// each value it assumed, changed or dropped, and the error with which it refuses a file.
package listing

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"kindred/pedigree"
)

// Kind says what became of a value.
type Kind string

// The kinds of notes.
const (
	Assumed Kind = "assumed" // the format wanted a value that nobody said
	Changed Kind = "changed" // written otherwise than it was said
	Dropped Kind = "dropped" // the format, or this program, has no place for it
)

// Note is one value that a conversion assumed, changed or dropped.
type Note struct {
	Family string      // the family's name in the file; "" where it has none
	Person pedigree.ID // "" where it concerns the whole family
	Line   int         // of the file read, from 1; 0 where there is none
	Kind   Kind
	Text   string
}

// String is the note on one line: "dropped: family G1, person 4, line 12: text".
func (n Note) String() string {
	where := place(n.Family, n.Person, n.Line)
	if where == "" {
		return oneLine(string(n.Kind) + ": " + n.Text)
	}
	return oneLine(string(n.Kind) + ": " + where + ": " + n.Text)
}

// Notes collects the notes of one family.
type Notes struct {
	Family string
	List   []Note
}

// Add lists a value of a person ("" for the family) that came from line (0 for none).
func (n *Notes) Add(kind Kind, person pedigree.ID, line int, format string, args ...any) {
	n.List = append(n.List, Note{Family: n.Family, Person: person, Line: line, Kind: kind, Text: fmt.Sprintf(format, args...)})
}

// Error refuses a file, or refuses to write one: what is wrong, where, and what to do, in one line.
type Error struct {
	File    string
	Line    int // from 1; 0 where it is not about a line
	Family  string
	Person  pedigree.ID
	Message string
}

// ErrRefused is what every *Error is, for errors.Is: the input is at fault, not the program.
var ErrRefused = errors.New("the family file is refused")

// Is makes every Error an ErrRefused.
func (e *Error) Is(target error) bool { return target == ErrRefused }

// Refuse is an Error about a line (0 for none) and a person ("" for none).
func Refuse(line int, person pedigree.ID, format string, args ...any) *Error {
	return &Error{Line: line, Person: person, Message: fmt.Sprintf(format, args...)}
}

// Error is the one line.
func (e *Error) Error() string {
	text := e.Message
	if where := place(e.Family, e.Person, e.Line); where != "" {
		text = where + ": " + text
	}
	if e.File != "" {
		text = e.File + ": " + text
	}
	return oneLine(text)
}

func place(family string, person pedigree.ID, line int) string {
	var parts []string
	if family != "" {
		parts = append(parts, "family "+Clip(family))
	}
	if person != "" {
		parts = append(parts, "person "+Clip(string(person)))
	}
	if line > 0 {
		parts = append(parts, fmt.Sprintf("line %d", line))
	}
	return strings.Join(parts, ", ")
}

// Clip shortens a value out of a file for a message.
func Clip(s string) string {
	const longest = 40
	runes := []rune(s)
	if len(runes) > longest {
		return string(runes[:longest]) + "..."
	}
	return s
}

// oneLine keeps control characters of a damaged file out of the terminal.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)
}
