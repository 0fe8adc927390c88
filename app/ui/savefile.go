package ui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"kindred/app/ui/theme"
)

// saving is a file that the user is about to name.
type saving struct {
	endings  []string
	contents func(ending string) ([]byte, error)
	path     string // as typed so far
	replaces string // a file that is there already, and that the user was told of
}

// saveFile asks for a place and writes there what contents makes, in the background, for the ending
// that the user gave the name. What the window shows has the keyboard again afterwards.
func (f *familyScreen) saveFile(name string, endings []string, contents func(ending string) ([]byte, error)) {
	f.askWhere(saving{endings: endings, contents: contents, path: filepath.Join(f.shell.saveFolder(), name)}, "")
}

// askWhere asks for folder and name in one line, so that no hand has to leave the keys; why says what
// stood in the way of the answer before.
func (f *familyScreen) askWhere(file saving, why string) {
	const width = 560
	entry := theme.NewEntry("Folder and name")
	entry.SetText(file.path)
	entry.CursorColumn = len([]rune(file.path))
	var d *theme.Dialog
	content := theme.Column(10, entry,
		theme.Paragraph("The name ends in "+strings.Join(file.endings, " or ")+". Only you will be able to read the file; it is not sealed.", width, theme.InkQuiet),
		theme.Paragraph(why, width, theme.InkWarn),
		theme.Row(0, theme.NewButton(theme.Link, "Choose another folder…", func() { f.chooseFolder(entry) })))
	d = theme.NewQuestion(f.shell.p.Window, "Save", "Save", "Cancel", content, func(yes bool) {
		f.focus()
		if !yes {
			return
		}
		file.path = strings.TrimSpace(entry.Text)
		if why := file.problem(); why != "" {
			file.replaces = file.path
			f.askWhere(file, why)
			return
		}
		f.shell.folder = filepath.Dir(file.path)
		f.write(file)
	})
	entry.OnSubmitted = func(string) { d.Confirm() }
	entry.OnEscape = d.Hide
	d.Resize(fyne.NewSize(width+60, 0))
	d.Show()
	f.shell.p.Window.Canvas().Focus(entry)
}

// problem is what stands in the way of writing the file, "" for nothing. A file that is there already
// is replaced when the user asks for the same path again.
func (s saving) problem() string {
	switch {
	case !slices.Contains(s.endings, strings.ToLower(filepath.Ext(s.path))):
		return "The name must end in " + strings.Join(s.endings, " or ") + "."
	case !filepath.IsAbs(s.path):
		return "Begin with the folder, such as " + filepath.Join(homeFolder(), "name") + s.endings[0] + "."
	}
	if folder, err := os.Stat(filepath.Dir(s.path)); err != nil || !folder.IsDir() {
		return "There is no folder " + filepath.Dir(s.path) + ": choose one that is there."
	}
	if _, err := os.Stat(s.path); err == nil && s.replaces != s.path {
		return "There is a file of that name already. Save again to replace it."
	}
	return ""
}

// write makes the file in the background and says that it is there.
func (f *familyScreen) write(file saving) {
	f.status.say("Saving " + filepath.Base(file.path) + "…")
	f.shell.p.Background(func() {
		err := file.write()
		f.shell.p.Run(func() {
			if err != nil {
				f.shell.tell("Nothing was saved", err)
				return
			}
			f.status.say("Saved as " + file.path)
		})
	})
}

// write makes a file that only its owner can read, whole or not at all: what was there before stays
// until then.
func (s saving) write() error {
	data, err := s.contents(strings.ToLower(filepath.Ext(s.path)))
	if err != nil {
		return err
	}
	part, err := os.CreateTemp(filepath.Dir(s.path), ".kindred-*")
	if err != nil {
		return err
	}
	_, err = part.Write(data)
	if err = errors.Join(err, part.Close()); err == nil {
		err = os.Rename(part.Name(), s.path)
	}
	if err != nil {
		if left := os.Remove(part.Name()); !errors.Is(left, fs.ErrNotExist) {
			err = errors.Join(err, left)
		}
	}
	return err
}

// chooseFolder puts another folder before the name.
func (f *familyScreen) chooseFolder(entry *theme.Entry) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err == nil && folder != nil {
			entry.SetText(filepath.Join(folder.Path(), filepath.Base(entry.Text)))
		}
		f.shell.p.Window.Canvas().Focus(entry)
	}, f.shell.p.Window)
	d.Show()
	d.Resize(fyne.NewSize(760, 520))
}

// saveFolder is where the last file was saved, at first the user's documents.
func (s *Shell) saveFolder() string {
	if s.folder != "" {
		return s.folder
	}
	documents := filepath.Join(homeFolder(), "Documents")
	if info, err := os.Stat(documents); err == nil && info.IsDir() {
		return documents
	}
	return homeFolder()
}

// homeFolder is the user's own; the root where the system names none.
func homeFolder() string {
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	return string(filepath.Separator)
}
