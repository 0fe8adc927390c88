package pages_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/draw/pages"
	"kindred/pedigree/layout"
)

// kin is who of a drawing belongs together, by the ids of their symbols. It comes from the layout, so
// that it knows nothing of how the pages are made.
type kin struct {
	couples  [][2]string
	sibships [][]string
	parents  [][2]string // of each sibship
}

func kinOf(l *layout.Layout) kin {
	symbols := make([]string, len(l.Nodes))
	seen := map[string]int{}
	for i, n := range l.Nodes {
		symbols[i] = "ind:" + string(n.ID)
		if seen[symbols[i]]++; seen[symbols[i]] > 1 {
			symbols[i] += fmt.Sprintf("#%d", seen["ind:"+string(n.ID)])
		}
		symbols[i] += "/symbol"
	}
	var k kin
	for _, u := range l.Unions {
		if u[0] != u[1] {
			k.couples = append(k.couples, [2]string{symbols[u[0]], symbols[u[1]]})
		}
	}
	for _, s := range l.Sibships {
		if len(s.Children) == 0 || s.Parents[0] < 0 {
			continue
		}
		var children []string
		for _, c := range s.Children {
			children = append(children, symbols[c])
		}
		parents := [2]string{symbols[s.Parents[0]], symbols[s.Parents[0]]}
		if s.Parents[1] >= 0 {
			parents[1] = symbols[s.Parents[1]]
		}
		k.sibships, k.parents = append(k.sibships, children), append(k.parents, parents)
	}
	return k
}

// parted is how many of them stand on several sheets. No sheet can hold a chain: a couple whose
// symbols, or those of couples that overlap theirs in the same row or, for partners of two rows, in
// height, reach further than a sheet at the smallest readable scale. Narrow are the sibships that are
// parted though they alone, without what stands between them, would fit.
type parted struct{ sheets, couples, chains, sibships, narrow, fromParents int }

func (k kin) parted(s *draw.Scene, d *pages.Document) (p parted, which []string) {
	page := map[string]int{}
	at := map[string]draw.Point{}
	for i := range d.Pages {
		for _, e := range d.Pages[i].Scene.Elements {
			page[e.ID] = i
		}
	}
	for _, e := range s.Elements {
		if e.Role == draw.RoleSymbol {
			box := draw.Extent(e.Shape, nil)
			at[e.ID] = draw.Point{X: (box.Min.X + box.Max.X) / 2, Y: (box.Min.Y + box.Max.Y) / 2}
		}
	}
	p.sheets = len(d.Pages)
	paper := d.Pages[0].Scene
	const (
		aside = 150 // margins, numerals, and the halves of the outer symbols with their labels
		above = 450 // margins, stamps, key, footer, connectors, and the lines and labels of the outer rows
	)
	widest := max(paper.Width, paper.Height)/d.Scale*d.TextSize(s)/pages.Readable - aside
	highest := widest + aside - above
	for _, c := range k.couples {
		most := highest
		if level(c, at) {
			most = widest
		}
		switch {
		case page[c[0]] == page[c[1]]:
		case k.chain(c, at) > most:
			p.chains++
		default:
			p.couples++
			which = append(which, strings.Join(c[:], " and "))
		}
	}
	for i, list := range k.sibships {
		split, left, right := false, math.Inf(1), math.Inf(-1)
		for _, c := range list {
			split = split || page[c] != page[list[0]]
			left, right = min(left, at[c].X), max(right, at[c].X)
		}
		switch {
		case split && right-left < widest:
			p.narrow++
			fallthrough
		case split:
			p.sibships++
		case page[list[0]] != page[k.parents[i][0]]:
			p.fromParents++
		}
	}
	return p, which
}

// chain is how far a couple reaches, together with those whose places overlap with it and with one
// another: in height for partners of two rows, from left to right for those of one.
func (k kin) chain(c [2]string, at map[string]draw.Point) float64 {
	reach := func(c [2]string) (from, to float64) {
		a, b := at[c[0]].Y, at[c[1]].Y
		if level(c, at) {
			a, b = at[c[0]].X, at[c[1]].X
		}
		return min(a, b), max(a, b)
	}
	from, to := reach(c)
	for grown := true; grown; {
		grown = false
		for _, o := range k.couples {
			if level(o, at) != level(c, at) || (level(c, at) && math.Abs(at[o[0]].Y-at[c[0]].Y) > 10) {
				continue
			}
			if a, b := reach(o); a <= to && b >= from && (a < from || b > to) {
				from, to, grown = min(from, a), max(to, b), true
			}
		}
	}
	return to - from
}

// level reports partners of one row.
func level(c [2]string, at map[string]draw.Point) bool { return math.Abs(at[c[0]].Y-at[c[1]].Y) < 10 }

func TestCouplesOfTheSharedFamiliesAreNeverParted(t *testing.T) {
	for _, paper := range []pages.Paper{pages.A4, pages.A3} {
		var all parted
		sibships := 0
		for name, f := range sharedFamilies(t) {
			s, l := drawn(f)
			k := kinOf(l)
			d := pages.Split(s, pages.Options{Paper: paper, Measure: face{}})
			p, which := k.parted(s, d)
			for _, couple := range which {
				t.Errorf("%s on %s: %s are on two sheets", name, paper.Name, couple)
			}
			if p.sheets > 1 {
				t.Logf("%s on %s, %.1f pt: %+v", name, paper.Name, d.TextSize(s), p)
				sibships += len(k.sibships)
				all.sheets, all.couples, all.chains = all.sheets+p.sheets, all.couples+p.couples, all.chains+p.chains
				all.narrow += p.narrow
				all.sibships, all.fromParents = all.sibships+p.sibships, all.fromParents+p.fromParents
			}
		}
		t.Logf("%s, families of several sheets: %+v of %d sibships", paper.Name, all, sibships)
	}
}

func TestCouplesOfRandomFamiliesAreNeverParted(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s, l := drawn(family(rt))
		for _, paper := range []pages.Paper{pages.A4, pages.A3} {
			_, which := kinOf(l).parted(s, pages.Split(s, pages.Options{Paper: paper, Measure: face{}}))
			for _, couple := range which {
				rt.Errorf("on %s: %s are on two sheets", paper.Name, couple)
			}
		}
	})
}

func TestSheetsOfOneSibshipHoldAboutAsManyEach(t *testing.T) {
	for n := 18; n <= 70; n += 4 {
		f := &pedigree.Family{}
		siblings(f, "a", n, pedigree.Breast)
		d := pages.Split(scene(f), pages.Options{Paper: pages.A4, Measure: face{}})
		least, most := n, 0
		for i := range d.Pages {
			here := len(d.Pages[i].Scene.People)
			least, most = min(least, here), max(most, here)
		}
		if least < most*3/5 {
			t.Errorf("%d siblings: from %d to %d people on %d sheets", n, least, most, len(d.Pages))
		}
	}
}

func TestASmallerScaleOrAnotherSheetKeepsFamiliesWhole(t *testing.T) {
	f := &pedigree.Family{}
	for _, letter := range []string{"a", "b", "c", "d"} {
		siblings(f, letter, 6, pedigree.Breast)
	}
	s, l := drawn(f)
	for _, wide := range []bool{true, false} {
		p, which := kinOf(l).parted(s, pages.Split(s, pages.Options{Paper: pages.A4, Landscape: &wide, Measure: face{}}))
		if p.sheets < 2 || p.sibships+p.fromParents+len(which) > 0 {
			t.Errorf("four families of six siblings, wide %v: %+v", wide, p)
		}
	}
}
