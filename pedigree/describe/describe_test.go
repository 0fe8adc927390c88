package describe

import (
	"testing"

	"kindred/pedigree"
)

func TestAgesAreSaidAsTheyWereTold(t *testing.T) {
	woman := &pedigree.Individual{Sex: pedigree.Female}
	for words, want := range map[string][2]string{
		"49":                {"at 49", "49"},
		"aged 49":           {"at 49", "49"},
		"about 70":          {"at about 70", "about 70"},
		"~70":               {"at about 70", "about 70"},
		"70ish":             {"at about 70", "about 70"},
		"80s":               {"in her 80s", "in her 80s"},
		"in her early 40s":  {"in her early 40s", "in her early 40s"},
		"under 50":          {"before 50", "under 50"},
		"late teens":        {"in her late teens", "in her late teens"},
		"in childhood":      {"in childhood", "in childhood"},
		"as a baby":         {"as a baby", "as a baby"},
		"at birth":          {"at birth", "at birth"},
		"40s or 50s":        {"between 40 and 59", "40 to 59"},
		">70":               {"at 71 or over", "71 or over"},
		"70+":               {"at 70 or over", "70 or over"},
		"55-60":             {"between 55 and 60", "55 to 60"},
		"8 weeks":           {"at 8 weeks", "8 weeks"},
		"?":                 {"at an age not known", "age not known"},
		"before the war":    {`at an age not known ("before the war")`, `age not known ("before the war")`},
		"999":               {"at an age recorded as 999", "age recorded as 999"},
		"between 55 and 60": {"between 55 and 60", "55 to 60"},
	} {
		age := pedigree.ParseFuzzy(words)
		if got := [2]string{AtAge(woman, age), Aged(woman, age)}; got != want {
			t.Errorf("%q is said %q, want %q", words, got, want)
		}
	}
}

func TestYearsAreSaidAsTheyWereTold(t *testing.T) {
	for words, want := range map[string]string{
		"1950": "in 1950", "1950s": "in the 1950s", "about 1950": "about 1950", "14/03/1984": "on 14 March 1984",
		"<1950": "before 1950", "1950-1955": "between 1950 and 1955", "?": "in a year not known", ">1950": "in 1951 or after",
	} {
		if got := InYear(pedigree.ParseFuzzy(words)); got != want {
			t.Errorf("%q is said %q, want %q", words, got, want)
		}
	}
}

func TestPronounFollowsGenderThenSex(t *testing.T) {
	for want, p := range map[string]pedigree.Individual{
		"her":   {Sex: pedigree.Male, Gender: pedigree.Woman},
		"his":   {Sex: pedigree.Male},
		"their": {Sex: pedigree.Female, Gender: pedigree.NonBinary},
	} {
		if got := possessive(&p); got != want {
			t.Errorf("%+v is said %q, want %q", p, got, want)
		}
	}
}

func TestANegativeTestOfUnknownScopeSaysSo(t *testing.T) {
	p := &pedigree.Individual{GeneTests: []pedigree.GeneTest{
		{Gene: "BRCA1", Result: pedigree.Negative},
		{Gene: "BRCA1", Result: pedigree.Negative, Scope: pedigree.Screen, ReportSeen: pedigree.Yes},
		{Gene: "BRCA2", Result: pedigree.Positive, Sample: pedigree.Tumour, Variant: "c.68_69del", Class: 5},
		{Gene: "ATM"},
	}}
	want := []string{
		"BRCA1 negative (extent of the test not known, report not seen)",
		"BRCA1 negative (full screen, report seen)",
		"BRCA2 positive (c.68_69del, class 5, in the tumour, report not seen)",
		"ATM tested, result not known (report not seen)",
	}
	for i, got := range Tests(p) {
		if got != want[i] {
			t.Errorf("%q, want %q", got, want[i])
		}
	}
}

