package draw_test

import (
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

func TestConfirmedIsTintedAndReportedIsNot(t *testing.T) {
	s := one(woman(has(pedigree.Breast, pedigree.Confirmed)), woman(has(pedigree.Breast, pedigree.Reported)), woman(has(pedigree.Breast, "")))
	if shape(s, "ind:a/fill/1") == nil || shape(s, "ind:a/fill/1/1") == nil {
		t.Error("a confirmed condition lacks its ground or its pattern")
	}
	for _, id := range []string{"ind:b", "ind:c"} {
		if shape(s, id+"/fill/1") != nil || shape(s, id+"/fill/1/1") == nil {
			t.Errorf("%s: a reported condition must have the pattern alone", id)
		}
	}
	if got := texts(s, "key/"); !strings.Contains(got, "Italic | no tint: not yet confirmed") {
		t.Errorf("the key is %q", got)
	}
}

func TestPossibleIsAQuestionMarkAndRefutedAndSecondaryFillNothing(t *testing.T) {
	possible, secondary := has(pedigree.Breast, ""), has(pedigree.Breast, pedigree.Confirmed)
	possible.Certainty, secondary.Secondary = pedigree.Possible, true
	s := one(woman(possible), woman(has(pedigree.Breast, pedigree.Refuted)), woman(secondary))
	if q, ok := shape(s, "ind:a/fill/1").(draw.Text); !ok || q.String != "?" {
		t.Errorf("possible is %+v", shape(s, "ind:a/fill/1"))
	}
	for id, label := range map[string]string{"ind:b": "Breast refuted", "ind:c": "Breast secondary confirmed"} {
		if shape(s, id+"/fill/1") != nil || shape(s, id+"/fill/1/1") != nil {
			t.Errorf("%s is filled", id)
		}
		if got := texts(s, id+"/label"); strings.ReplaceAll(got, " | ", " ") != label {
			t.Errorf("%s is labelled %q, want %q", id, got, label)
		}
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
