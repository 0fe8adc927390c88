package printview

import (
	"fmt"
	"math"
	"strings"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/draw/pages"
)

// comfortable is the size of printed text, in points, that nobody with good sight minds.
const comfortable = 8.0

// sizeWords says how large the text prints, and what to do where that is too small.
func sizeWords(p *clinic.Printout) (theme.Tone, string) {
	size := fmt.Sprintf("Text prints at %s pt", decimal(p.TextSize))
	switch {
	case p.TextSize >= comfortable:
		return theme.ToneNeutral, size + "."
	case p.TextSize >= pages.Readable:
		return theme.ToneNeutral, size + ": small, but readable."
	case p.ReadablePages > 1:
		return theme.ToneWarn, fmt.Sprintf("%s: too small to read comfortably. Tiles (%s): %d pages.", size, keymap.LabelOf(keymap.FitOrTiles), p.ReadablePages)
	}
	return theme.ToneWarn, size + ": too small to read comfortably. Larger paper helps (" + keymap.LabelOf(keymap.NextPaper) + ")."
}

// decimal is a size to a tenth of a point, rounded down: 6.49 is not readable, and must not say 6.5.
func decimal(points float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", math.Floor(points*10+1e-6)/10), ".0")
}

// summaryWords says how many pages there are, of what, and how large the drawing is on them.
func summaryWords(p *clinic.Printout, on paper) string {
	name := "A4"
	if on == a3 {
		name = "A3"
	}
	first := &p.Document.Pages[0].Scene
	turned := "portrait"
	if first.Width > first.Height {
		turned = "landscape"
	}
	return fmt.Sprintf("%s of %s, %s, drawn at %.0f%%.", pagesOf(p), name, turned, 100*p.Document.Scale)
}

// copyWords says what a copy shows.
func copyWords(c clinic.Copy, patient *pedigree.Patient) string {
	switch {
	case c == clinic.AnonymousCopy:
		return "No names, dates, places or references, and nothing that was told in confidence."
	case c == clinic.WholeCopy:
		return "Everything in the record, also what was told in confidence. Not for patients or relatives."
	case patient == nil && c == clinic.LetterCopy:
		return "There is no patient: everybody keeps only their place."
	case patient == nil:
		return "There is no patient: what was told in confidence is left out."
	case c == clinic.LetterCopy:
		return "As a letter to " + patient.FormalName() + " shows it. Relatives who have not agreed keep only their place."
	}
	return "As " + patient.FormalName() + " may see it. What others told in confidence is left out."
}

// nomenclatureName is what a nomenclature is called.
func nomenclatureName(n draw.Nomenclature) string {
	switch n {
	case draw.Nomenclature{}:
		return "UK 2023"
	case draw.NSGC2022():
		return "NSGC 2022"
	}
	return "the clinic's own rules"
}

// rulesWords says by which rules the pages are drawn, and what each is marked with.
func rulesWords(n draw.Nomenclature, stamps []string) string {
	words := "Nomenclature: " + nomenclatureName(n) + ", as Settings say"
	if len(stamps) > 0 {
		words += ". Every page says " + strings.Join(stamps, " and ")
	}
	return words + "."
}

// pagesOf counts the pages.
func pagesOf(p *clinic.Printout) string {
	if n := len(p.Document.Pages); n > 1 {
		return fmt.Sprintf("%d pages", n)
	}
	return "1 page"
}

// kindOf is the copy in the words of the audit.
func (s *Screen) kindOf() string {
	words := "pedigree, " + string(s.choice.copy) + " copy"
	if s.choice.bands && s.choice.copy != clinic.AnonymousCopy {
		words += ", ages in bands"
	}
	return words
}
