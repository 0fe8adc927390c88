package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"kindred/app/ui/theme"
)

// askForFile asks for a family file in one line, so that no hand has to leave the keys; why says what
// stood in the way of the answer before.
func (s *Shell) askForFile(path, why string) {
	const width = 560
	entry := theme.NewEntry("Folder and name of the file")
	if path == "" {
		path = s.saveFolder() + string(filepath.Separator)
	}
	entry.SetText(path)
	entry.CursorColumn = len([]rune(path))
	var d *theme.Dialog
	content := theme.Column(10, entry,
		theme.Paragraph("CanRisk, BOADICEA, PED, Kindred JSON, or a table of relatives (.xlsx, .csv). Files can also be dropped on the window, and tables pasted.", width, theme.InkQuiet),
		theme.Paragraph(why, width, theme.InkWarn),
		theme.Row(0, theme.NewButton(theme.Link, "Browse…", func() { s.browse(entry) })))
	d = theme.NewQuestion(s.p.Window, "Import a file", "Look at it", "Cancel", content, func(yes bool) {
		s.refocus()
		if !yes {
			return
		}
		path := strings.TrimSpace(entry.Text)
		if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
			s.askForFile(path, "There is no such file: check the name, or browse.")
			return
		}
		s.folder = filepath.Dir(path)
		s.previewFile(path)
	})
	entry.OnSubmitted = func(string) { d.Confirm() }
	entry.OnEscape = d.Hide
	d.Resize(fyne.NewSize(width+60, 0))
	d.Show()
	s.p.Window.Canvas().Focus(entry)
}

// browse puts a file chosen by hand into the line.
func (s *Shell) browse(entry *theme.Entry) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err == nil && file != nil {
			entry.SetText(file.URI().Path())
			_ = file.Close() // it is read once it was accepted
		}
		s.p.Window.Canvas().Focus(entry)
	}, s.p.Window)
	d.Show()
	d.Resize(fyne.NewSize(760, 520))
}
