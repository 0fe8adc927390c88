package ped

import (
	"strings"

	"kindred/pedigree"
)

// sexOf reads a code for sex; known is false for a code that is none, which reads as unknown.
func sexOf(cell string) (sex pedigree.Sex, known bool) {
	switch strings.ToLower(cell) {
	case "1", "m", "male":
		return pedigree.Male, true
	case "2", "f", "female":
		return pedigree.Female, true
	case "0", "3", "-9", "u", "unknown", "other", "na", ".", "?":
		return pedigree.SexUnknown, true
	}
	return pedigree.SexUnknown, false
}

// missing reports a cell that stands for no value.
func missing(cell string) bool {
	switch strings.ToLower(cell) {
	case "0", "-9", "na", ".", "?", "x":
		return true
	}
	return false
}

// parentOf is the id of a parent, or "" where the cell names none.
func parentOf(cell string) pedigree.ID {
	switch cell {
	case "0", "NA", ".", "-9":
		return ""
	}
	return pedigree.ID(cell)
}

// affectedOf reads a phenotype: 2 affected, 1 unaffected, 0 or -9 missing; with zeroIsNo 1 is
// affected and 0 unaffected. known is false for anything else, such as a measurement.
func affectedOf(cell string, zeroIsNo bool) (a pedigree.Answer, known bool) {
	switch {
	case zeroIsNo && cell == "0", !zeroIsNo && cell == "1":
		return pedigree.No, true
	case zeroIsNo && cell == "1", cell == "2":
		return pedigree.Yes, true
	case missing(cell):
		return pedigree.NotAsked, true
	}
	switch strings.ToLower(cell) {
	case "true":
		return pedigree.Yes, true
	case "false":
		return pedigree.No, true
	}
	return pedigree.NotAsked, false
}
