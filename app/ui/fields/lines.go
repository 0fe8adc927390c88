package fields

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// Lines is a list, one item a line: an address, ancestry, notes. Enter begins the next line.
type Lines struct {
	Line
	onCommit func([]string)
}

// NewLines is a field of several lines that calls commit with the lines that are not blank.
func NewLines(rows int, commit func([]string)) *Lines {
	l := &Lines{onCommit: commit}
	l.begin(l, func(text string) { l.onCommit(split(text)) })
	l.MultiLine = true
	l.Wrapping = fyne.TextWrapWord
	l.Scroll = fyne.ScrollVerticalOnly
	l.SetMinRowsVisible(rows)
	return l
}

// Set shows a list from the record, unless the field is being typed in.
func (l *Lines) Set(lines []string) {
	if slices.Equal(split(l.saved), lines) && l.saved == l.Text {
		return
	}
	l.Line.Set(strings.Join(lines, "\n"))
}

func split(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}
