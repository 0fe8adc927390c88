package interview

import (
	"strings"

	"kindred/pedigree"
)

// Needs lists the questions that belong to a person's place in the family: everything about the
// patient; about blood relatives whether they live, their age and any cancer; also gene tests and
// operations where there was a cancer; brothers and sisters of the patient and of the parents; children
// of the patient, of brothers and sisters, and of the parents' brothers and sisters; and ancestry of
// the grandparents. A partner is asked about nothing, and a pregnancy or a loss neither.
func (h *History) Needs(id pedigree.ID) []pedigree.Question {
	p := h.person(id)
	switch {
	case p == nil || p.Pregnancy != nil:
		return nil
	case id == h.Subject:
		return Questions
	case h.sides[id] == pedigree.NoSide:
		return nil
	}
	r := h.steps[h.walk.index[id]]
	needs := []pedigree.Question{AskedAlive, AskedAge, pedigree.AskedCancer}
	if len(p.Diagnoses) > 0 {
		needs = append(needs, pedigree.AskedTests, pedigree.AskedSurgery)
	}
	if r.up == 1 && r.down == 0 {
		needs = append(needs, pedigree.AskedSiblings)
	}
	if r.down == 1 && r.up <= 2 && r.up > 0 && !p.IsGroup() {
		needs = append(needs, pedigree.AskedChildren)
	}
	if r.up == 2 && r.down == 0 {
		needs = append(needs, pedigree.AskedAncestry)
	}
	return needs
}

// Gap is a row of the history with what nobody has asked about it.
type Gap struct {
	Row
	NotAsked []pedigree.Question
}

// Words are the questions as a list: "alive or dead, age, cancer".
func (g Gap) Words() string {
	words := make([]string, len(g.NotAsked))
	for i, q := range g.NotAsked {
		words[i] = string(q)
	}
	return strings.Join(words, ", ")
}

// Gaps lists the rows of which something was not asked, in the order of the talk: the first is what to
// ask next.
func (h *History) Gaps() []Gap {
	var gaps []Gap
	for _, row := range h.Rows {
		g := Gap{Row: row}
		for _, q := range h.Needs(row.ID) {
			if h.Answer(row.ID, q) == pedigree.NotAsked {
				g.NotAsked = append(g.NotAsked, q)
			}
		}
		if len(g.NotAsked) > 0 {
			gaps = append(gaps, g)
		}
	}
	return gaps
}
