package draw_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/draw"
)

func TestTheAsteriskOfEvaluationIsAtTheLowerRightOutsideSymbolAndBrackets(t *testing.T) {
	s := one(
		pedigree.Individual{Sex: pedigree.Male, Evaluated: pedigree.Yes},
		pedigree.Individual{Evaluated: pedigree.Yes, Adopted: pedigree.AdoptedIn},
		pedigree.Individual{Evaluated: pedigree.No},
	)
	for i, id := range []string{"ind:a", "ind:b"} {
		place := s.People[i]
		for _, n := range []string{"1", "2", "3"} {
			l, ok := shape(s, id+"/evaluated/"+n).(draw.Line)
			if x, y := min(l.From.X, l.To.X)-place.Center.X, max(l.From.Y, l.To.Y)-place.Center.Y; !ok || x <= place.R || y <= 0.5*place.R {
				t.Errorf("%s: stroke %s begins %v right and ends %v below the middle", id, n, x, y)
			}
			if bracket, ok := shape(s, id+"/adopted/2").(draw.Polyline); ok && crosses(draw.Extent(l, arial{}), bracket) {
				t.Errorf("%s: the asterisk touches the bracket", id)
			}
		}
	}
	if shape(s, "ind:c/evaluated/1") != nil {
		t.Error("somebody not evaluated has the asterisk")
	}
}

func TestTheVerticalLineReachesTheOutlineOfEveryShape(t *testing.T) {
	huntington := []pedigree.CarrierState{{Condition: "Huntington disease", Kind: pedigree.Presymptomatic}}
	s := one(
		pedigree.Individual{Sex: pedigree.Male, Carrier: huntington}, pedigree.Individual{Sex: pedigree.Female, Carrier: huntington},
		pedigree.Individual{Carrier: huntington}, pedigree.Individual{Gender: pedigree.NonBinary, Carrier: huntington},
		pedigree.Individual{Carrier: huntington, Diagnoses: []pedigree.Diagnosis{{Site: "Huntington Disease"}}},
	)
	for i, id := range []string{"ind:a", "ind:b", "ind:c", "ind:d"} {
		l, ok := shape(s, id+"/presymptomatic").(draw.Line)
		b := draw.Extent(shape(s, id+"/symbol"), arial{})
		const pen = 0.71 // half the outline
		if !ok || math.Abs(l.From.X-s.People[i].Center.X) > 1e-9 || math.Abs(l.From.X-l.To.X) > 1e-9 || l.From.Y > b.Min.Y+pen || l.To.Y < b.Max.Y-pen {
			t.Errorf("%s: line %+v in %+v", id, l, b)
		}
	}
	if shape(s, "ind:e/presymptomatic") != nil {
		t.Error("somebody affected is drawn as presymptomatic")
	}
}

func TestACarrierHasABrokenHatchInTheSectorOfTheCondition(t *testing.T) {
	carrier := func(kind pedigree.CarrierKind) pedigree.Individual {
		return pedigree.Individual{Sex: pedigree.Female, Carrier: []pedigree.CarrierState{{Condition: "Cystic fibrosis", Kind: kind}}}
	}
	affected := woman(has("cystic fibrosis", pedigree.Confirmed), has(pedigree.Breast, pedigree.Confirmed))
	both := carrier(pedigree.KnownCarrier)
	both.Diagnoses = affected.Diagnoses
	s := one(affected, carrier(""), carrier(pedigree.ObligateCarrier), carrier(pedigree.UncertainCarrier), both)
	hatch := func(id string) draw.Line {
		t.Helper()
		l, ok := shape(s, id+"/fill/2/1").(draw.Line)
		if !ok || len(l.Stroke.Dash) == 0 || l.Stroke.Colour != shape(s, "key/2/ground").(draw.Polygon).Fill[:5] {
			t.Fatalf("%s: hatch %+v", id, shape(s, id+"/fill/2/1"))
		}
		if max(l.From.X, l.To.X) > s.People[1].Center.X+400 || shape(s, id+"/fill/2") != nil || shape(s, id+"/fill/1/1") != nil {
			t.Errorf("%s: more than the hatch of its own sector", id)
		}
		return l
	}
	known, obligate := hatch("ind:b"), hatch("ind:c")
	if known.From.Y != known.To.Y || math.Abs(obligate.From.X-obligate.To.X) > 1e-9 {
		t.Errorf("known %+v and obligate carriers %+v should be hatched level and upright", known, obligate)
	}
	hatch("ind:d")
	if q, ok := shape(s, "ind:d/fill/2/unsure").(draw.Text); !ok || q.String != "?" {
		t.Error("an uncertain carrier has no question mark")
	}
	if l, ok := shape(s, "ind:e/fill/2/1").(draw.Line); ok && len(l.Stroke.Dash) > 0 {
		t.Error("a diagnosis must show before the state of a carrier")
	}
	want := "Breast cancer, confirmed | Cystic fibrosis, confirmed | obligate carrier | carrier | ? | possible carrier"
	if got := texts(s, "key/"); got != want {
		t.Errorf("key %q, want %q", got, want)
	}
}

