// Package golden compares output with a master file kept beside the test. Set UPDATE_GOLDEN=1 to
// write the masters anew, then look at what changed before committing it.
package golden

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// Assert fails the test where got differs from the file name, and says where they first part.
func Assert(t testing.TB, name string, got []byte) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v (UPDATE_GOLDEN=1 writes it)", err)
	}
	if bytes.Equal(want, got) {
		return
	}
	wantLines, gotLines := bytes.Split(want, []byte("\n")), bytes.Split(got, []byte("\n"))
	for i := range max(len(wantLines), len(gotLines)) {
		w, g := line(wantLines, i), line(gotLines, i)
		if w != g {
			t.Fatalf("%s, line %d:\n want %s\n  got %s\n(UPDATE_GOLDEN=1 accepts the new text)", name, i+1, w, g)
		}
	}
}

func line(lines [][]byte, i int) string {
	if i >= len(lines) {
		return "(no such line)"
	}
	return string(lines[i])
}
