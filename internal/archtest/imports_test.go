package archtest

import (
	"bytes"
	"encoding/json"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A rule keeps one module behind one door.
type rule struct {
	what    string
	imports string   // import path prefix that is guarded
	allowed []string // package path prefixes that may import it directly
}

var rules = []rule{
	{"Fyne stays under app", "fyne.io/fyne/v2", []string{"kindred/app"}},
	{"bbolt stays in storage", "go.etcd.io/bbolt", []string{"kindred/storage"}},
	{"gofpdf stays behind the letter and the drawing sinks", "github.com/jung-kurt/gofpdf", []string{"kindred/internal/letter/pdf", "kindred/internal/render"}},
	{"NATS stays in the hub", "github.com/nats-io/", []string{"kindred/internal/hub"}},
	{"excelize stays in the spreadsheet reader", "github.com/xuri/excelize", []string{"kindred/internal/spreadsheet"}},
	{"nothing imports app", "kindred/app", []string{"kindred/app"}},
}

type listedPackage struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
	Standard     bool
}

func TestEveryPackageKeepsTheImportRules(t *testing.T) {
	// The build with the window has files of its own; -e, because its C parts may be missing here.
	for _, p := range append(list(t, "./..."), list(t, "-e", "-tags=x11", "./...")...) {
		imports := p.Imports
		if !strings.HasPrefix(p.ImportPath, "kindred/pedigree") {
			imports = append(append(imports, p.TestImports...), p.XTestImports...)
		}
		for _, imported := range imports {
			for _, r := range rules {
				if within(imported, r.imports) && !withinAny(p.ImportPath, r.allowed) {
					t.Errorf("%s imports %s: %s", p.ImportPath, imported, r.what)
				}
			}
			if imported == "fyne.io/fyne/v2/app" && p.ImportPath != "kindred/app" {
				t.Errorf("%s imports fyne's app package: only package main may", p.ImportPath)
			}
		}
	}
}

func TestPedigreeNeedsOnlyTheStandardLibrary(t *testing.T) {
	standard := map[string]bool{}
	for _, p := range list(t, "-deps", "./pedigree/...") {
		standard[p.ImportPath] = p.Standard
		allowed := p.Standard || within(p.ImportPath, "kindred/pedigree") || within(p.ImportPath, "gonum.org/v1/gonum")
		if !allowed {
			t.Errorf("kindred/pedigree depends on %s", p.ImportPath)
		}
	}
	forbidden := []string{"math/rand", "math/rand/v2", "crypto/rand", "os", "net", "net/http", "os/exec", "syscall", "log", "log/slog"}
	for _, p := range list(t, "./pedigree/...") {
		for _, imported := range p.Imports {
			for _, f := range forbidden {
				if imported == f {
					t.Errorf("%s imports %s: what follows from a family is a pure function", p.ImportPath, imported)
				}
			}
		}
	}
}

func TestPedigreeReadsNoClock(t *testing.T) {
	eachGoFile(t, func(path string, text []byte) {
		inside := strings.HasPrefix(filepath.ToSlash(path), root+"/pedigree/") && !strings.HasSuffix(path, "_test.go")
		for _, clock := range []string{"time.Now(", "time.Since(", "time.Until(", "time.After(", "time.Sleep("} {
			if inside && bytes.Contains(text, []byte(clock)) {
				t.Errorf("%s calls %s): a calculation takes its day as an argument", path, clock)
			}
		}
	})
}

func TestTheRecordKnowsNothingOfPedigrees(t *testing.T) {
	for _, p := range list(t, "-deps", "./internal/record/...", "./storage/...") {
		if within(p.ImportPath, "kindred/pedigree") {
			t.Errorf("the record or the store depends on %s", p.ImportPath)
		}
	}
}

func TestScreensDoNotImportEachOther(t *testing.T) {
	shared := []string{"kindred/app/ui/theme", "kindred/app/ui/keymap", "kindred/app/ui/fields"}
	for _, p := range list(t, "./app/ui/...") {
		if p.ImportPath == "kindred/app/ui" {
			continue
		}
		for _, imported := range p.Imports {
			if within(imported, "kindred/app/ui") && !withinAny(imported, shared) && !within(imported, p.ImportPath) {
				t.Errorf("%s imports the screen %s", p.ImportPath, imported)
			}
		}
	}
}

func TestEverythingButTheWindowBuildsWithoutC(t *testing.T) {
	for _, p := range list(t, "-deps", "./internal/...", "./storage/...", "./pedigree/...", "./assets/...") {
		if within(p.ImportPath, "fyne.io/fyne/v2") {
			t.Errorf("%s is reached from outside app", p.ImportPath)
		}
	}
}

func list(t *testing.T, args ...string) []listedPackage {
	t.Helper()
	command := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports,TestImports,XTestImports,Standard", "-tags=ci"}, args...)...)
	command.Dir = "../.."
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var packages []listedPackage
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listedPackage
		if err := d.Decode(&p); err == io.EOF {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

func within(path, prefix string) bool {
	return path == prefix || strings.HasPrefix(path, strings.TrimSuffix(prefix, "/")+"/")
}

func withinAny(path string, prefixes []string) bool {
	for _, p := range prefixes {
		if within(path, p) {
			return true
		}
	}
	return false
}
