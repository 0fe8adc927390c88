package storage

import (
	"encoding/json"
	"errors"
	"math"

	"kindred/internal/record"
	"kindred/storage/seal"
)

// Commit is what one transaction writes about one family. Everything but Family may be absent.
type Commit struct {
	Family   record.FamilyID
	Envelope *record.Envelope  // the next of its device's lane
	Index    json.RawMessage   // the family's new entry in the list, of the caller's own form; nil keeps the present one
	Blobs    map[string][]byte // documents by their digest, such as signed letters
	Audit    []AuditEntry
}

// Commit writes c in one transaction and returns once it is on the disk. An envelope that does not follow the last of
// its lane is refused (ErrLane), and nothing is written. A family not yet known is taken in if the envelope is the first
// of a lane, as from another device or a file; ErrErased if it was erased here.
func (s *Store) Commit(c Commit) error { return s.CommitAll([]Commit{c}) }

// CommitAll writes many commits, in order, in one transaction: all or none. It is meant for imports.
func (s *Store) CommitAll(commits []Commit) error {
	return s.update(func(t *txn) error {
		for i := range commits {
			if err := t.commit(&commits[i], s.device); err != nil {
				return err
			}
		}
		return nil
	})
}

func (t *txn) commit(c *Commit, own record.DeviceID) error {
	family, err := familyKey(c.Family)
	if err != nil {
		return err
	}
	key, err := t.familyKey(family)
	if errors.Is(err, ErrUnknownFamily) && c.Envelope != nil && c.Envelope.Seq == 1 {
		key, err = t.addFamily(family)
	}
	if err != nil {
		return err
	}
	defer key.Destroy()
	sum, err := t.summary(family)
	if err != nil {
		return err
	}
	if c.Envelope != nil {
		if c.Envelope.Family != c.Family {
			return fail(ErrLane, "the change belongs to another family: nothing was saved")
		}
		if err := t.appendEnvelope(family, key, sum, c.Envelope, own); err != nil {
			return err
		}
	}
	if c.Index != nil {
		sum.entry = c.Index
	}
	for digest, data := range c.Blobs {
		if _, err := t.put(blobsBucket, blobKey(t.ring, family, digest), data, key); err != nil {
			return err
		}
	}
	for _, entry := range c.Audit {
		if err := t.appendAudit(entry); err != nil {
			return err
		}
	}
	return t.putSummary(family, sum)
}

// appendEnvelope writes an envelope behind the last of its lane, and into the outbox if this device made it.
func (t *txn) appendEnvelope(family []byte, key *seal.Key, sum *summary, e *record.Envelope, own record.DeviceID) error {
	last, known := sum.heads[e.Device]
	if e.Seq != last.seq+1 || e.Prev != last.hash {
		return fail(ErrLane, "change %d of device %s does not follow change %d, the last one here: nothing was saved", e.Seq, e.Device, last.seq)
	}
	if !known && len(sum.heads) == math.MaxUint16 {
		return fail(ErrLane, "the family has been changed from 65,535 devices: no more can be kept")
	}
	data, err := e.Encode()
	if err != nil {
		return fail(ErrLane, "the change cannot be kept: %v", err)
	}
	lane, err := laneKey(family, e.Device)
	if err != nil {
		return err
	}
	at := operationKey(lane, e.Seq)
	digest, err := t.put(operationsBucket, at, data, key)
	if err != nil {
		return err
	}
	sum.operations.Add(digest)
	sum.heads[e.Device] = head{e.Seq, e.Hash()}
	if e.Device != own {
		return nil
	}
	_, err = t.put(outboxBucket, at, nil, key)
	return err
}
