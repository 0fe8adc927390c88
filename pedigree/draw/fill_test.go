package draw_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/draw"
)

func has(site pedigree.Site, status pedigree.Status) pedigree.Diagnosis {
	return pedigree.Diagnosis{Site: site, Status: status}
}

func woman(diagnoses ...pedigree.Diagnosis) pedigree.Individual {
	return pedigree.Individual{Sex: pedigree.Female, Diagnoses: diagnoses}
}

func TestAConditionKeepsItsSectorAndHueForEverybody(t *testing.T) {
	s := one(
		woman(has(pedigree.Breast, pedigree.Confirmed)),
		woman(has(pedigree.Ovary, pedigree.Confirmed), has(pedigree.Breast, pedigree.Confirmed)),
		woman(has(pedigree.Peritoneum, pedigree.Confirmed)),
	)
	same := func(a, b string) {
		t.Helper()
		p, okP := shape(s, a).(draw.Sector)
		q, okQ := shape(s, b).(draw.Sector)
		if !okP || !okQ || p.Start != q.Start || p.End != q.End || p.Fill != q.Fill {
			t.Errorf("%s is %+v, %s is %+v", a, p, b, q)
		}
	}
	same("ind:a/fill/1", "ind:b/fill/1")
	same("ind:b/fill/2", "ind:c/fill/2")
	if p := shape(s, "ind:a/fill/1").(draw.Sector); p.Start != 0 || p.End != 180 {
		t.Errorf("the first of two conditions fills %v to %v degrees, want the right half", p.Start, p.End)
	}
}

func TestOneConditionFillsTheWholeSymbol(t *testing.T) {
	s := one(woman(has(pedigree.Breast, pedigree.Confirmed)))
	if c, ok := shape(s, "ind:a/fill/1").(draw.Circle); !ok || c.R != s.People[0].R {
		t.Errorf("got %+v", shape(s, "ind:a/fill/1"))
	}
}

func TestConfirmedIsTintedUnderAStrongPatternAndReportedHasAFineOneAlone(t *testing.T) {
	for _, site := range []pedigree.Site{pedigree.Breast, pedigree.Ovary} { // lines and dots
		s := one(
			woman(has(site, pedigree.Confirmed)), woman(has(site, pedigree.Reported)), woman(has(site, "")), woman(has(site, pedigree.Requested)),
		)
		if shape(s, "ind:a/fill/1") == nil {
			t.Errorf("%s: a confirmed condition lacks its ground", site)
		}
		strong := weight(s, "ind:a/fill/1/")
		for _, id := range []string{"ind:b", "ind:c", "ind:d"} {
			if fine := weight(s, id+"/fill/1/"); shape(s, id+"/fill/1") != nil || fine == 0 || fine > 0.8*strong {
				t.Errorf("%s of %s: a ground, or a pattern of weight %v beside a confirmed one of %v", site, id, fine, strong)
			}
		}
	}
}

// weight is the stroke or the radius of a pattern's marks; 0 where there are none.
func weight(s *draw.Scene, prefix string) float64 {
	for _, e := range s.Elements {
		if !strings.HasPrefix(e.ID, prefix) {
			continue
		}
		switch v := e.Shape.(type) {
		case draw.Line:
			return v.Stroke.Width
		case draw.Circle:
			return v.R
		}
	}
	return 0
}

func TestPossibleIsAQuestionMarkAndRefutedAndSecondaryFillNothing(t *testing.T) {
	possible, secondary := has(pedigree.Breast, ""), has(pedigree.Breast, pedigree.Confirmed)
	possible.Certainty, secondary.Secondary = pedigree.Possible, true
	s := one(woman(possible), woman(has(pedigree.Breast, pedigree.Refuted)), woman(secondary))
	if q, ok := shape(s, "ind:a/fill/1/unsure").(draw.Text); !ok || q.String != "?" || weight(s, "ind:a/fill/1/") != 0 {
		t.Errorf("possible is %+v", shape(s, "ind:a/fill/1/unsure"))
	}
	for id, label := range map[string]string{"ind:b": "Breast refuted", "ind:c": "Breast secondary confirmed"} {
		for _, e := range s.Elements {
			if strings.HasPrefix(e.ID, id+"/fill") {
				t.Errorf("%s is filled: %s", id, e.ID)
			}
		}
		if got := texts(s, id+"/label"); strings.ReplaceAll(got, " | ", " ") != label {
			t.Errorf("%s is labelled %q, want %q", id, got, label)
		}
	}
}

func TestTwoThreeFourAndMoreConditionsShareTheSymbolEvenly(t *testing.T) {
	for n := 2; n <= len(pedigree.Sites)+5; n++ {
		var all []pedigree.Diagnosis
		for i := range n {
			all = append(all, has(pedigree.Site(fmt.Sprintf("condition %02d", i)), pedigree.Confirmed))
		}
		s := one(woman(all...))
		for i := range n {
			got, ok := shape(s, fmt.Sprintf("ind:a/fill/%d", i+1)).(draw.Sector)
			if start := 360 / float64(n) * float64(i); !ok || math.Abs(got.Start-start) > 1e-9 || math.Abs(got.End-got.Start-360/float64(n)) > 1e-9 {
				t.Fatalf("sector %d of %d: %+v", i+1, n, got)
			}
		}
	}
}

