package amsterdam

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk/criteria"
)

// exclusion is how far familial adenomatous polyposis is known in the family.
type exclusion struct {
	level criteria.Level // Reported and above: known; Open: possible
	who   int
	what  string // "an APC variant"
}

// excluded looks for a germline variant or a diagnosis that the criteria exclude.
func (m *Model) excluded(v *criteria.View) exclusion {
	x := exclusion{who: -1}
	note := func(level criteria.Level, who int, what string) {
		if level > x.level {
			x = exclusion{level, who, what}
		}
	}
	for _, i := range v.Kindred() {
		p := v.At(i)
		for k := range p.GeneTests {
			if t := &p.GeneTests[k]; t.GermlinePositive() && slices.Contains(m.Excluded.Genes, t.Gene) {
				level := criteria.Reported
				if t.ReportSeen == pedigree.Yes {
					level = criteria.Confirmed
				}
				note(level, i, "a variant in "+t.Gene)
			}
		}
		for _, match := range v.Matches(p, &m.Excluded.Tumour, criteria.Limit{}) {
			if match.Diagnosis != nil && m.Excluded.Is(match.Diagnosis.Site) {
				note(match.Level, i, string(match.Diagnosis.Site))
			}
		}
	}
	return x
}

// cap is the level of the criteria in view of the exclusion: known polyposis leaves nothing, possible
// polyposis leaves them open.
func (x exclusion) cap(level criteria.Level) criteria.Level {
	switch {
	case x.level >= criteria.Reported:
		return criteria.No
	case x.level == criteria.Open:
		return min(level, criteria.Open)
	}
	return level
}
