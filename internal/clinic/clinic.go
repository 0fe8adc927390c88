// Package clinic is what the window and the command line work with: the families of one laptop, open
// or listed, its settings, and the one ordered writer that makes every edit durable. It joins the
// record (casefile), the store, the risk models and the letters; it knows no screen.
package clinic

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"kindred/internal/casefile"
	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/storage"
)

// Clinic is an unlocked store.
type Clinic struct {
	store  *storage.Store
	dir    string
	now    func() time.Time
	writer *writer
}

// Create makes a new store in dir, which must not hold one yet, and returns the recovery key: it is
// shown once and kept nowhere.
func Create(dir string, passphrase []byte, settings Settings) (*Clinic, string, error) {
	recovery, err := storage.Init(dir, passphrase, storage.Params{})
	if err != nil {
		return nil, "", err
	}
	c, err := Open(dir, passphrase)
	if err != nil {
		return nil, "", err
	}
	if err := c.PutSettings(settings); err != nil {
		c.Close()
		return nil, "", err
	}
	return c, recovery, nil
}

// Open unlocks the store in dir.
func Open(dir string, passphrase []byte) (*Clinic, error) {
	store, err := storage.Open(dir, passphrase)
	if err != nil {
		return nil, err
	}
	return newClinic(store, dir), nil
}

func newClinic(store *storage.Store, dir string) *Clinic {
	return &Clinic{store: store, dir: dir, now: time.Now, writer: newWriter(store)}
}

// Exists reports whether dir holds a store.
func Exists(dir string) bool { return storage.Exists(dir) }

// Close waits for every edit to be durable and locks the store.
func (c *Clinic) Close() error {
	c.writer.close()
	return c.store.Close()
}

// Store is the open store, for verify, stats and backup.
func (c *Clinic) Store() *storage.Store { return c.store }

// Today is the day by this laptop's clock.
func (c *Clinic) Today() pedigree.Date { return pedigree.DateOf(c.now()) }

// CheckPassphrase reports whether the passphrase opens this store; it takes as long as unlocking.
func (c *Clinic) CheckPassphrase(passphrase []byte) bool {
	return c.store.CheckPassphrase(passphrase) == nil
}

const settingsName = "clinic"

// Settings of the clinic; a store without any has the zero Settings.
func (c *Clinic) Settings() (Settings, error) {
	var s Settings
	data, err := c.store.Settings(settingsName)
	if err != nil || len(data) == 0 {
		return s, err
	}
	if err := json.Unmarshal(data, &s); err != nil {
		return s, fmt.Errorf("the clinic's settings cannot be read: %w", err)
	}
	return s, nil
}

// PutSettings keeps the settings.
func (c *Clinic) PutSettings(s Settings) error {
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return c.store.PutSettings(settingsName, data)
}

// List is the families whose reference, patients' names, dates of birth or NHS numbers contain every
// word of find, by reference. Case and accents do not matter.
func (c *Clinic) List(find string) ([]Entry, error) {
	c.writer.flush()
	rows, err := c.store.Entries()
	if err != nil {
		return nil, err
	}
	query := strings.Fields(fold(find))
	var entries []Entry
	for _, row := range rows {
		e, err := decodeEntry(row.Data)
		if err != nil {
			return nil, fmt.Errorf("the list entry of family %s cannot be read: %w", row.Family, err)
		}
		if e.matches(query) {
			entries = append(entries, e)
		}
	}
	slices.SortFunc(entries, func(a, b Entry) int {
		if by := strings.Compare(a.Name, b.Name); by != 0 {
			return by
		}
		return strings.Compare(string(a.ID), string(b.ID))
	})
	return entries, nil
}

// ErrNoFamily is a family id that the store does not hold.
var ErrNoFamily = errors.New("there is no such family in this store")

// Import puts a family into the store as it is, with its ids, and returns its new family id.
func (c *Clinic) Import(f *pedigree.Family, reason string) (record.FamilyID, error) {
	s, err := c.NewFamily(f, reason)
	if err != nil {
		return "", err
	}
	return s.ID(), s.Flush()
}

// NewFamily begins a family. Its first operations are those of f.
func (c *Clinic) NewFamily(f *pedigree.Family, reason string) (*Session, error) {
	id, err := c.store.NewFamily()
	if err != nil {
		return nil, err
	}
	s, err := c.session(id, nil)
	if err != nil {
		return nil, err
	}
	return s, s.Do(reason, func(to *pedigree.Family) error {
		*to = *f.Clone()
		return nil
	})
}

// OpenFamily opens a family, and the audit keeps that it was read.
func (c *Clinic) OpenFamily(id record.FamilyID) (*Session, error) {
	c.writer.flush()
	envelopes, err := c.store.Envelopes(id)
	if err != nil {
		return nil, err
	}
	if len(envelopes) == 0 {
		return nil, fmt.Errorf("%w: %s", ErrNoFamily, id)
	}
	if err := c.audit(id, "read", ""); err != nil {
		return nil, err
	}
	return c.session(id, envelopes)
}

func (c *Clinic) session(id record.FamilyID, envelopes []record.Envelope) (*Session, error) {
	settings, err := c.Settings()
	if err != nil {
		return nil, err
	}
	file, err := casefile.Open(casefile.OpenParams{
		Family: id, Envelopes: envelopes, Device: c.store.Device(), Clock: c.now,
		Author: settings.Author.Name, Role: settings.Author.Role,
	})
	if err != nil {
		return nil, err
	}
	return &Session{clinic: c, id: id, file: file, settings: settings}, nil
}

func (c *Clinic) audit(family record.FamilyID, what, why string) error {
	settings, err := c.Settings()
	if err != nil {
		return err
	}
	return c.store.Audit(storage.AuditEntry{Who: settings.Author.Name, Family: family, What: what, Why: why})
}

// BeginFamily begins a family with one person in it, the patient to be: the pedigree is never empty,
// and its ages are said for today.
func (c *Clinic) BeginFamily() (*Session, error) {
	settings, err := c.Settings()
	if err != nil {
		return nil, err
	}
	today := c.Today()
	return c.NewFamily(&pedigree.Family{
		Format: pedigree.Format, Version: pedigree.FormatVersion, AsOf: today, DrawnOn: today, Sample: settings.Sample,
		Recorder:    settings.Author.Name,
		Individuals: []pedigree.Individual{{ID: "1", Proband: true, Consultand: true}},
		Patients:    []pedigree.Patient{{ID: "patient-1", Individual: "1", ReferredOn: today}},
	}, "new family")
}

// OpenWithRecovery unlocks the store with its recovery key and gives it a new passphrase.
func OpenWithRecovery(dir, recovery string, passphrase []byte) (*Clinic, error) {
	store, err := storage.OpenWithRecovery(dir, recovery)
	if err != nil {
		return nil, err
	}
	if err := store.SetPassphrase(passphrase); err != nil {
		store.Close()
		return nil, err
	}
	return newClinic(store, dir), nil
}

// Backup copies the store to path, or into the store's own backups folder when path is empty, and
// proves the copy before it counts. It returns where the copy is.
func (c *Clinic) Backup(path string) (string, error) {
	c.writer.flush()
	kept, _, err := c.store.Backup(path)
	return kept, err
}

// Restore puts a backup in the place of dir's store, after proving it with the passphrase. A store
// that holds families is replaced only when replace is set, and is kept beside the new one.
func Restore(backup, dir string, passphrase []byte, replace bool) error {
	_, err := storage.Restore(backup, dir, passphrase, replace)
	return err
}
