package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestDemoDoesTheMainJobAndWritesExactlyWhatIsListed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "demo")
	want := []string{"family.json", "letter.pdf", "pedigree.pdf", "pedigree.png", "pedigree.svg", "risk.json", "store", "store/kindred.db"}
	for range 2 {
		succeed(t, "demo", dir)
		if got := entries(t, dir); !slices.Equal(got, want) {
			t.Fatalf("the demo made %v, want %v", got, want)
		}
	}
	succeed(t, "risk", filepath.Join(dir, "family.json"), "--json")
	if letter := read(t, filepath.Join(dir, "letter.pdf")); !strings.HasPrefix(letter, "%PDF") {
		t.Error("letter.pdf is no PDF")
	}
	if svg := read(t, filepath.Join(dir, "pedigree.svg")); !strings.Contains(svg, "SAMPLE") || !strings.Contains(svg, "EVALUATION") {
		t.Error("the drawing carries no SAMPLE and EVALUATION mark")
	}
	pass := write(t, filepath.Join(t.TempDir(), "pass"), "sample clinic\n")
	if a := succeed(t, "store", "verify", "--data", filepath.Join(dir, "store"), "--passphrase-file", pass); !strings.Contains(a.out, "1 document") {
		t.Errorf("the signed letter is not in the store: %s", a.out)
	}
}

func TestDemoTouchesNothingThatNoDemoMade(t *testing.T) {
	store, _ := newStore(t)
	before := read(t, filepath.Join(store, "kindred.db"))
	refuse(t, []string{"demo", filepath.Dir(store)}, "not made by a demo")
	if read(t, filepath.Join(store, "kindred.db")) != before {
		t.Error("the demo changed a store")
	}
	other := t.TempDir()
	if err := os.MkdirAll(filepath.Join(other, "risk.json"), 0o700); err != nil {
		t.Fatal(err)
	}
	refuse(t, []string{"demo", other}, "risk.json")
	if got := entries(t, other); len(got) != 1 {
		t.Errorf("a refused demo left %v", got)
	}
	refuse(t, []string{"demo", families}, "g10482")
}
