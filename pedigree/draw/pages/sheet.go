package pages

import (
	"fmt"
	"math"

	"kindred/pedigree/draw"
)

// sheet is a page in the making.
type sheet struct {
	*frame
	page   draw.Scene
	number int // 0 first
	of     int
	row    *row
	column column
	bands  []band // of the row
	by     draw.Point
	taken  []draw.Box // where a connector may not stand
	ids    map[string]int
}

// document parts the drawing by the plan and sets every sheet.
func (f *frame) document(bands []band, p *plan) *Document {
	document := &Document{Scale: f.scale}
	var sheets []*sheet
	for r := range p.rows {
		first := len(sheets)
		for _, c := range p.rows[r].columns {
			if c.sheet >= 0 {
				document.Pages = append(document.Pages, Page{Row: r, Column: len(sheets) - first})
				sheets = append(sheets, f.begin(bands, &p.rows[r], c))
			}
		}
	}
	var cuts []severing
	for i := range f.scene.Elements {
		e := &f.scene.Elements[i]
		switch e.Role {
		case draw.RoleGeneration, draw.RoleStamp, draw.RoleKey, draw.RoleFooter:
			continue
		}
		if points, _ := draw.Way(e.Shape); e.Role == draw.RoleLine && points != nil {
			pieces, severed := sever(e, bands, p)
			for _, piece := range pieces {
				sheets[piece.sheet].line(piece)
			}
			cuts = append(cuts, severed...)
			continue
		}
		box := draw.Extent(e.Shape, f.measure)
		sheets[p.sheetAt(bandAt(bands, (box.Min.Y+box.Max.Y)/2), (box.Min.X+box.Max.X)/2)].solid(e)
	}
	for _, place := range f.scene.People {
		s := sheets[p.sheetAt(bandAt(bands, place.Center.Y), place.Center.X)]
		s.page.People = append(s.page.People, moved(place, f.scale, s.by))
	}
	cuts = joined(cuts, 4*labelSize(f.scene)/9)
	names := lettersFor(len(cuts), f.scene)
	for i, s := range sheets {
		s.of = len(sheets)
		s.rows(bands)
		s.connectors(cuts, names)
		s.finish(keyOf(f.parts.key, s.page.Elements), bands, p)
		s.page.Title = fmt.Sprintf("%s, page %d of %d", f.scene.Title, i+1, len(sheets))
		s.page.Description = described(f.scene, s.page.People)
		document.Pages[i].Scene = s.page
	}
	return document
}

// begin is an empty sheet with its place in the drawing.
func (f *frame) begin(bands []band, r *row, c column) *sheet {
	s := &sheet{frame: f, number: c.sheet, row: r, column: c, bands: bands[r.from:r.to], ids: map[string]int{}}
	s.page.Width, s.page.Height = f.wide, f.high
	space := f.space()
	taken, _, _ := room(s.bands, &c.left, &c.right, space.gutter, math.Inf(1))
	top := f.margin + f.stamps
	if r.from > 0 {
		top += space.lip * f.scale
	}
	s.by = draw.Point{X: f.margin + f.numerals - taken.from*f.scale, Y: top - s.bands[0].top*f.scale}
	return s
}

func (s *sheet) at(p draw.Point) draw.Point {
	return draw.Point{X: p.X*s.scale + s.by.X, Y: p.Y*s.scale + s.by.Y}
}

// add puts an element on the sheet; a second one of the same name has a number.
func (s *sheet) add(e draw.Element) {
	s.ids[e.ID]++
	if n := s.ids[e.ID]; n > 1 {
		e.ID += "/part:" + itoa(n)
	}
	s.page.Elements = append(s.page.Elements, e)
}

func (s *sheet) put(id string, role draw.Role, shape draw.Shape) {
	s.add(draw.Element{ID: id, Role: role, Shape: shape})
}

