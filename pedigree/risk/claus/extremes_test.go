package claus

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// TestRangeEqualsEveryCombinationOfReadings tries every combination of ends in families of blood
// relatives with up to six vague facts, and of single years in those with two.
func TestRangeEqualsEveryCombinationOfReadings(t *testing.T) {
	m := model(t)
	rapid.Check(t, func(t *rapid.T) {
		f := clinic()
		f.Individuals = append(f.Individuals, woman("sister", "r1", "f"), woman("daughter", "self", ""), woman("cousin", "r2", ""))
		for i := range f.Individuals {
			p := &f.Individuals[i]
			if p.Sex != pedigree.Female || p.ID == "self" {
				continue
			}
			p.Age, p.Deceased, p.Diagnoses = pedigree.ParseFuzzy(rapid.SampledFrom([]string{"", "66", "about 60", "50s"}).Draw(t, "age")), pedigree.NotAsked, nil
			if rapid.IntRange(0, 2).Draw(t, "affected") == 0 {
				p.Diagnoses = breast(rapid.SampledFrom([]string{"40s", "45", "30-50"}).Draw(t, "age at diagnosis"))
			}
		}
		q, err := newQuestion(m, risk.Open(risk.Request{Family: f}))
		if err != nil {
			t.Fatal(err)
		}
		var vague []int
		for i, e := range q.known {
			if e.vague {
				vague = append(vague, i)
			}
		}
		low, high := q.baseline.odds, q.baseline.odds
		for mask := range 1 << len(vague) {
			at := q.means()
			for k, i := range vague {
				at[i] = q.known[i].low
				if mask>>k&1 == 1 {
					at[i] = q.known[i].high
				}
			}
			s, err := q.split(at)
			if err != nil {
				t.Fatal(err)
			}
			low, high = min(low, s.odds), max(high, s.odds)
		}
		gotLow, gotHigh, bound := q.extremes()
		if bound || math.Abs(gotLow-low) > 1e-12*low || math.Abs(gotHigh-high) > 1e-12*high {
			t.Fatalf("extremes %v to %v, every combination %v to %v", gotLow, gotHigh, low, high)
		}
	})
}

// TestBeyondTwelveVagueFactsTheRangeIsACertainBound draws joint readings at random from a family with
// twenty of them, people on both sides of shared children included.
func TestBeyondTwelveVagueFactsTheRangeIsACertainBound(t *testing.T) {
	f := clinic()
	f.Individual("gm").Age = pedigree.ParseFuzzy("80s")
	for k := range 9 {
		in := woman(pedigree.ID(fmt.Sprint("in", k)), "", "")
		sister, child := woman(pedigree.ID(fmt.Sprint("s", k)), "gm", ""), woman(pedigree.ID(fmt.Sprint("c", k)), "", "")
		son := man(pedigree.ID(fmt.Sprint("son", k)), "gm", "")
		child.Mother, child.Father = in.ID, son.ID
		in.Age, sister.Age, child.Age = pedigree.ParseFuzzy("50-70"), pedigree.ParseFuzzy("60s"), pedigree.ParseFuzzy("30-50")
		if k%3 == 0 {
			in.Diagnoses, child.Diagnoses = breast("40s"), breast("30s")
		}
		f.Individuals = append(f.Individuals, in, sister, son, child)
	}
	q, err := newQuestion(model(t), risk.Open(risk.Request{Family: f}))
	if err != nil {
		t.Fatal(err)
	}
	low, high, bound := q.extremes()
	if !bound || low > q.baseline.odds || high < q.baseline.odds {
		t.Fatalf("odds %v to %v (bound %v), average %v", low, high, bound, q.baseline.odds)
	}
	rapid.Check(t, func(t *rapid.T) {
		at := q.means()
		for i, e := range q.known {
			if e.vague {
				at[i] = rapid.SampledFrom([]pair{e.low, e.high, e.mean}).Draw(t, "reading")
			}
		}
		s, err := q.split(at)
		if err != nil {
			t.Fatal(err)
		}
		if s.odds < low*(1-1e-12) || s.odds > high*(1+1e-12) {
			t.Fatalf("odds %v outside %v to %v", s.odds, low, high)
		}
	})
}

// TestTheCodeCoversEveryCombination: each number differs from some word in one bit at most.
func TestTheCodeCoversEveryCombination(t *testing.T) {
	for size := 1; size <= mostExact; size++ {
		reached := make([]bool, 1<<size)
		words := coveringCode(size)
		for _, word := range words {
			reached[word] = true
			for bit := range size {
				reached[word^1<<bit] = true
			}
		}
		for number, ok := range reached {
			if !ok {
				t.Errorf("%d bits: %b is not reached", size, number)
			}
		}
	}
	if got := len(coveringCode(12)); got != 512 {
		t.Errorf("12 facts take %d words", got)
	}
}

// TestInsteadIsWhatSolvingAgainGives checks the shortcut by which the effect of one fact is found.
func TestInsteadIsWhatSolvingAgainGives(t *testing.T) {
	q, err := newQuestion(model(t), risk.Open(risk.Request{Family: clinic()}))
	if err != nil {
		t.Fatal(err)
	}
	for i := range q.known {
		if i == q.subject {
			continue
		}
		at := q.means()
		at[i] = q.at(38)
		want, err := q.split(at)
		if err != nil {
			t.Fatal(err)
		}
		if got := q.baseline.instead(i, q.known[i].mean, at[i]); math.Abs(got-want.odds) > 1e-12*want.odds {
			t.Errorf("person %d: odds %v, solved again %v", i, got, want.odds)
		}
	}
}

func TestLoopsAndMarriagesIntoTheFamilyAreExact(t *testing.T) {
	// A woman whose parents are first cousins, both through affected grandmothers who were sisters.
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		woman("a", "", ""), man("b", "", ""), woman("c", "a", "b"), woman("d", "a", "b"), man("e", "", ""), man("g", "", ""),
		woman("mother", "c", "e"), man("father", "d", "g"), woman("self", "mother", "father"),
	}}
	f.Individual("self").Age = pedigree.ExactYear(30)
	f.Individual("c").Diagnoses, f.Individual("d").Diagnoses = breast("40"), breast("41")
	related := model(t).Assess(risk.Request{Family: f, Subject: "self"}).Values["carrier_probability"]
	f.Individual("d").Mother, f.Individual("d").Father = "", ""
	f.Individual("d").Diagnoses = nil
	one := model(t).Assess(risk.Request{Family: f, Subject: "self"}).Values["carrier_probability"]
	if !(related > 1.5*one) || related >= 1 {
		t.Errorf("both lines %v, one line %v", related, one)
	}
}

func BenchmarkAssess(b *testing.B) {
	m := model(b)
	f := clinic()
	for i := range 56 {
		f.Individuals = append(f.Individuals, woman(pedigree.ID(fmt.Sprint("x", i)), []pedigree.ID{"gm", "r1", "r2"}[i%3], ""))
	}
	for b.Loop() {
		if a := m.Assess(risk.Request{Family: f}); a.Status != risk.OK {
			b.Fatal(a.Because)
		}
	}
}
