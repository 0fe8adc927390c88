package pedigreeview

import (
	"fyne.io/fyne/v2"

	"kindred/pedigree"
)

// Commit hands over what is being typed in the form, as leaving the field would. The window calls it
// before it shows another screen, locks or closes.
func (v *View) Commit() {
	c := fyne.CurrentApp().Driver().CanvasForObject(v.canvas)
	if c == nil {
		return
	}
	if field, ok := c.Focused().(interface{ Commit() }); ok {
		field.Commit()
	}
}

// Leave keeps what is typed and not entered, form and entry line both, before the family is closed.
func (v *View) Leave() {
	v.Commit()
	v.entry.keep()
}

// SetPatientView shows only what this patient record may see, without the inspector's form and
// without the panel at the side; off shows everything again. An empty record sees only what is not
// confidential at all.
func (v *View) SetPatientView(on bool, patient pedigree.ID) {
	v.Commit()
	v.audience = audience{private: on, patient: patient}
	v.canvas.SetReadOnly(on)
	v.canvas.SetAdded("")
	v.canvas.Clear() // not for the blink of an eye what the other audience saw
	v.finder.layer.Hide()
	if on {
		v.findings.show(nil, true)
	}
	v.tools.show(!on)
	v.entry.show(!on)
	v.inspect.leave()
	if v.p.Side != nil {
		if on {
			v.p.Side.Hide()
		} else {
			v.p.Side.Show()
		}
	}
	v.hover.hide()
	v.Reload()
}
