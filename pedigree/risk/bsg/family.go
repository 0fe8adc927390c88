package bsg

import (
	"fmt"

	"kindred/pedigree/risk"
	"kindred/pedigree/risk/criteria"
)

// ofFamily is the category by the family table: what is certain and what is possible must agree.
func (m *Model) ofFamily(v *criteria.View) risk.Assessment {
	sure, most := m.kinshipAt(v, criteria.Reported, nil), m.kinshipAt(v, criteria.Open, nil)
	category, possible := m.category(sure), m.category(most)
	a := risk.Assessment{Status: risk.OK, Category: category}
	a.Counted = v.IDs(m.evidence(v, sure.members, criteria.Limit{}))
	a.Working = m.working(v, sure)
	if possible != category {
		a.Status, a.Category = risk.CannotTell, criteria.CannotTell
		a.Because = []string{
			fmt.Sprintf("Cannot tell: %s on what is certain, and it could be %s. Open are facts of %s.", category, possible, v.Doubtful(m.open(v, most))),
		}
		a.Counted = v.IDs(m.evidence(v, most.members, criteria.Limit{}))
		a.Surveillance = []string{m.line(v, m.Categories[category], category+" risk"), m.line(v, m.Categories[possible], possible+" risk")}
		return a
	}
	a.Because = []string{m.reason(v, sure, category)}
	if other, apart := m.oneSide(v, criteria.Reported); apart {
		a.Because = append(a.Because, fmt.Sprintf("Not all those counted are first-degree relatives of each other: only the person asked about joins them. Counted side by side it would be %s.", other))
	}
	if unconfirmed := m.unconfirmed(v, sure, category); unconfirmed != "" {
		a.Because = append(a.Because, unconfirmed)
	}
	a.Surveillance = []string{m.line(v, m.Categories[category], category+" risk")}
	return a
}

// reason says who was counted, and what that makes.
func (m *Model) reason(v *criteria.View, k kinship, category string) string {
	counted := m.evidence(v, k.members, criteria.Limit{})
	switch {
	case category == high:
		return fmt.Sprintf("High: %d relatives with colorectal cancer in a first-degree kinship, in %d generations: %s.", len(counted), k.generations, v.NamedAll(counted))
	case category == moderate && k.young:
		return fmt.Sprintf("Moderate: a first-degree relative with colorectal cancer below %d: %s.", m.YoungBelow, v.NamedAll(m.youngOnes(v)))
	case category == moderate:
		return fmt.Sprintf("Moderate: %d relatives with colorectal cancer in a first-degree kinship: %s.", len(counted), v.NamedAll(counted))
	case len(counted) > 0:
		return fmt.Sprintf("Average: the one relative counted was not below %d: %s.", m.YoungBelow, v.NamedAll(counted))
	}
	if len(m.affected(v)) == 0 {
		return "Average: no relative with colorectal cancer is recorded."
	}
	return "Average: no relative with colorectal cancer is a first-degree relative, or joined to one through affected relatives."
}

// youngOnes are the first-degree relatives who were certainly below the age.
func (m *Model) youngOnes(v *criteria.View) []criteria.Evidence {
	var young []criteria.Evidence
	limit := criteria.Limit{Below: m.YoungBelow}
	for _, link := range v.FirstDegree(v.SubjectAt()) {
		if v.Most(v.At(link.To), &m.Tumour, limit) >= criteria.Reported {
			young = append(young, m.evidence(v, []int{link.To}, limit)...)
		}
	}
	return young
}

// evidence is people with their colorectal cancers.
func (m *Model) evidence(v *criteria.View, people []int, l criteria.Limit) []criteria.Evidence {
	var all []criteria.Evidence
	for _, i := range people {
		all = append(all, criteria.Evidence{Person: i, Matches: v.Matches(v.At(i), &m.Tumour, l)})
	}
	return all
}

// open are the facts of the people who could be counted that are open: the cancer, or of a first-degree
// relative the age.
func (m *Model) open(v *criteria.View, k kinship) []criteria.Evidence {
	var open []criteria.Evidence
	for _, i := range k.members {
		limit := criteria.Limit{}
		if v.Relation(v.At(i).ID).Degree == 1 {
			limit.Below = m.YoungBelow
		}
		var doubts []criteria.Match
		for _, match := range append(v.Matches(v.At(i), &m.Tumour, criteria.Limit{}), v.Matches(v.At(i), &m.Tumour, limit)...) {
			known := false
			for _, d := range doubts {
				known = known || d.Diagnosis == match.Diagnosis
			}
			if match.Level == criteria.Open && !known {
				doubts = append(doubts, match)
			}
		}
		if len(doubts) > 0 {
			open = append(open, criteria.Evidence{Person: i, Matches: doubts})
		}
	}
	return open
}

// unconfirmed says that the category needs cancers that are not confirmed; "" where it does not.
func (m *Model) unconfirmed(v *criteria.View, sure kinship, category string) string {
	confirmed := m.category(m.kinshipAt(v, criteria.Confirmed, nil))
	if confirmed == category || len(sure.members) == 0 {
		return ""
	}
	return fmt.Sprintf("Not all the cancers counted are confirmed: on those that are, it would be %s.", confirmed)
}

// affected is every blood relative who has, or may have, had colorectal cancer.
func (m *Model) affected(v *criteria.View) []criteria.Evidence {
	var all []criteria.Evidence
	for _, i := range v.Affected() {
		if matches := v.Matches(v.At(i), &m.Tumour, criteria.Limit{}); len(matches) > 0 && v.At(i).ID != v.Subject.ID {
			all = append(all, criteria.Evidence{Person: i, Matches: matches})
		}
	}
	return all
}

// working lists every blood relative with colorectal cancer and whether it was counted.
func (m *Model) working(v *criteria.View, k kinship) []string {
	in := map[int]bool{}
	for _, i := range k.members {
		in[i] = true
	}
	var lines []string
	for _, e := range m.affected(v) {
		line := risk.Sentence(v.Named(e)) + ": "
		switch {
		case in[e.Person]:
			line += "counted."
		case v.Most(v.At(e.Person), &m.Tumour, criteria.Limit{}) == criteria.Open:
			line += "not counted for certain."
		default:
			line += "not counted, not joined by affected first-degree relatives."
		}
		lines = append(lines, line)
	}
	if len(lines) == 0 {
		return nil
	}
	return append(lines, fmt.Sprintf("Counted: %d, in %d %s.", len(k.members), k.generations, risk.Plural(k.generations, "generation", "generations")))
}

// line is a scheme with its source, and what it means at the age of the person asked about.
func (m *Model) line(v *criteria.View, s scheme, of string) string {
	line := fmt.Sprintf("%s: %s (%s).", risk.Sentence(of), s.Words, m.Short)
	age, ok := v.Age(v.Subject)
	switch {
	case !ok || v.Subject.IsDeceased():
	case s.Once && age.Low > s.From:
		line += fmt.Sprintf(" The age of %d has passed: whether to offer it now is for the clinic.", s.From)
	case s.From > 0 && age.High < s.From:
		line += fmt.Sprintf(" The person asked about is not yet %d.", s.From)
	case s.To > 0 && age.Low > s.To:
		line += fmt.Sprintf(" It ends at %d, which has passed.", s.To)
	}
	return line
}
