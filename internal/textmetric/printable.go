package textmetric

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// GlyphError lists characters that a face would show as nothing, or as an empty box.
type GlyphError struct{ Missing []rune }

// Error names the characters and says what to do.
func (e *GlyphError) Error() string {
	return fmt.Sprintf("the letter typeface cannot show %q: write these characters in another way, or draw as SVG", string(e.Missing))
}

// Check returns a *GlyphError where neither the face nor its fallback can show all of the text.
func (f *Face) Check(text string) error {
	if missing := f.Missing(Printable(text)); len(missing) > 0 {
		return &GlyphError{missing}
	}
	return nil
}

// Printable composes combining marks, which would be set beside their letters, drops what has no
// width, and replaces bytes that are not UTF-8.
func Printable(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, "?"))
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00ad' || r == '\u200b' || r == '\ufeff':
			return -1
		case r < ' ' || r == '\u007f':
			return ' '
		}
		return r
	}, s)
}
