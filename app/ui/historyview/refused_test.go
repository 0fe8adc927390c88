package historyview

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kindred/pedigree"
	"kindred/pedigree/interview"
)

func TestWhatCannotBeSoStaysWithItsPersonAndIsANoteWhenTheFamilyIsClosed(t *testing.T) {
	o := open(t, anna())
	o.at("j", interview.ColumnAlive)
	o.press(fyne.KeyReturn, "perhaps", fyne.KeyReturn)
	o.Reload()
	o.Select("l") // the pedigree was looked at meanwhile
	o.Focus()
	if o.Selected() != "j" || o.window.Canvas().Focused() != fyne.Focusable(o.grid.editor) {
		t.Fatalf("what was typed about Joan stands at %s, and %T has the keyboard", o.Selected(), o.window.Canvas().Focused())
	}
	o.Leave()
	if got := o.person("j").Notes; !slices.Equal(got, []string{"Typed, not entered: aliveperhaps"}) {
		t.Errorf("Joan's notes are %q", got)
	}
}

func TestTheQuestionnaireKeepsWhatIsTypedWhileTheFamilyChanges(t *testing.T) {
	o := open(t, anna())
	o.press("q", fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, ", 43")
	_ = o.session.Do("elsewhere", func(f *pedigree.Family) error { f.Individual("1").Name = "Anne"; return nil })
	o.Reload()
	page := o.page.(*formPage)
	if page.fields[formAge].Text != "42, 43" || page.fields[formName].Text != "Anne" {
		t.Errorf("age %q, name %q", page.fields[formAge].Text, page.fields[formName].Text)
	}
	o.Leave()
	if got := o.person("1").Notes; !slices.Equal(got, []string{"Typed, not entered: Anne, 42, 43"}) {
		t.Errorf("Anna's notes are %q", got)
	}
}

func TestAnAnswerOfTheQuestionnaireIsWrittenOnceWhateverItsWords(t *testing.T) {
	o := open(t, anna())
	o.press("q", fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, "br 39")
	o.Commit()
	o.Commit()
	if n := len(o.person("1").Diagnoses); n != 1 || len(o.session.reasons) != 1 {
		t.Errorf("%d diagnoses after %q", n, o.session.reasons)
	}
}
