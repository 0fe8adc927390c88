package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	bolt "go.etcd.io/bbolt"

	"kindred/internal/record"
	"kindred/storage/seal"
)

// Restore puts a backup in dir as its store. secret is the backup's passphrase or recovery key. The backup is checked
// whole first, and is left as it is. A store already in dir is only replaced if replace says so (else ErrExists), must
// not be open (ErrInUse), and stays beside the new one as kindred.db.before-restore. The restored store takes a new
// device id, because the lanes of the old one may have gone on elsewhere.
func Restore(backup, dir string, secret []byte, replace bool) (Report, error) {
	path := storePath(dir)
	if _, err := os.Stat(backup); err != nil {
		return Report{}, fmt.Errorf("%s cannot be read: choose a backup file (%w)", backup, err)
	}
	if Exists(dir) && !replace {
		return Report{}, fail(ErrExists, "%s holds a store: restore into an empty folder, or say that it is to be replaced", dir)
	}
	_, err := os.Stat(dir)
	made := errors.Is(err, fs.ErrNotExist)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return Report{}, err
	}
	fresh := path + ".restoring"
	defer func() { _ = os.Remove(fresh) }()
	report, err := copyBackup(backup, fresh, secret)
	if err != nil {
		if _ = os.Remove(fresh); made {
			_ = os.Remove(dir)
		}
		return report, fmt.Errorf("%s was not restored and nothing was changed: %w", backup, err)
	}
	if err := setAside(path); err != nil {
		return report, err
	}
	if err := os.Rename(fresh, path); err != nil {
		return report, err
	}
	syncDir(dir)
	return report, nil
}

func unlockWith(secret []byte) func(header []byte) (*seal.Ring, error) {
	return func(header []byte) (*seal.Ring, error) {
		if seal.LooksLikeRecoveryKey(string(secret)) {
			return seal.UnlockRecovery(header, string(secret))
		}
		return seal.Unlock(header, secret)
	}
}

// copyBackup copies a backup to fresh, checks the copy and gives it a new device id.
func copyBackup(backup, fresh string, secret []byte) (Report, error) {
	// Under the shared lock of the backup: it could be a store that somebody has open.
	source, err := boltOpen(backup, true)
	if err != nil {
		return Report{}, err
	}
	var ring *seal.Ring
	if err = source.checkStructure(); err == nil {
		ring, err = unlockFile(source, unlockWith(secret))
	}
	if err != nil {
		return Report{}, errors.Join(err, source.close())
	}
	defer ring.Destroy()
	err = source.transact(false, func(tx *bolt.Tx) error { return copyTo(fresh, tx) })
	if err = errors.Join(err, source.close()); err != nil {
		return Report{}, err
	}
	copied, err := boltOpen(fresh, true)
	if err != nil {
		return Report{}, err
	}
	report, err := verify(copied, ring)
	if err = errors.Join(err, report.Err(), copied.close()); err != nil {
		return report, err
	}
	return report, renewDevice(fresh, ring)
}

// setAside renames a store that is to be replaced, if nobody has it open.
func setAside(path string) error {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	held, err := boltOpen(path, true)
	if errors.Is(err, ErrInUse) {
		return err
	}
	if err == nil { // a damaged store opens for nobody, and is what Restore is for
		if err := held.close(); err != nil {
			return err
		}
	}
	aside := path + ".before-restore"
	for n := 2; ; n++ {
		if _, err := os.Lstat(aside); errors.Is(err, fs.ErrNotExist) {
			return os.Rename(path, aside)
		}
		aside = fmt.Sprintf("%s.before-restore-%d", path, n)
	}
}

// renewDevice draws the id under which the restored copy makes changes. What the old id had not sent stays in the outbox.
func renewDevice(path string, ring *seal.Ring) error {
	file, err := boltOpen(path, false)
	if err != nil {
		return err
	}
	err = file.transact(true, func(tx *bolt.Tx) error {
		t, err := begin(tx, ring)
		if err != nil {
			return err
		}
		return t.putMetaRow(deviceKey, []byte(record.NewDeviceID()))
	})
	return errors.Join(err, file.close())
}
