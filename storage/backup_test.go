package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBackupRestoredElsewhereHoldsTheSameUnderANewDevice(t *testing.T) {
	dir := t.TempDir()
	recovery := initStore(t, dir)
	s := openStore(t, dir)
	l := fill(t, s, "Anna", 3)
	path, report, err := s.Backup("")
	must(t, err)
	if filepath.Dir(path) != filepath.Join(dir, BackupsDir) || report.Envelopes != 3 {
		t.Errorf("backed up to %s: %v", path, report)
	}
	must(t, s.Commit(Commit{Family: l.family, Envelope: l.next("after the backup")}))
	for _, secret := range []string{string(passphrase), recovery} {
		elsewhere := filepath.Join(t.TempDir(), "new", "laptop")
		_, err := Restore(path, elsewhere, []byte(secret), false)
		must(t, err)
		restored := openStore(t, elsewhere)
		envelopes, err := restored.Envelopes(l.family)
		if err != nil || len(envelopes) != 3 {
			t.Errorf("restored %d envelopes, %v", len(envelopes), err)
		}
		if restored.Device() == s.Device() {
			t.Error("the restored store goes on in the lanes of the old one")
		}
		if report, err := restored.Verify(); err != nil || report.Err() != nil {
			t.Errorf("%v, %v", report.Problems, err)
		}
	}
}

func TestRestoreKeepsTheStoreItReplaces(t *testing.T) {
	dir := t.TempDir()
	initStore(t, dir)
	s := openStore(t, dir)
	l := fill(t, s, "Anna", 1)
	backup, _, err := s.Backup(filepath.Join(t.TempDir(), "b.db"))
	must(t, err)
	fill(t, s, "made later", 1)

	if _, err := Restore(backup, dir, passphrase, false); !errors.Is(err, ErrExists) {
		t.Errorf("restored over a store without being told: %v", err)
	}
	if _, err := Restore(backup, dir, passphrase, true); !errors.Is(err, ErrInUse) {
		t.Errorf("restored over an open store: %v", err)
	}
	must(t, s.Close())
	for range 2 {
		_, err = Restore(backup, dir, passphrase, true)
		must(t, err)
	}
	restored := openStore(t, dir)
	entries, err := restored.Entries()
	if err != nil || len(entries) != 1 || entries[0].Family != l.family {
		t.Errorf("restored %v, %v", entries, err)
	}
	kept := t.TempDir()
	must(t, os.Rename(storePath(dir)+".before-restore", storePath(kept)))
	if entries, err := openStore(t, kept).Entries(); err != nil || len(entries) != 2 {
		t.Errorf("the store replaced has %d entries, %v", len(entries), err)
	}
	if _, err := os.Stat(storePath(dir) + ".before-restore-2"); err != nil {
		t.Errorf("the second replacement overwrote the first: %v", err)
	}
}

func TestBadBackupIsNotRestoredAndChangesNothing(t *testing.T) {
	dir := t.TempDir()
	initStore(t, dir)
	s := openStore(t, dir)
	fill(t, s, "Anna", 5)
	backup, _, err := s.Backup("")
	must(t, err)
	whole, err := os.ReadFile(backup)
	must(t, err)
	must(t, s.Close())
	before, err := os.ReadFile(storePath(dir))
	must(t, err)

	flipped := append([]byte(nil), whole...)
	live := liveBytes(t, backup, whole)
	flipped[live[len(live)-300]] ^= 4
	for name, test := range map[string]struct {
		data   []byte
		secret string
		want   error
	}{
		"a bit turned":       {flipped, string(passphrase), ErrDamaged},
		"cut short":          {whole[:len(whole)/8], string(passphrase), ErrDamaged},
		"empty":              {nil, string(passphrase), ErrDamaged},
		"text":               {[]byte(strings.Repeat("text", 9000)), string(passphrase), ErrDamaged},
		"another passphrase": {whole, "another", ErrPassphrase},
	} {
		bad := filepath.Join(t.TempDir(), "bad.db")
		must(t, os.WriteFile(bad, test.data, 0o600))
		if _, err := Restore(bad, dir, []byte(test.secret), true); !errors.Is(err, test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %v in one line", name, err, test.want)
		}
		after, err := os.ReadFile(storePath(dir))
		must(t, err)
		if string(after) != string(before) {
			t.Fatalf("%s: the store was changed", name)
		}
		files, err := filepath.Glob(storePath(dir) + "?*")
		if err != nil || len(files) > 0 {
			t.Errorf("%s: left %v behind", name, files)
		}
	}
	absent := filepath.Join(t.TempDir(), "absent")
	if _, err := Restore(backup, absent, []byte("another"), false); !errors.Is(err, ErrPassphrase) || Exists(absent) {
		t.Errorf("into a new folder: %v", err)
	}
	if _, err := os.Stat(absent); err == nil {
		t.Error("a folder was left behind")
	}
	if _, err := Restore(filepath.Join(dir, "none.db"), dir, passphrase, true); err == nil {
		t.Error("restored from a file that is not there")
	}
}

func TestBackupOverwritesNothingAndLeavesNoHalfFile(t *testing.T) {
	s := newStore(t)
	fill(t, s, "Anna", 1)
	dir := t.TempDir()
	taken := filepath.Join(dir, "taken.db")
	must(t, os.WriteFile(taken, []byte("somebody's file"), 0o600))
	if _, _, err := s.Backup(taken); err == nil {
		t.Error("a file was overwritten")
	}
	if _, _, err := s.Backup(filepath.Join(dir, "none", "b.db")); err == nil {
		t.Error("a backup into a missing folder")
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*")); len(files) != 1 {
		t.Errorf("left behind: %v", files)
	}
}

func TestBackupOfADamagedStoreIsNotKept(t *testing.T) {
	dir := t.TempDir()
	initStore(t, dir)
	s := openStore(t, dir)
	l := fill(t, s, "Anna", 1)
	// A value exchanged under the same key, with the structure whole: only the seals can tell.
	must(t, s.update(func(tx *txn) error {
		family, err := familyKey(l.family)
		must(t, err)
		lane, err := laneKey(family, l.device)
		must(t, err)
		return tx.bolt.Bucket([]byte(operationsBucket)).Put(operationKey(lane, 1), make([]byte, 300))
	}))
	if _, _, err := s.Backup(""); !errors.Is(err, ErrDamaged) {
		t.Errorf("backed up a damaged store: %v", err)
	}
	if files, _ := filepath.Glob(filepath.Join(dir, BackupsDir, "*")); len(files) != 0 {
		t.Errorf("kept %v", files)
	}
}
