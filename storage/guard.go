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

// transact runs fn in one bbolt transaction. It manages the transaction itself, because after a fault bbolt's Update
// reads the mapping again before it lets go of its lock.
func (o *opened) transact(writable bool, fn func(*bolt.Tx) error) error {
	o.stuck.Add(1) // bbolt holds locks while it begins, and keeps them if that faults
	return guarded(o.path, func() error {
		tx, err := o.db.Begin(writable)
		o.stuck.Add(-1)
		if err != nil {
			return err
		}
		defer func() {
			if tx.DB() != nil {
				_ = tx.Rollback() // of a failed or reading transaction there is nothing else to do
			}
		}()
		if err := fn(tx); err != nil || !writable {
			return err
		}
		if err := tx.Commit(); err != nil {
			return fail(err, "nothing was saved (%v): see that the disk has space left, then try again", err)
		}
		return nil
	})
}
