package letter

import (
	"slices"
	"strings"
)

func lines(words string) [][]Run {
	var items [][]Run
	for line := range strings.Lines(words) {
		if line = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), "- ")); line != "" {
			items = append(items, []Run{{Text: line}})
		}
	}
	return items
}

func missing(edits map[string]string, used map[string]bool) []string {
	var keys []string
	for key := range edits {
		if !used[key] {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}
