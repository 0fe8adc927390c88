package findings

import (
	"slices"
	"strconv"

	"kindred/pedigree"
)

// Quantity is something measured, as a criteria file describes it.
type Quantity struct {
	Names Names `json:"names"` // "ldl", "ldl cholesterol"
	Not   Names `json:"not"`   // names of other quantities that contain one of Names
	// Other are the words for units other than that of the criteria. A number with one of them, or outside Low
	// to High, is not read.
	Other []string `json:"other_units"`
	Low   float64  `json:"low"`
	High  float64  `json:"high"`
}

// Measurement is a number recorded of a quantity.
type Measurement struct {
	Finding
	Value float64
}

// Measurements lists the numbers recorded of a quantity, and what names it without a number that can be read:
// "high cholesterol", or a number in another unit.
func (q *Quantity) Measurements(p *pedigree.Individual) (read []Measurement, unread []Finding) {
	for _, f := range Of(p, q.Names) {
		if Says(f.Said, q.Not) {
			continue
		}
		if value, ok := q.value(f.Said); ok && !f.Possible {
			read = append(read, Measurement{f, value})
		} else {
			unread = append(unread, f)
		}
	}
	return read, unread
}

// value is the number behind a name of the quantity.
func (q *Quantity) value(said string) (float64, bool) {
	words := split(said)
	if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(q.Other, w) }) {
		return 0, false
	}
	for _, name := range q.Names {
		at := after(words, name)
		if at < 0 {
			continue
		}
		for _, word := range words[at:] {
			if value, err := strconv.ParseFloat(word, 64); err == nil {
				return value, value >= q.Low && value <= q.High
			}
		}
	}
	return 0, false
}
