package pedigreeview

import (
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/pedigree"
)

// everything unfolds all sections of the form.
func (o *opened) everything() *form {
	o.t.Helper()
	for _, p := range plans() {
		o.inspect.opened[p.title] = true
	}
	o.inspect.edit()
	if o.inspect.form == nil {
		o.t.Fatal("the form did not open")
	}
	return o.inspect.form
}

// walk visits the form's fields in Tab order.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, visit)
		}
	case *fields.Fuzzy, *fields.Day, *fields.NHS, *fields.Count, *fields.Provenance:
		for _, child := range test.WidgetRenderer(o.(fyne.Widget)).Objects() {
			walk(child, visit)
		}
	}
}

func TestEnterOpensTheFormInTheNameAndEscGoesBackWithWhatWasTyped(t *testing.T) {
	o := open(t, anna())
	o.press(fyne.KeyReturn)
	w := fyne.CurrentApp().Driver().CanvasForObject(o.canvas)
	line, ok := w.Focused().(*fields.Line)
	if !ok || line.Text != "Anna" {
		t.Fatalf("the keyboard is in %T", w.Focused())
	}
	test.Type(line, "bel")
	line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	o.settle()
	if got := o.person("1").Name; got != "Annabel" {
		t.Errorf("the name is %q, want what was typed", got)
	}
	if w.Focused() != fyne.Focusable(o.canvas) || o.inspect.form != nil {
		t.Errorf("after Esc the keyboard is in %T, form open %v", w.Focused(), o.inspect.form != nil)
	}
	if reason, _ := o.session.CanUndo(); reason != "edit name of Anna" {
		t.Errorf("undo would say %q", reason)
	}
}

func TestTheFormFollowsTheSelectionAndKeepsItsFolds(t *testing.T) {
	o := open(t, anna())
	o.everything()
	o.Select("g2")
	if o.inspect.form == nil || o.inspect.form.person != "g2" {
		t.Fatal("the form does not show the newly selected person")
	}
	for _, s := range o.inspect.form.sections {
		if !s.isOpen() {
			t.Errorf("%s was folded again", s.plan.title)
		}
	}
}

func TestEveryRecordedKindOfFactHasAFieldInTheForm(t *testing.T) {
	f := anna()
	p := f.Individual("1")
	p.OtherParents = []pedigree.ParentLink{{ID: "j", Kind: pedigree.Adoptive}}
	p.Diagnoses = []pedigree.Diagnosis{{ID: "d", Site: pedigree.Breast}}
	p.GeneTests = []pedigree.GeneTest{{ID: "t", Gene: "BRCA1"}}
	p.Carrier = []pedigree.CarrierState{{Condition: "cystic fibrosis"}}
	p.Surgery = []pedigree.Surgery{{ID: "s", What: "mastectomy"}}
	p.Consents = []pedigree.Consent{{To: "all", What: pedigree.ConsentName}}
	p.Pregnancy = &pedigree.Pregnancy{Kind: pedigree.Ongoing}
	f.Twins = []pedigree.TwinSet{{ID: "tw", Members: []pedigree.ID{"1", "l"}, Zygosity: pedigree.Dizygotic}}
	f.Individuals = append(f.Individuals, pedigree.Individual{ID: "s", Sex: pedigree.Female, Mother: "m", Father: "f"})
	f.Unions = append(f.Unions, pedigree.Union{ID: "u3", Partners: []pedigree.ID{"1", "j"}})
	o := open(t, f)
	form := o.everything()

	labels := map[string]bool{}
	walk(form.content, func(c fyne.CanvasObject) {
		switch c := c.(type) {
		case *theme.Text:
			labels[c.String] = true
		case *fields.Toggle:
			labels[c.Text] = true
		}
	})
	for _, want := range []string{
		"Name", "Family name", "Birth name", "Sex at birth", "Gender", "Karyotype", "Deceased", "Age", "Age said on", "Born", "Died",
		"Cause of death", "Well", "Affected", "Not in contact", "Asked, no details known", "Site", "Side", "Status", "Confirmed by",
		"Behaviour", "Certainty", "Spread or recurrence, not a new primary", "Grade", "ER", "PR", "HER2", "CK14", "CK5/6", "Histology",
		"As said", "Treatment", "Treated at", "Report from", "Asked on", "Ask again on", "Answered on", "Answer", "Gene", "Reported on",
		"Ovaries", "Womb", "Breasts", "Prostate", "Any cancer", "Gene tests", "Brothers", "Sisters", "Siblings", "Partners", "Losses", "Operations",
		"Result", "Class", "Variant", "Extent", "Sample", "Report seen", "Laboratory", "Operation", "Reason",
		"Ashkenazi", "Ancestry", "Egg parent", "Sperm parent", "Adopted", "Parent", "Kind", "Zygosity", "Children", "Cause", "Related",
		"How related", "Together", "Outcome", "Weeks", "Due", "How many", "Several, number not known", "Condition", "Examined, or records seen by us",
		"Nothing known of parents' families", "+ Diagnosis", "+ Test", "+ Carrier of", "+ Operation", "+ Parent", "+ Twin", "+ May", "About", "Told by", "On", "Use",
		"Told for", "May", "To", "Given on", "Withdrawn", "Notes", "NHS number", "NHS number not known", "Title", "Given name",
		"Date of birth", "Address", "Confirmed on", "Safe to write", "Phone", "Email", "GP", "GP practice", "GP address", "Letters in",
		"Other needs", "Interpreter", "Copy letters", "Referred on", "Referred by", "Referral for",
	} {
		if !labels[want] {
			t.Errorf("no field %q", want)
		}
	}
}

