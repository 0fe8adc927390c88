package riskview

import (
	"math"
	"reflect"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
)

// picture is the 100 people and the chart by age: of one cancer, under one supposition, both chosen here.
type picture struct {
	people *fyne.Container // the content of the card with the circles
	chart  *fyne.Container // and of the one with the chart

	circles  *people
	lines    *list // the suppositions
	figures  *theme.Button
	opened   bool // the figures are shown as text
	cancers  map[string]*theme.Button
	cancer   string
	outlook  *outlook
	width    float32
	onChange func()              // the cards may have another height
	keyed    func(*theme.Button) // gives a button the keys of the screen
}

func newPicture(other func(keymap.Command), changed func(), show func(fyne.CanvasObject), keyed func(*theme.Button)) *picture {
	p := &picture{people: theme.Column(8), chart: theme.Column(8), circles: newPeople(), cancers: map[string]*theme.Button{}, onChange: changed, keyed: keyed}
	p.lines = newList(other, func() { p.show(); changed() }, show)
	p.lines.chosen = string(today)
	p.figures = theme.NewButton(theme.Fold, "", func() {
		p.opened = !p.opened
		p.show()
		changed()
	})
	keyed(p.figures)
	return p
}

// set shows an outlook at a width, and reports that it is another one.
func (p *picture) set(o *outlook, width float32) bool {
	if p.width == width && reflect.DeepEqual(p.outlook, o) {
		return false
	}
	p.outlook, p.width = o, width
	p.show()
	return true
}

func (p *picture) show() {
	p.people.Objects, p.chart.Objects = nil, nil
	o := p.outlook
	if o == nil {
		return
	}
	p.cancer = o.curve(p.cancer).Cancer
	p.showPeople()
	p.showChart()
	p.people.Refresh()
	p.chart.Refresh()
}

// showPeople is the heading with the cancers, the circles, and a line a supposition.
func (p *picture) showPeople() {
	o := p.outlook
	p.showHeading()
	room := p.width - peopleWidth - columnGap
	beside := room >= leastLines
	if !beside {
		room = p.width
	}
	var rows []fyne.CanvasObject
	for _, s := range o.suppositions() {
		rows = append(rows, newEntry(string(s), p.line(s, room-2*lineInset.Width), func() { p.lines.choose(string(s)) }))
		rows[len(rows)-1].(*entry).ground.Inset = lineInset
	}
	if len(o.curves) > 1 {
		rows = append([]fyne.CanvasObject{theme.NewPanel(theme.SurfaceClear, lineInset, theme.Paragraph("of 100: "+o.organs(p.cancer), room-2*lineInset.Width, theme.InkQuiet))}, rows...)
	}
	p.lines.column.Objects = p.lines.rowsOf(rows)
	chosen := supposition(p.lines.chosen)
	curve := o.curve(p.cancer)
	if !chosen.holds(curve) {
		chosen = today
	}
	p.circles.set(int(math.Round(100 * chosen.of(at(curve.Points)))))
	if beside {
		p.people.Add(&fyne.Container{Layout: columns{widths: []float32{peopleWidth, room}}, Objects: []fyne.CanvasObject{p.circles, p.lines.keyed}})
	} else {
		p.people.Add(p.circles)
		p.people.Add(p.lines.keyed)
	}
	p.people.Add(theme.Paragraph(o.caption(p.cancer, chosen), p.width, theme.InkQuiet))
}

// leastLines is the room that the lines need beside the circles, in device-independent pixels.
const leastLines = 170

var lineInset = fyne.NewSize(4, 2)

// line is a supposition and its numbers: "If Anna has it: 61 · 42".
func (p *picture) line(s supposition, room float32) fyne.CanvasObject {
	words, numbers := p.outlook.words(s)+":", p.outlook.hundred(p.cancer, s)
	style := theme.NewBold
	if s == general {
		style = theme.NewQuiet
	}
	if whole := style(words + " " + numbers); whole.MinSize().Width <= room {
		return whole
	}
	return theme.Column(2, style(words), style(numbers)) // the numbers are not parted
}

// showHeading is the heading with the cancers in the order of the numbers; where there are several, the
// one in the picture is chosen here. Those for which there is no room beside the heading stand under it.
func (p *picture) showHeading() {
	heading := theme.NewHeading(p.outlook.heading(p.cancer))
	if len(p.outlook.curves) == 1 {
		p.people.Add(theme.Ends(heading, theme.NewHeading(organName(p.cancer))))
		return
	}
	names := theme.Row(0)
	for _, c := range p.outlook.curves {
		names.Add(p.choice(c.Cancer))
	}
	if names.MinSize().Width+heading.MinSize().Width+8 <= p.width {
		p.people.Add(theme.Ends(heading, names))
		return
	}
	p.people.Add(heading)
	line := theme.Row(0)
	for _, name := range names.Objects {
		if line.MinSize().Width+name.MinSize().Width > p.width {
			p.people.Add(line)
			line = theme.Row(0)
		}
		line.Add(name)
	}
	p.people.Add(line)
}

// choice is the button of a cancer, the same from edit to edit.
func (p *picture) choice(cancer string) *theme.Button {
	b := p.cancers[cancer]
	if b == nil {
		b = theme.NewButton(theme.Tab, organName(cancer), func() {
			p.cancer = cancer
			p.show()
			p.onChange()
		})
		p.keyed(b)
		p.cancers[cancer] = b
	}
	b.SetSelected(cancer == p.cancer)
	return b
}

// showChart is the chart with its legend, and the same as figures.
func (p *picture) showChart() {
	o, curve := p.outlook, p.outlook.curve(p.cancer)
	p.chart.Add(theme.NewHeading("Risk of " + cancerName(curve.Cancer) + " by age"))
	p.chart.Add(newChart(curve, fyne.NewSize(p.width, 190)))
	legend := theme.Column(3)
	for _, s := range o.suppositions() {
		if s.holds(curve) {
			legend.Add(theme.Row(8, newSample(s), theme.NewText(o.words(s))))
		}
	}
	p.chart.Add(legend)
	p.figures.SetWords(foldMark(p.opened) + "The same in figures")
	p.chart.Add(p.figures)
	if p.opened {
		p.chart.Add(p.table())
	}
}

// table is the chart in figures, for those who cannot see it.
func (p *picture) table() fyne.CanvasObject {
	o, curve := p.outlook, p.outlook.curve(p.cancer)
	short := map[supposition]string{today: "today", with: "has it", without: "has not", general: o.people}
	head := []string{"by age"}
	for _, s := range o.suppositions() {
		head = append(head, short[s])
	}
	widths := make([]float32, len(head))
	for i := range widths {
		widths[i] = (p.width - columnGap*float32(len(head)-1)) / float32(len(head))
	}
	line := func(cells []string, style func(string) *theme.Text) {
		row := &fyne.Container{Layout: columns{widths: widths}}
		for _, cell := range cells {
			row.Add(style(cell).Trailing())
		}
		p.chart.Add(row)
	}
	line(head, theme.NewHeading)
	for _, point := range decades(curve.Points) {
		line(o.figure(curve, point), theme.NewText)
	}
	return theme.NewQuiet("Of " + cancerName(curve.Cancer) + ", from the age now: " + o.title)
}
