package roster

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
)

// sketch is the entries in short: "id=father+mother sex", invented people in brackets.
func sketch(entries []Entry) string {
	var words []string
	for _, e := range entries {
		word := e.ID
		if e.Father != "" || e.Mother != "" {
			word += "=" + e.Father + "+" + e.Mother
		}
		word += " " + string(e.Sex)
		if e.Person == nil {
			word = "(" + word + ")"
		}
		words = append(words, word)
	}
	return strings.Join(words, "; ")
}

func anyID(string) bool { return true }

func TestChildrenOfOneParentAreFullSiblingsUnlessUnionsPartThem(t *testing.T) {
	child := func(id pedigree.ID) pedigree.Individual {
		return pedigree.Individual{ID: id, Sex: pedigree.Male, Mother: "m"}
	}
	f := &pedigree.Family{
		Individuals: []pedigree.Individual{{ID: "m", Sex: pedigree.Female}, child("a"), child("b"), child("c")},
		Unions: []pedigree.Union{
			{Partners: []pedigree.ID{"m"}, Children: []pedigree.ID{"a", "b"}},
			{Partners: []pedigree.ID{"m"}, Children: []pedigree.ID{"c"}},
		},
	}
	var notes listing.Notes
	got, err := Of(f, Rules{Format: "PED", ValidID: anyID}, &notes)
	if err != nil {
		t.Fatal(err)
	}
	want := "m female; a=P1+m male; b=P1+m male; c=P2+m male; (P1 male); (P2 male)"
	if diff := cmp.Diff(want, sketch(got)); diff != "" {
		t.Error(diff)
	}
	if len(notes.List) != 3 {
		t.Errorf("notes %v", notes.List)
	}
}

func TestAChainOfPeopleOfUnknownSexIsLeftOutFromItsEnd(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "0", Sex: pedigree.Female}}}
	for i := range 5000 {
		f.Individuals = append(f.Individuals, pedigree.Individual{ID: pedigree.ID(fmt.Sprint(i + 1)), Mother: pedigree.ID(fmt.Sprint(i))})
	}
	var notes listing.Notes
	got, err := Of(f, Rules{Format: "CanRisk", ValidID: anyID, NeedSex: true}, &notes)
	if err != nil {
		t.Fatal(err)
	}
	if sketch(got) != "0 female" || len(notes.List) != 5000 {
		t.Errorf("%d written, %d listed", len(got), len(notes.List))
	}
}

func TestAGroupWithChildrenStaysAsOnePersonAndALossGoes(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "aunts", Count: 3},
		{ID: "uncles", CountUnknown: true},
		{ID: "c", Sex: pedigree.Male, Mother: "aunts", Father: "loss"},
		{ID: "loss", Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Stillbirth}},
	}}
	var notes listing.Notes
	got, err := Of(f, Rules{Format: "PED", ValidID: anyID}, &notes)
	if err != nil {
		t.Fatal(err)
	}
	if want := "aunts female; c=P1+aunts male; (P1 male)"; sketch(got) != want {
		t.Errorf("%s, want %s", sketch(got), want)
	}
}

func TestWhatAFormatDoesNotHoldIsListedOneByOneUnknownKeysIncluded(t *testing.T) {
	p := pedigree.Individual{
		ID: "1", Name: "Ann", CauseOfDeath: "a fall", NoDetails: true, Born: pedigree.ParseFuzzy("1950s"), Notes: []string{"a", "b"},
		Extra: pedigree.Extra{"eye_colour": []byte(`"blue"`), "empty": []byte(`""`), "deep": []byte(`{"a":1}`)},
	}
	var notes listing.Notes
	NoteRest(&notes, "1", "", &p, "id", "name")
	var got []string
	for _, n := range notes.List {
		got = append(got, n.Text)
	}
	want := []string{`born "1950s"`, `cause of death "a fall"`, "deep", `eye colour "blue"`, "no details", "notes (2)"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAnAnswerOfNoIsListedAndAQuestionNotAskedIsNot(t *testing.T) {
	p := pedigree.Individual{
		ID: "1", Carrier: []pedigree.CarrierState{{Condition: "cystic fibrosis"}}, HistoryUnknown: true,
		Evaluated: pedigree.No, DrawTwice: pedigree.No, Ashkenazi: pedigree.DontKnow, Deceased: pedigree.NotAsked,
	}
	var notes listing.Notes
	NoteRest(&notes, "1", "", &p, "id")
	var got []string
	for _, n := range notes.List {
		got = append(got, n.Text)
	}
	want := []string{`ashkenazi "unknown"`, "carrier (1)", "draw twice no", "evaluated no", "history unknown"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestEachAnswerOfSeveralIsListed(t *testing.T) {
	p := pedigree.Individual{ID: "1"}
	p.SetAsked(pedigree.AskedBrothers, pedigree.No)
	p.SetAsked(pedigree.AskedCancer, pedigree.DontKnow)
	p.SetOrgan(pedigree.Womb, pedigree.No)
	var notes listing.Notes
	NoteRest(&notes, "1", "", &p, "id")
	var got []string
	for _, n := range notes.List {
		got = append(got, n.Text)
	}
	if diff := cmp.Diff([]string{"asked (brothers no, cancer unknown)", "organs (womb no)"}, got); diff != "" {
		t.Error(diff)
	}
}
