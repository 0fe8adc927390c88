package riskview

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// Params of NewScreen.
type Params struct {
	Ask   func(clinic.Confirmation) // starts the request for what a report could confirm
	GoTo  func(pedigree.ID)         // shows a person on the pedigree
	Leave func()                    // Escape: back to the pedigree
	Other func(keymap.Command)      // the commands of the screen that are not its own
	// Panels are further cards after the screen's own, the first of them that of what is supposed: it goes to
	// the top while something is.
	Panels []fyne.CanvasObject
}

// Screen is every model side by side, with the working of the chosen one, picture, chart, what would
// change the answer, and limits.
type Screen struct {
	Content fyne.CanvasObject

	p      Params
	shown  Shown
	ranged map[string]bool // the models whose range was last known to be open
	width  float32         // of the body, device-independent pixels
	parts  kept

	supposing supposing

	left    side // the models, and where there is no room beside them all other cards
	right   side
	sides   *fyne.Container
	nobody  *theme.Panel
	head    *fyne.Container // of the card of models: its heading, and beside it or under it how long they took
	took    *theme.Text
	models  *list
	working *fyne.Container
	picture *picture
	facts   *list
	changes []change
	picked  bool // a fact was chosen, and shows the models' effects in full
	idle    *theme.Button
	idleOn  bool // the facts that change nothing are shown
	limits  *fyne.Container
	all     *theme.Button // shows the limits of all models
	allOn   bool
	cards   struct{ models, people, chart, facts, limits *theme.Panel }
	stale   []*fyne.Container // holds other objects than when it was laid out
}

// NewScreen is an empty screen; Set fills it.
func NewScreen(p Params) *Screen {
	s := &Screen{
		p: p, ranged: map[string]bool{}, took: theme.NewQuiet("").Trailing(), head: theme.Column(2),
		working: theme.Column(6), limits: theme.Column(7), width: defaultWidth,
	}
	s.models = newList(s.command, s.show, s.reveal)
	s.facts = newList(s.command, func() { s.picked = true; s.show() }, s.reveal)
	s.picture = newPicture(s.command, s.Arrange, s.reveal, s.keyed)
	s.idle = theme.NewButton(theme.Fold, "", func() { s.idleOn = !s.idleOn; s.show() })
	s.all = theme.NewButton(theme.Fold, "", func() { s.allOn = !s.allOn; s.show() })
	s.keyed(s.idle)
	s.keyed(s.all)
	s.nobody = theme.NewCard(theme.NewQuiet("Nobody is marked as the patient: choose a person on the pedigree, and make them a patient in Edit."))
	s.cards.models = s.supposing.card(theme.Column(8,
		s.head, s.models.keyed, theme.NewRule(), s.working))
	s.cards.people, s.cards.chart = s.supposing.card(s.picture.people), s.supposing.card(s.picture.chart)
	s.cards.facts = s.supposing.card(theme.Column(6,
		theme.Ends(theme.NewHeading("What would change the answer"), theme.NewQuiet("ask for these first")), s.facts.keyed, s.idle))
	s.cards.limits = s.supposing.card(theme.Column(7, s.limits, s.all))
	s.left = newSide(func() float32 { left, _ := s.columns(); return left })
	s.right = newSide(func() float32 { _, right := s.columns(); return right })
	s.sides = container.New(&fitting{s}, s.left.scroll, s.right.scroll)
	s.Content = theme.NewPanel(theme.SurfaceGround, fyne.NewSize(theme.Gap, theme.Gap), s.sides)
	return s
}

// Hints are the keys of this screen.
func (s *Screen) Hints() []keymap.Hint { return keymap.Hints(keymap.InRisk) }

// Focus gives the keyboard to the table of models.
func (s *Screen) Focus(c fyne.Canvas) { c.Focus(s.models.keyed) }

// FocusFacts gives the keyboard to what would change the answer.
func (s *Screen) FocusFacts(c fyne.Canvas) { c.Focus(s.facts.keyed) }

