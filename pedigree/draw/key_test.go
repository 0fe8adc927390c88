package draw_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// grounds are the fills of a key line's swatches.
func grounds(s *draw.Scene, line string) []draw.Colour {
	var list []draw.Colour
	for _, e := range s.Elements {
		if p, ok := e.Shape.(draw.Polygon); ok && strings.HasPrefix(e.ID, line+"/") && strings.HasSuffix(e.ID, "/ground") {
			list = append(list, p.Fill)
		}
	}
	return list
}

func TestASwatchOfTheKeyLooksAsTheConditionDoesOnThePage(t *testing.T) {
	reported, confirmed := has(pedigree.Breast, ""), has(pedigree.Breast, pedigree.Confirmed)
	possible := reported
	possible.Certainty = pedigree.Possible
	for want, c := range map[string]struct {
		people  []pedigree.Individual
		grounds []draw.Colour
	}{
		"Breast cancer, reported":                 {[]pedigree.Individual{woman(reported)}, []draw.Colour{draw.Paper}},
		"Breast cancer, confirmed":                {[]pedigree.Individual{woman(confirmed)}, []draw.Colour{"hue-1-ground"}},
		"Breast cancer, confirmed | reported":     {[]pedigree.Individual{woman(reported), woman(confirmed)}, []draw.Colour{"hue-1-ground", draw.Paper}},
		"? | Breast cancer, possible":             {[]pedigree.Individual{woman(possible)}, []draw.Colour{draw.Paper}},
		"Breast cancer, confirmed | ? | possible": {[]pedigree.Individual{woman(possible), woman(confirmed)}, []draw.Colour{"hue-1-ground", draw.Paper}},
		"Affected, condition not said":            {[]pedigree.Individual{{Affected: pedigree.Yes}}, []draw.Colour{draw.Ink}},
	} {
		s := one(c.people...)
		if got := texts(s, "key/1/"); got != want {
			t.Errorf("key line %q, want %q", got, want)
		}
		if got := grounds(s, "key/1"); len(got) != len(c.grounds) || got[0] != c.grounds[0] || got[len(got)-1] != c.grounds[len(got)-1] {
			t.Errorf("%s: swatches %v, want %v", want, got, c.grounds)
		}
	}
}

func TestTheStatusOfADiagnosisIsToldInLabelAndKeyWithoutColour(t *testing.T) {
	s := one(woman(has(pedigree.Breast, pedigree.Confirmed), has(pedigree.Ovary, pedigree.Reported), has(pedigree.Melanoma, pedigree.Requested), has(pedigree.Lung, pedigree.Refuted)))
	want := "Breast confirmed | Ovary reported | Melanoma reported, | report requested | Lung refuted"
	if got := texts(s, "ind:a/label"); got != want {
		t.Errorf("label %q, want %q", got, want)
	}
	key := texts(s, "key/")
	for _, want := range []string{
		"Breast cancer, confirmed", "Ovarian cancer, reported", "Melanoma, reported", "Italic | not yet confirmed",
		"requested | confirmation asked for, not here yet", "refuted | looked into and found not to be so",
	} {
		if !strings.Contains(key, want) {
			t.Errorf("the key lacks %q: %q", want, key)
		}
	}
	if strings.Contains(key, "Lung") {
		t.Errorf("the key has a condition that fills nothing: %q", key)
	}
}

func TestNothingToExplainIsNoKey(t *testing.T) {
	s := one(pedigree.Individual{Name: "Ann", Sex: pedigree.Female, Age: pedigree.ExactYear(40)}, pedigree.Individual{Deceased: pedigree.Yes})
	for _, e := range s.Elements {
		if e.Role == draw.RoleKey {
			t.Errorf("%s is drawn", e.ID)
		}
	}
}

// Whatever fills a symbol must be in the key, and every abbreviation.
func TestEveryFillMarkAndAbbreviationIsInTheKey(t *testing.T) {
	abbreviations := []string{"A&W", "n.k.", "AFAB", "AMAB", "UAAB", "SB", "TOP", "ECT", "VUS", "BSO", "TN", "L", "R"}
	rapid.Check(t, func(t *rapid.T) {
		s := scene(families(t), styles(t))
		key := texts(s, "key/") + " | "
		filled := map[string]bool{}
		for _, e := range s.Elements {
			_, fill, isFill := strings.Cut(e.ID, "/fill/")
			if isFill {
				filled[strings.SplitN(fill, "/", 2)[0]] = true
			}
			for part, words := range map[string]string{
				"/presymptomatic": "not affected so far", "/evaluated/1": "examined here", "/no-contact": "not in contact", "/carrier": "carrier",
			} {
				if strings.HasPrefix(e.ID, "ind:") && strings.HasSuffix(e.ID, part) && !strings.Contains(key, words) {
					t.Fatalf("%s is drawn and not in the key %q", e.ID, key)
				}
			}
			l, isText := e.Shape.(draw.Text)
			switch {
			case !isText || e.Role == draw.RoleKey:
				continue
			case strings.HasSuffix(e.ID, "/inside") && strings.Trim(l.String, "0123456789") != "" && !strings.Contains(key, l.String+" | "):
				t.Fatalf("%q stands in a symbol and not in the key %q", l.String, key)
			}
			for _, word := range abbreviations {
				if e.Role == draw.RoleLabel && strings.Contains(" "+l.String+" ", " "+word+" ") && !strings.Contains(key, word+" | ") {
					t.Fatalf("%q has an abbreviation that is not in the key %q", l.String, key)
				}
			}
		}
		if lines := strings.Count(key, ", confirmed") + strings.Count(key, ", reported") + strings.Count(key, ", possible") + strings.Count(key, ", carrier") +
			strings.Count(key, ", obligate"); lines < len(filled) {
			t.Fatalf("%d sectors are filled, the key is %q", len(filled), key)
		}
	})
}

func TestTheKeyIsNoWiderThanThePageWhereItCanBeLonger(t *testing.T) {
	var all []pedigree.Diagnosis
	for _, site := range pedigree.Sites {
		all = append(all, has(site, pedigree.Confirmed))
	}
	s := one(woman(all...))
	box := draw.Extent(shape(s, "key"), arial{})
	if s.Width > 400 || box.Max.X > s.Width || box.Max.Y-box.Min.Y < 20*16 {
		t.Errorf("a key %v on a page %v wide", box, s.Width)
	}
}
