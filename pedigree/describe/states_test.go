package describe

import (
	"testing"

	"kindred/pedigree"
)

func TestTheFourStatesOfIllnessAreSaidDifferently(t *testing.T) {
	asked := func(q pedigree.Question, a pedigree.Answer) map[pedigree.Question]pedigree.Answer {
		return map[pedigree.Question]pedigree.Answer{q: a}
	}
	for want, p := range map[string]pedigree.Individual{
		"Ada.":                                  {},
		"Ada, well.":                            {Well: pedigree.Yes},
		"Ada, no details known.":                {NoDetails: true},
		"Ada, asked: no cancer.":                {Asked: asked(pedigree.AskedCancer, pedigree.No)},
		"Ada, cancer: doesn't know.":            {Asked: asked(pedigree.AskedCancer, pedigree.DontKnow)},
		"Ada, brothers: none.":                  {Asked: asked(pedigree.AskedBrothers, pedigree.No)},
		"Ada, sisters: doesn't know.":           {Asked: asked(pedigree.AskedSisters, pedigree.DontKnow)},
		"Ada, gene tests: none.":                {Asked: asked(pedigree.AskedTests, pedigree.No)},
		"Ada, died, asked: no cancer.":          {Deceased: pedigree.Yes, Asked: asked(pedigree.AskedCancer, pedigree.No)},
		"Ada, not in contact.":                  {NotInContact: true},
		"Ada, infertile (cause not found).":     {Childless: pedigree.ChildlessInfertile, ChildlessCause: "cause not found", Asked: asked(pedigree.AskedChildren, pedigree.No)},
		"Ada, no children by choice.":           {Childless: pedigree.ChildlessByChoice},
		"Ada, karyotype t(11;22).":              {Karyotype: "t(11;22)"},
		"Ada, no Ashkenazi Jewish ancestry.":    {Ashkenazi: pedigree.No},
		"Ada, Polish and Welsh ancestry.":       {Ancestry: []string{"Polish", "Welsh"}},
		"Ada, pregnancy at 20 weeks, due 2027.": {Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Ongoing, Weeks: pedigree.ParseFuzzy("20 weeks"), Due: pedigree.ParseFuzzy("2027")}},
	} {
		p.ID, p.Name, p.Sex = "1", "Ada", pedigree.Female
		if got := Person(&pedigree.Family{Individuals: []pedigree.Individual{p}}, "1", ""); got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}

func TestSpreadRecurrenceAndTheUndecidedAreSaidAsSuch(t *testing.T) {
	breast := pedigree.Diagnosis{Site: pedigree.Breast, Age: pedigree.ParseFuzzy("44")}
	later := func(site pedigree.Site, certainty pedigree.Certainty) pedigree.Diagnosis {
		return pedigree.Diagnosis{Site: site, Secondary: true, Certainty: certainty, Age: pedigree.ParseFuzzy("52")}
	}
	for want, d := range map[string]pedigree.Diagnosis{
		"breast cancer (recurrence) at 52 (reported)":                                                              later(pedigree.Breast, ""),
		"breast cancer again at 52 (new or a recurrence: not known, reported)":                                     later(pedigree.Breast, pedigree.Possible),
		"spread to the liver at 52 (reported)":                                                                     later("liver", ""),
		"spread to the lung at 52 (reported)":                                                                      later(pedigree.Lung, ""),
		"breast cancer at 52 (triple negative, grade 3, lobular, reported)":                                        {Site: pedigree.Breast, Age: pedigree.ParseFuzzy("52"), Pathology: pedigree.Pathology{ER: "negative", PR: "negative", HER2: "negative", Grade: 3, Histology: "lobular"}},
		"lobular carcinoma in situ of the breast at 52 (reported)":                                                 {Site: pedigree.Breast, Behaviour: pedigree.InSitu, Age: pedigree.ParseFuzzy("52"), Pathology: pedigree.Pathology{Histology: "lobular"}},
		"ovarian cancer (borderline) at 52 (treated with surgery, at Riverside, x, confirmed by histology report)": {Site: pedigree.Ovary, Behaviour: pedigree.Borderline, Age: pedigree.ParseFuzzy("52"), Treatment: "surgery", Hospital: "Riverside", Notes: []string{"x"}, Status: pedigree.Confirmed, ConfirmedBy: "histology report"},
	} {
		if got := Diagnoses(&pedigree.Individual{Sex: pedigree.Female, Diagnoses: []pedigree.Diagnosis{breast, d}})[1]; got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}