// Set shows the answers about a person. The place scrolled to, and what was chosen, are kept.
func (s *Screen) Set(shown Shown) {
	if len(shown.Answers) > 0 && (len(s.shown.Answers) == 0 || s.shown.Answers[0].Subject != shown.Answers[0].Subject) {
		s.begin(&shown)
	}
	s.shown = shown
	s.supposing.set(shown.Supposed)
	for i := range shown.Answers {
		if a := &shown.Answers[i]; shown.Whole || a.Status != risk.OK {
			s.ranged[a.Model] = rangeWords(a) != ""
		}
	}
	s.show()
}

// begin starts at the top with another person: with the model whose answer matters most, and nothing picked.
func (s *Screen) begin(shown *Shown) {
	s.models.chosen, s.facts.chosen, s.picked = shown.first(), "", false
	s.picture.cancer, s.picture.lines.chosen = "", string(today)
	s.left.scroll.ScrollToTop()
	s.right.scroll.ScrollToTop()
}

// show follows what is to be shown; what shows the same as before is left as it is.
func (s *Screen) show() {
	if len(s.shown.Answers) == 0 || s.shown.Who == "" {
		s.deal([]fyne.CanvasObject{s.nobody})
		s.Arrange()
		return
	}
	s.took.Set(tookWords(s.shown.Took))
	left, right := s.columns()
	s.showHead(left - 2*theme.Inset)
	s.showModels(left - 2*theme.Inset)
	s.showWorking(left - 2*theme.Inset)
	s.picture.set(s.shown.outlookOf(s.models.chosen), right-2*theme.Inset)
	s.showFacts(right - 2*theme.Inset)
	s.showLimits(right - 2*theme.Inset)
	cards, panels := []fyne.CanvasObject{s.cards.models}, s.p.Panels
	if len(s.shown.Supposed) > 0 && len(panels) > 0 { // what is supposed, and what it changes, before all
		cards, panels = append(cards, panels[0]), panels[1:]
	}
	if s.picture.outlook != nil {
		cards = append(cards, s.cards.people)
	}
	cards = append(cards, s.cards.facts)
	if s.picture.outlook != nil {
		cards = append(cards, s.cards.chart)
	}
	s.deal(append(append(cards, s.cards.limits), panels...))
	s.Arrange()
}

// showHead is the heading of the card of models.
func (s *Screen) showHead(width float32) {
	const words = "Every model on this family, side by side"
	beside := theme.NewHeading(words).MinSize().Width+s.took.MinSize().Width+8 <= width
	s.fill(s.head, []fyne.CanvasObject{s.parts.of("head", 0, beside, func() fyne.CanvasObject {
		if beside {
			return theme.Ends(theme.NewHeading(words), s.took)
		}
		return theme.Column(2, theme.NewHeading(words), s.took)
	})})
}

// tookWords is "calculated in 3 ms · nothing left this laptop".
func tookWords(took time.Duration) string {
	switch ms := took.Milliseconds(); {
	case took == 0:
		return "nothing left this laptop"
	case ms < 1:
		return "calculated in under 1 ms · nothing left this laptop"
	case ms < 1000:
		return fmt.Sprintf("calculated in %d ms · nothing left this laptop", ms)
	default:
		return fmt.Sprintf("calculated in %.1f s · nothing left this laptop", took.Seconds())
	}
}

