package nice

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// figures is what one model, or another program, says of the subject.
type figures struct {
	model    string // its name; "" for another program
	program  string // the other program's name; "" for a model
	label    string // "Claus model, any pedigree", "from CanRisk"
	values   risk.Values
	ranges   risk.Ranges
	missing  []risk.Missing
	unusable string // why they are not used, in a sentence; "" where they are
}

// figures collects the answers that could give a category: those of the request, else those of the models
// that this one was built with, and results of other programs about the subject.
func (m *Model) figures(c *risk.Case, req risk.Request) []figures {
	answered := req.Answered
	if len(answered) == 0 {
		for _, model := range m.models {
			answered = append(answered, model.Assess(req))
		}
	}
	var all []figures
	for i := range answered {
		a := &answered[i]
		f := figures{model: a.Model, label: a.Title, values: a.Values, ranges: a.Range, missing: a.Missing}
		if f.label == "" {
			f.label = a.Model
		}
		switch {
		case a.Subject != c.Subject.ID:
			continue
		case a.Status == risk.OK && !classified(a.Values):
			continue // a model of something else
		case a.Status != risk.OK && !slices.ContainsFunc(m.models, func(model risk.Model) bool { return model.Name() == a.Model }):
			continue
		case a.Status != risk.OK:
			f.unusable = "It gives no answer."
			if len(a.Because) > 0 {
				f.unusable = a.Because[0]
			}
		}
		all = append(all, f)
	}
	for i := range req.Elsewhere {
		e := &req.Elsewhere[i]
		if e.Subject != c.Subject.ID || !classified(e.Values) && len(e.Values) > 0 {
			continue
		}
		f := figures{program: e.Program, label: "from " + e.Program, values: e.Values}
		if e.On != "" {
			f.label += " of " + e.On.Prose()
		}
		if e.Stale {
			f.unusable = "The family has changed since."
		}
		all = append(all, f)
	}
	return all
}

// classified reports that a figure which the guideline classifies is there.
func classified(values risk.Values) bool {
	_, lifetime := values[risk.LifetimeFrom20]
	_, decade := values[risk.From40To50]
	return lifetime || decade
}

// band is the position of the category that figures fall into: 0 is the highest.
func (m *Model) band(values risk.Values) int {
	for i, b := range m.Bands {
		if len(b.Any) == 0 || slices.ContainsFunc(b.Any, func(x bound) bool { return x.reached(values) }) {
			return i
		}
	}
	return len(m.Bands) - 1
}

func (x bound) reached(values risk.Values) bool {
	v, ok := values[x.Value]
	switch {
	case !ok:
		return false
	case x.AtLeast != nil:
		return v >= *x.AtLeast
	}
	return v > *x.Above
}

// said is the figures in words: "lifetime risk from 20 of 31.2%, from 40 to 50 8.4%".
func (f *figures) said() string {
	var words []string
	if v, ok := f.values[risk.LifetimeFrom20]; ok {
		words = append(words, "lifetime risk from 20 of "+risk.Percent(v))
	}
	if v, ok := f.values[risk.From40To50]; ok {
		words = append(words, "risk from 40 to 50 of "+risk.Percent(v))
	}
	return strings.Join(words, ", ")
}

// at are the values with each at one end of its range.
func (f *figures) at(end func(risk.Range) float64, ranges risk.Ranges) risk.Values {
	values := risk.Values{}
	for _, key := range []string{risk.LifetimeFrom20, risk.From40To50} {
		if v, ok := f.values[key]; ok {
			values[key] = v
			if r, ok := ranges[key]; ok {
				values[key] = end(r)
			}
		}
	}
	return values
}

func lowest(r risk.Range) float64  { return r.Low }
func highest(r risk.Range) float64 { return r.High }

// chance is the combined chance of a variant in the genes for which there is a threshold for testing; ok
// is false where the figures lack it.
func (m *Model) chance(f *figures) (chance float64, ok bool) {
	for _, gene := range m.Testing.Genes {
		v, known := f.values["carrier/"+gene]
		if !known {
			return 0, false
		}
		chance += v
	}
	return chance, true
}

// estimate is the highest chance of a variant in those genes that is given, and by whom; ok is false
// where there is none.
func (m *Model) estimate(all []figures) (highest float64, by *figures, ok bool) {
	for i := range all {
		chance, known := m.chance(&all[i])
		if known && all[i].unusable == "" && (!ok || chance > highest) {
			highest, by, ok = chance, &all[i], true
		}
	}
	return highest, by, ok
}

// testingLine says on which side of the threshold for testing the subject's chance of a variant is, or that
// a variant is known in the family; "" for a carrier, and where no figures have it.
func (m *Model) testingLine(c *risk.Case, all []figures) string {
	isCarrier := func(p *pedigree.Individual) bool {
		return slices.ContainsFunc(p.GeneTests, func(t pedigree.GeneTest) bool {
			return t.GermlinePositive() && slices.Contains(m.Testing.Genes, t.Gene)
		})
	}
	chance, by, ok := m.estimate(all)
	if !ok || isCarrier(c.Subject) {
		return ""
	}
	line := fmt.Sprintf("The chance of a %s variant in the person asked about is %s (%s)", strings.Join(m.Testing.Genes, " or "), risk.Percent(chance), by.label)
	if slices.ContainsFunc(c.Kin(), isCarrier) {
		return line + "; with a variant known in the family, a test for that variant comes first."
	}
	side := "below"
	if chance >= m.Testing.AtLeast {
		side = "at or above"
	}
	line = fmt.Sprintf("%s, %s the %.0f%% from which the guideline offers a test where no affected relative can be tested. That is a threshold for testing, not a risk category.", line, side, 100*m.Testing.AtLeast)
	if twice := withSecondCancer(c); len(twice) > 0 && slices.Contains(m.OneCancer, by.model) {
		line += fmt.Sprintf(" The second breast cancer (%s) is not read in that chance, which may be higher.", risk.List(twice))
	}
	return line
}
