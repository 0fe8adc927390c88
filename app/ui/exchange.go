package ui

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"kindred/app/ui/importview"
	"kindred/app/ui/theme"
	"kindred/internal/render/pdf"
	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/draw/blank"
	"kindred/pedigree/interchange"
	"kindred/pedigree/interchange/merge"
)

// copyHistory puts the family history in sentences on the clipboard, for the trust's own record, and
// into the audit first: what has left the record must never be without a line that says so.
func (f *familyScreen) copyHistory() {
	f.pedigree.Commit()
	if err := f.session.Exported("plain text on the clipboard"); err != nil {
		f.status.warn(explain(err))
		return
	}
	lines := describe.Family(f.session.Family())
	text := strings.Join(lines, "\n") + "\n"
	fyne.CurrentApp().Clipboard().SetContent(text)
	f.shell.copied = digestOf(text)
	f.status.say(fmt.Sprintf("Copied: the history of %s in %s. It is cleared from the clipboard when Kindred is locked.",
		describe.Counted(len(f.session.Family().Individuals), "person", "people"), describe.Counted(len(lines), "line", "lines")))
}

// digestOf a text, whatever the system makes of its line ends.
func digestOf(text string) [sha256.Size]byte {
	return sha256.Sum256([]byte(strings.ReplaceAll(text, "\r\n", "\n")))
}

// clearClipboard takes away what was copied, if it is still there; anything else on the clipboard is
// not ours.
func (s *Shell) clearClipboard() {
	if s.copied == ([sha256.Size]byte{}) {
		return
	}
	if c := fyne.CurrentApp().Clipboard(); digestOf(c.Content()) == s.copied {
		c.SetContent("")
	}
	s.copied = [sha256.Size]byte{}
}

// printBlankSheet prints the form for a history on paper, with the marks of this clinic.
func (s *Shell) printBlankSheet() {
	settings, err := s.clinic.Settings()
	if err != nil {
		s.tell("The blank sheet cannot be printed", err)
		return
	}
	stamps := settings.Stamps(&pedigree.Family{})
	s.p.Background(func() {
		var out bytes.Buffer
		err := pdf.Write(&out, blank.Draw(textmetric.Letter, stamps), pdf.Options{})
		s.p.Run(func() {
			if err == nil {
				err = s.printFile(out.Bytes())
			}
			if err != nil {
				s.tell("The blank sheet was not printed", err)
				return
			}
			s.say("The blank family history sheet is open in the system's viewer: print it there.")
		})
	})
}

// say shows news where there is a place for it.
func (s *Shell) say(words string) {
	if s.family != nil {
		s.family.status.say(words)
	}
}

// pasteFamily previews the family on the clipboard.
func (s *Shell) pasteFamily() {
	text := fyne.CurrentApp().Clipboard().Content()
	if strings.TrimSpace(text) == "" {
		s.tell("Nothing was pasted", errors.New("the clipboard holds no text: copy the cells of a table, or the text of a family file"))
		return
	}
	s.preview("", func() ([]byte, error) { return []byte(text), nil })
}

// dropped previews a file that was dropped on the window. While the clinic is locked, a patient looks on
// or a dialog is open, a drop does nothing.
func (s *Shell) dropped(files []fyne.URI) {
	if s.clinic == nil || s.body == nil || len(files) == 0 || s.p.Window.Canvas().Overlays().Top() != nil {
		return
	}
	s.idle.touch()
	switch {
	case s.family != nil && s.family.patientView:
		s.family.privateCommand("")
	case len(files) > 1:
		s.tell("Nothing was imported", fmt.Errorf("%d files were dropped: drop one at a time", len(files)))
	default:
		s.previewFile(files[0].Path())
	}
}

// previewFile reads a file and shows what it would add.
func (s *Shell) previewFile(path string) {
	s.preview(filepath.Base(path), func() ([]byte, error) { return readFamilyFile(path) })
}

// readFamilyFile reads a file as far as a family file may reach.
func readFamilyFile(path string) ([]byte, error) {
	name := filepath.Base(path)
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s is a folder: choose one file in it", name)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be opened: check that it is still there and that you may read it", name)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, interchange.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s could not be read to its end: copy it to this laptop first", name)
	}
	return data, nil
}

