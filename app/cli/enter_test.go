package cli

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"kindred/pedigree"
)

// entered enters a history and reads the family back.
func entered(t *testing.T, history string, args ...string) (*pedigree.Family, string) {
	t.Helper()
	dir := t.TempDir()
	out := filepath.Join(dir, "out.json")
	a := succeed(t, append([]string{"enter", write(t, filepath.Join(dir, "history.txt"), history), "-o", out}, args...)...)
	if a.out != "" {
		t.Errorf("stdout %q", a.out)
	}
	var f pedigree.Family
	if err := json.Unmarshal([]byte(read(t, out)), &f); err != nil {
		t.Fatal(err)
	}
	return &f, a.err
}

func person(t *testing.T, f *pedigree.Family, name string) *pedigree.Individual {
	t.Helper()
	for i := range f.Individuals {
		if f.Individuals[i].Name == name {
			return &f.Individuals[i]
		}
	}
	t.Fatalf("nobody is called %s", name)
	return nil
}

func TestAHistoryIsEnteredInTheOrderTyped(t *testing.T) {
	f, listed := entered(t, "\uFEFF# told on the telephone\n\nself Anna f 41\r\nm Jean 70 br ~50\nmat aunt Joan 66\n"+
		"@ mat aunt Joan\ndau Lucy 40 br 38\nson Max\n@ mother\nb Ted 60\n@self\npartner Raj\ndau 12, son 9\nbrothers none\n", "--as-of", "2026-11-21")
	if listed != "" {
		t.Errorf("listed %q", listed)
	}
	anna := person(t, f, "Anna")
	if !anna.Consultand || !anna.Proband || anna.Sex != pedigree.Female || f.AsOf != "2026-11-21" || anna.Asked[pedigree.AskedBrothers] != pedigree.No {
		t.Errorf("%+v, as of %s", anna, f.AsOf)
	}
	for name, relation := range map[string]string{
		"Jean": "mother", "Joan": "maternal aunt", "Lucy": "maternal first cousin", "Max": "maternal first cousin", "Ted": "maternal uncle", "Raj": "partner",
	} {
		if got := f.Relationship(anna.ID, person(t, f, name).ID).Words; got != relation {
			t.Errorf("%s is the %s, want %s", name, got, relation)
		}
	}
	if d := person(t, f, "Lucy").Diagnoses; len(d) != 1 || d[0].Site != pedigree.Breast || d[0].Age.Low.Year != 38 {
		t.Errorf("Lucy: %+v", d)
	}
	if children := f.ChildrenOf(anna.ID); len(children) != 2 || f.Individual(children[0]).Sex != pedigree.Female {
		t.Errorf("children %v", children)
	}
	for _, finding := range f.Validate() {
		if finding.Severity == pedigree.Contradiction {
			t.Error(finding.Message)
		}
	}
}

func TestWhatIsNotUnderstoodIsKeptAndListedByLine(t *testing.T) {
	f, listed := entered(t, "s Jane 54 blarg\nneighbour Jo\nd 58\nhalf b Al\n")
	for _, want := range []string{
		`history.txt:1: kept as a note: "blarg"`, `history.txt:2: kept as a note: "neighbour Jo"`, `history.txt:3: kept as a note: "d 58"`,
		`history.txt:3: "d": "d" could be several relatives`, `history.txt:4: left open: Which side?`,
	} {
		if !strings.Contains(listed, want) {
			t.Errorf("not listed: %s\n%s", want, listed)
		}
	}
	if notes := strings.Join(f.Subject().Notes, "|"); notes != "neighbour Jo|d 58" {
		t.Errorf("notes %q", notes)
	}
	if jane := person(t, f, "Jane"); len(jane.Notes) != 1 || jane.Notes[0] != "blarg" || jane.Age.Low.Year != 54 {
		t.Errorf("Jane: %+v", jane)
	}
}

