package casefile

import (
	"fmt"
	"slices"

	"kindred/pedigree"
)

// prepare makes an edited family fit for the record, or says why it cannot be: everything gets an
// id, nobody points to people whom the edit removed, and parentage makes sense.
func prepare(edited, before *pedigree.Family, newID func() pedigree.ID) error {
	index := make(map[pedigree.ID]int, len(edited.Individuals))
	for i := range edited.Individuals {
		p := &edited.Individuals[i]
		if p.ID == "" {
			p.ID = newID()
		}
		if _, twice := index[p.ID]; twice {
			return fmt.Errorf("two people have the id %q: ids must differ within a family", p.ID)
		}
		index[p.ID] = i
		giveIDs(p.Diagnoses, func(d *pedigree.Diagnosis) *pedigree.ID { return &d.ID }, newID)
		giveIDs(p.GeneTests, func(t *pedigree.GeneTest) *pedigree.ID { return &t.ID }, newID)
		giveIDs(p.Surgery, func(s *pedigree.Surgery) *pedigree.ID { return &s.ID }, newID)
	}
	giveIDs(edited.Twins, func(t *pedigree.TwinSet) *pedigree.ID { return &t.ID }, newID)
	giveIDs(edited.Unions, func(u *pedigree.Union) *pedigree.ID { return &u.ID }, newID)
	giveIDs(edited.Patients, func(p *pedigree.Patient) *pedigree.ID { return &p.ID }, newID)

	r := references{there: index, before: before}
	for i := range edited.Individuals {
		r.parents(&edited.Individuals[i])
	}
	for _, t := range edited.Twins {
		r.check("twin set", t.ID, t.Members...)
	}
	for _, u := range edited.Unions {
		r.check("union", u.ID, u.Partners...)
		r.check("union", u.ID, u.Children...)
	}
	for _, p := range edited.Patients {
		r.check("patient record", p.ID, p.Individual)
	}
	if r.err != nil {
		return r.err
	}
	dropAbsent(edited)
	return checkAncestry(edited, index)
}

// giveIDs gives an id to each item that has none, or one that an earlier item has.
func giveIDs[T any](items []T, id func(*T) *pedigree.ID, newID func() pedigree.ID) {
	for i := range items {
		at := id(&items[i])
		if *at == "" || slices.ContainsFunc(items[:i], func(earlier T) bool { return *id(&earlier) == *at }) {
			*at = newID()
		}
	}
}

// references finds ids of nobody: someone whom the edit removed is forgotten, someone who never was
// is an error.
type references struct {
	there  map[pedigree.ID]int
	before *pedigree.Family
	gone   map[pedigree.ID]int // who was there before, once that is needed
	err    error
}

// check reports whether all are there.
func (r *references) check(what string, whose pedigree.ID, ids ...pedigree.ID) bool {
	all := true
	for _, id := range ids {
		if _, ok := r.there[id]; ok {
			continue
		}
		all = false
		if r.gone == nil {
			r.gone = r.before.Index()
		}
		if _, was := r.gone[id]; !was && r.err == nil {
			r.err = fmt.Errorf("%s %q names %q, who is not in the family: add the person first", what, whose, id)
		}
	}
	return all
}

func (r *references) parents(p *pedigree.Individual) {
	if p.Mother != "" && !r.check("person", p.ID, p.Mother) {
		p.Mother = ""
	}
	if p.Father != "" && !r.check("person", p.ID, p.Father) {
		p.Father = ""
	}
	kept := p.OtherParents[:0]
	for _, l := range p.OtherParents {
		if r.check("person", p.ID, l.ID) {
			kept = append(kept, l)
		}
	}
	if p.OtherParents = kept; len(kept) == 0 {
		p.OtherParents = nil
	}
}

// checkAncestry refuses somebody who is their own ancestor by any kind of parent, and one person as
// both egg and sperm parent.
func checkAncestry(f *pedigree.Family, index map[pedigree.ID]int) error {
	const (
		unseen = iota
		open
		done
	)
	state := make([]byte, len(f.Individuals))
	var visit func(i int) error
	visit = func(i int) error {
		state[i] = open
		p := &f.Individuals[i]
		up := func(id pedigree.ID) error {
			j, ok := index[id]
			switch {
			case !ok:
				return nil
			case state[j] == open:
				return fmt.Errorf("person %q would be their own ancestor, through %q: check who is whose parent", id, p.ID)
			case state[j] == unseen:
				return visit(j)
			}
			return nil
		}
		if p.Mother != "" && p.Mother == p.Father {
			return fmt.Errorf("person %q has %q as egg parent and as sperm parent: check who is whose parent", p.ID, p.Mother)
		}
		if err := up(p.Mother); err != nil {
			return err
		}
		if err := up(p.Father); err != nil {
			return err
		}
		for _, l := range p.OtherParents {
			if err := up(l.ID); err != nil {
				return err
			}
		}
		state[i] = done
		return nil
	}
	for i := range f.Individuals {
		if state[i] == unseen {
			if err := visit(i); err != nil {
				return err
			}
		}
	}
	return nil
}
