package printview

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/draw/pages"
	"kindred/pedigree/layout"
)

// drawer is a family of a couple and many children, drawn without a store.
type drawer struct {
	family *pedigree.Family
	asked  []clinic.Printing
	lines  []string // of the audit
}

func newDrawer(children int) *drawer {
	f := &pedigree.Family{Name: "SAMPLE G1", Individuals: []pedigree.Individual{{ID: "f", Sex: pedigree.Male}, {ID: "m", Sex: pedigree.Female}}}
	for i := range children {
		f.Individuals = append(f.Individuals, pedigree.Individual{ID: pedigree.ID(rune('A' + i)), Name: "Invented", Mother: "m", Father: "f"})
	}
	f.Patients = []pedigree.Patient{{ID: "p", Individual: "A", GivenName: "Anna", FamilyName: "Invented"}}
	return &drawer{family: f}
}

func (d *drawer) Family() *pedigree.Family  { return d.family }
func (d *drawer) Drawing() clinic.Drawing   { return clinic.Drawing{} }
func (d *drawer) Stamps() []string          { return []string{"SAMPLE"} }
func (d *drawer) Printed(what string) error { d.lines = append(d.lines, "print "+what); return nil }
func (d *drawer) Exported(what string) error {
	d.lines = append(d.lines, "export "+what)
	return nil
}

func (d *drawer) PrintPedigree(p clinic.Printing) *clinic.Printout {
	d.asked = append(d.asked, p)
	style := draw.Style{Stamp: d.Stamps()}
	scene := draw.Draw(d.family, layout.Arrange(d.family, layout.Options{Width: draw.Widths(d.family, style)}), style)
	document := pages.Split(scene, p.Page)
	return &clinic.Printout{Scene: scene, Document: document, TextSize: document.TextSize(scene), ReadablePages: len(document.Pages)}
}

// shown is a screen in a window whose background work waits until the test runs it.
type shown struct {
	*Screen
	session *drawer
	waiting []func()
	left    bool
	saved   string // the name proposed for a file
}

func newShown(t *testing.T, children int) *shown {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	s := &shown{session: newDrawer(children)}
	s.Screen = New(Params{
		Session: s.session, Layout: func() *layout.Layout { return nil }, Print: func([]byte) error { return nil },
		Leave: func() { s.left = true }, Touched: func() {},
		Save:       func(name string, _ []string, _ func(string) ([]byte, error)) { s.saved = name },
		Background: func(work func()) { s.waiting = append(s.waiting, work) }, Run: func(f func()) { f() },
	})
	w := test.NewTempWindow(t, s.Content)
	w.Resize(fyne.NewSize(1200, 720))
	s.Focus(w.Canvas())
	s.Show("p")
	return s
}

// settle runs what waits in the background.
func (s *shown) settle() {
	for len(s.waiting) > 0 {
		work := s.waiting[0]
		s.waiting = s.waiting[1:]
		work()
	}
}

func TestKeysPressedWhilePagesAreMadeAskForThemOnceMoreAndTheLastChoiceHolds(t *testing.T) {
	s := newShown(t, 3)
	s.leaf.TypedRune('p')
	s.leaf.TypedRune('o')
	s.leaf.TypedRune('O')
	if !s.print.Disabled() {
		t.Error("pages that are not made yet can be printed")
	}
	s.settle()
	if len(s.session.asked) != 2 {
		t.Fatalf("made %d times", len(s.session.asked))
	}
	if last := s.session.asked[1].Page; last.Paper != pages.A3 || last.Landscape == nil || !*last.Landscape {
		t.Errorf("the last pages are %+v", last)
	}
	if s.print.Disabled() || s.leaf.picture.Image == nil || s.leaf.ratio >= 1 {
		t.Error("no landscape page is in sight")
	}
}

func TestPagesOfTheCopyBeforeAreNeverPrintedUnderTheNameOfTheOneChosen(t *testing.T) {
	s := newShown(t, 3)
	s.settle()
	s.Command(keymap.Print)
	s.leaf.TypedRune('c')
	printing := s.waiting[0]
	s.waiting = s.waiting[1:]
	printing()
	s.Command(keymap.Print) // the letter's pages are not made yet
	s.Command(keymap.SavePDF)
	if !s.print.Disabled() || s.saved != "" || len(s.waiting) != 1 {
		t.Fatalf("the full copy can be printed as a letter's: %q is waiting, %q to be saved", s.session.lines, s.saved)
	}
	s.settle()
	s.Command(keymap.Print)
	s.settle()
	if want := []string{"print pedigree, full copy, 1 page", "print pedigree, letter copy, 1 page"}; !slices.Equal(s.session.lines, want) {
		t.Errorf("the audit says %q", s.session.lines)
	}
}