func TestMoreConditionsThanPatternsStillDifferInPatternOrHue(t *testing.T) {
	var all []pedigree.Diagnosis
	for i := range 40 {
		all = append(all, has(pedigree.Site(fmt.Sprintf("condition %02d", i)), pedigree.Confirmed))
	}
	s := one(woman(all...))
	seen := map[string]int{}
	for i := range all {
		look := fmt.Sprint(shape(s, fmt.Sprintf("key/%d/ground", i+1)).(draw.Polygon).Fill, " ")
		for _, e := range s.Elements {
			if l, ok := e.Shape.(draw.Line); ok && strings.HasPrefix(e.ID, fmt.Sprintf("key/%d/pattern/", i+1)) {
				look += fmt.Sprintf("%.0f,", math.Atan2(l.To.Y-l.From.Y, l.To.X-l.From.X)*180/math.Pi)
			} else if c, ok := e.Shape.(draw.Circle); ok && strings.HasPrefix(e.ID, fmt.Sprintf("key/%d/pattern/", i+1)) {
				look += fmt.Sprintf("%.1f,", c.R)
			}
		}
		if other, twice := seen[look]; twice {
			t.Errorf("conditions %d and %d look the same: %s", other, i, look)
		}
		seen[look] = i
	}
}

func TestAnAffectedLossIsAFilledTriangle(t *testing.T) {
	lost := pedigree.Individual{Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Miscarriage}, Diagnoses: []pedigree.Diagnosis{has("trisomy 18", pedigree.Confirmed)}}
	s := one(lost)
	filled, outline := shape(s, "ind:a/fill/1").(draw.Polygon), shape(s, "ind:a/symbol").(draw.Polygon)
	if len(filled.Points) != 3 || filled.Points[0] != outline.Points[0] || filled.Fill == "" {
		t.Errorf("filled %+v in %+v", filled, outline)
	}
}

func TestThePlainFlagIsASolidFillWithItsOwnKey(t *testing.T) {
	s := one(pedigree.Individual{Sex: pedigree.Male, Affected: pedigree.Yes}, pedigree.Individual{Affected: pedigree.No})
	if p, ok := shape(s, "ind:a/fill/1").(draw.Polygon); !ok || p.Fill != draw.Ink {
		t.Errorf("got %+v", shape(s, "ind:a/fill/1"))
	}
	if shape(s, "ind:b/fill/1") != nil {
		t.Error("somebody unaffected is filled")
	}
	if got := texts(s, "key/"); got != "Affected, condition not said" {
		t.Errorf("the key is %q", got)
	}
}

// Sectors of a square must tile it: as many marks are drawn as fit, none outside.
func TestPatternsStayInsideTheirSymbols(t *testing.T) {
	for n := 1; n <= len(pedigree.Sites); n++ {
		var man pedigree.Individual
		man.Sex = pedigree.Male
		for _, site := range pedigree.Sites[:n] {
			man.Diagnoses = append(man.Diagnoses, has(site, pedigree.Confirmed))
		}
		s := one(man, woman(man.Diagnoses...))
		for _, e := range s.Elements {
			if e.Role != draw.RoleFill {
				continue
			}
			for _, p := range s.People {
				if p.ID != e.Person {
					continue
				}
				b := draw.Extent(e.Shape, arial{})
				const pen = 0.7
				if b.Min.X < p.Center.X-p.R-pen || b.Max.X > p.Center.X+p.R+pen || b.Min.Y < p.Center.Y-p.R-pen || b.Max.Y > p.Center.Y+p.R+pen {
					t.Fatalf("%d conditions: %s reaches out of the symbol", n, e.ID)
				}
			}
		}
	}
}

// Conditions must differ without their colour for as long as there are patterns.
func TestEightConditionsHaveEightPatterns(t *testing.T) {
	var all []pedigree.Diagnosis
	for _, site := range []pedigree.Site{
		pedigree.Breast, pedigree.Ovary, pedigree.Colorectum, pedigree.Kidney, pedigree.Lung, pedigree.Thyroid, pedigree.Polyps, "gout",
	} {
		all = append(all, has(site, ""))
	}
	s := one(woman(all...))
	seen := map[string]string{}
	for i := range all {
		id := "key/" + string(rune('1'+i))
		var pattern strings.Builder
		for _, e := range s.Elements {
			if strings.HasPrefix(e.ID, id+"/pattern/") {
				b := draw.Extent(e.Shape, arial{})
				if _, dot := e.Shape.(draw.Circle); dot {
					pattern.WriteString("dot ")
				}
				for _, v := range []float64{b.Max.X - b.Min.X, b.Max.Y - b.Min.Y} {
					pattern.WriteString(string(rune('a' + int(v))))
				}
				if l, ok := e.Shape.(draw.Line); ok && (l.From.X-l.To.X)*(l.From.Y-l.To.Y) > 0 {
					pattern.WriteString("\\")
				}
			}
		}
		if other, twice := seen[pattern.String()]; twice || pattern.Len() == 0 {
			t.Errorf("%s and %s have the same pattern, or none", id, other)
		}
		seen[pattern.String()] = id
	}
}
