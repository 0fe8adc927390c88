package cli

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestUsageIsRefusedInOneLine(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	for _, c := range []struct {
		args  []string
		words string
	}{
		{[]string{"paint"}, `no command "paint"`},
		{[]string{"draw"}, "usage: kindred draw"},
		{[]string{"draw", families, "extra"}, "usage: kindred draw"},
		{[]string{"draw", families, "--colour"}, "usage: kindred draw"},
		{[]string{"draw", families, "--page", "a9"}, "a4, a3, fit"},
		{[]string{"draw", families, "-o", in("x.txt")}, ".svg, .pdf or .png"},
		{[]string{"draw", families, "-o"}, "usage"},
		{[]string{"draw", in("absent.json")}, "it is not there"},
		{[]string{"draw", dir}, "is a folder"},
		{[]string{"draw", families, "-o", in("no/x.svg")}, "no folder " + in("no")},
		{[]string{"draw", families, "--family", "G9"}, `no family "G9"`},
		{[]string{"draw", "--sheet"}, "name one with -o"},
		{[]string{"enter", in("history.txt"), "-o", in("x.json")}, "it is not there"},
		{[]string{"enter", families}, "usage: kindred enter"},
		{[]string{"enter", families, "-o", in("x.ped")}, ".json"},
		{[]string{"enter", families, "-o", in("x.json"), "--as-of", "soon"}, "--as-of"},
		{[]string{"hub", "init"}, "not available in this release"},
		{[]string{"sync", "--data", dir}, "not available in this release"},
		{[]string{"risk", families, "--model", "tarot"}, "claus-tables"},
		{[]string{"risk", families, "--person", "nobody"}, `no person "nobody"`},
		{[]string{"risk", families, "--as-of", "21/11/2026"}, "--as-of"},
		{[]string{"risk", families, "--option", in("o.json")}, "--option"},
		{[]string{"likelihood", families}, "usage: kindred likelihood"},
		{[]string{"likelihood", families, families}, "g10482"},
		{[]string{"kinship"}, "usage: kindred kinship"},
		{[]string{"letter", families}, "usage: kindred letter"},
		{[]string{"letter", families, "--template", "ransom", "-o", in("x.pdf")}, "risk-summary"},
		{[]string{"letter", families, "-o", in("x.pdf"), "--person", "nobody"}, `no person "nobody"`},
		{[]string{"letter", families, "-o", in("x.pdf"), "--as-of", "soon"}, "--as-of"},
		{[]string{"convert", families}, "usage: kindred convert"},
		{[]string{"convert", families, in("x.docx")}, "--to"},
		{[]string{"convert", families, in("x.json"), "--to", "fhir"}, "fhir"},
		{[]string{"describe"}, "usage: kindred describe"},
		{[]string{"demo"}, "usage: kindred demo"},
		{[]string{"store"}, "usage: kindred store"},
		{[]string{"store", "polish", "--data", dir}, "init, verify, stats, backup, restore"},
		{[]string{"store", "stats", "extra", "--data", dir}, "usage: kindred store"},
		{[]string{"store", "init"}, "--data"},
		{[]string{"store", "init", "--data", in("s")}, "--passphrase-file"},
		{[]string{"store", "verify", "--data", in("s")}, "holds no store"},
		{[]string{"list", "--data", in("s")}, "holds no store"},
		{[]string{"list"}, "--data"},
		{[]string{"import", families}, "--data"},
		{[]string{"import", "--data", in("s")}, "usage: kindred import"},
		{[]string{"export", "x", "--data", in("s")}, "usage: kindred export"},
		{[]string{"export", "x", "-o", in("x.doc"), "--data", in("s")}, ".json, .canrisk or .ped"},
	} {
		refuse(t, c.args, c.words)
	}
	if left := entries(t, dir); len(left) > 0 {
		t.Errorf("a refused command left %v", left)
	}
}

func TestHelpAndVersionNeedNothing(t *testing.T) {
	for _, args := range [][]string{{}, {"help"}, {"--help"}, {"-h"}, {"draw", "--help"}, {"--version"}} {
		if a := succeed(t, args...); a.err != "" || a.out == "" {
			t.Errorf("kindred %v: %+v", args, a)
		}
	}
	help := succeed(t, "help").out
	for name, c := range commands() {
		if !strings.HasPrefix(c.usage, name) || !strings.Contains(help, c.usage) {
			t.Errorf("help does not show %s", name)
		}
	}
}

func TestFlagsMayStandAnywhere(t *testing.T) {
	want := succeed(t, "risk", families, "--json").out
	for _, args := range [][]string{{"risk", "--json", families}, {"risk", "-json", "--", families}, {"risk", "--model", "claus", families, "--json"}} {
		if got := succeed(t, args...).out; args[1] != "--model" && got != want {
			t.Errorf("kindred %v gives another answer", args)
		}
	}
}

func TestAFaultInTheProgramIsOneLineWithoutData(t *testing.T) {
	var errs strings.Builder
	// A nil writer faults inside the command.
	code := Run(Streams{Out: nil, Err: &errs}, []string{"describe", families})
	if code != exitOther || strings.Count(errs.String(), "\n") != 1 || strings.Contains(errs.String(), "Anna") {
		t.Errorf("exit %d: %q", code, errs.String())
	}
}
