package fields

import (
	"strings"

	"kindred/app/ui/theme"
	"kindred/pedigree"
)

// NHS is an NHS number, shown 3-3-4. A number that fails its check stays in the field with the
// reason, and does not enter the record.
type NHS struct {
	hinted
	onCommit func(pedigree.NHSNumber)
}

// NewNHS is a field that calls commit with a checked number, or with "" when it was cleared.
func NewNHS(commit func(pedigree.NHSNumber)) *NHS {
	n := &NHS{onCommit: commit}
	n.begin(n, func(typed string) {
		if strings.TrimSpace(typed) == "" {
			n.onCommit("")
			return
		}
		if number, err := pedigree.ParseNHSNumber(typed); err == nil {
			n.Entry.Set(number.String())
			n.onCommit(number)
		}
	})
	n.Entry.OnChanged = func(typed string) { n.show(nhsHint(typed)) }
	return n
}

// Set shows a number from the record, unless the field is being typed in.
func (n *NHS) Set(number pedigree.NHSNumber) {
	if number == "" {
		n.Entry.Set("")
		return
	}
	n.Entry.Set(number.String())
}

func nhsHint(typed string) (theme.Ink, string) {
	digits, other := 0, false
	for _, r := range typed {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r != ' ' && r != '-':
			other = true
		}
	}
	switch number, err := pedigree.ParseNHSNumber(typed); {
	case digits == 0 && !other:
		return theme.InkQuiet, ""
	case other:
		return theme.InkWarn, "only digits and spaces"
	case digits < 10:
		return theme.InkWarn, "ten digits needed"
	case digits > 10:
		return theme.InkWarn, "more than ten digits"
	case err != nil:
		return theme.InkWarn, "the last digit does not fit the others"
	case number.IsTest():
		return theme.InkQuiet, "a test number"
	}
	return theme.InkQuiet, ""
}
