package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kindred/internal/record"
)

func TestWhatIsCommittedIsReadAfterReopening(t *testing.T) {
	dir := t.TempDir()
	initStore(t, dir)
	s := openStore(t, dir)
	l := fill(t, s, "Anna", 3)
	must(t, s.Commit(Commit{Family: l.family, Blobs: map[string][]byte{"d1": []byte("%PDF")}}))
	must(t, s.PutSettings(settingsIn, []byte(`{"approved":false}`)))
	device := s.Device()
	must(t, s.Close())

	s = openStore(t, dir)
	if s.Device() != device {
		t.Errorf("the device changed from %s to %s", device, s.Device())
	}
	envelopes, err := s.Envelopes(l.family)
	must(t, err)
	if len(envelopes) != 3 || envelopes[2].Hash() != l.prev {
		t.Errorf("read %d envelopes, the last with hash %s; committed 3, the last %s", len(envelopes), envelopes[len(envelopes)-1].Hash(), l.prev)
	}
	entries, err := s.Entries()
	must(t, err)
	if len(entries) != 1 || entries[0].Family != l.family || string(entries[0].Data) != `{"name":"Anna"}` {
		t.Errorf("entries: %s", entries)
	}
	pdf, err := s.Blob(l.family, "d1")
	must(t, err)
	settings, err := s.Settings(settingsIn)
	must(t, err)
	if string(pdf) != "%PDF" || string(settings) != `{"approved":false}` {
		t.Errorf("document %q, settings %q", pdf, settings)
	}
	waiting, err := s.Outbox()
	must(t, err)
	if len(waiting) != 3 || waiting[1] != (Outgoing{l.family, device, 2}) {
		t.Errorf("outbox %v", waiting)
	}
	must(t, s.Sent(waiting[:2]))
	if st, err := s.Stats(); err != nil || st.Unsent != 1 || st.Operations != 3 || st.Families != 1 || st.Documents != 1 {
		t.Errorf("after two were sent: %+v, %v", st, err)
	}
	report, err := s.Verify()
	if err != nil || report.Envelopes != 3 || report.Families != 1 || report.Documents != 1 {
		t.Errorf("verify: %+v, %v", report, err)
	}
}

func TestNothingKeptIsNotDamage(t *testing.T) {
	s := newStore(t)
	if data, err := s.Settings("never"); data != nil || err != nil {
		t.Errorf("settings never put: %q, %v", data, err)
	}
	l := fill(t, s, "Anna", 1)
	if _, err := s.Blob(l.family, "none"); !errors.Is(err, ErrNoBlob) {
		t.Errorf("blob never put: %v", err)
	}
	if _, err := s.Envelopes(record.NewFamilyID()); !errors.Is(err, ErrUnknownFamily) || errors.Is(err, ErrDamaged) {
		t.Errorf("unknown family: %v", err)
	}
	id, err := s.NewFamily()
	must(t, err)
	envelopes, err := s.Envelopes(id)
	if len(envelopes) != 0 || err != nil {
		t.Errorf("new family: %d envelopes, %v", len(envelopes), err)
	}
	if entries, err := s.Entries(); err != nil || len(entries) != 1 {
		t.Errorf("a family without an entry is listed: %v, %v", entries, err)
	}
}

func TestEachWayOfNotOpeningHasOneClearLine(t *testing.T) {
	dir := t.TempDir()
	initStore(t, dir)
	empty, broken, text := t.TempDir(), t.TempDir(), t.TempDir()
	must(t, os.WriteFile(filepath.Join(broken, FileName), nil, 0o600))
	must(t, os.WriteFile(filepath.Join(text, FileName), []byte(strings.Repeat("not a store\n", 5000)), 0o600))
	open := func(dir, passphrase string) func() error {
		return func() error {
			s, err := Open(dir, []byte(passphrase))
			if err == nil {
				_ = s.Close()
			}
			return err
		}
	}
	for _, test := range []struct {
		name string
		try  func() error
		want error
	}{
		{"another passphrase", open(dir, "three invented heron"), ErrPassphrase},
		{"no passphrase", open(dir, ""), ErrPassphrase},
		{"an empty folder", open(empty, string(passphrase)), ErrNotAStore},
		{"no folder", open(filepath.Join(empty, "none"), string(passphrase)), ErrNotAStore},
		{"an empty file", open(broken, string(passphrase)), ErrDamaged},
		{"a text file", open(text, string(passphrase)), ErrDamaged},
		{"set up twice", func() error { _, err := Init(dir, passphrase, Params{}); return err }, ErrExists},
		{"a recovery key cut short", func() error { _, err := OpenWithRecovery(dir, "KR1-ABCD"); return err }, ErrRecoveryKey},
	} {
		err := test.try()
		if !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
			continue
		}
		if strings.Contains(err.Error(), "\n") || len(err.Error()) < 40 {
			t.Errorf("%s: not one clear line: %q", test.name, err)
		}
	}
}

