package amend

import (
	"testing"

	"kindred/pedigree"
)

func TestABranchIsCopiedAsAFrameWithoutNamesOrFacts(t *testing.T) {
	f, ids := alone(), counter()
	must := func(id pedigree.ID, err error) pedigree.ID {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	must(AddMother(f, "self", ids))
	mother := f.Individual("self").Mother
	joan := must(AddSibling(f, mother, pedigree.Female, ids))
	edna := must(AddSibling(f, mother, pedigree.Female, ids))
	lucy := must(AddChild(f, joan, pedigree.Female, "", ids))
	must(AddTwin(f, lucy, pedigree.Monozygotic, ids))
	loss := must(AddPregnancy(f, joan, pedigree.Miscarriage, ids))
	must(AddChild(f, lucy, pedigree.Male, "", ids))
	f.Individual(lucy).Name = "Lucy"
	f.Individual(lucy).Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast}}
	before := len(f.Individuals)

	added, err := CopyBranch(f, joan, edna, false, ids)
	if err != nil {
		t.Fatal(err)
	}
	// A partner, Lucy and her twin, the loss, Lucy's partner, her son.
	if len(added) != 6 || len(f.Individuals) != before+6 {
		t.Fatalf("added %v", added)
	}
	var females, losses int
	for _, id := range f.ChildrenOf(edna) {
		p := f.Individual(id)
		if p.Name != "" || len(p.Diagnoses) > 0 {
			t.Errorf("%+v carries a name or a fact over", p)
		}
		if p.Pregnancy != nil && p.Pregnancy.Kind == f.Individual(loss).Pregnancy.Kind {
			losses++
		} else if p.Sex == pedigree.Female {
			females++
		}
	}
	if females != 2 || losses != 1 || len(f.Twins) != 2 {
		t.Errorf("%d daughters, %d losses, %d twin sets", females, losses, len(f.Twins))
	}
	if problems := f.Validate(); len(problems) > 0 {
		t.Errorf("the copy is not sound: %v", problems)
	}
}

func TestNamesAreCopiedOnlyIfAsked(t *testing.T) {
	f, ids := alone(), counter()
	son, err := AddChild(f, "self", pedigree.Male, "", ids)
	if err != nil {
		t.Fatal(err)
	}
	f.Individual(son).Name = "Tom"
	f.Individuals = append(f.Individuals, pedigree.Individual{ID: "other", Sex: pedigree.Female})
	if _, err := CopyBranch(f, "self", "other", true, ids); err != nil {
		t.Fatal(err)
	}
	if got := f.Individual(f.ChildrenOf("other")[0]).Name; got != "Tom" {
		t.Errorf("the copied son is %q", got)
	}
}

func TestABranchIsNotCopiedIntoItself(t *testing.T) {
	f, ids := alone(), counter()
	son, err := AddChild(f, "self", pedigree.Male, "", ids)
	if err != nil {
		t.Fatal(err)
	}
	for _, to := range []pedigree.ID{"self", son, "nobody"} {
		if _, err := CopyBranch(f, "self", to, false, ids); err == nil {
			t.Errorf("the branch was copied to %s", to)
		}
	}
}

func TestEveryUsualStartIsASoundFamilyAndUsesWhoIsThere(t *testing.T) {
	for _, s := range Starts {
		f, ids := alone(), counter()
		if err := s.Begin(f, "self", ids); err != nil {
			t.Fatalf("%s: %v", s.Name, err)
		}
		self := f.Individual("self")
		if self.Mother == "" || self.Father == "" || len(f.Individuals) < 5 {
			t.Errorf("%s lays out %d people", s.Name, len(f.Individuals))
		}
		if problems := f.Validate(); len(problems) > 0 {
			t.Errorf("%s is not sound: %v", s.Name, problems)
		}
		before := len(f.Individuals)
		if err := Starts[1].Begin(f, "self", ids); err != nil || len(f.Individuals) > before+2 {
			t.Errorf("%s: grandparents again give %d people (%v)", s.Name, len(f.Individuals), err)
		}
		if err := s.Begin(f, "nobody", ids); err == nil {
			t.Errorf("%s began around nobody", s.Name)
		}
	}
}
