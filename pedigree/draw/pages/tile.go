package pages

import "kindred/pedigree/draw"

// sizesOfText are the sizes in points at which labels may print on several sheets. What needs less
// than Readable has a generation higher than the sheet, or a label as wide as it.
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
			if made := arrange(bands, f); made != nil && (best == nil || better(made, best, bands, size)) {
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

// better prefers fewer sheets, and then few severed lines and large text, a line severed for each
// point of text; size is that of labels in the Scene.
func better(a, b *plan, bands []band, size float64) bool {
	if n, m := a.sheets(), b.sheets(); n != m {
		return n < m
	}
	cost := func(p *plan) float64 { return p.severed(bands) - levelCost*p.scale*size }
	return cost(a) < cost(b)-1e-9
}

// arrange is the plan for one paper and scale; nil for none.
func arrange(bands []band, f *frame) *plan {
	made := &plan{scale: f.scale, rows: arrangeRows(bands, f.space())}
	if made.rows == nil {
		return nil
	}
	for i := range made.rows {
		r := &made.rows[i]
		if r.columns = arrangeColumns(bands[r.from:r.to], f.space()); r.columns == nil {
			return nil
		}
	}
	made.number()
	return made
}
