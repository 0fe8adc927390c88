package historyview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/interview"
)

// Sizes in device-independent pixels.
const (
	lineHeight float32 = 30
	cellInset  float32 = 8
	barWidth   float32 = 6
	markWidth  float32 = 26 // before the first column: the mark, and the arrow of what to ask next
)

// shares are the widths of the columns, of a table as wide as their sum.
var shares = []float32{172, 98, 138, 92, 190, 116, 108, 86, 138, 112}

// gridRenderer draws the lines in sight; its least size is small, so that the screen decides.
type gridRenderer struct {
	grid    *grid
	header  []*canvas.Text
	rule    *canvas.Rectangle
	rows    []*rowObjects
	ring    *canvas.Rectangle
	bar     *canvas.Rectangle
	objects []fyne.CanvasObject
}

// rowObjects are the objects of one line in sight; they are used again for whatever line comes there.
type rowObjects struct {
	ground *canvas.Rectangle
	sign   *canvas.Text
	cells  []*canvas.Text
}

// CreateRenderer is for Fyne.
func (g *grid) CreateRenderer() fyne.WidgetRenderer {
	r := &gridRenderer{grid: g, rule: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent)}
	r.ring.CornerRadius, r.bar.CornerRadius = 4, barWidth/2
	for _, heading := range interview.Columns {
		text := canvas.NewText(heading, color.Black)
		text.TextStyle.Bold = true
		r.header = append(r.header, text)
	}
	return r
}

func (g *grid) rowsInSight() int { return max(0, int((g.Size().Height-lineHeight)/lineHeight)) }

// columns are the left edges of the columns and, last, the right edge of the table.
func (g *grid) columns() []float32 {
	var sum float32
	for _, s := range shares {
		sum += s
	}
	scale := (g.Size().Width - markWidth - barWidth - 4) / sum
	edges := []float32{markWidth}
	for _, s := range shares {
		edges = append(edges, edges[len(edges)-1]+s*scale)
	}
	return edges
}

// cellAt is the cell at a point.
func (g *grid) cellAt(p fyne.Position) (at, column int, ok bool) {
	at = g.top + int((p.Y-lineHeight)/lineHeight)
	if p.Y < lineHeight || at < 0 || at >= len(g.lines) || g.lines[at].heading != "" {
		return 0, 0, false
	}
	edges := g.columns()
	for column = int(interview.ColumnName); column < len(interview.Columns)-1 && p.X >= edges[column+1]; {
		column++
	}
	return at, column, true
}

func (r *gridRenderer) MinSize() fyne.Size { return fyne.NewSize(600, 5*lineHeight) }

func (r *gridRenderer) Layout(fyne.Size) {
	r.grid.reveal()
	r.fill()
}

func (r *gridRenderer) Refresh() {
	r.fill()
	canvas.Refresh(r.grid)
}

func (r *gridRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *gridRenderer) Destroy()                     {}

// fill sets every object from the lines in sight.
func (r *gridRenderer) fill() {
	g, p := r.grid, theme.Current()
	edges, rows := g.columns(), min(g.rowsInSight(), len(g.lines)-g.top)
	r.objects = r.objects[:0]
	for c, text := range r.header {
		text.Color, text.TextSize = p.Quiet, theme.Small
		place(text, fit(interview.Columns[c], theme.Small, text.TextStyle, edges[c+1]-edges[c]-cellInset), edges[c], 0)
		r.objects = append(r.objects, text)
	}
	r.rule.FillColor = p.Border
	r.rule.Move(fyne.NewPos(0, lineHeight-1))
	r.rule.Resize(fyne.NewSize(g.Size().Width, 1))
	r.objects = append(r.objects, r.rule)
	for i := range max(0, rows) {
		if i == len(r.rows) {
			r.rows = append(r.rows, newRowObjects())
		}
		r.row(r.rows[i], g.top+i, edges)
	}
	r.cursor(edges)
	r.scrollBar(rows)
}

func newRowObjects() *rowObjects {
	o := &rowObjects{ground: canvas.NewRectangle(color.Transparent), sign: canvas.NewText("", color.Black)}
	for range interview.Columns {
		o.cells = append(o.cells, canvas.NewText("", color.Black))
	}
	return o
}

