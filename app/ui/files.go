package ui

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"

	"kindred/internal/clinic"
	"kindred/pedigree/interchange"
)

// removePrinted removes the copies made for printing.
func (s *Shell) removePrinted() error { return os.RemoveAll(clinic.PrintFolder(s.p.Dir)) }

// printFile writes a private file and opens it in the system's viewer. It is removed when the
// clinic is locked, and when the program starts and ends; what was made in the background and comes
// after the lock is not written at all.
func (s *Shell) printFile(data []byte) error {
	if s.clinic == nil {
		return errors.New("the clinic is locked: unlock it, and print again")
	}
	folder := clinic.PrintFolder(s.p.Dir)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	file, err := os.CreateTemp(folder, "print-*.pdf")
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Close()); err == nil {
		if err = s.p.Open(file.Name()); err != nil {
			err = fmt.Errorf("the system's viewer for PDF files did not open: %w", err)
		}
	}
	if err != nil {
		return errors.Join(err, os.Remove(file.Name()))
	}
	return nil
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
