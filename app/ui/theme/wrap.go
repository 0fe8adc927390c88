package theme

import (
	"strings"

	"fyne.io/fyne/v2"

	"kindred/internal/textmetric"
)

// Wrap breaks words into lines at most width pixels wide in the screen's regular face at size.
func Wrap(words string, width, size float32) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(words) {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if line != "" && textmetric.Screen.Width(longer, float64(size), false, false) > float64(width) {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// Paragraph is words on as many lines as they need at width.
func Paragraph(words string, width float32, ink Ink) *fyne.Container {
	lines := Column(4)
	for _, l := range Wrap(words, width, Body) {
		lines.Add(newText(&Text{String: l, Ink: ink}))
	}
	return lines
}
