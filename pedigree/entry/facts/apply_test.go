package facts

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kindred/pedigree"
)

var anna = pedigree.Provenance{ToldBy: "Anna", On: "2026-11-21"}

// said applies texts one after the other to one woman.
func said(texts ...string) *pedigree.Individual {
	p := &pedigree.Individual{Sex: pedigree.Female}
	for _, text := range texts {
		Parse(text, WhoIs(p)).Apply(p, pedigree.Provenance{}, nil)
	}
	return p
}

func TestASecondFactCompletesTheFirst(t *testing.T) {
	for _, c := range []struct {
		texts []string
		want  string // what one text says the same with
	}{
		{[]string{"66", "67"}, "67"},
		{[]string{"br", "br 48"}, "br 48"},
		{[]string{"br 40s", "br 44"}, "br 44"},
		{[]string{"br 48", "br L"}, "br 48 L"},
		{[]string{"br 48 L", "br TN G3 confirmed"}, "br 48 L TN G3 confirmed"},
		{[]string{"?br 48", "br 48"}, "br 48"},
		{[]string{"br L 44, br R 51", "br R 51 TN"}, "br L 44, br R 51 TN"},
		{[]string{"br bil 44", "br bil 44"}, "br bil 44"},
		{[]string{"br 44 again 52", "br 44 again 52"}, "br 44 again 52"},
		{[]string{"br 44 mets liver", "mets liver 46"}, "br 44 mets liver 46"},
		{[]string{"BRCA1 ?", "BRCA1+ report seen"}, "BRCA1+ report seen"},
		{[]string{"BRCA1+ told", "BRCA1+ c.68_69del class 5 report seen"}, "BRCA1+ c.68_69del class 5 report seen"},
		{[]string{"BSO", "BSO 45 rr"}, "BSO 45 rr"},
		{[]string{"carrier CF", "obligate carrier cf"}, "obligate carrier CF"},
		{[]string{"well", "no details"}, "no details"},
		{[]string{"no details", "well"}, "well"},
		{[]string{"none", "well"}, "well"},
		{[]string{"well", "br 48"}, "br 48"},
		{[]string{"none", "br 48"}, "br 48"},
		{[]string{"no details", "ov"}, "ov"},
		{[]string{"not tested", "BRCA1-"}, "BRCA1-"},
		{[]string{"ancestry Polish", "ancestry polish"}, "ancestry Polish"},
		{[]string{"lives abroad", "lives abroad"}, "lives abroad"},
		{[]string{"d 50s", "d 58 stroke"}, "d 58 stroke"},
		{[]string{"well", "d 80"}, "d 80 none"},
		{[]string{"d", "66"}, "d 66"},
	} {
		if diff := cmp.Diff(said(c.want), said(c.texts...)); diff != "" {
			t.Errorf("%q is not %q:\n%s", c.texts, c.want, diff)
		}
	}
}

func TestDifferentFactsStandBesideEachOther(t *testing.T) {
	for _, texts := range [][]string{
		{"br L 44", "br R 51"},
		{"br 44", "ov 50"},
		{"br 44", "dcis 44"},
		{"br 44", "br 52 new"},
		{"br 44", "br 52 rec"},
		{"BRCA1-", "BRCA1+"},
		{"BRCA1+", "tumour BRCA1+"},
		{"BRCA1+", "BRCA2+"},
		{"mast L 40", "mast R 44"},
		{"BRCA1- pred", "BRCA1- screen"},
	} {
		p := said(texts...)
		if n := len(p.Diagnoses) + len(p.GeneTests) + len(p.Surgery); n != 2 {
			t.Errorf("%q left %d facts: %+v", texts, n, p)
		}
	}
}

// A second cancer of one site is never counted because of a line that may repeat or correct the first.
func TestASecondPrimaryIsNeverCountedUnasked(t *testing.T) {
	for _, texts := range [][]string{{"br 44", "br 52"}, {"br 44 again 52"}, {"br L 44", "br 52"}, {"br 44 rec 52"}, {"br 44 mets liver"}, {"br 44", "br 52", "br 52"}} {
		counted := 0
		for _, d := range said(texts...).Diagnoses {
			if d.Counts() {
				counted++
			}
		}
		if counted != 1 {
			t.Errorf("%q counts %d primaries", texts, counted)
		}
	}
	p := said("br 44")
	r := Parse("66, br 52", WhoIs(p))
	if len(r.Asks) != 1 || r.Asks[0].Span != (Span{4, 9}) {
		t.Errorf("beside a recorded cancer: asks %v", r.Asks)
	}
	for _, choice := range []string{"br 52 new", "br 52 rec"} {
		if again := Parse(choice, WhoIs(p)); len(again.Asks) > 0 {
			t.Errorf("%q still asks %v", choice, again.Asks)
		}
	}
}

