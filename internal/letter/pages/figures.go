package pages

import (
	"strings"

	"kindred/internal/letter"
	"kindred/internal/textmetric"
	"kindred/pedigree/draw"
)

// pitch is the distance between the circles of an icon array, mm.
func (s *setter) pitch() float64 {
	if s.d.Large {
		return 6.4
	}
	return 4.8
}

const iconColumns = 20

func (s *setter) iconsHeight(b letter.IconArray) float64 {
	rows := (b.Of + iconColumns - 1) / iconColumns
	return float64(rows)*s.pitch() + float64(len(s.broken(b.Caption)))*s.leading + 4
}

// broken is a caption in lines.
func (s *setter) broken(caption string) [][]word { return wrap(plain(caption), s.size, s.room) }

// icons are twenty circles a row, filled row by row, solid against outline so that a black-and-white
// print loses nothing.
func (s *setter) icons(b letter.IconArray) {
	pitch := s.pitch()
	s.need(s.iconsHeight(b))
	s.y += 1.5
	for i := range b.Of {
		centre := at(margin+pitch*(float64(i%iconColumns)+0.5), s.y+pitch*(float64(i/iconColumns)+0.5))
		r := pitch * 0.38 * pt
		circle := draw.Circle{C: centre, R: r, Stroke: draw.Stroke{Colour: black, Width: 0.7}}
		if i < b.Filled {
			circle.Fill = iconInk
		} else if i < b.Filled+b.Half {
			s.put(draw.RoleFill, draw.Sector{C: centre, R: r, Start: 180, End: 360, Fill: iconInk})
		}
		s.put(draw.RoleFill, circle)
	}
	s.y += pitch*float64((b.Of+iconColumns-1)/iconColumns) + 2
	s.caption(s.broken(b.Caption))
	s.y += s.leading * 0.5
}

// part is a stretch of a drawing at the scale at which it is printed.
type part struct {
	elements []draw.Element
	box      draw.Box
	scale    float64
}

func (p part) width() float64  { return (p.box.Max.X - p.box.Min.X) * p.scale / pt }
func (p part) height() float64 { return (p.box.Max.Y - p.box.Min.Y) * p.scale / pt }

// plan is a figure made ready: the tree, and its key in letters that can be read.
type plan struct {
	caption   [][]word
	tree, key part
	height    float64
}

// keySize is the size of the text in a drawing's key at full scale, points.
const keySize = 9.0

// plan fits the tree into the column. Labels that would be smaller than the smallest size are left out,
// and the caption says so; the signs may then be as small as they must.
func (s *setter) plan(b letter.Figure) plan {
	const gap = 6.0
	p := plan{caption: s.broken(b.Caption)}
	p.key = pick(b.Scene, func(e *draw.Element) bool { return e.Role == draw.RoleKey })
	p.key.scale = s.small / keySize
	if w := p.key.width(); w > column {
		p.key.scale *= column / w
	}
	p.tree = pick(b.Scene, func(e *draw.Element) bool { return e.Role != draw.RoleKey && e.Role != draw.RoleGeneration })
	s.scale(&p)
	for i := range p.tree.elements {
		if t, ok := p.tree.elements[i].Shape.(draw.Text); ok && p.tree.elements[i].Role == draw.RoleLabel && t.Size*p.tree.scale < s.smallest-0.01 {
			p.tree = pick(b.Scene, func(e *draw.Element) bool {
				return e.Role != draw.RoleKey && e.Role != draw.RoleGeneration && e.Role != draw.RoleLabel
			})
			p.key = withoutSamples(p.key)
			p.caption = s.broken(b.Caption + " " + b.Small)
			s.scale(&p)
			break
		}
	}
	p.height = float64(len(p.caption))*s.leading + p.tree.height() + gap
	if len(p.key.elements) > 0 {
		p.height += p.key.height() + gap
	}
	return p
}

// withoutSamples leaves out of a key, with its border, the words that only stand in labels.
func withoutSamples(key part) part {
	dropped := map[string]bool{}
	for _, e := range key.elements {
		entry, isSample := strings.CutSuffix(e.ID, "/sample")
		if t, ok := e.Shape.(draw.Text); ok && isSample && t.String != "Italic" && t.String != "dashed arc" {
			dropped[entry] = true
		}
	}
	kept := pick(&draw.Scene{Elements: key.elements}, func(e *draw.Element) bool {
		entry := e.ID
		if parts := strings.SplitN(e.ID, "/", 3); len(parts) == 3 {
			entry = parts[0] + "/" + parts[1]
		}
		return e.ID != "key" && !dropped[entry]
	})
	kept.scale = key.scale
	return kept
}

// scale makes the tree as large as the column and a page beside caption and key allow, and not larger
// than people expect symbols to be.
func (s *setter) scale(p *plan) {
	p.tree.scale = 1
	largest := s.small / keySize
	room := s.bottom - s.later - 1.5*headingScale*s.leading - float64(len(p.caption))*s.leading - p.key.height() - 14
	if w, h := p.tree.width(), p.tree.height(); w > 0 && h > 0 {
		p.tree.scale = min(largest, column/w, max(20, min(room, 130))/h)
	}
}

// pick takes the elements of a drawing that are wanted, with the box round them.
func pick(scene *draw.Scene, wanted func(*draw.Element) bool) part {
	p := part{scale: 1}
	for i := range scene.Elements {
		e := &scene.Elements[i]
		if e.Shape == nil || !wanted(e) {
			continue
		}
		b := draw.Extent(e.Shape, textmetric.Letter)
		if len(p.elements) == 0 {
			p.box = b
		}
		p.box.Min = draw.Point{X: min(p.box.Min.X, b.Min.X), Y: min(p.box.Min.Y, b.Min.Y)}
		p.box.Max = draw.Point{X: max(p.box.Max.X, b.Max.X), Y: max(p.box.Max.Y, b.Max.Y)}
		p.elements = append(p.elements, *e)
	}
	return p
}

// figure sets the caption, the tree in the middle of the column, and the key under it.
func (s *setter) figure(b letter.Figure) {
	p := s.plan(b)
	s.need(p.height)
	s.caption(p.caption)
	s.y += 4
	s.place(p.tree, margin+(column-p.tree.width())/2)
	if len(p.key.elements) > 0 {
		s.y += 4
		s.place(p.key, margin)
	}
	s.y += 4
}

// place copies a part of a drawing onto the page with its left edge at x mm and its top at y.
func (s *setter) place(p part, x float64) {
	origin := at(x, s.y)
	origin.X -= p.box.Min.X * p.scale
	origin.Y -= p.box.Min.Y * p.scale
	for _, e := range p.elements {
		s.put(e.Role, draw.Transformed(findable(e, p.scale), p.scale, origin))
	}
	s.y += p.height()
}

// findable is an element's shape; the arrow that points to the patient keeps its size where the tree
// is made small, because the caption sends the reader to it. Its tip stays where it is.
func findable(e draw.Element, scale float64) draw.Shape {
	const least = 0.8 // of full size
	by := least / scale
	if by <= 1 {
		return e.Shape
	}
	var tip draw.Point
	switch v := e.Shape.(type) {
	case draw.Line:
		if !strings.HasSuffix(e.ID, "/arrow") {
			return e.Shape
		}
		tip = v.To
	case draw.Polyline:
		if !strings.HasSuffix(e.ID, "/arrow/head") || len(v.Points) != 3 {
			return e.Shape
		}
		tip = v.Points[1]
	default:
		return e.Shape
	}
	return draw.Transformed(e.Shape, by, draw.Point{X: tip.X * (1 - by), Y: tip.Y * (1 - by)})
}
