package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// badFiles are files that cannot be a family, by name.
func badFiles() map[string]string {
	var crowd strings.Builder
	for i := range 100_001 {
		fmt.Fprintf(&crowd, "F %d 0 0 1 1\n", i+1)
	}
	person := func(id, rest string) string { return fmt.Sprintf(`{"id":%q%s}`, id, rest) }
	native := func(people ...string) string {
		return `{"format":"kindred-family","version":1,"individuals":[` + strings.Join(people, ",") + `]}`
	}
	const canrisk = "##CanRisk 4.0\n##FamID\tName\tTarget\tIndivID\tFathID\tMothID\tSex\tMZtwin\tDead\tAge\tYob\tBC1\tBC2\tOC\tPRO\tPAN\tAshkn\t" +
		"BRCA1\tBRCA2\tPALB2\tATM\tCHEK2\tBARD1\tRAD51D\tRAD51C\tBRIP1\tHOXB13\tER:PR:HER2:CK14:CK56\n"
	const genes = "\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0:0:0:0\n"
	return map[string]string{
		"empty.json":               "",
		"empty.ped":                "",
		"empty.canrisk":            "",
		"truncated.json":           `{"format":"kindred-family","version":1,"individuals":[{"id":"1","na`,
		"binary.json":              "\x00\x01\x02\xff\xfe{}",
		"binary.png":               "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
		"newer.json":               `{"format":"kindred-family","version":99,"individuals":[{"id":"1"}]}`,
		"foreign.json":             `{"format":"something else","version":1,"individuals":[]}`,
		"newer.canrisk":            strings.Replace(canrisk, "4.0", "9.0", 1),
		"ancestor.json":            native(person("1", `,"mother":"2"`), person("2", `,"sex":"female","mother":"1"`)),
		"ancestor.ped":             "F 1 0 2 2 1\nF 2 0 1 2 1\n",
		"twice.json":               native(person("1", ""), person("1", `,"sex":"male"`)),
		"twice.ped":                "F 1 0 0 1 1\nF 1 0 0 2 1\n",
		"crowd.ped":                crowd.String(),
		"mother-as-father.ped":     "F 1 0 0 2 1\nF 2 1 0 1 1\n",
		"age.canrisk":              canrisk + "F\ta\t1\t1\t0\t0\tF\t0\t0\t999\t0\t0\t0\t0\t0\t0\t0" + genes,
		"mother-as-father.canrisk": canrisk + "F\ta\t1\t1\t2\t3\tF\t0\t0\t40\t0\t0\t0\t0\t0\t0\t0" + genes + "F\tb\t0\t2\t0\t0\tF\t0\t0\t70\t0\t0\t0\t0\t0\t0\t0" + genes + "F\tc\t0\t3\t0\t0\tF\t0\t0\t70\t0\t0\t0\t0\t0\t0\t0" + genes,
		"truncated.canrisk":        canrisk + "F\ta\t1\t1\t0\t0\tF\t0\n",
		"family-tree.ged":          "0 HEAD\n1 SOUR X\n0 @I1@ INDI\n0 TRLR\n",
	}
}

func TestBadInputIsOneLineAndChangesNothing(t *testing.T) {
	dir := t.TempDir()
	store, pass := newStore(t)
	before := read(t, filepath.Join(store, "kindred.db"))
	out := filepath.Join(dir, "out")
	if err := os.Mkdir(out, 0o700); err != nil {
		t.Fatal(err)
	}
	kept := write(t, filepath.Join(out, "kept.svg"), "an earlier drawing")
	model := write(t, filepath.Join(dir, "model.json"), `{"allele_frequency":0.01,"penetrance":[0.1,0.5,0.9],"phenotypes":{},"genotypes":{}}`)
	for name, text := range badFiles() {
		path := write(t, filepath.Join(dir, name), text)
		for _, args := range [][]string{
			{"draw", path, "-o", kept},
			{"draw", path, "--layout-json", filepath.Join(out, "l.json"), "-o", filepath.Join(out, "x.png")},
			{"risk", path, "--json"},
			{"kinship", path, "--json"},
			{"likelihood", path, model, "--json"},
			{"describe", path},
			{"letter", path, "-o", filepath.Join(out, "x.pdf")},
			{"convert", path, filepath.Join(out, "x.json")},
			{"import", families, path, "--data", store, "--passphrase-file", pass},
		} {
			refuse(t, args, name)
			if name == "crowd.ped" {
				break // reading it is the slow part, and the same for all
			}
		}
	}
	if left := entries(t, out); len(left) != 1 || read(t, kept) != "an earlier drawing" {
		t.Errorf("bad input left or changed something: %v", left)
	}
	if read(t, filepath.Join(store, "kindred.db")) != before {
		t.Error("a refused import changed the store")
	}
}

