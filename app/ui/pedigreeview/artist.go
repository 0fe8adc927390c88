package pedigreeview

import (
	"sync"

	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

// request is a family to be drawn.
type request struct {
	family   *pedigree.Family
	previous *layout.Layout
	style    draw.Style
	strict   bool // birth order
	audience audience
}

// audience is for whose eyes a picture is drawn: the clinic's, or in the patient view one patient's.
type audience struct {
	private bool
	patient pedigree.ID // the patient record
}

// picture is a family as drawn.
type picture struct {
	family   *pedigree.Family
	layout   *layout.Layout
	scene    *draw.Scene
	findings []pedigree.Finding // what validation says of the family
	audience audience
}

// paint lays out and draws: pure, and safe in any goroutine.
func (r request) paint() picture {
	shown := r.family.Folded()
	arranged := layout.Arrange(shown, layout.Options{
		Previous: r.previous, StrictBirthOrder: r.strict, Width: draw.Widths(shown, r.style),
	})
	return picture{
		family: r.family, layout: arranged, scene: draw.Draw(shown, arranged, r.style),
		findings: r.family.Validate(), audience: r.audience,
	}
}

// artist draws in a goroutine of its own, which lives only while there is something to draw. Of
// several requests that wait only the newest is drawn, and of several trials; a trial waits until the
// family that it is tried on is drawn. Whoever is told collects the newest of what is done: where the
// screen is slower than the hands, nothing piles up before it.
type artist struct {
	tell func() // called from the goroutine, once for each collect

	mu      sync.Mutex
	waiting *request
	trying  *trial
	working bool
	idle    sync.Cond
	told    bool
	picture *picture // done and not collected
	ghosts  *ghosts

	last  request // what the goroutine drew last
	drawn picture
}

func newArtist(tell func()) *artist {
	a := &artist{tell: tell}
	a.idle.L = &a.mu
	return a
}

// ask replaces any request that has not begun, and any trial.
func (a *artist) ask(r request) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.waiting, a.trying = &r, nil
	a.begin()
}

// try replaces any trial that has not begun.
func (a *artist) try(t trial) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.trying = &t
	a.begin()
}

// begin is called under the lock.
func (a *artist) begin() {
	if !a.working {
		a.working = true
		go a.work()
	}
}

// next takes what is to be done; both are nil when there is nothing.
func (a *artist) next() (r *request, t *trial) {
	a.mu.Lock()
	defer a.mu.Unlock()
	switch {
	case a.waiting != nil:
		r, a.waiting = a.waiting, nil
	case a.trying != nil:
		t, a.trying = a.trying, nil
	default:
		a.working = false
		a.idle.Broadcast()
	}
	return r, t
}

// done keeps what was drawn to be collected, unless it is overtaken already; one of them is nil.
func (a *artist) done(p *picture, g *ghosts) {
	a.mu.Lock()
	if a.waiting != nil || g != nil && a.trying != nil {
		a.mu.Unlock()
		return
	}
	a.ghosts = g // those on an older picture are gone with it
	if p != nil {
		a.picture = p
	}
	told := a.told
	a.told = true
	a.mu.Unlock()
	if !told {
		a.tell()
	}
}

// collect takes what was drawn since the last time; each is nil where there is nothing new.
func (a *artist) collect() (p *picture, g *ghosts) {
	a.mu.Lock()
	defer a.mu.Unlock()
	p, g = a.picture, a.ghosts
	a.picture, a.ghosts, a.told = nil, nil, false
	return p, g
}

func (a *artist) work() {
	for {
		r, t := a.next()
		switch {
		case r != nil:
			a.last, a.drawn = *r, r.paint()
			shown := a.drawn
			a.done(&shown, nil)
		case t != nil:
			tried := a.last.try(*t, a.drawn)
			a.done(nil, &tried)
		default:
			return
		}
	}
}

// settle waits until nothing is being drawn.
func (a *artist) settle() {
	a.mu.Lock()
	defer a.mu.Unlock()
	for a.working {
		a.idle.Wait()
	}
}
