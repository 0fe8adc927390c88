package interview

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
)

// Preview says in a sentence or two what an edit adds to a family: who is new, counted by what they are
// to the subject and in the order of the talk, and which answers are recorded. An edit that does
// neither is "".
func Preview(before, after *pedigree.Family, subject pedigree.ID) string {
	var sentences []string
	if added, n := newcomers(before, after, subject); n == 1 {
		sentences = append(sentences, "Adds "+added+".")
	} else if n > 1 {
		sentences = append(sentences, fmt.Sprintf("Adds %d people: %s.", n, added))
	}
	if answers := newAnswers(before, after, subject); len(answers) > 0 {
		sentences = append(sentences, "Records "+strings.Join(answers, "; ")+".")
	}
	return strings.Join(sentences, " ")
}

// newcomers counts who is new: "mother, father, 2 brothers"; n is how many symbols they are.
func newcomers(before, after *pedigree.Family, subject pedigree.ID) (words string, n int) {
	there := before.Index()
	count := map[string]int{}
	var order []string
	for _, row := range Order(after, subject) {
		p := after.Individual(row.ID)
		if _, known := there[row.ID]; known {
			continue
		}
		n++
		words := Relation(after, subject, row.ID)
		if p.IsGroup() {
			order = append(order, words)
			continue
		}
		if count[words]++; count[words] == 1 {
			order = append(order, words)
		}
	}
	for i, words := range order {
		if c := count[words]; c > 1 {
			order[i] = fmt.Sprintf("%d %s", c, plural(words))
		}
	}
	return strings.Join(order, ", "), n
}

// newAnswers are the answers that differ: "mother's brothers: asked, none".
func newAnswers(before, after *pedigree.Family, subject pedigree.ID) []string {
	var answers []string
	for _, row := range Order(after, subject) {
		p, was := after.Individual(row.ID), before.Individual(row.ID)
		var asked []pedigree.Question
		for q, a := range p.Asked {
			if was == nil || was.Asked[q] != a {
				asked = append(asked, q)
			}
		}
		slices.Sort(asked)
		for _, q := range asked {
			said := WordsNone
			if p.Asked[q] == pedigree.DontKnow {
				said = WordsDontKnow
			}
			answers = append(answers, Relation(after, subject, row.ID)+"'s "+string(q)+": "+said)
		}
	}
	return answers
}
