package storage

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kindred/storage/seal"
)

func TestNothingTypedIsFoundInAnyFileOfTheStore(t *testing.T) {
	s := newStore(t)
	canaries := make([]string, 50)
	for i := range canaries {
		canaries[i] = fmt.Sprintf("Canary%02dQuillfeather", i)
	}
	canaries = append(canaries, "999 000 0018", "9990000018", string(passphrase), "A. Counsellor")
	l := fill(t, s, canaries[0], 1)
	for i, canary := range canaries {
		c := Commit{Family: l.family, Envelope: l.next(canary), Index: entryJSON(canary)}
		switch i % 3 {
		case 0:
			c.Blobs = map[string][]byte{canary: []byte("%PDF " + canary)}
		case 1:
			c.Audit = []AuditEntry{{Who: canary, Role: canary, What: canary, Why: canary}}
		case 2:
			must(t, s.PutSettings(canary, []byte(canary)))
		}
		must(t, s.Commit(c))
	}
	must(t, s.ChangePassphrase(passphrase, []byte("Canary another passphrase")))
	canaries = append(canaries, "Canary another")
	_, _, err := s.Backup("")
	must(t, err)
	must(t, s.EraseFamily(fill(t, s, canaries[1], 2).family, AuditEntry{Who: canaries[2], What: "erased"}))
	must(t, s.Close())

	files := 0
	must(t, filepath.WalkDir(s.Dir(), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		data, err := os.ReadFile(path)
		must(t, err)
		data = bytes.ToLower(data)
		for _, canary := range canaries {
			if bytes.Contains(data, []byte(strings.ToLower(canary))) || strings.Contains(path, canary) {
				t.Errorf("%q is readable in %s", canary, path)
			}
		}
		if info, err := d.Info(); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s may be read by others: %v", path, info.Mode())
		}
		return nil
	}))
	if files != 2 {
		t.Errorf("%d files looked at, want the store and a backup", files)
	}
}

func TestErrorsOfStorageSayNothingOfThePassphrase(t *testing.T) {
	s := newStore(t)
	must(t, s.Close())
	_, err := Open(s.Dir(), []byte("Canary guess"))
	if err == nil || strings.Contains(err.Error(), "Canary") || err.Error() != ErrPassphrase.Error() {
		t.Errorf("a wrong passphrase says %q", err)
	}
}

func TestPassphraseChangeLocksOutTheOldOneAndKeepsTheRecoveryKey(t *testing.T) {
	dir := t.TempDir()
	recovery := initStore(t, dir)
	s := openStore(t, dir)
	l := fill(t, s, "Anna", 2)
	next := []byte("a new one")
	if err := s.ChangePassphrase([]byte("wrong"), next); !errors.Is(err, ErrPassphrase) {
		t.Fatalf("changed with a wrong passphrase: %v", err)
	}
	must(t, s.ChangePassphrase(passphrase, next))
	must(t, s.Commit(Commit{Family: l.family, Envelope: l.next("after")}))
	must(t, s.CheckPassphrase(next))
	must(t, s.Close())

	if _, err := Open(dir, passphrase); !errors.Is(err, ErrPassphrase) {
		t.Errorf("the old passphrase still opens: %v", err)
	}
	s, err := OpenWithRecovery(dir, strings.ToLower(strings.ReplaceAll(recovery, "-", " ")))
	must(t, err)
	must(t, s.SetPassphrase([]byte("set by recovery")))
	must(t, s.Close())
	s, err = Open(dir, []byte("set by recovery"))
	must(t, err)
	envelopes, err := s.Envelopes(l.family)
	if err != nil || len(envelopes) != 3 {
		t.Errorf("%d envelopes after the changes, %v", len(envelopes), err)
	}
	must(t, s.Close())
}

