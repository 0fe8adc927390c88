package draw_test

import (
	"math"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// one draws a family of these people, who are not related.
func one(people ...pedigree.Individual) *draw.Scene {
	for i := range people {
		if people[i].ID == "" {
			people[i].ID = pedigree.ID('a' + rune(i))
		}
	}
	return scene(&pedigree.Family{Individuals: people}, draw.Style{})
}

// shape finds an element by its id; nil when there is none.
func shape(s *draw.Scene, id string) draw.Shape {
	for _, e := range s.Elements {
		if e.ID == id {
			return e.Shape
		}
	}
	return nil
}

// texts are the words of the elements whose id begins so, joined.
func texts(s *draw.Scene, prefix string) string {
	var words []string
	for _, e := range s.Elements {
		if t, ok := e.Shape.(draw.Text); ok && strings.HasPrefix(e.ID, prefix) {
			words = append(words, t.String)
		}
	}
	return strings.Join(words, " | ")
}

// outline names a symbol's shape.
func outline(s draw.Shape) string {
	switch v := s.(type) {
	case draw.Circle:
		return "circle"
	case draw.Polygon:
		switch {
		case len(v.Points) == 3:
			return "triangle"
		case len(v.Points) == 6:
			return "hexagon"
		case v.Points[0].Y == v.Points[1].Y:
			return "square"
		}
		return "diamond"
	}
	return "nothing"
}

func TestTheShapeFollowsGenderAndOnlyThenSexAssignedAtBirth(t *testing.T) {
	for _, c := range []struct {
		sex    pedigree.Sex
		gender pedigree.Gender
		want   string
		label  string
	}{
		{pedigree.Female, "", "circle", ""},
		{pedigree.Male, "", "square", ""},
		{"", "", "diamond", ""},
		{pedigree.Unassigned, "", "diamond", "UAAB"},
		{pedigree.Female, pedigree.Woman, "circle", ""},
		{pedigree.Male, pedigree.Woman, "circle", "AMAB"},
		{pedigree.Female, pedigree.Man, "square", "AFAB"},
		{pedigree.Female, pedigree.NonBinary, "hexagon", "AFAB"},
		{pedigree.Unassigned, pedigree.Man, "square", "UAAB"},
		{"", pedigree.Woman, "circle", ""},
	} {
		s := one(pedigree.Individual{Sex: c.sex, Gender: c.gender})
		if got := outline(shape(s, "ind:a/symbol")); got != c.want {
			t.Errorf("%q %q is a %s, want %s", c.sex, c.gender, got, c.want)
		}
		if got := texts(s, "ind:a/label"); got != c.label {
			t.Errorf("%q %q is labelled %q, want %q", c.sex, c.gender, got, c.label)
		}
	}
}

func TestTheStrokeOfTheDeceasedRunsThroughTheMiddleAndAFifthOfASymbolBeyondTheOutline(t *testing.T) {
	for name, p := range map[string]pedigree.Individual{
		"square": {Sex: pedigree.Male}, "circle": {Sex: pedigree.Female}, "diamond": {}, "hexagon": {Gender: pedigree.NonBinary},
	} {
		p.Deceased = pedigree.Yes
		s := one(p)
		line, place := shape(s, "ind:a/deceased").(draw.Line), s.People[0]
		edge := map[string]float64{"square": math.Sqrt2 * place.R, "circle": place.R, "diamond": 1.13 * place.R / math.Sqrt2, "hexagon": place.R * 0.8966}[name]
		for _, end := range []draw.Point{line.From, line.To} {
			dx, dy := end.X-place.Center.X, end.Y-place.Center.Y
			if beyond := math.Hypot(dx, dy) - edge; math.Abs(beyond-0.4*place.R) > 0.05 || math.Abs(dx+dy) > 1e-9 {
				t.Errorf("%s: the stroke ends %v beyond the outline at %v,%v", name, beyond, dx, dy)
			}
		}
		if line.From.X > line.To.X || line.From.Y < line.To.Y {
			t.Errorf("%s: the stroke does not rise from the lower left: %+v", name, line)
		}
	}
	if shape(one(pedigree.Individual{Deceased: pedigree.DontKnow}), "ind:a/deceased") != nil {
		t.Error("somebody not known to be dead has the stroke")
	}
}

func TestSymbolsHaveTheSizesOfTheNomenclature(t *testing.T) {
	s := one(
		pedigree.Individual{Sex: pedigree.Male}, pedigree.Individual{Sex: pedigree.Female}, pedigree.Individual{},
		pedigree.Individual{Gender: pedigree.NonBinary}, pedigree.Individual{Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Miscarriage}},
		pedigree.Individual{Sex: pedigree.Female, Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Breast}}},
	)
	side := 2 * s.People[0].R
	for id, want := range map[string][2]float64{
		"a": {side, side}, "b": {side, side}, "f": {side, side}, "c": {1.13 * side, 1.13 * side}, "d": {side, math.Sqrt(0.75) * side}, "e": {0.66 * side, 0.6 * side},
	} {
		var pen float64
		switch v := shape(s, "ind:"+id+"/symbol").(type) {
		case draw.Polygon:
			pen = v.Stroke.Width
		case draw.Circle:
			pen = v.Stroke.Width
		}
		b := draw.Extent(shape(s, "ind:"+id+"/symbol"), arial{})
		if w, h := b.Max.X-b.Min.X-pen, b.Max.Y-b.Min.Y-pen; math.Abs(w-want[0]) > 0.01 || math.Abs(h-want[1]) > 0.01 {
			t.Errorf("%s is %v by %v, want %v", id, w, h, want)
		}
	}
}

