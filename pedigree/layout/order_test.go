package layout

import (
	"testing"

	"kindred/pedigree"
	"pgregory.net/rapid"
)

// symbols are the first nodes of everybody.
func symbols(l *Layout) map[pedigree.ID]Node {
	first := map[pedigree.ID]Node{}
	for _, n := range l.Nodes {
		if !n.Duplicate {
			first[n.ID] = n
		}
	}
	return first
}

func TestLargeFamiliesAreDrawnWholeSoundAndTheSameEveryTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFamily(t, 400)
		l := Arrange(f, Options{})
		if faults := check(f, l); len(faults) > 0 {
			t.Fatal(faults)
		}
		for i, n := range Arrange(f.Clone(), Options{}).Nodes {
			if n != l.Nodes[i] {
				t.Fatalf("%s stands at %v, and the second time at %v", n.ID, l.Nodes[i], n)
			}
		}
	})
}

// A multiple birth interleaved in the file stands together, which is the order the graph has it in.
func TestStrictBirthOrderHoldsInAnyFamily(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFamily(t, 60)
		at := symbols(Arrange(f, Options{StrictBirthOrder: true}))
		g := build(f)
		for _, m := range g.matings {
			last := map[int]Node{} // of a row: the last of this sibship so far
			for _, k := range m.kids {
				n := at[g.nodes[k].id]
				if before, ok := last[n.Generation]; ok && before.X > n.X && g.nodes[k].home >= 0 && len(homes(g, m.kids)) == 1 {
					t.Fatalf("%s stands left of the elder %s", n.ID, before.ID)
				}
				last[n.Generation] = n
			}
		}
	})
}

// homes are the matings that the kids are drawn under.
func homes(g *graph, kids []int) map[int]bool {
	h := map[int]bool{}
	for _, k := range kids {
		h[g.nodes[k].home] = true
	}
	return h
}

func TestKnownBirthsAreNeverInvertedWithinASibship(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFamily(t, 60)
		twin := map[pedigree.ID]bool{}
		for _, s := range f.Twins {
			for _, id := range s.Members {
				twin[id] = true
			}
		}
		at := symbols(Arrange(f, Options{}))
		for i := range f.Individuals {
			for j := range f.Individuals {
				p, q := &f.Individuals[i], &f.Individuals[j]
				full := p.Mother != "" && p.Father != "" && p.Mother == q.Mother && p.Father == q.Father
				if !full || twin[p.ID] || twin[q.ID] || !birthOf(p).known() || !birthOf(q).known() || !birthOf(p).before(birthOf(q)) {
					continue
				}
				if a, b := at[p.ID], at[q.ID]; a.Generation == b.Generation && a.X > b.X {
					t.Fatalf("%s, born %d, stands right of %s, born %d", p.ID, birthOf(p).year, q.ID, birthOf(q).year)
				}
			}
		}
	})
}

// Between two of a set there may be a partner of either, as long as there is a place outside no better.
func TestNobodyStandsBetweenTwinsButAPartnerOfEither(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := twinFamily(t)
		l := Arrange(f, Options{})
		rows := map[int][]Node{}
		for _, n := range l.Nodes {
			rows[n.Generation] = append(rows[n.Generation], n)
		}
		partners := map[[2]pedigree.ID]bool{}
		for i := range f.Individuals {
			p := &f.Individuals[i]
			partners[[2]pedigree.ID{p.Father, p.Mother}], partners[[2]pedigree.ID{p.Mother, p.Father}] = true, true
		}
		at := symbols(l)
		for _, set := range f.Twins {
			inSet := map[pedigree.ID]bool{}
			for _, id := range set.Members {
				inSet[id] = true
			}
			for _, a := range set.Members {
				for _, b := range set.Members {
					if at[a].X >= at[b].X {
						continue
					}
					alone, others := true, []pedigree.ID{}
					for _, n := range rows[at[a].Generation] {
						if n.X > at[a].X && n.X < at[b].X {
							alone = alone && !inSet[n.ID]
							others = append(others, n.ID)
						}
					}
					for _, id := range others {
						if alone && !partners[[2]pedigree.ID{id, a}] && !partners[[2]pedigree.ID{id, b}] {
							t.Fatalf("%s stands between %s and %s\n%s", id, a, b, text(l))
						}
					}
				}
			}
		}
	})
}

// twinFamily is a couple with up to seven children, two to four of them of one birth, who marry, some
// into families with parents.
func twinFamily(t *rapid.T) *pedigree.Family {
	f := family(person("dad", male, "", ""), person("mum", female, "", ""))
	n := rapid.IntRange(2, 7).Draw(t, "children")
	size := rapid.IntRange(2, min(4, n)).Draw(t, "of one birth")
	first := rapid.IntRange(0, n-size).Draw(t, "the first")
	var set pedigree.TwinSet
	for i := range n {
		id := pedigree.ID(rune('a' + i))
		f.Individuals = append(f.Individuals, person(id, male, "dad", "mum"))
		if i >= first && i < first+size {
			set.Members = append(set.Members, id)
		}
	}
	for i := range n {
		id := pedigree.ID(rune('a' + i))
		for j := range rapid.IntRange(0, 2).Draw(t, "partners") {
			w := id + "-" + pedigree.ID(rune('v'+j))
			wife := person(w, female, "", "")
			if rapid.IntRange(0, 2).Draw(t, "with parents") == 0 {
				f.Individuals = append(f.Individuals, person(w+"f", male, "", ""), person(w+"m", female, "", ""))
				wife = person(w, female, w+"f", w+"m")
			}
			f.Individuals = append(f.Individuals, wife, person(w+"k", female, id, w))
		}
	}
	f.Twins = []pedigree.TwinSet{set}
	return f
}
