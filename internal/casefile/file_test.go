package casefile

import (
	"errors"
	"strings"
	"testing"

	"kindred/internal/record"
	"kindred/pedigree"
)

func TestAnEditWithoutADifferenceMakesNothing(t *testing.T) {
	a, _ := pair(t)
	e := do(t, a, func(f *pedigree.Family) error {
		f.Individuals[0].Notes, f.Twins = []string{}, []pedigree.TwinSet{}
		return nil
	})
	if len(e.Ops) != 0 || e.Seq != 0 {
		t.Errorf("envelope %+v", e)
	}
	if _, ok := a.CanUndo(); ok {
		t.Error("nothing can be undone")
	}
}

func TestAnEnvelopeSaysWhoWhenWhyAndWhatWasKnown(t *testing.T) {
	_, b := pair(t)
	first := do(t, b, person("3", func(p *pedigree.Individual) { p.Name = "Jo" }))
	e, err := b.DoOn("sister phoned", "2026-11-02", person("3", func(p *pedigree.Individual) { p.Age = pedigree.ExactYear(66) }))
	if err != nil {
		t.Fatal(err)
	}
	if e.Author != "Mr Bevan" || e.Role != "counsellor" || e.Reason != "sister phoned" || e.HappenedOn != "2026-11-02" || e.Family != testFamily {
		t.Errorf("envelope %+v", e)
	}
	if e.Seq != 2 || e.Prev != first.Hash() || e.Saw["aaaa1111"] != 1 || e.Stamp.Compare(first.Stamp) <= 0 {
		t.Errorf("place in the lane %+v", e)
	}
	if len(e.Ops) != 1 || e.Ops[0].Field != "age" || len(e.Ops[0].Pred) != 0 {
		t.Errorf("operations %+v", e.Ops)
	}
}

func TestARefusedEditChangesNothing(t *testing.T) {
	a, _ := pair(t)
	before := text(t, a.Family())
	wrong := errors.New("wrong")
	for _, c := range []struct {
		want string
		edit func(f *pedigree.Family) error
	}{
		{"wrong", func(f *pedigree.Family) error { f.Name = "x"; return wrong }},
		{`two people have the id "1"`, func(f *pedigree.Family) error {
			f.Individuals = append(f.Individuals, pedigree.Individual{ID: "1"})
			return nil
		}},
		{`"1" would be their own ancestor, through "2"`, person("2", func(p *pedigree.Individual) { p.Father = "1" })},
		{`"1" would be their own ancestor, through "2"`, person("2", func(p *pedigree.Individual) {
			p.OtherParents = []pedigree.ParentLink{{ID: "1", Kind: pedigree.Foster}}
		})},
		{`"3" would be their own ancestor, through "3"`, person("3", func(p *pedigree.Individual) { p.Mother = "3" })},
		{`as egg parent and as sperm parent`, person("1", func(p *pedigree.Individual) { p.Father = "2" })},
		{`person "1" names "77"`, person("1", func(p *pedigree.Individual) { p.Father = "77" })},
		{`union "u" names "77"`, func(f *pedigree.Family) error {
			f.Unions = append(f.Unions, pedigree.Union{ID: "u", Partners: []pedigree.ID{"77"}})
			return nil
		}},
		{`twin set "t" names ""`, func(f *pedigree.Family) error {
			f.Twins = append(f.Twins, pedigree.TwinSet{ID: "t", Members: []pedigree.ID{""}})
			return nil
		}},
	} {
		e, err := a.Do("edit", c.edit)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("error %v, want %q", err, c.want)
		}
		if len(e.Ops) != 0 || text(t, a.Family()) != before {
			t.Errorf("%q changed the family", c.want)
		}
	}
}

func TestIDsDifferAcrossDevicesAndAreNeverUsedAgain(t *testing.T) {
	a, b := pair(t)
	id := a.NewID()
	if id != "aaaa11-1" || b.NewID() != "bbbb22-1" {
		t.Errorf("ids %q", id)
	}
	do(t, a, func(f *pedigree.Family) error {
		f.Individuals = append(f.Individuals, pedigree.Individual{ID: a.NewID()})
		return nil
	})
	do(t, a, without("aaaa11-2"))
	again := open(t, "aaaa1111", envelopesOf(a)...)
	if id := again.NewID(); id != "aaaa11-3" {
		t.Errorf("after reopening the next id is %q", id)
	}
}

func TestAPersonRemovedInOneEditComesBackInAnother(t *testing.T) {
	a, _ := pair(t)
	joan := *a.Family().Individual("3")
	do(t, a, without("3"))
	joan.Name, joan.Diagnoses, joan.Mother = "Joan again", nil, "2"
	do(t, a, func(f *pedigree.Family) error { f.Individuals = append(f.Individuals, joan); return nil })
	if got := a.Family().Individual("3"); got == nil || got.Name != "Joan again" || len(got.Diagnoses) != 0 || got.Mother != "2" {
		t.Errorf("got %+v", got)
	}
}

func TestWhatBelongsToAnotherFamilyIsRefused(t *testing.T) {
	a, _ := pair(t)
	other := envelopesOf(a)[0]
	other.Family = "ff"
	if err := a.AddEnvelopes([]record.Envelope{other}); err == nil {
		t.Error("added")
	}
	if _, err := Open(params("aaaa1111", "A", other)); err == nil {
		t.Error("opened")
	}
	if _, _, err := Import(params("aaaa1111", "A", envelopesOf(a)...), "import", small()); err == nil {
		t.Error("imported over a family that is there")
	}
}

func TestThereIsNothingToUndoInAFileJustOpened(t *testing.T) {
	a, _ := pair(t)
	if _, err := a.Undo(); err != ErrNothingToUndo {
		t.Error(err)
	}
	if _, err := a.Redo(); err != ErrNothingToRedo {
		t.Error(err)
	}
	do(t, a, person("3", func(p *pedigree.Individual) { p.Name = "Jo" }))
	if e, err := a.Undo(); err != nil || e.Reason != "undo: edit" {
		t.Errorf("%v, reason %q", err, e.Reason)
	}
	if reason, ok := a.CanRedo(); !ok || reason != "edit" {
		t.Errorf("can redo %q", reason)
	}
	do(t, a, person("3", func(p *pedigree.Individual) { p.Name = "J" }))
	if _, ok := a.CanRedo(); ok {
		t.Error("a new edit ends redo")
	}
}

// small is a woman without relations.
func small() *pedigree.Family {
	return &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Name: "Anna", Sex: pedigree.Female, Proband: true}}}
}
