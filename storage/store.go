package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	bolt "go.etcd.io/bbolt"

	"kindred/internal/record"
	"kindred/storage/seal"
)

// FileName of the store inside its folder.
const FileName = "kindred.db"

// Store is an open, unlocked store. Its methods may be called from several goroutines.
type Store struct {
	dir string

	// mu is held for reading by every transaction, and whole by what replaces the file or the keys.
	mu     sync.RWMutex
	opened *opened // nil once closed
	ring   *seal.Ring
	device record.DeviceID

	faultMu sync.Mutex
	fault   error // once bbolt's state is not to be trusted, every call returns this
}

// Exists reports whether dir holds a store, whole or not.
func Exists(dir string) bool {
	_, err := os.Lstat(storePath(dir))
	return !errors.Is(err, fs.ErrNotExist)
}

func storePath(dir string) string { return filepath.Join(dir, FileName) }

// Device is the id under which this copy of the store makes changes. A restored store has a new one.
func (s *Store) Device() record.DeviceID {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.device
}

// Dir is the folder of the store.
func (s *Store) Dir() string { return s.dir }

// Close ends the store's use and overwrites its keys. It waits for running transactions; a second call does nothing.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.opened == nil {
		return nil
	}
	err := s.opened.close()
	s.opened = nil
	s.ring.Destroy()
	return err
}

func (s *Store) broken() error {
	s.faultMu.Lock()
	defer s.faultMu.Unlock()
	return s.fault
}

// view runs fn in a reading transaction, update in a writing one that is on the disk when it returns nil.
func (s *Store) view(fn func(*txn) error) error   { return s.run(false, fn) }
func (s *Store) update(fn func(*txn) error) error { return s.run(true, fn) }

func (s *Store) run(writable bool, fn func(*txn) error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.runLocked(writable, fn)
}

// runLocked is run for who holds mu.
func (s *Store) runLocked(writable bool, fn func(*txn) error) error {
	if s.opened == nil {
		return ErrClosed
	}
	if err := s.broken(); err != nil {
		return err
	}
	err := s.opened.transact(writable, func(tx *bolt.Tx) error {
		t, err := begin(tx, s.ring)
		if err != nil {
			return err
		}
		if err := fn(t); err != nil || !writable {
			return err
		}
		return t.saveTallies()
	})
	var fatal *fatalFault
	if errors.As(err, &fatal) {
		s.faultMu.Lock()
		s.fault = err
		s.faultMu.Unlock()
	}
	return err
}

// syncDir makes a rename in dir durable, where the system can.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync() // Windows cannot sync a folder, and needs not
		_ = d.Close()
	}
}
