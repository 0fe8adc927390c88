package pedigree

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// trio is a family without findings: mother 1, father 2, twins 3 and 4.
func trio() *Family {
	return &Family{
		AsOf: "2026-11-21",
		Individuals: []Individual{
			{ID: "1", Name: "Mary", Sex: Female, Age: ExactYear(66)},
			{ID: "2", Name: "Tom", Sex: Male, Age: ParseFuzzy("about 60")},
			{ID: "3", Name: "Lee", Sex: Male, Mother: "1", Father: "2", Age: ExactYear(39), Born: OnDate("1987-03-01")},
			{ID: "4", Sex: Male, Mother: "1", Father: "2", Age: ExactYear(39)},
		},
		Twins:  []TwinSet{{Zygosity: Monozygotic, Members: []ID{"3", "4"}}},
		Unions: []Union{{Partners: []ID{"1", "2"}, Children: []ID{"3"}}},
	}
}

func TestAConsistentFamilyHasNoFindings(t *testing.T) {
	if findings := trio().Validate(); len(findings) > 0 {
		t.Errorf("got %v", findings)
	}
}

func TestValidateFindsContradictionsAndNamesThePeople(t *testing.T) {
	test := func(result TestResult, sample TestSample) []GeneTest {
		return []GeneTest{{Gene: "BRCA1", Result: result, Sample: sample}}
	}
	for _, c := range []struct {
		name string
		edit func(f *Family, mary, tom, lee, twin *Individual)
		want string // severity, key and message of each finding
	}{
		{
			"one id for two people", func(_ *Family, mary, tom, _, _ *Individual) { tom.ID = "1" },
			"error duplicate-id",
		},
		{
			"no id", func(f *Family, _, _, _, _ *Individual) {
				f.Individuals = append(f.Individuals, Individual{Name: "Zoe"})
			},
			"error no-id: Somebody has no id (Zoe).",
		},
		{
			"a parent who is not there", func(_ *Family, _, tom, _, _ *Individual) { tom.Mother = "9" },
			"error parent-missing: A recorded parent of Tom is not in the family.",
		},
		{
			"one's own ancestor", func(_ *Family, mary, _, _, _ *Individual) { mary.Mother, mary.Age = "3", Fuzzy{} },
			"error own-ancestor: Mary is their own ancestor (through Lee).",
		},
		{
			"one's own mother", func(_ *Family, mary, _, _, _ *Individual) { mary.Mother = "1" },
			"error own-ancestor: Mary is their own ancestor.",
		},
		{
			"two probands", func(_ *Family, mary, tom, lee, _ *Individual) {
				mary.Proband, tom.Proband, lee.Proband = true, true, true
			},
			"warning two-probands: Several people are marked as proband (Mary, Tom and Lee); the first is used.",
		},
		{
			"a mother coded male", func(_ *Family, mary, _, _, _ *Individual) { mary.Sex = Male },
			"error mother-male: Mary is the mother of Lee and is recorded as male.",
		},
		{
			"a mother coded male with a gender", func(_ *Family, mary, _, _, _ *Individual) { mary.Sex, mary.Gender = Male, Woman },
			"warning mother-male: Mary was assigned male at birth and is recorded as the egg parent of Lee: check which parent is which.",
		},
		{
			"a father coded female", func(_ *Family, _, tom, _, _ *Individual) { tom.Sex = Female },
			"error father-female: Tom is the father of Lee and is recorded as female.",
		},
		{"a trans man who is the egg parent", func(_ *Family, mary, _, _, _ *Individual) { mary.Gender = Man }, ""},
		{
			"one parent twice", func(_ *Family, mary, _, _, twin *Individual) { twin.Father, mary.Sex = "1", "" },
			"error one-parent-twice: The son of Mary (not named) has one person as both mother and father.",
		},
		{
			"a father and a sperm donor", func(_ *Family, _, _, lee, _ *Individual) {
				lee.OtherParents = []ParentLink{{ID: "2", Kind: DonorSperm}}
			},
			"warning donor-and-parent: Lee has both a father and a sperm donor: numbers take the father as the genetic parent.",
		},
		{
			"a mother of 12", func(_ *Family, mary, _, _, _ *Individual) { mary.Age = ExactYear(50) },
			"error parent-too-young: Mary would have been younger than 13 when Lee was born.",
		},
		{"a mother of perhaps 13", func(_ *Family, mary, _, _, _ *Individual) { mary.Age = ExactYear(52) }, ""},
		{"a mother in her 40s or more", func(_ *Family, mary, _, _, _ *Individual) { mary.Age = ParseFuzzy(">40") }, ""},
		{
			"a mother younger than her child", func(_ *Family, mary, _, _, _ *Individual) { mary.Age = ExactYear(30) },
			"error parent-born-after-child: Mary is recorded as born after their child Lee.",
		},
		{
			"ages of an unknown day", func(f *Family, mary, _, lee, _ *Individual) {
				f.AsOf, mary.Age, lee.Born = "", ExactYear(45), Fuzzy{}
			},
			"error parent-too-young: Mary would have been younger than 13 when Lee was born.",
		},
		{
			"a mother long dead", func(_ *Family, mary, _, _, _ *Individual) {
				mary.Deceased, mary.Age, mary.Died = Yes, Fuzzy{}, ExactYear(1985)
			},
			"warning born-after-parent-died: Lee is recorded as born after the death of Mary.",
		},
		{"a father dead the year before", func(_ *Family, _, tom, _, _ *Individual) {
			tom.Deceased, tom.Age, tom.Died = Yes, Fuzzy{}, ExactYear(1986)
		}, ""},
		{
			"an impossible age", func(_ *Family, _, tom, _, _ *Individual) { tom.Age = ExactYear(999) },
			"error impossible-age: The age of Tom, 999, is impossible: kept, never used in a number.",
		},
		{
			"an age below zero", func(_ *Family, _, tom, _, _ *Individual) { tom.Age = ExactYear(-1) },
			"error impossible-age: The age of Tom, -1, is impossible: kept, never used in a number.",
		},
		{
			"a diagnosis after death", func(_ *Family, mary, _, _, _ *Individual) {
				mary.Deceased, mary.Diagnoses = Yes, []Diagnosis{{Site: Breast, Age: ExactYear(67)}}
			},
			"error after-age-reached: The age at diagnosis (breast) of Mary cannot be: 67 is after the death at 66.",
		},
		{"a diagnosis in the decade of the age reached", func(_ *Family, mary, _, _, _ *Individual) {
			mary.Diagnoses = []Diagnosis{{Site: Breast, Age: ParseFuzzy("60s")}}
		}, ""},
		{
			"an operation after the age reached", func(_ *Family, mary, _, _, _ *Individual) {
				mary.Surgery = []Surgery{{What: "mastectomy", Age: ExactYear(70)}}
			},
			"error after-age-reached: The age at surgery (mastectomy) of Mary cannot be: 70 is after the age reached, 66.",
		},
		{
			"birth against age", func(_ *Family, mary, _, _, _ *Individual) { mary.Born = ExactYear(1950) },
			"error birth-and-age: Mary: born 1950 and 66 on 21 November 2026 cannot both be: 75 or 76.",
		},
		{
			"death before birth", func(_ *Family, mary, _, _, _ *Individual) {
				mary.Age, mary.Deceased, mary.Born, mary.Died = Fuzzy{}, Yes, ExactYear(1960), ExactYear(1950)
			},
			"error died-before-birth: Mary is recorded as dying before being born.",
		},
		{
			"birth after the day of the record", func(_ *Family, _, _, _, twin *Individual) { twin.Age, twin.Born = Fuzzy{}, ExactYear(2030) },
			"error after-as-of",
		},
		{
			"a death of somebody living", func(_ *Family, _, tom, _, _ *Individual) {
				tom.Age, tom.Deceased, tom.Died = Fuzzy{}, No, ExactYear(2020)
			},
			"error died-but-living: Tom is recorded as living and has a year of death.",
		},
		{
			"ovarian cancer in a man", func(_ *Family, _, tom, _, _ *Individual) { tom.Diagnoses = []Diagnosis{{Site: Ovary}} },
			"warning organ-and-sex: Tom was assigned male at birth and has cancer of the ovary.",
		},
		{
			"prostate cancer in a woman", func(_ *Family, mary, _, _, _ *Individual) { mary.Diagnoses = []Diagnosis{{Site: Prostate}} },
			"warning organ-and-sex: Mary was assigned female at birth and has cancer of the prostate.",
		},
		{"a refuted one", func(_ *Family, mary, _, _, _ *Individual) {
			mary.Diagnoses = []Diagnosis{{Site: Prostate, Status: Refuted}}
		}, ""},
		{"prostate cancer in a trans woman", func(_ *Family, _, tom, _, _ *Individual) {
			tom.Gender, tom.Diagnoses = Woman, []Diagnosis{{Site: Prostate}}
		}, ""},
		{
			"oophorectomy in a man", func(_ *Family, _, tom, _, _ *Individual) { tom.Surgery = []Surgery{{What: "oophorectomy"}} },
			"warning organ-and-sex: Tom was assigned male at birth and had oophorectomy.",
		},
		{
			"ovarian cancer after the ovaries", func(_ *Family, mary, _, _, _ *Individual) {
				mary.Surgery = []Surgery{{What: "bilateral salpingo-oophorectomy", Age: ExactYear(45)}}
				mary.Diagnoses = []Diagnosis{{Site: Ovary, Age: ExactYear(50)}, {Site: Peritoneum, Age: ExactYear(50)}}
			},
			"note cancer-after-removal: Mary had bilateral salpingo-oophorectomy before the cancer of the ovary: was it peritoneal?",
		},
		{"the ovaries in their forties", func(_ *Family, mary, _, _, _ *Individual) {
			mary.Surgery = []Surgery{{What: "bilateral salpingo-oophorectomy", Age: ParseFuzzy("40s")}}
			mary.Diagnoses = []Diagnosis{{Site: Ovary, Age: ExactYear(45)}}
		}, ""},
		{
			"identical twins of different sex", func(_ *Family, _, _, _, twin *Individual) { twin.Sex = Female },
			"error identical-twins-sex: Lee and the daughter of Mary (not named) are recorded as identical twins of different sex assigned at birth.",
		},
		{
			"twins with different parents", func(_ *Family, _, _, _, twin *Individual) { twin.Father = "" },
			"error twins-not-siblings: Lee and the son of Mary (not named) are recorded as twins with different parents.",
		},
		{
			"twins of different years", func(_ *Family, _, _, _, twin *Individual) { twin.Age = ExactYear(33) },
			"error twins-birth: Lee and the son of Mary (not named) are recorded as twins and born in different years.",
		},
		{
			"identical twins with different results", func(_ *Family, _, _, lee, twin *Individual) {
				lee.GeneTests, twin.GeneTests = test(Positive, Germline), test(Negative, Germline)
			},
			"error identical-twins-tests: Lee and the son of Mary (not named) are recorded as identical twins with different BRCA1 results.",
		},
		{"a tumour result in one twin", func(_ *Family, _, _, lee, twin *Individual) {
			lee.GeneTests, twin.GeneTests = test(Positive, Tumour), test(Negative, Germline)
		}, ""},
		{
			"a twin who is not there", func(f *Family, _, _, _, _ *Individual) { f.Twins[0].Members[1] = "9" },
			"error twin-missing: A twin of Lee is not in the family.",
		},
		{
			"a twin alone", func(f *Family, _, _, _, _ *Individual) { f.Twins[0].Members = []ID{"3"} },
			"error twin-alone: A twin set needs two people or more.",
		},
		{
			"a union with nobody", func(f *Family, _, _, _, _ *Individual) { f.Unions[0].Partners[1] = "9" },
			"error union-missing: Somebody recorded in a couple with Mary and Lee is not in the family.",
		},
		{
			"a union with oneself", func(f *Family, _, _, _, _ *Individual) { f.Unions[0].Partners[1] = "1" },
			"error union-alone: Mary is recorded as their own partner.",
		},
		{
			"somebody else's child", func(f *Family, _, _, _, _ *Individual) {
				f.Unions = []Union{{Partners: []ID{"4"}, Children: []ID{"3"}}}
			},
			"warning union-child: Lee is listed as a child of a couple neither of whom is a recorded parent.",
		},
		{
			"ovarian cancer without ovaries ever", func(_ *Family, mary, _, _, _ *Individual) {
				mary.SetOrgan(Ovaries, No)
				mary.Diagnoses = []Diagnosis{{Site: Ovary}}
			},
			"warning organ-and-sex: Mary is recorded as never having had ovaries and has cancer of the ovary.",
		},
		{"ovarian cancer in a man born with ovaries", func(_ *Family, _, tom, _, _ *Individual) {
			tom.SetOrgan(Ovaries, Yes)
			tom.Diagnoses = []Diagnosis{{Site: Ovary}}
		}, ""},
		{
			"cervical cancer without a womb ever", func(_ *Family, mary, _, _, _ *Individual) {
				mary.SetOrgan(Womb, No)
				mary.Diagnoses = []Diagnosis{{Site: Cervix}}
			},
			"warning organ-and-sex: Mary is recorded as never having had a womb and has cancer of the cervix.",
		},
		{
			"cancer of a womb that was removed", func(_ *Family, mary, _, _, _ *Individual) {
				mary.Surgery = []Surgery{{What: "hysterectomy", Age: ExactYear(45)}}
				mary.Diagnoses = []Diagnosis{{Site: Endometrium, Age: ExactYear(50)}}
			},
			"warning cancer-after-removal: Mary had hysterectomy before the cancer of the endometrium: a recurrence?",
		},
		{
			"a mother of 60", func(_ *Family, mary, _, _, _ *Individual) { mary.Age = ExactYear(99) },
			"warning mother-old: Mary would have been 59 or older when Lee was born.",
		},
		{"an egg donor of any age", func(_ *Family, mary, _, lee, twin *Individual) {
			mary.Age = ExactYear(99)
			for _, child := range []*Individual{lee, twin} {
				child.Mother, child.OtherParents = "", []ParentLink{{ID: "1", Kind: DonorEgg}}
			}
		}, ""},
		{
			"a report from before the birth", func(_ *Family, mary, _, _, _ *Individual) {
				mary.Born, mary.Age = ExactYear(1960), Fuzzy{}
				mary.GeneTests = []GeneTest{{Gene: "BRCA1", On: ExactYear(1950)}}
			},
			"error test-before-birth: The BRCA1 report of Mary (1950) is from before the birth (1960).",
		},
		{
			"a report from after the record", func(_ *Family, mary, _, _, _ *Individual) {
				mary.GeneTests = []GeneTest{{Gene: "BRCA1", On: ExactYear(2030)}}
			},
			"error after-as-of: The BRCA1 report of Mary (2030) is from after the day that the ages are said for.",
		},
		{
			"a day of birth against the age", func(_ *Family, _, _, lee, _ *Individual) { lee.Born, lee.Age = OnDate("1987-12-01"), ExactYear(39) },
			"error birth-and-age: Lee: born 1 December 1987 and 39 on 21 November 2026 cannot both be: 38.",
		},
		{
			"one person in two places", func(f *Family, _, _, lee, _ *Individual) {
				f.Individuals = append(f.Individuals, Individual{ID: "5", Name: "lee", Sex: Male, Born: OnDate("1987-03-01")})
			},
			"warning same-person: Lee and lee have the same name and age: one person, entered twice?",
		},
		{"two people of one name and different ages", func(f *Family, mary, _, _, _ *Individual) {
			f.Individuals = append(f.Individuals, Individual{ID: "5", Name: "Mary", Sex: Female, Age: ExactYear(30)})
		}, ""},
		{
			"a wrong NHS number", func(f *Family, _, _, _, _ *Individual) {
				f.Patients = []Patient{{Individual: "1", NHSNumber: "9990000019"}}
			},
			"error nhs-number: The NHS number of Mary is wrong: its last digit does not check the others.",
		},
		{
			"one NHS number twice", func(f *Family, _, _, _, _ *Individual) {
				f.Patients = []Patient{{Individual: "1", NHSNumber: "9990000018"}, {Individual: "3", NHSNumber: "9990000018"}}
			},
			"error nhs-number-twice: Mary and Lee have the same NHS number.",
		},
		{
			"a patient who is not there", func(f *Family, _, _, _, _ *Individual) {
				f.Patients = []Patient{{Individual: "9", FamilyName: "Sample"}}
			},
			"error patient-not-in-family: The patient record of SAMPLE belongs to nobody in the family.",
		},
		{
			"two records of one person", func(f *Family, _, _, _, _ *Individual) { f.Patients = []Patient{{Individual: "1"}, {Individual: "1"}} },
			"warning two-records: Mary has more than one patient record.",
		},
		{
			"a carrier who is affected", func(_ *Family, mary, _, _, _ *Individual) {
				mary.Diagnoses = []Diagnosis{{Site: "cystic fibrosis"}}
				mary.Carrier = []CarrierState{{Condition: "Cystic fibrosis "}}
			},
			"warning carrier-and-affected: Mary is recorded as a carrier of Cystic fibrosis and as having it: the drawing shows that they have it.",
		},
		{
			"a carrier whose diagnosis was refuted", func(_ *Family, mary, _, _, _ *Individual) {
				mary.Diagnoses = []Diagnosis{{Site: "cystic fibrosis", Status: Refuted}}
				mary.Carrier = []CarrierState{{Condition: "cystic fibrosis"}}
			},
			"",
		},
		{
			"a carrier of nothing", func(_ *Family, mary, _, _, _ *Individual) { mary.Carrier = []CarrierState{{Kind: ObligateCarrier}} },
			"note carrier-of-nothing: Mary is recorded as a carrier, and not of what.",
		},
		{
			"two dates of birth", func(f *Family, _, _, _, _ *Individual) {
				f.Patients = []Patient{{Individual: "3", DateOfBirth: OnDate("1987-03-02")}}
			},
			"error patient-birth: The date of birth of Lee differs between the patient record and the pedigree.",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := trio()
			p := f.Individuals
			c.edit(f, &p[0], &p[1], &p[2], &p[3])
			before := f.Clone()
			findings := f.Validate()
			var said []string
			for _, found := range findings {
				said = append(said, string(found.Severity)+" "+found.Key+": "+found.Message)
			}
			if c.want == "" && len(said) > 0 {
				t.Errorf("got %q, want nothing", said)
			}
			if c.want != "" && !slices.ContainsFunc(said, func(s string) bool { return strings.HasPrefix(s, c.want) }) {
				t.Errorf("got %q, want %q", said, c.want)
			}
			if diff := cmp.Diff(before, f); diff != "" {
				t.Errorf("validating changed the family:\n%s", diff)
			}
		})
	}
}

