package pages_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/draw/pages"
	"kindred/pedigree/layout"
)

// face measures with widths near those of a real face.
type face struct{}

func (face) Width(text string, size float64, bold, _ bool) float64 {
	w := 0.0
	for _, r := range text {
		switch {
		case strings.ContainsRune("iljtf,. ·", r):
			w += 0.28
		case r == 'm' || r == 'w' || (r >= 'A' && r <= 'Z'):
			w += 0.72
		default:
			w += 0.56
		}
	}
	if bold {
		w *= 1.05
	}
	return w * size
}

func scene(f *pedigree.Family) *draw.Scene {
	s, _ := drawn(f)
	return s
}

func drawn(f *pedigree.Family) (*draw.Scene, *layout.Layout) {
	style := draw.Style{Measure: face{}, Stamp: []string{"SAMPLE", "EVALUATION"}}
	l := layout.Arrange(f, layout.Options{Width: draw.Widths(f, style)})
	return draw.Draw(f, l, style), l
}

// sharedFamilies are those of the cases beside the checkout, which are no part of the repository.
func sharedFamilies(t *testing.T) map[string]*pedigree.Family {
	t.Helper()
	files, _ := filepath.Glob("../../../../shared/cases/layout/families/*.json")
	if len(files) == 0 {
		t.Skip("the shared cases are not beside this checkout")
	}
	families := map[string]*pedigree.Family{}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := new(pedigree.Family)
		if err := json.Unmarshal(data, f); err != nil {
			t.Fatal(err)
		}
		families[strings.TrimSuffix(filepath.Base(path), ".json")] = f
	}
	return families
}

// card is so small a paper that a family of a dozen needs several.
var card = pages.Paper{Name: "card", Width: 340, Height: 380}

func TestSharedFamiliesKeepEverySymbolTextAndLineWhenParted(t *testing.T) {
	several := 0
	for name, f := range sharedFamilies(t) {
		s := scene(f)
		for _, paper := range []pages.Paper{pages.A4, pages.A3, card} {
			if paper == card && len(s.People) > 400 {
				continue // hundreds of cards
			}
			d := pages.Split(s, pages.Options{Paper: paper, Measure: face{}})
			if len(d.Pages) > 1 {
				several++
			}
			for _, fault := range faults(s, d) {
				t.Errorf("%s on %s: %s", name, paper.Name, fault)
			}
			if paper != card && len(d.Pages) > 1 && d.TextSize(s) < pages.Readable-1e-9 {
				t.Errorf("%s on %s prints labels of %.1f points", name, paper.Name, d.TextSize(s))
			}
		}
	}
	if several < 60 {
		t.Errorf("only %d drawings needed several pages", several)
	}
}

func TestRandomFamiliesKeepEverySymbolTextAndLineWhenParted(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := scene(family(rt))
		paper := rapid.SampledFrom([]pages.Paper{pages.A4, card}).Draw(rt, "paper")
		o := pages.Options{Paper: paper, Measure: face{}}
		if rapid.Bool().Draw(rt, "scaled") {
			o.Scale = rapid.Float64Range(0.5, 1.2).Draw(rt, "scale")
		}
		if rapid.Bool().Draw(rt, "turned") {
			wide := rapid.Bool().Draw(rt, "wide")
			o.Landscape = &wide
		}
		before := fmt.Sprint(*s)
		d := pages.Split(s, o)
		for _, fault := range faults(s, d) {
			rt.Error(fault)
		}
		if fmt.Sprint(*s) != before {
			rt.Error("the Scene was changed")
		}
		if !reflect.DeepEqual(d, pages.Split(s, o)) {
			rt.Error("the same drawing gave other pages")
		}
	})
}

