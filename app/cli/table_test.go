package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAFamilyMayBeATableOutOfASpreadsheet(t *testing.T) {
	table := write(t, filepath.Join(t.TempDir(), "t.csv"),
		"Relation,Name,Age,Cancer,Age at diagnosis,Hospital\nSelf,Priya,41,none,,\nMaternal aunt,Meera,66,breast,49,Riverside\n")
	for _, path := range []string{table, "testdata/relatives.xlsx"} { // the same table, saved by a spreadsheet
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
