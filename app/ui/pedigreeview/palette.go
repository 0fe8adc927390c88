package pedigreeview

import (
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

// The colours of the selected person's outline, beside the semantic ones of the drawing.
const (
	selectedLine   draw.Colour = "selected"
	selectedGround draw.Colour = "selected-ground"
)

// inksOf are the inks of a mode: the drawing's own hues, on the paper of the card that it lies on. In
// high contrast the drawing's own palette is pure already.
func inksOf(m theme.Mode) inks {
	p := theme.PaletteOf(m)
	var drawing palette.Palette
	switch m {
	case theme.HighContrast:
		drawing = maps.Clone(palette.HighContrast)
	case theme.Dark:
		drawing = maps.Clone(palette.Dark)
	default:
		drawing = maps.Clone(palette.Light)
	}
	if m != theme.HighContrast {
		drawing[draw.Ink], drawing[draw.Quiet], drawing[draw.Paper] = p.Text, p.Quiet, p.Card
		drawing[draw.Panel], drawing[draw.Rule] = p.Input, p.Border
	}
	drawing[selectedLine], drawing[selectedGround] = p.Accent, p.Selection
	return inks{p, drawing}
}
