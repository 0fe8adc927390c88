package pedigreeview

import (
	"image/color"
	"strconv"
	"testing"

	"kindred/app/ui/theme"
	"kindred/pedigree/draw"
)

func TestTextOnTheCanvasReadsAtSevenToOneInEveryPalette(t *testing.T) {
	for _, mode := range theme.Modes {
		drawing := inksOf(mode).drawing
		grounds := []draw.Colour{draw.Paper, draw.Panel}
		for i := range draw.Hues {
			grounds = append(grounds, draw.Colour("hue-"+strconv.Itoa(i+1)+"-ground")) // a letter inside a filled symbol
		}
		for _, text := range []draw.Colour{draw.Ink, draw.Quiet, draw.Accent} {
			for i, ground := range grounds {
				if text != draw.Ink && i > 1 {
					continue // only ink is written over a fill
				}
				if got := theme.Contrast(drawing[text], drawing[ground]); got < 7 {
					t.Errorf("%s: %s on %s is %.2f:1", mode, text, ground, got)
				}
			}
		}
	}
}

func TestOnTheHighContrastCanvasEveryLineIsWhiteOnBlack(t *testing.T) {
	drawing := inksOf(theme.HighContrast).drawing
	white, black := color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}, color.NRGBA{A: 0xFF}
	for c, want := range map[draw.Colour]color.NRGBA{draw.Ink: white, draw.Quiet: white, draw.Rule: white, draw.Paper: black, draw.Panel: black} {
		if drawing[c] != want {
			t.Errorf("%s is %v, want %v", c, drawing[c], want)
		}
	}
}
