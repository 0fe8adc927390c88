package pages

import (
	"math"

	"kindred/pedigree/draw"
)

// sizesOfText are the sizes in points at which labels may print on several sheets, those first that
// take the fewest sheets, so that what costs more is soon given up. What needs less than Readable has
// a generation higher than the sheet, or a label as wide as it.
var sizesOfText = []float64{Readable, 7, 7.5, 8, 8.5, comfortable, 6, 5.5, 5, 4.5, 4, 3.5, 3}

// tiled is the drawing on several sheets; nil where even the smallest text leaves no way to part it.
func tiled(s *draw.Scene, o Options) *Document {
	p := partsOf(s, o.Measure)
	size := labelSize(s)
	var frames []*frame // those with the smallest readable scale first
	width, least := 0.0, Readable/size
	add := func(scale float64) {
		for _, paper := range o.sizes() {
			f := newFrame(s, p, o, paper, scale)
			if frames = append(frames, f); scale >= least {
				width = max(width, f.space().width)
			}
		}
	}
	if o.Scale > 0 {
		least = o.Scale
		add(o.Scale)
	} else {
		for _, text := range sizesOfText {
			add(text / size)
		}
	}
	bands := bandsOf(p, size/9, width)
	f, made := cheapest(frames, bands, least, false)
	if made != nil && made.cost >= coupleCost {
		// Another row of sheets may keep together partners of two generations.
		if other, free := cheapest(frames, bands, least, true); cheaper(free.cost, made.cost) {
			f, made = other, free
		}
	}
	if made == nil {
		return nil
	}
	return f.document(bands, made)
}

// cheapest is the plan that costs least, with its paper and scale; nil for none. Scales under least
// count only where no other leaves a way to part the drawing.
func cheapest(frames []*frame, bands []band, least float64, free bool) (*frame, *plan) {
	var chosen *frame
	var best *plan
	lowest := math.Inf(1)
	for _, f := range frames {
		if best != nil && f.scale < least {
			break
		}
		small := textCost * max(0, comfortable-f.scale*labelSize(f.scene))
		if made := arrange(bands, f.space(), free, lowest-small); made != nil && cheaper(made.cost+small, lowest) {
			chosen, best, lowest = f, made, made.cost+small
		}
	}
	return chosen, best
}
