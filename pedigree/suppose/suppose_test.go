package suppose

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/confirm"
)

// outreach is Anna, 42, whose aunt Joan has a BRCA1 variant and whose mother had breast cancer at 45.
func outreach() *pedigree.Family {
	return &pedigree.Family{AsOf: "2026-11-21", Individuals: []pedigree.Individual{
		{ID: "1", Name: "Anna", Sex: pedigree.Female, Age: pedigree.ExactYear(42), Well: pedigree.Yes, Consultand: true, Mother: "2", Father: "4"},
		{ID: "2", Name: "Mary", Sex: pedigree.Female, Age: pedigree.ExactYear(66), Mother: "5", Diagnoses: []pedigree.Diagnosis{{ID: "d", Site: pedigree.Breast, Age: pedigree.ExactYear(45)}}},
		{ID: "3", Name: "Joan", Sex: pedigree.Female, Mother: "5", GeneTests: []pedigree.GeneTest{
			{ID: "t", Gene: "BRCA1", Result: pedigree.Positive, Class: 5, Variant: "c.68_69del"}, {ID: "u", Gene: "BRCA2", Result: pedigree.Positive, Sample: pedigree.Tumour},
		}},
		{ID: "4", Name: "Tom", Sex: pedigree.Male, Age: pedigree.ExactYear(70)},
		{ID: "5", Name: "Edna", Sex: pedigree.Female},
	}}
}

func supposed(t *testing.T, assumptions ...Assumption) *pedigree.Family {
	t.Helper()
	f, err := Family(outreach(), assumptions...)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestOnlyAGermlineVariantIsKnownInTheFamily(t *testing.T) {
	if got := Known(outreach()); !reflect.DeepEqual(got, []Variant{{"BRCA1", "c.68_69del"}}) {
		t.Errorf("known %+v", got)
	}
}

func TestATestStandsInThePlaceOfWhatWasRecordedOfTheGene(t *testing.T) {
	found := supposed(t, Assumption{Kind: VariantFound, Person: "1", Gene: "BRCA1"}).Individual("1").GeneTests
	if len(found) != 1 || !found[0].GermlinePositive() || found[0].Variant != "c.68_69del" || found[0].ReportSeen != pedigree.Yes {
		t.Errorf("found: %+v", found)
	}
	clear := supposed(t, Assumption{Kind: VariantNotFound, Person: "1", Gene: "BRCA1"}).Individual("1").GeneTests
	if len(clear) != 1 || clear[0].Result != pedigree.Negative || clear[0].Scope != pedigree.FamilialVariant {
		t.Errorf("clear: %+v", clear)
	}
	joan := supposed(t, Assumption{Kind: GeneClear, Person: "3", Gene: "BRCA2"}, Assumption{Kind: GeneClear, Person: "3", Gene: "BRCA1"}).Individual("3").GeneTests
	if len(joan) != 3 || joan[0].Sample != pedigree.Tumour || joan[1].Gene != "BRCA2" || joan[2].Gene != "BRCA1" || joan[2].GermlinePositive() || joan[2].Scope != pedigree.Screen {
		t.Errorf("two screens beside a tumour's result: %+v", joan)
	}
}

func TestACancerIsConfirmedAndNobodyWithOneIsWell(t *testing.T) {
	anna := supposed(t, Assumption{Kind: Cancer, Person: "1", Site: pedigree.Breast, Age: 41}).Individual("1")
	if len(anna.Diagnoses) != 1 || !anna.Diagnoses[0].IsConfirmed() || anna.Diagnoses[0].Age != pedigree.ExactYear(41) || anna.Well == pedigree.Yes || anna.Illness() != pedigree.IllnessPresent {
		t.Errorf("Anna %+v", anna)
	}
}

func TestAReportIsAssumedToConfirmOrRefute(t *testing.T) {
	fact := confirm.Fact{Person: "2", Kind: confirm.Illness, Item: "d"}
	if d := supposed(t, Assumption{Kind: ReportConfirms, Person: "2", Fact: fact}).Individual("2").Diagnoses[0]; !d.IsConfirmed() {
		t.Errorf("confirmed: %+v", d)
	}
	if d := supposed(t, Assumption{Kind: ReportRefutes, Person: "2", Fact: fact}).Individual("2").Diagnoses[0]; d.Counts() {
		t.Errorf("refuted: %+v", d)
	}
}

func TestWhatContradictsTheRecordIsRefusedInOneLine(t *testing.T) {
	for want, a := range map[string]Assumption{
		"not in the family any more":                 {Kind: Cancer, Person: "9", Site: pedigree.Breast, Age: 40},
		"more than the age that is recorded":         {Kind: Cancer, Person: "1", Site: pedigree.Breast, Age: 43},
		"without the organ":                          {Kind: Cancer, Person: "4", Site: pedigree.Ovary, Age: 40},
		"less than an age at diagnosis":              {Kind: AgeReached, Person: "2", Age: 44},
		"121 is no age: write whole years, 0 to 120": {Kind: AgeReached, Person: "1", Age: 121},
		"no BRCA2 variant is known in this family":   {Kind: VariantNotFound, Person: "1", Gene: "BRCA2"},
		"no gene is named":                           {Kind: GeneClear, Person: "1"},
		"this fact is not in the family any more":    {Kind: ReportRefutes, Person: "2", Fact: confirm.Fact{Person: "2", Kind: confirm.Illness, Item: "x"}},
		`"" cannot be assumed`:                       {Person: "1"},
	} {
		if _, err := Family(outreach(), a); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%+v: %v, want %q", a, err, want)
		}
	}
}

