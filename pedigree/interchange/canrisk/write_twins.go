package canrisk

import (
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/roster"
)

// markTwins marks the pairs of identical twins that CanRisk can hold, and lists the other sets.
func (w *writer) markTwins(entries []roster.Entry, lines [][]string) {
	at := map[pedigree.ID]int{}
	for i, e := range entries {
		if e.Person != nil {
			at[e.Person.ID] = i
		}
	}
	marked := 0
	for i := range w.family.Twins {
		set := &w.family.Twins[i]
		var pair []int
		for _, id := range set.Members {
			if line, ok := at[id]; ok {
				pair = append(pair, line)
			}
		}
		why := ""
		switch {
		case set.Zygosity != pedigree.Monozygotic:
			why = "CanRisk holds identical twins only"
		case len(set.Members) != 2:
			why = "CanRisk holds pairs only"
		case len(pair) != 2:
			why = "one of them is left out"
		case lines[pair[0]][mzTwin] != "0" || lines[pair[1]][mzTwin] != "0":
			why = "one of them is in another pair"
		case marked == len(twinMarks):
			why = "CanRisk holds ten pairs"
		default:
			why = linesDiffer(lines[pair[0]], lines[pair[1]])
		}
		if why != "" {
			w.notes.Add(listing.Dropped, "", 0, "the twins %s (%s): %s", roster.IDs(set.Members), set.Zygosity, why)
			continue
		}
		mark := twinMarks[marked : marked+1]
		lines[pair[0]][mzTwin], lines[pair[1]][mzTwin] = mark, mark
		marked++
	}
}

// linesDiffer says why CanRisk would refuse two people as identical twins, or "".
func linesDiffer(one, other []string) string {
	for _, same := range []struct {
		column int
		what   string
	}{{fathID, "parents"}, {mothID, "parents"}, {sex, "sexes"}, {yob, "years of birth"}} {
		if one[same.column] != other[same.column] {
			return "they are written with different " + same.what
		}
	}
	if one[dead] == "0" && other[dead] == "0" && one[age] != other[age] {
		return "they are written with different ages"
	}
	for i, gene := range canRisk4.genes {
		_, a, _ := strings.Cut(one[fixedColumns+i], ":")
		_, b, _ := strings.Cut(other[fixedColumns+i], ":")
		if a != "0" && b != "0" && a != b {
			return "their results of " + gene + " differ"
		}
	}
	return ""
}
