package storage

import (
	"runtime/debug"

	bolt "go.etcd.io/bbolt"
)

// guarded runs fn and turns a panic of bbolt, and a fault of the memory the file is mapped into, into ErrDamaged. It
// must run in the goroutine that touches the mapping.
func guarded(path string, fn func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if recover() != nil {
			err = &fatalFault{damaged("%s cannot be read any further", path)}
		}
	}()
	return fn()
}

// fatalFault marks an error after which bbolt's own state is not to be trusted.
type fatalFault struct{ error }

func (f *fatalFault) Unwrap() error { return f.error }

// transact runs fn in one bbolt transaction.
func transact(db *bolt.DB, path string, writable bool, fn func(*bolt.Tx) error) error {
	return guarded(path, func() error {
		if writable {
			return db.Update(fn)
		}
		return db.View(fn)
	})
}
