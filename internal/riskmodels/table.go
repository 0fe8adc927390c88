package riskmodels

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"kindred/pedigree/risk"
)

// tableHead names the columns of WriteTable.
var tableHead = []string{"model", "version", "subject", "status", "value", "estimate", "low", "high", "bound", "category", "because", "source"}

// WriteTable writes answers as comma-separated values for a spreadsheet: a line for each value, or one
// line for an answer without any. Probabilities are 0 to 1; low and high are the lowest and highest value
// over the readings of vague facts, and bound says that they are certain bounds rather than reached. A
// cell of text that a spreadsheet would take for a formula begins with an apostrophe.
func WriteTable(w io.Writer, answers []risk.Assessment) error {
	table := csv.NewWriter(w)
	rows := [][]string{tableHead}
	for _, a := range answers {
		before := []string{inert(a.Model), inert(a.Version), inert(string(a.Subject)), inert(string(a.Status))}
		after := []string{inert(a.Category), inert(strings.Join(a.Because, " ")), inert(strings.Join(a.Source, " "))}
		keys := a.Values.Keys()
		if len(keys) == 0 {
			rows = append(rows, append(append(before, "", "", "", "", ""), after...))
		}
		for _, key := range keys {
			low, high, bound := "", "", ""
			if r, ok := a.Range[key]; ok {
				low, high = number(r.Low), number(r.High)
				if r.Bound {
					bound = "yes"
				}
			}
			row := append(append([]string{}, before...), inert(key), number(a.Values[key]), low, high, bound)
			rows = append(rows, append(row, after...))
		}
	}
	return table.WriteAll(rows)
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', 10, 64) }

// inert is text as a cell that no spreadsheet calculates: OWASP, "CSV injection", lists the first
// characters that start a formula.
func inert(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r\n", rune(text[0])) {
		return "'" + text
	}
	return text
}
