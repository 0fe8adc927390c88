package pedigreeview

import (
	"image/color"
	"maps"

	"kindred/app/ui/theme"
	"kindred/internal/render/palette"
	"kindred/pedigree/draw"
)

// inks are the colours of the drawing beside those of the screen round it.
type inks struct {
	palette theme.Palette
	drawing palette.Palette
}

// inksOf are the inks of a mode: the drawing's own hues, on the paper of the card that it lies on. In
// high contrast the drawing's own palette is pure already.
func inksOf(m theme.Mode) inks {
	p := theme.PaletteOf(m)
	drawing := palette.Light
	switch m {
	case theme.HighContrast:
		return inks{p, palette.HighContrast}
	case theme.Dark:
		drawing = palette.Dark
	}
	drawing = maps.Clone(drawing)
	drawing[draw.Ink], drawing[draw.Quiet], drawing[draw.Paper] = p.Text, p.Quiet, p.Card
	drawing[draw.Panel], drawing[draw.Rule] = p.Input, p.Border
	return inks{p, drawing}
}

// of is the colour on the screen; nil for none.
func (i inks) of(c draw.Colour) color.Color {
	if ink, ok := i.drawing.Of(c); ok {
		return ink
	}
	return nil
}