func TestTheArrowOfTheProbandHasAPAndThatOfTheConsultandNone(t *testing.T) {
	s := one(pedigree.Individual{Proband: true}, pedigree.Individual{Consultand: true}, pedigree.Individual{})
	if shape(s, "ind:a/arrow") == nil || texts(s, "ind:a/proband") != "P" {
		t.Error("the proband has no arrow with a P")
	}
	if shape(s, "ind:b/arrow") == nil || texts(s, "ind:b/proband") != "" {
		t.Error("the consultand has no arrow, or a P")
	}
	if shape(s, "ind:c/arrow") != nil {
		t.Error("an arrow points at somebody else")
	}
}

func TestWhatIsWrittenInsideASymbol(t *testing.T) {
	ongoing := &pedigree.Pregnancy{Kind: pedigree.Ongoing}
	s := one(
		pedigree.Individual{Count: 3}, pedigree.Individual{CountUnknown: true},
		pedigree.Individual{Pregnancy: ongoing}, pedigree.Individual{Count: 1},
		pedigree.Individual{ID: "donor"}, pedigree.Individual{ID: "m"},
		pedigree.Individual{ID: "kid", Mother: "m", OtherParents: []pedigree.ParentLink{{ID: "donor", Kind: pedigree.DonorSperm}}},
		pedigree.Individual{ID: "carrier"}, pedigree.Individual{ID: "both"},
		pedigree.Individual{ID: "kid2", Mother: "m", OtherParents: []pedigree.ParentLink{{ID: "carrier", Kind: pedigree.Gestational}}},
		pedigree.Individual{ID: "kid3", OtherParents: []pedigree.ParentLink{{ID: "both", Kind: pedigree.Gestational}, {ID: "both", Kind: pedigree.DonorEgg}}},
	)
	for id, want := range map[string]string{"a": "3", "b": "n", "c": "P", "d": "", "donor": "D", "m": "", "carrier": "GC", "both": "S"} {
		if got := texts(s, "ind:"+id+"/inside"); got != want {
			t.Errorf("inside %s is %q, want %q", id, got, want)
		}
	}
}

