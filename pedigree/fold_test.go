package pedigree

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// ofThree is an invented family: grandparents, their daughters Mary and Joan, Mary's daughter Anna, who
// is the consultand, with a son, and Joan's two children, of whom one has a partner with a mother.
func ofThree() *Family {
	return &Family{Individuals: []Individual{
		{ID: "gran"},
		{ID: "grandad"},
		{ID: "mary", Mother: "gran", Father: "grandad"},
		{ID: "joan", Mother: "gran", Father: "grandad"},
		{ID: "tom"},
		{ID: "anna", Mother: "mary", Father: "tom", Consultand: true},
		{ID: "ben", Mother: "anna"},
		{ID: "ted"},
		{ID: "lucy", Mother: "joan", Father: "ted"},
		{ID: "jack", Mother: "joan", Father: "ted"},
		{ID: "sue", Mother: "edna"},
		{ID: "edna"},
	}, Unions: []Union{{ID: "u", Partners: []ID{"jack", "sue"}}}, Twins: []TwinSet{{Members: []ID{"lucy", "jack"}}}}
}

func peopleOf(f *Family) (ids []ID) {
	for i := range f.Individuals {
		ids = append(ids, f.Individuals[i].ID)
	}
	return ids
}

func TestAFoldedBranchIsLeftOutAndCounted(t *testing.T) {
	for name, c := range map[string]struct {
		folds  map[ID]Fold
		gone   []ID
		hidden map[ID]Hidden
	}{
		"below, partners and their families too": {
			map[ID]Fold{"joan": FoldBelow}, []ID{"lucy", "jack", "sue", "edna"}, map[ID]Hidden{"joan": {Below: 4}},
		},
		"above": {map[ID]Fold{"sue": FoldAbove}, []ID{"edna"}, map[ID]Hidden{"sue": {Above: 1}}},
		"above and everybody beside it": {
			map[ID]Fold{"mary": FoldAbove},
			[]ID{"gran", "grandad", "joan", "ted", "lucy", "jack", "sue", "edna"},
			map[ID]Hidden{"mary": {Above: 8}},
		},
		"a fold in a hidden branch counts where that hangs": {
			map[ID]Fold{"sue": FoldAbove, "joan": FoldBelow}, []ID{"lucy", "jack", "sue", "edna"}, map[ID]Hidden{"joan": {Below: 4}},
		},
		"never the consultand":    {map[ID]Fold{"mary": FoldBelow}, nil, nil},
		"nobody there":            {map[ID]Fold{"ben": FoldBelow}, nil, nil},
		"two folds of one person": {map[ID]Fold{"anna": FoldBoth}, []ID{"gran", "grandad", "mary", "joan", "tom", "ben", "ted", "lucy", "jack", "sue", "edna"}, map[ID]Hidden{"anna": {Above: 10, Below: 1}}},
	} {
		t.Run(name, func(t *testing.T) {
			f := ofThree()
			for id, fold := range c.folds {
				f.Individual(id).Fold = fold
			}
			folded := f.Folded()
			for _, id := range peopleOf(f) {
				if drawn := folded.Individual(id) != nil; drawn == slices.Contains(c.gone, id) {
					t.Errorf("%s is drawn: %v", id, drawn)
				}
			}
			for i := range folded.Individuals {
				if p := &folded.Individuals[i]; p.Hidden != c.hidden[p.ID] {
					t.Errorf("at %s: %+v, want %+v", p.ID, p.Hidden, c.hidden[p.ID])
				}
			}
		})
	}
}

func TestACoupleWhoseChildrenAreHiddenStaysACouple(t *testing.T) {
	f := ofThree()
	f.Individual("joan").Fold = FoldBelow
	if folded := f.Folded(); !slices.Contains(folded.PartnersOf("joan"), "ted") {
		t.Error("Joan and Ted are no couple any more")
	}
}

func TestABranchThatIsJoinedInTwoPlacesStaysInSight(t *testing.T) {
	// Two brothers whose partners are sisters.
	f := &Family{Individuals: []Individual{
		{ID: "m"},
		{ID: "n"},
		{ID: "a", Mother: "m"},
		{ID: "b", Mother: "m"},
		{ID: "x", Mother: "n"},
		{ID: "y", Mother: "n"},
	}, Unions: []Union{{Partners: []ID{"a", "x"}}, {Partners: []ID{"b", "y"}}}}
	if _, err := f.Branch("a", FoldAbove); err == nil {
		t.Error("b would be drawn without the mother that he shares with a")
	}
	f.Individual("a").Fold = FoldAbove
	if got := f.Folded().HiddenPeople(); got != 0 {
		t.Errorf("%d people are hidden", got)
	}
}

// Property: whatever is folded, those in sight are people of the family with unchanged facts, nobody is
// mentioned who is not drawn, the marks add up to those who are missing, every hidden person is hidden at
// somebody in sight, and without folds everybody is back.
func TestAFoldedFamilyLosesNobodyWithoutSayingSo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFamily(14).Draw(t, "family")
		subject := rapid.IntRange(0, len(f.Individuals)-1).Draw(t, "subject")
		f.Individuals[subject].Consultand = true
		whole := f.Clone()
		for i := range f.Individuals {
			f.Individuals[i].Fold = rapid.SampledFrom([]Fold{"", "", "", FoldAbove, FoldBelow, FoldBoth}).Draw(t, "fold")
		}
		before := f.Clone()
		folded := f.Folded()
		if diff := cmp.Diff(before, f); diff != "" {
			t.Fatalf("the record was changed:\n%s", diff)
		}
		if got, want := folded.HiddenPeople(), len(f.Individuals)-len(folded.Individuals); got != want {
			t.Fatalf("the marks say %d, %d are missing", got, want)
		}
		if folded.Consultand() == nil {
			t.Fatal("the consultand is hidden")
		}
		findings := map[string]bool{}
		for _, finding := range f.Validate() {
			findings[finding.Key] = true
		}
		for _, finding := range folded.Validate() {
			if finding.Severity == Contradiction && !findings[finding.Key] {
				t.Fatalf("a finding that the family does not have: %s", finding.Message)
			}
		}
		for i := range f.Individuals {
			p := &f.Individuals[i]
			at, side := f.HiddenAt(p.ID)
			q := folded.Individual(p.ID)
			switch {
			case (q == nil) != (side != ""):
				t.Fatalf("%s is drawn: %v, and hidden %s %q", p.ID, q != nil, side, at)
			case q == nil && folded.Individual(at) == nil:
				t.Fatalf("%s is hidden at %s, who is not in sight", p.ID, at)
			case q != nil && (q.Mother != p.Mother || q.Father != p.Father) && q.Hidden.Above == 0:
				t.Fatalf("%s lost a parent without a mark", p.ID)
			}
		}
		for i := range f.Individuals {
			f.Individuals[i].Fold = ""
		}
		if diff := cmp.Diff(whole, f.Folded()); diff != "" {
			t.Fatalf("unfolded:\n%s", diff)
		}
	})
}
