package genes

import (
	"fmt"
	"math"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// printedRelatives is how many relatives have a line of their own in the working.
const printedRelatives = 5

// working prints the steps from anybody's chance of carrying to that of the subject, each relative's part as
// what it multiplies the odds by, and from there to the risks of cancer.
func (q *question) working(a *risk.Assessment) ([]string, error) {
	set, what := q.g.any, "a variant in any of the genes"
	if name, ok := strings.CutPrefix(a.Headline, "carrier/"); ok {
		set, what = q.g.carries[q.position(name)], variantOf(name)
	}
	lines := []string{}
	if q.own().tests[max(0, q.position(strings.TrimPrefix(a.Headline, "carrier/")))] == found && a.Headline != risk.AnyGene {
		lines = append(lines, fmt.Sprintf("%s was found in the person asked about.", risk.Sentence(what)))
	} else {
		steps, err := q.steps(set, what)
		if err != nil {
			return nil, err
		}
		lines = append(lines, steps...)
		lines = append(lines, q.ownYears(set, what)...)
	}
	lines = append(lines, q.weighed(set, what)...)
	if q.vague() {
		lines = append(lines, "Vague facts were averaged over everything that they can mean together; the range is over all of it.")
	}
	return lines, nil
}

// share is the part of weights that belongs to a set.
func share(weights []float64, set []bool) float64 {
	part, whole := 0.0, 0.0
	for s, w := range weights {
		whole += w
		if set[s] {
			part += w
		}
	}
	return part / whole
}

// steps walks from nothing known to everything known of the others.
func (q *question) steps(set []bool, what string) ([]string, error) {
	nothing := q.tree.nothing
	if q.founders != nil {
		var err error
		if nothing, err = q.tree.solve(q.founders, make([][]float64, len(q.data))); err != nil {
			return nil, err
		}
	}
	focus := nothing.Toward(q.at(q.subject))
	now := share(focus.Joint(), set)
	people := "people"
	if q.ashkenazi {
		people = "people of the ancestry recorded here"
	}
	lines := []string{fmt.Sprintf("About 1 in %s %s carry %s: %s.", roughly(1/now), people, what, fine(now))}
	step := func(facts string, next float64) {
		factor := fmt.Sprintf("%.4g", odds(next)/odds(now))
		if now = next; factor == "1" {
			lines = append(lines, fmt.Sprintf("%s: no more than that, still %s.", facts, fine(next)))
			return
		}
		lines = append(lines, fmt.Sprintf("%s: the odds × %s, to %s.", facts, factor, fine(next)))
	}
	telling := q.telling()
	printed := map[int]bool{q.subject: true}
	for _, i := range telling[:min(len(telling), printedRelatives)] {
		printed[i] = true
		focus.Set(q.at(i), q.data[i])
		step(fmt.Sprintf("%s, %s", risk.Sentence(q.c.Words(q.id(i))), risk.List(q.facts(i, false))), share(focus.Joint(), set))
	}
	if rest := q.rest(printed, max(0, len(telling)-printedRelatives)); len(rest) > 0 {
		step(risk.Sentence(risk.List(rest)), share(q.others, set))
	}
	return append(lines, q.parents(set, now)...), nil
}

// rest says in words whose facts have no line of their own.
func (q *question) rest(printed map[int]bool, telling int) []string {
	blood, married := 0, 0
	for i, v := range q.data {
		switch {
		case v == nil || printed[i]:
		case q.c.IsBlood(q.id(i)):
			blood++
		default:
			married++
		}
	}
	var words []string
	if telling > 0 {
		words = append(words, fmt.Sprintf("what is known of %d more %s with a cancer or a result", telling, risk.Plural(telling, "relative", "relatives")))
	}
	if blood -= telling; blood > 0 {
		words = append(words, fmt.Sprintf("the years that %d other %s without these cancers", blood, risk.Plural(blood, "relative lived", "relatives lived")))
	}
	if married > 0 {
		words = append(words, fmt.Sprintf("what is known of %d %s by marriage", married, risk.Plural(married, "relative", "relatives")))
	}
	return words
}

// roughly is a count with two digits that mean something: "780".
func roughly(n float64) string {
	unit := math.Pow(10, max(0, math.Floor(math.Log10(n))-1))
	return fmt.Sprintf("%.0f", math.Round(n/unit)*unit)
}

func odds(p float64) float64 { return p / (1 - p) }

// twice is the chance beyond half of a parent's from which it is said why.
const twice = 0.001

// parents says the same by way of the parents, each of whom passes on one of two copies.
func (q *question) parents(set []bool, now float64) []string {
	p, index := q.c.Subject, q.c.Family.Index()
	neither := 1.0
	var words, terms []string
	for _, parent := range []struct {
		word string
		id   pedigree.ID
	}{{"mother", p.EggParent()}, {"father", p.SpermParent()}} {
		i, ok := index[parent.id]
		if !ok || parent.id == "" {
			return nil
		}
		if q.at(i) < 0 {
			return nil
		}
		of := q.solution.Toward(q.at(i)).Instead(q.at(q.subject), nil)
		passes := q.passes(of, set)
		neither *= 1 - passes
		both := ""
		if passes > share(of, set)/2+twice {
			both = " (over half, as both copies may have one)"
		}
		words = append(words, fmt.Sprintf("the %s carries with %s and passes it on with %s%s", parent.word, fine(share(of, set)), fine(passes), both))
		terms = append(terms, fmt.Sprintf("(1 - %s)", fine(passes)))
	}
	if !near(1-neither, now) {
		return nil // both parents may carry, or children of the subject say more
	}
	return []string{fmt.Sprintf("Another way to see it: %s: 1 - %s = %s.", strings.Join(words, ", "), strings.Join(terms, " × "), fine(1-neither))}
}

// passes is the chance that somebody with these weights of genotypes passes on one of the genes of the set.
func (q *question) passes(weights []float64, set []bool) float64 {
	part, whole := 0.0, 0.0
	for s, w := range weights {
		whole += w
		if !set[s] {
			continue
		}
		none := 1.0
		for g := range q.genes {
			if one := q.g.alone[g]; set[one] {
				none *= 1 - float64(q.g.Copies(s, g))/2
			}
		}
		part += w * (1 - none)
	}
	return part / whole
}

// near reports two chances that print alike.
func near(a, b float64) bool { return a-b < 0.00005 && b-a < 0.00005 }

// ownYears prints what is known of the subject leaves of the chance.
func (q *question) ownYears(set []bool, what string) []string {
	o := q.ownership(q.own(), q.g.rows(q.own()))
	readings := 0.0
	for _, r := range o.rows {
		readings += r.readings
	}
	if readings == 0 || q.vector(q.own()) == nil {
		return nil
	}
	before := share(q.others, set)
	chance := func(set []bool) float64 {
		return product(only(q.others, set), o.whole) / product(only(q.others, set), ones(len(o.whole))) / readings
	}
	with, without := chance(set), chance(not(set))
	after := before * with / (before*with + (1-before)*without)
	facts, verb := q.ownFacts()
	return []string{fmt.Sprintf("%s %s a chance of %s with %s and of %s without: %s × %s against %s × %s leaves %s.",
		risk.Sentence(facts), verb, fine(with), what, fine(without), fine(before), fine(with), fine(1-before), fine(without), fine(after))}
}

// fine is a chance in the working: with two decimals, or with as many digits as a small one needs.
func fine(p float64) string {
	if p > 0 && p < 0.01 {
		return fmt.Sprintf("%.3g%%", 100*p)
	}
	return risk.Fine(p)
}

// ownFacts says what is known of the subject, and the verb that goes with it.
func (q *question) ownFacts() (words, verb string) {
	facts := q.facts(q.subject, false)
	var free []string
	for k, s := range q.own().cancers {
		if s.course == without {
			free = append(free, q.cancers[k].Words)
		}
	}
	if len(free) > 0 {
		none := "no " + oneOf(free)
		if q.own().aged {
			none = "reaching " + years(q.own().reached) + " without " + oneOf(free)
		}
		facts = append(facts, none)
	}
	if len(facts) > 1 {
		return risk.List(facts), "have together"
	}
	return risk.List(facts), "has"
}

// oneOf joins cancers: "breast, ovarian or pancreatic cancer".
func oneOf(cancers []string) string {
	last := len(cancers) - 1
	if last == 0 {
		return cancers[0]
	}
	var short []string
	for _, c := range cancers[:last] {
		short = append(short, strings.TrimSuffix(c, " cancer"))
	}
	return strings.Join(short, ", ") + " or " + cancers[last]
}

// weighed prints each cancer's risk as that of carriers and of others, weighed with the chance of carrying.
func (q *question) weighed(set []bool, what string) []string {
	cancers, _ := q.open(q.own())
	if len(cancers) == 0 {
		return nil
	}
	o := q.ownership(q.own(), q.g.rows(q.own()))
	carries := fraction{part: only(o.whole, set), whole: o.whole}
	p := carries.of(q.others)
	var lines []string
	for _, i := range cancers {
		f := fraction{part: q.until(&o, i, by(q.lastAge), false), whole: o.whole}
		with := f.within(set).of(q.others)
		line := fmt.Sprintf("%s between now (%s) and %d: %s with %s", risk.Sentence(q.cancers[i].Words), years(q.own().reached), q.lastAge, risk.Fine(with), what)
		if p < 1 {
			without := f.within(not(set)).of(q.others)
			line += fmt.Sprintf(" and %s without: %s × %s + %s × %s = %s", risk.Fine(without),
				risk.Fine(p), risk.Fine(with), risk.Fine(1-p), risk.Fine(without), risk.Fine(f.of(q.others)))
		}
		lines = append(lines, line+".")
	}
	return lines
}

// vague reports a fact with several readings.
func (q *question) vague() bool {
	for i := range q.histories {
		if (i == q.subject || q.data[i] != nil) && q.g.count(&q.histories[i], 1) > 1 {
			return true
		}
	}
	return false
}
