package mendelian

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/locus"
)

// working prints the Bayes table of the subject's genotype: the prior from ancestors, siblings and the
// population, the subject's own facts, those of the descendants, their product, and the product divided by
// its sum, which is the printed answer; then the next child from it.
func (q *question) working() []string {
	lines := q.frequencyLines()
	before := slices.Clone(q.data)
	below := q.descendants()
	before[q.subject] = likelihood.Unknown
	if q.Inheritance == locus.XLinked && q.c.Subject.Sex == pedigree.Male {
		before[q.subject][2] = 0
	}
	for i := range below {
		before[i] = likelihood.Unknown
	}
	solved, err := q.net.Solve(before)
	if err != nil {
		return lines
	}
	prior, own := vector(solved.Posterior(q.subject)), q.data[q.subject]
	evidence := q.genes
	for g := range evidence {
		if prior[g] > 0 && own[g] > 0 {
			evidence[g] /= prior[g] * own[g]
		} else {
			evidence[g] = 0
		}
	}
	evidence = scaled(evidence)
	joint := likelihood.Vector{}
	sum := 0.0
	for g := range joint {
		joint[g] = prior[g] * own[g] * evidence[g]
		sum += joint[g]
	}
	n := q.genotypes(q.c.Subject.Sex)
	row := func(title string, v likelihood.Vector) {
		cells := make([]string, n)
		for g := range cells {
			cells[g] = figure(v[g])
		}
		lines = append(lines, title+": "+strings.Join(cells, " | "))
	}
	lines = append(lines, "Risk alleles: "+strings.Join([]string{"0", "1", "2"}[:n], " | "))
	row("Prior, from ancestors, siblings and the population", prior)
	row("Own facts"+inBrackets(q.known[q.subject].Words), own)
	if len(below) > 0 {
		row("Facts of descendants, relative to the likeliest", evidence)
	}
	row("Joint, the product", joint)
	row(fmt.Sprintf("Posterior, the joint divided by its sum %s", figure(sum)), q.genes)
	lines = append(lines, fmt.Sprintf("Carrier probability: %s.", risk.Fine(q.carries(q.genes))))
	return append(lines, q.nextChild()...)
}

// frequencyLines say which frequency the priors rest on.
func (q *question) frequencyLines() []string {
	f := q.Frequency()
	switch {
	case q.Derived() && q.Inheritance == locus.XLinked:
		return []string{fmt.Sprintf("At the equilibrium of mutation (mother %s, father %s) and selection (fitness %s) %s of women carry.",
			figure(q.Mutation.Mother), figure(q.Mutation.Father), figure(*q.Fitness), figure(2*f))}
	case q.Derived():
		return []string{fmt.Sprintf("At the equilibrium of mutation (mother %s, father %s) and selection (fitness %s) %s of people carry.",
			figure(q.Mutation.Mother), figure(q.Mutation.Father), figure(*q.Fitness), figure(2*f))}
	case q.CarrierFrequency != nil:
		return []string{fmt.Sprintf("A carrier frequency of %s is an allele frequency of %s.", figure(*q.CarrierFrequency), figure(f))}
	}
	return []string{fmt.Sprintf("Allele frequency %s.", figure(f))}
}

// descendants are the positions of everybody below the subject.
func (q *question) descendants() map[int]bool {
	people := q.c.Family.Individuals
	below := map[pedigree.ID]bool{q.c.Subject.ID: true}
	at := map[int]bool{}
	for grew := true; grew; {
		grew = false
		for i := range people {
			p := &people[i]
			if !below[p.ID] && (below[p.EggParent()] || below[p.SpermParent()]) {
				below[p.ID], at[i], grew = true, true, true
			}
		}
	}
	return at
}

// nextChild multiplies the posterior with the next child's chance given each genotype of the subject.
func (q *question) nextChild() []string {
	if q.son == none {
		return nil
	}
	var terms []string
	sum := 0.0
	for g, posterior := range q.genes {
		if posterior == 0 {
			continue
		}
		data := slices.Clone(q.data)
		for other := range data[q.subject] {
			if other != g {
				data[q.subject][other] = 0
			}
		}
		given, err := q.net.Solve(data)
		if err != nil {
			continue
		}
		chance := dot(vector(given.Posterior(q.son)), q.Ever(pedigree.Male))/2 + dot(vector(given.Posterior(q.girl)), q.Ever(pedigree.Female))/2
		sum += posterior * chance
		terms = append(terms, fmt.Sprintf("%s × %s", figure(posterior), figure(chance)))
	}
	lines := []string{fmt.Sprintf("Next child affected, by the risk alleles of the person asked about: %s = %s.", strings.Join(terms, " + "), figure(sum))}
	if add := q.mosaic(); add > 0 {
		of := "child"
		if q.Inheritance == locus.XLinked {
			of = "son"
		}
		lines = append(lines, fmt.Sprintf("Observed recurrence %s × the chance %s that no parent's blood shows the variant adds %s for a %s.",
			figure(*q.Mosaicism), figure(add / *q.Mosaicism), figure(add), of))
	}
	return lines
}

// scaled divides by the largest.
func scaled(v likelihood.Vector) likelihood.Vector {
	largest := max(v[0], v[1], v[2])
	for g := range v {
		v[g] /= largest
	}
	return v
}

// figure prints six significant digits: priors of new mutations are a few in a million.
func figure(x float64) string { return fmt.Sprintf("%.6g", x) }

func inBrackets(words []string) string {
	if len(words) == 0 {
		return " (none)"
	}
	return " (" + strings.Join(words, "; ") + ")"
}
