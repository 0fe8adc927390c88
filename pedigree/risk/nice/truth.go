package nice

import (
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// truth is an answer with three values.
type truth int

const (
	no truth = iota
	maybe
	yes
)

// need is one relative that a criterion asks for.
type need struct {
	Cancer         string       `json:"cancer"` // a key of kinds
	Sex            pedigree.Sex `json:"sex"`    // "" is either
	Degree         int          `json:"degree"` // at most; 0 is any blood relative
	Below          int          `json:"below"`  // diagnosed before this age; 0 is any age
	TripleNegative bool         `json:"triple_negative"`
}

// kinds are the cancers that criteria ask for.
var kinds = map[string]func(need, *risk.Case, *pedigree.Individual) truth{
	"breast":       need.breast,
	"both breasts": need.bothBreasts,
	"ovary":        need.ovary,
}

// isMet says whether a relative is one that is needed.
func (n need) isMet(c *risk.Case, p *pedigree.Individual) truth {
	if n.Degree > 0 && c.Relation(p.ID).Degree > n.Degree {
		return no
	}
	answer := kinds[n.Cancer](n, c, p)
	switch {
	case n.Sex == "" || p.Sex == n.Sex:
		return answer
	case p.Sex == "" || p.Sex == pedigree.SexUnknown || p.Sex == pedigree.Unassigned:
		return min(answer, maybe)
	}
	return no
}

// before says whether a cancer was diagnosed before the age wanted.
func (n need) before(c *risk.Case, p *pedigree.Individual, d *pedigree.Diagnosis) truth {
	if n.Below == 0 {
		return yes
	}
	onset, ok := c.Onset(p, d)
	switch {
	case !ok:
		return maybe
	case onset.High < n.Below:
		return yes
	case onset.Low < n.Below:
		return maybe
	}
	return no
}

// breast finds a breast cancer. One that is only possible, and in-situ disease, of which the guideline's
// restatements do not say whether it counts, leave it open; LCIS does not count.
func (n need) breast(c *risk.Case, p *pedigree.Individual) truth {
	found := no
	for _, d := range risk.Primaries(p, risk.IsBreast) {
		if risk.IsLobularInSitu(d) {
			continue
		}
		answer := n.before(c, p, d)
		if risk.IsPossible(d) || d.Behaviour == pedigree.InSitu {
			answer = min(answer, maybe)
		}
		if n.TripleNegative {
			answer = min(answer, tripleNegative(d.Pathology))
		}
		found = max(found, answer)
	}
	return found
}

// tripleNegative is open only where something is recorded of the receptors, and nothing against it.
func tripleNegative(p pedigree.Pathology) truth {
	switch {
	case p.TripleNegative():
		return yes
	case p.ER == pedigree.ReceptorPositive || p.PR == pedigree.ReceptorPositive || p.HER2 == pedigree.ReceptorPositive, p.ER+p.PR+p.HER2 == "":
		return no
	}
	return maybe
}

// bothBreasts finds cancers of both breasts, the first before the age wanted.
func (n need) bothBreasts(c *risk.Case, p *pedigree.Individual) truth {
	breast := risk.Primaries(p, risk.IsBreast)
	found := no
	for i, a := range breast {
		for _, b := range breast[:i] {
			if !risk.MayBeTwoBreasts([]*pedigree.Diagnosis{a, b}) || risk.IsLobularInSitu(a) || risk.IsLobularInSitu(b) {
				continue
			}
			answer := max(n.before(c, p, a), n.before(c, p, b))
			known := func(s pedigree.Side) bool { return s == pedigree.Left || s == pedigree.Right }
			if !known(a.Side) || !known(b.Side) || risk.IsPossible(a) || risk.IsPossible(b) || a.Behaviour == pedigree.InSitu || b.Behaviour == pedigree.InSitu {
				answer = min(answer, maybe)
			}
			found = max(found, answer)
		}
	}
	return found
}

// ovary finds an ovarian cancer. Whether the guideline counts cancers of the tube and the peritoneum, and
// borderline tumours, could not be verified: they leave it open.
func (n need) ovary(c *risk.Case, p *pedigree.Individual) truth {
	found := no
	for _, d := range risk.Primaries(p, risk.IsOvarian) {
		answer := n.before(c, p, d)
		if risk.IsPossible(d) || d.Site != pedigree.Ovary || d.Behaviour == pedigree.Borderline || d.Behaviour == pedigree.InSitu {
			answer = min(answer, maybe)
		}
		found = max(found, answer)
	}
	return found
}
