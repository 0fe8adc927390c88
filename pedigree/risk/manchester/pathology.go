package manchester

import (
	"fmt"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// scoredBreast is the breast cancer of the index whose pathology is scored: the first, invasive before
// in situ; nil when there is none that is certain.
func scoredBreast(index *pedigree.Individual) *pedigree.Diagnosis {
	var best *pedigree.Diagnosis
	age := func(d *pedigree.Diagnosis) int {
		low, _, ok := d.Age.Within(0, pedigree.OldestAge)
		if !ok {
			return pedigree.OldestAge + 1
		}
		return low
	}
	for _, d := range risk.Primaries(index, risk.IsBreast) {
		if risk.IsPossible(d) || risk.IsLobularInSitu(d) {
			continue
		}
		inSitu := d.Behaviour == pedigree.InSitu
		switch {
		case best == nil, best.Behaviour == pedigree.InSitu && !inSitu:
			best = d
		case inSitu == (best.Behaviour == pedigree.InSitu) && age(d) < age(best):
			best = d
		}
	}
	return best
}

// pathology lists what the index's breast cancer earns beside its age.
func (m *Model) pathology(index *pedigree.Individual, d *pedigree.Diagnosis) []item {
	var items []item
	add := func(what, key string) { items = append(items, certainly(index, what, m.IndexBreast[key])) }
	p := d.Pathology
	if p.Grade >= 1 && p.Grade <= 3 {
		add(fmt.Sprintf("grade %d", p.Grade), fmt.Sprintf("grade_%d", p.Grade))
	}
	switch {
	case p.TripleNegative():
		add("triple-negative", "triple_negative")
	case p.ER == pedigree.ReceptorPositive:
		add("ER positive", "er_positive")
	case p.ER == pedigree.ReceptorNegative:
		add("ER negative", "er_negative")
	}
	if p.HER2 == pedigree.ReceptorPositive {
		add("HER2 positive", "her2_positive")
	}
	switch {
	case d.Behaviour == pedigree.InSitu:
		add("in situ only", "in_situ")
	case risk.HistologyHas(d, "lobular"):
		add("lobular", "lobular")
	}
	return items
}

// pathologySpan is the fewest and most points that the index's breast pathology could earn, over
// everything about grade and receptors that is not recorded.
func (m *Model) pathologySpan(index *pedigree.Individual, d *pedigree.Diagnosis) (now, low, high float64) {
	total := func(p pedigree.Pathology) float64 {
		trial := *d
		trial.Pathology = p
		sum := 0.0
		for _, it := range m.pathology(index, &trial) {
			sum += it.mean.brca1
		}
		return sum
	}
	now = total(d.Pathology)
	low, high = now, now
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
	for _, grade := range grades {
		for _, er := range either(d.Pathology.ER) {
			for _, pr := range either(d.Pathology.PR) {
				for _, her2 := range either(d.Pathology.HER2) {
					p := d.Pathology
					p.Grade, p.ER, p.PR, p.HER2 = grade, er, pr, her2
					low, high = min(low, total(p)), max(high, total(p))
				}
			}
		}
	}
	return now, low, high
}
