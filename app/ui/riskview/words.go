// Package riskview shows what the models say of one person: a card beside the pedigree that follows
// each edit, and the whole screen with the working, the picture of 100 people and the chart.
package riskview

import (
	"fmt"
	"math"
	"slices"

	"kindred/app/ui/theme"
	"kindred/pedigree/risk"
)

// answer is an assessment's answer in a few words, and its tone.
func answer(a risk.Assessment) (words string, tone theme.Tone, chip bool) {
	switch a.Status {
	case risk.NotApplicable:
		return "Not suitable", theme.ToneNeutral, true
	case risk.CannotTell:
		return "Cannot tell", theme.ToneWarn, true
	}
	switch a.Model {
	case "manchester":
		return fmt.Sprintf("%s (BRCA1 %s · BRCA2 %s)", points(a, "combined"), points(a, "brca1"), points(a, "brca2")), 0, false
	default:
		return percent(a, "risk_by_79") + " by 79", 0, false
	}
}

// percent is a probability as "23%", with "range 20-26" where vague facts leave that open.
func percent(a risk.Assessment, key string) string {
	words := whole(a.Values[key])
	if r, ok := a.Range[key]; ok && whole(r.Low) != whole(r.High) {
		words += fmt.Sprintf(" (%s to %s)", whole(r.Low), whole(r.High))
	}
	return words
}

func whole(p float64) string {
	if p > 0 && p < 0.01 {
		return fmt.Sprintf("%.1f%%", p*100)
	}
	return fmt.Sprintf("%.0f%%", p*100)
}

// points are whole Manchester points, as a range where ages are vague.
func points(a risk.Assessment, key string) string {
	if r, ok := a.Range[key]; ok && r.Low != r.High {
		return fmt.Sprintf("%.0f to %.0f", math.Round(r.Low), math.Round(r.High))
	}
	return fmt.Sprintf("%.0f", math.Round(a.Values[key]))
}

// missing gathers what would change an answer, each once.
func missing(answers []risk.Assessment) []risk.Missing {
	var all []risk.Missing
	for _, a := range answers {
		for _, m := range a.Missing {
			if !slices.Contains(all, m) {
				all = append(all, m)
			}
		}
	}
	return all
}

// curveOf is the first answer that has a risk by age.
func curveOf(answers []risk.Assessment) *risk.Assessment {
	for i := range answers {
		if answers[i].Status == risk.OK && len(answers[i].Curve) > 1 {
			return &answers[i]
		}
	}
	return nil
}
