package storage

import (
	"encoding/binary"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"kindred/internal/record"
	"kindred/storage/seal"
)

// BenchmarkCommit is one edit made durable, with all its rows; beside it one bare bbolt transaction with a value of the
// same size on the same disk, and one with as many rows. The difference is what sealing and bookkeeping cost.
func BenchmarkCommit(b *testing.B) {
	b.Run("store", func(b *testing.B) {
		s := newStore(b)
		l := fill(b, s, "Anna", 1)
		for b.Loop() {
			must(b, s.Commit(Commit{Family: l.family, Envelope: l.next("edit"), Index: entryJSON("Anna")}))
		}
		perSecond(b)
	})
	for name, rows := range map[string]int{"bare bbolt, 1 row": 1, "bare bbolt, 4 rows": 4} {
		b.Run(name, func(b *testing.B) {
			db, err := bolt.Open(filepath.Join(b.TempDir(), "bare.db"), 0o600, &bolt.Options{FreelistType: bolt.FreelistMapType})
			must(b, err)
			defer db.Close()
			buckets := []string{"a", "b", "c", "d"}[:rows]
			n := uint64(0)
			for b.Loop() {
				n++
				must(b, db.Update(func(tx *bolt.Tx) error {
					for _, name := range buckets {
						bucket, err := tx.CreateBucketIfNotExists([]byte(name))
						must(b, err)
						must(b, bucket.Put(binary.BigEndian.AppendUint64(nil, n), make([]byte, 1<<10)))
					}
					return nil
				}))
			}
			perSecond(b)
		})
	}
}

func perSecond(b *testing.B) { b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "commits/s") }

// filled makes a store of n families with one change each, by imports of 1,000.
func filled(b *testing.B, n int) *Store {
	s := newStore(b)
	entry := entryJSON("Aisha Example, born 1950s, 999 000 0018, breast and ovarian, referred 2026-03-01")
	for done := 0; done < n; {
		var commits []Commit
		for ; len(commits) < 1000 && done < n; done++ {
			l := &lane{family: record.NewFamilyID(), device: s.Device()}
			commits = append(commits, Commit{Family: l.family, Envelope: l.next("imported"), Index: entry})
		}
		must(b, s.CommitAll(commits))
	}
	return s
}

func BenchmarkEntriesOf50000Families(b *testing.B) {
	s := filled(b, 50_000)
	for b.Loop() {
		entries, err := s.Entries()
		if err != nil || len(entries) != 50_000 {
			b.Fatal(len(entries), err)
		}
	}
	b.ReportMetric(float64(storeSize(s))/1e6, "MB")
}

// BenchmarkOpen leaves out the derivation of the key, which BenchmarkFloorCost measures.
func BenchmarkOpenOf50000Families(b *testing.B) {
	s := filled(b, 50_000)
	must(b, s.Close())
	for b.Loop() {
		s, err := Open(s.Dir(), passphrase)
		must(b, err)
		must(b, s.Close())
	}
}

func BenchmarkVerifyOf10000Families(b *testing.B) {
	s := filled(b, 10_000)
	for b.Loop() {
		report, err := s.Verify()
		must(b, err)
		must(b, report.Err())
	}
}

func BenchmarkImportOf1000Families(b *testing.B) {
	for b.Loop() {
		must(b, filled(b, 1000).Close())
	}
}

func BenchmarkFloorCost(b *testing.B) {
	header, ring, _, err := seal.Create(passphrase, seal.FloorCost())
	must(b, err)
	ring.Destroy()
	for b.Loop() {
		ring, err := seal.Unlock(header, passphrase)
		must(b, err)
		ring.Destroy()
	}
}
