package storage

import (
	"encoding/binary"
	"errors"
	"strconv"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"kindred/storage/seal"
)

func TestAuditLogKeepsItsOrderAndTimes(t *testing.T) {
	s := newStore(t)
	at := time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC)
	must(t, s.Audit(AuditEntry{When: at, Who: "A. Counsellor", What: "opened"}, AuditEntry{Who: "B", What: "printed", Why: "clinic"}))
	log, err := s.AuditLog()
	must(t, err)
	if len(log) != 2 || !log[0].When.Equal(at) || log[1].What != "printed" || log[1].When.IsZero() {
		t.Errorf("%+v", log)
	}
}

// Whoever holds the data key can seal any row; the chain and the tally must still tell.
func TestRowRemovedExchangedOrAlteredInTheAuditLogIsFound(t *testing.T) {
	key := func(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }
	for _, test := range []struct {
		name  string
		alter func(*txn, *bolt.Bucket) error
	}{
		{"the last removed past the tally", func(_ *txn, b *bolt.Bucket) error { return b.Delete(key(10)) }},
		{"one removed past the tally", func(_ *txn, b *bolt.Bucket) error { return b.Delete(key(4)) }},
		{"one removed, the tally kept", func(tx *txn, _ *bolt.Bucket) error { return tx.remove(auditBucket, key(4)) }},
		{"the first removed, the tally kept", func(tx *txn, _ *bolt.Bucket) error { return tx.remove(auditBucket, key(1)) }},
		{"one sealed anew with another text", func(tx *txn, _ *bolt.Bucket) error {
			_, err := tx.put(auditBucket, key(5), []byte(`{"prev":null,"entry":{"who":"nobody"}}`), tx.ring)
			return err
		}},
		{"two exchanged", func(_ *txn, b *bolt.Bucket) error {
			two, three := append([]byte(nil), b.Get(key(2))...), append([]byte(nil), b.Get(key(3))...)
			return errors.Join(b.Put(key(2), three), b.Put(key(3), two))
		}},
		{"one doubled at the end", func(tx *txn, b *bolt.Bucket) error {
			data, err := tx.ring.Open(seal.Place{Bucket: auditBucket, Key: key(10)}, b.Get(key(10)))
			must(t, err)
			_, err = tx.put(auditBucket, key(11), data, tx.ring)
			return err
		}},
	} {
		s := newStore(t)
		for i := range 10 {
			must(t, s.Audit(AuditEntry{Who: "A", What: strconv.Itoa(i)}))
		}
		must(t, s.update(func(tx *txn) error { return test.alter(tx, tx.bolt.Bucket([]byte(auditBucket))) }))
		if _, err := s.AuditLog(); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: the log reads without an error (%v)", test.name, err)
		}
		if report, err := s.Verify(); err != nil || report.Err() == nil {
			t.Errorf("%s: not found by the check (%v)", test.name, err)
		}
	}
}
