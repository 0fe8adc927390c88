package pedigreeview

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/pedigree"
)

// findings is what validation found in the family: a chip above the canvas that counts them, and a list
// over the canvas, from each line of which Enter goes to the person. None of them stops anybody.
type findings struct {
	view   *View
	chip   *amber
	count  *theme.Chip
	layer  *fyne.Container
	title  *theme.Text
	list   *fyne.Container
	scroll *container.Scroll
	all    []pedigree.Finding // contradictions first, remarks last
	rows   []*amber
}

func newFindings(v *View) *findings {
	f := &findings{
		view: v, count: theme.NewChip(theme.ToneWarn, ""), title: theme.NewBold(""), list: theme.Column(6),
	}
	f.chip = newAmber(f.count, f.open)
	f.chip.escape = v.Focus
	f.chip.Hide()
	f.scroll = container.NewVScroll(f.list)
	closing := theme.NewButton(theme.Link, "Close", f.close)
	closing.OnEscape = f.close
	head := theme.Column(4, theme.Ends(f.title, closing), theme.NewQuiet("Enter goes to the person, Esc closes."))
	panel := theme.NewPanel(theme.SurfaceFocus, fyne.NewSize(12, 10), container.NewBorder(head, nil, nil, nil, f.scroll))
	f.layer = &fyne.Container{Layout: &listCorner{list: f.list, head: head}, Objects: []fyne.CanvasObject{panel}}
	f.layer.Hide()
	return f
}

// show takes what validation says of the family that is drawn now. A patient who looks on sees none of it.
func (f *findings) show(all []pedigree.Finding, private bool) {
	if private {
		all = nil
	}
	all = slices.Clone(all)
	rank := map[pedigree.Severity]int{pedigree.Contradiction: 0, pedigree.Unlikely: 1, pedigree.Remark: 2}
	slices.SortStableFunc(all, func(a, b pedigree.Finding) int { return rank[a.Severity] - rank[b.Severity] })
	same := slices.EqualFunc(all, f.all, func(a, b pedigree.Finding) bool {
		return a.Message == b.Message && a.Severity == b.Severity && slices.Equal(a.People, b.People)
	})
	if same {
		return
	}
	f.all = all
	words, tone := countOf(all)
	f.count.Set(tone, words+"   "+keymap.LabelOf(keymap.Findings))
	f.title.Set(words)
	if len(all) == 0 {
		f.chip.Hide()
	} else {
		f.chip.Show()
	}
	f.view.tools.row.Refresh()
	if !f.layer.Visible() {
		return
	}
	if len(all) == 0 {
		f.close()
		return
	}
	f.fill()
}

// countOf is "3 to check"; remarks alone are "1 worth knowing", and not in amber.
func countOf(all []pedigree.Finding) (string, theme.Tone) {
	check := 0
	for _, finding := range all {
		if finding.Severity != pedigree.Remark {
			check++
		}
	}
	if check == 0 {
		return strconv.Itoa(len(all)) + " worth knowing", theme.ToneNeutral
	}
	return strconv.Itoa(check) + " to check", theme.ToneWarn
}

func (f *findings) fill() {
	f.list.RemoveAll()
	f.rows = nil
	for n, finding := range f.all {
		tone := theme.ToneWarn
		if finding.Severity == pedigree.Remark {
			tone = theme.ToneNeutral
		}
		row := newAmber(theme.NewBanner(tone, finding.Message), func() { f.goTo(finding) })
		row.escape = f.close
		row.step = func(by int) { f.focus(n + by) }
		row.focused = func() { f.reveal(row) }
		f.rows = append(f.rows, row)
		f.list.Add(row)
	}
	f.layer.Refresh()
}

// open shows the list with the keyboard on its first line.
func (f *findings) open() {
	if len(f.all) == 0 {
		f.view.status("Nothing to check: the facts recorded do not contradict each other.")
		return
	}
	f.fill()
	f.layer.Show()
	f.scroll.ScrollToTop()
	f.focus(0)
}

func (f *findings) close() {
	f.layer.Hide()
	f.view.Focus()
}

func (f *findings) focus(n int) {
	if n < 0 || n >= len(f.rows) {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.view.canvas); c != nil {
		c.Focus(f.rows[n])
	}
}

// reveal scrolls a line into sight.
func (f *findings) reveal(row *amber) {
	top, room := row.Position().Y, f.scroll.Size().Height
	switch offset := f.scroll.Offset.Y; {
	case top < offset:
		f.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case top+row.Size().Height > offset+room:
		f.scroll.ScrollToOffset(fyne.NewPos(0, top+row.Size().Height-room))
	}
}

// goTo selects the person whom a finding is about, with the form open where it can be put right.
func (f *findings) goTo(finding pedigree.Finding) {
	for _, id := range finding.People {
		if f.view.family().Individual(id) == nil {
			continue
		}
		f.close()
		f.view.Select(id)
		f.view.canvas.Reveal(id)
		f.view.inspect.editIn(sectionOf(finding.Key))
		return
	}
	f.view.status("This is about the family as a whole: there is nobody to go to.")
}

// sectionOf is the section of the form in which a rule's facts are.
func sectionOf(key string) string {
	switch key {
	case "organ-and-sex", "cancer-after-removal":
		return sectionDiagnoses
	case "test-before-birth", "identical-twins-tests":
		return sectionTests
	case "carrier-of-nothing", "carrier-and-affected":
		return sectionCarrier
	case "parent-missing", "own-ancestor", "one-parent-twice", "donor-and-parent", "twins-not-siblings":
		return sectionParents
	case "twin-missing", "twin-alone", "identical-twins-sex":
		return sectionTwins
	case "union-missing", "union-alone", "union-child":
		return sectionUnions
	case "nhs-number", "nhs-number-twice", "two-records", "patient-birth":
		return sectionPatient
	case "two-probands", "two-consultands", "duplicate-id", "no-id", "same-person", "mother-male", "father-female":
		return sectionPerson
	}
	return sectionLife
}

// listCorner sets the panel of a list into the top right corner, as high as the list or as there is room.
type listCorner struct{ list, head fyne.CanvasObject }

func (*listCorner) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *listCorner) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const width, frame = 400, 36
	height := l.head.MinSize().Height + l.list.MinSize().Height + frame
	objects[0].Resize(fyne.NewSize(min(width, size.Width), min(height, size.Height)))
	objects[0].Move(fyne.NewPos(max(0, size.Width-width), 0))
}
