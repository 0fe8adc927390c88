package pedigreeview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// AccessibilityLabel is what the drawing shows, in words.
func (c *Canvas) AccessibilityLabel() string { return c.title }

// AccessibilityRole is a container's.
func (c *Canvas) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer is for Fyne.
func (c *Canvas) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return &canvasRenderer{c: c, objects: []fyne.CanvasObject{c.repaint, c.clip}}
}

type canvasRenderer struct {
	c       *Canvas
	objects []fyne.CanvasObject
}

func (r *canvasRenderer) Layout(size fyne.Size) {
	c := r.c
	r.objects[1].Resize(size)
	c.view.width, c.view.height = float64(size.Width), float64(size.Height)
	if c.fitted {
		c.view = c.view.fit(c.bounds)
	}
	c.place()
}

func (r *canvasRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 160) }

// Refresh draws everything again, for another palette.
func (r *canvasRenderer) Refresh() {
	r.c.mosaic.forget()
	r.c.place()
}

func (r *canvasRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *canvasRenderer) Destroy()                     {}

// plane holds the objects in sight. It is a widget and not a container because a container would
// measure every text in it for each frame.
type plane struct {
	widget.BaseWidget
	objects []fyne.CanvasObject
}

func newPlane() *plane {
	p := &plane{}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is for Fyne.
func (p *plane) CreateRenderer() fyne.WidgetRenderer { return (*planeRenderer)(p) }

type planeRenderer plane

func (r *planeRenderer) Layout(fyne.Size)             {}
func (r *planeRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *planeRenderer) Refresh()                     {}
func (r *planeRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *planeRenderer) Destroy()                     {}