func TestEachFactHasItsSourceAndItsID(t *testing.T) {
	n := 0
	ids := func() pedigree.ID { n++; return pedigree.ID(fmt.Sprint("f", n)) }
	p := &pedigree.Individual{ID: "1", Source: pedigree.Provenance{ToldBy: "GP letter"}}
	Parse("66 br bil 48, BRCA1+, BSO 50, carrier CF", Who{}).Apply(p, anna, ids)
	if p.Sources["age"] != anna || p.Diagnoses[0].Source != anna || p.Diagnoses[1].Source != anna || p.GeneTests[0].Source != anna || p.Surgery[0].Source != anna || p.Carrier[0].Source != anna {
		t.Errorf("sources: %+v", p)
	}
	if p.Diagnoses[0].ID != "f1" || p.Diagnoses[1].ID != "f2" || p.GeneTests[0].ID != "f3" || p.Surgery[0].ID != "f4" {
		t.Errorf("ids: %+v", p)
	}
	p = &pedigree.Individual{ID: "2", Source: anna}
	Parse("66", Who{}).Apply(p, anna, ids)
	if p.Sources != nil {
		t.Errorf("the source of the person is repeated: %v", p.Sources)
	}
}

func TestAYearOfDiagnosisBecomesAnAgeWhereTheBirthIsKnown(t *testing.T) {
	d := said("born 1950", "br 1996").Diagnoses[0]
	if d.Age.Words != "in 1996" || d.Age.Low != pedigree.At(45) || d.Age.High != pedigree.At(46) {
		t.Errorf("age %+v", d.Age)
	}
	if d := said("br 1996").Diagnoses[0]; d.Age.HasNumber() || d.Age.Words != "in 1996" {
		t.Errorf("without a birth: %+v", d.Age)
	}
}

func TestSexAndGenderAreKeptApart(t *testing.T) {
	for _, c := range []struct {
		before pedigree.Sex
		text   string
		sex    pedigree.Sex
		gender pedigree.Gender
	}{
		{"", "f", pedigree.Female, ""},
		{pedigree.Female, "f", pedigree.Female, ""},
		{pedigree.Female, "nb", pedigree.Female, pedigree.NonBinary},
		{pedigree.Male, "AFAB", pedigree.Female, pedigree.Man},
		{pedigree.Male, "trans man", pedigree.Female, pedigree.Man},
		{pedigree.Female, "trans woman", pedigree.Male, pedigree.Woman},
		{"", "UAAB", pedigree.Unassigned, ""},
	} {
		p := &pedigree.Individual{Sex: c.before}
		Parse(c.text, WhoIs(p)).Apply(p, pedigree.Provenance{}, nil)
		if p.Sex != c.sex || p.Gender != c.gender {
			t.Errorf("%s of somebody %q: %q, %q", c.text, c.before, p.Sex, p.Gender)
		}
	}
}

func TestTheFourStatesOfIllnessStayDifferent(t *testing.T) {
	states := map[string]string{}
	for _, text := range []string{"", "well", "no details", "none", "dk"} {
		p := said(text)
		key := fmt.Sprint(p.Well, p.NoDetails, p.Asked)
		if other, same := states[key]; same {
			t.Errorf("%q and %q are written alike", text, other)
		}
		states[key] = text
	}
}

func TestOfTheDeadWellMeansNoCancerAndAnAgeIsTheAgeAtDeath(t *testing.T) {
	dead := Who{Dead: true, Sex: pedigree.Male}
	if got := Parse("66 well", dead).Sentence(); got != "died at 66, asked: no cancer" {
		t.Errorf("said %q", got)
	}
	if got := Parse("40s", Who{Group: true, Sex: pedigree.Female}).Sentence(); got != "in their 40s" {
		t.Errorf("of several: %q", got)
	}
}
