// Package palette gives the semantic colours of a drawing their inks, once for every sink: light, dark
// and high contrast for the screen, print for paper.
package palette

import (
	"image/color"
	"strconv"

	"kindred/pedigree/draw"
)

// Palette maps the semantic colours of package draw to inks.
type Palette map[draw.Colour]color.NRGBA

// Of is the ink of a colour: a semantic one, a literal "#RRGGBB", or for a word nobody knows that of
// draw.Ink, so that nothing vanishes. ok is false for "", which is no paint.
func (p Palette) Of(c draw.Colour) (ink color.NRGBA, ok bool) {
	if c == "" {
		return ink, false
	}
	if ink, ok = p[c]; ok {
		return ink, true
	}
	if ink, ok = literal(string(c)); ok {
		return ink, true
	}
	return p[draw.Ink], true
}

func literal(s string) (color.NRGBA, bool) {
	if len(s) != 7 || s[0] != '#' {
		return color.NRGBA{}, false
	}
	v, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return color.NRGBA{}, false
	}
	return rgb(uint32(v)), true
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF}
}

// of builds a palette from ink, quiet, paper, accent, panel and rule, then the hues and their grounds.
func of(base [6]uint32, hues, grounds [draw.Hues]uint32) Palette {
	p := Palette{
		draw.Ink: rgb(base[0]), draw.Quiet: rgb(base[1]), draw.Paper: rgb(base[2]),
		draw.Accent: rgb(base[3]), draw.Panel: rgb(base[4]), draw.Rule: rgb(base[5]),
	}
	for i := range hues {
		name := draw.Colour("hue-" + strconv.Itoa(i+1))
		p[name], p[name+"-ground"] = rgb(hues[i]), rgb(grounds[i])
	}
	return p
}

// The palettes. Text colours have a contrast of at least 7:1 on paper and panel, hues of at least
// 3:1 on paper and on their own ground (WCAG 2.2, 1.4.6 and 1.4.11).
var (
	Light = of(
		[6]uint32{0x1B2733, 0x425060, 0xFFFFFF, 0x8E1010, 0xF6F8FB, 0xDFE5EC},
		[draw.Hues]uint32{0xB0124F, 0x4B3AA8, 0x00695C, 0x8A4B00, 0x084391, 0x6B4226, 0x2E6B1F, 0x4A4A4A},
		[draw.Hues]uint32{0xF8C8D8, 0xD9D2F5, 0xC5EBE5, 0xFBE0B8, 0xCFE0F7, 0xEADBCF, 0xD6EFC9, 0xE2E2E2},
	)
	Dark = of(
		[6]uint32{0xE6EDF3, 0xA9B7C5, 0x16202B, 0xFFABAB, 0x1C2935, 0x33414F},
		[draw.Hues]uint32{0xFF8FB8, 0xB9A9FF, 0x63D6C4, 0xFFC266, 0x9CC6FA, 0xDDB796, 0x9EDC86, 0xCFCFCF},
		[draw.Hues]uint32{0x5A1A35, 0x352A6E, 0x0E4A43, 0x563405, 0x17304D, 0x4A3424, 0x274A1B, 0x434343},
	)
	// HighContrast is white on black. A condition is told by its pattern, at 7:1 on black and 4.5:1 on
	// its ground; the ground is there to tell what is confirmed from what is reported.
	HighContrast = of(
		[6]uint32{0xFFFFFF, 0xFFFFFF, 0x000000, 0xFFFF00, 0x000000, 0xFFFFFF},
		[draw.Hues]uint32{0xFF9EC4, 0xC8BBFF, 0x66F0DA, 0xFFC266, 0x9CCBFF, 0xF0C8A4, 0xA8F08A, 0xFFFFFF},
		[draw.Hues]uint32{0x7C2449, 0x4A3C98, 0x0B5249, 0x6E4300, 0x1F4A80, 0x5E4430, 0x2A551A, 0x4A4A4A},
	)
	// Print is Light on white paper, with black lines.
	Print = of(
		[6]uint32{0x000000, 0x3A3A3A, 0xFFFFFF, 0x8E1010, 0xFFFFFF, 0x8A8A8A},
		[draw.Hues]uint32{0xB0124F, 0x4B3AA8, 0x00695C, 0x8A4B00, 0x084391, 0x6B4226, 0x2E6B1F, 0x4A4A4A},
		[draw.Hues]uint32{0xF8C8D8, 0xD9D2F5, 0xC5EBE5, 0xFBE0B8, 0xCFE0F7, 0xEADBCF, 0xD6EFC9, 0xE2E2E2},
	)
)
