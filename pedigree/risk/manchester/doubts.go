package manchester

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// sites are those whose cancers score.
var sites = []pedigree.Site{pedigree.Breast, pedigree.Ovary, pedigree.Prostate, pedigree.Pancreas}

// missing says what each doubtful fact alone could do to the score.
func (m *Model) missing(c *risk.Case, now *risk.Assessment, index *pedigree.Individual) []risk.Missing {
	doubts := append(risk.Doubts(c, sites), m.pathologyDoubts(c, index)...)
	serous := slices.ContainsFunc(c.Kin(), func(p *pedigree.Individual) bool {
		return slices.ContainsFunc(p.Diagnoses, func(d pedigree.Diagnosis) bool {
			return isHighGradeSerous(&d) || d.Site == pedigree.Ovary && d.Pathology.Histology == ""
		})
	})
	doubts = slices.DeleteFunc(doubts, func(d risk.Doubt) bool {
		at, _ := c.At(d.Person)
		is := &c.Family.Individuals[at]
		scores, tested := len(is.Diagnoses) > 0, false
		for _, r := range d.Readings {
			scores = scores || len(r.Person.Diagnoses) > 0
			tested = tested || isOther(r.Person.GeneTests, is.GeneTests)
		}
		return tested || !scores && !serous // gene tests are not read, nor anything of whom nothing scores
	})
	l, kept := m.ledger(c)
	return risk.EffectsBy(doubts, now, func(d *risk.Doubt, r *risk.Reading) risk.Assessment {
		if at, ok := c.At(d.Person); ok && kept {
			if a, ok := m.instead(c, at, r.Person, &l); ok {
				return a
			}
		}
		a, _ := m.score(c.With(r.Person))
		return a
	})
}

// deciding says what the possible cancers would lead to, where nobody else's scores.
func (m *Model) deciding(c *risk.Case, now *risk.Assessment) []risk.Missing {
	doubts := slices.DeleteFunc(risk.Doubts(c, sites), func(d risk.Doubt) bool {
		at, _ := c.At(d.Person)
		return !slices.ContainsFunc(c.Family.Individuals[at].Diagnoses, func(of pedigree.Diagnosis) bool { return of.ID == d.Item && risk.IsPossible(&of) })
	})
	missing := risk.Effects(c, doubts, now, func(c *risk.Case) risk.Assessment {
		a, _ := m.score(c)
		return a
	})
	return slices.DeleteFunc(missing, func(of risk.Missing) bool { return len(of.Moves) == 0 })
}

// isOther reports that a reading replaced a person's gene tests.
func isOther(a, b []pedigree.GeneTest) bool {
	return len(a) != len(b) || len(a) > 0 && &a[0] != &b[0]
}

// pathologyDoubts are what is not recorded of the index's breast cancer and of anybody's ovarian cancer.
func (m *Model) pathologyDoubts(c *risk.Case, index *pedigree.Individual) []risk.Doubt {
	var doubts []risk.Doubt
	if d := scoredBreast(index); d != nil {
		if readings := gradesAndReceptors(index, d); len(readings) > 1 {
			doubts = append(doubts, risk.Doubt{Person: index.ID, Item: d.ID, Kind: risk.FactMissing, Fact: "grade and receptors of the breast cancer", Readings: readings})
		}
	}
	for _, p := range c.Kin() {
		for i := range p.Diagnoses {
			d := &p.Diagnoses[i]
			if as, _ := scores(p, d); as != ovarian || d.Pathology.Histology != "" || d.Behaviour == pedigree.Borderline || risk.IsPossible(d) {
				continue
			}
			doubt := risk.Doubt{Person: p.ID, Item: d.ID, Kind: risk.FactMissing, Fact: "histology of the ovarian cancer"}
			for _, histology := range []string{"high-grade serous", "mucinous"} {
				doubt.Readings = append(doubt.Readings, risk.Reading{Name: risk.ReadingName(histology), Person: withPathology(p, d, func(at *pedigree.Pathology) { at.Histology = histology })})
			}
			doubts = append(doubts, doubt)
		}
	}
	return doubts
}

// withPathology is a copy of a person with the pathology of one diagnosis changed.
func withPathology(p *pedigree.Individual, d *pedigree.Diagnosis, change func(*pedigree.Pathology)) *pedigree.Individual {
	changed := *p
	changed.Diagnoses = slices.Clone(p.Diagnoses)
	for i := range p.Diagnoses {
		if &p.Diagnoses[i] == d {
			change(&changed.Diagnoses[i].Pathology)
		}
	}
	return &changed
}

// gradesAndReceptors are the readings of everything about grade and receptors that is not recorded.
func gradesAndReceptors(p *pedigree.Individual, d *pedigree.Diagnosis) []risk.Reading {
	grades := []int{d.Pathology.Grade}
	if d.Pathology.Grade == 0 {
		grades = []int{1, 2, 3}
	}
	either := func(r pedigree.Receptor) []pedigree.Receptor {
		if r == "" {
			return []pedigree.Receptor{pedigree.ReceptorPositive, pedigree.ReceptorNegative}
		}
		return []pedigree.Receptor{r}
	}
	sign := map[pedigree.Receptor]string{pedigree.ReceptorPositive: "+", pedigree.ReceptorNegative: "-"}
	var readings []risk.Reading
	for _, grade := range grades {
		for _, er := range either(d.Pathology.ER) {
			for _, pr := range either(d.Pathology.PR) {
				for _, her2 := range either(d.Pathology.HER2) {
					name := strings.Join([]string{fmt.Sprint("grade ", grade), "ER" + sign[er], "PR" + sign[pr], "HER2" + sign[her2]}, " ")
					readings = append(readings, risk.Reading{Name: risk.ReadingName(name), Person: withPathology(p, d, func(at *pedigree.Pathology) {
						at.Grade, at.ER, at.PR, at.HER2 = grade, er, pr, her2
					})})
				}
			}
		}
	}
	return readings
}
