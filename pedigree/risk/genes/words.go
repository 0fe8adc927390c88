package genes

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// telling lists, by position, the relatives of whom a cancer or a result of a gene test is known that the
// model reads: those with a variant first, then those with a cancer, then those with a negative test; among
// them the nearest first.
func (q *question) telling() []int {
	rank := func(i int) int {
		h := &q.histories[i]
		switch {
		case slices.Contains(h.tests, found):
			return 1
		case slices.ContainsFunc(h.cancers, func(s state) bool { return s.course == had }):
			return 2
		case slices.Max(h.tests) > untested:
			return 3
		}
		return 0
	}
	var people []int
	for i := range q.histories {
		if i != q.subject && rank(i) > 0 && q.c.IsBlood(q.id(i)) {
			people = append(people, i)
		}
	}
	slices.SortStableFunc(people, func(a, b int) int {
		if rank(a) != rank(b) {
			return rank(a) - rank(b)
		}
		return q.c.Relation(q.id(a)).Degree - q.c.Relation(q.id(b)).Degree
	})
	return people
}

func (q *question) id(i int) pedigree.ID { return q.c.Family.Individuals[i].ID }

// facts says what the model reads of somebody, apart from years without cancer: "a BRCA1 variant", "breast
// cancer at 41".
func (q *question) facts(i int, withStatus bool) []string {
	p, h := &q.c.Family.Individuals[i], &q.histories[i]
	var facts []string
	add := func(words, status string) {
		if withStatus && status != "" {
			words += " (" + status + ")"
		}
		facts = append(facts, words)
	}
	for g, r := range h.tests {
		name := q.genes[g].Name
		switch r {
		case found:
			status := "report not seen"
			if slices.ContainsFunc(germline(p), func(t *pedigree.GeneTest) bool { return t.Gene == name && t.ReportSeen == pedigree.Yes }) {
				status = "report seen"
			}
			add(variantOf(name), status)
		case clear:
			add("not the "+name+" variant of the family", "")
		case screenClear:
			add("no "+name+" variant in a full screen", "")
		}
	}
	for k, s := range h.cancers {
		if s.course != had {
			continue
		}
		if d := q.first(p, &q.cancers[k]); d != nil {
			status := d.Status
			if status == "" {
				status = pedigree.Reported
			}
			add(q.cancers[k].Words+" "+risk.AgeWords(d.Age), string(status))
		}
	}
	return facts
}

// first is the certain cancer that may have been first.
func (q *question) first(p *pedigree.Individual, c *cancer) *pedigree.Diagnosis {
	var first *pedigree.Diagnosis
	var onset risk.Span
	for _, d := range risk.Primaries(p, c.counts) {
		if !invasive(d) || risk.IsPossible(d) {
			continue
		}
		if o, ok := q.c.Onset(p, d); ok && (first == nil || o.Low+o.High < onset.Low+onset.High) {
			first, onset = d, o.Span
		}
	}
	return first
}

// because says in sentences what the answer rests on.
func (q *question) because(values risk.Values, known int) []string {
	var lines []string
	for _, i := range q.telling() {
		lines = append(lines, fmt.Sprintf("%s: %s.", risk.Sentence(q.c.Words(q.id(i))), risk.List(q.facts(i, true))))
	}
	if len(lines) == 0 {
		lines = append(lines, "No blood relative with one of the model's cancers, or with the result of a gene test, is recorded.")
	}
	self := q.facts(q.subject, true)
	switch own := q.own(); {
	case len(self) > 0:
		lines = append(lines, fmt.Sprintf("Person asked about: %s.", risk.List(self)))
	case own.aged && q.asked(q.c.Subject):
		lines = append(lines, fmt.Sprintf("Person asked about: %s, none of these cancers recorded.", years(own.reached)))
	}
	if known >= 0 {
		name := q.genes[known].Name
		lines = append(lines, fmt.Sprintf("%s is known in the family, and no result of the person asked about says whether it was inherited.", risk.Sentence(variantOf(name))))
	}
	return append(lines, q.likeliest(values))
}

