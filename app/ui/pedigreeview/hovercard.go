package pedigreeview

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
	"kindred/pedigree"
)

// hoverCard shows the facts of the person under the pointer with their sources, beside the symbol.
type hoverCard struct {
	layer *fyne.Container
	panel *theme.Panel
	place *besideBox
}

func newHoverCard() *hoverCard {
	h := &hoverCard{place: &besideBox{}}
	h.panel = theme.NewPanel(theme.SurfaceCard, fyne.NewSize(12, 8), theme.NewText(""))
	h.layer = &fyne.Container{Layout: h.place, Objects: []fyne.CanvasObject{h.panel}}
	h.layer.Hide()
	return h
}

func (h *hoverCard) hide() { h.layer.Hide() }

// show describes a person beside their symbol; nobody hides the card.
func (h *hoverCard) show(f *pedigree.Family, id pedigree.ID, spot Spot) {
	p := f.Individual(id)
	if p == nil {
		h.layer.Hide()
		return
	}
	lines := theme.Column(2, theme.NewBold(nameOf(p)))
	for _, fact := range FactsOf(f, id) {
		lines.Add(theme.NewText(fact.Label + ": " + fact.Value))
		if fact.Source != "" {
			lines.Add(theme.NewSmall("    " + fact.Source))
		}
	}
	h.panel.SetContent(lines)
	h.place.spot = spot
	h.layer.Show()
	h.layer.Refresh()
}

// besideBox sets its one object right of a spot, or left of it where the right has no room.
type besideBox struct{ spot Spot }

func (*besideBox) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (b *besideBox) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const gap = 34 // past the handles
	min := objects[0].MinSize()
	x := b.spot.At.X + b.spot.Size.Width + gap
	if x+min.Width > size.Width {
		x = max(0, b.spot.At.X-gap-min.Width)
	}
	y := max(0, fyne.Min(b.spot.At.Y, size.Height-min.Height))
	objects[0].Resize(min)
	objects[0].Move(fyne.NewPos(x, y))
}
