// Package roster decides who of a family goes into a format that knows only people of one sex or the
// other with both parents or none, as CanRisk and PED do: whom it must leave out, whose sex their place
// as a parent settles, and which parents have to be invented. Every such decision is listed.
package roster

import (
	"fmt"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/source"
)

// Entry is one line to be written.
type Entry struct {
	Person *pedigree.Individual // nil for an invented parent
	ID     string               // as the format writes it
	Father string               // "" for a founder, who has no Mother either
	Mother string
	Sex    pedigree.Sex // SexUnknown only where Rules allow it
}

// Rules are what a format asks.
type Rules struct {
	Format    string            // for the notes
	ValidID   func(string) bool // the ids that it can hold
	NeedSex   bool              // a sex for everyone
	Connected *pedigree.Individual
	// Connected, where set, is the person whom everyone must be joined to by parents and children.
}

// roster is a family on its way into a format.
type roster struct {
	family *pedigree.Family
	rules  Rules
	notes  *listing.Notes

	mothers, fathers []int // positions of the genetic parents; -1 for none
	in               []bool
	sexes            []pedigree.Sex
	ids              []string
	used             map[string]bool
	numbered         int // the last number given out in a new id
}

// Of is everyone who is written, in the order of the family, then the invented parents. The error
// names a person whose sex contradicts a parent's place, or says that the connected person cannot
// be written.
func Of(f *pedigree.Family, rules Rules, notes *listing.Notes) ([]Entry, error) {
	if err := source.NoCycle(f, nil); err != nil {
		return nil, err
	}
	r := &roster{family: f, rules: rules, notes: notes}
	r.findParents()
	r.leaveOutWhoWereNotBorn()
	if rules.NeedSex {
		r.leaveOutUnknownSex()
	}
	if rules.Connected != nil {
		root := f.Index()[rules.Connected.ID]
		if !r.in[root] {
			return nil, listing.Refuse(0, rules.Connected.ID, "cannot be the target in %s, which must be one person of known sex: mark someone else", rules.Format)
		}
		r.leaveOutUnconnected(root)
	}
	if err := r.settleSexes(); err != nil {
		return nil, err
	}
	r.nameEveryone()
	return r.entries(), nil
}

// findParents takes the egg and sperm parents, donors included, since only genes count here.
func (r *roster) findParents() {
	f := r.family
	index := f.Index()
	n := len(f.Individuals)
	r.in, r.sexes = make([]bool, n), make([]pedigree.Sex, n)
	r.mothers, r.fathers = make([]int, n), make([]int, n)
	at := func(id pedigree.ID) int {
		if i, ok := index[id]; ok && id != "" {
			return i
		}
		return -1
	}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		r.in[i], r.sexes[i] = true, p.Sex
		if p.Sex != pedigree.Female && p.Sex != pedigree.Male {
			r.sexes[i] = pedigree.SexUnknown
		}
		r.mothers[i], r.fathers[i] = at(p.EggParent()), at(p.SpermParent())
		if p.Mother == "" && r.mothers[i] >= 0 {
			r.notes.Add(listing.Changed, p.ID, 0, "the egg donor %s is written as the mother", p.EggParent())
		}
		if p.Father == "" && r.fathers[i] >= 0 {
			r.notes.Add(listing.Changed, p.ID, 0, "the sperm donor %s is written as the father", p.SpermParent())
		}
		for _, l := range p.OtherParents {
			if l.ID != p.EggParent() && l.ID != p.SpermParent() {
				r.notes.Add(listing.Dropped, p.ID, 0, "the %s parent %s", l.Kind, l.ID)
			}
		}
	}
}

// childCounts is how many children of each person are written.
func (r *roster) childCounts() []int {
	counts := make([]int, len(r.in))
	for i, in := range r.in {
		for _, parent := range []int{r.mothers[i], r.fathers[i]} {
			if in && parent >= 0 {
				counts[parent]++
			}
		}
	}
	return counts
}

