package canrisk

import (
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
)

// twinMarks are the characters that join a pair of identical twins.
const twinMarks = "123456789A"

// readTwins joins the pairs. Twins must be two, with the same parents, sex and year of birth, the
// same age if both live, and no two results that differ.
func (b *block) readTwins(f *pedigree.Family) error {
	members := map[string][]int{}
	var order []string
	for i, r := range b.rows {
		mark := r.cells[mzTwin]
		if mark == "0" {
			continue
		}
		if len(mark) != 1 || !strings.Contains(twinMarks, mark) {
			return listing.Refuse(r.line, f.Individuals[i].ID, "the twin mark is %q: write 0, or one of 1 to 9 and A for both of a pair", listing.Clip(mark))
		}
		if members[mark] == nil {
			order = append(order, mark)
		}
		members[mark] = append(members[mark], i)
	}
	for _, mark := range order {
		pair := members[mark]
		if len(pair) != 2 {
			at := pair[min(2, len(pair)-1)]
			return listing.Refuse(b.rows[at].line, f.Individuals[at].ID, "%d people have the twin mark %s: exactly two must", len(pair), mark)
		}
		one, other := &f.Individuals[pair[0]], &f.Individuals[pair[1]]
		if what := twinsDiffer(one, other); what != "" {
			return listing.Refuse(b.rows[pair[1]].line, other.ID, "identical twins (mark %s) must have the same %s as %s: correct it, or write 0 for both marks", mark, what, one.ID)
		}
		f.Twins = append(f.Twins, pedigree.TwinSet{Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{one.ID, other.ID}})
	}
	return nil
}

// twinsDiffer names what identical twins may not differ in, or "".
func twinsDiffer(one, other *pedigree.Individual) string {
	switch {
	case one.Mother != other.Mother || one.Father != other.Father:
		return "parents"
	case one.Sex != other.Sex:
		return "sex"
	case one.Born != other.Born:
		return "year of birth"
	case !one.IsDeceased() && !other.IsDeceased() && one.Age != other.Age:
		return "age"
	}
	for _, t := range one.GeneTests {
		at := slices.IndexFunc(other.GeneTests, func(o pedigree.GeneTest) bool { return o.Gene == t.Gene })
		if at >= 0 && other.GeneTests[at].Result != t.Result {
			return "result of " + t.Gene
		}
	}
	return ""
}
