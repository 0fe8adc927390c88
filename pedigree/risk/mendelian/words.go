package mendelian

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree/risk"
	"kindred/pedigree/risk/locus"
)

// because says what counted, the subject first and then the nearest, and with whom the next child is.
func (q *question) because() []string {
	inheritance := string(q.Inheritance)
	if q.Inheritance == locus.NotSaid {
		inheritance = "one autosomal locus"
	}
	lines := []string{fmt.Sprintf("%s: %s.", risk.Sentence(conditionOf(q.Locus)), inheritance)}
	var counted []int
	for i := range q.known {
		if len(q.known[i].Words) > 0 {
			counted = append(counted, i)
		}
	}
	people := q.c.Family.Individuals
	distance := func(i int) int {
		if i == q.subject {
			return -1
		}
		return q.c.Relation(people[i].ID).Degree
	}
	slices.SortStableFunc(counted, func(a, b int) int { return distance(a) - distance(b) })
	for n, i := range counted {
		if n == mostLines {
			lines = append(lines, fmt.Sprintf("And %d more.", len(counted)-n))
			break
		}
		lines = append(lines, fmt.Sprintf("%s: %s.", risk.Sentence(q.c.Words(people[i].ID)), strings.Join(q.known[i].Words, "; ")))
	}
	switch {
	case q.son == none:
		lines = append(lines, "No next child: the sex assigned at birth of the person asked about is not known.")
	case q.partner >= len(people):
		lines = append(lines, "The next child is taken to be with a partner from the population of whom nothing is known.")
	case q.others > 0:
		lines = append(lines, "Several partners are recorded: the next child is taken to be with the last, unless the option names another.")
	default:
		lines = append(lines, "The next child is taken to be with the partner recorded.")
	}
	return lines
}

// mostLines is how many people have a line of their own in because.
const mostLines = 12

// warnings says what the answer leaves out or assumes.
func (q *question) warnings() []string {
	var lines []string
	if q.Mutation == nil {
		lines = append(lines, "No new mutations are assumed: an isolated case is taken as inherited.")
	}
	switch {
	case q.Mosaicism != nil:
		lines = append(lines, "The values with mosaicism add an observed recurrence where a parent may carry the variant in the germ line alone; the others leave it out.")
	case q.Mutation != nil && q.hasAffectedChild():
		lines = append(lines, "Mosaicism of the germ line is left out: after a new mutation the recurrence is higher than calculated.")
	}
	return lines
}