// row sets the objects of one line.
func (r *gridRenderer) row(o *rowObjects, at int, edges []float32) {
	g, p := r.grid, theme.Current()
	y := lineHeight * float32(1+at-g.top)
	o.ground.Move(fyne.NewPos(0, y))
	o.ground.Resize(fyne.NewSize(edges[len(edges)-1], lineHeight-1))
	o.ground.FillColor = color.Transparent
	l := g.lines[at]
	if l.heading != "" {
		o.ground.FillColor = p.Input
		heading := o.cells[0]
		heading.Color, heading.TextSize, heading.TextStyle = p.Quiet, theme.Small, fyne.TextStyle{Bold: true}
		place(heading, fit(l.heading, theme.Small, heading.TextStyle, edges[len(edges)-1]-2*cellInset), cellInset, y)
		r.objects = append(r.objects, o.ground, heading)
		return
	}
	o.sign.Text, o.sign.Color, o.sign.TextSize, o.sign.TextStyle = "", p.Accent, theme.Body, fyne.TextStyle{Bold: true}
	switch {
	case g.marked[l.id]:
		o.ground.FillColor = p.Selection
		o.sign.Text = "●"
	case l.id == g.next:
		o.ground.FillColor, o.sign.Color = p.Warn.Ground, p.Warn.Text
		o.sign.Text = "→"
	case at == g.at:
		o.ground.FillColor = p.Input
	}
	place(o.sign, o.sign.Text, cellInset, y)
	r.objects = append(r.objects, o.ground, o.sign)
	for c, text := range o.cells {
		cell := g.cell(at, c)
		text.TextSize, text.TextStyle, text.Color = theme.Body, fyne.TextStyle{}, p.Text
		switch {
		case c == int(interview.ColumnRelative):
			text.TextStyle.Bold = true
		case cell.Answer == pedigree.NotAsked:
			text.Color = p.Quiet
			if l.id == g.next {
				text.Color = p.Warn.Text
			}
		case cell.Answer != pedigree.Yes:
			text.TextStyle.Italic = true
		}
		place(text, fit(cell.Words, theme.Body, text.TextStyle, edges[c+1]-edges[c]-cellInset), edges[c], y)
		r.objects = append(r.objects, text)
	}
}

// cursor puts the ring, or the field, on the cell.
func (r *gridRenderer) cursor(edges []float32) {
	g, p := r.grid, theme.Current()
	if g.at < g.top || g.at >= g.top+g.rowsInSight() {
		return
	}
	x, y := edges[g.column]-cellInset/2, lineHeight*float32(1+g.at-g.top)
	if g.editing {
		width := max(edges[g.column+1]-x, 260)
		x = min(x, edges[len(edges)-1]-width)
		g.editor.Move(fyne.NewPos(x, y-1))
		g.editor.Resize(fyne.NewSize(width, lineHeight+2))
		r.objects = append(r.objects, g.editor)
		return
	}
	r.ring.StrokeColor, r.ring.StrokeWidth = p.Edge, p.BorderWidth
	if g.focused {
		r.ring.StrokeColor, r.ring.StrokeWidth = p.Accent, p.BorderWidth+1
	}
	r.ring.Move(fyne.NewPos(x, y))
	r.ring.Resize(fyne.NewSize(edges[g.column+1]-edges[g.column], lineHeight-1))
	r.objects = append(r.objects, r.ring)
}

// scrollBar shows where in a table that does not fit the lines in sight are.
func (r *gridRenderer) scrollBar(rows int) {
	g := r.grid
	if rows <= 0 || rows >= len(g.lines) {
		return
	}
	height := g.Size().Height - lineHeight
	share := float32(rows) / float32(len(g.lines))
	r.bar.FillColor = theme.Current().Edge
	r.bar.Move(fyne.NewPos(g.Size().Width-barWidth, lineHeight+height*float32(g.top)/float32(len(g.lines))))
	r.bar.Resize(fyne.NewSize(barWidth, max(24, height*share)))
	r.objects = append(r.objects, r.bar)
}

// place puts text in the middle of a line's height.
func place(t *canvas.Text, words string, x, y float32) {
	t.Text = words
	height := fyne.MeasureText("x", t.TextSize, t.TextStyle).Height
	t.Move(fyne.NewPos(x, y+(lineHeight-height)/2))
	t.Resize(fyne.NewSize(1, height))
}

// fit is the words, or as many of them as fit in width with an ellipsis.
func fit(words string, size float32, style fyne.TextStyle, width float32) string {
	wide := func(s string) bool { return fyne.MeasureText(s, size, style).Width > width }
	if words == "" || !wide(words) {
		return words
	}
	runes := []rune(words)
	low, high := 0, len(runes) // the longest prefix that fits is at least low, below high
	for low+1 < high {
		if mid := (low + high) / 2; wide(string(runes[:mid]) + "…") {
			high = mid
		} else {
			low = mid
		}
	}
	return string(runes[:low]) + "…"
}
