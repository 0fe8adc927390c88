package storage

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"time"

	"kindred/internal/record"
	"kindred/storage/seal"
)

// AuditEntry is one line of the log of who did what: also of reading, printing and exporting, which change no record.
type AuditEntry struct {
	When   time.Time       `json:"when"`
	Who    string          `json:"who"`
	Role   string          `json:"role,omitempty"`
	What   string          `json:"what"` // "opened", "printed a letter", "exported"
	Why    string          `json:"why,omitempty"`
	Family record.FamilyID `json:"family,omitempty"`
}

// auditRow is an entry chained to the one before it.
type auditRow struct {
	Prev  []byte     `json:"prev"` // SHA-256 of the row before; empty for the first
	Entry AuditEntry `json:"entry"`
}

// Audit adds entries to the end of the log; one without a time gets the present. Nothing ever leaves the log.
func (s *Store) Audit(entries ...AuditEntry) error {
	return s.update(func(t *txn) error {
		for _, entry := range entries {
			if err := t.appendAudit(entry); err != nil {
				return err
			}
		}
		return nil
	})
}

func (t *txn) appendAudit(entry AuditEntry) error {
	if entry.When.IsZero() {
		entry.When = time.Now().UTC()
	}
	row := auditRow{Entry: entry}
	number := uint64(1)
	if last, sealed := t.bolt.Bucket([]byte(auditBucket)).Cursor().Last(); last != nil {
		data, err := t.ring.Open(seal.Place{Bucket: auditBucket, Key: last}, sealed)
		if err != nil || len(last) != 8 {
			return damaged("the last row of the audit log is damaged")
		}
		sum := sha256.Sum256(data)
		row.Prev, number = sum[:], binary.BigEndian.Uint64(last)+1
	}
	data, err := json.Marshal(row)
	if err != nil {
		return err
	}
	_, err = t.put(auditBucket, binary.BigEndian.AppendUint64(nil, number), data, t.ring)
	return err
}

// AuditLog reads the whole log, oldest first; ErrDamaged if a row is missing, changed or out of its chain.
func (s *Store) AuditLog() ([]AuditEntry, error) {
	var entries []AuditEntry
	err := s.view(func(t *txn) error {
		return t.audit(func(entry AuditEntry) { entries = append(entries, entry) })
	})
	return entries, err
}

func (t *txn) audit(visit func(AuditEntry)) error {
	var prev []byte
	number := uint64(0)
	return t.all(auditBucket, func(key, sealed []byte) error {
		number++
		data, err := t.ring.Open(seal.Place{Bucket: auditBucket, Key: key}, sealed)
		var row auditRow
		if err != nil || json.Unmarshal(data, &row) != nil || string(row.Prev) != string(prev) ||
			string(key) != string(binary.BigEndian.AppendUint64(nil, number)) {
			return damaged("row %d of the audit log is damaged or out of its chain", number)
		}
		sum := sha256.Sum256(data)
		prev = sum[:]
		visit(row.Entry)
		return nil
	})
}
