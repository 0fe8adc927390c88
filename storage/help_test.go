package storage

import (
	"encoding/json"
	"fmt"
	"testing"

	"kindred/internal/record"
)

const settingsIn = "clinic"

var passphrase = []byte("three invented herons")

// newStore sets up a store with a cheap key derivation and opens it.
func newStore(t testing.TB) *Store {
	t.Helper()
	dir := t.TempDir()
	initStore(t, dir)
	return openStore(t, dir)
}

func initStore(t testing.TB, dir string) (recoveryKey string) {
	t.Helper()
	recoveryKey, err := Init(dir, passphrase, Params{})
	must(t, err)
	return recoveryKey
}

func openStore(t testing.TB, dir string) *Store {
	t.Helper()
	s, err := Open(dir, passphrase)
	must(t, err)
	t.Cleanup(func() { must(t, s.Close()) })
	return s
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// lane makes the envelopes of one device in one family, one after the other.
type lane struct {
	family record.FamilyID
	device record.DeviceID
	seq    uint64
	prev   record.Hash
}

func (l *lane) next(text string) *record.Envelope {
	value, _ := json.Marshal(text)
	l.seq++
	e := &record.Envelope{
		Version: record.Version, Family: l.family, Device: l.device, Seq: l.seq, Prev: l.prev,
		Stamp:  record.Stamp{MS: 1_790_000_000_000 + int64(l.seq), Device: l.device},
		Author: "A. Counsellor", Role: "counsellor", Reason: "edit",
		Ops: []record.Op{{Kind: record.Set, Entity: "p1", Field: "name", Value: value}},
	}
	l.prev = e.Hash()
	return e
}

// fill commits a new family with n changes and an entry, and returns its lane.
func fill(t testing.TB, s *Store, name string, n int) *lane {
	t.Helper()
	id, err := s.NewFamily()
	must(t, err)
	l := &lane{family: id, device: s.Device()}
	for i := range n {
		must(t, s.Commit(Commit{Family: id, Envelope: l.next(fmt.Sprintf("%s %d", name, i)), Index: entryJSON(name)}))
	}
	return l
}

func entryJSON(name string) json.RawMessage {
	data, _ := json.Marshal(map[string]string{"name": name})
	return data
}

func storeSize(s *Store) int64 {
	st, err := s.Stats()
	if err != nil {
		return 0
	}
	return st.Bytes
}
