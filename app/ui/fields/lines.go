package fields

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
)

// Lines is a list, one item a line: an address, ancestry, notes. Enter begins the next line. The field is
// as high as its text, so that all of it is read without a scroll bar of its own.
type Lines struct {
	Line
	onCommit    func([]string)
	least, rows int
}

// NewLines is a field of several lines that calls commit with the lines that are not blank.
func NewLines(rows int, commit func([]string)) *Lines {
	l := &Lines{onCommit: commit}
	l.begin(l, func(text string) { l.onCommit(split(text)) })
	l.MultiLine = true
	l.Wrapping = fyne.TextWrapWord
	l.Scroll = fyne.ScrollVerticalOnly
	l.least = rows
	l.OnChanged = func(string) { l.grow() }
	l.grow()
	return l
}

// The text's inset in the field, and the rows above which a field scrolls after all.
const (
	linesInset = 20
	mostRows   = 24
)

// grow makes the field as high as its text.
func (l *Lines) grow() {
	rows := 0
	for _, line := range strings.Split(l.Text, "\n") {
		rows += max(1, len(theme.Wrap(line, max(80, l.Size().Width-linesInset), theme.Body)))
	}
	if rows = min(max(rows, l.least), mostRows); rows != l.rows {
		l.rows = rows
		l.SetMinRowsVisible(rows)
		if l.focused {
			l.gained(l) // what is typed stays in sight
		}
	}
}

// Resize is for Fyne: in another width the text has other lines.
func (l *Lines) Resize(size fyne.Size) {
	wider := size.Width != l.Size().Width
	l.Line.Resize(size)
	if wider {
		l.grow()
	}
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
