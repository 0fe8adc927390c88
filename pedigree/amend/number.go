package amend

import (
	"fmt"
	"strconv"
	"strings"

	"kindred/pedigree"
)

// Number is an answer to "how many?". The zero Number is not asked; No is asked, none; DontKnow is that
// nobody knows whether there are any; Yes with Count 0 is that there are some, number not known.
type Number struct {
	Answer pedigree.Answer
	Count  int // 1 to MostPeople, or 0
}

// MostPeople is more brothers or sisters than any family has: a larger number is taken for a slip.
const MostPeople = 30

// HowMany is the answer of a known number; 0 is asked, none.
func HowMany(n int) Number {
	if n == 0 {
		return Number{Answer: pedigree.No}
	}
	return Number{Answer: pedigree.Yes, Count: n}
}

// ReadNumber reads "3", "0" or "none" (asked, none), "n" (some, number not known), "?" or "dk" (doesn't
// know), and "" (not asked).
func ReadNumber(typed string) (Number, error) {
	switch typed = strings.ToLower(strings.TrimSpace(typed)); typed {
	case "":
		return Number{}, nil
	case "n", "some":
		return Number{Answer: pedigree.Yes}, nil
	case "?", "dk":
		return Number{Answer: pedigree.DontKnow}, nil
	case "none", "no", "nil":
		return Number{Answer: pedigree.No}, nil
	}
	n, err := strconv.Atoi(typed)
	if err != nil || n < 0 || n > MostPeople {
		return Number{}, fmt.Errorf("%q is no number: type 0 to %d, n for some, or ? for doesn't know", typed, MostPeople)
	}
	return HowMany(n), nil
}

// ReadNumbers reads one number for each of several people, with spaces or commas between: "2 0 n".
func ReadNumbers(typed string) ([]Number, error) {
	var all []Number
	for _, word := range strings.FieldsFunc(typed, func(r rune) bool { return r == ' ' || r == ',' || r == ';' }) {
		n, err := ReadNumber(word)
		if err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	return all, nil
}
