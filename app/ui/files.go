package ui

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"kindred/internal/clinic"
	"kindred/pedigree/interchange"
)

// removePrinted removes the copies made for printing.
func (s *Shell) removePrinted() error { return os.RemoveAll(clinic.PrintFolder(s.p.Dir)) }

// printFile writes a private file and opens it in the system's viewer. It is removed when the
// clinic is locked, and when the program starts and ends.
func (s *Shell) printFile(data []byte) error {
	folder := clinic.PrintFolder(s.p.Dir)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	file, err := os.CreateTemp(folder, "print-*.pdf")
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return s.p.Open(file.Name())
}

// export writes the family's data to a file that the user names; its drawing is saved from the print
// preview.
func (f *familyScreen) export() {
	if f.patientView {
		f.privateCommand("")
		return
	}
	name := strings.ReplaceAll(f.session.Family().Name, " ", "-")
	if name == "" {
		name = "family"
	}
	f.saveFile(name+".json", []string{".json", ".canrisk", ".ped"}, func(ending string) ([]byte, error) {
		var out bytes.Buffer
		if _, err := interchange.Write(&out, interchange.FormatOf("family"+ending), f.session.Family()); err != nil {
			return nil, err
		}
		return out.Bytes(), f.session.Exported(ending)
	})
}

// saveFile asks for a place and writes there what contents makes, in the background, for the ending
// that the user gave the name. What the window shows has the keyboard again afterwards.
func (f *familyScreen) saveFile(name string, endings []string, contents func(ending string) ([]byte, error)) {
	d := dialog.NewFileSave(func(to fyne.URIWriteCloser, err error) {
		f.focus()
		if err != nil || to == nil {
			return
		}
		path := to.URI().Path()
		_ = to.Close()
		f.status.say("Saving " + filepath.Base(path) + "…")
		f.shell.p.Background(func() {
			err := saveAs(path, endings, contents)
			f.shell.p.Run(func() {
				if err != nil {
					f.shell.tell("Nothing was saved", err)
					return
				}
				f.status.say("Saved as " + filepath.Base(path))
			})
		})
	}, f.shell.p.Window)
	d.SetFileName(name)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	d.Resize(fyne.NewSize(760, 520))
	d.Show()
}

// saveAs writes a file that only its owner can read, whole or not at all. The dialog has already made
// an empty one at path, which goes if nothing comes into it.
func saveAs(path string, endings []string, contents func(ending string) ([]byte, error)) error {
	err := func() error {
		ending := strings.ToLower(filepath.Ext(path))
		if !slices.Contains(endings, ending) {
			return errors.New("the name must end in " + strings.Join(endings, " or "))
		}
		data, err := contents(ending)
		if err != nil {
			return err
		}
		part := path + ".part"
		if err := os.WriteFile(part, data, 0o600); err != nil {
			return errors.Join(err, removed(part))
		}
		return os.Rename(part, path)
	}()
	if err != nil {
		if info, statErr := os.Stat(path); statErr == nil && info.Size() == 0 {
			err = errors.Join(err, removed(path))
		}
	}
	return err
}

// removed removes a file that may not be there.
func removed(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
