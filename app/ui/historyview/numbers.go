package historyview

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/interview"
)

// numbersPage asks how many brothers, sisters and children there are, and builds the frame of the
// family from the answers in one edit. Under the numbers stands what will be added.
type numbersPage struct {
	screen  *Screen
	panel   fyne.CanvasObject
	fields  [][3]*theme.Entry // one row a branch: male, female, children of each
	preview *theme.Message
	build   *theme.Button
}

var branchWords = map[amend.Branch][3]string{
	amend.OwnSiblings:     {"Brothers and sisters", "brothers", "sisters"},
	amend.HalfByMother:    {"Half, by the mother", "half-brothers", "half-sisters"},
	amend.HalfByFather:    {"Half, by the father", "half-brothers", "half-sisters"},
	amend.OwnChildren:     {"The patient's children", "sons", "daughters"},
	amend.MothersSiblings: {"Mother's family", "her brothers", "her sisters"},
	amend.FathersSiblings: {"Father's family", "his brothers", "his sisters"},
}

func newNumbersPage(s *Screen) *numbersPage {
	n := &numbersPage{screen: s, preview: theme.NewMessage(620)}
	n.build = theme.NewButton(theme.Primary, "Build · Enter", n.carryOut)
	n.build.OnEscape = n.leave
	rows := theme.Column(8, numbersRow(theme.NewHeading(""), theme.NewHeading("How many"), theme.NewHeading(""), theme.NewHeading("Children of each, in turn: 2 0 1")))
	for _, branch := range amend.Branches {
		words := branchWords[branch]
		fields := [3]*theme.Entry{n.field(words[1]), n.field(words[2]), n.field("")}
		n.fields = append(n.fields, fields)
		rows.Add(numbersRow(theme.NewText(words[0]), fields[0], fields[1], fields[2]))
	}
	explain := theme.Paragraph("A number; 0 for asked, none; n for some, number not known; ? for doesn't know; empty for not asked. "+
		"Whoever is there already counts, and nobody is added twice. Children of each: brothers first, oldest first.", 620, theme.InkQuiet)
	left := theme.Column(12, theme.NewTitle("The family in numbers"), explain, rows, n.preview, theme.Row(8, n.build, n.other("Back · Esc", n.leave)))
	starts := theme.Column(8, theme.NewHeading("Or a usual beginning"))
	for _, start := range amend.Starts {
		button := n.other(start.Name, func() { n.begin(start) })
		button.Leading = true
		starts.Add(button)
		starts.Add(theme.Paragraph(start.Words, 300, theme.InkQuiet))
	}
	starts.Add(theme.NewRule())
	starts.Add(n.other("Remove blanks · "+keymap.LabelOf(keymap.RemoveBlanks)+" in the table", func() { s.removeBlanks(); n.leave() }))
	n.panel = container.New(beside{width: 360}, theme.NewCard(container.NewVScroll(left)), theme.NewCard(container.NewVScroll(starts)))
	n.typed()
	return n
}

func (n *numbersPage) other(words string, tapped func()) *theme.Button {
	b := theme.NewButton(theme.Secondary, words, tapped)
	b.OnEscape = n.leave
	return b
}

func (n *numbersPage) field(hint string) *theme.Entry {
	e := theme.NewEntry(hint)
	e.OnChanged = func(string) { n.typed() }
	e.OnSubmitted = func(string) { n.carryOut() }
	e.OnEscape = n.leave
	return e
}

func (n *numbersPage) content() fyne.CanvasObject     { return n.panel }
func (n *numbersPage) commit()                        {}
func (n *numbersPage) refused() (pedigree.ID, string) { return "", "" }
func (n *numbersPage) reload()                        { n.typed() }

func (n *numbersPage) focus() { n.screen.focusOn(n.fields[0][0]) }

func (n *numbersPage) hints() []keymap.Hint {
	return []keymap.Hint{{Key: "Tab", Words: "next number"}, {Key: "Enter", Words: "build the frame"}, {Key: "0", Words: "asked, none"}, {Key: "n", Words: "some"}, {Key: "?", Words: "doesn't know"}, {Key: "Esc", Words: "back"}}
}

func (n *numbersPage) leave() { n.screen.open(nil) }

// frame reads the fields.
func (n *numbersPage) frame() (fr amend.Frame, err error) {
	for i, branch := range amend.Branches {
		numbers := &fr[branch]
		words := branchWords[branch]
		for j, to := range []*amend.Number{&numbers.Male, &numbers.Female} {
			if *to, err = amend.ReadNumber(n.fields[i][j].Text); err != nil {
				return fr, fmt.Errorf("%s, %s: %w", words[0], words[1+j], err)
			}
		}
		if numbers.Children, err = amend.ReadNumbers(n.fields[i][2].Text); err != nil {
			return fr, fmt.Errorf("%s, children of each: %w", words[0], err)
		}
	}
	return fr, nil
}

// typed shows what the numbers would add.
func (n *numbersPage) typed() {
	fr, err := n.frame()
	if err != nil {
		n.say(theme.InkWarn, err.Error(), false)
		return
	}
	if fr.IsEmpty() {
		n.say(theme.InkQuiet, "Nothing is added yet.", false)
		return
	}
	before := n.screen.history.Family
	after, ids := before.Clone(), scratchIDs(before)
	if _, err := amend.BuildFrame(after, n.screen.history.Subject, fr, ids); err != nil {
		n.say(theme.InkWarn, err.Error(), false)
		return
	}
	words := interview.Preview(before, after, n.screen.history.Subject)
	if words == "" {
		words = "All of them are in the family already."
	}
	n.say(theme.InkText, words, true)
}

func (n *numbersPage) say(ink theme.Ink, words string, can bool) {
	n.preview.Set(ink, words)
	n.build.SetEnabled(can)
	n.panel.Refresh()
}

// scratchIDs are ids that nothing in a family has, for an edit that is only shown.
func scratchIDs(f *pedigree.Family) func() pedigree.ID {
	taken, n := f.Index(), 0
	return func() pedigree.ID {
		for {
			n++
			id := pedigree.ID(fmt.Sprint("new ", n))
			if _, there := taken[id]; !there {
				return id
			}
		}
	}
}

func (n *numbersPage) carryOut() {
	fr, err := n.frame()
	if err != nil || fr.IsEmpty() {
		n.typed()
		return
	}
	subject := n.screen.history.Subject
	done := 0
	if n.screen.do("the family in numbers", func(f *pedigree.Family) error {
		added, err := amend.BuildFrame(f, subject, fr, n.screen.p.Session.NewID)
		done = len(added)
		return err
	}) {
		n.leave()
		n.screen.status(fmt.Sprintf("%d people added; one Ctrl+Z takes them back", done))
	}
}

func (n *numbersPage) begin(start amend.Start) {
	subject := n.screen.history.Subject
	if n.screen.do("begin: "+start.Name, func(f *pedigree.Family) error { return start.Begin(f, subject, n.screen.p.Session.NewID) }) {
		n.leave()
	}
}

// removeBlanks removes everybody of whom nothing was recorded.
func (s *Screen) removeBlanks() {
	blank := len(amend.RemoveBlanks(s.history.Family.Clone(), s.history.Subject))
	if blank == 0 {
		s.status("something is recorded of everybody: nobody is removed")
		return
	}
	if s.do("remove blanks", func(f *pedigree.Family) error { amend.RemoveBlanks(f, s.history.Subject); return nil }) {
		s.status(fmt.Sprintf("%d people removed of whom nothing was recorded; Ctrl+Z brings them back", blank))
	}
}