// slow is how long reading may take before the window says so.
const slow = 400 * time.Millisecond

// preview reads what load gives, in the background, and shows what it would add. name is "" for a
// pasted text.
func (s *Shell) preview(name string, load func() ([]byte, error)) {
	s.reading++
	run := s.reading
	var open *pedigree.Family
	var at pedigree.ID
	if f := s.family; f != nil {
		f.pedigree.Commit()
		open, at = f.session.Family(), f.joinAt()
	}
	progress := s.progress(run, name)
	s.p.Background(func() {
		var in *importview.Incoming
		var joined *importview.Joined
		data, err := load()
		if err == nil {
			in, err = importview.Read(name, data)
		}
		if err == nil && open != nil {
			joined = in.Join(open, at)
		}
		s.p.Run(func() {
			if run != s.reading || s.clinic == nil {
				return
			}
			s.giveUpReading() // what is still to come of this run is over
			progress()
			if err != nil {
				s.tell("Nothing was imported", err)
				return
			}
			importview.Show(importview.Params{
				Window: s.p.Window, Incoming: in, Joined: joined, Closed: s.refocus,
				Accept: func(join bool) { s.accept(in, join, at) },
			})
		})
	})
}

// progress says after a while that something is being read, with a way to give it up; the function it
// returns takes that away.
func (s *Shell) progress(run int, name string) (done func()) {
	var d *theme.Dialog
	if name == "" {
		name = "what is on the clipboard"
	}
	s.p.Later(slow, func() {
		if run == s.reading && s.clinic != nil {
			d = theme.NewQuestion(s.p.Window, "Reading", "", "Cancel", theme.Paragraph("Reading "+name+"…", 420, theme.InkText), func(bool) {
				if run == s.reading {
					s.giveUpReading()
				}
				s.refocus()
			})
			d.Show()
		}
	})
	return func() {
		if d != nil {
			d.Hide()
		}
	}
}

// giveUpReading drops what is being read: nothing of it is shown.
func (s *Shell) giveUpReading() { s.reading++ }

// refocus gives the keyboard back to what the window shows.
func (s *Shell) refocus() {
	switch {
	case s.family != nil:
		s.family.focus()
	case s.families != nil:
		s.families.Focus(s.p.Window.Canvas())
	}
}

// joinAt is whom an incoming family would be joined at: the selected person, else the patient.
func (f *familyScreen) joinAt() pedigree.ID {
	if id := f.pedigree.Selected(); id != "" {
		return id
	}
	return f.subject()
}

// accept imports what was previewed, all or nothing.
func (s *Shell) accept(in *importview.Incoming, join bool, at pedigree.ID) {
	if f := s.family; join && f != nil {
		var outcome *merge.Outcome
		s.p.Background(func() {
			err := f.session.Do("import "+in.From, func(family *pedigree.Family) (err error) {
				outcome, err = merge.Into(family, in.Families[0], at, in.From, f.session.NewID)
				return err
			})
			s.p.Run(func() { f.imported(in, outcome, err) })
		})
		return
	}
	s.p.Background(func() {
		ids, err := s.clinic.ImportAll(in.Families, "import "+in.From)
		s.p.Run(func() {
			switch {
			case s.clinic == nil:
			case err != nil:
				s.tell("Nothing was imported", err)
			case len(ids) == 1:
				s.openFamily(ids[0])
				s.say("Imported from " + in.From + ": " + describe.Counted(len(in.Families[0].Individuals), "person", "people") + ".")
			default:
				s.show(toFamilies)
			}
		})
	})
}

// imported shows the family with what was added.
func (f *familyScreen) imported(in *importview.Incoming, outcome *merge.Outcome, err error) {
	if f.shell.family != f {
		return
	}
	if err != nil {
		f.shell.tell("Nothing was imported", err)
		return
	}
	f.pedigree.Reload()
	f.open(f.shown)
	f.changed()
	f.status.say(fmt.Sprintf("Added from %s: %s. Ctrl+Z takes all of it back.", in.From, describe.Counted(outcome.Added(), "person", "people")))
}