func TestPagesThatAreLeftAreNotShownAfterwards(t *testing.T) {
	s := newShown(t, 3)
	s.leaf.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !s.left {
		t.Fatal("Escape does not leave")
	}
	s.Leave()
	s.settle()
	if s.Screen.shown != nil || s.leaf.picture.Image != nil || len(s.thumbs.Objects) > 0 {
		t.Error("a page of the family is shown after leaving")
	}
}

func TestSeveralPagesHaveThumbnailsAndKeysGoFromOneToTheNext(t *testing.T) {
	s := newShown(t, 24)
	s.leaf.TypedRune('t')
	s.leaf.TypedRune('t')
	s.settle()
	count := len(s.Screen.shown.Document.Pages)
	if count < 2 || len(s.thumbs.Objects) != count || !s.rail.Visible() {
		t.Fatalf("%d pages, %d thumbnails", count, len(s.thumbs.Objects))
	}
	for i, o := range s.thumbs.Objects {
		if o.(*thumb).picture.Image == nil {
			t.Errorf("thumbnail %d is empty", i+1)
		}
	}
	s.leaf.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if s.page != 1 || !strings.HasPrefix(s.leaf.caption.String, "Page 2 of ") || !s.thumbs.Objects[1].(*thumb).selected {
		t.Errorf("after PgDn: page %d, %q", s.page+1, s.leaf.caption.String)
	}
	s.leaf.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	s.leaf.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	if s.page != 0 {
		t.Errorf("before the first page comes page %d", s.page+1)
	}
	s.thumbs.Objects[count-1].(*thumb).Tapped(nil)
	if s.page != count-1 {
		t.Errorf("the last thumbnail shows page %d", s.page+1)
	}
}

func TestALargerPageIsDrawnAnewAndTheArrowsMoveItInsteadOfTurning(t *testing.T) {
	s := newShown(t, 3)
	s.settle()
	small := s.leaf.picture.Image.Bounds().Dx()
	for range 4 {
		s.leaf.TypedRune('+')
	}
	s.settle()
	if large := s.leaf.picture.Image.Bounds().Dx(); large < 2*small {
		t.Errorf("zoomed from %d to %d pixels: it is smeared, not drawn anew", small, large)
	}
	s.leaf.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if s.leaf.scroll.Offset.Y <= 0 {
		t.Error("the page does not move")
	}
	s.leaf.TypedRune('0')
	s.settle()
	if s.leaf.zoom != 1 || s.leaf.picture.Image.Bounds().Dx() != small {
		t.Error("0 does not show the whole page")
	}
}

func TestAnAnonymisedCopyHasAgesInBandsWhateverWasChosenAndNoReferenceInItsFileName(t *testing.T) {
	s := newShown(t, 3)
	s.settle()
	s.Command(keymap.SavePDF)
	if s.saved != "SAMPLE-G1.pdf" {
		t.Errorf("a full copy is called %s", s.saved)
	}
	s.leaf.TypedRune('c')
	s.leaf.TypedRune('c')
	s.settle()
	if !s.ages.Value() || !s.ages.Disabled() {
		t.Error("the ages of an anonymised copy can be chosen")
	}
	s.leaf.TypedRune('a')
	if s.choice.bands {
		t.Error("a choice that does nothing is taken")
	}
	s.Command(keymap.SavePicture)
	if s.saved != "pedigree.svg" {
		t.Errorf("an anonymised copy is called %s", s.saved)
	}
}

func TestTheSizeOfTheTextIsSaidInPlainWordsWithWhatToDo(t *testing.T) {
	for _, tt := range []struct {
		points float64
		tiles  int
		want   string
		tone   theme.Tone
	}{
		{11.25, 1, "Text prints at 11.2 pt.", theme.ToneNeutral},
		{9, 1, "Text prints at 9 pt.", theme.ToneNeutral},
		{6.5, 1, "Text prints at 6.5 pt: small, but readable.", theme.ToneNeutral},
		{6.49, 4, "Text prints at 6.4 pt: too small to read comfortably. Tiles (T): 4 pages.", theme.ToneWarn},
		{5.1, 1, "Text prints at 5.1 pt: too small to read comfortably. Larger paper helps (P).", theme.ToneWarn},
	} {
		tone, words := sizeWords(&clinic.Printout{TextSize: tt.points, ReadablePages: tt.tiles})
		if words != tt.want || tone != tt.tone {
			t.Errorf("%v pt: %q, tone %v", tt.points, words, tone)
		}
	}
}
