package pedigreeview

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/internal/textmetric"
	"kindred/pedigree"
)

// press taps the form's last visible button with these words.
func (o *opened) pressButton(words string) {
	o.t.Helper()
	var button *theme.Button
	walk(o.inspect.form.content, func(c fyne.CanvasObject) {
		if b, ok := c.(*theme.Button); ok && b.Words == words {
			button = b
		}
	})
	if button == nil {
		o.t.Fatalf("no button %q", words)
	}
	button.Tapped(nil)
	o.settle()
}

// field is the form's last field with a label.
func (o *opened) fieldLabelled(label string) fyne.CanvasObject {
	o.t.Helper()
	var found fyne.CanvasObject
	walk(o.inspect.form.content, func(c fyne.CanvasObject) {
		if box, ok := c.(*fyne.Container); ok && len(box.Objects) == 2 && box.Visible() {
			if l, ok := box.Objects[0].(*theme.Text); ok && l.String == label {
				found = box.Objects[1]
			}
		}
	})
	if found == nil {
		o.t.Fatalf("no field %q", label)
	}
	return found
}

// only unfolds one section of a person's form.
func (o *opened) only(title string) {
	o.t.Helper()
	clear(o.inspect.opened)
	o.inspect.opened[title] = true
	o.inspect.leave()
	o.inspect.edit()
}

func (o *opened) window() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(o.canvas) }

// choose takes a value of a choice by its words.
func choose[T comparable](o *opened, label, words string) {
	o.t.Helper()
	c, ok := o.fieldLabelled(label).(*fields.Choice[T])
	if !ok || !slices.Contains(c.Options, words) {
		o.t.Fatalf("%q offers no %q", label, words)
	}
	c.SetSelected(words)
	o.settle()
}

func TestADiagnosisIsNoFactUntilItsSiteIsSaid(t *testing.T) {
	o := open(t, anna())
	o.only("Diagnoses")
	before := o.session.now
	o.pressButton("Add")
	if o.session.now != before || o.window().Focused() != fyne.Focusable(o.fieldLabelled("+ Diagnosis").(*fields.Suggest)) {
		t.Fatal("Add without a site recorded something, or did not go to where it is said")
	}
	line := o.fieldLabelled("+ Diagnosis").(*fields.Suggest)
	test.Type(line, "Breast")
	if o.session.now != before {
		t.Fatal("recorded while it was typed")
	}
	line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	o.settle()
	got := o.person("1").Diagnoses
	if len(got) != 1 || got[0].Site != pedigree.Breast || got[0].ID == "" || got[0].Status != pedigree.Reported {
		t.Fatalf("diagnoses %+v", got)
	}
	if age := o.fieldLabelled("Age").(*fields.Fuzzy); o.window().Focused() != fyne.Focusable(age.Entry) {
		t.Errorf("the keyboard is in %T, want the age of the new diagnosis", o.window().Focused())
	}
	o.pressButton("Remove diagnosis")
	if got := o.person("1").Diagnoses; len(got) != 0 {
		t.Errorf("diagnoses %+v", got)
	}
}

func TestACancerWithoutAKnownPrimaryIsRecordedOnlyWhenItIsChosen(t *testing.T) {
	o := open(t, anna())
	o.only("Diagnoses")
	o.pressButton("Cancer, primary not known")
	if got := o.person("1").Diagnoses; len(got) != 1 || got[0].Site != pedigree.UnknownPrimary {
		t.Fatalf("diagnoses %+v", got)
	}
	if reason, _ := o.session.CanUndo(); reason != "edit diagnosis of Anna" {
		t.Errorf("undo would say %q", reason)
	}
}

func TestLeavingAHalfWrittenDiagnosisKeepsWhatWasTyped(t *testing.T) {
	o := open(t, anna())
	o.only("Diagnoses")
	line := o.fieldLabelled("+ Diagnosis").(*fields.Suggest)
	o.window().Focus(line)
	test.Type(line, "ovary")
	o.window().FocusNext()
	o.settle()
	if got := o.person("1").Diagnoses; len(got) != 1 || got[0].Site != pedigree.Ovary {
		t.Fatalf("diagnoses %+v", got)
	}
	if age := o.fieldLabelled("Age").(*fields.Fuzzy); o.window().Focused() != fyne.Focusable(age.Entry) {
		t.Errorf("after Tab the keyboard is in %T, want the age", o.window().Focused())
	}
}

