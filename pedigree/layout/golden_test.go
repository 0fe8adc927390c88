package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kindred/internal/golden"
	"kindred/pedigree"
)

// text writes a layout as a reader would say it: each row from left to right, then the lines.
func text(l *Layout) string {
	var b strings.Builder
	for r := 0; ; r++ {
		var row []Node
		for _, n := range l.Nodes {
			if n.Generation == r {
				row = append(row, n)
			}
		}
		if row == nil {
			break
		}
		slices.SortFunc(row, func(a, b Node) int { return cmpFloat(a.X, b.X) })
		fmt.Fprintf(&b, "row %d:", r)
		for _, n := range row {
			again := ""
			if n.Duplicate {
				again = " again"
			}
			fmt.Fprintf(&b, "  %s%s %.1f", n.ID, again, n.X)
		}
		b.WriteByte('\n')
	}
	for _, u := range l.Unions {
		fmt.Fprintf(&b, "couple %s %s\n", l.Nodes[u[0]].ID, l.Nodes[u[1]].ID)
	}
	for _, s := range l.Sibships {
		fmt.Fprintf(&b, "from %s and %s at %.1f, track %d:", l.Nodes[s.Parents[0]].ID, l.Nodes[s.Parents[1]].ID, s.DropX, s.Track)
		for j, c := range s.Children {
			fmt.Fprintf(&b, " %s", l.Nodes[c].ID)
			if s.Kinds != nil && s.Kinds[j] != "" {
				fmt.Fprintf(&b, " (%s)", s.Kinds[j])
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestFamiliesOfTheClinicAreDrawnAsBefore(t *testing.T) {
	cousins := family(
		person("gf", male, "", ""), person("gm", female, "", ""),
		person("uncle", male, "gf", "gm"), person("aunt", female, "", ""),
		person("mother", female, "gf", "gm"), person("father", male, "", ""),
		person("he", male, "uncle", "aunt"), person("his sister", female, "uncle", "aunt"),
		person("she", female, "father", "mother"), person("her brother", male, "father", "mother"),
		person("child", female, "he", "she"))
	wives := family(
		person("f", male, "", ""), person("m", female, "", ""), person("he", male, "f", "m"), person("his brother", male, "f", "m"),
		person("w1", female, "", ""), person("w2", female, "", ""), person("w3", female, "", ""),
		person("a", male, "he", "w1"), person("b", female, "he", "w2"), person("c", female, "he", "w3"))
	twins := family(
		person("f", male, "", ""), person("m", female, "", ""),
		person("elder", female, "f", "m"), person("t1", male, "f", "m"), person("between", female, "f", "m"), person("t2", male, "f", "m"),
		person("w", female, "", ""), person("c", male, "t1", "w"))
	twins.Twins = []pedigree.TwinSet{{Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{"t1", "t2"}}}
	donor := family(person("mother", female, "", ""), person("partner", female, "", ""), person("donor", male, "", ""), person("child", female, "", "mother"), person("adopted", male, "", ""))
	donor.Individuals[3].OtherParents = []pedigree.ParentLink{{ID: "donor", Kind: pedigree.DonorSperm}, {ID: "partner", Kind: pedigree.Adoptive}}
	donor.Individuals[4].OtherParents = []pedigree.ParentLink{{ID: "mother", Kind: pedigree.Adoptive}, {ID: "partner", Kind: pedigree.Adoptive}}
	donor.Unions = []pedigree.Union{{Partners: []pedigree.ID{"mother", "partner"}}}
	inLaws := family(
		person("gf", male, "", ""), person("gm", female, "", ""), person("a", female, "gf", "gm"), person("b", male, "gf", "gm"), person("c", female, "gf", "gm"),
		person("wf", male, "", ""), person("wm", female, "", ""), person("w1", female, "wf", "wm"), person("w", female, "wf", "wm"), person("w3", male, "wf", "wm"),
		person("child", male, "b", "w"), person("alone", female, "", ""))
	for name, f := range map[string]*pedigree.Family{
		"first-cousins": cousins, "three-wives": wives, "twins": twins, "donor-and-adoption": donor, "in-laws": inLaws, "sixty-people": clinicFamily(60),
	} {
		t.Run(name, func(t *testing.T) {
			golden.Assert(t, "testdata/"+name+".golden", []byte(text(Arrange(f, Options{}))))
		})
	}
}
