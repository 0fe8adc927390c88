package pedigreeview

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindred/app/ui/theme"
	"kindred/pedigree"
)

func TestFactsShowWhatTheDrawingShowsWithItsSource(t *testing.T) {
	f := anna()
	p := f.Individual("1")
	p.Source = pedigree.Provenance{ToldBy: "Anna"}
	p.Carrier = []pedigree.CarrierState{
		{Condition: "cystic fibrosis", Kind: pedigree.ObligateCarrier, Source: pedigree.Provenance{ToldBy: "Joan"}},
		{Condition: "haemophilia", Kind: pedigree.UncertainCarrier},
	}
	p.Evaluated, p.HistoryUnknown = pedigree.Yes, true
	p.Sources = map[string]pedigree.Provenance{"evaluated": {WrittenBy: "A Counsellor"}}
	p.OtherParents = []pedigree.ParentLink{{ID: "j", Kind: pedigree.Gestational}}
	f.Twins = []pedigree.TwinSet{{Members: []pedigree.ID{"1", "l"}, Zygosity: pedigree.Dizygotic, Source: pedigree.Provenance{ToldBy: "Mary"}}}
	f.Unions = append(f.Unions, pedigree.Union{
		Partners: []pedigree.ID{"1", "x"}, Status: pedigree.Separated, Consanguineous: pedigree.Yes, Degree: "first cousins",
		Childless: pedigree.ChildlessInfertile, ChildlessCause: "azoospermia",
	})
	f.Individuals = append(f.Individuals, pedigree.Individual{ID: "x", Name: "Raj", Sex: pedigree.Male})
	got := FactsOf(f, "1")
	for _, want := range []Fact{
		{Label: "Carrier", Value: "Obligate carrier of cystic fibrosis", Source: "told by Joan"},
		{Label: "Carrier", Value: "Possible carrier of haemophilia", Source: "told by Anna"},
		{Label: "Examined", Value: "by us, or records seen", Source: "written by A Counsellor"},
		{Label: "Parents' families", Value: "nothing known", Source: "told by Anna"},
		{Label: "Other parent", Value: "Joan, carried the pregnancy", Source: "told by Anna"},
		{Label: "Twin", Value: "Lee, not identical", Source: "told by Mary"},
		{Label: "Partner", Value: "Raj, separated, related: first cousins, infertile, azoospermia", Source: "told by Anna"},
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no %+v among %+v", want, got)
		}
	}
}

func TestTheCardCutsNoFactAndSaysACommonSourceOnce(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light)) // the screen's typeface
	f := anna()
	p := f.Individual("1")
	p.Source = pedigree.Provenance{ToldBy: "Anna", On: "2026-11-21"}
	p.Sources = map[string]pedigree.Provenance{"age": {ToldBy: "the practice"}}
	p.CauseOfDeath = "a long and unusual course of words that no line of this card has room for"
	card := theme.Column(7)
	addFacts(card, FactsOf(f, "1"), true)
	if got := card.MinSize().Width; got > contentWidth {
		t.Errorf("the card asks for %v of %v", got, contentWidth)
	}
	words := wordsIn(card)
	if n := strings.Count(words, "told by Anna on 21 November 2026"); n != 1 {
		t.Errorf("the common source is said %d times in %q", n, words)
	}
	for _, want := range []string{"told by the practice", "All else told by Anna", p.CauseOfDeath} {
		if !strings.Contains(words, want) {
			t.Errorf("no %q in %q", want, words)
		}
	}
	shown := theme.Column(7)
	addFacts(shown, FactsOf(f, "1"), false)
	if words := wordsIn(shown); strings.Contains(words, "told by") {
		t.Errorf("a patient who looks on reads %q", words)
	}
}

// wordsIn are all texts in a container, in their order.
func wordsIn(o fyne.CanvasObject) string {
	var words []string
	walk(o, func(c fyne.CanvasObject) {
		if text, ok := c.(*theme.Text); ok {
			words = append(words, text.String)
		}
	})
	return strings.Join(words, " ")
}
