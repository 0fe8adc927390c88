package storage

import (
	"errors"

	"kindred/internal/record"
	"kindred/storage/seal"
)

// NewFamily makes room for a family: a random id and a random key that will seal all its rows. Entries lists it from
// its first commit on.
func (s *Store) NewFamily() (record.FamilyID, error) {
	id := record.NewFamilyID()
	err := s.update(func(t *txn) error {
		family, err := familyKey(id)
		if err != nil {
			return err
		}
		key, err := t.addFamily(family)
		if err == nil {
			key.Destroy()
		}
		return err
	})
	if err != nil {
		return "", err
	}
	return id, nil
}

func (t *txn) addFamily(family []byte) (*seal.Key, error) {
	key := seal.NewKey(1)
	secret := key.Bytes()
	defer clear(secret)
	if _, err := t.put(familiesBucket, family, secret, t.ring); err != nil {
		return nil, err
	}
	return key, t.putSummary(family, &summary{})
}

// familyKey opens the key of a family: ErrUnknownFamily if there is none, ErrErased if it was destroyed.
func (t *txn) familyKey(family []byte) (*seal.Key, error) {
	secret, found, err := t.get(familiesBucket, family, t.ring)
	switch {
	case err != nil:
		return nil, err
	case !found:
		return nil, fail(ErrUnknownFamily, "the store does not hold this family: open it from the list")
	case len(secret) == 0:
		return nil, fail(ErrErased, "the family was erased: it cannot be read or written again")
	}
	defer clear(secret)
	key, err := seal.KeyFromBytes(secret)
	if err != nil {
		return nil, damaged("the key of a family is damaged")
	}
	return key, nil
}

// withFamily runs fn with the key of a family and destroys this copy of it afterwards.
func (t *txn) withFamily(id record.FamilyID, fn func(family []byte, key *seal.Key) error) error {
	family, err := familyKey(id)
	if err != nil {
		return err
	}
	key, err := t.familyKey(family)
	if errors.Is(err, ErrUnknownFamily) {
		if missing := t.surelyAbsent(familiesBucket); missing != nil {
			return missing
		}
	}
	if err != nil {
		return err
	}
	defer key.Destroy()
	return fn(family, key)
}

// EraseFamily destroys a family's key and rows for good and writes entry to the audit log in the same transaction. The
// id stays known as erased, so that the family cannot come back from another device. The file is then rewritten
// without the freed pages, where the sealed key would linger. Older backups still hold the family.
func (s *Store) EraseFamily(id record.FamilyID, entry AuditEntry) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.runLocked(true, func(t *txn) error {
		return t.withFamily(id, func(family []byte, _ *seal.Key) error {
			for _, bucket := range []string{indexBucket, operationsBucket, outboxBucket, blobsBucket} {
				if err := t.removeAll(bucket, family); err != nil {
					return err
				}
			}
			if _, err := t.put(familiesBucket, family, nil, t.ring); err != nil {
				return err
			}
			entry.Family = id
			return t.appendAudit(entry)
		})
	})
	if err != nil {
		return err
	}
	return s.compactLocked()
}