func TestASiteThatIsEmptiedStaysAsItWas(t *testing.T) {
	o := open(t, anna())
	o.Select("g2")
	o.only("Diagnoses")
	before := o.session.now
	site := o.fieldLabelled("Site").(*fields.Suggest)
	site.SetText("")
	site.Commit()
	o.settle()
	if o.session.now != before || site.Text != "breast" || o.said == "" {
		t.Errorf("the field shows %q; said %q", site.Text, o.said)
	}
}

func TestTestsAndOperationsBeginWithWhatTheyAre(t *testing.T) {
	for _, tt := range []struct {
		section, label, typed string
		recorded              func(*pedigree.Individual) string
		want                  string
	}{
		{"Genetic tests", "+ Test", "palb2", func(p *pedigree.Individual) string { return p.GeneTests[0].Gene + string(p.GeneTests[0].ID) }, "PALB2n1"},
		{"Surgery", "+ Operation", "bso", func(p *pedigree.Individual) string { return p.Surgery[0].What + string(p.Surgery[0].ID) }, "bilateral salpingo-oophorectomyn1"},
	} {
		o := open(t, anna())
		o.only(tt.section)
		line := o.fieldLabelled(tt.label).(*fields.Suggest)
		line.SetText(tt.typed)
		line.Commit()
		o.settle()
		if got := tt.recorded(o.person("1")); got != tt.want {
			t.Errorf("%s: recorded %q, want %q", tt.section, got, tt.want)
		}
	}
}

func TestAnotherParentAndAConsentNeedBothChoices(t *testing.T) {
	o := open(t, anna())
	o.only("Parents and adoption")
	before := o.session.now
	choose[pedigree.ID](o, "+ Parent", "Joan · II-1")
	o.pressButton("Add parent")
	if o.session.now != before {
		t.Fatal("a parent of no kind was recorded")
	}
	choose[pedigree.LinkKind](o, "   Kind", "egg donor")
	if o.session.now != before {
		t.Fatal("recorded before it was added")
	}
	o.pressButton("Add parent")
	if got := o.person("1").OtherParents; len(got) != 1 || got[0].ID != "j" || got[0].Kind != pedigree.DonorEgg {
		t.Errorf("other parents %+v", got)
	}
	o.only("Consent to be named")
	choose[string](o, "+ May", "be recognisable")
	choose[string](o, "   To", "letters to patients")
	o.pressButton("Add consent")
	if got := o.person("1").Consents; len(got) != 1 || got[0].To != pedigree.ToPatientLetters || got[0].What != pedigree.ConsentRecognise {
		t.Errorf("consents %+v", got)
	}
}

func TestASiblingCanBeMadeATwin(t *testing.T) {
	o := open(t, anna())
	o.only("Twins")
	choose[pedigree.ID](o, "+ Twin", "Lee · III-2")
	choose[pedigree.Zygosity](o, "   Zygosity", "not identical")
	o.pressButton("Add twin")
	if got := o.session.now.Twins; len(got) != 1 || !slices.Equal(got[0].Members, []pedigree.ID{"1", "l"}) || got[0].Zygosity != pedigree.Dizygotic || got[0].ID == "" {
		t.Errorf("twins %+v", got)
	}
}

func TestNoLabelToggleOrHintOfTheFormIsCut(t *testing.T) {
	o := open(t, cousins())
	o.Select("bc")
	form := o.everything()
	room := float64(contentWidth - 30) // beside a tick box
	walk(form.content, func(c fyne.CanvasObject) {
		switch c := c.(type) {
		case *fields.Toggle:
			if textmetric.Screen.Width(c.Text, float64(theme.Body), false, false) > room {
				t.Errorf("no room for %q", c.Text)
			}
		case *theme.Button:
			if c.MinSize().Width > contentWidth {
				t.Errorf("no room for the button %q", c.Words)
			}
		case *fyne.Container:
			if min := c.MinSize().Width; c.Visible() && min > contentWidth {
				t.Errorf("a row of the form asks for %v of %v", min, contentWidth)
			}
		}
	})
}
