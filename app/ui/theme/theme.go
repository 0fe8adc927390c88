package theme

import (
	"image/color"
	"path"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"kindred/assets"
)

// Text sizes in device-independent pixels at 100 %. Nothing that is to be read is smaller than Body
// apart from Small, which holds hints that are also found elsewhere.
const (
	Body    float32 = 14
	Small   float32 = 13
	Heading float32 = 14 // bold: the heading of a card
	Title   float32 = 18 // bold: the name of a screen
)

// Distances in device-independent pixels.
const (
	Radius     float32 = 12 // of cards
	RadiusSoft float32 = 8  // of buttons, fields and chips
	Gap        float32 = 14 // between cards
	Inset      float32 = 16 // inside a card
)

// Theme is a palette with the embedded typefaces, as Fyne wants it.
type Theme struct {
	mode    Mode
	palette Palette
}

// New makes the theme of a mode, Light for an unknown one; give it to Settings().SetTheme.
func New(m Mode) *Theme {
	if _, known := palettes[m]; !known {
		m = Light
	}
	return &Theme{mode: m, palette: palettes[m]}
}

// Mode is the palette that the theme shows.
func (t *Theme) Mode() Mode { return t.mode }

// Current is the palette of the running application; Light before the theme is set.
func Current() Palette { return palettes[CurrentMode()] }

// CurrentMode is the mode of the running application; Light before the theme is set.
func CurrentMode() Mode {
	if app := fyne.CurrentApp(); app != nil {
		if t, ok := app.Settings().Theme().(*Theme); ok {
			return t.mode
		}
	}
	return Light
}

// Color answers Fyne's own widgets from the palette. The variant of the operating system is not
// looked at: the user's choice of mode stands.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	p := &t.palette
	switch name {
	case fynetheme.ColorNameBackground:
		return p.Ground
	case fynetheme.ColorNameForeground:
		return p.Text
	case fynetheme.ColorNamePlaceHolder, fynetheme.ColorNameDisabled:
		return p.Quiet
	case fynetheme.ColorNameButton, fynetheme.ColorNameInputBackground, fynetheme.ColorNameDisabledButton:
		return p.Input
	case fynetheme.ColorNameInputBorder:
		return p.Edge
	case fynetheme.ColorNameSeparator:
		return p.Rule
	case fynetheme.ColorNamePrimary:
		return p.Primary.Ground
	case fynetheme.ColorNameForegroundOnPrimary:
		return p.Primary.Text
	case fynetheme.ColorNameHyperlink:
		return p.Accent
	case fynetheme.ColorNameSelection:
		return p.Selection
	case fynetheme.ColorNameMenuBackground, fynetheme.ColorNameOverlayBackground, fynetheme.ColorNameHeaderBackground:
		return p.Card
	case fynetheme.ColorNameError:
		return p.Bad.Text
	case fynetheme.ColorNameWarning:
		return p.Warn.Text
	case fynetheme.ColorNameSuccess:
		return p.OK.Text
	case fynetheme.ColorNameForegroundOnError:
		return p.Bad.Ground
	case fynetheme.ColorNameForegroundOnWarning:
		return p.Warn.Ground
	case fynetheme.ColorNameForegroundOnSuccess:
		return p.OK.Ground
	case fynetheme.ColorNameHover, fynetheme.ColorNamePressed:
		return veil(p.Accent, 0x1A)
	case fynetheme.ColorNameFocus:
		return veil(p.Accent, 0x33)
	case fynetheme.ColorNameScrollBar:
		return veil(p.Quiet, 0x80)
	case fynetheme.ColorNameScrollBarBackground:
		return veil(p.Quiet, 0x14)
	case fynetheme.ColorNameShadow: // also laid over the window behind a dialog
		if t.mode == HighContrast {
			return veil(p.Border, 0x50) // no shadow shows on black: what lies behind turns grey
		}
		return color.NRGBA{A: 0x40}
	}
	variant := fynetheme.VariantLight
	if t.mode != Light {
		variant = fynetheme.VariantDark
	}
	return fynetheme.DefaultTheme().Color(name, variant)
}

// Font is Atkinson Hyperlegible Next, made for low vision; symbols that it lacks come from
// Liberation Sans.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return face("LiberationSans-Regular.ttf")
	case style.Monospace:
		return fynetheme.DefaultTheme().Font(style)
	case style.Bold && style.Italic:
		return face("AtkinsonHyperlegibleNext-BoldItalic.ttf")
	case style.Bold:
		return face("AtkinsonHyperlegibleNext-Bold.ttf")
	case style.Italic:
		return face("AtkinsonHyperlegibleNext-Italic.ttf")
	}
	return face("AtkinsonHyperlegibleNext-Regular.ttf")
}

// Icon is Fyne's own.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fynetheme.DefaultTheme().Icon(name)
}

// Size sets roomy lines and rounded corners.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case fynetheme.SizeNameText:
		return Body
	case fynetheme.SizeNameCaptionText:
		return Small
	case fynetheme.SizeNameHeadingText:
		return Title + 4
	case fynetheme.SizeNameSubHeadingText:
		return Title
	case fynetheme.SizeNameInnerPadding:
		return 7
	case fynetheme.SizeNameInputBorder:
		return t.palette.BorderWidth
	case fynetheme.SizeNameInputRadius, fynetheme.SizeNameButtonRadius, fynetheme.SizeNameMenuRadius,
		fynetheme.SizeNameSelectionRadius:
		return RadiusSoft
	case fynetheme.SizeNameCardRadius, fynetheme.SizeNameDialogRadius, fynetheme.SizeNamePopupRadius:
		return Radius
	}
	return fynetheme.DefaultTheme().Size(name)
}

// faces holds each typeface once, because Fyne caches what it has read by the resource's identity.
var faces = map[string]fyne.Resource{}

func face(name string) fyne.Resource {
	if f, ok := faces[name]; ok {
		return f
	}
	f := fyne.NewStaticResource(name, assets.Must(path.Join("fonts", name)))
	faces[name] = f
	return f
}

// veil is a colour made transparent, for laying over what is already drawn.
func veil(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}
