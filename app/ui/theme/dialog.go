package theme

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Dialog is a card over the window that holds everything else back until it is answered or closed.
// Fyne's own has no edge, so that in high contrast nothing tells it from what lies behind.
type Dialog struct {
	answered func(yes bool)
	pop      *widget.PopUp
	yes, no  *Button
	size     fyne.Size
}

// NewDialog is a dialog that is only to be closed. Content in a Scroll moves by the arrow keys.
func NewDialog(w fyne.Window, title, closing string, content fyne.CanvasObject) *Dialog {
	return newDialog(w, title, "", closing, content, func(bool) {})
}

// NewQuestion is a dialog with a yes and a no, in words of their own. answered hears which, once; no
// where the dialog was closed.
func NewQuestion(w fyne.Window, title, yes, no string, content fyne.CanvasObject, answered func(yes bool)) *Dialog {
	return newDialog(w, title, yes, no, content, answered)
}

func newDialog(w fyne.Window, title, yes, no string, content fyne.CanvasObject, answered func(bool)) *Dialog {
	d := &Dialog{answered: answered}
	d.no = NewButton(Secondary, no, d.Hide)
	d.no.OnEscape = d.Hide
	if scroll, ok := content.(*container.Scroll); ok {
		d.no.OnArrow = func(step int) {
			scroll.ScrollToOffset(scroll.Offset.AddXY(0, float32(step)*scrollStep))
		}
	}
	buttons := Row(8)
	if yes != "" {
		d.yes = NewButton(Primary, yes, d.Confirm)
		d.yes.OnEscape = d.Hide
		buttons.Add(d.yes)
	}
	buttons.Add(d.no)
	foot := container.NewBorder(nil, nil, nil, buttons)
	body := NewPanel(SurfaceClear, fyne.NewSize(0, Inset), content)
	d.pop = widget.NewModalPopUp(NewPanel(SurfaceCard, fyne.NewSize(22, 18), container.NewBorder(NewTitle(title), foot, nil, nil, body)), w.Canvas())
	return d
}

// scrollStep is how far an arrow key moves the content of a dialog, in device-independent pixels.
const scrollStep = 60

// Resize asks for a size that the dialog has at least, in device-independent pixels.
func (d *Dialog) Resize(size fyne.Size) { d.size = size }

// Show opens the dialog. The keyboard goes to the button that closes it, until the caller gives it to
// something else.
func (d *Dialog) Show() {
	d.pop.Show()
	d.pop.Resize(d.pop.MinSize().Max(d.size))
	d.pop.Canvas.Focus(d.no)
}

// Prefer gives the keyboard to the yes, if there is one: Enter accepts, and the arrows move what is
// shown.
func (d *Dialog) Prefer() {
	if d.yes != nil {
		d.yes.OnArrow = d.no.OnArrow
		d.pop.Canvas.Focus(d.yes)
	}
}

// Confirm answers yes.
func (d *Dialog) Confirm() { d.close(true) }

// Hide closes the dialog, which is a no.
func (d *Dialog) Hide() { d.close(false) }

func (d *Dialog) close(yes bool) {
	if d.pop.Visible() {
		d.pop.Hide()
		d.answered(yes)
	}
}
