package risk

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Keys lists the keys in the order in which people read them: part by part between slashes, numbers by
// size, so that "risk/breast/50" stands before "risk/breast/100".
func (v Values) Keys() []string {
	return slices.SortedFunc(maps.Keys(v), func(a, b string) int {
		return slices.CompareFunc(strings.Split(a, "/"), strings.Split(b, "/"), func(a, b string) int {
			x, errX := strconv.Atoi(a)
			y, errY := strconv.Atoi(b)
			if errX == nil && errY == nil && x != y {
				return x - y
			}
			return strings.Compare(a, b)
		})
	})
}
