package riskview

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
	"kindred/pedigree/risk"
)

// working is how one model came to its answer: its reasons and steps, its figures, for whom it was made and
// where it is from.
type working struct {
	title    string
	because  []string
	steps    []string
	figures  []string
	ages     []byAge
	counted  string
	follows  []string // surveillance
	validity []string
	source   []string
	version  string
}

func (s *Shown) workingOf(a *risk.Assessment) working {
	w := working{
		title: a.Title, because: a.Because, steps: a.Working, follows: a.Surveillance, validity: a.Validity,
		source: a.Source, version: a.Version, figures: figures(a), ages: s.agesOf(a),
	}
	if reflect.DeepEqual(a.Because, a.Working) {
		w.steps = nil
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

// figures are the numbers of an answer in words, but for those by age: the genes, and what else there is.
func figures(a *risk.Assessment) []string {
	var genes, others []string
	_, again := a.Values["risk/breast/80"]
	for _, key := range a.Values.Keys() {
		if _, _, _, ok := ageKey(key); ok || key == risk.By80 && again {
			continue
		}
		said := figure(key, a.Values[key])
		if ends := between(key, a.Range[key]); ends != "" {
			said += " (" + ends + ")"
		}
		if gene, ok := strings.CutPrefix(key, "carrier/"); ok {
			genes = append(genes, gene+" "+said)
		} else {
			others = append(others, keyWords(key)+" "+said)
		}
	}
	return []string{strings.Join(genes, " · "), strings.Join(others, " · ")}
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
	if len(w.because) > 0 && len(w.steps) > 0 {
		all = append(all, theme.NewHeading("Step by step"))
	}
	for _, step := range w.steps {
		all = append(all, emphasised(step, width))
	}
	say("Counted: ", theme.InkText, w.counted)
	say("", theme.InkText, w.figures...)
	for i := range w.ages {
		all = append(all, w.ages[i].table(width))
	}
	say("What follows: ", theme.InkText, w.follows...)
	say("Made for: ", theme.InkQuiet, w.validity...)
	say("Source: ", theme.InkQuiet, w.source...)
	say("Version: ", theme.InkQuiet, w.version)
	return all
}

// chances are how a step of a working prints a chance.
var chances = regexp.MustCompile(`\d[\d,]*(\.\d+)?%|1 in \d[\d,]*`)

// emphasised is a step of a working with its result in bold: the last chance that it comes to.
func emphasised(step string, width float32) fyne.CanvasObject {
	result := ""
	if found := chances.FindAllString(step, -1); len(found) > 0 {
		result = found[len(found)-1]
	}
	const wider = 0.98 // of the room, which the bold letters need more of
	lines := theme.Wrap(step, width*wider, theme.Body)
	column := theme.Column(4)
	for _, line := range lines {
		column.Add(theme.NewText(line))
	}
	if result == "" {
		return column
	}
	for i, line := range slices.Backward(lines) {
		if at := strings.LastIndex(line, result); at >= 0 {
			column.Objects[i] = theme.Row(0, theme.NewText(line[:at]), theme.NewBold(result), theme.NewText(line[at+len(result):]))
			break
		}
	}
	return column
}
