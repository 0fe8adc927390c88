package pedigreeview

import (
	"testing"

	"fyne.io/fyne/v2"

	"kindred/pedigree"
)

func TestAHistoryTypedInOneRunIsTheFamilyThatWasTold(t *testing.T) {
	o := typing(t, newFamily())
	for _, line := range []struct {
		text string
		then fyne.KeyName
	}{
		{"self Anna f 41 well", fyne.KeyReturn},
		{"s Ruth 45", fyne.KeyReturn},
		{"s Mia 38 br 36 TN", fyne.KeyReturn},
		{"m Jean 70 br ~50 confirmed", fyne.KeyTab},
		{"3s no details", fyne.KeyReturn},
		{"m d 40s ov", fyne.KeyReturn},
		{"@", fyne.KeyReturn},
		{"f 72 well", fyne.KeyReturn},
	} {
		o.types(line.text, line.then)
	}
	anna, mia, jean := o.named("Anna"), o.named("Mia"), o.named("Jean")
	if anna.ID != "1" || anna.Sex != pedigree.Female || anna.Age.String() != "41" || anna.Well != pedigree.Yes {
		t.Errorf("Anna: %+v", anna)
	}
	if got := o.session.now.Patients[0].GivenName; got != "Anna" {
		t.Errorf("the patient record is of %q", got)
	}
	if ruth := o.named("Ruth"); ruth.Mother != jean.ID || anna.Mother != jean.ID || mia.Mother != jean.ID {
		t.Error("the sisters are not Jean's daughters")
	}
	if len(mia.Diagnoses) != 1 || mia.Diagnoses[0].Site != pedigree.Breast || mia.Diagnoses[0].Age.String() != "36" {
		t.Errorf("Mia: %+v", mia.Diagnoses)
	}
	if len(jean.Diagnoses) != 1 || jean.Diagnoses[0].Status != pedigree.Confirmed || jean.Diagnoses[0].Age.String() != "~50" {
		t.Errorf("Jean: %+v", jean.Diagnoses)
	}
	grandmother := o.person(jean.Mother)
	if grandmother.Deceased != pedigree.Yes || len(grandmother.Diagnoses) != 1 || grandmother.Diagnoses[0].Site != pedigree.Ovary {
		t.Errorf("the grandmother: %+v", grandmother)
	}
	aunts := 0
	for _, id := range o.session.now.ChildrenOf(grandmother.ID) {
		if p := o.person(id); id != jean.ID && p.NoDetails {
			aunts += max(1, p.Count)
		}
	}
	if aunts != 3 {
		t.Errorf("%d aunts without details, three were told", aunts)
	}
	if father := o.person(anna.Father); father.Well != pedigree.Yes || father.Age.String() != "72" {
		t.Errorf("the father: %+v", father)
	}
	if got := o.Selected(); got != "1" || o.entry.field.Text != "" {
		t.Errorf("afterwards the line is about %q and holds %q", got, o.entry.field.Text)
	}
}

func TestTabCompletesAWordThatIsNotUnderstoodAndEntersALineThatIs(t *testing.T) {
	o := typing(t, anna())
	o.types("s Bow", fyne.KeyTab) // a name, although bowel begins so
	if got := o.Selected(); got != o.named("Bow").ID {
		t.Fatalf("Tab after a name: selected %q, the field holds %q", got, o.entry.field.Text)
	}
	people := len(o.session.now.Individuals)
	o.types("@", fyne.KeyReturn)
	o.types("s Ann 54 breas", fyne.KeyTab)
	if got := o.entry.field.Text; got != "s Ann 54 breast " || len(o.session.now.Individuals) != people {
		t.Fatalf("Tab after half a word: %q", got)
	}
	o.types("49", fyne.KeyTab)
	if got := o.named("Ann"); len(got.Diagnoses) != 1 || o.Selected() != got.ID {
		t.Errorf("then Tab enters: %+v, selected %q", got.Diagnoses, o.Selected())
	}
}

func TestAnUnsavedLineComesBackAboutTheSamePerson(t *testing.T) {
	o := typing(t, anna())
	o.session.disk = []func(error){}
	before := o.session.now
	o.types("@ Joan", fyne.KeyReturn)
	o.types("dau Lucy 40", fyne.KeyReturn)
	o.types("@", fyne.KeyReturn)
	o.session.now = before
	o.session.disk[0](errGone)
	o.settle()
	if got := o.entry.field.Text; got != "dau Lucy 40" || o.Selected() != "j" {
		t.Errorf("back is %q about %q", got, o.Selected())
	}
}

func TestAParentWhoIsNotRecordedYetIsAddedByGoingThere(t *testing.T) {
	o := typing(t, anna())
	o.types("@ mgm's mother", fyne.KeyReturn)
	if got := o.Selected(); got == "1" || o.person("g2").Mother != got {
		t.Errorf("selected %q; the line says %q", got, o.entry.box.shown.warning)
	}
}
