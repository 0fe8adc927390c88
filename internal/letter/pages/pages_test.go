package pages

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/internal/letter"
	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

// document is a letter of every kind of block, with as many paragraphs as asked for.
func document(paragraphs int) *letter.Document {
	d := &letter.Document{
		Title: "Your family history", Number: "L-2026-00421 v1", Date: "2026-11-21", Ref: "G10481", To: "to patient",
		Service: letter.Service{Name: "Clinical Genetics Service", Clinic: "Outreach clinic"},
		Patient: letter.Identity{Name: "SAMPLE, Anna (Ms)", Born: "14-Mar-1984", NHS: "999 000 0018"},
		Address: []string{"Ms Anna SAMPLE", "1 Example Street", "Exampletown", "EX1 1AA"},
		Blocks:  []letter.Block{letter.Heading{Text: "Key points"}, letter.Bullets{Key: "key", Items: [][]letter.Run{{{Text: "One."}}, {{Text: "Two."}}}}},
	}
	for range paragraphs {
		d.Blocks = append(d.Blocks, letter.Heading{Text: "What this means for you"}, letter.Paragraph{Runs: []letter.Run{
			{Text: "We looked at what is recorded about "}, {Text: "16", Field: "people"}, {Text: " people in your family, and at what each of them told us about their illnesses."},
		}})
	}
	d.Blocks = append(d.Blocks,
		letter.IconArray{Filled: 20, Half: 6, Of: 100, Caption: "Each circle is one of 100 women like you."},
		letter.Heading{Text: "Your family tree"}, letter.Figure{Scene: tree(4), Caption: "This is your family tree.", Small: "It is large."},
		letter.Paragraph{Runs: []letter.Run{{Text: "With best wishes,"}}},
		letter.Signature{By: letter.Signatory{Name: "A Counsellor", Role: "Genetic counsellor"}, CopiesTo: []string{"Dr A Sample"}})
	return d
}

// tree is the drawing of two parents and their children, each with an age and an illness.
func tree(children int) *draw.Scene {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "m", Sex: pedigree.Female}, {ID: "f", Sex: pedigree.Male}}}
	for i := range children {
		f.Individuals = append(f.Individuals, pedigree.Individual{
			ID: pedigree.ID(fmt.Sprint(i)), Sex: pedigree.Female, Mother: "m", Father: "f", Age: pedigree.ExactYear(40),
			Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(38)}},
			GeneTests: []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Positive}},
		})
	}
	style := draw.Style{Measure: textmetric.Letter, HideNames: true, NoFooter: true}
	return draw.Draw(f, layout.Arrange(f, layout.Options{Width: draw.Widths(f, style)}), style)
}

