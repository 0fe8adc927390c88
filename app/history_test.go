package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kindred/app/cli"
	"kindred/internal/golden"
	"kindred/pedigree"
	"kindred/pedigree/describe"
)

// TestHistoriesReadFromAFileAreTheFamiliesThatWereMeant reads what the real window is typed into.
func TestHistoriesReadFromAFileAreTheFamiliesThatWereMeant(t *testing.T) {
	for _, name := range []string{"anna", "thirty"} {
		out := filepath.Join(t.TempDir(), name+".json")
		var said bytes.Buffer
		if code := cli.Run(cli.Streams{Out: &said, Err: &said}, []string{"enter", "testdata/" + name + ".txt", "-o", out}); code != 0 {
			t.Fatalf("%s: exit code %d: %s", name, code, said.String())
		}
		text, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		var f pedigree.Family
		if err := json.Unmarshal(text, &f); err != nil {
			t.Fatal(err)
		}
		golden.Assert(t, "testdata/"+name+".golden", plainFamily(t, &f))
	}
}

// plainFamily is a family as text that does not depend on who typed it, when and where: people are
// numbered in family order, and sources are left out. First comes what a reader would check, the
// sentences.
func plainFamily(t *testing.T, f *pedigree.Family) []byte {
	t.Helper()
	numbered := f.Clone()
	number := map[pedigree.ID]pedigree.ID{}
	for i := range f.Individuals {
		number[f.Individuals[i].ID] = pedigree.ID(fmt.Sprintf("person %d", i+1))
	}
	all := func(ids []pedigree.ID) {
		for i := range ids {
			ids[i] = number[ids[i]]
		}
	}
	for i := range numbered.Individuals {
		p := &numbered.Individuals[i]
		p.ID, p.Mother, p.Father = number[p.ID], number[p.Mother], number[p.Father]
		for k := range p.OtherParents {
			p.OtherParents[k].ID = number[p.OtherParents[k].ID]
		}
	}
	for i := range numbered.Unions {
		all(numbered.Unions[i].Partners)
		all(numbered.Unions[i].Children)
	}
	for i := range numbered.Twins {
		all(numbered.Twins[i].Members)
	}
	data, err := json.Marshal(pedigree.Family{Individuals: numbered.Individuals, Unions: numbered.Unions, Twins: numbered.Twins})
	if err != nil {
		t.Fatal(err)
	}
	var family map[string]any
	if err := json.Unmarshal(data, &family); err != nil {
		t.Fatal(err)
	}
	withoutSources(family)
	data, err = json.MarshalIndent(family, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return []byte(strings.Join(describe.Family(f)[1:], "\n") + "\n\n" + string(data) + "\n")
}

// withoutSources takes away who told what, and the ids of all that is not a person.
func withoutSources(v any) {
	switch v := v.(type) {
	case map[string]any:
		for _, key := range []string{"source", "sources", "as_of"} {
			delete(v, key)
		}
		if id, ok := v["id"].(string); ok && !strings.HasPrefix(id, "person ") {
			delete(v, "id")
		}
		for _, inner := range v {
			withoutSources(inner)
		}
	case []any:
		for _, inner := range v {
			withoutSources(inner)
		}
	}
}
