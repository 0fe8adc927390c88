package storage

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"kindred/internal/record"
	"kindred/storage/boltfile"
	"kindred/storage/seal"
)

// lockWait is how long Open waits for another instance to let go of the store.
const lockWait = time.Second

// Open unlocks the store in dir with its passphrase: ErrNotAStore, ErrInUse, ErrPassphrase or ErrDamaged.
func Open(dir string, passphrase []byte) (*Store, error) {
	return open(dir, func(header []byte) (*seal.Ring, error) { return seal.Unlock(header, passphrase) })
}

// OpenWithRecovery unlocks the store with the recovery key printed at set-up; SetPassphrase then gives it a new
// passphrase. It returns what Open does, and ErrRecoveryKey for a key mistyped.
func OpenWithRecovery(dir, recoveryKey string) (*Store, error) {
	return open(dir, func(header []byte) (*seal.Ring, error) { return seal.UnlockRecovery(header, recoveryKey) })
}

func open(dir string, unlock func(header []byte) (*seal.Ring, error)) (*Store, error) {
	path := storePath(dir)
	if !Exists(dir) {
		return nil, fail(ErrNotAStore, "%s holds no store: choose another folder, or set up a new store there", dir)
	}
	file, err := openFile(path)
	if err != nil {
		return nil, err
	}
	_ = os.Remove(path + unfinished) // left by a power cut; the store itself is whole without it
	s := &Store{dir: dir, opened: file}
	if s.ring, err = unlockFile(file, unlock); err == nil {
		err = s.view(func(t *txn) error {
			id, err := t.metaRow(deviceKey)
			s.device = record.DeviceID(id)
			return err
		})
	}
	if err != nil {
		_ = file.close()
		return nil, err
	}
	return s, nil
}

// unlockFile reads the header and opens the ring with it.
func unlockFile(file *opened, unlock func(header []byte) (*seal.Ring, error)) (*seal.Ring, error) {
	header, err := readHeader(file)
	if err != nil {
		return nil, err
	}
	ring, err := unlock(header)
	if errors.Is(err, seal.ErrDamaged) {
		return nil, damaged("the header of %s is damaged", file.path)
	}
	return ring, err
}

func readHeader(file *opened) (header []byte, err error) {
	err = file.transact(false, func(tx *bolt.Tx) error {
		if b := tx.Bucket([]byte(metaBucket)); b != nil {
			header = bytes.Clone(b.Get(headerKey))
		}
		return nil
	})
	return header, err
}

// opened is a bbolt file held under its lock.
type opened struct {
	path string
	db   *bolt.DB
	file *os.File // the handle bbolt uses, for reading beside the mapping and for closing when bbolt cannot

	stuck atomic.Int32 // not 0 while a transaction begins, and for ever if that faulted
}

// openFile opens a store's file. It first checks the structure of the whole file under a shared lock: on a broken page
// list bbolt could overwrite live pages, and on a page that leads back to itself it would end the program. That takes
// about a second for each gigabyte.
func openFile(path string) (*opened, error) {
	looking, err := boltOpen(path, true)
	if err != nil {
		return nil, err
	}
	if err := looking.checkStructure(); err != nil {
		_ = looking.close()
		return nil, err
	}
	if err := looking.close(); err != nil {
		return nil, err
	}
	return boltOpen(path, false)
}

func boltOpen(path string, readOnly bool) (*opened, error) {
	o := &opened{path: path}
	err := guarded(path, func() (err error) {
		o.db, err = bolt.Open(path, 0o600, &bolt.Options{
			Timeout: lockWait, FreelistType: bolt.FreelistMapType, ReadOnly: readOnly,
			OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
				// Never made here: a missing file is a missing store.
				file, err := os.OpenFile(name, flag&^os.O_CREATE, mode)
				o.file = file
				return file, err
			},
		})
		return err
	})
	var fatal *fatalFault
	switch {
	case err == nil:
		return o, nil
	case errors.As(err, &fatal):
		_ = o.file.Close()
		return nil, err
	case errors.Is(err, berrors.ErrTimeout):
		return nil, fail(ErrInUse, "%s is open in another window or program: close it there, then try again", path)
	case errors.Is(err, fs.ErrPermission):
		return nil, fail(err, "%s may not be opened by this user: ask for access to the folder", path)
	}
	return nil, damaged("%s is not a whole store (%v)", path, err)
}

// checkStructure checks every page of the file; nobody may be writing to it.
func (o *opened) checkStructure() error {
	info, err := o.file.Stat()
	if err != nil {
		return err
	}
	if err := boltfile.Check(o.file, info.Size(), allBuckets); err != nil {
		return damaged("%s is damaged at %v", o.path, err)
	}
	return nil
}

// close lets go of the file; no transaction may be running. If bbolt would wait for a lock that nobody will release, only
// the handle is closed; Linux and macOS then keep the store locked until the program ends.
func (o *opened) close() error {
	if o.stuck.Load() != 0 {
		return o.file.Close()
	}
	return o.db.Close()
}
