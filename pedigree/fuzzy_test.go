package pedigree

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseFuzzyReadsAgesYearsAndDatesAsSaid(t *testing.T) {
	open := Bound{}
	for _, c := range []struct {
		words     string
		low, high Bound
		kind      FuzzyKind
	}{
		{"66", At(66), At(66), Exact},
		{"0", At(0), At(0), Exact},
		{"1952", At(1952), At(1952), Exact},
		{"aged 58", At(58), At(58), Exact},
		{"born 1952", At(1952), At(1952), Exact},
		{"~60", At(55), At(65), About},
		{"about 60", At(55), At(65), About},
		{"c. 1950", At(1945), At(1955), About},
		{"circa 3", At(0), At(8), About},
		{"60ish", At(55), At(65), About},
		{"60 or so", At(55), At(65), About},
		{"40s", At(40), At(49), Decade},
		{"in her 40s", At(40), At(49), Decade},
		{"in his forties", At(40), At(49), Decade},
		{"early 70s", At(70), At(73), Decade},
		{"mid-50s", At(54), At(56), Decade},
		{"late fifties", At(57), At(59), Decade},
		{"1950s", At(1950), At(1959), Decade},
		{"teens", At(13), At(19), Decade},
		{"late teens", At(17), At(19), Decade},
		{"childhood", At(0), At(17), Decade},
		{"in childhood", At(0), At(17), Decade},
		{"as a baby", At(0), At(1), Decade},
		{"at birth", At(0), At(0), Decade},
		{"fifties", At(50), At(59), Decade},
		{"late forties", At(47), At(49), Decade},
		{"early-70s", At(70), At(73), Decade},
		{"early to mid 50s", At(50), At(56), Decade},
		{"mid to late sixties", At(64), At(69), Decade},
		{"40s or 50s", At(40), At(59), Between},
		{"40s-50s", At(40), At(59), Between},
		{"50s-40s", open, open, UnknownKind},
		{"50ish", At(45), At(55), About},
		{"48?", At(43), At(53), About},
		{"?48", At(43), At(53), About},
		{"66 years old", At(66), At(66), Exact},
		{"66yo", At(66), At(66), Exact},
		{"about 60 yrs", At(55), At(65), About},
		{"over 45 years", At(46), open, After},
		{"6/12", At(0), At(0), Exact},
		{"55-60", At(55), At(60), Between},
		{"55 to 60", At(55), At(60), Between},
		{"between 1950 and 1955", At(1950), At(1955), Between},
		{"<50", open, At(49), Before},
		{"before 45", open, At(44), Before},
		{"by 45", open, At(45), Before},
		{"≤ 45", open, At(45), Before},
		{">70", At(71), open, After},
		{"over 45", At(46), open, After},
		{"70+", At(70), open, After},
		{"at least 70", At(70), open, After},
		{"14 Mar 1984", At(1984), At(1984), Exact},
		{"14/03/1984", At(1984), At(1984), Exact},
		{"March 1984", At(1984), At(1984), Exact},
		{"8 weeks", At(0), At(0), Exact},
		{"18 months", At(1), At(1), Exact},
		{"60-55", open, open, UnknownKind},
		{"before the war", open, open, UnknownKind},
		{"3/4/52", open, open, UnknownKind},
		{"?", open, open, UnknownKind},
	} {
		got := ParseFuzzy(c.words)
		if got.Low != c.low || got.High != c.high || got.Kind != c.kind || got.Words != c.words {
			t.Errorf("%q: got %+v, want %v to %v, %s", c.words, got, c.low, c.high, c.kind)
		}
	}
	if d := ParseFuzzy("14 Mar 1984").Date; d != "1984-03-14" {
		t.Errorf("the day of 14 Mar 1984 is %q", d)
	}
	if !ParseFuzzy("  ").IsZero() {
		t.Error("nothing said is not the zero value")
	}
}

func TestFuzzyWithinKeepsTheReadingsThatArePossible(t *testing.T) {
	for _, c := range []struct {
		words     string
		low, high int
		ok        bool
	}{
		{"40s", 40, 44, true},
		{"<50", 0, 44, true},
		{">40", 41, 44, true},
		{"999", 0, 0, false},
		{"50", 0, 0, false},
		{"don't know", 0, 0, false},
	} {
		low, high, ok := ParseFuzzy(c.words).Within(0, 44)
		if ok != c.ok || ok && (low != c.low || high != c.high) {
			t.Errorf("%q within 0 to 44: got %d to %d, %v", c.words, low, high, ok)
		}
	}
}

func TestFuzzyJSONIsLenientAndLossless(t *testing.T) {
	for in, want := range map[string]string{
		`42`:                             `{"words":"42","low":42,"high":42,"kind":"exact"}`,
		`"about 60"`:                     `{"words":"about 60","low":55,"high":65,"kind":"about"}`,
		`{"low":45,"high":45}`:           `{"low":45,"high":45,"kind":"exact"}`,
		`{"words":"40s"}`:                `{"words":"40s","low":40,"high":49,"kind":"decade"}`,
		`{"low":null,"high":49,"x":[1]}`: `{"low":null,"high":49,"kind":"before","x":[1]}`,
		`null`:                           `{"low":null,"high":null}`,
	} {
		var f Fuzzy
		if err := json.Unmarshal([]byte(in), &f); err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		if got, _ := json.Marshal(f); string(got) != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
	for _, in := range []string{`{"low":5,"high":4}`, `true`, `1.5`, `{"low":"five"}`, `{"date":"yesterday"}`} {
		var f Fuzzy
		if err := json.Unmarshal([]byte(in), &f); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got error %v, want one line", in, err)
		}
	}
}

// phrases draws what somebody might say of an age or year.
var phrases = rapid.Custom(func(t *rapid.T) string {
	n := strconv.Itoa(rapid.IntRange(0, 2100).Draw(t, "n"))
	m := strconv.Itoa(rapid.IntRange(0, 2100).Draw(t, "m"))
	form := rapid.SampledFrom([]string{"N", "~N", "about N", "N0s", "early N0s", "late N0s", "N-M", "<N", ">N", "N+", "by N", "born N", "N weeks", "Nish", "W"}).Draw(t, "form")
	return strings.NewReplacer("N", n, "M", m, "W", rapid.String().Draw(t, "words")).Replace(form)
})

func TestWhateverIsSaidKeepsItsWordsAndOrdersItsBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkFuzzy(t, phrases.Draw(t, "words")) })
}

type failer interface{ Fatalf(string, ...any) }

func checkFuzzy(t failer, words string) {
	f := ParseFuzzy(words)
	if f.Words != strings.TrimSpace(strings.ToValidUTF8(words, "\uFFFD")) {
		t.Fatalf("%q: the words became %q", words, f.Words)
	}
	if f.Low.Known && f.High.Known && f.Low.Year > f.High.Year {
		t.Fatalf("%q: %d to %d", words, f.Low.Year, f.High.Year)
	}
	if f.HasNumber() == (f.Kind == UnknownKind) && !f.IsZero() {
		t.Fatalf("%q: kind %s with number %v", words, f.Kind, f.HasNumber())
	}
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatalf("%q: %v", words, err)
	}
	var back Fuzzy
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatalf("%q: %v", words, err)
	}
	if again, _ := json.Marshal(back); string(again) != string(data) {
		t.Fatalf("%q: %s became %s", words, data, again)
	}
}

func FuzzParseFuzzy(f *testing.F) {
	for _, words := range []string{"66", "about 60", "in her 40s", "14 Mar 1984", "\xff", "9999s"} {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) { checkFuzzy(t, words) })
}
