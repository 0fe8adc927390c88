// Package claustables looks a woman's risk of breast cancer up in the tables that Claus and colleagues
// printed in 1994. It is a different answer from the model's on the whole pedigree (package claus), and
// the two are not forced to agree: a table knows one or two relatives and no others.
//
// Each table gives the cumulative risk from birth by 29, 39, ... 79 years for the decades in which one
// or two relatives had breast cancer. Of the tables that fit a family, the highest answer is taken, as
// is usual. The risk left to a woman of x years is
//
//	(R(79) - R(x)) / (1 - R(x))
//
// with R interpolated linearly between the printed ages, and from 0 at 20 to the first printed one, 29.
//
// Source: Claus EB, Risch N, Thompson WD, Cancer 1994;73:643-651.
package claustables

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"kindred/pedigree/risk"
)

// The ages for which risks are printed, and the decades of relatives' ages at diagnosis.
const (
	start     = 20 // where the interpolation begins, at risk 0
	firstAge  = 29
	lastAge   = 79
	ages      = 6
	firstCase = 20 // relatives' decades run from 20-29 ...
	lastCase  = 79 // ... to 70-79
)

// Model is the look-up with its tables. It is never changed after New and may be shared.
type Model struct {
	risk.Published
	Tables map[string]string `json:"tables"` // each table's name in words

	cells map[key]cell
}

// key finds a cell: the table, and the decades in which the relatives' cancers began; second is 0 in the
// tables for one relative.
type key struct {
	table         string
	first, second int
}

// cell is the printed risks by 29, 39, ... 79 for one pair of decades.
type cell struct {
	by      [ages]float64
	bad     int  // the age whose printed risk cannot be right; 0 is none
	suspect bool // some printed risk contradicts its neighbours
}

// New reads the words (assets/models/claus-tables.json) and the cells (claus-tables.csv). The error
// names the line that cannot be read.
func New(words, cells []byte) (*Model, error) {
	m := &Model{cells: map[key]cell{}}
	if err := json.Unmarshal(words, m); err != nil {
		return nil, fmt.Errorf("claus tables: %w", err)
	}
	rows, err := csv.NewReader(bytes.NewReader(cells)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("claus tables: %w", err)
	}
	for i, row := range rows {
		if i == 0 {
			continue
		}
		if err := m.add(row); err != nil {
			return nil, fmt.Errorf("claus tables, line %d: %w", i+1, err)
		}
	}
	if len(m.cells) == 0 {
		return nil, fmt.Errorf("claus tables: no cells")
	}
	return m, nil
}

// add reads one line: table, decade, decade, six risks, mark.
func (m *Model) add(row []string) error {
	if len(row) != 4+ages || m.Tables[row[0]] == "" {
		return fmt.Errorf("not a table, two decades, %d risks and a mark", ages)
	}
	k, c := key{table: row[0]}, cell{}
	var err error
	if k.first, err = strconv.Atoi(row[1]); err != nil {
		return err
	}
	if row[2] != "" {
		if k.second, err = strconv.Atoi(row[2]); err != nil {
			return err
		}
	}
	for i := range c.by {
		if c.by[i], err = strconv.ParseFloat(row[3+i], 64); err != nil || !(c.by[i] > 0 && c.by[i] < 1) {
			return fmt.Errorf("%q is not a risk between 0 and 1", row[3+i])
		}
	}
	mark, age, _ := strings.Cut(row[3+ages], " ")
	c.suspect = mark == "suspect"
	if mark == "bad" {
		if c.bad, err = strconv.Atoi(age); err != nil {
			return err
		}
	}
	m.cells[k] = c
	return nil
}

// Name is "claus-tables".
func (m *Model) Name() string { return "claus-tables" }

// Assess answers for one woman: risk_by_79 is her chance of breast cancer from her age now to 79;
// lifetime_from_20, to 79, and risk_40_to_50 are those of a woman with her family of 20 and of 40 years. The
// range is over the readings of the vague ages with the table chosen.
func (m *Model) Assess(req risk.Request) risk.Assessment {
	return m.Answer(m.Name(), req, m.assess)
}

// cumulative is the risk by an age from start to lastAge; ok is false where it rests on a bad number.
func (c cell) cumulative(age int) (by float64, ok bool) {
	if age <= firstAge {
		return c.by[0] * float64(max(0, age-start)) / (firstAge - start), c.bad != firstAge
	}
	i, years := (age-firstAge)/10, (age-firstAge)%10
	if years == 0 {
		return c.by[i], c.bad != age
	}
	printed := firstAge + 10*i
	return c.by[i] + (c.by[i+1]-c.by[i])*float64(years)/10, c.bad != printed && c.bad != printed+10
}

// remaining is the risk from an age to lastAge of a woman without breast cancer at that age.
func (c cell) remaining(age int) (left float64, ok bool) {
	now, okNow := c.cumulative(age)
	end, okEnd := c.cumulative(lastAge)
	return (end - now) / (1 - now), okNow && okEnd
}
