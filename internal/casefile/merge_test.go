package casefile

import (
	"slices"
	"strings"
	"testing"
	"time"

	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/risk"
)

// pair is one family on two devices: Anna, her mother Carol, and her aunt Joan.
func pair(t *testing.T) (a, b *File) {
	t.Helper()
	f := small()
	f.Individuals[0].Mother = "2"
	f.Individuals = append(f.Individuals,
		pedigree.Individual{ID: "2", Name: "Carol", Sex: pedigree.Female},
		pedigree.Individual{ID: "3", Name: "Joan", Sex: pedigree.Female, Diagnoses: []pedigree.Diagnosis{{ID: "d", Site: pedigree.Breast}}})
	a, e, err := Import(params("aaaa1111", "Dr Adeyemi"), "import", f)
	if err != nil {
		t.Fatal(err)
	}
	b, err = Open(params("bbbb2222", "Mr Bevan", wire(t, e)))
	if err != nil {
		t.Fatal(err)
	}
	return a, b
}

// meet gives each what the other has.
func meet(t *testing.T, a, b *File) {
	t.Helper()
	fromA, fromB := envelopesOf(a), envelopesOf(b)
	if err := a.AddEnvelopes(fromB); err != nil {
		t.Fatal(err)
	}
	if err := b.AddEnvelopes(fromA); err != nil {
		t.Fatal(err)
	}
}

// person is an edit of one person.
func person(id pedigree.ID, change func(p *pedigree.Individual)) func(*pedigree.Family) error {
	return func(f *pedigree.Family) error { change(f.Individual(id)); return nil }
}

func without(id pedigree.ID) func(*pedigree.Family) error {
	return func(f *pedigree.Family) error {
		f.Individuals = slices.DeleteFunc(f.Individuals, func(p pedigree.Individual) bool { return p.ID == id })
		return nil
	}
}

func only(t *testing.T, x *File, kind ReviewKind) Review {
	t.Helper()
	reviews := x.Reviews()
	if len(reviews) != 1 || reviews[0].Kind != kind {
		t.Fatalf("reviews %+v, want one of kind %q", reviews, kind)
	}
	return reviews[0]
}

func TestTwoAgesForOneAuntAreBothKeptAndReviewed(t *testing.T) {
	a, b := pair(t)
	do(t, a, person("3", func(p *pedigree.Individual) { p.Diagnoses[0].Age = pedigree.ParseFuzzy("49") }))
	do(t, b, person("3", func(p *pedigree.Individual) { p.Diagnoses[0].Age = pedigree.ParseFuzzy("40s") }))
	meet(t, a, b)
	r := only(t, a, TwoValues)
	if r.Person != "3" || r.Name != "Joan" || r.Fact != "diagnoses" || !r.AffectsRisk {
		t.Errorf("review %+v", r)
	}
	if want := "Joan: the age of a diagnosis is recorded as 40s (Mr Bevan) and as 49 (Dr Adeyemi)"; r.Text != want {
		t.Errorf("got  %s\nwant %s", r.Text, want)
	}
	if want := []risk.Unresolved{{Person: "3", Fact: "diagnoses"}}; !slices.Equal(a.Unresolved(), want) {
		t.Errorf("unresolved %v", a.Unresolved())
	}
	// An ordinary edit of what shows does not settle what it was not shown with.
	do(t, a, person("3", func(p *pedigree.Individual) { p.Diagnoses[0].Age = pedigree.ParseFuzzy("48") }))
	r = only(t, a, TwoValues)
	if r.Values[0].Text != "48" || r.Values[1].Text != "49" {
		t.Errorf("values %+v", r.Values)
	}
	before := text(t, a.Family())
	if _, err := a.Settle(r, 1, "histology report seen"); err != nil {
		t.Fatal(err)
	}
	meet(t, a, b)
	for _, x := range []*File{a, b} {
		if len(x.Reviews()) != 0 || x.Family().Individual("3").Diagnoses[0].Age.Words != "49" {
			t.Errorf("not settled: %+v", x.Reviews())
		}
	}
	if _, err := a.Undo(); err != nil {
		t.Fatal(err)
	}
	if r = only(t, a, TwoValues); text(t, a.Family()) != before || r.Values[0].Text != "48" {
		t.Error("undoing the decision does not bring the question back as it was")
	}
	if _, err := a.Redo(); err != nil || len(a.Reviews()) != 0 {
		t.Errorf("redoing it: %v, %v", err, a.Reviews())
	}
}

