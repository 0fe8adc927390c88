package riskview

import (
	"reflect"

	"fyne.io/fyne/v2"
)

// kept keeps what was built of a screen, so that an edit builds anew only what then shows something
// else.
type kept struct {
	built map[string]part
	fresh int // how many were built since the beginning, for tests
}

type part struct {
	shows  any
	width  float32
	object fyne.CanvasObject
}

// of is the object of a name: the one built before while it shows the same at the same width, else a new
// one.
func (p *kept) of(name string, width float32, shows any, build func() fyne.CanvasObject) fyne.CanvasObject {
	if old, ok := p.built[name]; ok && old.width == width && reflect.DeepEqual(old.shows, shows) {
		return old.object
	}
	if p.built == nil {
		p.built = map[string]part{}
	}
	p.fresh++
	o := build()
	p.built[name] = part{shows: shows, width: width, object: o}
	return o
}
