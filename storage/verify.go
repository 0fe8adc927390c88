package storage

import (
	"bytes"
	"errors"

	bolt "go.etcd.io/bbolt"

	"kindred/internal/record"
	"kindred/storage/seal"
)

// Verify reads every page and every value and checks structure, seals, tallies, lanes and the audit log; the report
// lists what is wrong. The error says why the check could not be made. Nobody can use the store meanwhile.
func (s *Store) Verify() (Report, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.opened == nil {
		return Report{}, ErrClosed
	}
	return verify(s.opened, s.ring)
}

// VerifyDir checks the store in dir, also one too damaged to open: what keeps it from opening is then in the report.
// The error is that of Open for anything but damage.
func VerifyDir(dir string, passphrase []byte) (Report, error) {
	s, err := Open(dir, passphrase)
	if errors.Is(err, ErrDamaged) {
		return Report{Problems: []string{err.Error()}}, nil
	}
	if err != nil {
		return Report{}, err
	}
	report, err := s.Verify()
	return report, errors.Join(err, s.Close())
}

// verify checks a file to which nobody writes.
func verify(file *opened, ring *seal.Ring) (Report, error) {
	v := &verifier{}
	info, err := file.file.Stat()
	if err != nil {
		return v.report, err
	}
	v.report.Bytes = info.Size()
	// Only if the structure is sound may bbolt walk it.
	if err := file.checkStructure(); err != nil {
		v.problem(err)
		return v.report, nil
	}
	v.problem(file.transact(false, func(tx *bolt.Tx) error {
		for err := range tx.Check() {
			v.problem(err)
		}
		t, err := begin(tx, ring)
		if err != nil {
			return err
		}
		v.txn = t
		v.all()
		return nil
	}))
	return v.report, nil
}

type verifier struct {
	*txn
	report Report
}

func (v *verifier) problem(err error) {
	if err != nil {
		v.report.Problems = append(v.report.Problems, err.Error())
	}
}

func (v *verifier) all() {
	if !v.ring.Marked(v.header()) {
		v.problem(damaged("the header of the store was changed"))
	}
	v.problem(v.meta())
	v.families()
	for _, bucket := range []string{indexBucket, settingsBucket} {
		v.problem(v.txn.all(bucket, func(key, sealed []byte) error {
			v.open(bucket, key, sealed, v.ring)
			return nil
		}))
	}
	v.underFamilies()
	v.problem(v.audit(func(AuditEntry) { v.report.Audited++ }))
}

// open reports a value that does not open, and counts one that an older key sealed.
func (v *verifier) open(bucket string, key, sealed []byte, by sealer) {
	if _, err := by.Open(seal.Place{Bucket: bucket, Key: key}, sealed); err != nil {
		v.problem(damaged("a row of %s is damaged", bucket))
		return
	}
	if by == sealer(v.ring) && seal.Generation(sealed) != v.ring.Generation() {
		v.report.OldKeys++
	}
}

func (v *verifier) meta() error {
	known := 0
	if _, err := v.metaRow(deviceKey); err != nil {
		return err
	}
	for _, key := range [][]byte{headerKey, talliesKey, deviceKey} {
		if v.bolt.Bucket([]byte(metaBucket)).Get(key) != nil {
			known++
		}
	}
	if rows := v.bolt.Bucket([]byte(metaBucket)).Stats().KeyN; rows != known {
		return damaged("the store's own rows are %d instead of %d", rows, known)
	}
	return nil
}

// families checks every family's key, summary and lanes.
func (v *verifier) families() {
	v.problem(v.txn.all(familiesBucket, func(family, sealed []byte) error {
		v.open(familiesBucket, family, sealed, v.ring)
		key, err := v.familyKey(family)
		if errors.Is(err, ErrErased) {
			v.report.Erased++
			return nil
		}
		if err != nil {
			return nil // reported by open
		}
		defer key.Destroy()
		envelopes, err := v.envelopes(family, key)
		if err != nil {
			v.problem(err)
			return nil
		}
		v.report.Families++
		v.report.Envelopes += len(envelopes)
		v.lanes(family, envelopes)
		return nil
	}))
}

// lanes checks the chain of each lane, and that it ends where the summary says.
func (v *verifier) lanes(family []byte, envelopes []record.Envelope) {
	if len(envelopes) == 0 {
		return
	}
	for _, finding := range record.VerifyLanes(envelopes[0].Family, envelopes) {
		v.problem(damaged("in the record of a family: %v", finding))
	}
	sum, err := v.summary(family)
	if err != nil {
		v.problem(err)
		return
	}
	for i := range envelopes {
		e := &envelopes[i]
		if at := sum.heads[e.Device]; e.Seq > at.seq || e.Seq == at.seq && e.Hash() != at.hash {
			v.problem(damaged("a lane of a family does not end where the index says"))
		}
	}
}

// underFamilies checks that the rows sealed by the families' keys are all there, belong to a family and open; the
// operations were opened with their families.
func (v *verifier) underFamilies() {
	for _, bucket := range []string{operationsBucket, outboxBucket, blobsBucket} {
		var family []byte
		key := &seal.Key{}
		v.problem(v.txn.all(bucket, func(at, sealed []byte) error {
			if len(at) < familyKeySize {
				return damaged("a key of %s is cut short", bucket)
			}
			if !bytes.HasPrefix(at, family) || family == nil {
				family = bytes.Clone(at[:familyKeySize])
				next, err := v.familyKey(family)
				if err != nil {
					return damaged("a row of %s belongs to no family", bucket)
				}
				key.Destroy()
				key = next
			}
			if bucket != operationsBucket {
				v.open(bucket, at, sealed, key)
			}
			if bucket == blobsBucket {
				v.report.Documents++
			}
			return nil
		}))
		key.Destroy()
	}
}
