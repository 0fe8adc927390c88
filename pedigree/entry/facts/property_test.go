package facts

import (
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kindred/pedigree"
)

// pieces are what people type, in any order and mixture.
var pieces = []string{
	"66", "~60", "40s", "early 70s", "55-60", "<50", "1950s", "born 1952", "d 58", "d ~70 MI", "d 60s ca lung", "d", "br 48", "br L 44", "br bil 44",
	"again 52", "again", "new", "rec", "mets", "left", "10", "skin bcc", "new 52", "mets liver", "dcis 46", "?ov/bowel", "abdo ca", "womb 50s", "TN", "G3", "ER+/PR-", "polyps 12 @50", "br ?", "confirmed", "BSO 45 rr",
	"mast R 44 tx", "hyst", "BRCA1+", "report seen", "BRCA1/2-", "screen", "BRCA ?", "tumour", "c.68_69del", "class 4", "well", "A&W", "no details", "dk", "none",
	"not in contact", "adopted", "infertile", "ashkenazi", "jewish", "f", "m", "nb", "AFAB", "trans man", `condition "Duchenne"`, "carrier CF", "t(11;22)", "47,XXY",
	"lives abroad", "not", "no", "her sister", "bowel problems", "skin", "liver", "20w", "20+3", "x3", "?", "??", ",", ";", ".", "and", "&", "+", "-", "(", ")", `"`, "“", "”",
	"Zoë", "\t", "\u00a0", "ca.", "@", "@50", "of", "the", "at Leeds", "1940-1999", "9999", "300", "kids", "2", "s", "Pat", "before the war", "in childhood",
}

var people = rapid.Custom(func(t *rapid.T) Who {
	return Who{
		Sex:       rapid.SampledFrom([]pedigree.Sex{"", pedigree.Female, pedigree.Male}).Draw(t, "sex"),
		Pregnancy: rapid.Bool().Draw(t, "pregnancy"), Dead: rapid.Bool().Draw(t, "dead"), Group: rapid.Bool().Draw(t, "group"),
	}
})

var texts = rapid.Custom(func(t *rapid.T) string {
	words := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(pieces), rapid.SampledFrom(pieces), rapid.SampledFrom(pieces), rapid.String()), 0, 8).Draw(t, "words")
	return strings.Join(words, rapid.SampledFrom([]string{" ", " ", ", ", ""}).Draw(t, "between"))
})

func TestNothingTypedIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkReading(t, texts.Draw(t, "text"), people.Draw(t, "who")) })
}

func FuzzParse(f *testing.F) {
	for _, text := range pieces {
		f.Add(text, "br 48", false)
	}
	f.Add("br 44 again 52 mets liver, BRCA1/2+ screen", "\xff", true)
	f.Fuzz(func(t *testing.T, a, b string, pregnancy bool) {
		checkReading(t, a+" "+b, Who{Pregnancy: pregnancy, Sex: pedigree.Female})
	})
}

type failer interface{ Fatalf(string, ...any) }

// checkReading checks that each byte that says something is in an item or a note, that spans are whole,
// and that applying the reading twice is applying it once.
func checkReading(t failer, text string, who Who) {
	r := Parse(text, who)
	held := make([]bool, len(text))
	hold := func(kind string, s Span) {
		if s.From < 0 || s.To > len(text) || s.From >= s.To || utf8.ValidString(text) && !utf8.ValidString(text[s.From:s.To]) {
			t.Fatalf("%q: the %s spans %v", text, kind, s)
		}
	}
	for _, item := range r.Items {
		hold("item "+item.Words, item.Span)
		if strings.TrimSpace(item.Words) == "" {
			t.Fatalf("%q: an item without words at %v", text, item.Span)
		}
		for i := item.From; i < item.To; i++ {
			if held[i] {
				t.Fatalf("%q: %q is read twice", text, text[item.From:item.To])
			}
			held[i] = true
		}
	}
	for _, note := range r.Notes {
		hold("note", note.Span)
		if !strings.Contains(text[note.From:note.To], note.Words) || note.Words == "" {
			t.Fatalf("%q: the note is %q", text, note.Words)
		}
		for i := note.From; i < note.To; i++ {
			held[i] = true
		}
	}
	for _, trouble := range r.Trouble {
		hold("trouble", trouble.Span)
	}
	for _, ask := range r.Asks {
		hold("question", ask.Span)
		if len(ask.Choices) < 2 {
			t.Fatalf("%q: %q has %d choices", text, ask.Words, len(ask.Choices))
		}
	}
	for i, word := range unheld(text, held) {
		if !joiners[strings.ToLower(word)] {
			t.Fatalf("%q: %q (%d) is lost: %+v", text, word, i, r)
		}
	}
	once, twice := &pedigree.Individual{}, &pedigree.Individual{}
	r.Apply(once, pedigree.Provenance{ToldBy: "Anna"}, nil)
	r.Apply(twice, pedigree.Provenance{ToldBy: "Anna"}, nil)
	if !reflect.DeepEqual(once, twice) {
		t.Fatalf("%q: two people of one reading differ", text)
	}
	for i := range once.Diagnoses {
		if once.Diagnoses[i].Site == "" {
			t.Fatalf("%q: a diagnosis of nothing", text)
		}
	}
}

// unheld are the words that no item and no note holds.
func unheld(text string, held []bool) []string {
	var rest strings.Builder
	for i, r := range text {
		if held[i] || unicode.IsSpace(r) || strings.ContainsRune(",;.", r) {
			rest.WriteByte(' ')
			continue
		}
		rest.WriteRune(r)
	}
	return strings.Fields(rest.String())
}
