package criteria

import (
	"cmp"
	"slices"
	"strings"

	"kindred/pedigree"
)

// Finding is how far a test holds for one person, and because of whom.
type Finding struct {
	Level Level
	By    []Evidence // what holds at Level, or at least as reported
	Open  []Evidence // what is open, where Level is Open
}

// Evidence is what of one person a condition counted.
type Evidence struct {
	Person  int // position in the family
	Matches []Match
}

// Evaluate is how far a test holds for the person at a position.
func (v *View) Evaluate(t *Test, about int) Finding {
	switch {
	case t.Need != nil:
		return v.need(t.Need, about)
	case len(t.All) > 0:
		f := Finding{Level: Confirmed}
		for i := range t.All {
			part := v.Evaluate(&t.All[i], about)
			if part.Level == No {
				return Finding{}
			}
			f.Level = min(f.Level, part.Level)
			f.add(part)
		}
		return f
	}
	parts := make([]Finding, len(t.Any))
	var f Finding
	for i := range t.Any {
		parts[i] = v.Evaluate(&t.Any[i], about)
		f.Level = max(f.Level, parts[i].Level)
	}
	for _, part := range parts {
		if part.Level == f.Level && f.Level > No {
			f.add(part)
		}
	}
	return f
}

func (f *Finding) add(part Finding) {
	f.By = join(f.By, part.By)
	f.Open = join(f.Open, part.Open)
}

// join puts evidence together, each diagnosis once.
func join(all, more []Evidence) []Evidence {
	for _, e := range more {
		at := slices.IndexFunc(all, func(known Evidence) bool { return known.Person == e.Person })
		if at < 0 {
			all = append(slices.Clip(all), Evidence{e.Person, slices.Clone(e.Matches)})
			continue
		}
		for _, m := range e.Matches {
			same := slices.IndexFunc(all[at].Matches, func(known Match) bool { return known.Diagnosis == m.Diagnosis })
			if same < 0 {
				all[at].Matches = append(slices.Clip(all[at].Matches), m)
			} else if m.Level < all[at].Matches[same].Level {
				all[at].Matches[same] = m
			}
		}
	}
	return all
}

// need is how far a need is met.
func (v *View) need(n *Need, about int) Finding {
	if len(n.Ancestry) > 0 {
		return v.ancestry(n, about)
	}
	if n.Who == Self {
		matches := v.best(v.At(about), n.Kinds)
		level := kth(matches, n.Count, func(m Match) Level { return m.Level })
		if n.Bilateral {
			matches = sided(matches)
			level = bilateral(matches)
		}
		return finding(level, []Evidence{{about, matches}})
	}
	var people []Evidence
	levels := map[int]Level{}
	ask := v.Within(n.Degree, about)
	if n.Who == Family {
		ask = append(ask, about)
	}
	for _, i := range ask {
		matches := v.best(v.At(i), n.Kinds)
		if level := kth(matches, n.Each, func(m Match) Level { return m.Level }); level > No {
			people = append(people, Evidence{i, matches})
			levels[i] = level
		}
	}
	return finding(kth(people, n.Count, func(e Evidence) Level { return levels[e.Person] }), people)
}

// finding sorts evidence into what holds and what is open.
func finding(level Level, evidence []Evidence) Finding {
	f := Finding{Level: level}
	if level == No {
		return f
	}
	for _, e := range evidence {
		sure, open := Evidence{Person: e.Person}, Evidence{Person: e.Person}
		for _, m := range e.Matches {
			switch {
			case m.Level == Open:
				open.Matches = append(open.Matches, m)
			case m.Level >= level:
				sure.Matches = append(sure.Matches, m)
			}
		}
		if len(sure.Matches) > 0 {
			f.By = append(f.By, sure)
		}
		if level == Open && len(open.Matches) > 0 {
			f.Open = append(f.Open, open)
		}
	}
	return f
}

// best is each of a person's diagnoses as the kind that it is most surely.
func (v *View) best(p *pedigree.Individual, kinds []Kind) []Match {
	var all []Match
	for _, k := range kinds {
		for _, m := range v.Matches(p, k.tumour, k.Limit) {
			same := slices.IndexFunc(all, func(known Match) bool { return known.Diagnosis == m.Diagnosis })
			switch {
			case same < 0:
				all = append(all, m)
			case m.Level > all[same].Level:
				all[same] = m
			}
		}
	}
	return all
}

// kth is the kth highest level.
func kth[E any](of []E, k int, level func(E) Level) Level {
	if len(of) < k {
		return No
	}
	levels := make([]Level, len(of))
	for i, e := range of {
		levels[i] = level(e)
	}
	slices.SortFunc(levels, func(a, b Level) int { return cmp.Compare(b, a) })
	return levels[k-1]
}

// sided opens the matches of a person with several whose side is not recorded.
func sided(matches []Match) []Match {
	all := slices.Clone(matches)
	for i, m := range all {
		if len(all) > 1 && (m.Diagnosis == nil || m.Diagnosis.Side != pedigree.Left && m.Diagnosis.Side != pedigree.Right) {
			all[i].Level = Open
			all[i].Doubts = append(slices.Clip(m.Doubts), "which side is not recorded")
		}
	}
	return all
}

// bilateral is how far two of the matches may be on different sides.
func bilateral(matches []Match) Level {
	level := No
	for i, a := range matches {
		for _, b := range matches[:i] {
			both := min(a.Level, b.Level)
			if both > Open && a.Diagnosis.Side == b.Diagnosis.Side {
				continue
			}
			level = max(level, both)
		}
	}
	return level
}

// ancestry holds, where it is recorded, without a report.
func (v *View) ancestry(n *Need, about int) Finding {
	for _, said := range v.At(about).Ancestry {
		for _, word := range n.Ancestry {
			if strings.Contains(strings.ToLower(said), word) {
				return Finding{Level: Confirmed}
			}
		}
	}
	return Finding{}
}
