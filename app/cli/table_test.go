package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// relatives are the rows of a spreadsheet as a clinic keeps one.
var relatives = [][]string{
	{"Relation", "Name", "Age", "Cancer", "Age at diagnosis", "Hospital"},
	{"Self", "Priya", "41", "none", "", ""},
	{"Maternal aunt", "Meera", "66", "breast", "49", "Riverside"},
}

func TestAFamilyMayBeATableOutOfASpreadsheet(t *testing.T) {
	dir := t.TempDir()
	csv, xlsx := filepath.Join(dir, "t.csv"), filepath.Join(dir, "t.xlsx")
	var text strings.Builder
	book := excelize.NewFile()
	defer book.Close()
	for i, row := range relatives {
		text.WriteString(strings.Join(row, ",") + "\n")
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			t.Fatal(err)
		}
		if err := book.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	var packed bytes.Buffer
	if _, err := book.WriteTo(&packed); err != nil {
		t.Fatal(err)
	}
	for path, data := range map[string][]byte{csv: []byte(text.String()), xlsx: packed.Bytes()} {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		said := succeed(t, "describe", path).out
		if !strings.Contains(said, "Maternal aunt Meera, 66, breast cancer at 49 (reported), note: Hospital: Riverside.") {
			t.Errorf("%s is described as\n%s", filepath.Base(path), said)
		}
	}
}

func TestTheBlankHistorySheetIsOneFile(t *testing.T) {
	out := filepath.Join(t.TempDir(), "blank.pdf")
	succeed(t, "draw", "--blank-history", "-o", out)
	data, err := os.ReadFile(out)
	if err != nil || !bytes.HasPrefix(data, []byte("%PDF")) {
		t.Errorf("the sheet is no PDF: %v", err)
	}
}