func TestAHistoryGoesOnInAFamily(t *testing.T) {
	dir := t.TempDir()
	family := write(t, filepath.Join(dir, "f.json"), `{"format":"kindred-family","version":1,"as_of":"2020-01-01","later_key":7,"individuals":[
		{"id":"1","name":"Anna","sex":"female","consultand":true,"mother":"2","age":{"low":35,"high":35}},{"id":"2","name":"Jean","sex":"female"}],
		"unions":[{"id":"3","partners":["2"]}]}`)
	f, _ := entered(t, "m 70\ns Ruth 45\n", "--family", family, "--as-of", "2026-11-21")
	jean, ruth := person(t, f, "Jean"), person(t, f, "Ruth")
	if jean.ID != "2" || jean.Age.Low.Year != 70 || jean.AsOf != "2026-11-21" || ruth.AsOf != "2026-11-21" || person(t, f, "Anna").AsOf != "" || f.AsOf != "2020-01-01" {
		t.Errorf("Jean %+v\nRuth %+v\nas of %s", jean, ruth, f.AsOf)
	}
	if len(f.DuplicateIDs()) > 0 || ruth.ID == "3" || len(f.Extra) == 0 {
		t.Errorf("ids %v, %s; extra %v", f.DuplicateIDs(), ruth.ID, f.Extra)
	}
}

func TestAHistoryThatCannotBeIsRefusedWhole(t *testing.T) {
	dir := t.TempDir()
	out := write(t, filepath.Join(dir, "out.json"), "an earlier family")
	nobody := write(t, filepath.Join(dir, "nobody.json"), `{"format":"kindred-family","version":1,"individuals":[{"id":"1","name":"Joan"}]}`)
	for i, c := range []struct {
		history string
		args    []string
		says    string
	}{
		{"m Carol\n@ mat aunt Nobody\n", nil, ":2: nobody"},
		{"@ nonsense 66\n", nil, ":1: "},
		{"s Jane\n\n\xff\xfe\n", nil, ":3: this is not text"},
		{"s Jane\x00\n", nil, ":1: this is not text"},
		{strings.Repeat("s", 5000), nil, ":1: the line has 5000"},
		{"m Carol\n", []string{"--family", nobody}, ":1: nobody in the family is marked"},
		{"m Carol\n", []string{"--family", filepath.Join(dir, "absent.json")}, "not there"},
	} {
		history := write(t, filepath.Join(dir, fmt.Sprintf("h%d.txt", i)), c.history)
		refuse(t, append([]string{"enter", history, "-o", out}, c.args...), c.says)
	}
	refuse(t, []string{"enter", write(t, filepath.Join(dir, "ok.txt"), "m Carol\n"), "-o", filepath.Join(dir, "no", "x.json")}, "no folder")
	if read(t, out) != "an earlier family" {
		t.Error("a refused history changed the file")
	}
	f, _ := entered(t, "@ Joan\ndau Lucy\n", "--family", nobody)
	if f.Relationship("1", person(t, f, "Lucy").ID).Words != "child" && f.Relationship("1", person(t, f, "Lucy").ID).Words != "daughter" {
		t.Error("a family without a patient cannot be gone on with by name")
	}
	if f, _ := entered(t, "# nothing was told\n"); len(f.Individuals) != 1 {
		t.Errorf("an empty history: %+v", f.Individuals)
	}
}

func TestAHistoryIsNeverWrittenOverAndLinesMayEndAsOnOldMacs(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "history.json"), "m Carol\n")
	refuse(t, []string{"enter", path, "-o", path}, "written over the history")
	if read(t, path) != "m Carol\n" {
		t.Error("the history is gone")
	}
	f, _ := entered(t, "self f 41\rm Carol 63\rf Alan\r")
	if person(t, f, "Carol").Age.Words != "63" || f.Individual(f.Subject().Father).Name != "Alan" {
		t.Errorf("lines that end in CR: %+v", f.Individuals)
	}
}