func TestTheOlderDotOfACarrierIsInTheMiddleAndAFifthOfTheSymbol(t *testing.T) {
	fibrosis := func(kind pedigree.CarrierKind) pedigree.Individual {
		return pedigree.Individual{Sex: pedigree.Male, Carrier: []pedigree.CarrierState{{Condition: "cystic fibrosis", Kind: kind}}}
	}
	people := []pedigree.Individual{
		fibrosis(""), fibrosis(pedigree.ObligateCarrier), fibrosis(pedigree.UncertainCarrier), fibrosis(pedigree.Presymptomatic),
		{Sex: pedigree.Male, Diagnoses: []pedigree.Diagnosis{has("cystic fibrosis", pedigree.Confirmed)}, Carrier: fibrosis("").Carrier},
	}
	for i := range people {
		people[i].ID = pedigree.ID('a' + rune(i))
	}
	s := scene(&pedigree.Family{Individuals: people}, draw.Style{Nomenclature: draw.Nomenclature{CarrierDot: true}})
	for i, id := range []string{"ind:a", "ind:b"} {
		if c, ok := shape(s, id+"/carrier").(draw.Circle); !ok || c.C != s.People[i].Center || math.Abs(c.R-0.2*s.People[i].R) > 1e-9 || c.Fill != draw.Ink {
			t.Errorf("%s: dot %+v", id, shape(s, id+"/carrier"))
		}
		if shape(s, id+"/fill/1/1") != nil {
			t.Errorf("%s has the hatch as well", id)
		}
	}
	if q, ok := shape(s, "ind:c/carrier").(draw.Text); !ok || q.String != "?" {
		t.Error("an uncertain carrier has no question mark")
	}
	if shape(s, "ind:d/carrier") != nil || shape(s, "ind:d/presymptomatic") == nil || shape(s, "ind:e/carrier") != nil {
		t.Error("only carriers who are neither affected nor presymptomatic have the dot")
	}
	want := "Cystic fibrosis, confirmed | gene change found, not affected so far | carrier | obligate carrier, where the label says so | ? | possible carrier, where the label says so"
	if got := texts(s, "key/"); got != want {
		t.Errorf("key %q, want %q", got, want)
	}
}

func TestADotStandsUnderALetterAndALetterClearOfTheVerticalLine(t *testing.T) {
	fibrosis := []pedigree.CarrierState{{Condition: "cystic fibrosis"}}
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "a", Sex: pedigree.Male, Count: 3, Carrier: fibrosis},
		{ID: "b", Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Ongoing}, GeneTests: []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Positive}}},
	}}
	s := scene(f, draw.Style{Nomenclature: draw.Nomenclature{CarrierDot: true}})
	dot := shape(s, "ind:a/carrier").(draw.Circle)
	if number := draw.Extent(shape(s, "ind:a/inside"), arial{}); dot.C.Y+dot.R > s.People[0].Center.Y+s.People[0].R || dot.C.Y-dot.R < number.Max.Y-3 {
		t.Errorf("dot %+v, number %+v", dot, number)
	}
	ground, ok := shape(s, "ind:b/inside/ground").(draw.Circle)
	if letter := draw.Extent(shape(s, "ind:b/inside"), arial{}); !ok || ground.Fill != draw.Paper || ground.R < (letter.Max.X-letter.Min.X)/2 {
		t.Errorf("ground %+v of the letter %+v", ground, letter)
	}
}

