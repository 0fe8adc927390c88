package draw

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/layout"
)

// Numbers gives everybody the pedigree number of the nomenclature: the generation in Roman
// numerals and the place in it from the left, "II-3". Second symbols of a person and drawn unknown
// parents take no number.
func Numbers(l *layout.Layout) map[pedigree.ID]string {
	numbers := make(map[pedigree.ID]string, len(l.Nodes))
	count := map[int]int{}
	for _, i := range readingOrder(l) {
		n := l.Nodes[i]
		if _, done := numbers[n.ID]; done || n.Duplicate || unknownParent(n.ID) {
			continue
		}
		count[n.Generation]++
		numbers[n.ID] = roman(n.Generation+1) + "-" + strconv.Itoa(count[n.Generation])
	}
	return numbers
}

// readingOrder lists the nodes row by row from the top, each from left to right.
func readingOrder(l *layout.Layout) []int {
	order := make([]int, len(l.Nodes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(l.Nodes[a].Generation, l.Nodes[b].Generation), cmp.Compare(l.Nodes[a].X, l.Nodes[b].X))
	})
	return order
}

// unknownParent reports a node that stands for a parent nobody has recorded.
func unknownParent(id pedigree.ID) bool { return strings.HasPrefix(string(id), "?") }

// roman is n from 1 to 3999 in Roman numerals; other numbers stay Arabic.
func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, step := range [...]struct {
		value int
		sign  string
	}{
		{1000, "M"},
		{900, "CM"},
		{500, "D"},
		{400, "CD"},
		{100, "C"},
		{90, "XC"},
		{50, "L"},
		{40, "XL"},
		{10, "X"},
		{9, "IX"},
		{5, "V"},
		{4, "IV"},
		{1, "I"},
	} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.sign)
		}
	}
	return b.String()
}
