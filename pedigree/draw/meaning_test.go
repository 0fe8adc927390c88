package draw_test

import (
	"strings"
	"testing"

	"kindred/pedigree/draw"
)

func TestLinesSayWhatTheyJoin(t *testing.T) {
	for _, name := range goldenFamilies(t) {
		for _, e := range scene(readFamily(t, name), draw.Style{}).Elements {
			if e.Role != draw.RoleLine {
				continue
			}
			want := map[draw.Meaning]bool{}
			switch {
			case strings.HasPrefix(e.ID, "union:"):
				want[draw.Partners] = true
			case strings.HasSuffix(e.ID, "/drop"), strings.Contains(e.ID, "/from/"):
				want[draw.Descent] = true
			case strings.HasPrefix(e.ID, "sibship:"), strings.Contains(e.ID, "/line/"):
				want[draw.Siblings], want[draw.Descent] = true, true // an only child has no siblings' line
			case strings.HasSuffix(e.ID, "/same"):
				want[draw.DashedArc] = true
			case strings.HasSuffix(e.ID, "/history"):
				want[""] = true
			}
			if !want[e.Means] {
				t.Errorf("%s: %s means %q", name, e.ID, e.Means)
			}
		}
	}
}

// keyAndMarks are the meanings that a drawing has in its key and on its symbols, without those of
// lines other than the dashed arc.
func keyAndMarks(s *draw.Scene) (key, marks map[draw.Meaning]bool) {
	key, marks = map[draw.Meaning]bool{}, map[draw.Meaning]bool{}
	for _, e := range s.Elements {
		switch {
		case e.Means == "" || e.Means == draw.Partners || e.Means == draw.Descent || e.Means == draw.Siblings:
		case e.Role == draw.RoleKey:
			key[e.Means] = true
		default:
			marks[e.Means] = true
		}
	}
	return key, marks
}

func TestTheKeyExplainsExactlyTheMeaningsOnThePage(t *testing.T) {
	seen := map[draw.Meaning]bool{}
	for _, name := range goldenFamilies(t) {
		for _, style := range []draw.Style{{}, {Nomenclature: draw.Nomenclature{CarrierDot: true}}} {
			key, marks := keyAndMarks(scene(readFamily(t, name), style))
			for m := range marks {
				if seen[m] = true; !key[m] {
					t.Errorf("%s: the key does not explain %q", name, m)
				}
			}
			for m := range key {
				if !marks[m] {
					t.Errorf("%s: the key explains %q, which nothing means", name, m)
				}
			}
		}
	}
	for _, m := range []draw.Meaning{
		draw.Presymptomatic, draw.Evaluated, draw.NotInContact, draw.SameLetter, draw.DashedArc,
		draw.CarrierDot, draw.ObligateDot, draw.PossibleDot, "condition:breast",
	} {
		if !seen[m] {
			t.Errorf("no family shows %q", m)
		}
	}
}