func TestDiagnosesAndSurgeryAreWhole(t *testing.T) {
	p := &pedigree.Individual{
		Sex: pedigree.Female,
		Diagnoses: []pedigree.Diagnosis{
			{Site: pedigree.Breast, Side: pedigree.Left, Behaviour: pedigree.InSitu, Age: pedigree.ParseFuzzy("39"), Status: pedigree.Confirmed},
			{Site: pedigree.Ovary, Certainty: pedigree.Possible, Words: "?ov/bowel", Age: pedigree.ParseFuzzy("40s")},
			{Site: pedigree.Breast, Secondary: true, Status: pedigree.Refuted},
			{Site: "Gorlin syndrome"},
		},
		Surgery: []pedigree.Surgery{{What: "mastectomy", Age: pedigree.ParseFuzzy("45"), Reason: pedigree.RiskReducing}},
	}
	want := []string{
		"left breast cancer (in situ) at 39 (confirmed)",
		`possible ovarian cancer ("?ov/bowel") in her 40s (reported)`,
		"breast cancer (recurrence) (refuted)",
		"Gorlin syndrome (reported)",
		"mastectomy at 45 (risk-reducing)",
	}
	for i, got := range append(Diagnoses(p), Surgery(p)...) {
		if got != want[i] {
			t.Errorf("%q, want %q", got, want[i])
		}
	}
}

func TestPeopleWithoutNamesOrRelationsAreStillSaid(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "1", Name: "élise", Consultand: true, Sex: pedigree.Female},
		{ID: "2", Sex: pedigree.Male, Deceased: pedigree.Yes, Died: pedigree.ParseFuzzy("1990"), CauseOfDeath: "stroke"},
		{ID: "3", Mother: "1", Count: 3, Affected: pedigree.Yes},
		{ID: "4", Mother: "1", Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Ongoing, Weeks: pedigree.ParseFuzzy("12")}},
		{ID: "5", Mother: "1", Name: "Ann", Adopted: pedigree.AdoptedOut, Source: pedigree.Provenance{Use: pedigree.ThisPatientOnly}, Notes: []string{"ask again"}},
	}}
	want := []string{
		"Family.", "Élise, the consultand.", "The man (not named), how they are related is not recorded, died in 1990 of stroke.",
		"Child (3 people), affected.", "Child, pregnancy at 12 weeks.", "Child Ann, adopted out of the family, note: ask again [told in confidence].",
	}
	for i, got := range Family(f) {
		if got != want[i] {
			t.Errorf("%q, want %q", got, want[i])
		}
	}
	if got := Person(f, "9", ""); got != "" {
		t.Errorf("nobody is described as %q", got)
	}
}

func TestWhatSomebodyCarriesIsSaidWithItsKind(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Name: "Ifan", Evaluated: pedigree.Yes, Carrier: []pedigree.CarrierState{
		{Condition: "cystic fibrosis"},
		{Condition: "Ovary", Kind: pedigree.ObligateCarrier},
		{Condition: "haemophilia", Kind: pedigree.UncertainCarrier},
		{Condition: "Huntington disease", Kind: pedigree.Presymptomatic, Source: pedigree.Provenance{Use: pedigree.ThisPatientOnly}},
	}}}}
	want := "Ifan, carrier of cystic fibrosis, obligate carrier of ovarian cancer, possible carrier of haemophilia, " +
		"presymptomatic for Huntington disease [told in confidence], examined here or records seen."
	if got := Person(f, "1", ""); got != want {
		t.Errorf("said\n%s\nwant\n%s", got, want)
	}
}

func TestThatNothingIsKnownOfTheParentsFamiliesIsSaid(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "1", Name: "Ada", Sex: pedigree.Female, HistoryUnknown: true},
		{ID: "2", Name: "Kit", Adopted: pedigree.AdoptedIn, HistoryUnknown: true, Evaluated: pedigree.No},
	}}
	for id, want := range map[pedigree.ID]string{
		"1": "Ada, nothing known of her parents' families.",
		"2": "Kit, adopted into the family, nothing known of their parents' families.",
	} {
		if got := Person(f, id, ""); got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}
