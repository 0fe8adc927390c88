package record

import (
	"maps"
	"slices"
)

// Links are the shown links of a state, sorted into those applied and those that cannot be.
type Links struct {
	applied   map[EntityID]map[string]*Write
	Unapplied []Unapplied // the oldest first
}

// Target is where the applied link of a field leads; "" if there is none.
func (l *Links) Target(entity EntityID, field string) EntityID {
	if w := l.applied[entity][field]; w != nil {
		return w.target
	}
	return ""
}

// Of are the applied links from an entity, by field. The map is not to be changed.
func (l *Links) Of(entity EntityID) map[string]*Write { return l.applied[entity] }

// Cause is why a link is not applied.
type Cause string

// The causes.
const (
	ClosesCycle   Cause = "closes a cycle"
	SameTwice     Cause = "same target twice"
	TargetRemoved Cause = "target removed"
	TargetUnknown Cause = "target unknown" // its Add has not come yet
)

// Unapplied is a link that is kept as data and not applied.
type Unapplied struct {
	Write  *Write
	Target EntityID
	Cause  Cause
	Path   []EntityID // for a cycle: from the target back to the entity of the link, both included
}

// Links sorts the shown links of all visible entities. They are applied oldest first; one that
// would close a cycle in its graph, or fill a second exclusive place with the same target, is not
// applied, so that every order of arrival gives the same links.
func (s *State) Links() *Links {
	if s.links != nil {
		return s.links
	}
	var candidates []*Write
	for r := range s.linking {
		if len(r.live) > 0 && r.live[0].target != "" && s.Visible(r.entity.ID) {
			candidates = append(candidates, r.live[0])
		}
	}
	slices.SortFunc(candidates, compareWrites)
	acyclic := withoutCycle(candidates)
	l := &Links{applied: map[EntityID]map[string]*Write{}}
	for _, w := range candidates {
		target := w.target
		u := Unapplied{Write: w, Target: target}
		switch {
		case s.entities[target] == nil || len(s.entities[target].added) == 0:
			u.Cause = TargetUnknown
		case !s.Visible(target):
			u.Cause = TargetRemoved
		case w.Op.Exclusive && l.fills(w, target):
			u.Cause = SameTwice
		default:
			if !acyclic {
				u.Path = l.path(w.Op.Graph, target, w.Entity)
			}
			if u.Path == nil {
				l.apply(w)
				continue
			}
			u.Cause = ClosesCycle
		}
		l.Unapplied = append(l.Unapplied, u)
	}
	s.links = l
	return l
}

// withoutCycle reports that the links together, whatever their graph, lead nowhere back: then none
// can close a cycle, which is so in all but a few records. It takes away what has no links onwards
// until nothing more goes (Kahn: Topological sorting of large networks, CACM 5, 1962).
func withoutCycle(links []*Write) bool {
	onwards := map[EntityID]int{}
	back := map[EntityID][]EntityID{}
	for _, w := range links {
		onwards[w.Entity]++
		back[w.target] = append(back[w.target], w.Entity)
	}
	var free []EntityID
	for target := range back {
		if onwards[target] == 0 {
			free = append(free, target)
		}
	}
	for ; len(free) > 0; free = free[1:] {
		for _, from := range back[free[0]] {
			if onwards[from]--; onwards[from] == 0 {
				delete(onwards, from)
				free = append(free, from)
			}
		}
	}
	return len(onwards) == 0
}

func (l *Links) apply(w *Write) {
	of := l.applied[w.Entity]
	if of == nil {
		of = map[string]*Write{}
		l.applied[w.Entity] = of
	}
	of[w.Field] = w
}

func (l *Links) fills(w *Write, target EntityID) bool {
	for _, other := range l.applied[w.Entity] {
		if other.Op.Exclusive && other.Op.Graph == w.Op.Graph && other.target == target {
			return true
		}
	}
	return false
}

// path is the chain of applied links of a graph that leads from one entity to another, or nil.
func (l *Links) path(graph string, from, to EntityID) []EntityID {
	seen := map[EntityID]bool{}
	var search func(at EntityID) []EntityID
	search = func(at EntityID) []EntityID {
		if at == to {
			return []EntityID{at}
		}
		if seen[at] || len(l.applied[at]) == 0 {
			return nil
		}
		seen[at] = true
		for _, field := range slices.Sorted(maps.Keys(l.applied[at])) {
			if w := l.applied[at][field]; w.Op.Graph == graph {
				if rest := search(w.target); rest != nil {
					return append([]EntityID{at}, rest...)
				}
			}
		}
		return nil
	}
	return search(from)
}
