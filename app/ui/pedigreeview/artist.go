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
	arranged := layout.Arrange(r.family, layout.Options{
		Previous: r.previous, StrictBirthOrder: r.strict, Width: draw.Widths(r.family, r.style),
	})
	return picture{
		family: r.family, layout: arranged, scene: draw.Draw(r.family, arranged, r.style),
		findings: r.family.Validate(), audience: r.audience,
	}
}

// artist draws in a goroutine of its own, which lives only while there is something to draw. Of
// several requests that wait only the newest is drawn.
type artist struct {
	deliver func(picture) // called from the goroutine

	mu      sync.Mutex
	waiting *request
	working bool
	idle    sync.Cond
}

func newArtist(deliver func(picture)) *artist {
	a := &artist{deliver: deliver}
	a.idle.L = &a.mu
	return a
}

// ask replaces any request that has not begun.
func (a *artist) ask(r request) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.waiting = &r
	if !a.working {
		a.working = true
		go a.work()
	}
}

func (a *artist) work() {
	for {
		a.mu.Lock()
		next := a.waiting
		a.waiting = nil
		if next == nil {
			a.working = false
			a.idle.Broadcast()
			a.mu.Unlock()
			return
		}
		a.mu.Unlock()
		done := next.paint()
		a.mu.Lock()
		stale := a.waiting != nil
		a.mu.Unlock()
		if !stale {
			a.deliver(done)
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
