package clinic

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
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
	Document *letter.Document
	PDF      []byte
	Checks   []letter.Check
}

// Letters of this family, the oldest first.
func (s *Session) Letters() []casefile.Letter {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.file.Letters()
}

func (s *Session) letter(id string) (casefile.Letter, error) {
	letters := s.Letters()
	i := slices.IndexFunc(letters, func(l casefile.Letter) bool { return string(l.ID) == id })
	if i < 0 {
		return casefile.Letter{}, errors.New("this letter is not in the record any more")
	}
	return letters[i], nil
}

// BeginLetter adds a draft of the template to a patient and returns its id.
func (s *Session) BeginLetter(patient pedigree.ID, template string) (string, error) {
	if _, err := s.build(casefile.Letter{Patient: patient, Template: template}, letter.Signatory{}); err != nil {
		return "", err
	}
	number, err := s.clinic.nextLetterNumber()
	if err != nil {
		return "", err
	}
	l := casefile.Letter{
		ID: string(s.NewID()), Patient: patient, Template: template, Status: casefile.LetterDraft,
		CreatedOn: s.clinic.Today(), Number: number,
	}
	return l.ID, s.apply(func() (record.Envelope, error) { return s.file.PutLetter("begin letter", l) }, nil)
}

// nextLetterNumber is "L-2026-00421 v1". Numbers are given by this laptop and carry its name, so
// that two laptops never give one twice.
func (c *Clinic) nextLetterNumber() (string, error) {
	settings, err := c.Settings()
	if err != nil {
		return "", err
	}
	settings.Letters++
	if err := c.PutSettings(settings); err != nil {
		return "", err
	}
	device := string(c.store.Device())
	return fmt.Sprintf("L-%d-%s-%05d v1", c.Today().Year(), device[:min(4, len(device))], settings.Letters), nil
}

// EditLetter replaces one paragraph's words in a draft; empty words bring the template's back.
func (s *Session) EditLetter(id, key, words string) error {
	l, err := s.letter(id)
	if err != nil {
		return err
	}
	edits := map[string]string{}
	for k, w := range l.Edits {
		edits[k] = w
	}
	if words == "" {
		delete(edits, key)
	} else {
		edits[key] = words
	}
	l.Edits = edits
	return s.apply(func() (record.Envelope, error) { return s.file.PutLetter("edit letter", l) }, nil)
}

// Preview builds a letter from the record as it stands; of a signed one it returns the bytes signed.
func (s *Session) Preview(id string) (Preview, error) {
	l, err := s.letter(id)
	if err != nil {
		return Preview{}, err
	}
	if l.Status == casefile.LetterSigned {
		pdf, err := s.SignedPDF(id)
		return Preview{Letter: l, PDF: pdf}, err
	}
	d, err := s.build(l, letter.Signatory{Name: s.settings.Author.Name, Role: s.settings.Author.Role})
	if err != nil {
		return Preview{Letter: l}, err
	}
	pdf, err := letterpdf.Render(d, letterpdf.Options{Draft: true})
	if err != nil {
		return Preview{Letter: l, Document: d}, err
	}
	return Preview{Letter: l, Document: d, PDF: pdf, Checks: letter.Checks(d, s.Family().Patient(l.Patient), textmetric.Letter.Has)}, nil
}

func (s *Session) build(l casefile.Letter, by letter.Signatory) (*letter.Document, error) {
	settings, err := s.clinic.Settings()
	if err != nil {
		return nil, err
	}
	f := s.Family()
	patient := f.Patient(l.Patient)
	if patient == nil {
		return nil, errors.New("the letter is to a patient who is not in this family any more")
	}
	d, err := letter.Build(letter.Request{
		Family: f, Patient: l.Patient, Assessments: s.Assess(patient.Individual), Today: s.clinic.Today(),
		Service: settings.Service, Signatory: by, Number: l.Number, Evaluation: settings.Evaluation(),
		Measure: textmetric.Letter, Edits: l.Edits,
	})
	if d != nil && settings.Sample && !f.Sample {
		d.Stamps = append([]string{letter.SampleMark}, d.Stamps...)
	}
	return d, err
}

