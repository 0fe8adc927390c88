package canrisk

import (
	"regexp"
	"strconv"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
)

// The columns that every version has, from 0.
const (
	famID = iota
	name
	target
	indivID
	fathID
	mothID
	sex
	mzTwin
	dead
	age
	yob
	bc1
	bc2
	oc
	pro
	pan
	ashkn
)

// The ranges that the service accepts. It has no latest year but its own today; a reader without a
// clock refuses only what no calendar will say for long.
const (
	maxAge    = 125
	firstYear = 1850
	lastYear  = 2100
)

var (
	plainText = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)
	wholeNum  = regexp.MustCompile(`^\d{1,4}$`)
)

func isFamilyID(s string) bool {
	return len(s) <= 13 && plainText.MatchString(s) && strings.Trim(s, "0") != "" && strings.Trim(s, "-") != ""
}

// person reads one line, apart from what concerns other lines.
func (v version) person(r row) (pedigree.Individual, error) {
	id := pedigree.ID(r.cells[indivID])
	p := pedigree.Individual{ID: id}
	if strings.Trim(string(id), "0") == "" || !plainText.MatchString(string(id)) {
		return p, listing.Refuse(r.line, id, "the id %q must be letters, digits, _ or -, not only zeros", listing.Clip(string(id)))
	}
	if n := r.cells[name]; n != "NA" {
		p.Name = n
	}
	c := cellReader{row: r, id: id}
	p.Consultand = c.flag(target, "Target")
	p.Proband = p.Consultand
	p.Father, p.Mother = parentID(r.cells[fathID]), parentID(r.cells[mothID])
	switch r.cells[sex] {
	case "M":
		p.Sex = pedigree.Male
	case "F":
		p.Sex = pedigree.Female
	default:
		c.fail("the sex is %q: write M or F", r.cells[sex])
	}
	isDead := c.flag(dead, "Dead")
	years := c.number(age, "age", 0, maxAge)
	if years > 0 {
		p.Age = pedigree.ExactYear(years)
	}
	// Without an age 0 is what the format writes for want of an answer.
	if isDead || years > 0 {
		p.Deceased = pedigree.Of(isDead)
	}
	if year := c.number(yob, "year of birth", firstYear, lastYear); year > 0 {
		p.Born = pedigree.ExactYear(year)
	}
	if c.flag(ashkn, "Ashkn") {
		p.Ashkenazi = pedigree.Yes
	}
	p.Diagnoses = c.diagnoses(p.Sex, years)
	p.GeneTests = c.geneTests(v)
	c.pathology(v, &p)
	if c.err != nil {
		return p, c.err
	}
	return p, nil
}

func parentID(cell string) pedigree.ID {
	if cell == "0" {
		return ""
	}
	return pedigree.ID(cell)
}

// cellReader reads cells of one line and keeps the first error.
type cellReader struct {
	row
	id  pedigree.ID
	err error
}

func (c *cellReader) fail(format string, args ...any) {
	if c.err == nil {
		for i, a := range args {
			if s, ok := a.(string); ok {
				args[i] = listing.Clip(s)
			}
		}
		c.err = listing.Refuse(c.line, c.id, format, args...)
	}
}

func (c *cellReader) flag(column int, what string) bool {
	switch c.cells[column] {
	case "0":
		return false
	case "1":
		return true
	}
	c.fail("%s is %q: write 0 or 1", what, c.cells[column])
	return false
}

// number reads a whole number between low and high, or 0 for unknown.
func (c *cellReader) number(column int, what string, low, high int) int {
	cell := c.cells[column]
	n, err := strconv.Atoi(cell)
	if err != nil || !wholeNum.MatchString(cell) || n != 0 && (n < low || n > high) {
		c.fail("the %s is %q: write a whole number from %d to %d, or 0 for unknown", what, cell, max(low, 1), high)
		return 0
	}
	return n
}
