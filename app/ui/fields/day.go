package fields

import (
	"strings"

	"kindred/app/ui/theme"
	"kindred/pedigree"
)

// Day is an exact calendar day, typed in any of the ways an English clinic writes one.
type Day struct {
	hinted
	onCommit func(pedigree.Date)
}

// NewDay is a field that calls commit with a day, or with "" when it was cleared.
func NewDay(commit func(pedigree.Date)) *Day {
	d := &Day{onCommit: commit}
	d.begin(d, func(words string) {
		if day, ok := readDay(words); ok {
			d.onCommit(day)
		}
	})
	d.Entry.SetPlaceHolder("day month year")
	d.Entry.OnChanged = func(words string) {
		if _, ok := readDay(words); !ok {
			d.show(theme.InkWarn, "not yet a day such as 21 Nov 2026")
			return
		}
		d.show(theme.InkQuiet, "")
	}
	return d
}

// Set shows a day from the record, unless the field is being typed in.
func (d *Day) Set(day pedigree.Date) {
	words := ""
	if day != "" {
		words = day.Prose()
	}
	d.Entry.Set(words)
}

func readDay(words string) (pedigree.Date, bool) {
	if strings.TrimSpace(words) == "" {
		return "", true
	}
	v := pedigree.ParseFuzzy(words)
	return v.Date, v.Date != ""
}
