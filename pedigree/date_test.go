package pedigree

import (
	"encoding/json"
	"testing"
	"time"
)

func TestDatesAreSaidInTheFormsOfTheClinic(t *testing.T) {
	d := DateOf(time.Date(2026, 11, 1, 23, 0, 0, 0, time.UTC))
	if d != "2026-11-01" || d.Clinical() != "01-Nov-2026" || d.Prose() != "1 November 2026" || d.Year() != 2026 {
		t.Errorf("got %q, %q, %q, %d", d, d.Clinical(), d.Prose(), d.Year())
	}
	if unknown := Date(""); unknown.Clinical() != "Not known" || unknown.Prose() != "" || unknown.Year() != 0 {
		t.Errorf("unknown: got %q, %q, %d", unknown.Clinical(), unknown.Prose(), unknown.Year())
	}
}

func TestAgeOnCountsWholeYears(t *testing.T) {
	for _, c := range []struct {
		born, on Date
		age      int
		ok       bool
	}{
		{"1984-03-14", "2026-11-21", 42, true},
		{"1984-03-14", "2026-03-13", 41, true},
		{"1984-03-14", "2026-03-14", 42, true},
		{"1984-02-29", "2025-02-28", 40, true},
		{"1984-03-14", "1984-03-14", 0, true},
		{"1984-03-14", "1984-03-13", 0, false},
		{"", "1984-03-13", 0, false},
	} {
		if age, ok := c.born.AgeOn(c.on); age != c.age || ok != c.ok {
			t.Errorf("%s on %s: got %d, %v", c.born, c.on, age, ok)
		}
	}
}

func TestDateJSONRefusesWhatIsNoDay(t *testing.T) {
	for in, ok := range map[string]bool{`"2026-11-21"`: true, `""`: true, `"21/11/2026"`: false, `"2026-02-30"`: false, `7`: false} {
		var d Date
		if err := json.Unmarshal([]byte(in), &d); (err == nil) != ok {
			t.Errorf("%s: %v", in, err)
		}
	}
}
