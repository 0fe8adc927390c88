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
