package storage

import (
	"encoding/hex"
	"encoding/json"
	"slices"

	"kindred/internal/record"
	"kindred/storage/seal"
)

// Entry is a family's row in the list.
type Entry struct {
	Family record.FamilyID
	Data   json.RawMessage // as last committed in Commit.Index
}

// Entries lists all families that have an entry, in the order of their ids, which means nothing.
func (s *Store) Entries() ([]Entry, error) {
	var entries []Entry
	err := s.view(func(t *txn) error {
		entries = slices.Grow(entries, int(t.tallies[indexBucket].Rows))
		return t.all(indexBucket, func(key, sealed []byte) error {
			data, err := t.ring.Open(seal.Place{Bucket: indexBucket, Key: key}, sealed)
			if err != nil {
				return damaged("a row of the index is damaged")
			}
			entry, err := entryOf(data)
			if err == nil && len(entry) > 0 {
				entries = append(entries, Entry{record.FamilyID(hex.EncodeToString(key)), entry})
			}
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	return entries, nil
}

// Envelopes reads the whole record of a family, lane by lane; none for a new family. ErrUnknownFamily, ErrErased, or
// ErrDamaged if one is damaged or missing: a record is shown whole or not at all.
func (s *Store) Envelopes(id record.FamilyID) ([]record.Envelope, error) {
	var envelopes []record.Envelope
	err := s.view(func(t *txn) error {
		return t.withFamily(id, func(family []byte, key *seal.Key) (err error) {
			envelopes, err = t.envelopes(family, key)
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	return envelopes, nil
}

func (t *txn) envelopes(family []byte, key *seal.Key) ([]record.Envelope, error) {
	sum, err := t.summary(family)
	if err != nil {
		return nil, err
	}
	var envelopes []record.Envelope
	var seen seal.Tally
	err = t.rows(operationsBucket, family, func(at, sealed []byte) error {
		place := seal.Place{Bucket: operationsBucket, Key: at}
		seen.Add(t.digest.Row(place, sealed))
		data, err := key.Open(place, sealed)
		if err != nil {
			return damaged("change %d of a family is damaged", len(envelopes)+1)
		}
		e, err := record.Decode(data)
		if err != nil {
			return damaged("change %d of a family cannot be read", len(envelopes)+1)
		}
		envelopes = append(envelopes, e)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if seen != sum.operations {
		return nil, damaged("changes of a family are missing")
	}
	return envelopes, nil
}

// Blob reads a document kept with a family by its digest; ErrNoBlob if there is none.
func (s *Store) Blob(id record.FamilyID, digest string) ([]byte, error) {
	var data []byte
	err := s.view(func(t *txn) error {
		return t.withFamily(id, func(family []byte, key *seal.Key) error {
			found, err := false, error(nil)
			data, found, err = t.get(blobsBucket, blobKey(t.ring, family, digest), key)
			if err == nil && !found {
				err = t.surelyAbsent(blobsBucket)
			}
			if err == nil && !found {
				err = fail(ErrNoBlob, "the store does not hold this document: restore a backup that does")
			}
			return err
		})
	})
	return data, err
}

// Outgoing names an envelope of this device that has not been sent.
type Outgoing struct {
	Family record.FamilyID
	Device record.DeviceID
	Seq    uint64
}

// Outbox lists what is not yet sent: family by family, each lane in its order.
func (s *Store) Outbox() ([]Outgoing, error) {
	var waiting []Outgoing
	err := s.view(func(t *txn) error {
		return t.all(outboxBucket, func(key, _ []byte) error {
			family, device, seq, err := splitOperationKey(key)
			waiting = append(waiting, Outgoing{family, device, seq})
			return err
		})
	})
	return waiting, err
}

// Sent removes from the outbox what has been delivered; what is not in it is passed over.
func (s *Store) Sent(delivered []Outgoing) error {
	return s.update(func(t *txn) error {
		for _, o := range delivered {
			family, err := familyKey(o.Family)
			if err != nil {
				return err
			}
			lane, err := laneKey(family, o.Device)
			if err != nil {
				return err
			}
			if err := t.remove(outboxBucket, operationKey(lane, o.Seq)); err != nil {
				return err
			}
		}
		return nil
	})
}