func TestNativeFileKeepsAnImpossibleAgeAndNeverUsesIt(t *testing.T) {
	dir := t.TempDir()
	with := func(age string) string {
		return write(t, filepath.Join(dir, "f.json"), `{"format":"kindred-family","version":1,"as_of":"2026-11-21","individuals":[
			{"id":"1","sex":"female","consultand":true,"mother":"2","age":{"low":40,"high":40}},
			{"id":"2","sex":"female","age":{"low":70,"high":70},"diagnoses":[{"site":"breast"`+age+`,"status":"confirmed"}]}]}`)
	}
	impossible := with(`,"age":{"words":"999","low":999,"high":999}`)
	a := succeed(t, "risk", impossible, "--model", "claus", "--json")
	withoutAge := succeed(t, "risk", with(""), "--model", "claus", "--json")
	if values(t, a.out) != values(t, withoutAge.out) {
		t.Errorf("an age of 999 enters the number:\n%s\n%s", a.out, withoutAge.out)
	}
	impossible = with(`,"age":{"words":"999","low":999,"high":999}`)
	if said := succeed(t, "risk", impossible).err; !strings.Contains(said, "999") {
		t.Errorf("no finding names the age: %q", said)
	}
	again := filepath.Join(dir, "again.json")
	succeed(t, "convert", impossible, again)
	if text := read(t, again); !strings.Contains(text, "999") {
		t.Errorf("the age is not kept: %s", text)
	}
}

func TestAFailedWriteLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "taken.svg")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	positions := filepath.Join(dir, "l.json")
	refuse(t, []string{"draw", families, "-o", folder}, "is a folder")
	refuse(t, []string{"draw", families, "--layout-json", positions, "-o", filepath.Join(dir, "no", "x.svg")}, "no folder")
	refuse(t, []string{"draw", families, "-o", filepath.Join(families, "x.svg")}, "folder")
	refuse(t, []string{"letter", families, "-o", filepath.Join(dir, "no", "x.pdf")}, "no folder")
	refuse(t, []string{"convert", families, filepath.Join(dir, "no", "x.ped")}, "no folder")
	if left := entries(t, dir); len(left) != 1 {
		t.Errorf("a failed command left %v", left)
	}
}

func TestFilesArePrivateAndReplacedWhole(t *testing.T) {
	dir := t.TempDir()
	file := write(t, filepath.Join(dir, "x.svg"), "old")
	link := filepath.Join(dir, "link.svg")
	if err := os.Symlink(file, link); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	if err := os.Chmod(file, 0o644); err != nil {
		t.Fatal(err)
	}
	succeed(t, "draw", families, "-o", link)
	info, err := os.Lstat(link)
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link was replaced, not the file it names: %v, %v", info, err)
	}
	info, err = os.Stat(file)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v; want 0600", info.Mode(), err)
	}
	if !strings.Contains(read(t, file), "<svg") {
		t.Error("the file was not replaced")
	}
}

func TestAFaultWhileWritingLeavesTheOldFile(t *testing.T) {
	dir := t.TempDir()
	kept := write(t, filepath.Join(dir, "kept"), "old")
	func() {
		defer func() { _ = recover() }()
		_ = writeFiles([]output{
			{filepath.Join(dir, "first"), func(w io.Writer) error { return nil }},
			{kept, func(w io.Writer) error { panic("fault") }},
		})
	}()
	if left := entries(t, dir); len(left) != 1 || read(t, kept) != "old" {
		t.Errorf("a fault left %v", left)
	}
}
