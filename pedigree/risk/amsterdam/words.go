package amsterdam

import (
	"fmt"

	"kindred/pedigree/risk"
	"kindred/pedigree/risk/criteria"
)

// because says what one set comes to, by whom or for want of what.
func (m *Model) because(v *criteria.View, g *groups, x exclusion) string {
	level := g.level()
	if x.level > criteria.Open && level > criteria.No {
		return fmt.Sprintf("not met, because familial adenomatous polyposis must be excluded and %s is recorded (%s). The cancers alone would meet it.", x.what, v.Words(v.At(x.who).ID))
	}
	if level == criteria.No {
		return "not met: " + m.fails(g, criteria.Open) + "."
	}
	if level == criteria.Open {
		return "cannot tell: what is certain does not meet it (" + m.fails(g, criteria.Reported) + "), and it could be met. Open are facts of " + m.opens(v, g) + "."
	}
	if x.level == criteria.Open {
		return fmt.Sprintf("cannot tell: the cancers meet it, but possible familial adenomatous polyposis (%s) would exclude it.", v.Words(v.At(x.who).ID))
	}
	met := "met"
	if level == criteria.Reported {
		met = "met, if all diagnoses counted are confirmed"
	}
	return met + ": " + m.joined(v, g, g.at(level), level) + "."
}

// joined names the group of the relative nearest to the subject: who joins whom, and who was young.
func (m *Model) joined(v *criteria.View, g *groups, met []group, level criteria.Level) string {
	x := met[0]
	for _, other := range met[1:] {
		if len(other.kin) > len(x.kin) {
			x = other
		}
	}
	var kin, young []criteria.Evidence
	for _, link := range x.kin {
		kin = append(kin, g.evidence(link.To))
	}
	for _, i := range append([]int{x.apex}, positions(x.kin)...) {
		if g.young[i] >= level {
			young = append(young, criteria.Evidence{Person: i})
		}
	}
	return fmt.Sprintf("%s is a first-degree relative of %s; two generations; below %d: %s",
		v.Named(g.evidence(x.apex)), v.NamedAll(kin), m.OneBelow, v.NamedAll(young))
}

func positions(links []criteria.Link) []int {
	var all []int
	for _, link := range links {
		all = append(all, link.To)
	}
	return all
}

// opens says which facts of the people who could meet the criteria are open.
func (m *Model) opens(v *criteria.View, g *groups) string {
	var open []criteria.Evidence
	for _, e := range g.counted() {
		var doubts []criteria.Match
		within := v.Matches(v.At(e.Person), &m.Sets[g.set].Tumour, criteria.Limit{Below: m.OneBelow})
		for _, match := range append(e.Matches, within...) {
			if match.Level == criteria.Open && !known(doubts, match) {
				doubts = append(doubts, match)
			}
		}
		if len(doubts) > 0 {
			open = append(open, criteria.Evidence{Person: e.Person, Matches: doubts})
		}
	}
	return v.Doubtful(open)
}

// known reports a diagnosis that is listed already.
func known(all []criteria.Match, m criteria.Match) bool {
	for _, other := range all {
		if other.Diagnosis == m.Diagnosis {
			return true
		}
	}
	return false
}

// fails is the first thing asked for that the affected do not have, at a level.
func (m *Model) fails(g *groups, level criteria.Level) string {
	most, spans, young, people := 0, false, false, 0
	for _, apex := range g.order {
		if g.affected[apex] < level {
			continue
		}
		people++
		x := g.around(apex, level)
		most = max(most, len(x.kin)+1)
		if len(x.kin)+1 >= m.People {
			spans = spans || x.spansGenerations()
			young = young || x.spansGenerations() && g.hasYoung(x, level)
		}
	}
	switch {
	case people == 0:
		return "nobody with such a cancer is recorded"
	case people < m.People && level == criteria.Open && people > g.certain():
		return fmt.Sprintf("at most %d with such a cancer, of the %d asked for", people, m.People)
	case people < m.People:
		return fmt.Sprintf("%d with such a cancer, of the %d asked for", people, m.People)
	case most < m.People:
		return fmt.Sprintf("no affected relative is a first-degree relative of %d others", m.People-1)
	case !spans:
		return "those joined are of one generation"
	case !young:
		return fmt.Sprintf("none of those joined was diagnosed below %d", m.OneBelow)
	}
	return "no three of them meet all of it"
}

// working lists the affected and each thing asked for.
func (m *Model) working(v *criteria.View, g *groups, x exclusion) []string {
	var lines []string
	for _, i := range g.order {
		kin := g.around(i, criteria.Open)
		lines = append(lines, fmt.Sprintf("%s: %d affected first-degree %s.", risk.Sentence(v.Named(g.evidence(i))), len(kin.kin), risk.Plural(len(kin.kin), "relative", "relatives")))
	}
	if len(g.order) == 0 {
		return nil
	}
	count := func(level criteria.Level) (joined, spans, young int) {
		for _, i := range g.order {
			if x := g.around(i, level); g.affected[i] >= level && len(x.kin)+1 >= m.People {
				joined++
				if x.spansGenerations() {
					spans++
					if g.hasYoung(x, level) {
						young++
					}
				}
			}
		}
		return joined, spans, young
	}
	joined, spans, young := count(criteria.Reported)
	yes := func(n int) string {
		if n > 0 {
			return "yes"
		}
		return "no"
	}
	lines = append(lines,
		fmt.Sprintf("As reported, one is a first-degree relative of %d others: %s.", m.People-1, yes(joined)),
		"With two successive generations: "+yes(spans)+".",
		fmt.Sprintf("With a diagnosis below %d: %s.", m.OneBelow, yes(young)))
	if x.level == criteria.No {
		return append(lines, "No familial adenomatous polyposis and no APC variant is recorded.")
	}
	return append(lines, fmt.Sprintf("Recorded, and to be excluded: %s (%s).", x.what, v.Words(v.At(x.who).ID)))
}
