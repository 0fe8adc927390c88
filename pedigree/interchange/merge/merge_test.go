package merge

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kindred/pedigree"
)

func counter() func() pedigree.ID {
	n := 0
	return func() pedigree.ID { n++; return pedigree.ID(fmt.Sprintf("new%d", n)) }
}

// anna is a woman of 41 with her mother Carol, who had breast cancer at 48, and her sister Ruth.
func anna() *pedigree.Family {
	return &pedigree.Family{Name: "G1", AsOf: "2026-11-22", Individuals: []pedigree.Individual{
		{ID: "2", Name: "Carol", Sex: pedigree.Female, Age: pedigree.ExactYear(66), Diagnoses: []pedigree.Diagnosis{{ID: "d1", Site: pedigree.Breast, Age: pedigree.ExactYear(48)}}},
		{ID: "3", Sex: pedigree.Male},
		{ID: "1", Name: "Anna", Sex: pedigree.Female, Mother: "2", Father: "3", Proband: true, Consultand: true, Age: pedigree.ExactYear(41)},
		{ID: "4", Name: "Ruth", Sex: pedigree.Female, Mother: "2", Father: "3"},
	}}
}

// fromFile is the same family as another system has it, with other ids and more people.
func fromFile() *pedigree.Family {
	return &pedigree.Family{Name: "FAM7", AsOf: "2026-11-22", Individuals: []pedigree.Individual{
		{ID: "a", Name: "Anna", Sex: pedigree.Female, Mother: "m", Father: "f", Proband: true, Age: pedigree.ExactYear(42)},
		{ID: "t", Name: "Tom", Sex: pedigree.Male, Mother: "m", Father: "f"},
		{ID: "r", Name: "ruth", Sex: pedigree.Female, Mother: "m", Father: "f", Age: pedigree.ExactYear(45)},
		{ID: "m", Name: "Carol", Sex: pedigree.Female, Mother: "g", Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(48), Side: pedigree.Left}}},
		{ID: "f", Name: "Alan", Sex: pedigree.Male, Deceased: pedigree.Yes, Age: pedigree.ExactYear(70), CauseOfDeath: "stroke"},
		{ID: "g", Name: "Edna", Sex: pedigree.Female, Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Ovary, Age: pedigree.ExactYear(70)}}},
	}}
}

func join(t *testing.T, here, in *pedigree.Family) *Outcome {
	t.Helper()
	outcome, err := Into(here, in, "1", "smith.canrisk", counter())
	if err != nil {
		t.Fatal(err)
	}
	return outcome
}

func named(t *testing.T, f *pedigree.Family, name string) *pedigree.Individual {
	t.Helper()
	for i := range f.Individuals {
		if f.Individuals[i].Name == name {
			return &f.Individuals[i]
		}
	}
	t.Fatalf("nobody is called %s", name)
	return nil
}

func TestWhoIsNotHereIsAddedWhereTheyBelong(t *testing.T) {
	f := anna()
	outcome := join(t, f, fromFile())
	if outcome.Added() != 2 {
		t.Errorf("%d people added, want Tom and Edna: %+v", outcome.Added(), outcome.People)
	}
	tom, edna := named(t, f, "Tom"), named(t, f, "Edna")
	if tom.Mother != "2" || tom.Father != "3" || f.Individual("2").Mother != edna.ID {
		t.Errorf("Tom's parents are %s and %s, Carol's mother %s", tom.Mother, tom.Father, f.Individual("2").Mother)
	}
	var order []string
	for _, p := range f.Individuals {
		if p.Mother == "2" {
			order = append(order, p.Name)
		}
	}
	if got := strings.Join(order, " "); got != "Anna Tom Ruth" {
		t.Errorf("the sibship is %s: the file has Tom between the two", got)
	}
	if tom.Source.ToldBy != "smith.canrisk" {
		t.Errorf("Tom was told by %q", tom.Source.ToldBy)
	}
}

func TestWhatIsEmptyIsFilledAndSaysFromWhere(t *testing.T) {
	f := anna()
	join(t, f, fromFile())
	alan := f.Individual("3")
	if alan.Name != "Alan" || alan.Deceased != pedigree.Yes || alan.Age.String() != "70" || alan.CauseOfDeath != "stroke" {
		t.Errorf("the father without a name is %+v", alan)
	}
	if alan.Sources["age"].ToldBy != "smith.canrisk" {
		t.Errorf("his age has the source %+v", alan.Sources["age"])
	}
	carol := f.Individual("2")
	if len(carol.Diagnoses) != 1 || carol.Diagnoses[0].Side != pedigree.Left || carol.Diagnoses[0].ID != "d1" {
		t.Errorf("Carol's one cancer is now %+v", carol.Diagnoses)
	}
}

func TestAValueThatIsHereStaysAndTheOtherIsANote(t *testing.T) {
	f := anna()
	outcome := join(t, f, fromFile())
	p := f.Individual("1")
	if p.Age.String() != "41" || !slices.Contains(p.Notes, "smith.canrisk: age 42") {
		t.Errorf("Anna is %s with the notes %q", p.Age, p.Notes)
	}
	if got := outcome.People[0].Kept; len(got) != 1 || got[0] != "age 42" {
		t.Errorf("the preview lists %q", got)
	}
	if f.Name != "G1" || !slices.Contains(f.Notes, "smith.canrisk: the family: name FAM7") {
		t.Errorf("the family is %s with the notes %q", f.Name, f.Notes)
	}
}

