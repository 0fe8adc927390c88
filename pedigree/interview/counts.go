package interview

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
)

// SideCount is the primaries on one side of a family.
type SideCount struct {
	Side  CountedSide
	Sites []SiteCount
}

// CountedSide is where a count stands.
type CountedSide string

// The counted sides, in the order in which they are said.
const (
	NearFamily   CountedSide = "patient and both sides" // the patient, descendants, brothers and sisters, their children
	MothersSide  CountedSide = "mother's side"
	FathersSide  CountedSide = "father's side"
	SideNotKnown CountedSide = "side not known" // people whom nothing joins to the patient yet
)

// SiteCount is the primaries of one kind: "breast", "breast in situ", "ovary".
type SiteCount struct {
	What     string
	Certain  int
	Possible int
}

// Counts counts the primaries of the subject's family by side. Refuted diagnoses and secondaries are
// not counted; possible ones are counted apart, and so is disease that is not invasive. A diagnosis of a
// group of three counts three times, one of a group of unknown number once. Polyps and the illnesses of
// relatives by marriage are not counted. Mother's and father's side are always there, the other two
// only when they have something.
func Counts(f *pedigree.Family, subject pedigree.ID) []SideCount {
	tally := map[CountedSide]map[string]*SiteCount{}
	sides, joined := f.SidesOf(subject), f.Joined(subject)
	for i := range f.Individuals {
		p := &f.Individuals[i]
		side, counted := countedSide(sides[p.ID], joined[p.ID])
		if !counted {
			continue
		}
		for j := range p.Diagnoses {
			d := &p.Diagnoses[j]
			if !d.Counts() || d.Site == pedigree.Polyps {
				continue
			}
			if tally[side] == nil {
				tally[side] = map[string]*SiteCount{}
			}
			what := countedAs(d)
			if tally[side][what] == nil {
				tally[side][what] = &SiteCount{What: what}
			}
			if d.Certainty == pedigree.Possible {
				tally[side][what].Possible += max(1, p.Count)
			} else {
				tally[side][what].Certain += max(1, p.Count)
			}
		}
	}
	var counts []SideCount
	for _, side := range []CountedSide{NearFamily, MothersSide, FathersSide, SideNotKnown} {
		c := SideCount{Side: side}
		for _, n := range tally[side] {
			c.Sites = append(c.Sites, *n)
		}
		slices.SortFunc(c.Sites, func(a, b SiteCount) int {
			if byRank := rank(a.What) - rank(b.What); byRank != 0 {
				return byRank
			}
			return strings.Compare(a.What, b.What)
		})
		if len(c.Sites) > 0 || side == MothersSide || side == FathersSide {
			counts = append(counts, c)
		}
	}
	return counts
}

func countedSide(lineage pedigree.Lineage, joined bool) (CountedSide, bool) {
	switch lineage {
	case pedigree.OwnLine, pedigree.BothSides:
		return NearFamily, true
	case pedigree.Maternal:
		return MothersSide, true
	case pedigree.Paternal:
		return FathersSide, true
	}
	return SideNotKnown, !joined
}

func countedAs(d *pedigree.Diagnosis) string {
	switch d.Behaviour {
	case pedigree.InSitu:
		return string(d.Site) + " in situ"
	case pedigree.Borderline:
		return "borderline " + string(d.Site)
	}
	return string(d.Site)
}

// rank is the place of a site in the lists of the clinic; sites by their own name come last.
func rank(what string) int {
	what = strings.TrimPrefix(strings.TrimSuffix(what, " in situ"), "borderline ")
	if at := slices.Index(pedigree.Sites, pedigree.Site(what)); at >= 0 {
		return at
	}
	return len(pedigree.Sites)
}

// Words say one side: "mother's side: 3 breast, 1 possible ovary", "father's side: none recorded".
func (c SideCount) Words() string {
	var parts []string
	for _, n := range c.Sites {
		if n.Certain > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n.Certain, n.What))
		}
		if n.Possible > 0 {
			parts = append(parts, fmt.Sprintf("%d possible %s", n.Possible, n.What))
		}
	}
	if len(parts) == 0 {
		parts = []string{"none recorded"}
	}
	return string(c.Side) + ": " + strings.Join(parts, ", ")
}

// CountsInWords says all sides in one line.
func CountsInWords(counts []SideCount) string {
	words := make([]string, len(counts))
	for i, c := range counts {
		words[i] = c.Words()
	}
	return strings.Join(words, "; ")
}
