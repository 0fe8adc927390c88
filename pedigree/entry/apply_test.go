package entry

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kindred/pedigree"
)

// outline is a family by names, "-" for none: "Joan f 66 Edna+- [2]", then unions and twins.
func outline(f *pedigree.Family) string {
	name := func(id pedigree.ID) string {
		switch p := f.Individual(id); {
		case p == nil:
			return ""
		case p.Name == "":
			return string(id)
		default:
			return p.Name
		}
	}
	var all []string
	for i := range f.Individuals {
		p := &f.Individuals[i]
		words := name(p.ID) + fmt.Sprintf(" %.1s", p.Sex+"-")
		if !p.Age.IsZero() {
			words += " " + p.Age.String()
		}
		if p.Mother != "" || p.Father != "" {
			words += " " + name(p.Mother) + "+" + name(p.Father)
		}
		for _, l := range p.OtherParents {
			words += fmt.Sprintf(" %s:%s", l.Kind, name(l.ID))
		}
		if p.Count > 0 || p.CountUnknown {
			words += fmt.Sprintf(" [%d]", p.Count)
		}
		if p.Pregnancy != nil {
			words += " " + string(p.Pregnancy.Kind)
		}
		all = append(all, words)
	}
	for _, u := range f.Unions {
		all = append(all, name(u.Partners[0])+"="+name(u.Partners[1])+string(u.Status))
	}
	for _, s := range f.Twins {
		var members []string
		for _, m := range s.Members {
			members = append(members, name(m))
		}
		all = append(all, string(s.Zygosity)+" "+strings.Join(members, "&"))
	}
	return strings.Join(all, "; ")
}