func TestACancerIsNotCountedTwiceBecauseItsAgeIsRememberedDifferently(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []pedigree.Diagnosis
		want int // cancers of the breast afterwards
		note string
	}{
		{"another age", []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(50)}}, 1, "smith.canrisk: breast 50"},
		{"a second primary beside the same first", []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(48)}, {Site: pedigree.Breast, Age: pedigree.ExactYear(60)}}, 2, ""},
		{"no age", []pedigree.Diagnosis{{Site: pedigree.Breast}}, 1, ""},
		{"a recurrence", []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(48), Secondary: true}}, 1, "smith.canrisk: breast 48"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, in := anna(), fromFile()
			in.Individual("m").Diagnoses = c.in
			join(t, f, in)
			carol := f.Individual("2")
			if len(carol.Diagnoses) != c.want || c.note != "" && !slices.Contains(carol.Notes, c.note) {
				t.Errorf("%d cancers, notes %q", len(carol.Diagnoses), carol.Notes)
			}
		})
	}
}

func TestADeathIsNotGivenTheAgeOfTheLiving(t *testing.T) {
	f, in := anna(), fromFile()
	in.Individual("m").Deceased, in.Individual("m").Age = pedigree.Yes, pedigree.ExactYear(72)
	join(t, f, in)
	carol := f.Individual("2")
	if carol.Deceased != pedigree.NotAsked || carol.Age.String() != "66" {
		t.Errorf("Carol, 66, became deceased %v at %s", carol.Deceased, carol.Age)
	}
	if !slices.Contains(carol.Notes, "smith.canrisk: deceased yes") || !slices.Contains(carol.Notes, "smith.canrisk: age 72") {
		t.Errorf("the death is lost: %q", carol.Notes)
	}
}

func TestWhatCannotBeJoinedIsRefusedInOneLineAndNothingChanges(t *testing.T) {
	man, nobody, other := fromFile(), fromFile(), fromFile()
	man.Individuals[0].Sex = pedigree.Male
	nobody.Individuals[0].Proband = false
	other.Patients = []pedigree.Patient{{ID: "p", Individual: "a", NHSNumber: "9990000026"}}
	for name, in := range map[string]*pedigree.Family{"another sex": man, "about nobody": nobody, "another NHS number": other} {
		f := anna()
		f.Patients = []pedigree.Patient{{ID: "p", Individual: "1", NHSNumber: "9990000018"}}
		before := fmt.Sprintf("%+v", f)
		if _, err := Into(f, in, "1", "x", counter()); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
		if fmt.Sprintf("%+v", f) != before {
			t.Errorf("%s: changed the family", name)
		}
	}
	if _, err := Into(anna(), fromFile(), "9", "x", counter()); err == nil {
		t.Error("joined at nobody")
	}
}

func TestAnAgeOfAnotherDayKeepsItsDay(t *testing.T) {
	f, in := anna(), fromFile()
	in.AsOf = "2020-01-01"
	join(t, f, in)
	if ruth := f.Individual("4"); ruth.Age.String() != "45" || ruth.AsOf != "2020-01-01" {
		t.Errorf("Ruth is %s as of %q", ruth.Age, ruth.AsOf)
	}
}

func TestWhatIsSaidOfSomebodyOfAnotherNameIsOnlyNoted(t *testing.T) {
	f, in := anna(), fromFile()
	in.Individual("a").Name, in.Individual("m").Name = "Hannah", "Sheila"
	in.Individual("m").Diagnoses[0].Site = pedigree.Ovary
	outcome := join(t, f, in)
	if len(outcome.Warnings) != 2 || !strings.Contains(outcome.Warnings[0], "Hannah") || !outcome.NamesDiffer {
		t.Errorf("warned of %q", outcome.Warnings)
	}
	carol := f.Individual("2")
	if len(carol.Diagnoses) != 1 || !slices.Contains(carol.Notes, "smith.canrisk: ovary left 48") {
		t.Errorf("Sheila's cancer became Carol's: %+v, %q", carol.Diagnoses, carol.Notes)
	}
}

func TestALongerNameIsTheSamePerson(t *testing.T) {
	f, in := anna(), fromFile()
	in.Individual("m").Name = "Carol Lee"
	in.Individual("m").Surgery = []pedigree.Surgery{{What: "hysterectomy"}}
	if outcome := join(t, f, in); len(outcome.Warnings) != 0 || len(f.Individual("2").Surgery) != 1 {
		t.Errorf("warned of %q", outcome.Warnings)
	}
}

func TestCouplesAndTwinsComeAlong(t *testing.T) {
	f, in := anna(), fromFile()
	in.Individuals = append(in.Individuals, pedigree.Individual{ID: "p", Name: "Raj", Sex: pedigree.Male})
	in.Unions = []pedigree.Union{{Partners: []pedigree.ID{"a", "p"}, Status: pedigree.Separated}}
	in.Twins = []pedigree.TwinSet{{Zygosity: pedigree.Dizygotic, Members: []pedigree.ID{"t", "a"}}}
	join(t, f, in)
	raj, tom := named(t, f, "Raj").ID, named(t, f, "Tom").ID
	if len(f.Unions) != 1 || !sameIDs(f.Unions[0].Partners, []pedigree.ID{"1", raj}) || f.Unions[0].Status != pedigree.Separated {
		t.Errorf("couples: %+v", f.Unions)
	}
	if len(f.Twins) != 1 || !sameIDs(f.Twins[0].Members, []pedigree.ID{"1", tom}) {
		t.Errorf("twins: %+v", f.Twins)
	}
	join(t, f, in)
	if len(f.Unions) != 1 || len(f.Twins) != 1 {
		t.Errorf("a second time: %d couples, %d twin sets", len(f.Unions), len(f.Twins))
	}
}
