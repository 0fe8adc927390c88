package genes

import "kindred/pedigree"

// ashkenazi finds the people of Ashkenazi ancestry: those of whom it is recorded, and the parents of one of
// them, where nothing is recorded of either and neither is otherwise known to be.
func ashkenazi(f *pedigree.Family) map[pedigree.ID]bool {
	of := map[pedigree.ID]bool{}
	index := f.Index()
	var mark func(p *pedigree.Individual)
	mark = func(p *pedigree.Individual) {
		if of[p.ID] {
			return
		}
		of[p.ID] = true
		var open []*pedigree.Individual
		for _, id := range []pedigree.ID{p.EggParent(), p.SpermParent()} {
			i, ok := index[id]
			if !ok || id == "" {
				continue
			}
			switch parent := &f.Individuals[i]; parent.Ashkenazi {
			case pedigree.Yes:
				return
			case pedigree.No:
			default:
				open = append(open, parent)
			}
		}
		for _, parent := range open {
			mark(parent)
		}
	}
	for i := range f.Individuals {
		if p := &f.Individuals[i]; p.Ashkenazi == pedigree.Yes {
			mark(p)
		}
	}
	return of
}

// priors are the genotypes of founders, by position in the family; nil rows for the model's usual
// frequencies, and nil when nobody is of another ancestry.
func (q *question) priors() [][]float64 {
	of := ashkenazi(q.c.Family)
	if len(of) == 0 {
		return nil
	}
	frequencies := q.frequencies()
	different := false
	for i := range q.genes {
		if q.genes[i].Ashkenazi != nil {
			frequencies[i], different = q.genes[i].Ashkenazi.Value, true
		}
	}
	if !different {
		return nil
	}
	row := q.g.everybody(frequencies)
	priors := make([][]float64, len(q.c.Family.Individuals))
	for i := range priors {
		if of[q.c.Family.Individuals[i].ID] {
			priors[i] = row
			q.ashkenazi = true
		}
	}
	return priors
}
