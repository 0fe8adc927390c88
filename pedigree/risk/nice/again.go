package nice

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// A model that does not say what a fact does to the figures classified here is asked again, about no more
// than mostFacts facts, those that change its own answer most, each with no more than mostReadings.
const (
	mostFacts    = 6
	mostReadings = 4
)

// sites are those whose cancers are tried of a relative of whom nobody knows.
var sites = []pedigree.Site{pedigree.Breast, pedigree.Ovary, pedigree.Prostate, pedigree.Pancreas}

// askAgain fills in what the facts of these figures do to the figures classified, by asking the model with
// each reading in turn.
func (m *Model) askAgain(c *risk.Case, req risk.Request, f *figures) {
	at := slices.IndexFunc(m.models, func(model risk.Model) bool { return model.Name() == f.model })
	if at < 0 || len(f.missing) == 0 || slices.ContainsFunc(f.missing, func(of risk.Missing) bool { return len(of.Others) > 0 }) {
		return
	}
	doubts := risk.Doubts(c, sites)
	f.missing = slices.Clone(f.missing[:min(mostFacts, len(f.missing))])
	for i := range f.missing {
		of := &f.missing[i]
		for _, d := range doubts {
			if d.Person == of.Person && d.Item == of.Item && d.Fact == of.Fact {
				of.Others = m.tried(c, req, m.models[at], d)
			}
		}
	}
}

// tried are the lowest and highest figures over the readings of one fact; nil where the model does not
// answer one of them.
func (m *Model) tried(c *risk.Case, req risk.Request, model risk.Model, d risk.Doubt) risk.Ranges {
	readings := d.Readings
	if len(readings) > mostReadings { // ages, in order
		readings = []risk.Reading{readings[0], readings[len(readings)-1]}
	}
	others := risk.Ranges{}
	for i, r := range readings {
		a := model.Assess(risk.Request{
			Family: c.With(r.Person).Family, Subject: c.Subject.ID, AsOf: c.AsOf, Unresolved: req.Unresolved, Quick: true,
		})
		for _, key := range []string{risk.LifetimeFrom20, risk.From40To50} {
			v, ok := a.Values[key]
			if !ok {
				return nil
			}
			if i == 0 {
				others[key] = risk.Range{Low: v, High: v}
			}
			others[key] = risk.Range{Low: min(others[key].Low, v), High: max(others[key].High, v)}
		}
	}
	return others
}
