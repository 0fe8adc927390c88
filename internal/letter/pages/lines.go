package pages

import (
	"strings"

	"kindred/internal/letter"
)

// word is a stretch of text that is never broken, with the space before it.
type word struct {
	text  string
	bold  bool
	space bool // a space comes before it, where it does not start a line
}

// split cuts runs into words. No-break spaces hold words together; soft hyphens and zero-width
// spaces, which the typesetter would print, are dropped.
func split(runs []letter.Run) []word {
	var words []word
	space := false
	for _, r := range runs {
		text := strings.NewReplacer("\u00ad", "", "\u200b", "", "\r", "", "\n", " ", "\t", " ").Replace(r.Text)
		for {
			before, after, found := strings.Cut(text, " ")
			if before != "" {
				words = append(words, word{text: before, bold: r.Bold, space: space})
				space = false
			}
			if !found {
				break
			}
			space = true
			text = after
		}
	}
	return words
}

// wrap breaks words into lines at most room mm wide: as many words a line as fit. "out of 100" and
// its number stay on one line.
func wrap(words []word, size, room float64) [][]word {
	var lines [][]word
	var line []word
	used := 0.0
	for i := 0; i < len(words); {
		group := hold(words[i:])
		needed := 0.0
		for j, w := range group {
			needed += measure(w.text, size, w.bold)
			if w.space && (j > 0 || len(line) > 0) {
				needed += measure(" ", size, w.bold)
			}
		}
		// Without a space before it a group belongs to the word in front of it.
		if len(line) > 0 && group[0].space && used+needed > room {
			lines = append(lines, line)
			line, used = nil, 0
			needed -= measure(" ", size, group[0].bold)
		}
		line = append(line, group...)
		used += needed
		i += len(group)
	}
	if len(line) > 0 {
		lines = append(lines, line)
	}
	return lines
}

// hold is the first words that must share a line.
func hold(words []word) []word {
	n := 1
	for n < len(words) && !words[n].space {
		n++
	}
	if len(words) > n+2 && words[n].text == "out" && words[n+1].text == "of" {
		return words[:n+3]
	}
	if len(words) > 2 && words[0].text == "out" && words[1].text == "of" {
		return words[:3]
	}
	return words[:n]
}

// line sets one broken line with its baseline at y.
func (s *setter) line(x, y, size float64, words []word) {
	for i, w := range words {
		text := w.text
		if w.space && i > 0 {
			text = " " + text
		}
		s.text(x, y, size, w.bold, text)
		x += measure(text, size, w.bold)
	}
}
