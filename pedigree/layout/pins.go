package layout

import "math"

// Pins are kept in two steps. The places without any pin are the frame of reference, which says what
// an absolute place means, whoever was drawn before and wherever: without it a lone pin would only move
// the whole drawing, because nothing else says where that is. Then everybody is held there, but the
// pinned at their pins.
const (
	pullStay = 1e4  // everybody stays in the frame of reference, whatever hangs on the pinned
	pullPin  = 1e12 // a symbol stays where a user put it, however many must make room
)

func (o *order) anyPinned() bool {
	for i := range o.nodes {
		if _, ok := o.nodes[i].pinned(); ok {
			return true
		}
	}
	return false
}

// placePins moves the pinned from the places x to their pins. Nobody else moves but who must make
// room, and the bends of long lines. Pins that order or distances forbid come as close as possible,
// each as close as the others. edge is the right end of each row of what stands to the left.
func (o *order) placePins(x, edge []float64) []float64 {
	holds := make([]hold, len(x))
	start := append([]float64(nil), x...)
	for q := range holds {
		n := &o.nodes[q]
		if at, ok := n.pinned(); ok {
			start[q], holds[q] = at, hold{at, pullPin}
		} else if !n.bend {
			holds[q] = hold{x[q], pullStay}
		}
	}
	p := o.newPlacer(holds)
	for r, row := range o.rowsOf[:min(len(edge), len(o.rowsOf))] {
		first := math.Inf(-1)
		if len(row) > 0 {
			first = edge[r] + strangers + o.nodes[row[0]].left
		}
		p.edge = append(p.edge, first)
	}
	for q := range start {
		p.x[q] = start[q] - p.middle
	}
	return p.solved()
}
