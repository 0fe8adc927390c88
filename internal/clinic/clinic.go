// Package clinic is what the window and the command line work with: the families of one laptop, open
// or listed, its settings, and the one ordered writer that makes every edit durable. It joins the
// record (casefile), the store, the risk models and the letters; it knows no screen.
package clinic

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"kindred/internal/casefile"
	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/storage"
)

// Clinic is an unlocked store. Its methods may be called from any goroutine.
type Clinic struct {
	store     *storage.Store
	now       func() time.Time
	writer    *writer
	numbering sync.Mutex // held while a letter number is given
}

// Create makes a new store in dir, which must not hold one yet, and returns the recovery key: it is
// shown once and kept nowhere.
func Create(dir string, passphrase []byte, settings Settings) (*Clinic, string, error) {
	recovery, err := storage.Init(dir, passphrase, storage.Params{})
	if err != nil {
		return nil, "", err
	}
	c, err := Open(dir, passphrase)
	if err == nil {
		if err = c.PutSettings(settings); err == nil {
			return c, recovery, nil
		}
		err = errors.Join(err, c.Close())
	}
	// Nobody will ever see the recovery key of this store, and nothing is in it.
	return nil, "", errors.Join(err, os.Remove(filepath.Join(dir, storage.FileName)))
}

// Open unlocks the store in dir.
func Open(dir string, passphrase []byte) (*Clinic, error) {
	store, err := storage.Open(dir, passphrase)
	if err != nil {
		return nil, err
	}
	return unlocked(store, "unlock")
}

// unlocked is the clinic of a store just opened; the audit keeps that it was.
func unlocked(store *storage.Store, how string) (*Clinic, error) {
	c := &Clinic{store: store, now: time.Now, writer: newWriter(store)}
	if err := c.audit("", how, ""); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
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

// ErrNoFamily is a family id that the store does not hold.
var ErrNoFamily = errors.New("there is no such family in this store")

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
	params, err := c.params(id)
	if err != nil {
		return nil, err
	}
	params.Envelopes = envelopes
	file, err := casefile.Open(params)
	if err != nil {
		return nil, err
	}
	return newSession(c, id, file), nil
}

// params say who edits a family on which device: the author as set when the family is opened.
func (c *Clinic) params(id record.FamilyID) (casefile.OpenParams, error) {
	settings, err := c.Settings()
	return casefile.OpenParams{
		Family: id, Device: c.store.Device(), Clock: c.now, Author: settings.Author.Name, Role: settings.Author.Role,
	}, err
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
	return unlocked(store, "unlock with the recovery key")
}

// Backup copies the store to path, or into the store's own backups folder when path is empty, and
// proves the copy before it counts. It returns where the copy is.
func (c *Clinic) Backup(path string) (string, error) {
	c.writer.flush()
	kept, _, err := c.store.Backup(path)
	if err != nil {
		return "", err
	}
	return kept, c.audit("", "backup", "")
}

// Restore puts a backup in the place of dir's store, after proving it with the passphrase. A store
// that holds families is replaced only when replace is set, and is kept beside the new one.
func Restore(backup, dir string, passphrase []byte, replace bool) error {
	_, err := storage.Restore(backup, dir, passphrase, replace)
	return err
}
