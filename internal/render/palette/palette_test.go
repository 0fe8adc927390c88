package palette

import (
	"image/color"
	"math"
	"strconv"
	"testing"

	"kindred/pedigree/draw"
)

var all = map[string]Palette{"light": Light, "dark": Dark, "high contrast": HighContrast, "print": Print}

// contrast is the ratio of WCAG 2.2 between two opaque colours.
func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func TestTextHasAContrastOfSevenInEveryPalette(t *testing.T) {
	for name, p := range all {
		for _, text := range []draw.Colour{draw.Ink, draw.Quiet, draw.Accent} {
			for _, ground := range []draw.Colour{draw.Paper, draw.Panel} {
				if got := contrast(p[text], p[ground]); got < 7 {
					t.Errorf("%s: %s on %s is %.1f", name, text, ground, got)
				}
			}
		}
	}
}

func TestPatternsStandOutFromTheirGroundsAndFromPaper(t *testing.T) {
	for name, p := range all {
		for i := range draw.Hues {
			hue := draw.Colour("hue-" + strconv.Itoa(i+1))
			for _, ground := range []draw.Colour{hue + "-ground", draw.Paper} {
				if got := contrast(p[hue], p[ground]); got < 3 {
					t.Errorf("%s: %s on %s is %.1f", name, hue, ground, got)
				}
			}
		}
	}
}

func TestInHighContrastLinesArePureAndPatternsReadLikeText(t *testing.T) {
	white, black := color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}, color.NRGBA{A: 0xFF}
	for _, c := range []draw.Colour{draw.Ink, draw.Quiet, draw.Rule} {
		if HighContrast[c] != white {
			t.Errorf("%s is %v, not white", c, HighContrast[c])
		}
	}
	for i := range draw.Hues {
		hue := draw.Colour("hue-" + strconv.Itoa(i+1))
		ground := HighContrast[hue+"-ground"]
		if got := contrast(HighContrast[hue], black); got < 7 {
			t.Errorf("%s on black is %.1f", hue, got)
		}
		if got := contrast(HighContrast[hue], ground); got < 4.5 {
			t.Errorf("%s on its ground is %.1f", hue, got)
		}
		if got := contrast(ground, black); got < 1.8 {
			t.Errorf("the ground of %s is %.1f on black: what is confirmed looks like what is reported", hue, got)
		}
	}
}

func TestAColourThatNobodyKnowsIsStillDrawn(t *testing.T) {
	if got, ok := Light.Of("nonsense"); !ok || got != Light[draw.Ink] {
		t.Errorf("got %v, %v", got, ok)
	}
	if got, ok := Light.Of("#0102fE"); !ok || got != (color.NRGBA{1, 2, 0xFE, 0xFF}) {
		t.Errorf("literal: got %v, %v", got, ok)
	}
	if _, ok := Light.Of(""); ok {
		t.Error("no colour was painted")
	}
}
