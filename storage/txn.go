package storage

import (
	"bytes"

	bolt "go.etcd.io/bbolt"

	"kindred/storage/seal"
)

// sealer is the ring of the store or the key of one family.
type sealer interface {
	Seal(seal.Place, []byte) []byte
	Open(seal.Place, []byte) ([]byte, error)
}

// txn is one bbolt transaction that seals what it writes, opens what it reads and keeps the tallies.
type txn struct {
	bolt    *bolt.Tx
	ring    *seal.Ring
	digest  *seal.Digester
	tallies map[string]*seal.Tally
}

func begin(tx *bolt.Tx, ring *seal.Ring) (*txn, error) {
	t := &txn{bolt: tx, ring: ring, digest: ring.Digester(), tallies: map[string]*seal.Tally{}}
	for _, name := range allBuckets {
		if tx.Bucket([]byte(name)) == nil {
			return nil, damaged("the store has lost its part %q", name)
		}
	}
	packed, err := t.metaRow(talliesKey)
	if err != nil {
		return nil, err
	}
	for _, name := range tallied {
		tally, err := seal.TallyFromBytes(packed)
		if err != nil {
			return nil, damaged("the tallies of the store are incomplete")
		}
		t.tallies[name], packed = &tally, packed[seal.TallySize:]
	}
	return t, nil
}

// saveTallies ends every writing transaction.
func (t *txn) saveTallies() error {
	packed := make([]byte, 0, len(tallied)*seal.TallySize)
	for _, name := range tallied {
		packed = append(packed, t.tallies[name].Bytes()...)
	}
	return t.putMetaRow(talliesKey, packed)
}

func (t *txn) metaRow(key []byte) ([]byte, error) {
	data, err := t.ring.Open(seal.Place{Bucket: metaBucket, Key: key}, t.bolt.Bucket([]byte(metaBucket)).Get(key))
	if err != nil {
		return nil, damaged("the store's own row %q is damaged", key)
	}
	return data, nil
}

func (t *txn) putMetaRow(key, data []byte) error {
	return t.bolt.Bucket([]byte(metaBucket)).Put(key, t.ring.Seal(seal.Place{Bucket: metaBucket, Key: key}, data))
}

// get opens one row; found is false if there is none.
func (t *txn) get(bucket string, key []byte, by sealer) (data []byte, found bool, err error) {
	sealed := t.bolt.Bucket([]byte(bucket)).Get(key)
	if sealed == nil {
		return nil, false, nil
	}
	if data, err = by.Open(seal.Place{Bucket: bucket, Key: key}, sealed); err != nil {
		return nil, true, damaged("a row of %s is damaged", bucket)
	}
	return data, true, nil
}

// put writes one row and returns the digests of the row it replaces, if any, and of the new one.
func (t *txn) put(bucket string, key, data []byte, by sealer) (digest seal.Digest, err error) {
	place := seal.Place{Bucket: bucket, Key: key}
	b := t.bolt.Bucket([]byte(bucket))
	if old := b.Get(key); old != nil {
		t.tallies[bucket].Remove(t.digest.Row(place, old))
	}
	sealed := by.Seal(place, data)
	digest = t.digest.Row(place, sealed)
	t.tallies[bucket].Add(digest)
	return digest, b.Put(key, sealed)
}

func (t *txn) remove(bucket string, key []byte) error {
	b := t.bolt.Bucket([]byte(bucket))
	old := b.Get(key)
	if old == nil {
		return nil
	}
	t.tallies[bucket].Remove(t.digest.Row(seal.Place{Bucket: bucket, Key: key}, old))
	return b.Delete(key)
}

// removeAll removes every row whose key begins with prefix.
func (t *txn) removeAll(bucket string, prefix []byte) error {
	var keys [][]byte
	if err := t.rows(bucket, prefix, func(key, _ []byte) error {
		keys = append(keys, bytes.Clone(key))
		return nil
	}); err != nil {
		return err
	}
	for _, key := range keys {
		if err := t.remove(bucket, key); err != nil {
			return err
		}
	}
	return nil
}

// rows visits the sealed rows whose keys begin with prefix, in order. Keys and values are only valid during the visit.
func (t *txn) rows(bucket string, prefix []byte, visit func(key, sealed []byte) error) error {
	c := t.bolt.Bucket([]byte(bucket)).Cursor()
	for key, sealed := c.Seek(prefix); key != nil && bytes.HasPrefix(key, prefix); key, sealed = c.Next() {
		if err := visit(key, sealed); err != nil {
			return err
		}
	}
	return nil
}

// all visits every row of a bucket and then insists that none was missing or foreign.
func (t *txn) all(bucket string, visit func(key, sealed []byte) error) error {
	var seen seal.Tally
	if err := t.rows(bucket, nil, func(key, sealed []byte) error {
		seen.Add(t.digest.Row(seal.Place{Bucket: bucket, Key: key}, sealed))
		return visit(key, sealed)
	}); err != nil {
		return err
	}
	if seen != *t.tallies[bucket] {
		return damaged("rows of %s are missing, doubled or changed", bucket)
	}
	return nil
}

// surelyAbsent is the answer to a row not found: an error if rows are missing, since it may have been one of them.
func (t *txn) surelyAbsent(bucket string) error {
	return t.all(bucket, func(_, _ []byte) error { return nil })
}
