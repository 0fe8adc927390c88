package storage

import (
	"bytes"
	"errors"

	"kindred/storage/seal"
)

// ChangePassphrase puts another passphrase in place of the present one (ErrPassphrase if that is not it). No value is
// sealed anew; the recovery key goes on working. The file is then rewritten without the freed pages, where the old way
// in would linger; older backups still open with the old passphrase.
func (s *Store) ChangePassphrase(present, next []byte) error {
	return s.rewriteHeader(func(header []byte) ([]byte, *seal.Ring, error) {
		if err := checkPassphrase(header, present); err != nil {
			return nil, nil, err
		}
		return s.rewrap(header, next)
	})
}

// SetPassphrase sets a passphrase on a store opened with the recovery key, where nobody knows the present one.
func (s *Store) SetPassphrase(next []byte) error {
	return s.rewriteHeader(func(header []byte) ([]byte, *seal.Ring, error) { return s.rewrap(header, next) })
}

// RotateKey makes a new data key that seals everything written from now on; what older keys sealed stays readable and
// takes the new key when it is next written. The passphrase and the recovery key stay the same.
func (s *Store) RotateKey(passphrase []byte) error {
	return s.rewriteHeader(func(header []byte) ([]byte, *seal.Ring, error) {
		if err := checkPassphrase(header, passphrase); err != nil {
			return nil, nil, err
		}
		return s.ring.Rotate(header, passphrase)
	})
}

// CheckPassphrase reports ErrPassphrase if passphrase is not the store's: for acts that ask for it again.
func (s *Store) CheckPassphrase(passphrase []byte) error {
	var header []byte
	if err := s.view(func(t *txn) error {
		header = bytes.Clone(t.header())
		return nil
	}); err != nil {
		return err
	}
	return checkPassphrase(header, passphrase)
}

func checkPassphrase(header, passphrase []byte) error {
	ring, err := seal.Unlock(header, passphrase)
	if err == nil {
		ring.Destroy()
	}
	return err
}

func (t *txn) header() []byte { return t.bolt.Bucket([]byte(metaBucket)).Get(headerKey) }

func (s *Store) rewrap(header, passphrase []byte) ([]byte, *seal.Ring, error) {
	cost, err := seal.CostOf(header)
	if err != nil {
		return nil, nil, err
	}
	header, err = s.ring.Rewrap(header, passphrase, cost)
	return header, s.ring, err
}

// rewriteHeader replaces the header, and the ring if another comes with it, in one transaction.
func (s *Store) rewriteHeader(change func(header []byte) ([]byte, *seal.Ring, error)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	ring := s.ring
	err := s.runLocked(true, func(t *txn) error {
		header, next, err := change(bytes.Clone(t.header()))
		if err != nil {
			return err
		}
		ring, t.ring = next, next // the tallies are sealed under the new key
		return t.bolt.Bucket([]byte(metaBucket)).Put(headerKey, header)
	})
	if errors.Is(err, seal.ErrDamaged) {
		return damaged("the header of the store is damaged")
	}
	if err != nil {
		return err
	}
	if ring != s.ring {
		s.ring.Destroy()
		s.ring = ring
	}
	return s.compactLocked()
}
