package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const secret = "three invented herons"

// newStore sets up a store and returns its folder and a passphrase file.
func newStore(t *testing.T) (dir, pass string) {
	t.Helper()
	root := t.TempDir()
	dir, pass = filepath.Join(root, "store"), write(t, filepath.Join(root, "pass"), secret+"\nsecond line\n")
	a := succeed(t, "store", "init", "--data", dir, "--passphrase-file", pass)
	if strings.Count(a.out, "\n") != 1 || !strings.Contains(a.err, "recovery key") {
		t.Fatalf("init says %+v", a)
	}
	return dir, pass
}

func TestFamiliesGoIntoTheStoreAndOutAgain(t *testing.T) {
	dir, pass := newStore(t)
	with := func(args ...string) []string { return append(args, "--data", dir, "--passphrase-file", pass) }
	imported := succeed(t, with("import", families, single)...)
	if strings.Count(imported.out, "\n") != 2 {
		t.Fatalf("import says %q", imported.out)
	}
	var found []struct {
		ID, Name string
		Patients []struct{ Name, Born, NHS string }
		People   int
	}
	listed := succeed(t, with("list", "--find", "ÁNNA 9990000018", "--json")...)
	if err := json.Unmarshal([]byte(listed.out), &found); err != nil || len(found) != 1 || listed.err != "" {
		t.Fatalf("list --json says %+v: %v", listed, err)
	}
	if p := found[0].Patients[0]; p.Name != "SAMPLE, Anna (Ms)" || p.Born != "14-Mar-1984" || p.NHS != "999 000 0018" {
		t.Errorf("the list shows %+v", p)
	}
	if none := succeed(t, with("list", "--find", "nobody", "--json")...).out; strings.TrimSpace(none) != "[]" {
		t.Errorf("an empty list is %q", none)
	}
	if all := succeed(t, with("list")...).out; strings.Count(all, "\n") != 2 {
		t.Errorf("list says %q", all)
	}
	for _, name := range []string{found[0].ID, found[0].Name} {
		out := filepath.Join(t.TempDir(), "out.json")
		succeed(t, with("export", name, "-o", out)...)
		var before, after struct {
			Individuals []struct{ ID, Name, Mother, Father string }
		}
		if err := json.Unmarshal([]byte(read(t, families)), &before); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(read(t, out)), &after); err != nil {
			t.Fatal(err)
		}
		if len(after.Individuals) != len(before.Individuals) {
			t.Fatalf("%d people came out, %d went in", len(after.Individuals), len(before.Individuals))
		}
		for i := range before.Individuals {
			if after.Individuals[i] != before.Individuals[i] {
				t.Errorf("%+v came out, %+v went in", after.Individuals[i], before.Individuals[i])
			}
		}
	}
	refuse(t, with("export", "nobody", "-o", filepath.Join(t.TempDir(), "x.json")), `no family "nobody"`)
	succeed(t, with("import", families)...)
	refuse(t, with("export", found[0].Name, "-o", filepath.Join(t.TempDir(), "x.json")), "2 families")
	if a := succeed(t, with("store", "verify")...); !strings.HasPrefix(a.out, "sound: 3 families") {
		t.Errorf("verify says %q", a.out)
	}
	if a := succeed(t, with("store", "stats")...); !strings.Contains(a.out, "families    3") {
		t.Errorf("stats says %q", a.out)
	}
}

func TestStoreIsRefusedWhereItCannotBe(t *testing.T) {
	dir, pass := newStore(t)
	root := filepath.Dir(dir)
	wrong := write(t, filepath.Join(root, "wrong"), "another\n")
	empty := write(t, filepath.Join(root, "empty"), "\n")
	before := read(t, filepath.Join(dir, "kindred.db"))
	refuse(t, []string{"store", "init", "--data", dir, "--passphrase-file", pass}, "already holds a store")
	refuse(t, []string{"store", "init", "--data", pass, "--passphrase-file", pass}, pass)
	refuse(t, []string{"list", "--data", dir, "--passphrase-file", wrong}, "passphrase")
	refuse(t, []string{"store", "verify", "--data", dir, "--passphrase-file", wrong}, "passphrase")
	refuse(t, []string{"list", "--data", dir, "--passphrase-file", empty}, "empty")
	refuse(t, []string{"list", "--data", dir, "--passphrase-file", filepath.Join(root, "absent")}, "not there")
	refuse(t, []string{"import", families, "--data", dir, "--passphrase-file", wrong}, "passphrase")
	if read(t, filepath.Join(dir, "kindred.db")) != before {
		t.Error("a refused command changed the store")
	}
	if entries(t, root); len(entries(t, root)) != 5 {
		t.Errorf("a refused command left something: %v", entries(t, root))
	}
}

func TestBackupIsRestoredElsewhere(t *testing.T) {
	dir, pass := newStore(t)
	root := filepath.Dir(dir)
	with := func(data string, args ...string) []string {
		return append(args, "--data", data, "--passphrase-file", pass)
	}
	succeed(t, with(dir, "import", families)...)
	kept := filepath.Join(root, "kept.db")
	succeed(t, with(dir, "store", "backup", kept)...)
	refuse(t, with(dir, "store", "backup", kept), "exists already")
	refuse(t, with(dir, "store", "backup", filepath.Join(root, "no", "kept.db")), "no folder")
	if a := succeed(t, with(dir, "store", "backup")...); !strings.Contains(a.out, filepath.Join(dir, "backups")) {
		t.Errorf("backup says %q", a.out)
	}
	refuse(t, with(dir, "store", "restore", kept), "--replace")
	refuse(t, with(dir, "store", "restore"), "which backup")
	refuse(t, with(dir, "store", "restore", filepath.Join(root, "absent.db")), "not there")
	second := filepath.Join(root, "second")
	succeed(t, with(second, "store", "restore", kept)...)
	first, again := succeed(t, with(dir, "list")...).out, succeed(t, with(second, "list")...).out
	if first != again || first == "" {
		t.Errorf("the restored store lists %q, the first %q", again, first)
	}
	succeed(t, with(dir, "store", "restore", "--replace", kept)...)

	broken := write(t, filepath.Join(root, "broken.db"), read(t, kept)[:5000])
	refuse(t, with(filepath.Join(root, "third"), "store", "restore", broken), "not a sound backup")
	if _, err := os.Stat(filepath.Join(root, "third", "kindred.db")); err == nil {
		t.Error("a broken backup left a store")
	}
}

func TestADamagedStoreIsSaidInOneLine(t *testing.T) {
	dir, pass := newStore(t)
	path := filepath.Join(dir, "kindred.db")
	write(t, path, read(t, path)[:8192])
	for _, args := range [][]string{{"list"}, {"store", "stats"}, {"store", "verify"}} {
		a := run(append(args, "--data", dir, "--passphrase-file", pass)...)
		if a.code != exitOther || strings.Count(a.err, "\n") != 1 {
			t.Errorf("kindred %v on a damaged store: %+v", args, a)
		}
	}
}
