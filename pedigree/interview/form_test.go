package interview

import (
	"testing"

	"kindred/pedigree"
)

func TestAQuestionnaireIsTypedRelativeByRelativeAndCanBeResumed(t *testing.T) {
	f := talk()
	f.Individual("sister").Source = pedigree.Provenance{ToldBy: "Anna"}
	f.Individual("sister").Age = pedigree.ExactYear(40)
	told := pedigree.Provenance{ToldBy: FromQuestionnaire, WrittenBy: "C. Ordinator", On: "2026-11-20"}
	n := 0
	ids := func() pedigree.ID { n++; return pedigree.ID("d" + string(rune('0'+n))) }
	type entry struct {
		id   pedigree.ID
		form Form
	}
	for _, e := range []entry{
		{"patient", Form{Name: "Anna", Born: "1984", Age: "41", Illnesses: "none"}},
		{"sister", Form{Name: "sister", Born: "1980", Age: "40", Illnesses: "?"}},
		{"aunt", Form{Name: "Joan", Born: "1950s", Age: "d 60", Illnesses: "br 49, ov 60", Confirmed: "hospital letter"}},
	} {
		if err := New(f, "patient").ApplyForm(f, e.id, e.form, told, ids); err != nil {
			t.Fatalf("%s: %v", e.id, err)
		}
		got := New(f, "patient").FormOf(e.id)
		if e.form.Illnesses == "br 49, ov 60" {
			e.form.Illnesses = "breast 49, ovary 60"
		}
		if got != e.form {
			t.Errorf("%s is shown again as %+v, want %+v", e.id, got, e.form)
		}
	}
	aunt, sister, patient := f.Individual("aunt"), f.Individual("sister"), f.Individual("patient")
	if len(aunt.Diagnoses) != 2 || aunt.Diagnoses[1].Status != pedigree.Confirmed || aunt.Diagnoses[1].Source != told || !aunt.IsDeceased() {
		t.Errorf("the aunt is %+v", aunt)
	}
	if patient.Deceased != pedigree.No || patient.Asked[pedigree.AskedCancer] != pedigree.No {
		t.Errorf("the patient is %+v", patient)
	}
	if sister.Source.ToldBy != "Anna" || sister.SourceOf("born") != told || sister.SourceOf("age").ToldBy != "Anna" {
		t.Errorf("what Anna said of her sister and what the form says are mixed: %+v", sister.Sources)
	}
	h := New(f, "patient")
	rows := h.FormRows()
	if at := h.Resume("2026-11-20"); rows[at-1] != "aunt" || rows[at] != "cousin" {
		t.Errorf("it goes on after %s with %s", rows[at-1], rows[at])
	}
	if at := h.Resume("2026-11-21"); at != 0 {
		t.Errorf("another questionnaire goes on at %d", at)
	}
	if got := h.Received(); got != "2026-11-20" {
		t.Errorf("the last questionnaire is of %q", got)
	}
}

func TestAFormThatIsLeftAsItWasChangesNothing(t *testing.T) {
	f := talk()
	before := f.Clone()
	h := New(f, "patient")
	for _, id := range h.FormRows() {
		if err := h.ApplyForm(f, id, h.FormOf(id), pedigree.Provenance{ToldBy: FromQuestionnaire}, nil); err != nil {
			t.Fatal(err)
		}
	}
	if diff := compare(before, f); diff != "" {
		t.Error(diff)
	}
}