func TestEachAssumptionIsSaidInWords(t *testing.T) {
	for want, a := range map[string]Assumption{
		"Anna: BRCA1 variant found":                   {Kind: VariantFound, Person: "1", Gene: "BRCA1"},
		"Anna: the family's BRCA1 variant not found":  {Kind: VariantNotFound, Person: "1", Gene: "BRCA1"},
		"Anna: full screen of PALB2 finds nothing":    {Kind: GeneClear, Person: "1", Gene: "PALB2"},
		"Anna: breast cancer at 41":                   {Kind: Cancer, Person: "1", Site: pedigree.Breast, Age: 41},
		"Anna: aged 50":                               {Kind: AgeReached, Person: "1", Age: 50},
		"Mary: a report refutes breast cancer at 45":  {Kind: ReportRefutes, Person: "2", Fact: confirm.Fact{Person: "2", Kind: confirm.Illness, Item: "d"}},
		"Mary: a report confirms a fact that is gone": {Kind: ReportConfirms, Person: "2", Fact: confirm.Fact{Person: "2", Kind: confirm.Illness, Item: "x"}},
	} {
		if got := a.Words(outreach()); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestWhateverIsSupposedTheFamilyStaysAsItIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := outreach()
		var all []Assumption
		for range rapid.IntRange(1, 4).Draw(t, "how many") {
			person := rapid.SampledFrom([]pedigree.ID{"1", "2", "3", "4", "5"}).Draw(t, "person")
			all = append(all, Assumption{
				Kind:   rapid.SampledFrom([]Kind{VariantFound, VariantNotFound, GeneClear, Cancer, AgeReached, ReportConfirms, ReportRefutes}).Draw(t, "kind"),
				Person: person, Gene: rapid.SampledFrom([]string{"BRCA1", "TP53"}).Draw(t, "gene"), Site: rapid.SampledFrom(pedigree.Sites).Draw(t, "site"),
				Age: rapid.IntRange(0, MaxAge).Draw(t, "age"), Fact: confirm.Fact{Person: "2", Kind: confirm.Illness, Item: "d"},
			})
		}
		if g, err := Family(f, all...); err == nil && g == f {
			t.Fatal("the family itself was given")
		}
		if !reflect.DeepEqual(f, outreach()) {
			t.Fatal("the family was changed")
		}
	})
}
