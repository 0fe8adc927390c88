package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"
)

// BackupsDir is the folder of the store in which backups are kept if no other place is named.
const BackupsDir = "backups"

// Backup writes a copy of the store to path, while the store goes on being used, and checks the copy whole before it
// gets its name; it returns the name and what the check found. An empty path names a file by the time in BackupsDir. A
// backup is as sealed as the store and opens with the same passphrase and recovery key. Nothing is overwritten.
func (s *Store) Backup(path string) (string, Report, error) {
	if path == "" {
		path = filepath.Join(s.dir, BackupsDir, "kindred-"+time.Now().UTC().Format("20060102-150405.000")+".db")
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return "", Report{}, err
		}
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return "", Report{}, fmt.Errorf("%s exists already: choose another name for the backup", path)
	}
	part := path + ".part"
	if err := s.view(func(t *txn) error { return copyTo(part, t.bolt) }); err != nil {
		_ = os.Remove(part)
		return "", Report{}, err
	}
	report, err := s.verifyCopy(part)
	if err == nil {
		err = report.Err()
	}
	if err == nil {
		err = os.Rename(part, path)
	}
	if err != nil {
		_ = os.Remove(part)
		return "", report, fmt.Errorf("no backup was made: %w", err)
	}
	syncDir(filepath.Dir(path))
	return path, report, nil
}

// copyTo writes the state that tx sees to path and waits until it is on the disk.
func copyTo(path string, tx *bolt.Tx) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = tx.WriteTo(file)
	return errors.Join(err, file.Sync(), file.Close())
}

func (s *Store) verifyCopy(path string) (Report, error) {
	file, err := boltOpen(path, true)
	if err != nil {
		return Report{}, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.opened == nil {
		return Report{}, errors.Join(ErrClosed, file.close())
	}
	report, err := verify(file, s.ring)
	return report, errors.Join(err, file.close())
}
