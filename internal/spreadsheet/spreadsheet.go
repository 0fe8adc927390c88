// Package spreadsheet reads an Excel workbook (.xlsx) as rows of text, for package
// pedigree/interchange/table. It is the one door to the module that knows the format.
package spreadsheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// maxBytes is how large a workbook may be once it is unpacked. All of it stays in memory: beyond this
// size the module would write sheets, which are clinical, into temporary files.
const maxBytes = 128 << 20

// The first bytes of a workbook: a zip archive; and of an old or a password-protected one.
var (
	zipped   = []byte("PK\x03\x04")
	compound = []byte("\xD0\xCF\x11\xE0")
)

// Is reports that a file is a workbook, by its first bytes.
func Is(data []byte) bool { return bytes.HasPrefix(data, zipped) || bytes.HasPrefix(data, compound) }

// Table is the first sheet with anything in it as text of comma-separated values, a row a line. Cells
// hold what the sheet shows, except that a day is written as 1984-03-14, whatever way the sheet shows
// it. others are the names of further sheets that hold something. The error is one line.
func Table(data []byte) (text []byte, others []string, err error) {
	if bytes.HasPrefix(data, compound) {
		return nil, nil, errors.New("this workbook is of an old format or has a password: save it as .xlsx without one, or copy its cells and paste them")
	}
	defer func() { // a damaged workbook may make the module panic, at its opening or at any sheet
		if recover() != nil {
			text, others, err = nil, nil, errDamaged
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxBytes, UnzipXMLSizeLimit: maxBytes})
	if err != nil {
		return nil, nil, errDamaged
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			return nil, nil, fmt.Errorf("the sheet %q cannot be read: copy its cells and paste them", sheet)
		}
		switch {
		case blank(rows):
		case text != nil:
			others = append(others, sheet)
		default:
			if text, err = written(days(f, sheet, rows)); err != nil {
				return nil, nil, err
			}
		}
	}
	if text == nil {
		return nil, nil, errors.New("the workbook is empty: choose one with a table of relatives")
	}
	return text, others, nil
}

var errDamaged = errors.New("this file is not a workbook that can be read: save it as .xlsx or .csv, or copy its cells and paste them")

func blank(rows [][]string) bool {
	for _, row := range rows {
		if strings.TrimSpace(strings.Join(row, "")) != "" {
			return false
		}
	}
	return true
}

func written(rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for _, row := range rows {
		if err := w.Write(append(row, "")); err != nil { // an empty last cell: a row of one cell has a separator too
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// days writes every cell with a date format as a day: shown as 3/4/84 it could be two.
func days(f *excelize.File, sheet string, rows [][]string) [][]string {
	dated := map[int]bool{} // by style
	for y := range rows {
		for x := range rows[y] {
			cell, err := excelize.CoordinatesToCellName(x+1, y+1)
			if err != nil || rows[y][x] == "" {
				continue
			}
			style, err := f.GetCellStyle(sheet, cell)
			if err != nil || style == 0 {
				continue
			}
			is, known := dated[style]
			if !known {
				is = showsDays(f, style)
				dated[style] = is
			}
			if !is {
				continue
			}
			raw, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
			if serial, bad := strconv.ParseFloat(raw, 64); err == nil && bad == nil {
				if day, err := excelize.ExcelDateToTime(serial, from1904(f)); err == nil {
					rows[y][x] = day.Format("2006-01-02")
				}
			}
		}
	}
	return rows
}

// from1904 reports that the workbook counts its days from 1904, as those of old Macs do.
func from1904(f *excelize.File) bool {
	props, err := f.GetWorkbookProps()
	return err == nil && props.Date1904 != nil && *props.Date1904
}

// showsDays reports that a style shows numbers as days. 14 to 17 and 22 are the built-in formats with
// a day, by ECMA-376 part 1, 18.8.30.
func showsDays(f *excelize.File, index int) bool {
	style, err := f.GetStyle(index)
	if err != nil || style == nil {
		return false
	}
	if style.CustomNumFmt != nil {
		format := strings.ToLower(*style.CustomNumFmt)
		return strings.Contains(format, "yy") && strings.Contains(format, "d")
	}
	return style.NumFmt >= 14 && style.NumFmt <= 17 || style.NumFmt == 22
}
