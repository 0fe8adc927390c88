package pages

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kindred/internal/letter"
)

// printable composes letters with their marks, leaves out what a typesetter would wrongly show (soft
// hyphens, zero-width spaces, byte order marks, controls), and makes bytes that are not UTF-8 visible.
func printable(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00ad' || r == '\u200b' || r == '\ufeff':
			return -1
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, s)
}

// word is a stretch of text that is broken only where it is wider than a line.
type word struct {
	text  string
	bold  bool
	space bool // a space comes before it, where it does not start a line
	fresh bool // it starts a line whatever the room
}

// split cuts runs into words. No-break spaces hold words together; a line's end in the text stays one.
func split(runs []letter.Run) []word {
	var words []word
	space, fresh := false, false
	for _, r := range runs {
		for i, line := range strings.Split(strings.ReplaceAll(r.Text, "\r\n", "\n"), "\n") {
			fresh = fresh || i > 0 && len(words) > 0
			for j, text := range strings.Split(printable(line), " ") {
				space = space || j > 0
				if text == "" {
					continue
				}
				words = append(words, word{text: text, bold: r.Bold, space: space || fresh, fresh: fresh})
				space, fresh = false, false
			}
		}
	}
	return words
}

// plain is split for a line that has no runs.
func plain(text string) []word { return split([]letter.Run{{Text: text}}) }

// wrap breaks words into lines at most room mm wide: as many words a line as fit. "out of 100" and
// its number stay on one line. A word that is wider than a line is cut.
func wrap(words []word, size, room float64) [][]word {
	var lines [][]word
	var line []word
	used := 0.0
	end := func() {
		if len(line) > 0 {
			lines = append(lines, line)
		}
		line, used = nil, 0
	}
	for len(words) > 0 {
		group := hold(words)
		if breadth(group, size, false) > room {
			group = group[:together(words)]
		}
		if breadth(group, size, false) > room {
			if len(line) > 0 && group[0].space {
				end()
			}
			head, tail := cut(group[0], size, room-used, len(line) == 0)
			if head.text != "" {
				line = append(line, head)
				used += measure(head.text, size, head.bold)
			}
			rest := words[1:]
			if words = rest; tail.text != "" {
				words = append([]word{tail}, rest...)
				end()
			}
			continue
		}
		if group[0].fresh || used+breadth(group, size, len(line) > 0) > room {
			end()
		}
		used += breadth(group, size, len(line) > 0)
		line = append(line, group...)
		words = words[len(group):]
	}
	end()
	return lines
}

// breadth is the width of words in mm, with the space before the first one or without.
func breadth(words []word, size float64, inside bool) float64 {
	sum := 0.0
	for i, w := range words {
		sum += measure(w.text, size, w.bold)
		if w.space && (i > 0 || inside) {
			sum += measure(" ", size, w.bold)
		}
	}
	return sum
}

// cut takes as many characters of a word as fit; with must, at least one.
func cut(w word, size, room float64, must bool) (head, tail word) {
	head, tail = w, w
	n := 0
	for i, r := range w.text {
		next := i + len(string(r))
		if measure(w.text[:next], size, w.bold) > room && (n > 0 || !must) {
			break
		}
		n = next
	}
	head.text, tail.text = w.text[:n], w.text[n:]
	tail.space, tail.fresh = false, false
	return head, tail
}

// together is how many of the first words have no space between them.
func together(words []word) int {
	n := 1
	for n < len(words) && !words[n].space {
		n++
	}
	return n
}

// hold is the first words that should share a line: what has no space between, "about 23 out of 100"
// from its number on, and "out of 100".
func hold(words []word) []word {
	n := together(words)
	for _, from := range []int{0, n} {
		if len(words) >= from+3 && strings.EqualFold(words[from].text, "out") && words[from+1].text == "of" &&
			!words[from+1].fresh && !words[from+2].fresh {
			return words[:from+3]
		}
	}
	return words[:n]
}

// words sets one broken line with its baseline at y.
func (s *setter) words(x, y, size float64, line []word) {
	for i := 0; i < len(line); {
		text, bold := "", line[i].bold
		for j := i; i < len(line) && line[i].bold == bold; i++ {
			if line[i].space && (i > j || i > 0) {
				text += " "
			}
			text += line[i].text
		}
		s.text(x, y, size, bold, text)
		x += measure(text, size, bold)
	}
}
