package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"kindred/internal/clinic"
	"kindred/internal/render/palette"
	"kindred/internal/render/pdf"
	"kindred/internal/render/raster"
	"kindred/internal/render/svg"
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
	file, err := os.CreateTemp(folder, "letter-*.pdf")
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

// export writes the family, or its drawing as it stands, to a file that the user names.
func (f *familyScreen) export() {
	if f.patientView {
		f.privateCommand("")
		return
	}
	d := dialog.NewFileSave(func(to fyne.URIWriteCloser, err error) {
		if err != nil || to == nil {
			return
		}
		path := to.URI().Path()
		_ = to.Close()
		if err := f.writeExport(path); err != nil {
			_ = os.Remove(path)
			f.shell.tell("Nothing was exported", err)
			return
		}
		f.status.say("Exported to " + filepath.Base(path))
	}, f.shell.p.Window)
	name := strings.ReplaceAll(f.session.Family().Name, " ", "-")
	if name == "" {
		name = "family"
	}
	d.SetFileName(name + ".pdf")
	d.SetFilter(storage.NewExtensionFileFilter([]string{".pdf", ".svg", ".png", ".json", ".canrisk", ".ped"}))
	d.Resize(fyne.NewSize(760, 520))
	d.Show()
}

func (f *familyScreen) writeExport(path string) error {
	var out bytes.Buffer
	ending := strings.ToLower(filepath.Ext(path))
	var err error
	scene := f.pedigree.Scene()
	switch ending {
	case ".pdf":
		err = pdf.Write(&out, scene, pdf.Options{Page: pdf.A4})
	case ".svg":
		err = svg.Write(&out, scene, svg.Options{})
	case ".png":
		err = raster.Write(&out, scene, raster.Options{Scale: 2, Palette: palette.Print})
	default:
		_, err = interchange.Write(&out, interchange.FormatOf(path), f.session.Family())
	}
	if err != nil {
		return err
	}
	if err := f.session.Exported(ending); err != nil {
		return err
	}
	return os.WriteFile(path, out.Bytes(), 0o600)
}