func TestTheEggParentInACoupleOfTwoMothersIsNoDonor(t *testing.T) {
	f := &pedigree.Family{
		Individuals: []pedigree.Individual{
			{ID: "carried", Sex: pedigree.Female},
			{ID: "egg", Sex: pedigree.Female},
			{ID: "kid", OtherParents: []pedigree.ParentLink{{ID: "carried", Kind: pedigree.Gestational}, {ID: "egg", Kind: pedigree.DonorEgg}}},
		},
		Unions: []pedigree.Union{{Partners: []pedigree.ID{"carried", "egg"}}},
	}
	s := scene(f, draw.Style{})
	if got := texts(s, "ind:egg/inside") + texts(s, "ind:carried/inside"); got != "" {
		t.Errorf("a mother is marked %q", got)
	}
}

func TestLossesAreTrianglesOnAShorterLineAndStillbirthIsAFullSymbol(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "m", Sex: pedigree.Female},
		{ID: "f", Sex: pedigree.Male},
		{ID: "lost", Mother: "m", Father: "f", Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Miscarriage, Weeks: pedigree.ParseFuzzy("10")}},
		{ID: "ended", Mother: "m", Father: "f", Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Termination}},
		{ID: "still", Mother: "m", Father: "f", Sex: pedigree.Male, Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Stillbirth}},
	}}
	s := scene(f, draw.Style{})
	for id, want := range map[string]string{"lost": "triangle", "ended": "triangle", "still": "square"} {
		if got := outline(shape(s, "ind:"+id+"/symbol")); got != want {
			t.Errorf("%s is a %s, want %s", id, got, want)
		}
	}
	if shape(s, "ind:lost/deceased") != nil || shape(s, "ind:ended/deceased") == nil || shape(s, "ind:still/deceased") == nil {
		t.Error("the strokes of losses are wrong")
	}
	length := func(id string) float64 {
		l := shape(s, "ind:"+id+"/line/sibship:f+m").(draw.Line)
		return l.To.Y - l.From.Y
	}
	if length("lost") >= length("still") {
		t.Errorf("the line of a loss is %v long, that of a stillbirth %v", length("lost"), length("still"))
	}
	if got := texts(s, "ind:lost/label"); got != "miscarriage 10 wk" {
		t.Errorf("label %q", got)
	}
}

func TestAdoptionHasBracketsInEitherDirection(t *testing.T) {
	s := one(
		pedigree.Individual{Adopted: pedigree.AdoptedIn}, pedigree.Individual{Adopted: pedigree.AdoptedOut},
		pedigree.Individual{OtherParents: []pedigree.ParentLink{{ID: "a", Kind: pedigree.Adoptive}}},
		pedigree.Individual{OtherParents: []pedigree.ParentLink{{ID: "a", Kind: pedigree.Foster}}},
	)
	for id, want := range map[string]bool{"a": true, "b": true, "c": true, "d": false} {
		if got := shape(s, "ind:"+id+"/adopted/1") != nil && shape(s, "ind:"+id+"/adopted/2") != nil; got != want {
			t.Errorf("%s has brackets: %v, want %v", id, got, want)
		}
	}
}

func TestAHealthyCarrierHasTheVerticalLineAndAnAffectedOneHasNot(t *testing.T) {
	positive := []pedigree.GeneTest{{Gene: "BRCA2", Result: pedigree.Positive}}
	tumour := []pedigree.GeneTest{{Gene: "BRCA2", Result: pedigree.Positive, Sample: pedigree.Tumour}}
	cancer := []pedigree.Diagnosis{{Site: pedigree.Breast}}
	refuted := []pedigree.Diagnosis{{Site: pedigree.Breast, Status: pedigree.Refuted}}
	s := one(
		pedigree.Individual{GeneTests: positive}, pedigree.Individual{GeneTests: positive, Diagnoses: cancer},
		pedigree.Individual{GeneTests: tumour}, pedigree.Individual{GeneTests: positive, Diagnoses: refuted},
	)
	for id, want := range map[string]bool{"a": true, "b": false, "c": false, "d": true} {
		if got := shape(s, "ind:"+id+"/presymptomatic") != nil; got != want {
			t.Errorf("%s has the line: %v, want %v", id, got, want)
		}
	}
	if got := texts(s, "key/"); !strings.Contains(got, "gene change found, not affected so far") {
		t.Errorf("the key is %q", got)
	}
}