// showModels is the table: the models that answer, and below them those that were not made for this
// family, with why.
func (s *Screen) showModels(width float32) {
	rows := []fyne.CanvasObject{s.parts.of("heads", width, nil, func() fyne.CanvasObject { return heads(width) })}
	var others []fyne.CanvasObject
	for i := range s.shown.Answers {
		a := &s.shown.Answers[i]
		of := answerOf(a, !s.shown.Whole && s.ranged[a.Model])
		model, suited, draw := a.Model, suits(a), tableRow
		if !suited {
			draw = unsuitableRow
		}
		row := s.parts.of(fmt.Sprintf("model %v %s", suited, model), width, of, func() fyne.CanvasObject {
			e := newEntry(model, draw(of, width), func() { s.press(s.models, model) })
			if !suited {
				e.ground.Inset = closeInset
			}
			return e
		})
		if suited {
			rows = append(rows, s.rule("model "+model), row)
		} else {
			others = append(others, row)
		}
	}
	if len(others) > 0 {
		rows = append(rows, s.rule("others"), s.parts.of("others", width, nil, func() fyne.CanvasObject {
			return theme.NewPanel(theme.SurfaceClear, rowInset, theme.NewHeading("Not suitable here"))
		}))
		rows = append(rows, others...)
	}
	s.fill(s.models.column, s.models.rowsOf(rows))
}

func (s *Screen) rule(name string) fyne.CanvasObject {
	return s.parts.of("rule "+name, 0, nil, func() fyne.CanvasObject { return theme.NewRule() })
}

// press chooses a row by the mouse, which gives the keyboard to its list.
func (s *Screen) press(l *list, id string) {
	l.choose(id)
	if c := fyne.CurrentApp().Driver().CanvasForObject(l.keyed); c != nil {
		c.Focus(l.keyed)
	}
}

// showWorking is that of the chosen model.
func (s *Screen) showWorking(width float32) {
	at := slices.IndexFunc(s.shown.Answers, func(a risk.Assessment) bool { return a.Model == s.models.chosen })
	if at < 0 {
		s.fill(s.working, nil)
		return
	}
	w := s.shown.workingOf(&s.shown.Answers[at])
	lines := s.parts.of("working", width, w, func() fyne.CanvasObject { return theme.Column(6, w.lines(width)...) })
	s.fill(s.working, []fyne.CanvasObject{lines})
}

// mostFacts is how many facts are shown until the others are asked for.
const mostFacts = 6

// showFacts is what would change the answer, and folded below it what would do so less, or not at all.
func (s *Screen) showFacts(width float32) {
	s.changes = s.shown.changes()
	var rows []fyne.CanvasObject
	less, none := 0, 0
	for i := range s.changes {
		c := &s.changes[i]
		switch {
		case c.none():
			none++
		case i >= mostFacts:
			less++
		}
		if (c.none() || i >= mostFacts) && !s.idleOn {
			continue
		}
		id := c.id()
		request, askable := s.shown.Requests[id]
		of := shownOf(c, request, askable, s.picked && id == s.facts.chosen)
		if len(rows) > 0 {
			rows = append(rows, s.rule("fact "+id))
		}
		rows = append(rows, s.parts.of("fact "+id, width, of, func() fyne.CanvasObject {
			return newEntry(id, changeRow(of, width, func() { s.facts.choose(id); s.ask() }), func() { s.press(s.facts, id) })
		}))
	}
	if len(rows) == 0 {
		rows = append(rows, s.parts.of("nothing", width, nil, func() fyne.CanvasObject {
			return theme.Paragraph("Nothing that is missing, vague or unconfirmed would change an answer.", width, theme.InkQuiet)
		}))
	}
	s.fill(s.facts.column, s.facts.rowsOf(rows))
	setShown(s.idle, less+none > 0)
	s.idle.SetWords(foldMark(s.idleOn) + idleWords(less, none))
}

// idleWords says how many facts are folded away.
func idleWords(less, none int) string {
	var words []string
	if less > 0 {
		words = append(words, fmt.Sprintf("%d more that would change an answer less", less))
	}
	if none > 0 {
		words = append(words, fmt.Sprintf("%d that would make no change", none))
	}
	return strings.Join(words, ", ")
}

// foldMark is before the words of a section that opens and closes.
func foldMark(open bool) string {
	if open {
		return "–  "
	}
	return "+  "
}

func setShown(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
