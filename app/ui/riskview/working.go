package riskview

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
	"kindred/pedigree/risk"
)

// working is how one model came to its answer: its steps, its figures, for whom it was made and where it
// is from.
type working struct {
	title    string
	because  []string // of a model that prints no steps
	steps    []string
	figures  string
	counted  string
	follows  []string // surveillance
	validity []string
	source   []string
	version  string
}

func (s *Shown) workingOf(a *risk.Assessment) working {
	w := working{title: a.Title, steps: a.Working, follows: a.Surveillance, validity: a.Validity, source: a.Source, version: a.Version, figures: figures(a)}
	if len(a.Working) == 0 {
		w.because = a.Because
	}
	if gene, ok := strings.CutPrefix(a.Headline, "carrier/"); ok {
		w.title += " · " + gene
	}
	var who []string
	for _, id := range a.Counted {
		if name := s.Called(id); name != "" && !slices.Contains(who, name) {
			who = append(who, name)
		}
	}
	w.counted = risk.List(who)
	return w
}

// figures is every number of an answer, in words.
func figures(a *risk.Assessment) string {
	keys := make([]string, 0, len(a.Values))
	for key := range a.Values {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(x, y string) int { return cmp.Or(cmp.Compare(keyRank(x), keyRank(y)), cmp.Compare(x, y)) })
	var words []string
	for _, key := range keys {
		said := keyWords(key) + " " + figure(key, a.Values[key])
		if ends := between(key, a.Range[key]); ends != "" {
			said += " (" + ends + ")"
		}
		words = append(words, said)
	}
	return strings.Join(words, " · ")
}

// keyRank puts the genes before the cancers.
func keyRank(key string) int {
	switch {
	case strings.HasPrefix(key, "carrier/"):
		return 0
	case strings.HasPrefix(key, "risk/"):
		return 2
	}
	return 1
}

// lines shows the working at a width.
func (w working) lines(width float32) []fyne.CanvasObject {
	all := []fyne.CanvasObject{theme.NewHeading("Working · " + w.title)}
	say := func(before string, ink theme.Ink, words ...string) {
		for _, line := range words {
			if line != "" {
				all = append(all, theme.Paragraph(before+line, width, ink))
			}
		}
	}
	say("", theme.InkText, w.because...)
	say("", theme.InkText, w.steps...)
	say("Counted: ", theme.InkText, w.counted)
	say("All figures: ", theme.InkText, w.figures)
	say("What follows: ", theme.InkText, w.follows...)
	say("Made for: ", theme.InkQuiet, w.validity...)
	say("Source: ", theme.InkQuiet, w.source...)
	say("Version: ", theme.InkQuiet, w.version)
	return all
}
