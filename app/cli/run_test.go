package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
)

const (
	samples  = "../../assets/families/"
	families = samples + "g10482-breast-ovarian.json" // two patients
	single   = samples + "g10481-breast-only.json"    // a Claus number
)

// answer is what a command line came to.
type answer struct {
	code     int
	out, err string
}

func run(args ...string) answer {
	var out, errs bytes.Buffer
	code := Run(Streams{In: strings.NewReader(""), Out: &out, Err: &errs}, args)
	return answer{code, out.String(), errs.String()}
}

// succeed runs a command that must.
func succeed(t *testing.T, args ...string) answer {
	t.Helper()
	a := run(args...)
	if a.code != exitOK {
		t.Fatalf("kindred %s: exit %d: %s", strings.Join(args, " "), a.code, a.err)
	}
	return a
}

// refuse runs a command that must fail with exit 2, one line on stderr that contains all words, and
// nothing on stdout.
func refuse(t *testing.T, args []string, words ...string) {
	t.Helper()
	a := run(args...)
	if a.code != exitInput || a.out != "" || strings.Count(a.err, "\n") != 1 || !strings.HasPrefix(a.err, "kindred: ") {
		t.Errorf("kindred %s: exit %d, stdout %q, stderr %q; want exit 2 and one line", strings.Join(args, " "), a.code, a.out, a.err)
	}
	for _, word := range words {
		if !strings.Contains(a.err, word) {
			t.Errorf("kindred %s: %q does not say %q", strings.Join(args, " "), a.err, word)
		}
	}
}

// entries are the names under a folder, sorted.
func entries(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if rel, _ := filepath.Rel(dir, path); rel != "." {
			names = append(names, rel)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	sort.Strings(names)
	return names
}

func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
