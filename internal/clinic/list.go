package clinic

import (
	"fmt"
	"slices"
	"strings"
)

// List is the families whose reference, patients' names, dates of birth or NHS numbers contain every
// word of find, by reference. Case and accents do not matter.
func (c *Clinic) List(find string) ([]Entry, error) {
	c.writer.flush()
	rows, err := c.store.Entries()
	if err != nil {
		return nil, err
	}
	query := strings.Fields(fold(find))
	var entries []Entry
	for _, row := range rows {
		e, err := decodeEntry(row.Data)
		if err != nil {
			return nil, fmt.Errorf("the list entry of family %s cannot be read: %w", row.Family, err)
		}
		if e.matches(query) {
			entries = append(entries, e)
		}
	}
	slices.SortFunc(entries, func(a, b Entry) int {
		if by := strings.Compare(a.Name, b.Name); by != 0 {
			return by
		}
		return strings.Compare(string(a.ID), string(b.ID))
	})
	return entries, nil
}