func TestRelativesStandWhereTheyBelong(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"parents", []string{"m Carol", "f Alan"}, "Carol f; Alan m; Anna f Carol+Alan"},
		{"the letter p is both parents", []string{"p"}, "n1 f; n2 m; Anna f n1+n2"},
		{"siblings in the order typed", []string{"p", "s Jane", "b Tom"}, "n1 f; n2 m; Anna f n1+n2; Jane f n1+n2; Tom m n1+n2"},
		{
			"ages decide where they are known",
			[]string{"self 41", "p", "s Jane 54", "b Tom", "b Jim 48", "s Ida 30"},
			"n1 f; n2 m; Jane f 54 n1+n2; Jim m 48 n1+n2; Anna f 41 n1+n2; Tom m n1+n2; Ida f 30 n1+n2",
		},
		{"a group is one symbol until somebody is named", []string{"p", "3s", "s Jane"}, "n1 f; n2 m; Anna f n1+n2; Jane f n1+n2; n3 f n1+n2 [2]"},
		{"the last of a group is the group's symbol", []string{"p", "2s", "s Jane", "s Ruth"}, "n1 f; n2 m; Anna f n1+n2; Jane f n1+n2; Ruth f n1+n2"},
		{"who is counted and not named stays one of them", []string{"p", "2s", "s Jane"}, "n1 f; n2 m; Anna f n1+n2; Jane f n1+n2; n3 f n1+n2 [1]"},
		{"ages decide among those taken from a group", []string{"self 41", "p", "2s", "s Ruth 45", "s Mia 38"}, "n1 f; n2 m; Ruth f 45 n1+n2; Anna f 41 n1+n2; Mia f 38 n1+n2"},
		{"a plural without a number", []string{"p", "sisters"}, "n1 f; n2 m; Anna f n1+n2; n3 f n1+n2 [0]"},
		{
			"a half-sister has another father",
			[]string{"m Carol", "f Alan", "mat half s Amy 30"},
			"Carol f; n3 m; Alan m; Anna f Carol+Alan; Amy f 30 Carol+n3; Carol=n3",
		},
		{
			"a half-brother by name of the other parent",
			[]string{"p", "pat half b Max < Sue"},
			"n1 f; n2 m; Sue f; Anna f n1+n2; Max m Sue+n2; n2=Sue",
		},
		{"a half-brother without a side stands apart", []string{"p", "half b Al"}, "n1 f; n2 m; Anna f n1+n2; Al m"},
		{
			"and is put in place when the side is known",
			[]string{"p", "half b Al", "mat half b Al 30"},
			"n1 f; n4 m; n2 m; Anna f n1+n2; Al m 30 n1+n4; n1=n4",
		},
		{
			"an aunt brings the grandparents",
			[]string{"m Carol", "mat aunt Joan 66"},
			"n2 f; n3 m; Carol f n2+n3; Joan f 66 n2+n3; Anna f Carol+",
		},
		{
			"a cousin of an aunt who is named",
			[]string{"m Carol", "mat cousin Lucy 40 < Joan"},
			"n2 f; n3 m; Carol f n2+n3; Joan u n2+n3; n5 u; Anna f Carol+; Lucy u 40 Joan+n5; Joan=n5",
		},
		{
			"two cousins of unknown aunts are not made siblings",
			[]string{"m Carol", "mat cousin Lucy < ?", "mat cousin Tom < ?"},
			"n2 f; n3 m; Carol f n2+n3; n4 u n2+n3; n8 u n2+n3; n9 u; n5 u; Anna f Carol+; Lucy u n4+n5; Tom u n8+n9; n4=n5; n8=n9",
		},
		{
			"a chain adds who is missing on the way",
			[]string{"mgm's s Edna"},
			"n3 f; n4 m; n2 f n3+n4; Edna f n3+n4; n1 f n2+; Anna f n1+",
		},
		{"a child brings the partner", []string{"dau Mia 9", "partner Raj"}, "Anna f; Raj m; Mia f 9 Anna+Raj; Anna=Raj"},
		{"a child of a former partner", []string{"partner Raj", "ex Paul", "dau Mia < Paul"}, "Anna f; Paul m; Raj m; Mia f Anna+Paul; Anna=Raj; Anna=Paulseparated"},
		{"a child of nobody chosen has one parent", []string{"partner Raj", "ex Paul", "dau Mia"}, "Anna f; Paul m; Raj m; Mia f Anna+; Anna=Raj; Anna=Paulseparated"},
		{"and gets the other later", []string{"partner Raj", "ex Paul", "dau Mia", "dau Mia < Paul"}, "Anna f; Paul m; Raj m; Mia f Anna+Paul; Anna=Raj; Anna=Paulseparated"},
		{"of two children on a line the order is kept", []string{"dau 12, son 9"}, "Anna f; n1 m; n3 f 12 Anna+n1; n4 m 9 Anna+n1; Anna=n1"},
		{"losses", []string{"misc x2", "SB 34w m"}, "Anna f; n1 m; n3 u Anna+n1 [2] miscarriage; n4 m Anna+n1 stillbirth; Anna=n1"},
		{"twins", []string{"p", "twin mz Ann"}, "n1 f; n2 m; Anna f n1+n2; Ann f n1+n2; monozygotic Anna&Ann"},
		{"a sister turns out to be a twin", []string{"p", "s Ann", "twin ? Ann"}, "n1 f; n2 m; Anna f n1+n2; Ann f n1+n2; unknown Anna&Ann"},
		{"triplets", []string{"p", "triplets"}, "n1 f; n2 m; Anna f n1+n2; n5 u n1+n2; n3 u n1+n2; unknown Anna&n3&n5"},
		{"adopted with the twin", []string{"p", "twin mz Ann", "adopted in"}, "n1 f; n2 m; Anna f adoptive:n1 adoptive:n2; Ann f adoptive:n1 adoptive:n2; monozygotic Anna&Ann"},
		{"the mother of somebody adopted raised them", []string{"self adopted in", "m Sue", "birth m Liz"}, "Sue f; Liz f; Anna f Liz+ adoptive:Sue"},
		{"fostered", []string{"p", "s Jo fostered"}, "n1 f; n2 m; Anna f n1+n2; Jo f foster:n1 foster:n2"},
		{"a donor's egg", []string{"m Carol", "donor egg"}, "Carol f; n2 f; Anna f gestational:Carol donor-egg:n2"},
		{"donor sperm", []string{"dau Mia donor sperm"}, "Anna f; n1 m; n4 m; Mia f Anna+ step:n1 donor-sperm:n4; Anna=n1"},
		{"a stepsister has no common blood", []string{"p", "mat step s Jo"}, "n1 f; n2 m; Anna f n1+n2; Jo f step:n1"},
		{"a stepson is the partner's", []string{"partner Raj", "step son Ed 20"}, "Anna f; Raj m; Ed m 20 +Raj step:Anna; Anna=Raj"},
		{"an aunt of no side is related to nobody", []string{"aunt Ivy ? side"}, "Anna f; Ivy f"},
		{"a grandson of no known child", []string{"grandson 3"}, "Anna f; n1 u Anna+; n2 u; n4 m 3 n1+n2; n1=n2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := anna()
			enterAll(t, f, counter(), c.lines...)
			if got := outline(f); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if wrong := contradictions(f); len(wrong) > 0 {
				t.Error(wrong)
			}
		})
	}
}

