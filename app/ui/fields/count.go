package fields

import (
	"strconv"
	"strings"

	"kindred/app/ui/theme"
)

// Count is a whole number of people that one symbol stands for.
type Count struct {
	hinted
	onCommit func(int)
}

// mostPeople is more than any sibship drawn as one symbol.
const mostPeople = 99

// NewCount is a field that calls commit with the number; 0 when it was cleared.
func NewCount(commit func(int)) *Count {
	c := &Count{onCommit: commit}
	c.begin(c, func(typed string) {
		if n, ok := readCount(typed); ok {
			c.onCommit(n)
		}
	})
	c.Entry.SetPlaceHolder("one")
	c.Entry.OnChanged = func(typed string) {
		if _, ok := readCount(typed); !ok {
			c.show(theme.InkWarn, "a whole number, at most 99")
			return
		}
		c.show(theme.InkQuiet, "")
	}
	return c
}

// Set shows a number from the record; 0 and 1 are one person and show nothing.
func (c *Count) Set(n int) {
	if n <= 1 {
		c.Entry.Set("")
		return
	}
	c.Entry.Set(strconv.Itoa(n))
}

func readCount(typed string) (int, bool) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return 0, true
	}
	n, err := strconv.Atoi(typed)
	return n, err == nil && n >= 1 && n <= mostPeople
}
