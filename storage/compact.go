package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	bolt "go.etcd.io/bbolt"
)

// compactBatch is how many bytes one transaction of a compaction carries.
const compactBatch = 16 << 20

// compactLocked rewrites the file without free pages, for who holds mu whole. bbolt never clears a page it frees: what
// was replaced or erased stays in the file until then.
func (s *Store) compactLocked() error {
	path := storePath(s.dir)
	fresh := path + unfinished
	if err := os.Remove(fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := s.copyCompact(fresh); err != nil {
		_ = os.Remove(fresh)
		return fmt.Errorf("the change is saved, but %s could not be rewritten without what it replaced: free some disk space and repeat it (%w)", path, err)
	}
	// Windows renames no open file, so the store is closed for the moment of the exchange.
	err := s.opened.close()
	s.opened = nil
	if err == nil {
		err = os.Rename(fresh, path)
		syncDir(s.dir)
	}
	file, openErr := openFile(path)
	if openErr != nil {
		s.ring.Destroy()
		return errors.Join(err, openErr)
	}
	s.opened = file
	return err
}

func (s *Store) copyCompact(fresh string) error {
	db, err := bolt.Open(fresh, 0o600, &bolt.Options{Timeout: lockWait, FreelistType: bolt.FreelistMapType})
	if err != nil {
		return err
	}
	err = guarded(storePath(s.dir), func() error { return bolt.Compact(db, s.opened.db, compactBatch) })
	return errors.Join(err, db.Close())
}