func TestEveryFieldOfTheFormReachesTheRecord(t *testing.T) {
	f := anna()
	p := f.Individual("1")
	p.Diagnoses = []pedigree.Diagnosis{{ID: "d", Site: pedigree.Breast}}
	p.GeneTests = []pedigree.GeneTest{{ID: "t", Gene: "BRCA1"}}
	p.Carrier = []pedigree.CarrierState{{Condition: "cystic fibrosis"}}
	p.Surgery = []pedigree.Surgery{{ID: "s", What: "mastectomy"}}
	o := open(t, f)
	form := o.everything()
	edited := 0
	for _, s := range form.sections {
		if s.plan.title == "Parents and adoption" || s.plan.title == "Pregnancy" {
			continue // these change who is drawn, and have tests of their own
		}
		var visit []fyne.CanvasObject
		walk(s.body, func(c fyne.CanvasObject) { visit = append(visit, c) })
		for _, c := range visit {
			before := o.session.now
			var what string
			switch c := c.(type) {
			case *fields.Line:
				what = "line"
				c.SetText("3 Apr 1952") // reads as text, as a date, and as an age that is kept
				if c.PlaceHolder == "one" {
					c.SetText("3")
				}
				c.Commit()
			case *fields.Lines:
				what = "lines"
				c.SetText("one\ntwo")
				c.Commit()
			case *fields.Suggest:
				what = "suggestion"
				c.SetText("something else")
				c.Commit()
			case *fields.Toggle:
				what = "toggle"
				c.SetChecked(!c.Checked)
			case *fields.NHS:
				what = "NHS number"
				c.Entry.SetText("999 000 0018")
				c.Entry.Commit()
			default:
				continue
			}
			if line, ok := c.(*fields.Line); ok && s.plan.title == "Patient record" && o.session.now == before {
				if line.Text == "999 000 0018" || line.Text == "3 Apr 1952" {
					continue // the NHS number's own line, which refuses a date
				}
			}
			if reflect.DeepEqual(o.session.now, before) {
				t.Errorf("%s: a %s changed nothing in the record", s.plan.title, what)
			}
			edited++
		}
	}
	o.settle()
	if edited < 60 {
		t.Errorf("only %d fields were found", edited)
	}
	if o.session.refused > 0 {
		t.Errorf("%d edits were refused: %s", o.session.refused, o.said)
	}
}

func TestMakePatientBeginsWithWhatThePedigreeKnows(t *testing.T) {
	o := open(t, anna())
	o.Select("j")
	o.everything().makePatient()
	o.settle()
	p := o.session.now.PatientOf("j")
	if p == nil || p.GivenName != "Joan" || p.ID == "" {
		t.Fatalf("patient record %+v", p)
	}
}

func TestASourceOfOneFactIsKeptApartFromThatOfThePerson(t *testing.T) {
	p := &pedigree.Individual{Source: pedigree.Provenance{ToldBy: "Anna"}}
	setSource(p, "age", pedigree.Provenance{ToldBy: "GP letter"})
	if p.SourceOf("age").ToldBy != "GP letter" || p.SourceOf("name").ToldBy != "Anna" {
		t.Errorf("sources %+v", p.Sources)
	}
	setSource(p, "age", pedigree.Provenance{})
	if _, kept := p.Sources["age"]; kept || p.SourceOf("age").ToldBy != "Anna" {
		t.Errorf("an empty source is taken out: %+v", p.Sources)
	}
}

func TestFactsSayWhoToldThem(t *testing.T) {
	for _, fact := range FactsOf(anna(), "g2") {
		if fact.Label == "Diagnosis" {
			if !strings.HasPrefix(fact.Value, "Breast cancer at 55") || fact.Source != "told by Anna" {
				t.Errorf("got %+v", fact)
			}
			return
		}
	}
	t.Error("the diagnosis is missing")
}

func TestWhatValidationFindsOfAPersonStandsInTheirCard(t *testing.T) {
	f := anna()
	f.Individual("1").Diagnoses = []pedigree.Diagnosis{{ID: "d", Site: pedigree.Breast, Age: pedigree.ExactYear(60)}} // she is 42
	o := open(t, f)
	if len(o.inspect.warning) == 0 {
		t.Error("a diagnosis after the age reached is not pointed out")
	}
}