func TestSecondInstanceIsToldWhereTheStoreIsOpen(t *testing.T) {
	s := newStore(t)
	if _, err := Open(s.Dir(), passphrase); !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), s.Dir()) {
		t.Fatalf("a second instance: %v", err)
	}
	must(t, s.Close())
	again, err := Open(s.Dir(), passphrase)
	must(t, err)
	must(t, again.Close())
}

func TestClosedStoreRefusesEveryCall(t *testing.T) {
	s := newStore(t)
	l := fill(t, s, "Anna", 1)
	must(t, s.Close())
	must(t, s.Close())
	_, readErr := s.Envelopes(l.family)
	_, verifyErr := s.Verify()
	_, _, backupErr := s.Backup(filepath.Join(t.TempDir(), "b.db"))
	for name, err := range map[string]error{
		"read": readErr, "commit": s.Commit(Commit{Family: l.family, Envelope: l.next("x")}), "verify": verifyErr,
		"backup": backupErr, "change passphrase": s.ChangePassphrase(passphrase, []byte("new")), "erase": s.EraseFamily(l.family, AuditEntry{}),
	} {
		if !errors.Is(err, ErrClosed) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLaneCannotHaveAGapAForkOrAForeignChange(t *testing.T) {
	s := newStore(t)
	l := fill(t, s, "Anna", 2)
	good := *l
	skipped := *l
	skipped.next("lost")
	forked := lane{family: l.family, device: l.device, seq: 2, prev: strings64("ab")}
	repeated := lane{family: l.family, device: l.device}
	stranger := lane{family: record.NewFamilyID(), device: l.device}
	for name, c := range map[string]Commit{
		"a gap":          {Family: l.family, Envelope: skipped.next("x")},
		"a fork":         {Family: l.family, Envelope: forked.next("x")},
		"a repetition":   {Family: l.family, Envelope: repeated.next("x")},
		"another family": {Family: l.family, Envelope: stranger.next("x")},
	} {
		c.Index = entryJSON("must not be saved")
		if err := s.Commit(c); !errors.Is(err, ErrLane) {
			t.Errorf("%s: %v", name, err)
		}
	}
	entries, err := s.Entries()
	must(t, err)
	if string(entries[0].Data) != `{"name":"Anna"}` {
		t.Errorf("a refused commit left its entry: %s", entries[0].Data)
	}
	must(t, s.Commit(Commit{Family: l.family, Envelope: good.next("third")}))
}

func TestCommitAllIsAllOrNone(t *testing.T) {
	s := newStore(t)
	first := &lane{family: record.NewFamilyID(), device: s.Device()}
	second := &lane{family: record.NewFamilyID(), device: s.Device(), seq: 4, prev: strings64("cd")}
	err := s.CommitAll([]Commit{
		{Family: first.family, Envelope: first.next("a"), Index: entryJSON("a")},
		{Family: second.family, Envelope: second.next("b")},
	})
	if !errors.Is(err, ErrUnknownFamily) {
		t.Fatalf("the middle of a lane of an unknown family: %v", err)
	}
	if st, err := s.Stats(); err != nil || st.Families != 0 || st.Operations != 0 {
		t.Errorf("half of a refused import was kept: %+v, %v", st, err)
	}
}

func TestChangesOfAnotherDeviceAreKeptButNotSentOn(t *testing.T) {
	s := newStore(t)
	other := &lane{family: record.NewFamilyID(), device: record.NewDeviceID()}
	must(t, s.CommitAll([]Commit{
		{Family: other.family, Envelope: other.next("a"), Index: entryJSON("a")},
		{Family: other.family, Envelope: other.next("b")},
	}))
	own := &lane{family: other.family, device: s.Device()}
	must(t, s.Commit(Commit{Family: own.family, Envelope: own.next("c")}))
	envelopes, err := s.Envelopes(other.family)
	must(t, err)
	waiting, err := s.Outbox()
	must(t, err)
	if len(envelopes) != 3 || len(waiting) != 1 || waiting[0].Device != s.Device() {
		t.Errorf("%d envelopes, outbox %v", len(envelopes), waiting)
	}
}

func strings64(two string) record.Hash { return record.Hash(strings.Repeat(two, 32)) }
