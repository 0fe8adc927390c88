package letter

import (
	"regexp"
	"slices"
	"strings"
)

// edited is a block whose words somebody has changed.
type edited struct {
	key, words string
	numeric    bool // the template puts numbers there
}

// numericFields are the places of a template that a model's number fills.
var numericFields = []string{
	"about", "not-about", "population", "population-not", "ten", "not-ten", "population-ten", "population-not-ten",
}

var (
	wholeNumber = regexp.MustCompile(`\d+`)
	// quantity finds words that give a chance as a number.
	quantity = regexp.MustCompile(`(?i)out of|per ?cent|%|\b(?:\d+|one) in (?:\d|two|three|four|five|ten|a hundred)|\b\d+ times`)
)

// Edit replaces the paragraphs and lists whose key is in edits by the given words; a list takes one
// item a line. Keys that the letter does not have are added to Unplaced, so that no edit is lost
// unseen: Checks stops the signature.
func (d *Document) Edit(edits map[string]string) {
	used := map[string]bool{}
	for i, b := range d.Blocks {
		switch b := b.(type) {
		case Paragraph:
			if words, ok := edits[b.Key]; ok {
				used[b.Key] = true
				d.edited = append(d.edited, edited{b.Key, words, numeric(b.Runs)})
				d.Blocks[i] = Paragraph{Key: b.Key, Runs: []Run{{Text: words}}}
			}
		case Bullets:
			if words, ok := edits[b.Key]; ok {
				used[b.Key] = true
				d.edited = append(d.edited, edited{b.Key, words, numeric(slices.Concat(b.Items...))})
				d.Blocks[i] = Bullets{Key: b.Key, Items: items(words)}
			}
		}
	}
	for key := range edits {
		if !used[key] {
			d.Unplaced = append(d.Unplaced, key)
		}
	}
	slices.Sort(d.Unplaced)
}

func numeric(runs []Run) bool {
	return slices.ContainsFunc(runs, func(r Run) bool { return slices.Contains(numericFields, r.Field) })
}

// items are the lines of an edited list, with or without the dashes of Text.
func items(words string) [][]Run {
	var items [][]Run
	for line := range strings.Lines(words) {
		if line = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), "- ")); line != "" {
			items = append(items, []Run{{Text: line}})
		}
	}
	return items
}

// quantities are the whole numbers of the paragraphs that give chances; 100 is always among them.
func (d *Document) quantities() map[string]bool {
	found := map[string]bool{"100": true}
	for _, b := range d.Blocks {
		var runs []Run
		switch b := b.(type) {
		case Paragraph:
			runs = b.Runs
		case Bullets:
			runs = slices.Concat(b.Items...)
		}
		if numeric(runs) {
			for _, n := range wholeNumber.FindAllString(Words(runs), -1) {
				found[n] = true
			}
		}
	}
	return found
}

// misquoted is a number in edited words that the letter itself does not give, or "".
func (d *Document) misquoted(e edited) string {
	if !e.numeric && !quantity.MatchString(e.words) {
		return ""
	}
	for _, n := range wholeNumber.FindAllString(e.words, -1) {
		if !d.figures[n] {
			return n
		}
	}
	return ""
}
