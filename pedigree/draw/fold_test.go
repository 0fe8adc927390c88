package draw_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/draw/pages"
	"kindred/pedigree/layout"
)

func folded(f *pedigree.Family) *draw.Scene {
	f = f.Folded()
	s := draw.Style{Measure: arial{}}
	return draw.Draw(f, layout.Arrange(f, layout.Options{Width: draw.Widths(f, s)}), s)
}

// Property: a drawing with hidden branches says so on every page, and at each of them how many people
// it leaves out; the marks touch nothing.
func TestHiddenBranchesAreMarkedAndCountedOnEveryPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := families(t)
		for i := range f.Individuals {
			f.Individuals[i].Fold = rapid.SampledFrom([]pedigree.Fold{"", "", pedigree.FoldAbove, pedigree.FoldBelow}).Draw(t, "fold")
		}
		n := f.Folded().HiddenPeople()
		scene := folded(f)
		for _, found := range overlaps(scene) {
			if strings.Contains(found, "below") || strings.Contains(found, "/history/unknown") || strings.Contains(found, "stamp") {
				t.Fatal(found)
			}
		}
		for i, page := range pages.Split(scene, pages.Options{Paper: pages.A4, Measure: arial{}}).Pages {
			said := false
			for _, e := range page.Scene.Elements {
				text, ok := e.Shape.(draw.Text)
				said = said || ok && e.Role == draw.RoleStamp && strings.Contains(text.String, "hidden in this drawing")
			}
			if said != (n > 0) {
				t.Fatalf("page %d says that somebody is hidden: %v; %d are", i+1, said, n)
			}
		}
		marks := 0
		for _, e := range scene.Elements {
			if text, ok := e.Shape.(draw.Text); ok && (strings.HasPrefix(text.String, "+") && strings.HasSuffix(text.String, "below") || strings.HasSuffix(e.ID, "/history/unknown") && text.String != "?") {
				marks++
			}
		}
		if (marks > 0) != (n > 0) {
			t.Fatalf("%d marks for %d hidden people", marks, n)
		}
	})
}
