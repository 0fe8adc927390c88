package interview

import (
	"slices"
	"strings"

	"kindred/pedigree"
)

// The questions that have a field of their own in the record; the others are pedigree's.
const (
	AskedAlive pedigree.Question = "alive or dead"
	AskedAge   pedigree.Question = "age"
)

// Questions lists what is asked about a relative, in the order in which it is asked.
var Questions = []pedigree.Question{
	AskedAlive, AskedAge, pedigree.AskedCancer, pedigree.AskedTests, pedigree.AskedSurgery,
	pedigree.AskedSiblings, pedigree.AskedChildren, pedigree.AskedAncestry,
}

// History is a family as it is talked through with one subject; it does not follow later changes of
// the family.
type History struct {
	Family  *pedigree.Family
	Subject pedigree.ID
	Rows    []Row

	sides map[pedigree.ID]pedigree.Lineage
	walk  *walk
	steps map[int]steps
}

// New puts a family in the order of the talk. Subject "" takes the consultand, else the proband.
func New(f *pedigree.Family, subject pedigree.ID) *History {
	if p := f.Subject(); subject == "" && p != nil {
		subject = p.ID
	}
	h := &History{Family: f, Subject: subject, Rows: Order(f, subject), sides: f.SidesOf(subject), walk: newWalk(f)}
	if at, known := h.walk.index[subject]; known {
		h.steps = h.walk.stepsFrom(at)
	}
	return h
}

// Answer is what came of a question about a person: Yes that something is recorded, No that it was
// asked and there is none, DontKnow, or NotAsked. Of somebody of whom no details are known, what is not
// recorded is not known.
func (h *History) Answer(id pedigree.ID, q pedigree.Question) pedigree.Answer {
	p := h.person(id)
	if p == nil {
		return pedigree.NotAsked
	}
	a := h.recorded(p, q)
	if a == pedigree.NotAsked {
		a = p.Asked[q]
	}
	if a == pedigree.NotAsked && p.NoDetails {
		return pedigree.DontKnow
	}
	return a
}

// person is Family.Individual by the index that the history has.
func (h *History) person(id pedigree.ID) *pedigree.Individual {
	if at, known := h.walk.index[id]; known {
		return &h.Family.Individuals[at]
	}
	return nil
}

func (h *History) recorded(p *pedigree.Individual, q pedigree.Question) pedigree.Answer {
	switch q {
	case AskedAlive:
		return alive(p)
	case AskedAge:
		return aged(p)
	case pedigree.AskedCancer:
		return cancer(p)
	case pedigree.AskedTests:
		return some(len(p.GeneTests) > 0)
	case pedigree.AskedSurgery:
		return some(len(p.Surgery) > 0)
	case pedigree.AskedSiblings:
		return h.siblings(p)
	case pedigree.AskedChildren:
		return h.children(p)
	case pedigree.AskedAncestry:
		if p.Ashkenazi != pedigree.NotAsked && p.Ashkenazi != pedigree.Yes && len(p.Ancestry) == 0 {
			return p.Ashkenazi
		}
		return some(p.Ashkenazi == pedigree.Yes || len(p.Ancestry) > 0)
	}
	return pedigree.NotAsked
}

func some(recorded bool) pedigree.Answer {
	if recorded {
		return pedigree.Yes
	}
	return pedigree.NotAsked
}

// alive: an age that is said of somebody without a word about death is that of a living person.
func alive(p *pedigree.Individual) pedigree.Answer {
	switch {
	case p.Deceased == pedigree.DontKnow:
		return pedigree.DontKnow
	case p.Deceased != pedigree.NotAsked, p.Pregnancy != nil:
		return pedigree.Yes
	}
	return some(p.Well == pedigree.Yes || p.Age.HasNumber())
}

func aged(p *pedigree.Individual) pedigree.Answer {
	said := []pedigree.Fuzzy{p.Age, p.Born, p.Died}
	for _, v := range said {
		if v.HasNumber() || strings.Trim(v.Words, " ?") != "" {
			return pedigree.Yes
		}
	}
	if slices.ContainsFunc(said, func(v pedigree.Fuzzy) bool { return !v.IsZero() }) {
		return pedigree.DontKnow
	}
	return some(p.Pregnancy != nil)
}

func cancer(p *pedigree.Individual) pedigree.Answer {
	if len(p.Diagnoses) > 0 {
		return pedigree.Yes
	}
	switch p.Illness() {
	case pedigree.IllnessPresent:
		return pedigree.Yes
	case pedigree.IllnessAbsent:
		return pedigree.No
	case pedigree.IllnessUncertain, pedigree.IllnessNoDetails:
		return pedigree.DontKnow
	}
	return pedigree.NotAsked
}

// siblings are answered by somebody who is there, or once brothers and sisters were both asked about.
func (h *History) siblings(p *pedigree.Individual) pedigree.Answer {
	at := h.walk.index[p.ID]
	for _, parent := range h.walk.parents[at] {
		if parent >= 0 && len(h.walk.children[parent]) > 1 {
			return pedigree.Yes
		}
	}
	brothers, sisters := p.Asked[pedigree.AskedBrothers], p.Asked[pedigree.AskedSisters]
	switch {
	case brothers == pedigree.NotAsked || sisters == pedigree.NotAsked:
		return pedigree.NotAsked
	case brothers == pedigree.No && sisters == pedigree.No:
		return pedigree.No
	}
	return pedigree.DontKnow
}

func (h *History) children(p *pedigree.Individual) pedigree.Answer {
	if len(h.walk.children[h.walk.index[p.ID]]) > 0 {
		return pedigree.Yes
	}
	if p.Childless != "" {
		return pedigree.No
	}
	for _, u := range h.Family.Unions {
		if u.Childless != "" && slices.Contains(u.Partners, p.ID) {
			return pedigree.No
		}
	}
	return pedigree.NotAsked
}