func TestWhatTwoColleaguesAddToOneAuntMerges(t *testing.T) {
	a, b := pair(t)
	do(t, a, person("3", func(p *pedigree.Individual) {
		p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{Site: pedigree.Ovary})
		p.Notes = append(p.Notes, "seen in Leeds")
		p.Sources = map[string]pedigree.Provenance{"age": {ToldBy: "Anna"}}
	}))
	do(t, b, person("3", func(p *pedigree.Individual) {
		p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{Site: pedigree.Colorectum})
		p.Notes = append(p.Notes, "no contact since 1990")
		p.Sources = map[string]pedigree.Provenance{"name": {ToldBy: "Carol"}}
		p.Diagnoses[0].Pathology.Grade = 3
	}))
	do(t, a, person("3", func(p *pedigree.Individual) { p.Diagnoses[0].Pathology.ER = pedigree.ReceptorPositive }))
	do(t, a, func(f *pedigree.Family) error { _, err := amend.AddSibling(f, "3", pedigree.Male, a.NewID); return err })
	do(t, b, func(f *pedigree.Family) error {
		_, err := amend.AddChild(f, "3", pedigree.Female, "", b.NewID)
		return err
	})
	meet(t, a, b)
	if got := a.Reviews(); len(got) != 0 {
		t.Errorf("reviews %+v", got)
	}
	joan := a.Family().Individual("3")
	if len(joan.Diagnoses) != 3 || len(joan.Notes) != 2 || len(joan.Sources) != 2 || len(a.Family().Individuals) != 8 {
		t.Errorf("merged to %+v", joan)
	}
	if p := joan.Diagnoses[0].Pathology; p.Grade != 3 || p.ER != pedigree.ReceptorPositive {
		t.Errorf("pathology %+v", p)
	}
	if text(t, a.Family()) != text(t, b.Family()) {
		t.Error("devices differ")
	}
}

func TestAChildKeepsTheLinkToAParentWhomAColleagueRemoved(t *testing.T) {
	a, b := pair(t)
	do(t, a, without("2"))
	do(t, b, person("3", func(p *pedigree.Individual) { p.Mother = "2" }))
	meet(t, a, b)
	if p := a.Family().Individual("3"); p.Mother != "" {
		t.Error("a dangling link is shown")
	}
	r := only(t, a, LinkNotApplied)
	if r.Person != "3" || !r.AffectsRisk || r.Text != "Joan: the mother (egg parent) is recorded as Carol (Mr Bevan) and not shown, because they have been removed" {
		t.Errorf("review %+v", r)
	}
	if _, err := b.Settle(r, 1, ""); err != nil {
		t.Fatal(err)
	}
	meet(t, a, b)
	if p := a.Family().Individual("3"); p.Mother != "2" || len(a.Reviews()) != 0 {
		t.Errorf("Carol is back: mother %q, reviews %+v", p.Mother, a.Reviews())
	}
}

func TestAnEditOfSomebodyRemovedMeanwhileIsReviewed(t *testing.T) {
	for choice, back := range []bool{false, true} {
		a, b := pair(t)
		do(t, a, without("3"))
		do(t, b, person("3", func(p *pedigree.Individual) { p.Diagnoses[0].Status = pedigree.Confirmed }))
		meet(t, a, b)
		r := only(t, b, EditedWhileRemoved)
		if r.Person != "3" || r.Name != "Joan" || !strings.Contains(r.Text, "Dr Adeyemi") || !strings.Contains(r.Text, "Mr Bevan") || !r.AffectsRisk {
			t.Errorf("review %+v", r)
		}
		if _, err := b.Settle(r, choice, ""); err != nil {
			t.Fatal(err)
		}
		meet(t, a, b)
		joan := a.Family().Individual("3")
		if (joan != nil) != back || len(a.Reviews()) != 0 {
			t.Errorf("choice %d: %+v, reviews %+v", choice, joan, a.Reviews())
		}
		if back && joan.Diagnoses[0].Status != pedigree.Confirmed {
			t.Error("the edit is lost")
		}
	}
}

func TestParentsThatTwoDevicesMadeEachOtherAreNotBothShown(t *testing.T) {
	a, b := pair(t)
	do(t, a, person("3", func(p *pedigree.Individual) { p.Mother = "1" }))
	do(t, b, person("2", func(p *pedigree.Individual) { p.Mother = "3" })) // 1 is a child of 2
	meet(t, a, b)
	checkSound(t, a.Family())
	r := only(t, a, LinkNotApplied)
	if r.Person != "2" || r.Fact != "mother" || !strings.Contains(r.Text, "own ancestor") {
		t.Errorf("review %+v", r)
	}
	if _, err := a.Settle(r, 0, ""); err != nil || len(a.Reviews()) != 0 {
		t.Errorf("%v, %+v", err, a.Reviews())
	}
}