// family is a random one of up to five generations, with names, diagnoses, twins and couples whose
// lines cross others.
func family(t *rapid.T) *pedigree.Family {
	f := &pedigree.Family{Name: "G20001", Informant: "Joan", Recorder: "C Counsellor", DrawnOn: "2026-11-21"}
	n := rapid.IntRange(2, 50).Draw(t, "people")
	names := []string{"", "Ann", "Rhiannon Pritchard-Evans", "Bo"}
	for i := range n {
		p := pedigree.Individual{ID: pedigree.ID(fmt.Sprint(i + 1)), Name: rapid.SampledFrom(names).Draw(t, "name"), Sex: pedigree.Female}
		if i%2 == 1 {
			p.Sex = pedigree.Male
		}
		if i > 3 && rapid.IntRange(0, 9).Draw(t, "founder") < 7 {
			k := rapid.IntRange(max(0, i/2-3), i/2-1).Draw(t, "mother")
			j := rapid.IntRange(max(0, i/2-3), i/2-1).Draw(t, "father")
			p.Mother, p.Father = f.Individuals[2*k].ID, f.Individuals[2*j+1].ID
		}
		if rapid.IntRange(0, 4).Draw(t, "affected") == 0 {
			site := rapid.SampledFrom([]pedigree.Site{pedigree.Breast, pedigree.Ovary, pedigree.Prostate}).Draw(t, "site")
			p.Diagnoses = []pedigree.Diagnosis{{Site: site, Status: pedigree.Confirmed}}
		}
		f.Individuals = append(f.Individuals, p)
	}
	return f
}

// faults says what is wrong with a drawing on paper.
func faults(s *draw.Scene, d *pages.Document) (out []string) {
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	where := map[string][]int{}
	length := map[string]float64{}
	for i := range d.Pages {
		page := &d.Pages[i].Scene
		out = append(out, pageFaults(s, page, i, len(d.Pages), d.Scale)...)
		for _, e := range page.Elements {
			id, _, _ := strings.Cut(e.ID, "/part:")
			if n := len(where[id]); n == 0 || where[id][n-1] != i {
				where[id] = append(where[id], i)
			}
			length[id] += reach(e.Shape) / d.Scale
		}
	}
	for _, e := range s.Elements {
		switch {
		case e.Role == draw.RoleStamp || e.Role == draw.RoleFooter || e.Role == draw.RoleKey || e.Role == draw.RoleGeneration:
		case len(where[e.ID]) == 0:
			say("%s is on no page", e.ID)
		case e.Role == draw.RoleLine:
			// Only a line that joins pages and nothing between them may lose a stretch.
			whole := reach(e.Shape)
			if lost := whole - length[e.ID]; lost < -0.01-1e-6*whole || (lost > 0.01+1e-6*whole && len(where[e.ID]) < 2) {
				say("%.2f points of the line %s are %.2f on the pages", whole, e.ID, length[e.ID])
			}
		case len(where[e.ID]) > 1:
			say("%s is on pages %v", e.ID, where[e.ID])
		}
	}
	for _, e := range s.Elements {
		if e.Role == draw.RoleKey && len(where[e.ID]) == 0 {
			say("%s of the key is on no page", e.ID)
		}
	}
	people := 0
	for i := range d.Pages {
		people += len(d.Pages[i].Scene.People)
	}
	if people != len(s.People) {
		say("%d people stand on the pages, %d in the drawing", people, len(s.People))
	}
	if len(d.Pages) > 1 {
		out = append(out, connectorFaults(d)...)
	}
	return out
}

// reach is the length of a line.
func reach(s draw.Shape) float64 {
	total := 0.0
	points := pointsOf(s)
	for i := 1; i < len(points); i++ {
		total += math.Hypot(points[i].X-points[i-1].X, points[i].Y-points[i-1].Y)
	}
	return total
}

func pointsOf(s draw.Shape) []draw.Point {
	switch v := s.(type) {
	case draw.Line:
		return []draw.Point{v.From, v.To}
	case draw.Polyline:
		return v.Points
	}
	return nil
}