// leaveOutWhoWereNotBorn leaves out pregnancies, losses, and symbols for several people. A group
// that has children is written as one person, so that the children keep their parent.
func (r *roster) leaveOutWhoWereNotBorn() {
	for i := range r.in {
		r.in[i] = r.family.Individuals[i].Pregnancy == nil
	}
	for i := range r.in {
		for _, parent := range []*int{&r.mothers[i], &r.fathers[i]} {
			if *parent >= 0 && !r.in[*parent] {
				*parent = -1
				r.notes.Add(listing.Dropped, r.family.Individuals[i].ID, 0, "a parent recorded as a pregnancy or loss")
			}
		}
	}
	children := r.childCounts()
	for i := range r.in {
		p := &r.family.Individuals[i]
		switch {
		case !r.in[i]:
			r.notes.Add(listing.Dropped, p.ID, 0, "a pregnancy or loss (%s): left out", p.Pregnancy.Kind)
		case p.IsGroup() && children[i] > 0:
			r.notes.Add(listing.Changed, p.ID, 0, "a symbol for several people, who have children: written as one person")
		case p.IsGroup():
			r.in[i] = false
			r.notes.Add(listing.Dropped, p.ID, 0, "a symbol for several people: left out")
		}
	}
}

// leaveOutUnknownSex leaves out people of unknown sex without children; the sex of the others is
// settled by their place.
func (r *roster) leaveOutUnknownSex() {
	children := r.childCounts()
	var leaving []int
	consider := func(i int) {
		if r.in[i] && r.sexes[i] == pedigree.SexUnknown && children[i] == 0 {
			r.in[i] = false
			leaving = append(leaving, i)
		}
	}
	for i := range r.in {
		consider(i)
	}
	for len(leaving) > 0 {
		i := leaving[0]
		leaving = leaving[1:]
		r.notes.Add(listing.Dropped, r.family.Individuals[i].ID, 0, "sex not known and no children: left out, since %s knows only M and F", r.rules.Format)
		for _, parent := range []int{r.mothers[i], r.fathers[i]} {
			if parent >= 0 {
				children[parent]--
				consider(parent)
			}
		}
	}
}

// leaveOutUnconnected keeps those whom parents and children join to the person at root.
func (r *roster) leaveOutUnconnected(root int) {
	children := make([][]int, len(r.in))
	for i := range r.in {
		for _, parent := range []int{r.mothers[i], r.fathers[i]} {
			if parent >= 0 {
				children[parent] = append(children[parent], i)
			}
		}
	}
	joined := make([]bool, len(r.in))
	joined[root] = true
	for queue := []int{root}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		for _, next := range append([]int{r.mothers[at], r.fathers[at]}, children[at]...) {
			if next >= 0 && r.in[next] && !joined[next] {
				joined[next] = true
				queue = append(queue, next)
			}
		}
	}
	for i := range r.in {
		if r.in[i] && !joined[i] {
			r.in[i] = false
			r.notes.Add(listing.Dropped, r.family.Individuals[i].ID, 0, "not joined to the target by parents and children: left out")
		}
	}
}

// settleSexes gives parents of unknown sex the one that their place has, and refuses a sperm parent
// recorded female, an egg parent recorded male, and one person in both places.
func (r *roster) settleSexes() error {
	for i, in := range r.in {
		if !in {
			continue
		}
		for _, place := range []struct {
			parent int
			role   string
			sex    pedigree.Sex
		}{{r.mothers[i], "mother", pedigree.Female}, {r.fathers[i], "father", pedigree.Male}} {
			if place.parent < 0 {
				continue
			}
			child, parent := &r.family.Individuals[i], &r.family.Individuals[place.parent]
			switch r.sexes[place.parent] {
			case place.sex:
			case pedigree.SexUnknown:
				r.sexes[place.parent] = place.sex
				r.notes.Add(listing.Assumed, parent.ID, 0, "sex not known: written as %s, as the %s of %s", place.sex, place.role, child.ID)
			default:
				return listing.Refuse(0, parent.ID, "is the %s of %s and cannot be written as %s in %s: correct the sex assigned at birth, or the link",
					place.role, child.ID, r.sexes[place.parent], r.rules.Format)
			}
		}
	}
	return nil
}

// nameEveryone keeps each id that the format can hold and numbers the others.
func (r *roster) nameEveryone() {
	r.ids = make([]string, len(r.in))
	r.used = make(map[string]bool, len(r.in))
	for i, in := range r.in {
		if id := string(r.family.Individuals[i].ID); in && r.rules.ValidID(id) && !r.used[id] {
			r.ids[i], r.used[id] = id, true
		}
	}
	for i, in := range r.in {
		if in && r.ids[i] == "" {
			r.ids[i] = r.newID()
			r.notes.Add(listing.Changed, r.family.Individuals[i].ID, 0, "the id is written as %s", r.ids[i])
		}
	}
}

func (r *roster) newID() string {
	for {
		r.numbered++
		if id := fmt.Sprintf("P%d", r.numbered); !r.used[id] {
			r.used[id] = true
			return id
		}
	}
}
