package roster

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
)

// NoteRest lists, each in a note of its own after the words before it, what v records of a person
// ("" for the family) beyond the JSON keys that a format holds. Going by the JSON form it sees every
// field, those of newer versions included.
func NoteRest(notes *listing.Notes, person pedigree.ID, before string, v any, held ...string) {
	data, err := json.Marshal(v)
	if err != nil {
		return
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(data, &all); err != nil {
		return
	}
	for _, key := range slices.Sorted(maps.Keys(all)) {
		if value, recorded := worth(all[key]); recorded && !slices.Contains(held, key) {
			notes.Add(listing.Dropped, person, 0, "%s%s%s", before, listing.Clip(strings.ReplaceAll(key, "_", " ")), value)
		}
	}
}

// worth is a value for a note: as it is where it is short, how many where it is a list, each of the answers
// where it has several, and nothing where the key says enough. recorded is false for values that say nothing.
func worth(value json.RawMessage) (text string, recorded bool) {
	switch string(value) {
	case "null", `""`, "[]", "{}", "0":
		return "", false
	case "true":
		return "", true
	case "false": // the answer no: a flag that is not set is not in the JSON form
		return " no", true
	}
	switch value[0] {
	case '[':
		var list []json.RawMessage
		if err := json.Unmarshal(value, &list); err == nil {
			return fmt.Sprintf(" (%d)", len(list)), true
		}
	case '{':
		var said struct {
			Words string `json:"words"`
		}
		if err := json.Unmarshal(value, &said); err == nil && said.Words != "" {
			return " " + strconv.Quote(listing.Clip(said.Words)), true
		}
		return answers(value), true
	default:
		return " " + listing.Clip(string(value)), true
	}
	return "", true
}

// answers are the values of a map such as "asked" or "organs": " (brothers no, sisters unknown)"; "" where
// it holds anything else than answers.
func answers(value json.RawMessage) string {
	var all map[string]any
	if err := json.Unmarshal(value, &all); err != nil {
		return ""
	}
	var words []string
	for _, key := range slices.Sorted(maps.Keys(all)) {
		switch v := all[key].(type) {
		case bool:
			words = append(words, key+map[bool]string{true: " yes", false: " no"}[v])
		case string:
			words = append(words, key+" "+v)
		default:
			return ""
		}
	}
	return " (" + listing.Clip(strings.Join(words, ", ")) + ")"
}

// NoteUnions lists what such a format loses of couples: one without children is not in it at all.
func NoteUnions(f *pedigree.Family, notes *listing.Notes) {
	type pair [2]pedigree.ID
	parents := map[pair]bool{}
	for i := range f.Individuals {
		mother, father := f.Individuals[i].EggParent(), f.Individuals[i].SpermParent()
		parents[pair{mother, father}], parents[pair{father, mother}] = true, true
	}
	for i := range f.Unions {
		u := &f.Unions[i]
		if len(u.Partners) == 2 && !parents[pair{u.Partners[0], u.Partners[1]}] {
			notes.Add(listing.Dropped, "", 0, "the couple %s, who have no children here", IDs(u.Partners))
			continue
		}
		NoteRest(notes, "", "of the couple "+IDs(u.Partners)+": ", u, "id", "partners", "children")
	}
}

// IDs lists people by their ids: "4 and 5", "4, 5 and 6".
func IDs(ids []pedigree.ID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = listing.Clip(string(id))
	}
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
