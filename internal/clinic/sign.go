package clinic

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"kindred/internal/casefile"
	"kindred/internal/letter"
	letterpdf "kindred/internal/letter/pdf"
	"kindred/internal/record"
	"kindred/storage"
)

// ErrPassphrase is a wrong passphrase at signing.
var ErrPassphrase = errors.New("that is not the passphrase: the letter is not signed")

// Sign makes a letter final: the author of this laptop signs it with the passphrase. The bytes that
// are signed are kept as they are for ever, under their digest, with the digest of the facts they
// rest on. A letter with a gate is not signed, and neither is one while an edit is not durable.
func (s *Session) Sign(id string, passphrase []byte) error {
	if err := s.Flush(); err != nil {
		return err
	}
	s.mu.Lock()
	now, frontier := s.look(), s.file.Frontier()
	s.mu.Unlock()
	l, err := find(now.letters, id)
	if err != nil {
		return err
	}
	if l.Status == casefile.LetterSigned {
		return casefile.ErrSigned
	}
	settings, err := s.clinic.Settings()
	if err != nil {
		return err
	}
	if settings.Author.Name == "" {
		return errors.New("nobody is named as the author: set your name and role in Settings first")
	}
	if !s.clinic.CheckPassphrase(passphrase) {
		if err := s.clinic.audit(s.id, "sign refused: wrong passphrase", id); err != nil {
			return err
		}
		return ErrPassphrase
	}
	by := letter.Signatory{Name: settings.Author.Name, Role: settings.Author.Role, On: s.clinic.Today()}
	d, err := s.build(now, l, by)
	if err != nil {
		return err
	}
	checks, err := s.checks(now, l, d)
	if err != nil {
		return err
	}
	if gate := letter.Gated(checks); gate != "" {
		return fmt.Errorf("not signed: %s", gate)
	}
	pdf, err := letterpdf.Render(d, letterpdf.Options{})
	if err != nil {
		return err
	}
	l.Status, l.SignedOn, l.SignedBy, l.SignedRole = casefile.LetterSigned, by.On, by.Name, by.Role
	l.TemplateVersion, l.PDFDigest, l.FactsDigest, l.Frontier = d.Version, digest(pdf), now.facts(now.aboutPatient(l.Patient), casefile.ByLetters), frontier
	line, err := s.clinic.auditLine(s.id, "sign", id)
	if err != nil {
		return err
	}
	with := attached{blobs: map[string][]byte{l.PDFDigest: pdf}, audit: []storage.AuditEntry{line}}
	if err := s.apply(with, func() (record.Envelope, error) { return s.file.PutLetter("sign letter", l) }); err != nil {
		return err
	}
	return s.Flush()
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// SignedPDF is the bytes that were signed, checked against their digest.
func (s *Session) SignedPDF(id string) ([]byte, error) {
	l, err := find(s.Letters(), id)
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
	if digest(pdf) != l.PDFDigest {
		return nil, errors.New("the signed letter does not match its digest: restore it from a backup")
	}
	return bytes.Clone(pdf), nil
}
