package claus

import (
	"fmt"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// printedRelatives is how many affected relatives have a line of their own in the working.
const printedRelatives = 5

// working prints the steps from the model's average woman to the answer. The last two lines are sums
// that anybody can repeat with the numbers printed in them.
func (q *question) working() []string {
	lines := []string{fmt.Sprintf("Before anything is known of the family, %s of women carry the model's gene (1 - (1 - %.4f)²).", risk.Fine(q.prior()), q.frequency)}
	at := make([]pair, len(q.known))
	for i := range at {
		at[i] = nothing
	}
	step := func(what string) {
		if carries, err := q.carries(at); err == nil {
			lines = append(lines, fmt.Sprintf("%s: %s.", what, risk.Fine(carries)))
		}
	}
	index := q.c.Family.Index()
	more := 0
	for n, p := range Affected(q.c) {
		i := index[p.ID]
		at[i] = q.known[i].mean
		if n >= printedRelatives {
			more++
			continue
		}
		step(fmt.Sprintf("With breast cancer %s in the %s", risk.AgeWords(First(p).Age), q.c.Words(p.ID)))
	}
	if more > 0 {
		step(fmt.Sprintf("With breast cancer in %d more distant %s", more, risk.Plural(more, "relative", "relatives")))
	}
	others, well := 0, 0
	for i, e := range q.known {
		if at[i] == e.mean {
			continue
		}
		at[i] = e.mean
		if e.well {
			well++
		} else {
			others++
		}
	}
	if others > 0 {
		step(fmt.Sprintf("With breast cancer in %d %s by marriage", others, risk.Plural(others, "relative", "relatives")))
	}
	if well > 0 {
		step(fmt.Sprintf("With the years that %d %s without breast cancer", well, risk.Plural(well, "other woman lived", "other women lived")))
	}
	return append(lines, q.ownYears()...)
}

// ownYears prints what her own years without breast cancer leave, and the answer.
func (q *question) ownYears() []string {
	carries := q.baseline.odds / (1 + q.baseline.odds)
	reach := func(o *onset) float64 { return q.age.Mean(func(x int) float64 { return 1 - o.by(x) }) }
	rest := func(o *onset) float64 { return q.within(o, q.age, func(int) int { return oldest + 1 }) / reach(o) }
	now := q.result(q.baseline.odds, q.age)
	lines := []string{
		fmt.Sprintf("Reaching %s without breast cancer has a chance of %s for a carrier and %s for a non-carrier: %s × %s against %s × %s leaves %s.",
			years(q.age), risk.Fine(reach(&q.carrier)), risk.Fine(reach(&q.nonCarrier)),
			risk.Fine(carries), risk.Fine(reach(&q.carrier)), risk.Fine(1-carries), risk.Fine(reach(&q.nonCarrier)), risk.Fine(now.carrier)),
		fmt.Sprintf("From %s to 79 a carrier's risk is %s and a non-carrier's %s: %s × %s + %s × %s = %s.",
			years(q.age), risk.Fine(rest(&q.carrier)), risk.Fine(rest(&q.nonCarrier)),
			risk.Fine(now.carrier), risk.Fine(rest(&q.carrier)), risk.Fine(1-now.carrier), risk.Fine(rest(&q.nonCarrier)), risk.Fine(now.by79)),
	}
	if q.anyVague() {
		lines = append(lines, "Vague ages were averaged over every year that they can mean; the range is over all of those years.")
	}
	return lines
}

func (q *question) anyVague() bool {
	for _, e := range q.known {
		if e.vague {
			return true
		}
	}
	return !q.age.IsExact()
}

// contradiction is the sentence for two facts of one person that cannot both be right.
func contradiction(c *risk.Case, p *pedigree.Individual) string {
	return fmt.Sprintf("the age at diagnosis and the age reached contradict each other (%s)", c.Words(p.ID))
}
