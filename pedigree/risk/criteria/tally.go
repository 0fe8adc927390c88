package criteria

import (
	"slices"

	"kindred/pedigree"
)

// tally holds the levels alone of all that rules ask of a family, so that one person's facts can be
// replaced at little cost. What an answer says comes from Evaluate; a test holds the two to the same
// levels.
type tally struct {
	rules  *Rules
	view   *View
	levels [][][]Level   // by position and kind, of each diagnosis; nil for somebody well
	best   map[int]Level // of each candidate, over all conditions
}

// matrix is, by kind, the level of each of a person's diagnoses; nil for somebody well.
func (r *Rules) matrix(v *View, p *pedigree.Individual) [][]Level {
	n := len(p.Diagnoses)
	flag := p.Affected == pedigree.Yes && n == 0
	if n == 0 && !flag {
		return nil
	}
	levels := make([][]Level, len(r.kinds))
	all := make([]Level, len(r.kinds)*max(n, 1))
	reached := v.reached(p)
	for k := range r.kinds {
		levels[k], all = all[:max(n, 1)], all[max(n, 1):]
		if flag {
			levels[k][0] = Open
		}
	}
	for i := range p.Diagnoses {
		d := &p.Diagnoses[i]
		may := mayBe(d)
		for k, kind := range r.kinds {
			levels[k][i] = match(d, may, kind.tumour, kind.Limit, reached).Level
		}
	}
	return levels
}

// facts puts the levels of all kinds of a person in a string.
func (r *Rules) facts(v *View) func(*pedigree.Individual) string {
	return func(p *pedigree.Individual) string {
		key := make([]byte, 0, len(r.kinds)*len(p.Diagnoses))
		for _, kind := range r.matrix(v, p) {
			for _, level := range kind {
				key = append(key, byte(level))
			}
		}
		return string(key)
	}
}

func (r *Rules) tally(v *View, candidates []int) *tally {
	t := &tally{rules: r, view: v, levels: make([][][]Level, len(v.Family.Individuals)), best: map[int]Level{}}
	for _, i := range v.Kindred() {
		t.levels[i] = r.matrix(v, v.At(i))
	}
	for _, i := range candidates {
		t.best[i] = t.of(i)
	}
	return t
}

// instead is the level of the whole set with one person changed. Conditions reach to the second degree:
// further away nothing changes.
func (t *tally) instead(changed *View, candidates []int) Level {
	was, view := t.levels[changed.at], t.view
	t.levels[changed.at], t.view = t.rules.matrix(changed, changed.instead), changed
	defer func() { t.levels[changed.at], t.view = was, view }()
	near := changed.Within(2, changed.at)
	level := No
	for _, i := range candidates {
		known, ok := t.best[i]
		if !ok || i == changed.at || slices.Contains(near, i) {
			known = t.of(i)
		}
		level = max(level, known)
	}
	return level
}

// of is the highest level of any condition for one candidate.
func (t *tally) of(about int) Level {
	level := No
	for i := range t.rules.Conditions {
		level = max(level, t.test(&t.rules.Conditions[i].Test, about))
	}
	return level
}

func (t *tally) test(of *Test, about int) Level {
	switch {
	case of.Need != nil:
		return t.need(of.Need, about)
	case len(of.All) > 0:
		level := Confirmed
		for i := range of.All {
			if level = min(level, t.test(&of.All[i], about)); level == No {
				return No
			}
		}
		return level
	}
	level := No
	for i := range of.Any {
		level = max(level, t.test(&of.Any[i], about))
	}
	return level
}

func (t *tally) need(n *Need, about int) Level {
	if len(n.Ancestry) > 0 || n.Bilateral {
		return t.view.need(n, about).Level
	}
	if n.Who == Self {
		return t.person(n, about, n.Count)
	}
	var at [Confirmed + 1]int // how many people reach each level
	count := func(i int) {
		for level := t.person(n, i, n.Each); level > No; level-- {
			at[level]++
		}
	}
	for _, link := range t.view.near.first[about] {
		count(link.To)
	}
	if n.Degree > 1 {
		for _, i := range t.view.near.second[about] {
			count(i)
		}
	}
	if n.Who == Family {
		count(about)
	}
	for level := Confirmed; level > No; level-- {
		if at[level] >= n.Count {
			return level
		}
	}
	return No
}

// person is the level at which somebody has a number of primaries of the kinds.
func (t *tally) person(n *Need, i, primaries int) Level {
	levels := t.levels[i]
	if levels == nil {
		return No
	}
	for level := Confirmed; level > No; level-- {
		have := 0
		for d := range levels[0] {
			for k := range n.Kinds {
				if levels[n.Kinds[k].at][d] >= level {
					have++
					break
				}
			}
		}
		if have >= primaries {
			return level
		}
	}
	return No
}
