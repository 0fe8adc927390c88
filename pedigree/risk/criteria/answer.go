package criteria

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// Begin starts an answer about a case. ok is false where nobody can be asked about, or where the record
// contradicts itself: the answer is then complete.
func Begin(c *risk.Case) (a risk.Assessment, ok bool) {
	a = risk.Assessment{Subject: c.Subject.ID}
	if !c.Subject.IsPerson() {
		a.Status, a.Because = risk.NotApplicable, []string{"The symbol asked about is a pregnancy or a group, not one person."}
		return a, false
	}
	if a.Because = c.Conflicts(); len(a.Because) > 0 {
		a.Status, a.Category = risk.CannotTell, CannotTell
		return a, false
	}
	return a, true
}

// Warn adds the warnings that stand beside every answer, and the model's limits.
func (v *View) Warn(a *risk.Assessment, limits []string) {
	a.Facts = v.Facts()
	a.Warnings = slices.Concat(v.Warnings(a.Facts), v.Silent(), a.Warnings, limits)
}

// Conditions is how far each condition of a list holds, and for whom.
func (v *View) Conditions(conditions []Condition, candidates []int) []Held {
	held := make([]Held, len(conditions))
	for i := range conditions {
		h := &held[i]
		h.Condition = &conditions[i]
		for _, about := range candidates {
			f := v.Evaluate(&conditions[i].Test, about)
			if f.Level > h.Level {
				h.Level, h.In = f.Level, nil
			}
			if f.Level == h.Level && f.Level > No {
				h.In = append(h.In, In{about, f})
			}
		}
		v.nearestFirst(h.In)
	}
	return held
}

// Held is how far a condition holds at most, and the people for whom it holds so far, the subject first
// and near relatives before distant ones.
type Held struct {
	*Condition
	Level Level
	In    []In
}

// In is somebody for whom a condition holds.
type In struct {
	About int
	Finding
}

func (v *View) nearestFirst(in []In) {
	if len(in) < 2 {
		return
	}
	slices.SortStableFunc(in, func(a, b In) int { return v.distance(a.About) - v.distance(b.About) })
}

// distance is 0 for the subject, else the degree of relationship.
func (v *View) distance(i int) int {
	if v.At(i).ID == v.Subject.ID {
		return 0
	}
	return v.Relation(v.At(i).ID).Degree
}

// Highest is the level of the whole set: any condition is enough.
func Highest(held []Held) Level {
	level := No
	for _, h := range held {
		level = max(level, h.Level)
	}
	return level
}

// Affected lists the positions of the subject and blood relatives of whom any illness is recorded.
func (v *View) Affected() []int {
	var affected []int
	for _, i := range v.Kindred() {
		if p := v.At(i); len(p.Diagnoses) > 0 || p.Affected == pedigree.Yes {
			affected = append(affected, i)
		}
	}
	return affected
}

// Answer is the answer of rules about the candidates: the category, by whom, what is open and why, and
// what would change it.
func (r *Rules) Answer(v *View, a risk.Assessment, candidates func(*View) []int) risk.Assessment {
	held := v.Conditions(r.Conditions, candidates(v))
	level := Highest(held)
	a.Status, a.Category = level.Status(), level.Category()
	a.Because = v.because(held, level)
	counts := v.anyOf(r.tumours())
	if !counts {
		a.Because = []string{"Not met: no cancer that the criteria count is recorded in the person asked about or a blood relative."}
	}
	for _, h := range held {
		if counts {
			a.Working = append(a.Working, v.working(h))
		}
		if h.Level == level && level > No {
			for _, in := range h.In {
				a.Counted = add(a.Counted, v.IDs(in.By)...)
				a.Counted = add(a.Counted, v.IDs(in.Open)...)
			}
		}
	}
	if r.Other != nil && counts {
		a.Because = append(a.Because, v.other(r.Other, candidates(v)))
	}
	t := r.tally(v, candidates(v))
	a.Missing = v.Missing(r.Sites(), r.tumours(), &a, r.facts(v), func(changed *View) risk.Assessment {
		level := t.instead(changed, candidates(changed))
		return risk.Assessment{Status: level.Status(), Category: level.Category()}
	})
	v.Warn(&a, r.Limits)
	return a
}

func add(ids []pedigree.ID, more ...pedigree.ID) []pedigree.ID {
	for _, id := range more {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// anyOf reports that somebody has, or may have, one of the tumours at some age.
func (v *View) anyOf(tumours []*Tumour) bool {
	for _, i := range v.Affected() {
		for _, t := range tumours {
			if v.Most(v.At(i), t, Limit{}) > No {
				return true
			}
		}
	}
	return false
}
