package theme

import "image/color"

// Mode chooses a palette.
type Mode string

// The palettes a user can choose.
const (
	Light        Mode = "light"
	Dark         Mode = "dark"
	HighContrast Mode = "high contrast"
)

// Modes lists the palettes in the order in which settings show them.
var Modes = []Mode{Light, Dark, HighContrast}

// Pair is a text colour and the ground it is made to be read on, at a contrast of at least 7:1.
type Pair struct{ Text, Ground color.NRGBA }

// Palette is one complete set of colours.
type Palette struct {
	Ground color.NRGBA // behind the cards
	Card   color.NRGBA
	Border color.NRGBA // round cards, buttons and fields
	Rule   color.NRGBA // hairlines between rows
	Input  color.NRGBA // inside a field or a secondary button
	Edge   color.NRGBA // round a field or a tick box, at 3:1 on a card, so that an empty one is seen

	Text, Quiet color.NRGBA
	Accent      color.NRGBA // links, the selection's ring, the focused field
	Selection   color.NRGBA // behind what is selected
	Primary     Pair        // the one important button

	Nav         Pair
	NavSelected Pair
	NavPanel    color.NRGBA // the sync card and the counts in the navigation

	Bad, Warn, OK, Neutral Pair // high; moderate; met; not met or not suitable

	BorderWidth float32 // in device-independent pixels
}

var palettes = map[Mode]Palette{
	Light: {
		Ground: rgb(0xEEF1F5), Card: rgb(0xFFFFFF), Border: rgb(0xDFE5EC), Rule: rgb(0xE8ECF1), Input: rgb(0xF4F6F9), Edge: rgb(0x7F8C9A),
		Text: rgb(0x1B2733), Quiet: rgb(0x425060), Accent: rgb(0x084391), Selection: rgb(0xE3EEFB),
		Primary: Pair{rgb(0xFFFFFF), rgb(0x084391)},
		Nav:     Pair{rgb(0xCFDBEA), rgb(0x0B2545)}, NavSelected: Pair{rgb(0xFFFFFF), rgb(0x1D4E89)}, NavPanel: rgb(0x12335C),
		Bad: Pair{rgb(0x8E1010), rgb(0xFDE8E8)}, Warn: Pair{rgb(0x664400), rgb(0xFFF3D6)},
		OK: Pair{rgb(0x0F5527), rgb(0xE2F4E8)}, Neutral: Pair{rgb(0x425060), rgb(0xE9EDF2)},
		BorderWidth: 1,
	},
	Dark: {
		Ground: rgb(0x0E151D), Card: rgb(0x16202B), Border: rgb(0x2B3947), Rule: rgb(0x233040), Input: rgb(0x1C2936), Edge: rgb(0x6F8193),
		Text: rgb(0xE6EDF3), Quiet: rgb(0xA9B7C5), Accent: rgb(0x9CC6FA), Selection: rgb(0x17304D),
		Primary: Pair{rgb(0x0B1B2E), rgb(0x9CC6FA)},
		Nav:     Pair{rgb(0xCFDBEA), rgb(0x0A1A2F)}, NavSelected: Pair{rgb(0xFFFFFF), rgb(0x1D4E89)}, NavPanel: rgb(0x12294A),
		Bad: Pair{rgb(0xFFB4B4), rgb(0x3A1518)}, Warn: Pair{rgb(0xFFD98A), rgb(0x34270B)},
		OK: Pair{rgb(0x9FE3B5), rgb(0x10301C)}, Neutral: Pair{rgb(0xB9C6D3), rgb(0x233040)},
		BorderWidth: 1,
	},
	HighContrast: {
		Ground: rgb(0x000000), Card: rgb(0x000000), Border: rgb(0xFFFFFF), Rule: rgb(0xFFFFFF), Input: rgb(0x222222), Edge: rgb(0xFFFFFF),
		Text: rgb(0xFFFFFF), Quiet: rgb(0xFFFFFF), Accent: rgb(0xFFFF00), Selection: rgb(0x303000),
		Primary: Pair{rgb(0x000000), rgb(0xFFFF00)},
		Nav:     Pair{rgb(0xFFFF00), rgb(0x000000)}, NavSelected: Pair{rgb(0x000000), rgb(0xFFFF00)}, NavPanel: rgb(0x000000),
		Bad: Pair{rgb(0xFFFFFF), rgb(0x7A0000)}, Warn: Pair{rgb(0xFFE680), rgb(0x3A2E00)},
		OK: Pair{rgb(0xFFFFFF), rgb(0x004A1C)}, Neutral: Pair{rgb(0xFFFFFF), rgb(0x333333)},
		BorderWidth: 2,
	},
}

// PaletteOf is the palette of a mode; an unknown mode is Light.
func PaletteOf(m Mode) Palette {
	if p, ok := palettes[m]; ok {
		return p
	}
	return palettes[Light]
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}
