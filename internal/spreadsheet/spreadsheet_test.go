package spreadsheet

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"kindred/pedigree/interchange"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// workbook is a file with the rows in its first sheet.
func workbook(t testing.TB, rows [][]any, more func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for y, row := range rows {
		cell, err := excelize.CoordinatesToCellName(1, y+1)
		must(t, err)
		must(t, f.SetSheetRow("Sheet1", cell, &row))
	}
	if more != nil {
		more(f)
	}
	var b bytes.Buffer
	_, err := f.WriteTo(&b)
	must(t, err)
	return b.Bytes()
}

func TestAWorkbookBecomesTheTableThatItShows(t *testing.T) {
	data := workbook(t, [][]any{
		{"Relation", "Name", "Date of birth", "Cancer", "Age at diagnosis"},
		{"Self", "Anna", time.Date(1984, 3, 14, 0, 0, 0, 0, time.UTC), "", ""},
		{"Maternal aunt", "Joan, called Jo", "1950s", "breast", 49},
	}, func(f *excelize.File) {
		american := "mm/dd/yy"
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &american})
		must(t, err)
		must(t, f.SetCellStyle("Sheet1", "C2", "C2", style))
		_, err = f.NewSheet("Father's side")
		must(t, err)
		must(t, f.SetCellValue("Father's side", "A1", "Relation"))
	})
	if !Is(data) {
		t.Error("not known as a workbook")
	}
	text, others, err := Table(data)
	must(t, err)
	want := "Relation,Name,Date of birth,Cancer,Age at diagnosis,\nSelf,Anna,1984-03-14,\nMaternal aunt,\"Joan, called Jo\",1950s,breast,49,\n"
	if string(text) != want {
		t.Errorf("read as\n%s", text)
	}
	if len(others) != 1 || others[0] != "Father's side" {
		t.Errorf("other sheets: %q", others)
	}
	result, err := interchange.Read("history.xlsx", text)
	must(t, err)
	if n := len(result.Families[0].Individuals); result.Format != interchange.Table || n < 2 {
		t.Errorf("%d people from a %s", n, result.Format)
	}
}

func TestWhatIsNoWorkbookSaysWhatToDoInOneLine(t *testing.T) {
	for name, data := range map[string][]byte{
		"old": []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "damaged": []byte("PK\x03\x04 and then nothing"), "empty": workbook(t, nil, nil),
	} {
		if _, _, err := Table(data); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if Is([]byte("Relation,Name")) {
		t.Error("text is known as a workbook")
	}
}

func FuzzTable(f *testing.F) {
	f.Add(workbook(f, [][]any{{"Relation", "Name"}, {"Self", "Anna"}}, nil))
	f.Fuzz(func(_ *testing.T, data []byte) {
		if Is(data) {
			_, _, _ = Table(data) // whatever it is, it is an answer and no panic
		}
	})
}
