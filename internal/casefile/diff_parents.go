package casefile

import (
	"encoding/json"
	"fmt"
	"slices"

	"kindred/internal/record"
	"kindred/pedigree"
)

// parents writes what differs between two sets of parents.
func (d *differ) parents(id record.EntityID, before, after *pedigree.Individual) {
	one := func(field string, was, now pedigree.ID) {
		if was == now {
			return
		}
		op := record.Op{Kind: record.Link, Entity: id, Field: field, Graph: graphParents, Exclusive: true}
		if now != "" {
			value, err := json.Marshal(individualID(now))
			d.fail(err)
			op.Value = value
		}
		d.set(op)
	}
	one(fieldMother, before.Mother, after.Mother)
	one(fieldFather, before.Father, after.Father)
	if slices.Equal(before.OtherParents, after.OtherParents) {
		return
	}
	present := make([]string, len(after.OtherParents))
	names := otherNames(after.OtherParents)
	values := make([]otherParent, len(names))
	for i, field := range names {
		values[i] = d.view.otherParent(id, field)
		present[i] = values[i].Order
	}
	for i, key := range rank(present) {
		link := otherParent{To: individualID(after.OtherParents[i].ID), As: after.OtherParents[i], Order: key}
		if link != values[i] {
			value, err := json.Marshal(link)
			d.fail(err)
			d.set(record.Op{Kind: record.Link, Entity: id, Field: names[i], Graph: graphParents, Value: value})
		}
	}
	for _, field := range otherNames(before.OtherParents) {
		if !slices.Contains(names, field) {
			d.set(record.Op{Kind: record.Link, Entity: id, Field: field, Graph: graphParents})
		}
	}
}

// otherNames are the fields that links to other parents are kept in: by kind and person, numbered
// where one is listed twice.
func otherNames(links []pedigree.ParentLink) []string {
	names := make([]string, len(links))
	for i, l := range links {
		name := fieldOther + string(entityID(escaper.Replace(string(l.Kind)), l.ID))
		names[i] = name
		for n := 2; slices.Contains(names[:i], names[i]); n++ {
			names[i] = fmt.Sprintf("%s/%d", name, n)
		}
	}
	return names
}

// otherParent is what a link to another parent shows, applied or not.
func (v *view) otherParent(id record.EntityID, field string) otherParent {
	var o otherParent
	if e := v.state.Entity(id); e != nil {
		if w := e.Shown(field); w != nil && !record.IsNull(w.Op.Value) {
			_ = json.Unmarshal(w.Op.Value, &o) // what cannot be read is written anew
		}
	}
	return o
}

// withShownParents is a person with the parents that the fields say, whether or not such links can
// be applied: a removed person as they would come back.
func (v *view) withShownParents(id record.EntityID) *pedigree.Individual {
	p := *v.individual(id)
	e := v.state.Entity(id)
	shown := map[string]*record.Write{}
	for _, field := range e.Fields() {
		if w := e.Shown(field); w != nil && w.Op.Graph == graphParents && !record.IsNull(w.Op.Value) {
			shown[field] = w
		}
	}
	p.Mother, p.Father, p.OtherParents = parents(shown)
	return &p
}
