package archtest

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const root = "../.."

func TestTopLevelHoldsExactlyTheAgreedEntries(t *testing.T) {
	agreed := map[string]bool{
		"app": true, "pedigree": true, "storage": true, "assets": true, "packaging": true, "internal": true,
		"go.mod": true, "go.sum": true, "FyneApp.toml": true, "README.md": true, "LICENSE": true,
	}
	made := map[string]bool{"out": true, "dist": true} // by packaging/run, ignored by git
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := e.Name(); !agreed[name] && !made[name] && !strings.HasPrefix(name, ".") {
			t.Errorf("%s does not belong at the top level", name)
		}
		delete(agreed, e.Name())
	}
	delete(agreed, "LICENSE") // the owner's choice
	for missing := range agreed {
		t.Errorf("%s is missing from the top level", missing)
	}
}

func TestNoHandWrittenFileIsOver600Lines(t *testing.T) {
	eachGoFile(t, func(path string, text []byte) {
		if lines := bytes.Count(text, []byte("\n")); lines > 600 && !strings.HasSuffix(path, "_test.go") {
			t.Errorf("%s has %d lines", path, lines)
		}
	})
}

func TestNothingIsLeftOpenInTheCode(t *testing.T) {
	marks := []string{"TO" + "DO", "FIX" + "ME", "not " + "implemented", "un" + "implemented"}
	eachGoFile(t, func(path string, text []byte) {
		for _, mark := range marks {
			if bytes.Contains(text, []byte(mark)) {
				t.Errorf("%s says %q", path, mark)
			}
		}
	})
}

func TestNoPackageHasANameThatSaysNothing(t *testing.T) {
	vague := map[string]bool{"utils": true, "util": true, "common": true, "models": true, "helpers": true, "misc": true}
	eachGoFile(t, func(path string, _ []byte) {
		if vague[filepath.Base(filepath.Dir(path))] {
			t.Errorf("%s lies in a package whose name says nothing", path)
		}
	})
}

func eachGoFile(t *testing.T, visit func(path string, text []byte)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != root && strings.HasPrefix(d.Name(), ".") {
			return filepath.SkipDir
		}
		if d.IsDir() || filepath.Ext(path) != ".go" {
			return nil
		}
		text, err := os.ReadFile(path)
		if err == nil {
			visit(path, text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
