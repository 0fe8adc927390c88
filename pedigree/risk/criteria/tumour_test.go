package criteria

import (
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

func TestADiagnosisCountsAsFarAsWhatIsRecordedOfIt(t *testing.T) {
	bowel := &Tumour{Sites: []pedigree.Site{pedigree.Colorectum}, Primary: true}
	lobular := &Tumour{Sites: []pedigree.Site{pedigree.Breast}, Histology: []string{"lobular"}}
	her2 := &Tumour{Sites: []pedigree.Site{pedigree.Breast}, HER2: true}
	melanoma := &Tumour{Sites: []pedigree.Site{pedigree.Melanoma}}
	inSitu := &Tumour{Sites: []pedigree.Site{pedigree.Stomach}, InSitu: true}
	exact, below50, to46 := pedigree.ExactYear, Limit{Below: 50}, Limit{To: 46}
	for _, c := range []struct {
		name  string
		d     pedigree.Diagnosis
		t     *Tumour
		l     Limit
		level Level
		why   string
	}{
		{"reported", pedigree.Diagnosis{Site: pedigree.Colorectum}, bowel, Limit{}, Reported, ""},
		{"requested", pedigree.Diagnosis{Site: pedigree.Colorectum, Status: pedigree.Requested}, bowel, Limit{}, Reported, ""},
		{"confirmed", pedigree.Diagnosis{Site: pedigree.Colorectum, Status: pedigree.Confirmed}, bowel, Limit{}, Confirmed, ""},
		{"refuted", pedigree.Diagnosis{Site: pedigree.Colorectum, Status: pedigree.Refuted}, bowel, Limit{}, No, ""},
		{"secondary", pedigree.Diagnosis{Site: pedigree.Colorectum, Secondary: true}, bowel, Limit{}, No, ""},
		{"new or come back", pedigree.Diagnosis{Site: pedigree.Colorectum, Secondary: true, Certainty: pedigree.Possible}, bowel, Limit{}, Open, "come back"},
		{"possible", pedigree.Diagnosis{Site: pedigree.Colorectum, Certainty: pedigree.Possible}, bowel, Limit{}, Open, "possible"},
		{"in situ", pedigree.Diagnosis{Site: pedigree.Colorectum, Behaviour: pedigree.InSitu}, bowel, Limit{}, No, ""},
		{"borderline", pedigree.Diagnosis{Site: pedigree.Colorectum, Behaviour: pedigree.Borderline}, bowel, Limit{}, No, ""},
		{"another site", pedigree.Diagnosis{Site: pedigree.Stomach}, bowel, Limit{}, No, ""},
		{"unknown primary", pedigree.Diagnosis{Site: pedigree.UnknownPrimary}, bowel, Limit{}, Open, "where the cancer began"},
		{"confirmed unknown primary", pedigree.Diagnosis{Site: pedigree.UnknownPrimary, Status: pedigree.Confirmed}, bowel, Limit{}, No, ""},
		{"unknown primary, not one of these", pedigree.Diagnosis{Site: pedigree.UnknownPrimary}, lobular, Limit{}, No, ""},
		{"ovary or bowel", pedigree.Diagnosis{Site: pedigree.Ovary, Certainty: pedigree.Possible, Words: "?ov/bowel"}, bowel, Limit{}, Open, "which cancer"},
		{"skin", pedigree.Diagnosis{Site: "skin cancer"}, melanoma, Limit{}, Open, "which cancer"},
		{"below 50 at 49", pedigree.Diagnosis{Site: pedigree.Colorectum, Age: exact(49)}, bowel, below50, Reported, ""},
		{"below 50 at 50", pedigree.Diagnosis{Site: pedigree.Colorectum, Age: exact(50)}, bowel, below50, No, ""},
		{"46 or younger at 46", pedigree.Diagnosis{Site: pedigree.Colorectum, Age: exact(46)}, bowel, to46, Reported, ""},
		{"46 or younger at 47", pedigree.Diagnosis{Site: pedigree.Colorectum, Age: exact(47)}, bowel, to46, No, ""},
		{"40s", pedigree.Diagnosis{Site: pedigree.Colorectum, Age: pedigree.ParseFuzzy("40s")}, bowel, below50, Reported, ""},
		{"about 50", pedigree.Diagnosis{Site: pedigree.Colorectum, Age: pedigree.ParseFuzzy("about 50")}, bowel, below50, Open, "may or may not be below 50"},
		{"before 50", pedigree.Diagnosis{Site: pedigree.Colorectum, Age: pedigree.ParseFuzzy("<50")}, bowel, below50, Reported, ""},
		{"no age, died at 61", pedigree.Diagnosis{Site: pedigree.Colorectum}, bowel, below50, Open, "the age is needed"},
		{"no age, but any below 70", pedigree.Diagnosis{Site: pedigree.Colorectum}, bowel, Limit{Below: 70}, Reported, ""},
		{"after the death", pedigree.Diagnosis{Site: pedigree.Colorectum, Age: exact(62)}, bowel, Limit{Below: 70}, Open, "contradict"},
		{"an age of 999 is none", pedigree.Diagnosis{Site: pedigree.Colorectum, Age: exact(999)}, bowel, below50, Open, "the age is needed"},
		{"lobular", pedigree.Diagnosis{Site: pedigree.Breast, Pathology: pedigree.Pathology{Histology: "Invasive Lobular"}}, lobular, Limit{}, Reported, ""},
		{"lobular as told", pedigree.Diagnosis{Site: pedigree.Breast, Words: "lobular breast ca"}, lobular, Limit{}, Reported, ""},
		{"ductal", pedigree.Diagnosis{Site: pedigree.Breast, Pathology: pedigree.Pathology{Histology: "ductal"}}, lobular, Limit{}, No, ""},
		{"histology not recorded", pedigree.Diagnosis{Site: pedigree.Breast}, lobular, Limit{}, Open, "histology"},
		{"LCIS", pedigree.Diagnosis{Site: pedigree.Breast, Pathology: pedigree.Pathology{Histology: "LCIS"}}, lobular, Limit{}, No, ""},
		{"HER2 not recorded", pedigree.Diagnosis{Site: pedigree.Breast}, her2, Limit{}, Open, "HER2"},
		{"HER2 negative", pedigree.Diagnosis{Site: pedigree.Breast, Pathology: pedigree.Pathology{HER2: pedigree.ReceptorNegative}}, her2, Limit{}, No, ""},
		{"in situ where that is asked", pedigree.Diagnosis{Site: pedigree.Stomach, Behaviour: pedigree.InSitu}, inSitu, Limit{}, Reported, ""},
		{"invasive where in situ is asked", pedigree.Diagnosis{Site: pedigree.Stomach, Behaviour: pedigree.Invasive}, inSitu, Limit{}, No, ""},
		{"between two sources", pedigree.Diagnosis{Site: pedigree.Colorectum, Age: exact(55)}, bowel, Limit{Below: 70, AgreedBelow: 50}, Open, "one source"},
		{"below both", pedigree.Diagnosis{Site: pedigree.Colorectum, Age: exact(49)}, bowel, Limit{Below: 70, AgreedBelow: 50}, Reported, ""},
	} {
		f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Consultand: true, Deceased: pedigree.Yes, Age: exact(61), Diagnoses: []pedigree.Diagnosis{c.d}}}}
		v := Look(risk.Open(risk.Request{Family: f}))
		matches := v.Matches(v.At(0), c.t, c.l)
		switch {
		case c.level == No && len(matches) > 0, c.level > No && (len(matches) != 1 || matches[0].Level != c.level):
			t.Errorf("%s: %+v, want %s", c.name, matches, c.level.Category())
		case c.why != "" && !strings.Contains(strings.Join(matches[0].Doubts, ", "), c.why):
			t.Errorf("%s: %q does not say %q", c.name, matches[0].Doubts, c.why)
		case v.Most(v.At(0), c.t, c.l) != c.level:
			t.Errorf("%s: the surest is %s", c.name, v.Most(v.At(0), c.t, c.l).Category())
		}
	}
}

func TestAffectedWithoutADiagnosisIsOpen(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Consultand: true, Affected: pedigree.Yes}}}
	v := Look(risk.Open(risk.Request{Family: f}))
	if m := v.Matches(v.At(0), &Tumour{Sites: []pedigree.Site{pedigree.Colorectum}}, Limit{Below: 50}); len(m) != 1 || m[0].Level != Open {
		t.Errorf("%+v", m)
	}
}
