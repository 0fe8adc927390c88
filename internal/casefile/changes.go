package casefile

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"kindred/pedigree"
	sentences "kindred/pedigree/describe"
)

// FactChange is what differs in the facts that models read between two states of a family: of one
// person, or of the family as a whole.
type FactChange struct {
	Person        pedigree.ID // "" for the family as a whole
	Before, After string      // a sentence each; "" for somebody who was not there
	// Other are the facts that differ where the two sentences are the same, by their JSON keys in words.
	Other string
}

// FactChanges lists what differs in the facts that models read, in family order, those who are gone
// last. Relatives are named from the subject's side.
func FactChanges(before, after *pedigree.Family, subject pedigree.ID) []FactChange {
	was, is := read(before, ByModels), read(after, ByModels)
	var changes []FactChange
	index := was.Index()
	for i := range is.Individuals {
		p := &is.Individuals[i]
		change := FactChange{Person: p.ID, After: sentence(is, after, p.ID, subject)}
		if at, there := index[p.ID]; there {
			old := &was.Individuals[at]
			delete(index, p.ID)
			keys := differing(old, p)
			if len(keys) == 0 {
				continue
			}
			if change.Before = sentence(was, before, p.ID, subject); change.Before == change.After {
				change.Other = strings.ReplaceAll(strings.Join(keys, ", "), "_", " ")
			}
		}
		changes = append(changes, change)
	}
	for i := range was.Individuals {
		if id := was.Individuals[i].ID; len(index) > 0 && is.Individual(id) == nil {
			changes = append(changes, FactChange{Person: id, Before: sentence(was, before, id, subject)})
		}
	}
	switch {
	case was.AsOf != is.AsOf:
		changes = append(changes, FactChange{Before: agesSaid(was.AsOf), After: agesSaid(is.AsOf)})
	case len(changes) == 0 && digestOf(was) != digestOf(is):
		changes = append(changes, FactChange{Other: "who are couples or twins"})
	}
	return changes
}

func agesSaid(on pedigree.Date) string {
	if on == "" {
		return "The day that ages are said for is not known."
	}
	return "Ages are said for " + on.Prose() + "."
}

// sentence is a person with the facts that models read, under the name that the whole family gives them.
func sentence(facts, whole *pedigree.Family, id, subject pedigree.ID) string {
	p := facts.Individual(id)
	p.Name = whole.Individual(id).Name
	defer func() { p.Name = "" }()
	if id == subject {
		subject = ""
	}
	return sentences.Person(facts, id, subject)
}

// differing are the JSON keys under which two people differ, sorted.
func differing(a, b *pedigree.Individual) []string {
	was, is := factsOf(a), factsOf(b)
	var keys []string
	for key := range was {
		if !bytes.Equal(was[key], is[key]) {
			keys = append(keys, key)
		}
	}
	for key := range is {
		if _, both := was[key]; !both {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// factsOf are a person's facts by JSON key, each in canonical form.
func factsOf(p *pedigree.Individual) map[string]json.RawMessage {
	var facts map[string]json.RawMessage
	data, err := canonicalJSON(p)
	if err != nil || json.Unmarshal(data, &facts) != nil {
		return nil
	}
	return facts
}
