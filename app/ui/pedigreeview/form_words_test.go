package pedigreeview

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"kindred/app/ui/fields"
	"kindred/pedigree"
)

func TestEverydayWordsBecomeTheSiteThatTheyMeanAndVagueOnesStayAsSaid(t *testing.T) {
	for _, tt := range []struct {
		said string
		want pedigree.Diagnosis
	}{
		{"bowel", pedigree.Diagnosis{Site: pedigree.Colorectum}},
		{"Womb", pedigree.Diagnosis{Site: pedigree.Endometrium}},
		{"dcis", pedigree.Diagnosis{Site: pedigree.Breast, Behaviour: pedigree.InSitu, Pathology: pedigree.Pathology{Histology: "ductal"}}},
		{"?ov/bowel", pedigree.Diagnosis{Site: pedigree.Ovary, Certainty: pedigree.Possible, Words: "?ov/bowel"}},
		{"?ovary", pedigree.Diagnosis{Site: pedigree.Ovary, Certainty: pedigree.Possible, Words: "?ovary"}},
		{"abdo ca", pedigree.Diagnosis{Site: pedigree.UnknownPrimary, Words: "abdo ca"}},
		{"blood", pedigree.Diagnosis{Site: "blood cancer", Words: "blood"}},
		{"Marfan syndrome", pedigree.Diagnosis{Site: "Marfan syndrome"}},
		{"breast/elbow", pedigree.Diagnosis{Site: "breast/elbow", Certainty: pedigree.Possible, Words: "breast/elbow"}},
	} {
		var got pedigree.Diagnosis
		diagnose(&got, tt.said)
		if got.Site != tt.want.Site || got.Behaviour != tt.want.Behaviour || got.Certainty != tt.want.Certainty || got.Words != tt.want.Words ||
			got.Pathology.Histology != tt.want.Pathology.Histology {
			t.Errorf("%q: got %+v, want %+v", tt.said, got, tt.want)
		}
	}
}

func TestALineSaysWhileTypingWhatItsWordsAreTakenFor(t *testing.T) {
	for _, tt := range []struct {
		said, want string
		sure       bool
	}{
		{"breast", "", true},
		{"bowel", "recorded as colorectum", true},
		{"dcis", "recorded as breast, in situ, ductal", true},
		{"?ovary", "possible ovary, kept as said", false},
		{"blood", "kept as blood cancer, in no number; may be leukaemia or lymphoma or myeloma", false},
		{"abdo ca", "kept as said: cancer, primary not known", false},
		{"Marfan syndrome", "a condition by its own name: in no number", false},
	} {
		if got, sure := siteMeaning(tt.said); got != tt.want || sure != tt.sure {
			t.Errorf("%q: %q, sure %v; want %q, %v", tt.said, got, sure, tt.want, tt.sure)
		}
	}
	if got, _ := operationWords.meaning("bso"); got != "recorded as bilateral salpingo-oophorectomy" {
		t.Errorf("an operation: %q", got)
	}
	if got, _ := geneWords.meaning("BRCA1"); got != "" {
		t.Errorf("a gene by its symbol: %q", got)
	}
}

func TestTheListOffersWhatBeginsWithTheWordsTyped(t *testing.T) {
	o := open(t, anna())
	o.only("Diagnoses")
	line := o.fieldLabelled("+ Diagnosis").(*fields.Suggest)
	o.window().Focus(line)
	test.Type(line, "pan")
	if got := line.Matches(line.Text); len(got) == 0 || got[0] != "pancreas" {
		t.Errorf("offers %q", got)
	}
}

func TestAnAgeThatCannotBeIsSaidWhileTypingAndKept(t *testing.T) {
	o := open(t, anna())
	o.only(sectionLife)
	born := o.fieldLabelled("Born").(*fields.Fuzzy)
	o.window().Focus(born.Entry)
	test.Type(born.Entry, "1952")
	if want := "born 1952 and 42 on 21 November 2026 cannot both be: 73 or 74"; born.Hint() != want {
		t.Errorf("hint %q, want %q", born.Hint(), want)
	}
	born.Entry.Commit()
	o.settle()
	if got := o.person("1").Born; got.Words != "1952" {
		t.Errorf("kept %+v", got)
	}
	age := o.fieldLabelled("Age").(*fields.Fuzzy)
	if age.Hint() != born.Hint() {
		t.Errorf("the age says %q", age.Hint())
	}
	o.window().Focus(age.Entry)
	age.Entry.SetText("73")
	if age.Hint() != "" {
		t.Errorf("an age that fits: %q", age.Hint())
	}
}

