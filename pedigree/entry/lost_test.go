package entry

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
)

// counter gives the ids n1, n2, ...
func counter() func() pedigree.ID {
	n := 0
	return func() pedigree.ID { n++; return pedigree.ID(fmt.Sprintf("n%d", n)) }
}

// anna is a consultand of whom only name and sex are known.
func anna() *pedigree.Family {
	return &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "1", Name: "Anna", Sex: pedigree.Female, Proband: true, Consultand: true},
	}}
}

// enterAll types lines about Anna's relatives.
func enterAll(t testing.TB, f *pedigree.Family, ids func() pedigree.ID, lines ...string) Applied {
	t.Helper()
	var last Applied
	for _, line := range lines {
		a, err := Parse(line, f, "1").Apply(f, pedigree.Provenance{ToldBy: "Anna"}, ids)
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		last = a
	}
	return last
}

// contradictions are the findings about links, which nothing that is typed may cause.
func contradictions(f *pedigree.Family) []string {
	var all []string
	for _, v := range f.Validate() {
		switch v.Key {
		case "duplicate-id", "no-id", "parent-missing", "own-ancestor", "twin-missing", "twin-alone", "twins-not-siblings",
			"union-missing", "union-alone", "union-child", "patient-not-in-family", "one-parent-twice", "donor-and-parent":
			all = append(all, v.Key+": "+v.Message)
		}
	}
	return all
}

// pieces are what the random lines are made of.
var pieces = []string{
	"self", "m", "f", "b", "s", "3s", "2b", "s x3", "dau", "son", "child", "mat", "pat", "aunt", "aunts", "uncle", "cousin", "half b", "half", "step s",
	"partner", "ex", "mgm", "mgm's", "dad's", "Joan's", "mum's", "nan", "great aunt", "twin", "mz", "dz", "?", "side", "triplets", "preg", "misc", "TOP",
	"SB", "ectopic", "20w", "x2", "no", "children", "brothers", "none", "dk", "niece", "grandson", "< Joan", "< ?", "<", "< Paul", "p", "d", "g", "c", "parents",
	"Joan", "Paul", "Pat", "May", "R", "Dot", "Lucy", `"Mary Ann"`, `"`, "'s", "jane", "smith", "58", "1958", "~60", "40s", "early 70s", "55-60", "<50", "1950s",
	"br 48", "br L 44", "br", "ov", "?ov/bowel", "abdo ca", "mets liver", "again 52", "BSO 45 rr", "BRCA1+", "BRCA-", "report seen", "no details", "well", "A&W",
	"adopted in", "adopted out", "fostered", "donor egg", "donor sperm", "no children", "infertile", "not in contact", "lives in Spain", "her sister br 48",
	",", ";", ".", "and", "(", ")", "é", "☃", "condition", "carrier CF", "t(11;22)", "47,XXY", "@", "nonsense", "of", "no blood)", "(no blood)", "step son", "birth m", "adoptive m",
}

// lines draws lines of pieces of the grammar.
var lines = rapid.Custom(func(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 7).Draw(t, "pieces"), " ")
})

// grown draws a family of everything that can be typed, in the order typed.
func grown(t *rapid.T, ids func() pedigree.ID) *pedigree.Family {
	f := anna()
	for _, line := range rapid.SliceOfN(lines, 0, 8).Draw(t, "history") {
		subject := rapid.SampledFrom(f.Individuals).Draw(t, "subject").ID
		if _, err := Parse(line, f, subject).Apply(f, pedigree.Provenance{ToldBy: "Anna"}, ids); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
	}
	return f
}

func TestNothingTypedIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := counter()
		f := grown(t, ids)
		line := lines.Draw(t, "line")
		subject := rapid.SampledFrom(f.Individuals).Draw(t, "subject").ID
		st := Parse(line, f, subject)
		p := &placer{line: line, f: f.Clone(), subject: subject, ids: ids}
		kept := make([]bool, len(line))
		keep := func(at Span) {
			for i := at.From; i < at.To; i++ {
				kept[i] = true
			}
		}
		for _, s := range st.entries {
			out, err := p.enter(s)
			if err != nil {
				t.Fatal(err)
			}
			person := p.f.Individual(out.person)
			for _, u := range s.used {
				keep(u)
			}
			for _, item := range out.reading.Items {
				keep(Span(item.Span))
			}
			for _, n := range out.reading.Notes {
				keep(Span(n.Span))
			}
			if len(out.notes) > 0 {
				keep(s.Span)
			}
			for _, note := range out.kept() {
				holders := append([]pedigree.Individual{*person}, p.f.Individuals...)
				if !slices.ContainsFunc(holders, func(h pedigree.Individual) bool { return holds(&h, note) }) {
					t.Fatalf("%q: the note %q is nobody's", line, note)
				}
			}
		}
		rest := line
		for i := len(line) - 1; i >= 0; i-- {
			if kept[i] {
				rest = rest[:i] + " " + rest[i+1:]
			}
		}
		for _, w := range strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(" ,;.", r) }) {
			if !slices.Contains([]string{"and", "&", "+", "also", "then", "-", "–"}, strings.ToLower(w)) {
				t.Fatalf("%q: %q is neither understood nor a note; entries %d", line, w, len(st.entries))
			}
		}
	})
}

// holds reports a note on a person or on one of their diagnoses.
func holds(p *pedigree.Individual, note string) bool {
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	for _, n := range p.Notes {
		if squeeze(n) == squeeze(note) {
			return true
		}
	}
	return false
}

func TestWhateverIsTypedTheLinksStayPossible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := counter()
		f := grown(t, ids)
		if wrong := contradictions(f); len(wrong) > 0 {
			t.Fatalf("%v", wrong)
		}
	})
}

func TestParsingChangesNothingAndApplyingDoesWhatThePreviewSaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := counter()
		f := grown(t, ids)
		line := lines.Draw(t, "line")
		subject := rapid.SampledFrom(f.Individuals).Draw(t, "subject").ID
		before := len(f.Individuals)
		st := Parse(line, f, subject)
		if again := Parse(line, f, subject); again.Sentence != st.Sentence || again.Side != st.Side || len(f.Individuals) != before {
			t.Fatalf("%q: %q, then %q", line, st.Sentence, again.Sentence)
		}
		if len(st.entries) == 0 {
			return
		}
		a, err := st.Apply(f, pedigree.Provenance{}, ids)
		if err != nil {
			t.Fatal(err)
		}
		if f.Individual(a.Entered) == nil || len(f.Individuals) != before+len(a.Added) {
			t.Fatalf("%q: entered %q, added %v of %d", line, a.Entered, a.Added, len(f.Individuals)-before)
		}
		for _, at := range append(spans(st.Trouble), askSpans(st.Asks)...) {
			if at.From < 0 || at.To < at.From || at.To > len(line) {
				t.Fatalf("%q: span %v", line, at)
			}
		}
	})
}

func spans(all []Trouble) (at []Span) {
	for _, t := range all {
		at = append(at, t.Span)
	}
	return at
}

func askSpans(all []Ask) (at []Span) {
	for _, a := range all {
		at = append(at, a.Span)
	}
	return at
}

func FuzzAnyLineIsReadAndEntered(f *testing.F) {
	for _, seed := range []string{"mat aunt Joan 66 br 49", `s "Mary`, "mgm's s Edna br 70s", "< ?", "dau 12, son 9", "x3 ’s", "3s \xff", "“Ann” 3", "p", "2d 58,,;"} {
		f.Add(seed, seed)
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		family := anna()
		ids := counter()
		for _, line := range []string{first, second, "mat aunt Joan"} {
			for _, subject := range []pedigree.ID{"1", family.Individuals[len(family.Individuals)-1].ID} {
				st := Parse(line, family, subject)
				if len(st.entries) == 0 {
					continue
				}
				if _, err := st.Apply(family, pedigree.Provenance{ToldBy: "Anna"}, ids); err != nil {
					t.Fatalf("%q: %v", line, err)
				}
				Complete(line, family, subject)
			}
		}
		if wrong := contradictions(family); len(wrong) > 0 {
			t.Fatalf("%q, %q: %v", first, second, wrong)
		}
	})
}