func TestUndoDoesNotOverwriteWhatAColleagueWroteSince(t *testing.T) {
	for _, c := range []struct {
		name        string
		mine, since func(x *File) func(*pedigree.Family) error
		want        string // in the refusal; "" where undo goes through
	}{
		{
			"the same field",
			func(*File) func(*pedigree.Family) error {
				return person("3", func(p *pedigree.Individual) { p.Name = "Jo" })
			},
			func(*File) func(*pedigree.Family) error {
				return person("3", func(p *pedigree.Individual) { p.Name = "Joanna" })
			},
			"the name of person 3 has been changed since by Mr Bevan",
		},
		{
			"another field",
			func(*File) func(*pedigree.Family) error {
				return person("3", func(p *pedigree.Individual) { p.Name = "Jo" })
			},
			func(*File) func(*pedigree.Family) error {
				return person("3", func(p *pedigree.Individual) { p.FamilyName = "Hill" })
			}, "",
		},
		{
			"a diagnosis of somebody I added",
			func(x *File) func(*pedigree.Family) error {
				return func(f *pedigree.Family) error {
					f.Individuals = append(f.Individuals, pedigree.Individual{ID: "9"})
					return nil
				}
			},
			func(*File) func(*pedigree.Family) error {
				return person("9", func(p *pedigree.Individual) { p.Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Lung}} })
			},
			"person 9 has been added to since by Mr Bevan",
		},
		{
			"a child of somebody I added",
			func(x *File) func(*pedigree.Family) error {
				return func(f *pedigree.Family) error {
					f.Individuals = append(f.Individuals, pedigree.Individual{ID: "9"})
					return nil
				}
			},
			func(*File) func(*pedigree.Family) error {
				return person("3", func(p *pedigree.Individual) { p.Mother = "9" })
			},
			"person 9 has been added to since by Mr Bevan",
		},
		{
			"the person is gone",
			func(*File) func(*pedigree.Family) error {
				return person("3", func(p *pedigree.Individual) { p.Name = "Jo" })
			},
			func(*File) func(*pedigree.Family) error { return without("3") },
			"person 3 has been removed since",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := pair(t)
			do(t, a, c.mine(a))
			meet(t, a, b)
			do(t, b, c.since(b))
			meet(t, a, b)
			before := text(t, a.Family())
			_, err := a.Undo()
			switch {
			case c.want == "" && err != nil:
				t.Fatal(err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("error %v, want %q", err, c.want)
			case c.want != "" && text(t, a.Family()) != before:
				t.Error("a refused undo changed the family")
			}
			if _, ok := a.CanUndo(); ok {
				t.Error("still on the list")
			}
		})
	}
}

func TestAClockFarAheadIsShownAndDoesNotHideLaterEdits(t *testing.T) {
	a, _ := pair(t)
	ahead := params("cccc3333", "Ms Cole", envelopesOf(a)...)
	ahead.Clock = func() time.Time { return noon.Add(72 * time.Hour) }
	c, err := Open(ahead)
	if err != nil {
		t.Fatal(err)
	}
	do(t, c, person("3", func(p *pedigree.Individual) { p.Name = "Joanna" }))
	meet(t, a, c)
	if r := only(t, a, WrongClock); !strings.Contains(r.Text, "cccc3333") || len(r.Choices) != 0 {
		t.Errorf("review %+v", r)
	}
	do(t, a, person("3", func(p *pedigree.Individual) { p.Name = "Jo" }))
	if got := a.Family().Individual("3").Name; got != "Jo" {
		t.Errorf("shown %q after the edit", got)
	}
}

func TestARecordOfANewerVersionIsShownAndNotChanged(t *testing.T) {
	a, _ := pair(t)
	newer := record.Envelope{
		Version: 2, Family: testFamily, Device: "dddd4444", Seq: 1, Stamp: record.Stamp{MS: noon.UnixMilli(), Device: "dddd4444"},
		Ops: []record.Op{
			{Kind: "merge", Entity: individualID("3"), Structural: true},
			{Kind: record.Set, Entity: individualID("3"), Field: "age", Value: []byte(`["about",66]`)},
		},
	}
	if err := a.AddEnvelopes([]record.Envelope{newer}); err != nil {
		t.Fatal(err)
	}
	var kinds []ReviewKind
	for _, r := range a.Reviews() {
		kinds = append(kinds, r.Kind)
	}
	if !slices.Equal(kinds, []ReviewKind{NewerVersion, NewerVersion}) {
		t.Errorf("reviews %v", kinds)
	}
	if p := a.Family().Individual("3"); p == nil || p.Name != "Joan" || !p.Age.IsZero() {
		t.Errorf("Joan is shown as %+v", p)
	}
	for name, try := range map[string]func() error{
		"edit": func() error {
			_, err := a.Do("x", person("3", func(p *pedigree.Individual) { p.Name = "" }))
			return err
		},
		"letter": func() error { _, err := a.PutLetter("x", Letter{}); return err },
		"risk":   func() error { _, err := a.SaveRisk("x", RiskRun{}); return err },
	} {
		if err := try(); err != ErrReadOnly {
			t.Errorf("%s: %v", name, err)
		}
	}
}
