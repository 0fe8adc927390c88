package terms

import "strings"

// Nearest is the word for a site, an operation or a gene that a misspelt word of at least four letters
// was meant to be, as far as one letter left out, added, changed or swapped with its neighbour tells;
// "" when there is none, or several that are different things.
func Nearest(word string) string {
	word = plain(word)
	if len(word) < 4 {
		return ""
	}
	var near, meaning string
	consider := func(candidate, means string) bool {
		if !oneSlip(word, candidate) || means == meaning {
			return true
		}
		if near != "" {
			return false
		}
		near, meaning = candidate, means
		return true
	}
	for _, name := range conditionNames {
		site, _ := Site(name)
		if !consider(name, string(site)) {
			return ""
		}
	}
	for _, name := range operationNames {
		if !consider(name, name) {
			return ""
		}
	}
	for _, gene := range genes {
		if !consider(strings.ToLower(gene), gene) {
			return ""
		}
	}
	if symbol, ok := Gene(near); ok {
		return symbol
	}
	return near
}

// oneSlip reports that two different words are one slip of the fingers apart.
func oneSlip(a, b string) bool {
	if a == b || len(a)-len(b) > 1 || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	restA, restB := a[i:], b[i:]
	switch {
	case len(a) > len(b):
		return restA[1:] == restB
	case len(a) < len(b):
		return restA == restB[1:]
	case restA[1:] == restB[1:]:
		return true
	}
	return len(restA) > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2:] == restB[2:]
}
