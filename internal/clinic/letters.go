package clinic

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"maps"
	"path/filepath"
	"slices"

	"kindred/internal/casefile"
	"kindred/internal/letter"
	"kindred/internal/letter/pages"
	letterpdf "kindred/internal/letter/pdf"
	"kindred/internal/record"
	"kindred/internal/render/palette"
	"kindred/internal/render/raster"
	"kindred/internal/textmetric"
	"kindred/pedigree"
)

// Preview is a letter as it would print now.
type Preview struct {
	Letter   casefile.Letter
	Document *letter.Document // nil for a signed letter: its bytes are what counts
	PDF      []byte
	Checks   []letter.Check
}

// Letters of this family, the oldest first.
func (s *Session) Letters() []casefile.Letter {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.file.Letters()
}

var errNoLetter = errors.New("this letter is not in the record any more")

func find(letters []casefile.Letter, id string) (casefile.Letter, error) {
	i := slices.IndexFunc(letters, func(l casefile.Letter) bool { return l.ID == id })
	if i < 0 {
		return casefile.Letter{}, errNoLetter
	}
	return letters[i], nil
}

// BeginLetter adds a draft of the template to a patient and returns its id. It is refused for
// somebody to whom the template must not be written.
func (s *Session) BeginLetter(patient pedigree.ID, template string) (string, error) {
	l := casefile.Letter{Patient: patient, Template: template, Status: casefile.LetterDraft, CreatedOn: s.clinic.Today()}
	now := s.snapshot()
	if _, err := s.build(now, l, letter.Signatory{}); err != nil {
		return "", err
	}
	l.FactsDigest = now.facts(now.aboutPatient(patient), casefile.ByLetters) // so that a later change is said
	number, err := s.clinic.nextLetterNumber()
	if err != nil {
		return "", err
	}
	l.ID, l.Number = string(s.NewID()), number
	return l.ID, s.apply(attached{}, func() (record.Envelope, error) { return s.file.PutLetter("begin letter", l) })
}

// lettersGiven is the settings entry that counts the letter numbers given by this store.
const lettersGiven = "letters given"

// nextLetterNumber is "L-2026-3f9a-00421 v1". Numbers are given by this laptop and carry its name, so
// that two laptops never give one twice.
func (c *Clinic) nextLetterNumber() (string, error) {
	c.numbering.Lock()
	defer c.numbering.Unlock()
	data, err := c.store.Settings(lettersGiven)
	if err != nil {
		return "", err
	}
	given := 0
	if len(data) > 0 {
		if err := json.Unmarshal(data, &given); err != nil {
			return "", fmt.Errorf("the count of letters cannot be read: %w", err)
		}
	}
	given++
	data, err = json.Marshal(given)
	if err != nil {
		return "", err
	}
	if err := c.store.PutSettings(lettersGiven, data); err != nil {
		return "", err
	}
	device := string(c.store.Device())
	return fmt.Sprintf("L-%d-%s-%05d v1", c.Today().Year(), device[:min(4, len(device))], given), nil
}

// EditLetter replaces one paragraph's words in a draft; empty words bring the template's back. A
// signed letter is refused (casefile.ErrSigned).
func (s *Session) EditLetter(id, key, words string) error {
	return s.apply(attached{}, func() (record.Envelope, error) {
		l, err := find(s.file.Letters(), id)
		if err != nil {
			return record.Envelope{}, err
		}
		edits := maps.Clone(l.Edits)
		if edits == nil {
			edits = map[string]string{}
		}
		edits[key] = words
		if words == "" {
			delete(edits, key)
		}
		l.Edits = edits
		return s.file.PutLetter("edit letter", l)
	})
}

// Preview builds a letter from the record as it stands; of a signed one it returns the bytes signed.
func (s *Session) Preview(id string) (Preview, error) {
	now := s.snapshot()
	l, err := find(now.letters, id)
	if err != nil {
		return Preview{}, err
	}
	if l.Status == casefile.LetterSigned {
		pdf, err := s.SignedPDF(id)
		return Preview{Letter: l, PDF: pdf}, err
	}
	settings, err := s.clinic.Settings()
	if err != nil {
		return Preview{Letter: l}, err
	}
	d, err := s.build(now, l, letter.Signatory{Name: settings.Author.Name, Role: settings.Author.Role})
	if err != nil {
		return Preview{Letter: l}, err
	}
	pdf, err := letterpdf.Render(d, letterpdf.Options{Draft: true})
	if err != nil {
		return Preview{Letter: l, Document: d}, err
	}
	checks, err := s.checks(now, l, d)
	return Preview{Letter: l, Document: d, PDF: pdf, Checks: checks}, err
}

// build makes the letter's document from what was recorded at one moment, dated the day it was signed,
// else today.
func (s *Session) build(now snapshot, l casefile.Letter, by letter.Signatory) (*letter.Document, error) {
	settings, err := s.clinic.Settings()
	if err != nil {
		return nil, err
	}
	patient := now.family.Patient(l.Patient)
	if patient == nil {
		return nil, errors.New("the letter is to a patient who is not in this family any more")
	}
	d, err := letter.Build(letter.Request{
		Family: now.family, Patient: l.Patient, Assessments: now.assess(patient.Individual), Today: cmp.Or(by.On, s.clinic.Today()),
		Service: settings.Service, Signatory: by, Number: l.Number, Evaluation: settings.Evaluation(),
		Measure: textmetric.Letter, Edits: l.Edits,
		Nomenclature: settings.Drawing.Nomenclature, StrictBirthOrder: settings.Drawing.StrictBirthOrder,
	})
	if d != nil && settings.Sample && !now.family.Sample {
		d.Stamps = append([]string{letter.SampleMark}, d.Stamps...)
	}
	return d, err
}

// PrintFolder is where private copies for printing stand; they are removed when the program starts
// and ends.
func PrintFolder(dir string) string { return filepath.Join(dir, "printing") }

// Pages are a letter's pages as pictures, as they will print. Those of a signed letter are there while
// the record still gives the very bytes that were signed; afterwards only the file has them, and there
// are none here.
func (s *Session) Pages(p Preview) ([]image.Image, error) {
	d := p.Document
	if d == nil {
		d = s.asSigned(p)
	}
	if d == nil {
		return nil, nil
	}
	set, err := pages.Set(d, pages.Options{Draft: p.Document != nil})
	if err != nil {
		return nil, err
	}
	var images []image.Image
	for _, page := range set {
		picture, err := raster.Image(page, raster.Options{Palette: palette.Print, Scale: 1.6})
		if err != nil {
			return nil, err
		}
		images = append(images, picture)
	}
	return images, nil
}

// asSigned is the document of a signed letter if it can be made again byte for byte, else nil.
func (s *Session) asSigned(p Preview) *letter.Document {
	l := p.Letter
	d, err := s.build(s.snapshot(), l, letter.Signatory{Name: l.SignedBy, Role: l.SignedRole, On: l.SignedOn})
	if err != nil {
		return nil
	}
	if made, err := letterpdf.Render(d, letterpdf.Options{}); err != nil || digest(made) != l.PDFDigest {
		return nil
	}
	return d
}