// ErrPassphrase is a wrong passphrase at signing.
var ErrPassphrase = errors.New("that is not the passphrase: the letter is not signed")

// Sign makes a letter final: the author of this laptop signs it with the passphrase. The bytes that
// are signed are kept as they are for ever, under their digest. A letter with a gate is not signed.
func (s *Session) Sign(id string, passphrase []byte) error {
	l, err := s.letter(id)
	if err != nil {
		return err
	}
	if l.Status == casefile.LetterSigned {
		return casefile.ErrSigned
	}
	if s.settings.Author.Name == "" {
		return errors.New("nobody is named as the author: set your name and role in Settings first")
	}
	if err := s.Flush(); err != nil {
		return err
	}
	if !s.clinic.CheckPassphrase(passphrase) {
		return ErrPassphrase
	}
	by := letter.Signatory{Name: s.settings.Author.Name, Role: s.settings.Author.Role, On: s.clinic.Today()}
	d, err := s.build(l, by)
	if err != nil {
		return err
	}
	f := s.Family()
	if gate := letter.Gated(letter.Checks(d, f.Patient(l.Patient), textmetric.Letter.Has)); gate != "" {
		return fmt.Errorf("not signed: %s", gate)
	}
	pdf, err := letterpdf.Render(d, letterpdf.Options{})
	if err != nil {
		return err
	}
	sum := sha256.Sum256(pdf)
	l.Status, l.SignedOn, l.SignedBy, l.SignedRole = casefile.LetterSigned, by.On, by.Name, by.Role
	l.TemplateVersion, l.PDFDigest = d.Version, hex.EncodeToString(sum[:])
	l.FactsDigest = casefile.FactsDigest(f.For(l.Patient, pedigree.ForNumbers))
	l.Frontier = s.frontier()
	if err := s.apply(func() (record.Envelope, error) { return s.file.PutLetter("sign letter", l) }, map[string][]byte{l.PDFDigest: pdf}); err != nil {
		return err
	}
	return s.Flush()
}

func (s *Session) frontier() record.Frontier {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.file.Frontier()
}

// SignedPDF is the bytes that were signed, checked against their digest.
func (s *Session) SignedPDF(id string) ([]byte, error) {
	l, err := s.letter(id)
	if err != nil {
		return nil, err
	}
	if l.Status != casefile.LetterSigned {
		return nil, errors.New("this letter is not signed yet")
	}
	s.clinic.writer.flush()
	pdf, err := s.clinic.store.Blob(s.id, l.PDFDigest)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(pdf)
	if hex.EncodeToString(sum[:]) != l.PDFDigest {
		return nil, errors.New("the signed letter does not match its digest: restore it from a backup")
	}
	return bytes.Clone(pdf), nil
}

// OutOfDate reports whether a fact that the signed letter rests on has changed since.
func (s *Session) OutOfDate(l casefile.Letter) bool {
	return l.Status == casefile.LetterSigned && l.FactsDigest != casefile.FactsDigest(s.Family().For(l.Patient, pedigree.ForNumbers))
}

// Printed records in the audit that the signed letter left the record as a file.
func (s *Session) Printed(id string) error { return s.clinic.audit(s.id, "print", id) }

// Exported records in the audit that the family left the record as a file.
func (s *Session) Exported(format string) error { return s.clinic.audit(s.id, "export", format) }

// PrintFolder is where private copies for printing stand; they are removed when the program starts
// and ends.
func PrintFolder(dir string) string { return filepath.Join(dir, "printing") }

// Pages are a letter's pages as pictures, as they will print.
func (s *Session) Pages(p Preview) ([]image.Image, error) {
	d := p.Document
	if d == nil {
		// A signed letter is shown from the record's own scenes no more: its bytes are what counts.
		return nil, nil
	}
	set, err := pages.Set(d, pages.Options{Draft: true})
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
