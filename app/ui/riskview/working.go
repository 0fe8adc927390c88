package riskview

import (
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
	figures  []string
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

// figures are all numbers of an answer in words: the genes, what else there is, and a line for each cancer by
// age.
func figures(a *risk.Assessment) []string {
	var genes, others, cancers []string
	byAge := map[string][]string{}
	for _, key := range a.Values.Keys() {
		said := figure(key, a.Values[key])
		if ends := between(key, a.Range[key]); ends != "" {
			said += " (" + ends + ")"
		}
		parts := strings.Split(key, "/")
		_, again := a.Values["risk/breast/80"]
		switch {
		case len(parts) == 2 && parts[0] == "carrier":
			genes = append(genes, parts[1]+" "+said)
		case len(parts) == 3:
			name := risk.Sentence(cancerName(parts[1]))
			if parts[0] == "crude" {
				name += ", allowing for death of other causes"
			}
			if byAge[name] == nil {
				cancers = append(cancers, name)
			}
			byAge[name] = append(byAge[name], "by "+parts[2]+" "+said)
		case key != risk.By80 || !again: // it is said with the other ages
			others = append(others, keyWords(key)+" "+said)
		}
	}
	lines := []string{strings.Join(genes, " · "), strings.Join(others, " · ")}
	slices.Sort(cancers)
	for _, name := range cancers {
		lines = append(lines, name+": "+strings.Join(byAge[name], ", "))
	}
	return lines
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
	say("", theme.InkText, w.figures...)
	say("What follows: ", theme.InkText, w.follows...)
	say("Made for: ", theme.InkQuiet, w.validity...)
	say("Source: ", theme.InkQuiet, w.source...)
	say("Version: ", theme.InkQuiet, w.version)
	return all
}
