// Package riskview shows what the models say of one person: a card beside the pedigree that follows
// each edit, and the whole screen with the working, the picture of 100 people and the chart.
package riskview

import (
	"fmt"
	"math"
	"slices"

	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// Shown is what the card and the screen show: what the models say of one person.
type Shown struct {
	Who     string                   // the person; "" when nobody is marked as the patient
	Answers []risk.Assessment        // one a model
	Called  func(pedigree.ID) string // how a relative is named
	Kept    string                   // when the answers were last copied into the record; "" for never
}

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
		return points(a, "combined") + " points", 0, false
	default:
		return percent(a, "risk_by_79") + " by 79", 0, false
	}
}

// detail is what stands under the answer in smaller words; "" for nothing.
func detail(a risk.Assessment) string {
	switch {
	case a.Status != risk.OK:
		return ""
	case a.Model == "manchester":
		return fmt.Sprintf("BRCA1 %s · BRCA2 %s", points(a, "brca1"), points(a, "brca2"))
	}
	if p, ok := a.Values["carrier_probability"]; ok {
		return "carrier of the model's gene: " + whole(p)
	}
	return ""
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

// gap is a missing fact in words: "Joan: age at death", and what it could do to the answer.
type gap struct{ fact, effect string }

// missing are the facts that are not known, each once, those that would change an answer first.
func (s Shown) missing() []gap {
	var change, not []gap
	for _, a := range s.Answers {
		for _, m := range a.Missing {
			g := gap{m.Fact, m.Effect}
			if name := s.Called(m.Person); name != "" {
				g.fact = name + ": " + m.Fact
			}
			switch {
			case slices.Contains(change, g) || slices.Contains(not, g):
			case m.Effect == noChange:
				not = append(not, g)
			default:
				change = append(change, g)
			}
		}
	}
	return append(change, not...)
}

// Wanted is the missing fact that would change an answer first, "Joan: age at death", and no number;
// "" where none would.
func (s Shown) Wanted() string {
	if all := s.missing(); len(all) > 0 && all[0].effect != noChange {
		return all[0].fact
	}
	return ""
}

// noChange is the effect of a missing fact that changes no answer.
var noChange = risk.Effect(0, 0, 0)

// withNow is a risk by age that begins at the present age, where it is nothing: a model's begins a
// year later.
func withNow(curve []risk.CurvePoint) []risk.CurvePoint {
	return append([]risk.CurvePoint{{Age: curve[0].Age - 1}}, curve...)
}

// curveOf is the first answer that has a risk by age.
func curveOf(answers []risk.Assessment) *risk.Assessment {
	for i := range answers {
		if answers[i].Status == risk.OK && len(answers[i].CurveOf("breast")) > 1 {
			return &answers[i]
		}
	}
	return nil
}