func TestOldWayInDoesNotLingerInFreedPages(t *testing.T) {
	s := newStore(t)
	header, err := readHeader(s.opened)
	must(t, err)
	must(t, s.ChangePassphrase(passphrase, []byte("a new one")))
	data, err := os.ReadFile(storePath(s.Dir()))
	must(t, err)
	if bytes.Contains(data, header) {
		t.Error("the header under the old passphrase is still in the file")
	}
}

func TestRotationKeepsOldValuesReadableAndSealsNewOnesAnew(t *testing.T) {
	dir := t.TempDir()
	recovery := initStore(t, dir)
	s := openStore(t, dir)
	old := fill(t, s, "before", 2)
	must(t, s.RotateKey(passphrase))
	must(t, s.RotateKey(passphrase))
	fresh := fill(t, s, "after", 1)
	report, err := s.Verify()
	if err != nil || report.Err() != nil || report.OldKeys != 2 { // key and summary of the old family
		t.Fatalf("after rotation: %v, %v", report, err)
	}
	must(t, s.Commit(Commit{Family: old.family, Envelope: old.next("touched")}))
	if report, _ := s.Verify(); report.OldKeys != 1 {
		t.Errorf("a row written again kept its old key: %v", report)
	}
	must(t, s.Close())
	s, err = OpenWithRecovery(dir, recovery)
	must(t, err)
	for _, l := range []*lane{old, fresh} {
		if envelopes, err := s.Envelopes(l.family); err != nil || uint64(len(envelopes)) != l.seq {
			t.Errorf("%d envelopes instead of %d, %v", len(envelopes), l.seq, err)
		}
	}
	if st, err := s.Stats(); err != nil || st.Generation != 3 {
		t.Errorf("generation %d, %v", st.Generation, err)
	}
	must(t, s.Close())
}

func TestErasedFamilyIsGoneFromTheFileAndCannotComeBack(t *testing.T) {
	s := newStore(t)
	kept, gone := fill(t, s, "kept", 2), fill(t, s, "gone", 3)
	must(t, s.Commit(Commit{Family: gone.family, Blobs: map[string][]byte{"d": []byte("letter")}}))
	family, err := familyKey(gone.family)
	must(t, err)
	var sealedKey []byte
	must(t, s.view(func(tx *txn) error {
		sealedKey = bytes.Clone(tx.bolt.Bucket([]byte(familiesBucket)).Get(family))
		return nil
	}))
	must(t, s.EraseFamily(gone.family, AuditEntry{Who: "A", What: "erased", Why: "asked for"}))

	if _, err := s.Envelopes(gone.family); !errors.Is(err, ErrErased) {
		t.Errorf("reading an erased family: %v", err)
	}
	again := lane{family: gone.family, device: s.Device()}
	if err := s.Commit(Commit{Family: gone.family, Envelope: again.next("back")}); !errors.Is(err, ErrErased) {
		t.Errorf("bringing an erased family back: %v", err)
	}
	data, err := os.ReadFile(storePath(s.Dir()))
	must(t, err)
	if bytes.Contains(data, sealedKey) {
		t.Error("the sealed key of the erased family is still in the file")
	}
	log, err := s.AuditLog()
	must(t, err)
	if len(log) != 1 || log[0].Family != gone.family || log[0].Why != "asked for" {
		t.Errorf("audit %+v", log)
	}
	report, err := s.Verify()
	if err != nil || report.Err() != nil || report.Families != 1 || report.Erased != 1 || report.Envelopes != int(kept.seq) {
		t.Errorf("%v, %v, %v", report, report.Problems, err)
	}
}

func TestSealedSizesSayLittle(t *testing.T) {
	sizes := map[int]bool{}
	key := seal.NewKey(1)
	for n := range 300 {
		sizes[len(key.Seal(seal.Place{Bucket: "b"}, make([]byte, n)))] = true
	}
	if len(sizes) != 2 {
		t.Errorf("values of 0 to 299 bytes have %d sealed sizes, want 2", len(sizes))
	}
}
