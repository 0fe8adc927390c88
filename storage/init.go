package storage

import (
	"errors"
	"io/fs"
	"os"

	bolt "go.etcd.io/bbolt"

	"kindred/internal/record"
	"kindred/storage/seal"
)

// Params are the choices at set-up; the zero value is right for every clinic.
type Params struct {
	Cost seal.Cost // of deriving a key from the passphrase; zero: measured here to about half a second
}

// unfinished ends the name of a file that is being written whole before it takes the store's name: nobody ever finds
// half a store.
const unfinished = ".new"

// Init sets up a store in dir, which is made if absent, and returns the recovery key. It must be printed now: nothing
// keeps it. ErrExists if dir holds a store.
func Init(dir string, passphrase []byte, params Params) (recoveryKey string, err error) {
	path := storePath(dir)
	if Exists(dir) {
		return "", fail(ErrExists, "%s holds a store already: open it, or choose an empty folder", dir)
	}
	if len(passphrase) == 0 {
		return "", seal.ErrEmptyPassphrase
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	if params.Cost == (seal.Cost{}) {
		params.Cost = seal.DefaultCost()
	}
	header, ring, recoveryKey, err := seal.Create(passphrase, params.Cost)
	if err != nil {
		return "", err
	}
	defer ring.Destroy()
	fresh := path + unfinished
	if err := os.Remove(fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	if err := create(fresh, header, ring); err != nil {
		_ = os.Remove(fresh)
		return "", err
	}
	if err := os.Rename(fresh, path); err != nil {
		return "", err
	}
	syncDir(dir)
	return recoveryKey, nil
}

func create(path string, header []byte, ring *seal.Ring) error {
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: lockWait, FreelistType: bolt.FreelistMapType})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error {
		for _, name := range allBuckets {
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		t := &txn{bolt: tx, ring: ring, digest: ring.Digester(), tallies: map[string]*seal.Tally{}}
		for _, name := range tallied {
			t.tallies[name] = &seal.Tally{}
		}
		return errors.Join(
			tx.Bucket([]byte(metaBucket)).Put(headerKey, header),
			t.putMetaRow(deviceKey, []byte(record.NewDeviceID())),
			t.saveTallies())
	})
	return errors.Join(err, db.Close())
}
