package riskview

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree/risk"
)

// outlook is what one model says of the cancers to come.
type outlook struct {
	title   string // of the model
	other   bool   // it is not the chosen model, which has no risk by age
	known   string // how today's risk is known: "as things are known today"
	who     string
	pronoun string
	people  string // "women"
	curves  []risk.Curve
}

// horizon is the age to which the picture looks, where the model's curve goes so far.
const horizon = 80

// outlookOf is that of the chosen model, or else of the first that has a risk by age; nil for none.
func (s *Shown) outlookOf(chosen string) *outlook {
	var best *risk.Assessment
	for i := range s.Answers {
		a := &s.Answers[i]
		if a.Status == risk.OK && len(drawable(a.Curves)) > 0 && (best == nil || a.Model == chosen) {
			best = a
		}
	}
	if best == nil {
		return nil
	}
	known := "as things are known today"
	if len(s.Supposed) > 0 {
		known = "if what is supposed were so"
	}
	return &outlook{title: best.Title, known: known, other: chosen != "" && best.Model != chosen, who: s.Who, pronoun: s.pronoun(), people: s.people(), curves: drawable(best.Curves)}
}

// first is the model whose answer is looked at first: the one that knows of a variant in the family, where the
// topmost that suits does not speak of it.
func (s *Shown) first() string {
	top := slices.IndexFunc(s.Answers, func(a risk.Assessment) bool { return suits(&a) })
	if top < 0 {
		return ""
	}
	if o := s.outlookOf(s.Answers[top].Model); o == nil || o.gene() == "" {
		for i := range s.Answers {
			if a := &s.Answers[i]; a.Status == risk.OK && strings.HasPrefix(a.Headline, "carrier/") {
				return a.Model
			}
		}
	}
	return s.Answers[top].Model
}

// drawable are the curves with something to draw, one a cancer, each from the present age on.
func drawable(curves []risk.Curve) []risk.Curve {
	var all []risk.Curve
	for _, c := range curves {
		if len(c.Points) > 1 && !slices.ContainsFunc(all, func(o risk.Curve) bool { return o.Cancer == c.Cancer }) {
			c.Points = withNow(c.Points)
			all = append(all, c)
		}
	}
	return all
}

// withNow is a risk by age that begins at the present age, where it is nothing: many a model's begins a
// year later.
func withNow(curve []risk.CurvePoint) []risk.CurvePoint {
	if first := curve[0]; first.Risk == 0 && first.Population == 0 && first.With == 0 {
		return curve
	}
	return append([]risk.CurvePoint{{Age: curve[0].Age - 1}}, curve...)
}

// at is the point of a curve at the horizon, else its last.
func at(curve []risk.CurvePoint) risk.CurvePoint {
	for _, p := range curve {
		if p.Age == horizon {
			return p
		}
	}
	return curve[len(curve)-1]
}

// curve is that of a cancer, else the first.
func (o *outlook) curve(cancer string) risk.Curve {
	for _, c := range o.curves {
		if c.Cancer == cancer {
			return c
		}
	}
	return o.curves[0]
}

// gene is the known variant that the person is not tested for; "" where there is none.
func (o *outlook) gene() string {
	for _, c := range o.curves {
		if c.Gene != "" {
			return c.Gene
		}
	}
	return ""
}

// supposition is what is taken to be known of the person.
type supposition string

// The suppositions, as the picture and the chart show them.
const (
	today   supposition = "today"
	with    supposition = "with"
	without supposition = "without"
	general supposition = "general"
)

// suppositions are those that make a difference here, in the order of the picture.
func (o *outlook) suppositions() []supposition {
	if o.gene() != "" {
		return []supposition{with, without, today, general}
	}
	return []supposition{today, general}
}

// words says a supposition of the person.
func (o *outlook) words(s supposition) string {
	switch {
	case s == with:
		return "If " + o.who + " has it"
	case s == without:
		return "If " + strings.Replace(o.pronoun, "does", "does not", 1)
	case s == general:
		return o.people + " in general"
	case o.gene() != "":
		return "Today, not knowing"
	}
	return o.who
}

// of is the risk at a point under a supposition.
func (s supposition) of(p risk.CurvePoint) float64 {
	switch s {
	case with:
		return p.With
	case without:
		return p.Without
	case general:
		return p.Population
	}
	return p.Risk
}

// holds reports that a curve knows a supposition: with and without are those of a gene.
func (s supposition) holds(c risk.Curve) bool {
	return c.Gene != "" || s == today || s == general
}

// mostTogether is how many cancers a line of numbers has room for.
const mostTogether = 2

// together are the curves whose numbers stand in one line: the first ones, or the chosen cancer alone
// where it is not among them.
func (o *outlook) together(cancer string) []risk.Curve {
	first := o.curves[:min(len(o.curves), mostTogether)]
	if chosen := o.curve(cancer); !slices.ContainsFunc(first, func(c risk.Curve) bool { return c.Cancer == chosen.Cancer }) {
		return []risk.Curve{chosen}
	}
	return first
}

// organs names the cancers of a line: "breast · ovary".
func (o *outlook) organs(cancer string) string {
	var names []string
	for _, c := range o.together(cancer) {
		names = append(names, organName(c.Cancer))
	}
	return strings.Join(names, " · ")
}

// hundred is so many of 100 under a supposition, cancer by cancer: "61 · 42".
func (o *outlook) hundred(cancer string, s supposition) string {
	var numbers []string
	for _, c := range o.together(cancer) {
		words := "–"
		if s.holds(c) {
			words = ofHundred(s.of(at(c.Points)))
		}
		numbers = append(numbers, words)
	}
	return strings.Join(numbers, " · ")
}

// heading is "Of 100 women now 42, by age 80".
func (o *outlook) heading(cancer string) string {
	points := o.curve(cancer).Points
	return fmt.Sprintf("Of 100 %s now %d, by age %d", o.people, points[0].Age, at(points).Age)
}

// caption says what the filled circles are, and from which model.
func (o *outlook) caption(cancer string, s supposition) string {
	c := o.curve(cancer)
	said := map[supposition]string{
		with: "if " + o.who + " has the " + c.Gene + " variant", without: "if " + o.who + " does not have the " + c.Gene + " variant",
		today: o.known, general: "of " + o.people + " of that age in general",
	}[s]
	kind := "not counting death of other causes"
	if c.Crude {
		kind = "allowing for death of other causes"
	}
	by := "By " + o.title
	if o.other {
		by = "The chosen model gives no risk by age: this is by " + o.title
	}
	return fmt.Sprintf("Filled: %s, %s: %s of 100. %s; %s.", cancerName(c.Cancer), said, ofHundred(s.of(at(c.Points))), by, kind)
}

// figure is one line of the table by age: the age, and the risk under each supposition.
func (o *outlook) figure(c risk.Curve, p risk.CurvePoint) []string {
	line := []string{fmt.Sprint(p.Age)}
	for _, s := range o.suppositions() {
		words := "–"
		if s.holds(c) {
			words = percent(s.of(p))
		}
		line = append(line, words)
	}
	return line
}

// decades are the points of a curve at every tenth birthday, and its last.
func decades(curve []risk.CurvePoint) []risk.CurvePoint {
	var points []risk.CurvePoint
	for i, p := range curve[1:] {
		if p.Age%10 == 0 || i == len(curve)-2 {
			points = append(points, p)
		}
	}
	return points
}