func (s *sheet) solid(e *draw.Element) {
	moved := *e
	moved.Shape = draw.Transformed(e.Shape, s.scale, s.by)
	s.add(moved)
	if e.Role != draw.RoleFill {
		s.taken = append(s.taken, draw.Extent(moved.Shape, s.measure))
	}
}

func (s *sheet) line(p piece) {
	points := p.points
	var shape draw.Shape = draw.Polyline{Points: points, Stroke: p.stroke}
	if len(points) == 2 {
		shape = draw.Line{From: points[0], To: points[1], Stroke: p.stroke}
	}
	moved := *p.element
	moved.Shape = draw.Transformed(shape, s.scale, s.by)
	s.add(moved)
	for i := 1; i < len(points); i++ {
		s.taken = append(s.taken, draw.Extent(draw.Line{From: s.at(points[i-1]), To: s.at(points[i])}, nil))
	}
}

// rows sets the numerals of the generations that the sheet shows.
func (s *sheet) rows(bands []band) {
	for _, e := range s.parts.numerals {
		t, ok := e.Shape.(draw.Text)
		if i := bandAt(bands, t.At.Y); !ok || i < s.row.from || i >= s.row.to || !s.shows(i) {
			continue
		}
		t.At = draw.Point{X: s.margin, Y: s.at(t.At).Y}
		t.Size *= s.letters
		t.Anchor = draw.AnchorStart
		s.put(e.ID, e.Role, t)
		s.taken = append(s.taken, draw.Extent(t, s.measure))
	}
}

// finish sets the rest of the frame: stamps, key, map and footer.
func (s *sheet) finish(key []entry, bands []band, p *plan) {
	for _, e := range s.parts.stamps {
		box := draw.Extent(e.Shape, s.measure)
		by := draw.Point{X: s.margin - box.Min.X*s.letters, Y: s.margin - box.Min.Y*s.letters}
		s.put(e.ID, e.Role, draw.Transformed(e.Shape, s.letters, by))
	}
	lines := s.footerLines(s.number+1, s.of)
	top := s.high - s.margin - s.footerHeight(s.number+1, s.of)
	for i, text := range lines {
		t := s.footerText(text)
		t.At = draw.Point{X: s.margin, Y: top + (float64(i)*footerStep+0.9)*t.Size}
		s.put("footer/"+itoa(i+1), draw.RoleFooter, t)
	}
	s.overview(bands, p, top-aside)
	s.key(key, top-aside)
}

// shows reports whether anything of a band stands on the sheet.
func (s *sheet) shows(band int) bool {
	i := band - s.row.from
	l, r := s.column.left, s.column.right
	part := func(of seam) *seam {
		return &seam{x: of.x[i : i+1], severs: of.severs[i : i+1], first: of.first[i : i+1]}
	}
	_, blank, _ := room(s.bands[i:i+1], part(l), part(r), 0, math.Inf(1))
	return !blank
}

// key sets the key with its lower edge at foot.
func (s *sheet) key(entries []entry, foot float64) {
	k := s.keyFlow(entries)
	if len(k.entries) == 0 {
		return
	}
	if k.width > s.keyRoom() {
		foot -= mapHeight + aside
	}
	corner := draw.Point{X: s.margin, Y: foot - k.height}
	if g, ok := s.parts.ground.Shape.(draw.Polygon); ok {
		g.Points = []draw.Point{corner, {X: corner.X + k.width, Y: corner.Y}, {X: corner.X + k.width, Y: foot}, {X: corner.X, Y: foot}}
		s.put(s.parts.ground.ID, draw.RoleKey, g)
	}
	for i, e := range k.entries {
		by := draw.Point{X: corner.X + k.at[i].X - e.left*k.scale, Y: corner.Y + k.at[i].Y - e.box.Min.Y*k.scale}
		for _, element := range e.elements {
			s.put(element.ID, draw.RoleKey, draw.Transformed(element.Shape, k.scale, by))
		}
	}
}
