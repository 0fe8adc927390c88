package storage

import "fmt"

// Stats are the sizes of a store, for a person to read.
type Stats struct {
	Families   int // with an entry in the list, or new; not those erased
	Operations int // envelopes held
	Unsent     int // of them not yet sent from this device
	Documents  int
	Audited    int   // entries of the audit log
	Bytes      int64 // of the file
	FreeBytes  int64 // of these not in use at present
	Generation int   // of the data key, 1 until it is first rotated
	Device     string
}

// String is one fact a line, without a line end after the last.
func (s Stats) String() string {
	return fmt.Sprintf("families    %d\nchanges     %d, %d not sent\ndocuments   %d\naudit       %d\nbytes       %d, %d free\ndata key    generation %d\ndevice      %s",
		s.Families, s.Operations, s.Unsent, s.Documents, s.Audited, s.Bytes, s.FreeBytes, s.Generation, s.Device)
}

// Stats counts without opening a value.
func (s *Store) Stats() (Stats, error) {
	var st Stats
	err := s.view(func(t *txn) error {
		rows := func(bucket string) int { return int(t.tallies[bucket].Rows) }
		free := t.bolt.DB().Stats().FreePageN
		st = Stats{
			Families: rows(indexBucket), Operations: rows(operationsBucket), Unsent: rows(outboxBucket),
			Documents: rows(blobsBucket), Audited: rows(auditBucket), Bytes: t.bolt.Size(),
			FreeBytes: int64(free) * int64(t.bolt.DB().Info().PageSize), Generation: int(t.ring.Generation()), Device: string(s.device),
		}
		return nil
	})
	return st, err
}
