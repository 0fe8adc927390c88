package theme

import (
	"image/color"
	"math"
	"testing"
)

func TestContrastOfBlackOnWhiteIsTwentyOneAndOfAColourOnItselfOne(t *testing.T) {
	black, white := rgb(0x000000), rgb(0xFFFFFF)
	if got := Contrast(black, white); math.Abs(got-21) > 1e-9 {
		t.Errorf("black on white: %v, want 21", got)
	}
	if got := Contrast(white, white); got != 1 {
		t.Errorf("white on white: %v, want 1", got)
	}
	// #777777 on white is the well-known near miss of 4.5:1.
	if got := Contrast(rgb(0x777777), white); math.Abs(got-4.48) > 0.01 {
		t.Errorf("#777777 on white: %.3f, want 4.48", got)
	}
}

func TestEveryTextReadsAtSevenToOneOnEveryGroundItIsUsedOn(t *testing.T) {
	for _, mode := range Modes {
		p := PaletteOf(mode)
		pairs := map[string]Pair{
			"text on a card": {p.Text, p.Card}, "text on the ground": {p.Text, p.Ground},
			"text in a field": {p.Text, p.Input}, "text on the selection": {p.Text, p.Selection},
			"quiet on a card": {p.Quiet, p.Card}, "quiet on the ground": {p.Quiet, p.Ground}, "quiet in a field": {p.Quiet, p.Input},
			"accent on a card": {p.Accent, p.Card}, "accent on the selection": {p.Accent, p.Selection},
			"primary": p.Primary, "navigation": p.Nav, "selected navigation": p.NavSelected,
			"sync card": {p.Nav.Text, p.NavPanel},
			"bad":       p.Bad, "warn": p.Warn, "ok": p.OK, "neutral": p.Neutral,
			"text on what is supposed": {p.Text, p.Warn.Ground}, "quiet on what is supposed": {p.Quiet, p.Warn.Ground}, "accent on what is supposed": {p.Accent, p.Warn.Ground},
			"bad on a card": {p.Bad.Text, p.Card}, "warn on a card": {p.Warn.Text, p.Card}, "ok on a card": {p.OK.Text, p.Card},
		}
		for name, pair := range pairs {
			if got := Contrast(pair.Text, pair.Ground); got < 7 {
				t.Errorf("%s: %s is %.2f:1, want at least 7:1 (%s on %s)", mode, name, got, hex(pair.Text), hex(pair.Ground))
			}
		}
	}
}

func TestTheEdgeOfAnEmptyFieldIsSeenAtThreeToOne(t *testing.T) {
	for _, mode := range Modes {
		p := PaletteOf(mode)
		for name, edge := range map[string]color.NRGBA{"edge": p.Edge, "accent": p.Accent} {
			if got := Contrast(edge, p.Card); got < 3 {
				t.Errorf("%s: %s is %.2f:1 on a card, want at least 3:1 (WCAG 2.2, 1.4.11)", mode, name, got)
			}
		}
	}
}

func hex(c color.NRGBA) string {
	const digits = "0123456789ABCDEF"
	s := []byte{'#'}
	for _, v := range []uint8{c.R, c.G, c.B} {
		s = append(s, digits[v>>4], digits[v&15])
	}
	return string(s)
}
