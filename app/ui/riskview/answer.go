package riskview

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"kindred/app/ui/theme"
	"kindred/pedigree/risk"
)

// answer is what the table says of one model.
type answer struct {
	model   string
	title   string
	chip    string // a category in words; "" where the answer is only a number
	tone    theme.Tone
	number  string // "BRCA1 40%"; "" where the answer is only a category
	details []string
	because []string
	source  string
}

// answerOf reads an assessment. Follows says that the range that stood there is being worked out anew.
func answerOf(a *risk.Assessment, follows bool) answer {
	w := answer{model: a.Model, title: a.Title, because: a.Because, source: a.Version}
	switch a.Status {
	case risk.NotApplicable:
		w.chip = "Not suitable"
		return w
	case risk.CannotTell:
		w.chip, w.details = "Cannot tell", a.Beside
		return w
	}
	var short bool
	if w.tone, short = toneOf(a.Category); short {
		w.chip = risk.Sentence(a.Category)
	} else if a.Category != "" {
		w.because = append([]string{risk.Sentence(a.Category) + "."}, w.because...)
	}
	if value, ok := a.Values[a.Headline]; ok {
		w.number = risk.Sentence(worded(a.Headline, value))
	}
	switch words := rangeWords(a); {
	case words != "":
		w.details = append(w.details, words)
	case follows:
		w.details = append(w.details, "range follows")
	}
	w.details = append(w.details, parts(a)...)
	w.details = append(w.details, a.Beside...)
	if w.chip == "" && w.number == "" {
		w.chip = "Answered"
	}
	return w
}

// toneOf is the colour of a category, and whether it is short enough to be a chip. Green means met and
// nothing else.
func toneOf(category string) (tone theme.Tone, short bool) {
	switch strings.ToLower(category) {
	case "":
		return theme.ToneNeutral, false
	case "high", "very high":
		return theme.ToneBad, true
	case "moderate", "met if confirmed":
		return theme.ToneWarn, true
	case "met":
		return theme.ToneOK, true
	}
	return theme.ToneNeutral, len(category) <= longestChip
}

// longestChip is how many letters a category has at most that is shown as a chip.
const longestChip = 20

// parts are what the answer is made of: the two halves of a score, the other genes.
func parts(a *risk.Assessment) []string {
	if isScore(a.Headline) {
		return scores(a)
	}
	if p, ok := a.Values["carrier_probability"]; ok && a.Headline != "carrier_probability" {
		return []string{keyWords("carrier_probability") + ": " + percent(p)}
	}
	var genes []string
	for key, p := range a.Values {
		if strings.HasPrefix(key, "carrier/") && key != a.Headline && p >= leastShown {
			genes = append(genes, key)
		}
	}
	slices.SortFunc(genes, func(x, y string) int { return cmp.Or(cmp.Compare(a.Values[y], a.Values[x]), cmp.Compare(x, y)) })
	for i, key := range genes {
		genes[i] = worded(key, a.Values[key])
	}
	return genes[:min(len(genes), mostGenes)]
}

// Of the genes beside the one that the answer is known by, so many are shown, and none below leastShown.
const (
	mostGenes  = 2
	leastShown = 0.005
)

func scores(a *risk.Assessment) []string {
	var halves []string
	for _, key := range []string{"brca1", "brca2"} {
		v, ok := a.Values[key]
		if !ok || key == a.Headline {
			continue
		}
		words := fmt.Sprintf("%.0f", math.Round(v))
		if r, ok := a.Range[key]; ok && between(key, r) != "" {
			words = between(key, r)
		}
		halves = append(halves, keyWords(key)+" "+words)
	}
	if len(halves) == 0 {
		return nil
	}
	return []string{strings.Join(halves, " · ")}
}

// suits tells a model that says something of the person, if only what is missing, from one that was not
// made for this family.
func suits(a *risk.Assessment) bool { return a.Status != risk.NotApplicable }
