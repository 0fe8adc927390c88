package table

import (
	"slices"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/describe"
)

func read(t testing.TB, text string) (*pedigree.Family, []string) {
	t.Helper()
	families, notes, err := Read([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, n := range notes {
		said = append(said, n.String())
	}
	return families[0], said
}

func named(t testing.TB, f *pedigree.Family, name string) *pedigree.Individual {
	t.Helper()
	for i := range f.Individuals {
		if f.Individuals[i].Name == name {
			return &f.Individuals[i]
		}
	}
	t.Fatalf("nobody is called %q", name)
	return nil
}

// sentence is somebody as package describe says it.
func sentence(t testing.TB, f *pedigree.Family, name string) string {
	t.Helper()
	return describe.Person(f, named(t, f, name).ID, f.Subject().ID)
}

const byRelation = "Relation\tName\tAge\tAlive?\tCancer\tAge at diagnosis\tGenetic test\tHospital\n" +
	"Maternal aunt\tJoan\t66\tyes\tBreast\t49\t\tRiverside\n" +
	"Self\tAnna\t41\t\tnone\t\t\t\n" +
	"Mother\tCarol\t60s\tyes\t\t\tBRCA1+\t\n" +
	"Maternal grandmother\tEdna\t70\tno\tovarian; breast\t70; 60\t\t\n" +
	"Lodger\tBob\t50\t\t\t\t\t\n"

func TestRowsByRelationBecomeTheFamilyThatTheyDescribe(t *testing.T) {
	f, notes := read(t, byRelation)
	for name, want := range map[string]string{
		"Joan":  "Maternal aunt Joan, 66, breast cancer at 49 (reported), note: Hospital: Riverside.",
		"Carol": "Mother Carol, in her 60s, BRCA1 positive (report not seen).",
		"Edna":  "Maternal grandmother Edna, died at 70, ovarian cancer at 70 (reported), breast cancer at 60 (reported).",
	} {
		if got := sentence(t, f, name); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
	if anna := f.Subject(); anna.Name != "Anna" || anna.Asked[pedigree.AskedCancer] != pedigree.No {
		t.Errorf("the patient is %+v", anna)
	}
	if len(f.Notes) != 1 || f.Notes[0] != "Relation: Lodger, Name: Bob, Age: 50" {
		t.Errorf("the lodger's row is kept as %q", f.Notes)
	}
	if len(notes) != 2 || !strings.Contains(notes[0], "read as the age at death") || !strings.Contains(notes[1], "Lodger") {
		t.Errorf("listed: %q", notes)
	}
}

func TestRowsWithIdsOfParentsBecomeTheFamilyThatTheyLink(t *testing.T) {
	f, notes := read(t, "ID,Mother,Father,Sex,Name,Born,Died,Cancer 1,Age at diagnosis 1,Cancer 2,Age at diagnosis 2,Proband,Comments\n"+
		"1,2,3,F,Anna,1985,,,,,,yes,\n2,4,,F,Carol,1950s,72,breast,40s,colon cancer,70,,\"likes tea, a lot\"\n3,,,M,Alan,,2010,prostate,,,,,\n")
	for name, want := range map[string]string{
		"Carol": "Mother Carol, died at 72, born in the 1950s, breast cancer in her 40s (reported), colorectal cancer at 70 (reported), note: likes tea, a lot.",
		"Alan":  "Father Alan, died in 2010, prostate cancer (reported).",
	} {
		if got := sentence(t, f, name); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
	if grandmother := f.Individual("4"); grandmother == nil || grandmother.Sex != pedigree.Female || len(notes) != 1 {
		t.Errorf("the mother without a row is %+v, listed as %q", grandmother, notes)
	}
}

func TestEachCellIsReadAsItIsSaid(t *testing.T) {
	for _, c := range []struct {
		heading, cell string
		want          func(*pedigree.Individual) bool
	}{
		{"Age", "~60", func(p *pedigree.Individual) bool { return p.Age.Kind == pedigree.About }},
		{"Age", "1952", func(p *pedigree.Individual) bool { return p.Age.IsZero() && p.Born.String() == "1952" }},
		{"Age", "2026-05-03", func(p *pedigree.Individual) bool { // what a spreadsheet makes of 3-5
			return p.Age.IsZero() && p.Born.IsZero() && slices.Contains(p.Notes, "Age: 2026-05-03")
		}},
		{"Date of birth", "14/03/1984", func(p *pedigree.Individual) bool { return p.Born.Date == "1984-03-14" }},
		{"Born", "41", func(p *pedigree.Individual) bool { return p.Age.String() == "41" && p.Born.IsZero() }},
		{"Born", "before the war", func(p *pedigree.Individual) bool { return p.Born.Words == "before the war" }},
		{"Alive", "yes", func(p *pedigree.Individual) bool { return p.Deceased == pedigree.No }},
		{"Alive", "?", func(p *pedigree.Individual) bool { return p.Deceased == pedigree.DontKnow }},
		{"Alive", "on holiday", func(p *pedigree.Individual) bool {
			return p.Deceased == pedigree.NotAsked && slices.Contains(p.Notes, "Alive: on holiday")
		}},
		{"Deceased", "no", func(p *pedigree.Individual) bool { return p.Deceased == pedigree.No }},
		{"Deceased", "58", func(p *pedigree.Individual) bool { return p.IsDeceased() && p.Age.String() == "58" }},
		{"Died", "1998", func(p *pedigree.Individual) bool {
			return p.IsDeceased() && p.Died.String() == "1998" && p.Age.IsZero()
		}},
		{"Cause of death", "stroke", func(p *pedigree.Individual) bool { return p.IsDeceased() && p.CauseOfDeath == "stroke" }},
		{"Sex", "F", func(p *pedigree.Individual) bool { return p.Sex == pedigree.Female }},
		{"Sex", "purple", func(p *pedigree.Individual) bool { return p.Sex == "" && slices.Contains(p.Notes, "Sex: purple") }},
		{"Gender", "non-binary", func(p *pedigree.Individual) bool { return p.Gender == pedigree.NonBinary && p.Sex == "" }},
		{"Gender", "male", func(p *pedigree.Individual) bool { return p.Sex == pedigree.Male }},
		{"Cancer", "no", func(p *pedigree.Individual) bool { return p.Asked[pedigree.AskedCancer] == pedigree.No }},
		{"Cancer", "?", func(p *pedigree.Individual) bool {
			return len(p.Diagnoses) == 0 && (p.Asked[pedigree.AskedCancer] == pedigree.DontKnow || p.Well == pedigree.DontKnow)
		}},
		{"Cancer", "yes", func(p *pedigree.Individual) bool { return p.Affected == pedigree.Yes }},
		{"Cancer", "breast 48", func(p *pedigree.Individual) bool {
			return len(p.Diagnoses) == 1 && p.Diagnoses[0].Age.String() == "48"
		}},
		{"Maiden name", "Jones", func(p *pedigree.Individual) bool { return p.BirthName == "Jones" }},
		{"Shoe size", "6", func(p *pedigree.Individual) bool { return slices.Contains(p.Notes, "Shoe size: 6") }},
		{"Told by", "her sister", func(p *pedigree.Individual) bool { return p.Source.ToldBy == "her sister" }},
		{"Ethnicity", "Ashkenazi Jewish", func(p *pedigree.Individual) bool { return p.Ashkenazi == pedigree.Yes }},
	} {
		f, _ := read(t, "Relation\tName\t"+c.heading+"\nself\tAnna\t"+c.cell+"\n")
		if p := f.Subject(); !c.want(p) {
			t.Errorf("%s %q is read as %+v", c.heading, c.cell, p)
		}
	}
}

func TestAnAgeThatBelongsToNoOneCancerIsNotGivenToAny(t *testing.T) {
	f, notes := read(t, "Relation,Name,Cancer,Age at diagnosis\nself,Anna,breast and ovary,48\n")
	p := f.Subject()
	if len(p.Diagnoses) != 2 || !p.Diagnoses[0].Age.IsZero() || !p.Diagnoses[1].Age.IsZero() {
		t.Errorf("48 became the age of one of %+v", p.Diagnoses)
	}
	if !slices.Contains(p.Notes, "Age at diagnosis: 48") || len(notes) == 0 {
		t.Errorf("48 is lost: %q", p.Notes)
	}
}

func TestTheSideMayHaveAColumnOfItsOwn(t *testing.T) {
	f, _ := read(t, "Relationship;Side of family;Name;Age\naunt;maternal;Joan;66\nUncle;Father's side;Ted;60\n")
	for name, want := range map[string]string{"Joan": "Maternal aunt Joan", "Ted": "Paternal uncle Ted"} {
		if got := sentence(t, f, name); !strings.HasPrefix(got, want) {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestNobodyHasTwoMothers(t *testing.T) {
	f, notes := read(t, "Relation,Name,Age\nmother,Carol,66\nmum,Sheila,70\n")
	if carol := named(t, f, "Carol"); carol.Age.String() != "66" || len(f.Notes) != 1 || !strings.Contains(f.Notes[0], "Sheila") || len(notes) != 1 {
		t.Errorf("Carol is %s; kept: %q, listed: %q", carol.Age, f.Notes, notes)
	}
}

func TestOnlyTablesOfFamiliesAreRecognised(t *testing.T) {
	for text, want := range map[string]bool{
		"Relation\tName\n":                     true,
		"\n\nRELATIONSHIP TO YOU , Age (now)":  true,
		"id,mother,father,name":                true,
		"famid\tid\tfid\tmid\tsex\taff\n":      false, // PED, which has a reader of its own
		"id fid mid sex aff":                   false,
		"Drug,Dose,Age\n":                      false,
		"Name,Age\n":                           false,
		"my mother, Carol, had breast cancer":  false,
		"##CanRisk 2.0\n":                      false,
		"G1\t1\t0\t0\t2\t1\nG1\t2\t0\t0\t1\t2": false,
	} {
		if got := Recognises([]byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestWhatCannotBeAFamilyIsRefusedInOneLine(t *testing.T) {
	for text, want := range map[string]string{
		"Relation,Name\n":                     "no rows",
		",":                                   "no table",
		"hello":                               "no table",
		"Drug,Dose\nx,1\n":                    "no table",
		"Relation,Name\nself,Anna,41,extra\n": "line 2: this row has more cells",
		"id,mother,name\n1,,Anna\n1,,Bea\n":   "two people have this id",
		"id,mother,name\n,,Anna\n":            "no id",
		"id,mother,father,name\n1,2,2,Anna\n": "the same person",
		"id,mother,father,sex,name\n1,2,,F,A\n2,,,M,B\n":     "line 2: the mother, 2, is male",
		"id,mother,father,name\n1,2,,Anna\n2,1,,Bea\n":       "own ancestor",
		"id,mother,father,name\n1,2,,Anna\n2,,3,B\n3,1,,C\n": "own ancestor",
	} {
		_, _, err := Read([]byte(text))
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}