func TestAnAgeAtDiagnosisIsHeldAgainstTheAgeReached(t *testing.T) {
	o := open(t, anna())
	o.Select("g2")
	o.only("Diagnoses")
	age := o.fieldLabelled("Age").(*fields.Fuzzy)
	o.window().Focus(age.Entry)
	for _, tt := range []struct{ typed, want string }{
		{"60", "60 is after the death at 58"},
		{"50s", "between 50 and 59"},
		{"about", "kept as said, without a number"},
		{"55", ""},
	} {
		age.Entry.SetText(tt.typed)
		if age.Hint() != tt.want {
			t.Errorf("%q: %q, want %q", tt.typed, age.Hint(), tt.want)
		}
	}
	o.only(sectionLife)
	reached := o.fieldLabelled("Age").(*fields.Fuzzy)
	o.window().Focus(reached.Entry)
	reached.Entry.SetText("50")
	if want := "breast: 55 is after the death at 50"; reached.Hint() != want {
		t.Errorf("%q, want %q", reached.Hint(), want)
	}
}

func TestOrgansAndAnswersOfTheFormReachTheRecordAndTheFacts(t *testing.T) {
	o := open(t, anna())
	o.only("Organs")
	choose[pedigree.Answer](o, "Ovaries", "never had")
	o.only("Asked, and the answer")
	choose[pedigree.Answer](o, "Brothers", "asked, none")
	o.only(sectionLife)
	choose[pedigree.Answer](o, "Any cancer", "doesn't know")
	p := o.person("1")
	if p.EverHad(pedigree.Ovaries) != pedigree.No || p.Illness() != pedigree.IllnessUncertain || p.Asked[pedigree.AskedBrothers] != pedigree.No {
		t.Fatalf("organs %v, asked %v", p.Organs, p.Asked)
	}
	facts := map[string]string{}
	for _, fact := range FactsOf(o.session.now, "1") {
		facts[fact.Label] = fact.Value
	}
	for label, want := range map[string]string{
		"Organs": "Womb, breasts", "Asked": "No brothers", "Status": "Not known whether there was any cancer",
	} {
		if facts[label] != want {
			t.Errorf("%s: %q, want %q", label, facts[label], want)
		}
	}
}

func TestTheFourAnswersToIllnessReadDifferently(t *testing.T) {
	said := map[string]bool{}
	for _, p := range []pedigree.Individual{
		{NoDetails: true},
		{Well: pedigree.Yes},
		{Well: pedigree.DontKnow},
		{},
		{Asked: map[pedigree.Question]pedigree.Answer{pedigree.AskedCancer: pedigree.No}},
	} {
		p.ID, p.Name = "x", "Joan"
		words := ""
		for _, fact := range FactsOf(&pedigree.Family{Individuals: []pedigree.Individual{p}}, "x") {
			if fact.Label == "Status" || fact.Label == "Details" {
				words += fact.Value + "; "
			}
		}
		if said[words] {
			t.Errorf("two answers read %q", words)
		}
		said[words] = true
	}
}

func TestAVariantIsCheckedAndKeptAsReported(t *testing.T) {
	f := anna()
	f.Individual("1").GeneTests = []pedigree.GeneTest{{ID: "t", Gene: "BRCA1", Variant: "c.68_69del"}}
	o := open(t, f)
	o.only(sectionTests)
	variant := o.fieldLabelled("Variant").(*fields.Checked)
	if variant.Hint() != "" {
		t.Errorf("of a right variant: %q", variant.Hint())
	}
	o.window().Focus(variant.Entry)
	variant.Entry.SetText("c.68_70")
	if variant.Hint() == "" {
		t.Error("nothing is said of half a variant")
	}
	variant.Entry.Commit()
	o.settle()
	if got := o.person("1").GeneTests[0].Variant; got != "c.68_70" {
		t.Errorf("kept %q", got)
	}
}
