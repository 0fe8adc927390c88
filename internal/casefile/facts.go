package casefile

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"kindred/pedigree"
)

// notFacts are the JSON keys that no answer rests on: where a symbol was dragged to, what a drawing
// leaves out, when the drawing was made and changed, and how patients are reached.
var notFacts = map[string]bool{"pin": true, "draw_twice": true, "fold": true, "drawn_on": true, "changed_on": true, "patients": true, "recorder": true}

// FactsDigest is a SHA-256 in hexadecimal over the facts of a family in canonical form: what has no
// order is sorted, so that only a change in a fact changes it. Give it the view of the family that
// the letter or the models read. With keys, it covers of each individual only those JSON keys, and
// who they are and whose children: "diagnoses", "age", ...
func FactsDigest(f *pedigree.Family, keys ...string) string {
	data, err := json.Marshal(f)
	if err != nil {
		return ""
	}
	var family map[string]any
	if json.Unmarshal(data, &family) != nil {
		return ""
	}
	if people, ok := family["individuals"].([]any); ok && len(keys) > 0 {
		for _, p := range people {
			person, ok := p.(map[string]any)
			for key := range person {
				if ok && !slices.Contains(keys, key) && !slices.Contains([]string{"id", "mother", "father", "other_parents"}, key) {
					delete(person, key)
				}
			}
		}
	}
	data, err = json.Marshal(canonical(family))
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// canonical sorts lists by their items' own text and leaves out what is no fact. No list in a
// family says anything by its order alone, but for the words of an address: birth order enters no
// number and no sentence.
func canonical(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			if notFacts[key] {
				delete(v, key)
				continue
			}
			v[key] = canonical(value)
		}
		return v
	case []any:
		texts := make(map[int]string, len(v))
		order := make([]int, len(v))
		for i := range v {
			data, _ := json.Marshal(canonical(v[i])) // came from JSON: it marshals
			texts[i], order[i] = string(data), i
		}
		slices.SortFunc(order, func(a, b int) int { return strings.Compare(texts[a], texts[b]) })
		sorted := make([]any, len(v))
		for i, at := range order {
			sorted[i] = v[at]
		}
		return sorted
	}
	return v
}

// OutOfDate reports whether a fact that a signed letter rests on has changed since. The family is
// given in the same view as to FactsDigest when the letter was signed.
func OutOfDate(l Letter, f *pedigree.Family) bool {
	return l.Status == LetterSigned && l.FactsDigest != FactsDigest(f)
}
