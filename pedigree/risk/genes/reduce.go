package genes

import (
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
)

// tree is a family, or the part of it that matters, made ready for questions.
type tree struct {
	shape   string
	net     *likelihood.Net
	at      []int // by position in the family; -1 for people left out
	size    int
	nothing *likelihood.Solution // with nothing known of anybody, and founders of the usual ancestry
}

// solve asks with rows by position in the family.
func (t *tree) solve(founders, data [][]float64) (*likelihood.Solution, error) {
	rows := func(of [][]float64) [][]float64 {
		if of == nil {
			return nil
		}
		picked := make([][]float64, t.size)
		for i, at := range t.at {
			if at >= 0 {
				picked[at] = of[i]
			}
		}
		return picked
	}
	return t.net.Solve(rows(founders), rows(data))
}

// reduction finds who can be left out of a calculation without a trace: descendants of whom nothing is known,
// and founder couples of whom nothing is known who are there only as the parents of one person, who then
// stands as a founder. Without it genotypes beyond the most risk alleles, which count as impossible, would let
// people of whom nothing is known move the last digits.
type reduction struct {
	family   *pedigree.Family
	index    map[pedigree.ID]int
	known    func(i int) bool // or the subject, or an identical twin
	founders [][]float64      // by position, nil for the usual ancestry; nil when there is no other
	kept     []bool
	founder  []bool // kept without the parents
}

// reduced is the part of the family that matters, and the positions in it.
func reduced(f *pedigree.Family, founders [][]float64, known func(i int) bool) (*pedigree.Family, []int) {
	r := &reduction{
		family: f, index: f.Index(), known: known, founders: founders,
		kept: make([]bool, len(f.Individuals)), founder: make([]bool, len(f.Individuals)),
	}
	for i := range f.Individuals {
		if known(i) {
			r.keep(i)
		}
	}
	for _, t := range f.Twins {
		if t.Zygosity != pedigree.Monozygotic {
			continue
		}
		for _, id := range t.Members {
			if i, ok := r.index[id]; ok && r.kept[i] {
				for _, other := range t.Members {
					if k, ok := r.index[other]; ok {
						r.keep(k)
					}
				}
			}
		}
	}
	for r.dropParents() {
	}
	part := &pedigree.Family{AsOf: f.AsOf, Twins: f.Twins, Individuals: make([]pedigree.Individual, 0, len(f.Individuals))}
	at := make([]int, len(f.Individuals))
	for i := range f.Individuals {
		at[i] = -1
		if !r.kept[i] {
			continue
		}
		at[i] = len(part.Individuals)
		of := &f.Individuals[i]
		p := pedigree.Individual{ID: of.ID, Sex: of.Sex}
		if !r.founder[i] {
			p.Mother, p.Father, p.OtherParents = of.Mother, of.Father, of.OtherParents
		}
		part.Individuals = append(part.Individuals, p)
	}
	return part, at
}

// keep keeps somebody and all ancestors.
func (r *reduction) keep(i int) {
	if r.kept[i] {
		return
	}
	r.kept[i] = true
	for _, parent := range r.parents(i) {
		r.keep(parent)
	}
}

// parents lists the genetic parents in the family.
func (r *reduction) parents(i int) []int {
	if r.founder[i] {
		return nil
	}
	var found []int
	for _, id := range []pedigree.ID{r.family.Individuals[i].EggParent(), r.family.Individuals[i].SpermParent()} {
		if at, ok := r.index[id]; ok && id != "" {
			found = append(found, at)
		}
	}
	return found
}

// dropParents makes founders of people whose parents only stand for unknown ones; false when there was none.
func (r *reduction) dropParents() bool {
	children := make([]int, len(r.kept))
	for i, kept := range r.kept {
		if kept {
			for _, parent := range r.parents(i) {
				children[parent]++
			}
		}
	}
	changed := false
	for i, kept := range r.kept {
		parents := r.parents(i)
		if !kept || len(parents) == 0 || len(parents) == 1 && r.row(parents[0]) != nil {
			continue
		}
		blank := func(k int) bool {
			return len(r.parents(k)) == 0 && children[k] == 1 && !r.known(k) && !r.twin(k) && sameRow(r.row(k), r.row(parents[0]))
		}
		if r.twin(i) || !blank(parents[0]) || !blank(parents[len(parents)-1]) || !sameRow(r.row(i), r.row(parents[0])) {
			continue
		}
		for _, k := range parents {
			r.kept[k] = false
		}
		r.founder[i], changed = true, true
	}
	return changed
}

func (r *reduction) row(i int) []float64 {
	if r.founders == nil {
		return nil
	}
	return r.founders[i]
}

// sameRow compares rows that are shared by everybody of one ancestry.
func sameRow(a, b []float64) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// twin reports a member of a set of identical twins.
func (r *reduction) twin(i int) bool {
	id := r.family.Individuals[i].ID
	return slices.ContainsFunc(r.family.Twins, func(t pedigree.TwinSet) bool {
		return t.Zygosity == pedigree.Monozygotic && slices.Contains(t.Members, id)
	})
}

// shapeOf tells families apart by who is whose child and who is an identical twin.
func shapeOf(f *pedigree.Family) string {
	var b strings.Builder
	for i := range f.Individuals {
		p := &f.Individuals[i]
		for _, id := range []pedigree.ID{p.ID, p.EggParent(), p.SpermParent()} {
			b.WriteByte(0)
			b.WriteString(string(id))
		}
	}
	for _, t := range f.Twins {
		if t.Zygosity == pedigree.Monozygotic {
			b.WriteByte(1)
			for _, id := range t.Members {
				b.WriteByte(0)
				b.WriteString(string(id))
			}
		}
	}
	return b.String()
}
