package storage

// Settings reads what PutSettings kept under name; nil if it never kept anything there.
func (s *Store) Settings(name string) ([]byte, error) {
	var data []byte
	err := s.view(func(t *txn) (err error) {
		found := false
		data, found, err = t.get(settingsBucket, t.ring.Name(settingsBucket, name), t.ring)
		if err == nil && !found {
			err = t.surelyAbsent(settingsBucket)
		}
		return err
	})
	return data, err
}

// PutSettings keeps data, in the caller's form, under name, in place of what was there.
func (s *Store) PutSettings(name string, data []byte) error {
	return s.update(func(t *txn) error {
		_, err := t.put(settingsBucket, t.ring.Name(settingsBucket, name), data, t.ring)
		return err
	})
}
