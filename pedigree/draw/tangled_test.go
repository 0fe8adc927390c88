package draw_test

import (
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// tangled draws families that no clinic has met: partners from anywhere in the tree, donors, adopters
// and carriers of pregnancies from any row, twins and triplets, people drawn twice.
func tangled(t *rapid.T) *pedigree.Family {
	f := families(t)
	someone := func(label string) *pedigree.Individual {
		return &f.Individuals[rapid.IntRange(0, len(f.Individuals)-1).Draw(t, label)]
	}
	for range rapid.IntRange(0, 4).Draw(t, "more couples") {
		a, b := someone("one").ID, someone("other").ID
		if a == b {
			continue
		}
		f.Unions = append(f.Unions, pedigree.Union{Partners: []pedigree.ID{a, b}})
		if rapid.Bool().Draw(t, "child") {
			f.Individuals = append(f.Individuals, pedigree.Individual{ID: pedigree.ID("x" + string(a) + "-" + string(b)), Mother: a, Father: b})
		}
	}
	for range rapid.IntRange(0, 4).Draw(t, "other parents") {
		child, parent := someone("child of others"), someone("other parent").ID
		kind := rapid.SampledFrom([]pedigree.LinkKind{
			pedigree.Adoptive, pedigree.Foster, pedigree.Step, pedigree.Gestational, pedigree.DonorEgg, pedigree.DonorSperm,
		}).Draw(t, "kind of parent")
		if child.ID != parent && child.Mother != parent && child.Father != parent {
			child.OtherParents = append(child.OtherParents, pedigree.ParentLink{ID: parent, Kind: kind})
		}
	}
	p := someone("drawn twice")
	p.DrawTwice = pedigree.Yes
	someone("history").HistoryUnknown = true
	return f
}

func TestEveryCrossingOfLinesIsAHop(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		if bare, _ := bareCrossings(scene(tangled(t), draw.Style{})); len(bare) > 0 {
			t.Fatalf("%d crossings without a hop, first: %s", len(bare), bare[0])
		}
	})
}

func TestNoLineRunsThroughASymbol(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		if through := throughSymbols(scene(families(t), draw.Style{})); len(through) > 0 {
			t.Fatalf("%d lines through a symbol, first: %s", len(through), through[0])
		}
	})
}

func TestLinesOfTheSharedFamiliesCanBeToldApart(t *testing.T) {
	for name, f := range sharedFamilies(t) {
		for _, fault := range lineFaults(scene(f, draw.Style{})) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}
