package breastovarian_test

import (
	"encoding/json"
	"math"
	"testing"

	"kindred/assets"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// TestWhatAFactDoesToTheValuesOfNICEIsWhatAskingAgainGives of a request that is not quick; a quick one leaves
// it out.
func TestWhatAFactDoesToTheValuesOfNICEIsWhatAskingAgainGives(t *testing.T) {
	m := model(t)
	f := &pedigree.Family{}
	if err := json.Unmarshal(assets.Must("families/g10482-breast-ovarian.json"), f); err != nil {
		t.Fatal(err)
	}
	sites := []pedigree.Site{pedigree.Breast, pedigree.Ovary, pedigree.FallopianTube, pedigree.Peritoneum, pedigree.Pancreas, pedigree.Prostate}
	for _, missing := range m.Assess(risk.Request{Family: f, Quick: true}).Missing {
		if len(missing.Others) > 0 {
			t.Errorf("in haste: %+v", missing)
		}
	}
	c := risk.Open(risk.Request{Family: f})
	tried := 0
	for _, missing := range m.Assess(risk.Request{Family: f}).Missing {
		for _, d := range risk.Doubts(c, sites) {
			if d.Person != missing.Person || d.Item != missing.Item || d.Fact != missing.Fact {
				continue
			}
			for _, key := range []string{risk.LifetimeFrom20, risk.From40To50} {
				want, given := risk.Range{Low: math.Inf(1), High: math.Inf(-1)}, true
				for _, r := range d.Readings {
					a := m.Assess(risk.Request{Family: c.With(r.Person).Family, Subject: c.Subject.ID, AsOf: c.AsOf, Quick: true})
					v, ok := a.Values[key]
					given = given && ok
					want.Low, want.High = min(want.Low, v), max(want.High, v)
				}
				got, ok := missing.Others[key]
				if ok != given || ok && math.Abs(got.Low-want.Low)+math.Abs(got.High-want.High) > 1e-9 {
					t.Errorf("%s of %s, %s: %+v, asked again %+v", d.Fact, d.Person, key, got, want)
				}
				tried++
			}
		}
	}
	if tried == 0 {
		t.Error("nothing was tried")
	}
}
