package pedigree

import (
	"encoding/json"
	"fmt"
	"time"
)

// Date is a calendar day as "2026-11-21"; the zero Date is unknown.
type Date string

// DateOf is the day of t in t's own zone.
func DateOf(t time.Time) Date { return Date(t.Format("2006-01-02")) }

// ParseDate reads "2026-11-21".
func ParseDate(s string) (Date, error) {
	if _, err := time.Parse("2006-01-02", s); err != nil {
		return "", fmt.Errorf("%q is not a date such as 2026-11-21", s)
	}
	return Date(s), nil
}

// Time is midnight UTC of the day; ok is false for the zero or a malformed Date.
func (d Date) Time() (t time.Time, ok bool) {
	t, err := time.Parse("2006-01-02", string(d))
	return t, err == nil
}

// Year is the calendar year, 0 when unknown.
func (d Date) Year() int {
	t, ok := d.Time()
	if !ok {
		return 0
	}
	return t.Year()
}

// Clinical is the form that NHS identifiers use, "21-Nov-2026"; "Not known" when unknown.
func (d Date) Clinical() string {
	t, ok := d.Time()
	if !ok {
		return "Not known"
	}
	return t.Format("02-Jan-2006")
}

// Prose is the form for running text, "21 November 2026"; empty when unknown.
func (d Date) Prose() string {
	t, ok := d.Time()
	if !ok {
		return ""
	}
	return t.Format("2 January 2006")
}

// UnmarshalJSON reads a day, or an empty string.
func (d *Date) UnmarshalJSON(data []byte) error {
	var s string
	if err := json.Unmarshal(data, &s); err != nil {
		return fmt.Errorf("a date must be text such as \"2026-11-21\", not %s", clip(data))
	}
	if s == "" {
		*d = ""
		return nil
	}
	got, err := ParseDate(s)
	*d = got
	return err
}

// AgeOn is the whole years from birth to the day on; ok is false when either is unknown or on is
// before birth.
func (d Date) AgeOn(on Date) (years int, ok bool) {
	b, okB := d.Time()
	t, okT := on.Time()
	if !okB || !okT || t.Before(b) {
		return 0, false
	}
	years = t.Year() - b.Year()
	if t.Month() < b.Month() || (t.Month() == b.Month() && t.Day() < b.Day()) {
		years--
	}
	return years, true
}
