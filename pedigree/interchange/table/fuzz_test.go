package table

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/interchange/source"
)

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		byRelation, "id,mother,father,sex,name\n1,2,3,F,Anna\n", "Relation,Name\n\"a\"\"b\",x\n", "Relation;How many\nsisters;3\n", "Relation,Age\nself,\"4\n1\"\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		clean, err := source.Text([]byte(text))
		if err != nil {
			return
		}
		families, notes, err := Read(clean)
		if err != nil {
			if strings.ContainsAny(err.Error(), "\r\n") {
				t.Errorf("an error of several lines: %q", err)
			}
			return
		}
		for _, family := range families {
			if family.AncestryCycle() != nil || len(family.DuplicateIDs()) > 0 {
				t.Errorf("no family: %q", text)
			}
		}
		for _, n := range notes {
			if strings.ContainsAny(n.String(), "\r\n") {
				t.Errorf("a note of several lines: %q", n)
			}
		}
	})
}

// cells are what people write, and what they should not.
var cells = []string{"", "66", "~60", "1952", "breast", "breast; ovary", "49; 52", "yes", "no", "?", "BRCA1+", "zebra crossing", "d. 58 of a stroke", "no idea, really"}

// TestEveryWordOfATableIsInTheFamily: whatever is in the cells, each word is a fact or in a note.
func TestEveryWordOfATableIsInTheFamily(t *testing.T) {
	columns := []string{"Age", "Alive", "Deceased", "Cancer", "Age at diagnosis", "Genetic test", "Operations", "Sex", "Cause of death", "Born", "Hospital"}
	rapid.Check(t, func(t *rapid.T) {
		relations := rapid.SliceOfN(rapid.SampledFrom([]string{"self", "mother", "maternal aunt", "sister", "lodger", "cousin", "pat uncle", "3 brothers"}), 1, 5).Draw(t, "relations")
		header, rows := []string{"Relation"}, make([][]string, len(relations))
		chosen := rapid.SliceOfNDistinct(rapid.SampledFrom(columns), 1, len(columns), func(c string) string { return c }).Draw(t, "columns")
		if !headerOf(append(header, chosen...)).isTable() {
			return
		}
		var marks []string
		for i, relation := range relations {
			rows[i] = []string{relation}
			for range chosen {
				rows[i] = append(rows[i], rapid.SampledFrom(cells).Draw(t, "cell"))
			}
			mark := fmt.Sprintf("mark%d", i)
			marks = append(marks, mark)
			rows[i] = append(rows[i], mark)
		}
		text := strings.Join(append(append(header, chosen...), "Reference"), "\t") + "\n"
		for _, r := range rows {
			text += strings.Join(r, "\t") + "\n"
		}
		families, _, err := Read([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(families[0])
		if err != nil {
			t.Fatal(err)
		}
		for _, mark := range append(marks, wordsOf(rows)...) {
			if !strings.Contains(strings.ToLower(string(data)), strings.ToLower(mark)) {
				t.Fatalf("%q is lost:\n%s\n%s", mark, text, data)
			}
		}
	})
}

// wordsOf are the words of cells that no reading may turn into others.
func wordsOf(rows [][]string) []string {
	var words []string
	for _, r := range rows {
		for _, cell := range r {
			for _, word := range []string{"zebra", "idea", "58", "1952", "66"} {
				if strings.Contains(cell, word) {
					words = append(words, word)
				}
			}
		}
	}
	return words
}

func BenchmarkReadOf2000Rows(b *testing.B) {
	var text strings.Builder
	text.WriteString("ID,Mother,Father,Sex,Name,Age,Cancer,Age at diagnosis\n")
	for i := range 2000 {
		fmt.Fprintf(&text, "%d,%d,%d,%c,Person %d,%d,breast,49\n", i+1, max(0, i/2*2-3), max(0, i/2*2-2), "FM"[i%2], i, 30+i%60)
	}
	data := []byte(text.String())
	for b.Loop() {
		families, _, err := Read(data)
		if err != nil {
			b.Fatal(err)
		}
		if len(families[0].Individuals) < 2000 {
			b.Fatal(pedigree.Format)
		}
	}
}
