package pages

import (
	"kindred/pedigree/draw"
)

// sizesOfText are the sizes in points at which labels may print on several sheets: the largest that
// needs the fewest sheets is taken. What needs a smaller one has a generation higher than the sheet,
// or somebody whose label is as wide as it.
var sizesOfText = []float64{9, 8.5, 8, 7.5, 7, Readable, 6, 5.5, 5, 4.5, 4, 3.5, 3}

// tiled is the drawing on several sheets; nil where even the smallest text leaves no way to part it.
func tiled(s *draw.Scene, o Options) *Document {
	p := partsOf(s, o.Measure)
	size := labelSize(s)
	bands := bandsOf(p, size/9)
	var best *plan
	var frame *frame
	for _, paper := range o.sizes() {
		for _, text := range sizesOfText {
			scale := text / size
			if o.Scale > 0 {
				scale = o.Scale
			}
			if scale*size < Readable && best != nil {
				break
			}
			f := newFrame(s, p, o, paper, scale)
			if made := arrange(bands, f); made != nil && (best == nil || better(made, best, bands)) {
				best, frame = made, f
			}
			if o.Scale > 0 {
				break
			}
		}
	}
	if best == nil {
		return nil
	}
	return frame.document(bands, best)
}

// better prefers fewer sheets, then larger text, then fewer severed lines.
func better(a, b *plan, bands []band) bool {
	if n, m := a.sheets(), b.sheets(); n != m {
		return n < m
	}
	if a.scale != b.scale {
		return a.scale > b.scale
	}
	return a.severed(bands) < b.severed(bands)
}

// arrange is the plan for one paper and scale; nil for none.
func arrange(bands []band, f *frame) *plan {
	made := &plan{wide: f.wide, high: f.high, scale: f.scale, rows: arrangeRows(bands, f.space())}
	if made.rows == nil {
		return nil
	}
	for i := range made.rows {
		r := &made.rows[i]
		if r.seams = arrangeColumns(bands[r.from:r.to], f.space()); r.seams == nil {
			return nil
		}
	}
	return made
}