func TestNoneAndDoesNotKnowAreAnswersAboutTheRightPerson(t *testing.T) {
	f := anna()
	enterAll(t, f, counter(), "m Carol", "f Alan", "brothers none", "sisters dk", "mat aunts none", "pat uncles dk", "partner none", "misc none", "children none")
	for _, c := range []struct {
		name string
		q    pedigree.Question
		want pedigree.Answer
	}{
		{"Anna", pedigree.AskedBrothers, pedigree.No},
		{"Anna", pedigree.AskedSisters, pedigree.DontKnow},
		{"Carol", pedigree.AskedSisters, pedigree.No},
		{"Alan", pedigree.AskedBrothers, pedigree.DontKnow},
		{"Anna", pedigree.AskedPartners, pedigree.No},
		{"Anna", pedigree.AskedLosses, pedigree.No},
		{"Anna", pedigree.AskedChildren, pedigree.No},
		{"Carol", pedigree.AskedBrothers, pedigree.NotAsked},
	} {
		at := slices.IndexFunc(f.Individuals, func(p pedigree.Individual) bool { return p.Name == c.name })
		if got := f.Individuals[at].Asked[c.q]; got != c.want {
			t.Errorf("%s of %s: %v, want %v", c.q, c.name, got, c.want)
		}
	}
	if f.Individuals[2].Childless != pedigree.NoChildren {
		t.Error("no children is not drawn")
	}
}

func TestWhatWasEnteredSaysWhoToldIt(t *testing.T) {
	f := anna()
	told := pedigree.Provenance{ToldBy: "Anna", WrittenBy: "J Field", On: "2026-11-22"}
	for _, line := range []string{"mat aunt Joan 66 br 49", "m Carol 63"} {
		if _, err := Parse(line, f, "1").Apply(f, told, counter()); err != nil {
			t.Fatal(err)
		}
	}
	for i := range f.Individuals {
		switch p := &f.Individuals[i]; p.Name {
		case "Joan":
			if p.Source != told || p.Diagnoses[0].Source != told {
				t.Errorf("Joan: %+v, %+v", p.Source, p.Diagnoses[0].Source)
			}
		case "Carol":
			if p.Sources["name"] != told || p.SourceOf("age") != told {
				t.Errorf("Carol, who was drawn before she was told of: %+v", p.Sources)
			}
		case "":
			if !p.Source.IsZero() {
				t.Errorf("somebody nobody told of: %+v", p.Source)
			}
		}
	}
}

func TestLinesAreAboutTheSubjectAndSidesAreThePatients(t *testing.T) {
	f := anna()
	ids := counter()
	joan := enterAll(t, f, ids, "m Carol", "mat aunt Joan 66").Entered
	st := Parse("dau Lucy 40", f, joan)
	if st.Sentence != "Joan's daughter Lucy, 40" || st.Side != "mother's side" || st.Reason != "add Joan's daughter Lucy" {
		t.Errorf("%q on %q, %q", st.Sentence, st.Side, st.Reason)
	}
	a, err := st.Apply(f, pedigree.Provenance{}, ids)
	if err != nil || f.Relationship("1", a.Entered).Words != "maternal first cousin" || len(a.Added) != 2 {
		t.Errorf("%+v, %v", a, err)
	}
	if _, err := Parse("dau Zoe", f, "9").Apply(f, pedigree.Provenance{}, ids); err == nil {
		t.Error("a relative of nobody was entered")
	}
	if _, err := Parse("  ", f, "1").Apply(f, pedigree.Provenance{}, ids); err == nil || Parse("", f, "1").Sentence != "" {
		t.Error("an empty line says something")
	}
}

func TestTroublePointsAtTheWord(t *testing.T) {
	for line, word := range map[string]string{
		"s Jane 54 blarg 12x": "blarg 12x", "Joan's dau Lucy": "Joan's", "neighbour Jo": "neighbour", "dau Mia <": "<", "d 58": "d", "2s Ruth 45, Mia 38 br 36": "Mia",
	} {
		st := Parse(line, anna(), "1")
		if len(st.Trouble) == 0 || line[st.Trouble[0].From:st.Trouble[0].To] != word || !strings.HasSuffix(st.Trouble[0].Words, ".") {
			t.Errorf("%s: %+v, want it at %q", line, st.Trouble, word)
		}
	}
}
