package pages

import (
	"strings"

	"kindred/pedigree/draw"
)

// parts are the elements of a Scene by what becomes of them on a sheet: the body is parted, and the
// frame is set again on every sheet.
type parts struct {
	solids   []solid         // what must stay whole: symbols, fills, marks and texts
	lines    []*draw.Element // what may be cut
	numerals []*draw.Element
	stamps   []*draw.Element
	key      []entry
	ground   *draw.Element // of the key
	facts    []string      // of the footer
	footer   draw.Text     // how they are set
}

// solid is an element with the room that it takes.
type solid struct {
	*draw.Element
	box draw.Box
}

// entry is one line of the key: its sample and its meaning.
type entry struct {
	id       string
	elements []*draw.Element
	box      draw.Box
	left     float64 // of its sample, which is drawn first
}

// factMark stands between two facts of a footer.
const factMark = " · "

func partsOf(s *draw.Scene, m draw.Measurer) *parts {
	p := &parts{}
	var footer []string
	for i := range s.Elements {
		e := &s.Elements[i]
		switch e.Role {
		case draw.RoleGeneration:
			p.numerals = append(p.numerals, e)
		case draw.RoleStamp:
			p.stamps = append(p.stamps, e)
		case draw.RoleKey:
			p.explain(e, m)
		case draw.RoleFooter:
			if t, ok := e.Shape.(draw.Text); ok {
				footer = append(footer, t.String)
				p.footer = t
			}
		case draw.RoleLine:
			switch e.Shape.(type) {
			case draw.Line, draw.Polyline:
				p.lines = append(p.lines, e)
				continue
			}
			fallthrough
		default:
			p.solids = append(p.solids, solid{e, draw.Extent(e.Shape, m)})
		}
	}
	if len(footer) > 0 {
		p.facts = strings.Split(strings.Join(footer, " "), factMark)
	}
	return p
}

// explain takes an element of the key to its entry: "key/3/sample" belongs to "key/3".
func (p *parts) explain(e *draw.Element, m draw.Measurer) {
	words := strings.SplitN(e.ID, "/", 3)
	if len(words) < 3 {
		p.ground = e
		return
	}
	id := words[0] + "/" + words[1]
	box := draw.Extent(e.Shape, m)
	if n := len(p.key); n > 0 && p.key[n-1].id == id {
		last := &p.key[n-1]
		last.elements, last.box = append(last.elements, e), last.box.Union(box)
		return
	}
	p.key = append(p.key, entry{id, []*draw.Element{e}, box, box.Min.X})
}
