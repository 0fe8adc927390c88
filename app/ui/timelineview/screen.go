// Package timelineview shows what was done to a family, step by step, and beside it the pedigree as it
// was after each step, for reading only.
package timelineview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/fields"
	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/casefile"
	"kindred/internal/record"
	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

// Session is the open family as this screen needs it.
type Session interface {
	History() *casefile.History
	Device() record.DeviceID
	Style() draw.Style
}

// Canvas is where the pedigree of the chosen step is drawn. It takes no edits.
type Canvas struct {
	Object fyne.CanvasObject
	Draw   func(*draw.Scene)    // shows another scene
	Look   func(keymap.Command) // fit, larger, smaller
}

// Params of New; all are required.
type Params struct {
	Session    Session
	Canvas     Canvas
	Strict     bool              // never move a sibling, whatever it costs
	Leave      func()            // Escape: back to the pedigree
	Background func(work func()) // runs work that takes long
	Run        func(func())      // runs a function on the window's goroutine
}

// Screen is the timeline tab.
type Screen struct {
	Content fyne.CanvasObject

	p       Params
	list    *widget.List
	keys    *fields.Keyed
	banner  *theme.Banner
	count   *theme.Text
	moments []casefile.Moment // the newest first
	chosen  int               // index into moments
	painter *painter          // nil while the screen is left
}

// New makes the screen; Show fills it.
func New(p Params) *Screen {
	s := &Screen{p: p, banner: theme.NewBanner(theme.ToneWarn, ""), count: theme.NewQuiet("")}
	s.list = widget.NewList(
		func() int { return len(s.moments) },
		func() fyne.CanvasObject { return newRow() },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			o.(*row).show(s.moments[i], s.p.Session.Device(), s.surface(i))
		},
	)
	s.list.OnSelected = func(i widget.ListItemID) {
		s.list.Unselect(i)
		s.choose(i)
	}
	s.list.HideSeparators = true
	s.keys = fields.NewKeyed(keymap.InTimeline, s.list, s.Command)
	s.keys.OnFocus = s.list.Refresh
	left := theme.NewCard(container.NewBorder(
		theme.Column(8, theme.Ends(theme.NewTitle("Timeline"), s.count)), nil, nil, nil, s.keys))
	right := theme.NewCard(container.NewBorder(theme.Column(8, s.banner), nil, nil, nil, p.Canvas.Object))
	s.Content = theme.NewPanel(theme.SurfaceGround, fyne.NewSize(theme.Gap, theme.Gap), container.New(columns{}, left, right))
	return s
}

// surface of the row at i: the chosen one is marked.
func (s *Screen) surface(i int) theme.Surface {
	if i == s.chosen {
		return s.keys.Chosen()
	}
	return theme.SurfaceClear
}

// Hints are the keys of this screen.
func (s *Screen) Hints() []keymap.Hint { return keymap.Hints(keymap.InTimeline) }

// Show reads the history anew and shows the family as it stands.
func (s *Screen) Show() {
	history := s.p.Session.History()
	s.moments = make([]casefile.Moment, history.Len())
	for i := range s.moments {
		s.moments[len(s.moments)-1-i] = history.Moment(i)
	}
	s.painter = &painter{history: history, screen: s}
	s.chosen = 0
	s.count.Set(describe.Counted(len(s.moments), "step", "steps"))
	s.list.ScrollTo(0)
	s.show()
}

// Leave lets go of what was shown: nothing of the family stays behind.
func (s *Screen) Leave() {
	s.painter, s.moments = nil, nil
	s.p.Canvas.Draw(&draw.Scene{})
	s.list.Refresh()
}

// Focus gives the keyboard to the list.
func (s *Screen) Focus(c fyne.Canvas) { c.Focus(s.keys) }

// manySteps is how far Page Up and Page Down go.
const manySteps = 10

// Command does what a key asks for.
func (s *Screen) Command(c keymap.Command) {
	switch c {
	case keymap.EarlierState:
		s.choose(s.chosen + 1)
	case keymap.LaterState:
		s.choose(s.chosen - 1)
	case keymap.MuchEarlier:
		s.choose(s.chosen + manySteps)
	case keymap.MuchLater:
		s.choose(s.chosen - manySteps)
	case keymap.FirstState:
		s.choose(len(s.moments) - 1)
	case keymap.LastState:
		s.choose(0)
	case keymap.Leave:
		s.p.Leave()
	default:
		s.p.Canvas.Look(c)
	}
}

// choose shows the family as it was after another step, the nearest there is.
func (s *Screen) choose(i int) {
	i = max(0, min(i, len(s.moments)-1))
	if i == s.chosen || len(s.moments) == 0 {
		return
	}
	s.chosen = i
	s.list.ScrollTo(i)
	s.show()
}

func (s *Screen) show() {
	s.list.Refresh()
	if len(s.moments) == 0 {
		return
	}
	s.banner.Tone, s.banner.Words = theme.ToneWarn, asItWas(s.moments[s.chosen])
	if s.chosen == 0 {
		s.banner.Tone, s.banner.Words = theme.ToneNeutral, "As it stands now."
	}
	s.banner.Refresh()
	s.painter.ask(len(s.moments) - 1 - s.chosen)
}

// painted puts a finished picture on the canvas, unless another step was chosen meanwhile.
func (s *Screen) painted(by *painter, moment int, scene *draw.Scene) {
	if by == s.painter && moment == len(s.moments)-1-s.chosen {
		s.p.Canvas.Draw(scene)
	}
}

// painter draws earlier states of one history in the background, one at a time; of several that wait,
// only the newest is drawn.
type painter struct {
	screen   *Screen
	history  *casefile.History
	previous *layout.Layout // so that who stands in both states stands in the same place
	wanted   int
	busy     bool
}

func (p *painter) ask(moment int) {
	p.wanted = moment
	if p.busy {
		return
	}
	p.busy = true
	style := p.screen.p.Session.Style()
	style.Measure = textmetric.Screen
	params, history, previous := p.screen.p, p.history, p.previous
	params.Background(func() {
		arranged, scene := paint(history.At(moment), previous, style, params.Strict)
		params.Run(func() {
			p.busy, p.previous = false, arranged
			p.screen.painted(p, moment, scene)
			if p.wanted != moment && p == p.screen.painter {
				p.ask(p.wanted)
			}
		})
	})
}

func paint(f *pedigree.Family, previous *layout.Layout, style draw.Style, strict bool) (*layout.Layout, *draw.Scene) {
	arranged := layout.Arrange(f, layout.Options{Previous: previous, StrictBirthOrder: strict, Width: draw.Widths(f, style)})
	return arranged, draw.Draw(f, arranged, style)
}

// columns gives the steps a third of the width, within bounds, and the pedigree the rest.
type columns struct{}

const (
	leastSteps float32 = 320
	mostSteps  float32 = 440
)

func (columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(leastSteps, left.Width)+theme.Gap+right.Width, max(left.Height, right.Height))
}

func (columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := max(leastSteps, min(mostSteps, size.Width/3))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[1].Move(fyne.NewPos(width+theme.Gap, 0))
	objects[1].Resize(fyne.NewSize(size.Width-width-theme.Gap, size.Height))
}