func pageFaults(s *draw.Scene, page *draw.Scene, i, of int, scale float64) (out []string) {
	say := func(format string, args ...any) {
		out = append(out, fmt.Sprintf("page %d: ", i+1)+fmt.Sprintf(format, args...))
	}
	const white = 28.34
	ids := map[string]bool{}
	var texts []draw.Element
	var footer []string
	roles := map[draw.Role]int{}
	for _, e := range page.Elements {
		if ids[e.ID] {
			say("two elements are called %s", e.ID)
		}
		ids[e.ID] = true
		roles[e.Role]++
		b := draw.Extent(e.Shape, face{})
		if b.Min.X < white-2 || b.Min.Y < white-2 || b.Max.X > page.Width-white+2 || b.Max.Y > page.Height-white+2 {
			say("%s reaches into the margin: %v", e.ID, b)
		}
		if t, ok := e.Shape.(draw.Text); ok {
			texts = append(texts, e)
			if e.Role == draw.RoleFooter {
				footer = append(footer, t.String)
			}
		}
	}
	if of == 1 {
		return out
	}
	if want := fmt.Sprintf("page %d of %d", i+1, of); !strings.HasSuffix(strings.Join(footer, " "), want) || !strings.HasSuffix(page.Title, want) {
		say("neither footer nor title ends in %q: %q, %q", want, footer, page.Title)
	}
	for _, role := range []draw.Role{draw.RoleStamp, draw.RoleMap, draw.RoleGeneration} {
		if roles[role] == 0 {
			say("there is no %s", role)
		}
	}
	for k, a := range texts {
		for _, b := range texts[:k] {
			if (a.Role == draw.RoleConnector || b.Role == draw.RoleConnector) && overlap(draw.Extent(a.Shape, face{}), draw.Extent(b.Shape, face{})) {
				say("the texts %s and %s overlap", a.ID, b.ID)
			}
		}
		if a.Role != draw.RoleConnector {
			continue
		}
		for _, b := range page.Elements {
			if b.Role == draw.RoleSymbol && overlap(draw.Extent(a.Shape, face{}), draw.Extent(b.Shape, face{})) {
				say("the connector %s lies on the symbol %s", a.ID, b.ID)
			}
			points := pointsOf(b.Shape)
			for m := 1; b.Role == draw.RoleLine && m < len(points); m++ {
				if overlap(draw.Extent(a.Shape, face{}), draw.Extent(draw.Line{From: points[m-1], To: points[m]}, nil)) {
					say("the connector %s lies on the line %s", a.ID, b.ID)
				}
			}
		}
	}
	return out
}

func overlap(a, b draw.Box) bool {
	const touch = 0.05
	return a.Min.X < b.Max.X-touch && a.Max.X > b.Min.X+touch && a.Min.Y < b.Max.Y-touch && a.Max.Y > b.Min.Y+touch
}

var connectorText = regexp.MustCompile(`^([A-Z]+) ([→←↓↑]) page (\d+)$`)

// connectorFaults says where a connector has not its like, the other way round, on the page that it
// names, or does not stand at the end of a line.
func connectorFaults(d *pages.Document) (out []string) {
	type end struct {
		page, other int
		way         string
	}
	ends := map[string][]end{}
	for i := range d.Pages {
		elements := d.Pages[i].Scene.Elements
		for _, e := range elements {
			t, ok := e.Shape.(draw.Text)
			if e.Role != draw.RoleConnector {
				continue
			}
			if !ok {
				if from := e.Shape.(draw.Line).From; !lineEndsAt(elements, from) {
					out = append(out, fmt.Sprintf("page %d: no line ends at %s", i+1, e.ID))
				}
				continue
			}
			m := connectorText.FindStringSubmatch(t.String)
			if m == nil {
				out = append(out, "a connector says "+t.String)
				continue
			}
			other := 0
			fmt.Sscan(m[3], &other)
			ends[m[1]] = append(ends[m[1]], end{i + 1, other, m[2]})
		}
	}
	back := map[string]string{"→": "←", "↓": "↑", "←": "→", "↑": "↓"}
	for name, pair := range ends {
		if len(pair) != 2 || pair[0].page != pair[1].other || pair[1].page != pair[0].other || pair[0].way != back[pair[1].way] {
			out = append(out, fmt.Sprintf("the connectors %s are %v", name, pair))
		}
	}
	return out
}

func lineEndsAt(elements []draw.Element, at draw.Point) bool {
	for _, e := range elements {
		points := pointsOf(e.Shape)
		if e.Role != draw.RoleLine || len(points) == 0 {
			continue
		}
		for _, p := range []draw.Point{points[0], points[len(points)-1]} {
			if math.Hypot(p.X-at.X, p.Y-at.Y) < 2.5 {
				return true
			}
		}
	}
	return false
}
