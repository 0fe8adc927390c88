package pedigreeview

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/internal/textmetric"
	"kindred/pedigree"
)

func TestACarrierStateIsRecordedChangedUndoneAndRemovedInTheForm(t *testing.T) {
	o := open(t, anna())
	o.only("Carrier")
	line := o.fieldLabelled("+ Carrier of").(*fields.Suggest)
	line.SetText("Cystic Fibrosis")
	line.Commit()
	o.settle()
	if got := o.person("1").Carrier; len(got) != 1 || got[0].Condition != "cystic fibrosis" || got[0].Kind != pedigree.KnownCarrier {
		t.Fatalf("carrier states %+v", got)
	}
	choose[pedigree.CarrierKind](o, "Kind", "may become affected")
	told := o.fieldLabelled("Told by").(*fields.Line)
	told.SetText("Joan")
	told.Commit()
	o.settle()
	want := pedigree.CarrierState{Condition: "cystic fibrosis", Kind: pedigree.Presymptomatic, Source: pedigree.Provenance{ToldBy: "Joan"}}
	if got := o.person("1").Carrier[0]; got != want {
		t.Fatalf("carrier state %+v, want %+v", got, want)
	}
	o.pressButton("Remove carrier state")
	if got := o.person("1").Carrier; len(got) != 0 {
		t.Fatalf("carrier states %+v", got)
	}
	if _, err := o.session.Undo(); err != nil || o.person("1").Carrier[0] != want {
		t.Errorf("undo brought back %+v, %v", o.person("1").Carrier, err)
	}
}

func TestWhatTheFamilyHasIsOfferedFirstUnderTheNameItHasThere(t *testing.T) {
	f := anna()
	f.Individual("j").Carrier = []pedigree.CarrierState{{Condition: "Haemophilia"}}
	got := conditions(f)
	if !slices.Contains(got[:2], "Haemophilia") || !slices.Contains(got[:2], "breast") {
		t.Errorf("offered first: %v", got[:2])
	}
	if slices.Contains(got, "haemophilia") {
		t.Error("one condition is offered under two names")
	}
}

func TestEveryKindOfCarrierFitsItsFieldAndIsExplained(t *testing.T) {
	const arrow = 48 // and the field's own padding
	for _, k := range carrierKinds {
		if w := textmetric.Screen.Width(k.Words, float64(theme.Body), false, false); w > float64(contentWidth-fields.LabelWidth-arrow) {
			t.Errorf("%q is cut", k.Words)
		}
		if carrierHints[k.Value] == "" {
			t.Errorf("%q is not explained", k.Words)
		}
	}
}

func TestAnExaminationIsTickedAndTheTickTakenOutLeavesItNotAsked(t *testing.T) {
	o := open(t, anna())
	tick := func(words string) {
		t.Helper()
		var found *fields.Toggle
		walk(o.inspect.form.content, func(c fyne.CanvasObject) {
			if b, ok := c.(*fields.Toggle); ok && b.Text == words {
				found = b
			}
		})
		if found == nil {
			t.Fatalf("no tick box %q", words)
		}
		found.SetChecked(!found.Checked)
		o.settle()
	}
	o.only(sectionLife)
	tick("Examined, or records seen by us")
	if got := o.person("1").Evaluated; got != pedigree.Yes {
		t.Fatalf("evaluated: %v", got)
	}
	tick("Examined, or records seen by us")
	if got := o.person("1").Evaluated; got != pedigree.NotAsked {
		t.Errorf("evaluated: %v after the tick was taken out", got)
	}
	o.only("Parents and adoption")
	tick("Nothing known of parents' families")
	if !o.person("1").HistoryUnknown {
		t.Error("the parents' families are not marked as unknown")
	}
}

func TestHowALoopIsDrawnCanBeChosenOnlyInALoop(t *testing.T) {
	o := open(t, cousins())
	o.Select("bc")
	o.only(sectionPerson)
	choose[pedigree.Answer](o, "In a loop", "drawn twice")
	if o.person("bc").DrawTwice != pedigree.Yes || !isDrawnTwice(o.Layout(), "bc") {
		t.Errorf("the choice is %v, drawn twice %v", o.person("bc").DrawTwice, isDrawnTwice(o.Layout(), "bc"))
	}
	choose[pedigree.Answer](o, "In a loop", "drawn once")
	if o.person("bc").DrawTwice != pedigree.No || isDrawnTwice(o.Layout(), "bc") {
		t.Errorf("the choice is %v, drawn twice %v", o.person("bc").DrawTwice, isDrawnTwice(o.Layout(), "bc"))
	}
	o.Select("aw")
	walk(o.inspect.form.content, func(c fyne.CanvasObject) {
		if box, ok := c.(*fyne.Container); ok && len(box.Objects) == 2 && box.Visible() {
			if l, ok := box.Objects[0].(*theme.Text); ok && l.String == "In a loop" {
				t.Error("somebody in no loop is asked how to draw it")
			}
		}
	})
}

func TestACoupleWhomOnlyAChildJoinsIsRecordedWithTheFirstThingSaidOfIt(t *testing.T) {
	o := open(t, cousins())
	o.Select("bc")
	o.only("Partners and children")
	choose[pedigree.Answer](o, "Related", "yes")
	how := o.fieldLabelled("How related").(*fields.Suggest)
	how.SetText("First cousins")
	how.Commit()
	o.settle()
	choose[pedigree.UnionStatus](o, "Together", "no, separated")
	got := o.session.now.Unions
	if len(got) != 1 || !slices.Equal(got[0].Partners, []pedigree.ID{"bc", "ac"}) || got[0].ID == "" ||
		got[0].Consanguineous != pedigree.Yes || got[0].Degree != "first cousins" || got[0].Status != pedigree.Separated {
		t.Errorf("unions %+v", got)
	}
}
