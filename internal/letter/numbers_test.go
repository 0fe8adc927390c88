package letter

import (
	"fmt"
	"regexp"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func TestChancesInWords(t *testing.T) {
	for _, c := range []struct {
		p, low, high float64
		words, not   string
	}{
		{0.23, 0.23, 0.23, "about 23", "about 77"},
		{0.125, 0.125, 0.125, "about 13", "about 87"},
		{0.23, 0.20, 0.26, "between 20 and 26", "between 74 and 80"},
		{0.23, 0.231, 0.234, "about 23", "about 77"},
		{0.004, 0.004, 0.004, "fewer than 1", "more than 99"},
		{0, 0, 0, "fewer than 1", "more than 99"},
		{0.02, 0.004, 0.03, "at most 3", "at least 97"},
		{0.97, 0.95, 0.999, "at least 95", "at most 5"},
		{1, 1, 1, "more than 99", "fewer than 1"},
		{0.01, 0.01, 0.01, "about 1", "about 99"},
	} {
		got := chanceOf(c.p, c.low, c.high)
		if got.words() != c.words || got.not().words() != c.not {
			t.Errorf("%v (%v to %v): %q and %q, want %q and %q", c.p, c.low, c.high, got.words(), got.not().words(), c.words, c.not)
		}
	}
}

var digits = regexp.MustCompile(`\d+`)

func TestBothFramingsAlwaysAddUpTo100(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := rapid.Float64Range(0, 1).Draw(rt, "risk")
		low, high := rapid.Float64Range(0, p).Draw(rt, "low"), rapid.Float64Range(p, 1).Draw(rt, "high")
		c := chanceOf(p, low, high)
		yes, no := digits.FindAllString(c.words(), -1), digits.FindAllString(c.not().words(), -1)
		if len(yes) != len(no) {
			rt.Fatalf("%q beside %q", c.words(), c.not().words())
		}
		for i := range yes {
			a, _ := strconv.Atoi(yes[i])
			b, _ := strconv.Atoi(no[len(no)-1-i])
			if a+b != 100 {
				rt.Errorf("%q beside %q", c.words(), c.not().words())
			}
		}
	})
}

func TestTheIconArrayIsFilledAsTheSentenceSays(t *testing.T) {
	w, err := load(RiskSummary)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		p := rapid.Float64Range(0, 0.999).Draw(rt, "risk")
		low, high := rapid.Float64Range(0, p).Draw(rt, "low"), rapid.Float64Range(p, 0.999).Draw(rt, "high")
		n := &number{chance: chanceOf(p, low, high), population: chanceOf(0.1, 0.1, 0.1)}
		values := map[string]string{}
		n.into(values, women)
		icons := n.icons(w, values)
		empty := icons.Of - icons.Filled - icons.Half
		if icons.Of != 100 || empty < 0 || icons.Filled != n.chance.low || icons.Filled+icons.Half != n.chance.high {
			rt.Fatalf("%+v for %+v", icons, n.chance)
		}
		want := fmt.Sprint(icons.Filled)
		if icons.Filled == 0 && icons.Half == 0 {
			want = "None is filled"
		}
		if !regexp.MustCompile(`\b` + want + `\b`).MatchString(icons.Caption) {
			rt.Errorf("%q does not say %s", icons.Caption, want)
		}
		if unresolved.MatchString(icons.Caption) {
			rt.Errorf("%q is not filled in", icons.Caption)
		}
	})
}
