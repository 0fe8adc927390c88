package printview

import (
	"bytes"
	"strings"

	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/internal/render/palette"
	"kindred/internal/render/raster"
	"kindred/internal/render/svg"
)

// printNow makes a private file of the pages and opens the system's viewer, and the audit keeps that
// it did.
func (s *Screen) printNow() {
	made := s.shown
	if made == nil || s.print.Disabled() {
		return
	}
	what := s.kindOf() + ", " + pagesOf(made)
	s.enable(false)
	s.say(theme.InkQuiet, "Making the file…")
	s.p.Background(func() {
		var file bytes.Buffer
		err := made.PDF(&file)
		if err == nil {
			err = s.p.Session.Printed(what)
		}
		s.p.Run(func() {
			s.enable(s.shown != nil)
			if err == nil {
				err = s.p.Print(file.Bytes())
			}
			if err != nil {
				s.say(theme.InkWarn, "Nothing was printed: "+err.Error())
				return
			}
			s.say(theme.InkText, "Opened in the system's viewer: print it there at actual size. The file is removed when Kindred is locked or closed.")
		})
	})
}

// savePDF writes the pages to a file that the user names.
func (s *Screen) savePDF() {
	made := s.shown
	if made == nil || s.pdf.Disabled() {
		return
	}
	s.save(s.kindOf()+", "+pagesOf(made), []string{".pdf"}, func(string) (*bytes.Buffer, error) {
		var file bytes.Buffer
		return &file, made.PDF(&file)
	})
}

// savePicture writes the whole drawing as one picture to a file that the user names.
func (s *Screen) savePicture() {
	made := s.shown
	if made == nil || s.picture.Disabled() {
		return
	}
	s.save(s.kindOf()+", picture", []string{".svg", ".png"}, func(ending string) (*bytes.Buffer, error) {
		var file bytes.Buffer
		if ending == ".png" {
			return &file, raster.Write(&file, made.Scene, raster.Options{Scale: 2, Palette: palette.Print})
		}
		return &file, svg.Write(&file, made.Scene, svg.Options{})
	})
}

// save asks for a place, and writes to the audit before anything leaves the record.
func (s *Screen) save(what string, endings []string, make func(ending string) (*bytes.Buffer, error)) {
	s.p.Save(s.fileName()+endings[0], endings, func(ending string) ([]byte, error) {
		file, err := make(ending)
		if err == nil {
			err = s.p.Session.Exported(what + ", " + strings.TrimPrefix(ending, "."))
		}
		return file.Bytes(), err
	})
}

// fileName is the family's reference; a copy that leaves the clinic says only that it is a pedigree.
func (s *Screen) fileName() string {
	name := strings.ReplaceAll(strings.TrimSpace(s.p.Session.Family().Name), " ", "-")
	if name == "" || s.choice.copy == clinic.AnonymousCopy || s.choice.copy == clinic.LetterCopy {
		return "pedigree"
	}
	return name
}