func TestADuplicateIDNamesBoth(t *testing.T) {
	f := &Family{Individuals: []Individual{{ID: "1", Name: "Anna"}, {ID: "1", Name: "Lucy"}, {ID: "2"}}}
	if got := f.Validate()[0].Message; got != `One id is used for Anna and Lucy: nobody could say whose parents and facts are whose.` {
		t.Errorf("got %s", got)
	}
	if got := f.DuplicateIDs(); !slices.Equal(got, []ID{"1"}) {
		t.Errorf("got %v", got)
	}
}

func TestAnAncestryCycleIsAChainOfParents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFamily(12).Draw(t, "family")
		if cycle := f.AncestryCycle(); cycle != nil {
			t.Fatalf("a cycle where everybody comes after their parents: %v", cycle)
		}
		last := &f.Individuals[len(f.Individuals)-1]
		first := rapid.IntRange(0, len(f.Individuals)-1).Draw(t, "first")
		f.Individuals[first].OtherParents = []ParentLink{{ID: last.ID, Kind: Adoptive}}
		descends := last.ID == f.Individuals[first].ID || f.Relationship(f.Individuals[first].ID, last.ID).Side == OwnLine
		cycle := f.AncestryCycle()
		if (cycle != nil) != descends {
			t.Fatalf("cycle %v, though descent is %v", cycle, descends)
		}
		for i, id := range cycle {
			if next := cycle[(i+1)%len(cycle)]; !slices.Contains(f.Individual(id).everyParent(), next) {
				t.Fatalf("%s is no parent of %s in %v", next, id, cycle)
			}
		}
	})
}

