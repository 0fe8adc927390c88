package cli

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestLetterIsTriedAsADraft(t *testing.T) {
	dir := t.TempDir()
	for _, args := range [][]string{{}, {"--large-print"}, {"--template", "risk-summary", "--as-of", "2026-12-01"}} {
		path := filepath.Join(dir, "l.pdf")
		a := succeed(t, append([]string{"letter", single, "-o", path}, args...)...)
		if !strings.HasPrefix(read(t, path), "%PDF") || a.out != "" {
			t.Errorf("%v: %+v", args, a)
		}
	}
}

func TestLetterIsRefusedWhereNoneMayBeWritten(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "l.pdf")
	for name, person := range map[string]string{
		"under 18": `"age":{"low":12,"high":12}`, "dead": `"deceased":true,"age":{"low":60,"high":60}`,
		"had it": `"age":{"low":60,"high":60},"diagnoses":[{"site":"breast","age":{"low":50,"high":50}}]`,
	} {
		path := write(t, filepath.Join(dir, "f.json"), `{"format":"kindred-family","version":1,"as_of":"2026-11-21","individuals":[{"id":"1","name":"Ann","sex":"female","consultand":true,`+person+`}]}`)
		if a := run("letter", path, "-o", out); a.code != exitInput || strings.Count(a.err, "\n") != 1 {
			t.Errorf("%s: %+v", name, a)
		}
	}
	undated := write(t, filepath.Join(dir, "f.json"), `{"format":"kindred-family","version":1,"individuals":[{"id":"1","name":"Ann","sex":"female","consultand":true}]}`)
	refuse(t, []string{"letter", undated, "-o", out}, "--as-of")
	nobody := write(t, filepath.Join(dir, "f.json"), `{"format":"kindred-family","version":1,"as_of":"2026-11-21","individuals":[{"id":"1"}]}`)
	refuse(t, []string{"letter", nobody, "-o", out}, "--person")
	if left := entries(t, dir); len(left) != 1 {
		t.Errorf("a refused letter left %v", left)
	}
}