// likeliest names the genes that matter most. A gene left out for certain, as every other is in a founder with one
// variant, is not named.
func (q *question) likeliest(values risk.Values) string {
	order := make([]int, len(q.genes))
	for i := range order {
		order[i] = i
	}
	value := func(i int) float64 { return values["carrier/"+q.genes[i].Name] }
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case value(a) > value(b):
			return -1
		case value(a) < value(b):
			return 1
		}
		return 0
	})
	order = slices.DeleteFunc(order, func(i int) bool { return value(i) == 0 })
	var words []string
	for k, i := range order {
		if k < 3 || value(i) >= 0.01 && k < 5 {
			words = append(words, q.genes[i].Name+" "+risk.Percent(value(i)))
		}
	}
	rest := ", and less in each of the others"
	if len(words) == len(order) {
		rest = ""
	}
	return fmt.Sprintf("Chance of a variant in any of the genes %s: %s%s.", risk.Percent(values[risk.AnyGene]), risk.List(words), rest)
}

// variantOf says a variant of a gene with its article: "a BRCA1 variant", "an MLH1 variant".
func variantOf(gene string) string {
	if strings.ContainsAny(gene[:1], "AEM") {
		return "an " + gene + " variant"
	}
	return "a " + gene + " variant"
}

// years says a span of ages.
func years(s risk.Span) string {
	if s.IsExact() {
		return fmt.Sprint(s.Low)
	}
	return fmt.Sprintf("%d to %d", s.Low, s.High)
}

// notable is the share of probability beyond the most risk alleles of a person from which it is said.
const notable = 0.05

// warnings stand beside the answer.
func (q *question) warnings(facts risk.Facts) []string {
	lines := append(q.c.Warnings(facts), q.Limits...)
	inSitu, unsaid, tumour, uncertain := 0, 0, 0, 0
	for _, p := range q.c.Kin() {
		for k := range q.cancers {
			if q.cancers[k].Sex != p.Sex {
				continue
			}
			for _, d := range risk.Primaries(p, q.cancers[k].counts) {
				switch {
				case !invasive(d):
					inSitu++
				case d.Behaviour == "" || d.Behaviour == pedigree.BehaviourUnknown:
					unsaid++
				}
			}
		}
		for i := range p.GeneTests {
			switch t := &p.GeneTests[i]; {
			case q.position(t.Gene) < 0:
			case t.Sample == pedigree.Tumour:
				tumour++
			case t.Result == pedigree.Uncertain || t.Class == 3:
				uncertain++
			}
		}
	}
	add := func(n int, format string) {
		if n > 0 {
			lines = append(lines, fmt.Sprintf(format, n))
		}
	}
	add(inSitu, "Disease in situ and borderline tumours (%d) are not counted as cancer; what came after them in that organ is not used.")
	add(unsaid, "Cancers of which it is not recorded whether they were invasive (%d) are counted as invasive.")
	add(tumour, "Results from a tumour (%d) say nothing here of what is inherited.")
	add(uncertain, "Variants of uncertain significance (%d) change nothing.")
	for _, who := range q.scopeless() {
		lines = append(lines, fmt.Sprintf("A negative test changes nothing until its scope, or the variant looked for, is known (%s).", who))
	}
	if q.ashkenazi && q.ashkenaziWarning != "" {
		lines = append(lines, q.ashkenaziWarning)
	}
	if q.lean {
		lines = append(lines, "The family has so many loops that nobody is given more than one variant: the chance of any gene is lower for it by up to a few hundredths of itself.")
	} else if lost := q.tree.nothing.Lost(); lost > notable {
		lines = append(lines, fmt.Sprintf("Genotypes with variants in more genes at once than %d, up to %s of the probability, are left out.", usualAlleles, risk.Percent(lost)))
	}
	if p := q.c.Subject; p.Adopted == pedigree.AdoptedIn && p.EggParent() == "" && p.SpermParent() == "" {
		lines = append(lines, "The person asked about was adopted and nothing is recorded of the parents by blood: the answer is little more than that of anybody.")
	}
	return lines
}