func mustSet(t testing.TB, d *letter.Document, o Options) []*draw.Scene {
	t.Helper()
	set, err := Set(d, o)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// texts are the words on a page that stand level.
func texts(page *draw.Scene) []draw.Text {
	var found []draw.Text
	for _, e := range page.Elements {
		if t, ok := e.Shape.(draw.Text); ok && t.Angle == 0 {
			found = append(found, t)
		}
	}
	return found
}

func joined(page *draw.Scene) string {
	var lines []string
	for _, t := range texts(page) {
		lines = append(lines, t.String)
	}
	return strings.Join(lines, "\n")
}

func TestEveryPageSaysWhoseItIsAndWhichOfHowMany(t *testing.T) {
	for _, large := range []bool{false, true} {
		for _, draft := range []bool{false, true} {
			d := document(12)
			d.Large, d.Stamps = large, []string{letter.SampleMark, letter.EvaluationMark}
			set := mustSet(t, d, Options{Draft: draft})
			if len(set) < 3 {
				t.Fatalf("%d pages are too few for this test", len(set))
			}
			for i, page := range set {
				text := joined(page)
				for _, want := range []string{
					"SAMPLE, Anna (Ms)", "14-Mar-1984", "999 000 0018", fmt.Sprintf("page %d of %d", i+1, len(set)), "L-2026-00421 v1",
					"SAMPLE", "EVALUATION, not for patient care",
				} {
					if !strings.Contains(text, want) {
						t.Errorf("large %v, draft %v: page %d lacks %q", large, draft, i+1, want)
					}
				}
				if strings.Contains(text, "DRAFT") != draft || diagonal(page) != draft {
					t.Errorf("large %v, draft %v: page %d is marked otherwise", large, draft, i+1)
				}
			}
		}
	}
}

// diagonal reports the mark across the page, under everything else.
func diagonal(page *draw.Scene) bool {
	if len(page.Elements) == 0 {
		return false
	}
	t, ok := page.Elements[0].Shape.(draw.Text)
	return ok && t.String == "DRAFT" && t.Angle > 20 && t.Angle < 70 && t.Size > 100
}

func TestTheSignatureMovesNothing(t *testing.T) {
	body := func(o Options) []string {
		var lines []string
		for i, page := range mustSet(t, document(9), o) {
			for _, x := range texts(page) {
				if x.At.Y < 270*pt {
					lines = append(lines, fmt.Sprintf("%d %.2f %.2f %s", i, x.At.X, x.At.Y, x.String))
				}
			}
		}
		return lines
	}
	if draft, final := body(Options{Draft: true}), body(Options{}); !reflect.DeepEqual(draft, final) {
		t.Error("the draft shows another letter than the one that is signed")
	}
}

// within checks that everything stands on the paper, and text between the margins.
func within(t interface{ Errorf(string, ...any) }, set []*draw.Scene) {
	for i, page := range set {
		for _, e := range page.Elements {
			b := draw.Extent(e.Shape, textmetric.Letter)
			if x, ok := e.Shape.(draw.Text); ok && x.Angle != 0 {
				continue
			}
			if b.Min.X < 19.4*pt || b.Max.X > 190.6*pt || b.Min.Y < 5*pt || b.Max.Y > 292*pt {
				t.Errorf("page %d: %+v reaches from %.1f,%.1f to %.1f,%.1f mm", i+1, e.Shape, b.Min.X/pt, b.Min.Y/pt, b.Max.X/pt, b.Max.Y/pt)
			}
		}
	}
}

// overlaps finds two texts of a page that touch.
func overlaps(page *draw.Scene) string {
	all := texts(page)
	for i, a := range all {
		for _, b := range all[:i] {
			x, y := draw.Extent(a, textmetric.Letter), draw.Extent(b, textmetric.Letter)
			const slack = 1.2 // points: the boxes include accents and descenders
			if x.Min.X < y.Max.X-slack && y.Min.X < x.Max.X-slack && x.Min.Y < y.Max.Y-slack-0.2*a.Size && y.Min.Y < x.Max.Y-slack-0.2*b.Size {
				return fmt.Sprintf("%q and %q", a.String, b.String)
			}
		}
	}
	return ""
}

func TestLongNamesAndAddressesStayInTheirPlacesAndTouchNothing(t *testing.T) {
	long := "Wolfeschlegelsteinhausen-Bergerdorff-Featherstonehaugh"
	rapid.Check(t, func(rt *rapid.T) {
		words := rapid.SampledFrom([]string{"x", "Ashton-under-Lyne", long, strings.ToUpper(long), "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "Flat 3, The Old Rectory Cottages, Upper Example Street", strings.Repeat("W", 24)})
		d := document(2)
		d.Large = rapid.Bool().Draw(rt, "large")
		d.Patient.Name = words.Draw(rt, "name") + ", " + words.Draw(rt, "given") + " (Professor)"
		d.Address = rapid.SliceOfN(words, 0, 10).Draw(rt, "address")
		d.Service.Name, d.Service.Clinic = words.Draw(rt, "service"), words.Draw(rt, "clinic")
		d.Service.Address = rapid.SliceOfN(words, 0, 3).Draw(rt, "service address")
		d.Number, d.Ref = words.Draw(rt, "number"), words.Draw(rt, "ref")
		set := mustSet(t, d, Options{Draft: true})
		within(rt, set)
		for i, page := range set {
			if o := overlaps(page); o != "" {
				rt.Errorf("page %d: %s", i+1, o)
			}
		}
		for _, e := range set[0].Elements {
			x, ok := e.Shape.(draw.Text)
			if !ok || x.At.X != addressX*pt || x.At.Y > 94*pt {
				continue
			}
			if b := draw.Extent(x, textmetric.Letter); b.Max.X > 120.1*pt || b.Min.Y < 39.5*pt || b.Max.Y > 66.5*pt {
				rt.Errorf("%q leaves the address window: to %.1f mm, %.1f to %.1f mm", x.String, b.Max.X/pt, b.Min.Y/pt, b.Max.Y/pt)
			}
		}
	})
}

func TestAnAddressOfManyLinesKeepsEveryWordInItsWindow(t *testing.T) {
	d := document(0)
	d.Address = []string{"Ms A", "b", "c", "d", "e", "f", "g", "h", "EX1 1AA"}
	text := joined(mustSet(t, d, Options{})[0])
	if !strings.Contains(text, "f, g, h") || !strings.Contains(text, "\nEX1 1AA\n") {
		t.Error(text)
	}
}

func TestLargePrintHasNoTextBelow16PointOutsideTheAddressWindow(t *testing.T) {
	d := document(6)
	d.Large = true
	body := 0
	for _, page := range mustSet(t, d, Options{Draft: true}) {
		for _, x := range texts(page) {
			if x.At.X == addressX*pt && x.At.Y < 67*pt {
				continue
			}
			if x.Size < 15.99 {
				t.Errorf("%q is set in %.1f points", x.String, x.Size)
			}
			if x.Size == 18 {
				body++
			}
		}
	}
	if body == 0 {
		t.Error("nothing is set in 18 points")
	}
}

func TestALargeTreeLosesItsLabelsRatherThanBecomingUnreadable(t *testing.T) {
	for _, large := range []bool{false, true} {
		for _, children := range []int{2, 6, 12, 40} {
			d := document(0)
			d.Large = large
			d.Blocks = []letter.Block{letter.Figure{Scene: tree(children), Caption: "Your tree.", Small: "It is large."}}
			labels, said := 0, false
			for _, page := range mustSet(t, d, Options{}) {
				within(t, []*draw.Scene{page})
				for _, x := range texts(page) {
					labels += strings.Count(x.String, "BRCA1")
					said = said || strings.Contains(x.String, "It is large.")
					if x.Size < 7 {
						t.Errorf("%d children: %q in %.1f points", children, x.String, x.Size)
					}
				}
			}
			if said == (labels > 0) {
				t.Errorf("large %v, %d children: %d labels, and the caption says so: %v", large, children, labels, said)
			}
		}
	}
}

func TestTheArrowToThePatientIsFoundInALargeTreeToo(t *testing.T) {
	for _, children := range []int{3, 40} {
		var longest float64
		scene := tree(children)
		for i := range scene.Elements { // the drawing's own arrow, put at the mother
			if e := &scene.Elements[i]; e.Person == "m" && e.Role == draw.RoleSymbol {
				c := e.Shape.(draw.Circle).C
				scene.Elements = append(scene.Elements, draw.Element{
					ID: "ind:m/arrow", Person: "m", Role: draw.RoleMark,
					Shape: draw.Line{From: draw.Point{X: c.X - 25, Y: c.Y + 25}, To: draw.Point{X: c.X - 11, Y: c.Y + 11}, Stroke: draw.Stroke{Colour: draw.Ink, Width: 1.6}},
				})
				break
			}
		}
		d := document(0)
		d.Blocks = []letter.Block{letter.Figure{Scene: scene, Caption: "The arrow points to you."}}
		for _, page := range mustSet(t, d, Options{}) {
			for _, e := range page.Elements {
				if l, ok := e.Shape.(draw.Line); ok && l.From.X < l.To.X && l.From.Y > l.To.Y {
					longest = max(longest, l.To.X-l.From.X)
				}
			}
		}
		if longest < 0.8*14-0.01 {
			t.Errorf("%d children: the arrow is %.1f points wide", children, longest)
		}
	}
}

func TestAHeadingNeverEndsAPageAndASignatureIsNeverAlone(t *testing.T) {
	for paragraphs := range 30 {
		for _, large := range []bool{false, true} {
			d := document(paragraphs)
			d.Large = large
			for i, page := range mustSet(t, d, Options{}) {
				last := draw.Text{}
				body := 0
				for _, x := range texts(page) {
					if x.At.Y > last.At.Y && x.At.Y < 262*pt {
						last = x
					}
					if x.At.Y > 40*pt && x.At.Y < 262*pt && x.Size >= 12 {
						body++
					}
				}
				if last.Bold && last.Size > 12.5 && last.String != "A Counsellor" {
					t.Errorf("%d paragraphs: page %d ends with the heading %q", paragraphs, i+1, last.String)
				}
				if text := joined(page); strings.Contains(text, "Not signed") && !strings.Contains(text, "With best wishes,") {
					t.Errorf("%d paragraphs: the signature stands alone", paragraphs)
				}
			}
		}
	}
}

func TestAMissingGlyphIsAnErrorThatNamesIt(t *testing.T) {
	for name, change := range map[string]func(*letter.Document){
		"in the text":    func(d *letter.Document) { d.Blocks[0] = letter.Heading{Text: "王"} },
		"in the name":    func(d *letter.Document) { d.Patient.Name = "王" },
		"in the address": func(d *letter.Document) { d.Address[1] = "1 王 Street" },
		"in the service": func(d *letter.Document) { d.Service.Clinic = "王" },
	} {
		d := document(1)
		change(d)
		if set, err := Set(d, Options{}); !errors.Is(err, ErrGlyph) || set != nil || !strings.Contains(err.Error(), "王") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWelshAndPolishNamesAreSetComposed(t *testing.T) {
	d := document(1)
	d.Patient.Name = "ŴYN, Sia\u0302n Łucja (Ms)"
	if text := joined(mustSet(t, d, Options{})[0]); !strings.Contains(text, "ŴYN, Siân Łucja (Ms)") {
		t.Error(text)
	}
}

func TestTheSameDocumentGivesTheSamePages(t *testing.T) {
	d := document(8)
	if !reflect.DeepEqual(mustSet(t, d, Options{Draft: true}), mustSet(t, d, Options{Draft: true})) {
		t.Error("two settings differ")
	}
}

func TestIconsAreSolidHalfAndEmptyInReadingOrder(t *testing.T) {
	s := &setter{d: document(0), size: 12, small: 10, smallest: 7, line: 1.35, room: readable, leading: 5.7, bottom: 270, later: 30}
	s.turn()
	s.icons(letter.IconArray{Filled: 20, Half: 6, Of: 100})
	var kinds []string
	half := map[draw.Point]bool{}
	var before draw.Point
	for _, e := range s.pages[0].Elements {
		switch v := e.Shape.(type) {
		case draw.Sector:
			half[v.C] = true
		case draw.Circle:
			if v.C.Y < before.Y || v.C.Y == before.Y && v.C.X <= before.X {
				t.Fatal("the circles do not go row by row")
			}
			before = v.C
			switch {
			case v.Fill != "":
				kinds = append(kinds, "solid")
			case half[v.C]:
				kinds = append(kinds, "half")
			default:
				kinds = append(kinds, "empty")
			}
		}
	}
	want := append(append(slicesOf("solid", 20), slicesOf("half", 6)...), slicesOf("empty", 74)...)
	if !reflect.DeepEqual(kinds, want) {
		t.Errorf("%v", kinds)
	}
}

func slicesOf(word string, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = word
	}
	return list
}