func TestTheBarOfNoContactCrossesThePersonsOwnLine(t *testing.T) {
	f := &pedigree.Family{
		Individuals: []pedigree.Individual{
			{ID: "m", Sex: pedigree.Female, NotInContact: true},
			{ID: "f", Sex: pedigree.Male},
			{ID: "k", Mother: "m", Father: "f", NotInContact: true},
			{ID: "l", Mother: "m", Father: "f"},
		},
		Unions: []pedigree.Union{{Partners: []pedigree.ID{"m", "f"}}},
	}
	s := scene(f, draw.Style{})
	l, ok := shape(s, "ind:k/no-contact").(draw.Line)
	own := shape(s, "ind:k/line/sibship:f+m").(draw.Line)
	if !ok || l.From.Y != l.To.Y || l.From.Y <= own.From.Y || l.From.Y >= own.To.Y || l.From.X >= own.To.X || l.To.X <= own.To.X {
		t.Errorf("bar %+v on line %+v", l, own)
	}
	if shape(s, "ind:m/no-contact") != nil || shape(s, "ind:l/no-contact") != nil {
		t.Error("a bar without a line, or on somebody in contact")
	}
}

func TestBracketsStandOutsideTheSymbolWithLipsInwards(t *testing.T) {
	s := one(pedigree.Individual{Sex: pedigree.Male, Adopted: pedigree.AdoptedOut})
	side := 2 * s.People[0].R
	for id, sign := range map[string]float64{"ind:a/adopted/1": -1, "ind:a/adopted/2": 1} {
		p := shape(s, id).(draw.Polyline).Points
		out, lip := sign*(p[1].X-s.People[0].Center.X), sign*(p[1].X-p[0].X)
		if out < 0.65*side || out > 0.7*side || math.Abs(lip-0.25*side) > 0.01 || p[2].Y-p[1].Y < 1.3*side || p[0].Y != p[1].Y || p[3].X != p[0].X {
			t.Errorf("%s: %v", id, p)
		}
	}
}

func TestAnArrowPointsAtTheSymbolFromTheLowerLeftAndTouchesNothing(t *testing.T) {
	for name, p := range map[string]pedigree.Individual{
		"woman": {Sex: pedigree.Female}, "man": {Sex: pedigree.Male}, "non-binary": {Gender: pedigree.NonBinary}, "unknown": {},
		"dead": {Sex: pedigree.Male, Deceased: pedigree.Yes}, "dead woman": {Sex: pedigree.Female, Deceased: pedigree.Yes},
		"adopted": {Sex: pedigree.Female, Adopted: pedigree.AdoptedIn}, "pregnancy": {Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Ongoing}},
	} {
		p.Consultand = true
		s := one(p)
		l, c := shape(s, "ind:a/arrow").(draw.Line), s.People[0].Center
		if l.From.X >= l.To.X || l.From.Y <= l.To.Y || l.To.X >= c.X || l.To.Y <= c.Y {
			t.Errorf("%s: the arrow runs from %v to %v, the symbol is at %v", name, l.From, l.To, c)
		}
		for _, id := range []string{"ind:a/deceased", "ind:a/adopted/1"} {
			for _, end := range []draw.Point{l.From, l.To} {
				if other := shape(s, id); other != nil && crosses(draw.Box{Min: draw.Point{X: end.X - 2, Y: end.Y - 2}, Max: draw.Point{X: end.X + 2, Y: end.Y + 2}}, other) {
					t.Errorf("%s: the arrow touches %s", name, id)
				}
			}
		}
		if name == "woman" {
			tip := math.Hypot(l.To.X-c.X, l.To.Y-c.Y) - s.People[0].R
			if length := math.Hypot(l.To.X-l.From.X, l.To.Y-l.From.Y); math.Abs(tip-0.2*s.People[0].R) > 0.01 || math.Abs(length-1.3*s.People[0].R) > 0.01 {
				t.Errorf("the tip is %v from the circle, the shaft %v long", tip, length)
			}
		}
	}
}

func TestSomebodyWhoIsProbandAndConsultandHasOneArrowWithAP(t *testing.T) {
	s := one(pedigree.Individual{Proband: true, Consultand: true})
	if got := texts(s, "ind:a/proband"); got != "P" {
		t.Errorf("the arrow has %q", got)
	}
}

func TestNoTextTouchesAnythingInAnyNomenclature(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		if found := overlaps(scene(families(t), styles(t))); len(found) > 0 {
			t.Fatalf("%d overlaps, first: %s", len(found), found[0])
		}
	})
}
