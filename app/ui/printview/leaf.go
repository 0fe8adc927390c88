package printview

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
)

// leaf is the page in sight. It has the keyboard, and hands its keys to the screen.
type leaf struct {
	widget.BaseWidget

	run     func(keymap.Command)
	resized func() // there is another room for the page: it is to be drawn as large

	picture *canvas.Image
	frame   *canvas.Rectangle // the page's edge
	caption *theme.Text
	scroll  *container.Scroll
	ground  *canvas.Rectangle

	ratio   float32 // the page's height over its width; 0 for no page
	zoom    float32 // 1 is the whole page
	focused bool
}

const (
	leastPage   float32 = 320 // a page smaller than this shows nothing
	pageMargin  float32 = 16  // round the page
	captionRoom float32 = 30
	zoomStep    float32 = 1.25
	largestZoom float32 = 4
)

var (
	_ fyne.Focusable    = (*leaf)(nil)
	_ fyne.Shortcutable = (*leaf)(nil)
	_ desktop.Mouseable = (*leaf)(nil)
)

func newLeaf(run func(keymap.Command)) *leaf {
	l := &leaf{
		run: run, zoom: 1, picture: canvas.NewImageFromImage(nil), frame: canvas.NewRectangle(color.Transparent),
		caption: theme.NewQuiet(""), ground: canvas.NewRectangle(color.Transparent),
	}
	l.picture.FillMode = canvas.ImageFillStretch
	l.picture.Hidden, l.frame.Hidden = true, true
	l.scroll = container.NewScroll(&fyne.Container{Layout: (*pageLayout)(l), Objects: []fyne.CanvasObject{l.frame, l.picture}})
	l.ExtendBaseWidget(l)
	return l
}

// show puts a page in sight; nil clears it. ratio is its height over its width.
func (l *leaf) show(page image.Image, ratio float32) {
	l.picture.Image, l.ratio = page, ratio
	l.picture.Hidden = page == nil
	l.frame.Hidden = page == nil
	if page == nil {
		l.caption.Set("")
	}
	l.scroll.Content.Refresh()
	l.scroll.Refresh()
	l.picture.Refresh()
}

// pageSize is how large the page is on the screen, in device-independent pixels.
func (l *leaf) pageSize(ratio float32) fyne.Size {
	room := l.scroll.Size().SubtractWidthHeight(2*pageMargin, 2*pageMargin)
	if ratio <= 0 || room.Width <= 0 || room.Height <= 0 {
		return fyne.Size{}
	}
	width := min(room.Width, room.Height/ratio) * l.zoom
	return fyne.NewSize(width, width*ratio)
}

func (l *leaf) zoomBy(c keymap.Command) {
	before := l.zoom
	switch c {
	case keymap.ZoomIn:
		l.zoom = min(largestZoom, l.zoom*zoomStep)
	case keymap.ZoomOut:
		l.zoom = max(1, l.zoom/zoomStep)
	default:
		l.zoom = 1
	}
	if l.zoom != before {
		l.scroll.Content.Refresh()
		l.scroll.Refresh()
		l.resized()
	}
}

// scrollBy moves a page that is larger than its room, and reports whether it could.
func (l *leaf) scrollBy(dx, dy float32) bool {
	before := l.scroll.Offset
	room := l.scroll.Size()
	l.scroll.ScrollToOffset(before.AddXY(dx*room.Width, dy*room.Height))
	return l.scroll.Offset != before
}

// TypedKey scrolls a page that is larger than its room, and else looks the key up in the key table.
func (l *leaf) TypedKey(k *fyne.KeyEvent) {
	const step = 0.2
	by := map[fyne.KeyName][2]float32{fyne.KeyLeft: {-step, 0}, fyne.KeyRight: {step, 0}, fyne.KeyUp: {0, -step}, fyne.KeyDown: {0, step}}
	if d, ok := by[k.Name]; ok && l.zoom > 1 {
		l.scrollBy(d[0], d[1])
		return
	}
	if command, ok := keymap.ForKey(keymap.InPreview, k.Name, 0); ok {
		if command == keymap.Leave || !keymap.PassKey(l, k) {
			l.run(command)
		}
		return
	}
	keymap.PassKey(l, k)
}

// TypedRune looks the character up in the key table.
func (l *leaf) TypedRune(r rune) {
	if command, ok := keymap.ForRune(keymap.InPreview, r); ok {
		l.run(command)
	}
}

// TypedShortcut hands the window's shortcuts on.
func (l *leaf) TypedShortcut(s fyne.Shortcut) { keymap.PassShortcut(l, s) }

// FocusGained shows the focus ring.
func (l *leaf) FocusGained() { l.focused = true; l.Refresh() }

// FocusLost hides the focus ring.
func (l *leaf) FocusLost() { l.focused = false; l.Refresh() }

// MouseDown takes the keyboard.
func (l *leaf) MouseDown(*desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
}

// MouseUp does nothing.
func (l *leaf) MouseUp(*desktop.MouseEvent) {}

// CreateRenderer is for Fyne.
func (l *leaf) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	r := &leafRenderer{l, []fyne.CanvasObject{l.ground, l.scroll, l.caption}}
	r.style()
	return r
}

type leafRenderer struct {
	*leaf
	objects []fyne.CanvasObject
}

func (r *leafRenderer) style() {
	p := theme.Current()
	r.ground.FillColor, r.ground.CornerRadius = color.Transparent, theme.RadiusSoft
	r.ground.StrokeColor, r.ground.StrokeWidth = color.Transparent, 0
	if r.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = p.Accent, 2
	}
	r.frame.FillColor, r.frame.StrokeColor, r.frame.StrokeWidth = color.White, p.Edge, p.BorderWidth
}

func (r *leafRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	before := r.scroll.Size()
	r.scroll.Move(fyne.NewPos(2, 2))
	r.scroll.Resize(size.SubtractWidthHeight(4, captionRoom+4))
	caption := r.caption.MinSize()
	r.caption.Move(fyne.NewPos((size.Width-caption.Width)/2, size.Height-captionRoom+(captionRoom-caption.Height)/2-2))
	r.caption.Resize(caption)
	if r.scroll.Size() != before && r.resized != nil {
		r.resized()
	}
}

func (r *leafRenderer) MinSize() fyne.Size { return fyne.NewSize(leastPage, leastPage) }

func (r *leafRenderer) Refresh() {
	r.style()
	r.Layout(r.leaf.Size())
	canvas.Refresh(r.leaf)
}

func (r *leafRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *leafRenderer) Destroy()                     {}

// pageLayout sets the page in the middle of its room, its frame round it.
type pageLayout leaf

func (p *pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	l := (*leaf)(p)
	size := l.pageSize(l.ratio)
	if l.zoom <= 1 || size.Width == 0 {
		return fyne.NewSize(1, 1)
	}
	return size.AddWidthHeight(2*pageMargin, 2*pageMargin)
}

func (p *pageLayout) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	size := (*leaf)(p).pageSize(p.ratio)
	at := fyne.NewPos(max(pageMargin, (room.Width-size.Width)/2), max(pageMargin, (room.Height-size.Height)/2))
	const edge = 1
	objects[0].Move(at.SubtractXY(edge, edge))
	objects[0].Resize(size.AddWidthHeight(2*edge, 2*edge))
	objects[1].Move(at)
	objects[1].Resize(size)
}