func TestAgeReachedFollowsWhatIsKnown(t *testing.T) {
	f := &Family{AsOf: "2026-11-21"}
	for _, c := range []struct {
		name string
		p    Individual
		want string
	}{
		{"as said", Individual{Age: ParseFuzzy("about 60"), Born: ExactYear(1950)}, "about 60"},
		{"from a day of birth", Individual{Born: OnDate("1984-03-14")}, "42"},
		{"from a year of birth", Individual{Born: ExactYear(1984)}, "41-42"},
		{"from a decade of birth", Individual{Born: ParseFuzzy("1950s")}, "66-76"},
		{"at death", Individual{Deceased: Yes, Born: ExactYear(1950), Died: ExactYear(2000)}, "49-50"},
		{"at a death of unknown year", Individual{Deceased: Yes, Born: ExactYear(1950)}, ""},
		{"impossible", Individual{Age: ExactYear(999)}, ""},
		{"impossible, but the birth is known", Individual{Age: ExactYear(999), Born: OnDate("1984-03-14")}, "42"},
		{"on the person's own day", Individual{Born: OnDate("1984-03-14"), AsOf: "2020-01-01"}, "35"},
		{"nothing", Individual{}, ""},
	} {
		if got := f.AgeReached(&c.p).String(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if got := (&Family{}).AgeReached(&Individual{Born: ExactYear(1984)}); !got.IsZero() {
		t.Errorf("without a day the age is %v, never that of today", got)
	}
}

func TestBirthYearsAreNarrowedByTheAge(t *testing.T) {
	f := &Family{AsOf: "2026-11-21"}
	for _, c := range []struct {
		name string
		p    Individual
		want string
	}{
		{"from the age", Individual{Age: ExactYear(42)}, "1983-1984"},
		{"from a vague age", Individual{Age: ParseFuzzy("40s")}, "1976-1986"},
		{"both", Individual{Born: ParseFuzzy("1980s"), Age: ExactYear(46)}, "1980"},
		{"contradicting", Individual{Born: ParseFuzzy("1980s"), Age: ExactYear(66)}, "1980s"},
		{"at death", Individual{Deceased: Yes, Age: ExactYear(50), Died: ExactYear(2000)}, "1949-1950"},
		{"at a death of unknown year", Individual{Deceased: Yes, Age: ExactYear(50)}, ""},
	} {
		if got := f.BirthYears(&c.p).String(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
