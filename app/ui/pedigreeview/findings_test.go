package pedigreeview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kindred/app/ui/fields"
	"kindred/pedigree"
)

// muddled is Anna's family with a birth of hers that does not fit her age and her parents', an ovarian
// cancer in her father, and one in her mother after both ovaries were removed.
func muddled() *pedigree.Family {
	f := anna()
	f.Individual("f").Diagnoses = []pedigree.Diagnosis{{ID: "d2", Site: pedigree.Ovary, Age: pedigree.ExactYear(50)}}
	f.Individual("m").Surgery = []pedigree.Surgery{{ID: "s", What: "bilateral salpingo-oophorectomy", Age: pedigree.ExactYear(45)}}
	f.Individual("m").Diagnoses = []pedigree.Diagnosis{{ID: "d3", Site: pedigree.Ovary, Age: pedigree.ExactYear(50)}}
	f.Individual("1").Born = pedigree.ExactYear(1952)
	return f
}

func TestWhatIsToCheckIsCountedAboveTheCanvas(t *testing.T) {
	o := open(t, anna())
	if o.findings.chip.Visible() {
		t.Fatalf("nothing is to check: %q", o.findings.count.Words)
	}
	o = open(t, muddled())
	if !o.findings.chip.Visible() || !strings.HasPrefix(o.findings.count.Words, "4 to check") {
		t.Errorf("the chip says %q of %v", o.findings.count.Words, o.findings.all)
	}
	if last := o.findings.all[len(o.findings.all)-1]; last.Severity != pedigree.Remark {
		t.Errorf("the last is %+v, want the remark", last)
	}
	o.press('k')
	o.SetPatientView(true, "pa")
	if o.findings.layer.Visible() {
		t.Error("the patient sees the list until the family is drawn again")
	}
	o.settle()
	if o.findings.chip.Visible() {
		t.Error("a patient who looks on sees the count")
	}
}

func TestEnterInTheListGoesToThePersonWithTheFormOpen(t *testing.T) {
	o := open(t, muddled())
	o.press('k')
	if !o.findings.layer.Visible() {
		t.Fatal("K opens no list")
	}
	var row *amber
	for step := 0; step < len(o.findings.rows); step++ {
		row = o.window().Focused().(*amber)
		if o.findings.all[step].Key == "organ-and-sex" {
			break
		}
		row.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	o.window().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	o.settle()
	if o.findings.layer.Visible() || o.Selected() != "f" || o.inspect.form == nil || o.inspect.form.person != "f" {
		t.Fatalf("selected %q, list open %v", o.Selected(), o.findings.layer.Visible())
	}
	site := o.fieldLabelled("Site")
	if o.window().Focused() != fyne.Focusable(site.(*fields.Suggest)) {
		t.Errorf("the keyboard is in %T, want the site of the diagnosis", o.window().Focused())
	}
}

func TestEscapeLeavesTheListAndWhatIsPutRightLeavesIt(t *testing.T) {
	o := open(t, muddled())
	o.press('k')
	o.window().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if o.findings.layer.Visible() || o.window().Focused() != fyne.Focusable(o.canvas) {
		t.Fatal("Escape does not go back to the canvas")
	}
	o.press('k')
	before := len(o.findings.rows)
	o.do("put right", func(f *pedigree.Family) (pedigree.ID, error) {
		f.Individual("f").Diagnoses = nil
		return "", nil
	})
	o.settle()
	if got := len(o.findings.rows); got != before-1 {
		t.Errorf("%d lines, want %d", got, before-1)
	}
}

func TestWithNothingToCheckTheKeySaysSo(t *testing.T) {
	o := open(t, anna())
	o.press('k')
	if o.findings.layer.Visible() || !strings.HasPrefix(o.said, "Nothing to check") {
		t.Errorf("said %q", o.said)
	}
}

func TestEveryRuleLeadsToASectionOfTheForm(t *testing.T) {
	titles := map[string]bool{}
	for _, p := range plans() {
		titles[p.title] = true
	}
	for _, finding := range muddled().Validate() {
		if !titles[sectionOf(finding.Key)] {
			t.Errorf("%s leads to %q", finding.Key, sectionOf(finding.Key))
		}
	}
}
