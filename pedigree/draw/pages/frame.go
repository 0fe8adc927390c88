package pages

import (
	"fmt"
	"strings"

	"kindred/pedigree/draw"
)

// frame sets what stands round the part of the drawing on every sheet. Lengths are points on paper.
type frame struct {
	scene      *draw.Scene
	parts      *parts
	measure    draw.Measurer
	wide, high float64 // of the paper
	margin     float64
	scale      float64
	letters    float64 // the scale of what is not part of the body, which stays readable
	numerals   float64 // the width of the column of numerals
	stamps     float64 // the height of the stamps
	bottom     float64 // the height of key, map and footer
}

const (
	connectorSize = 7.0
	connectorRoom = 4.0 // from the end of a line to its connector
	aside         = 8.0 // between neighbours in the frame
	mapWidth      = 120.0
	mapHeight     = 48.0
)

func newFrame(s *draw.Scene, p *parts, o Options, paper [2]float64, scale float64) *frame {
	f := &frame{
		scene: s, parts: p, measure: o.Measure, wide: paper[0], high: paper[1], margin: o.Margin, scale: scale,
		letters: max(scale, Readable/labelSize(s)),
	}
	for _, e := range p.numerals {
		box := draw.Extent(e.Shape, f.measure)
		f.numerals = max(f.numerals, (box.Max.X-box.Min.X)*f.letters+aside)
	}
	for _, e := range p.stamps {
		box := draw.Extent(e.Shape, f.measure)
		f.stamps = max(f.stamps, (box.Max.Y-box.Min.Y)*f.letters+aside)
	}
	const most = 99 // sheets: the number changes no height
	key := f.keyFlow(p.key)
	f.bottom = f.footerHeight(most, most) + aside + max(key.height, mapHeight)
	if key.width > f.keyRoom() {
		f.bottom = f.footerHeight(most, most) + aside + key.height + aside + mapHeight
	}
	return f
}

func (f *frame) inner() float64 { return f.wide - 2*f.margin }

// space is the room that a sheet leaves for the drawing.
func (f *frame) space() space {
	return space{
		width:  (f.inner() - f.numerals) / f.scale,
		height: (f.high - 2*f.margin - f.stamps - f.bottom - aside) / f.scale,
		gutter: (f.width("MM → page 00", connectorSize, true) + connectorRoom + 1) / f.scale,
		lip:    (2*connectorSize + connectorRoom) / f.scale,
	}
}

func (f *frame) width(text string, size float64, bold bool) float64 {
	box := draw.Extent(draw.Text{Size: size, Bold: bold, String: text}, f.measure)
	return box.Max.X - box.Min.X
}

// footerLines are the facts of the footer and the number of the sheet, as lines no wider than the
// sheet.
func (f *frame) footerLines(number, of int) []string {
	size := f.footerText("").Size
	var lines []string
	line := ""
	add := func(word, mark string) {
		if longer := line + mark + word; line == "" {
			line = word
		} else if f.width(longer, size, false) <= f.inner() {
			line = longer
		} else {
			lines, line = append(lines, line), word
		}
	}
	facts := append(append([]string{}, f.parts.facts...), fmt.Sprintf("page %d of %d", number, of))
	for i, fact := range facts {
		mark := ""
		if i > 0 {
			mark = factMark
		}
		if f.width(fact, size, false) <= f.inner() {
			add(fact, mark)
			continue
		}
		for word := range strings.SplitSeq(fact, " ") {
			add(word, mark)
			mark = " "
		}
	}
	return append(lines, line)
}

func (f *frame) footerText(s string) draw.Text {
	t := f.parts.footer
	if t.Size == 0 {
		t = draw.Text{Anchor: draw.AnchorStart, Size: labelSize(f.scene), Fill: draw.Quiet}
	}
	t.Size, t.String = t.Size*f.letters, s
	return t
}

const footerStep = 1.28 // from line to line, in sizes of the text

func (f *frame) footerHeight(number, of int) float64 {
	return float64(len(f.footerLines(number, of))) * f.footerText("").Size * footerStep
}

// keyRoom is the width that the map leaves for the key.
func (f *frame) keyRoom() float64 { return f.inner() - mapWidth - aside }

// flow is the key in columns: where each entry goes, from the key's upper left corner.
type flow struct {
	entries       []entry
	at            []draw.Point
	step          float64
	scale         float64
	width, height float64
}

// keyFlow sets the entries in columns as short as the room beside the map allows, or, where it is
// never enough, over the whole width.
func (f *frame) keyFlow(entries []entry) flow {
	if len(entries) == 0 {
		return flow{}
	}
	made := flow{entries: entries, scale: f.letters}
	for _, e := range entries {
		made.step = max(made.step, (e.box.Max.Y-e.box.Min.Y)*f.letters)
	}
	made.step += 3 * f.letters
	for perColumn := min(3, len(entries)); ; perColumn++ {
		made.columns(perColumn)
		if made.width <= f.keyRoom() || perColumn >= len(entries) {
			break
		}
	}
	if made.width > f.inner() {
		made.scale *= f.inner() / made.width
		made.columns(len(entries))
	}
	return made
}

func (k *flow) columns(perColumn int) {
	pad, between := 7*k.scale, 16*k.scale
	k.at = nil
	left, widest := pad, 0.0
	for i, e := range k.entries {
		if i > 0 && i%perColumn == 0 {
			left, widest = left+widest+between, 0
		}
		middle := pad + k.step*(float64(i%perColumn)+0.5)
		k.at = append(k.at, draw.Point{X: left, Y: middle - (e.box.Max.Y-e.box.Min.Y)*k.scale/2})
		widest = max(widest, (e.box.Max.X-e.left)*k.scale)
	}
	k.width = left + widest + pad
	k.height = 2*pad + k.step*float64(min(perColumn, len(k.entries)))
}
