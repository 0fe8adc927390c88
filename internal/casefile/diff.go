package casefile

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"

	"kindred/internal/record"
	"kindred/pedigree"
)

// differ turns the difference between two families into operations. Values that show are replaced,
// and only they: a second value that stands against the shown one is left for the review.
type differ struct {
	view  *view
	stamp record.Stamp // of the envelope to come
	ops   []record.Op
	err   error
}

// set writes a field. It names the writes of the value that shows, and whatever would otherwise
// still be shown before the new one: that is one whose stamp comes from a clock far ahead.
func (d *differ) set(op record.Op) {
	if e := d.view.state.Entity(op.Entity); e != nil {
		live := e.Live(op.Field)
		for _, w := range live {
			if record.SameValue(w.Op.Value, live[0].Op.Value) || w.ID.Stamp.Compare(d.stamp) >= 0 {
				op.Pred = append(op.Pred, w.ID)
			}
		}
	}
	if record.IsNull(op.Value) {
		op.Value = nil
	}
	d.ops = append(d.ops, op)
}

func (d *differ) setText(entity record.EntityID, field, text string) {
	value, err := json.Marshal(text)
	d.fail(err)
	d.set(record.Op{Kind: record.Set, Entity: entity, Field: field, Value: value})
}

func (d *differ) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

// appear adds an entity, or brings a removed one back. It reports whether the entity was there.
func (d *differ) appear(id record.EntityID, kind string, owner record.EntityID) (was bool) {
	e := d.view.state.Entity(id)
	if e == nil || e.Added() == nil {
		d.ops = append(d.ops, record.Op{Kind: record.Add, Entity: id, EntityKind: kind, Owner: owner})
		return false
	}
	if e.Removed() {
		d.ops = append(d.ops, record.Op{Kind: record.Undel, Entity: id, Pred: idsOf(e.Removals())})
	}
	return true
}

func (d *differ) vanish(id record.EntityID) {
	d.ops = append(d.ops, record.Op{Kind: record.Del, Entity: id, Pred: idsOf(d.view.state.Entity(id).Removals())})
}

func idsOf(writes []*record.Write) []record.OpID {
	var ids []record.OpID
	for _, w := range writes {
		ids = append(ids, w.ID)
	}
	return ids
}

// fields writes what differs between two forms of one entity; before is nil for a new one.
func (d *differ) fields(id record.EntityID, kind string, before, after any) {
	old := map[string]json.RawMessage{}
	if !reflect.ValueOf(before).IsNil() {
		var err error
		old, err = fieldsOf(kind, before)
		d.fail(err)
	}
	d.fieldsFrom(id, kind, old, after)
}

func (d *differ) fieldsFrom(id record.EntityID, kind string, old map[string]json.RawMessage, after any) {
	now, err := fieldsOf(kind, after)
	d.fail(err)
	for _, field := range slices.Sorted(maps.Keys(now)) {
		if !record.SameValue(old[field], now[field]) {
			d.set(record.Op{Kind: record.Set, Entity: id, Field: field, Value: now[field]})
		}
	}
	for _, field := range slices.Sorted(maps.Keys(old)) {
		if _, still := now[field]; !still {
			d.set(record.Op{Kind: record.Set, Entity: id, Field: field})
		}
	}
}

// list compares two lists of entities of one kind. within compares what is part of an item, and
// read is how a removed item that is back would show by itself.
type list[T any] struct {
	owner  record.EntityID
	kind   string
	path   []pedigree.ID // the owner's, where ids need only differ within one owner
	id     func(*T) pedigree.ID
	read   func(record.EntityID) *T
	within func(id record.EntityID, before, after *T)
}

func (l *list[T]) entity(item *T) record.EntityID {
	return entityID(l.kind, append(slices.Clip(l.path), l.id(item))...)
}

func diffList[T any](d *differ, l list[T], before, after []T) {
	var old map[pedigree.ID]*T // who is not in the same position before and after
	moved := len(before) != len(after)
	for i := range before {
		if i >= len(after) || l.id(&before[i]) != l.id(&after[i]) {
			if old == nil {
				old = map[pedigree.ID]*T{}
			}
			old[l.id(&before[i])], moved = &before[i], true
		}
	}
	for i := range after {
		id := l.id(&after[i])
		was := old[id]
		delete(old, id)
		if i < len(before) && l.id(&before[i]) == id {
			was = &before[i]
		}
		if was != nil && reflect.DeepEqual(was, &after[i]) {
			continue
		}
		l.change(d, was, &after[i])
	}
	for i := range before {
		if old[l.id(&before[i])] != nil {
			d.vanish(l.entity(&before[i]))
		}
	}
	if moved {
		ids := make([]record.EntityID, len(after))
		for i := range after {
			ids[i] = l.entity(&after[i])
		}
		d.order(ids)
	}
}

// change writes one item that is new, if before is nil, or differs.
func (l *list[T]) change(d *differ, before, after *T) {
	id := l.entity(after)
	if before == nil && d.appear(id, l.kind, l.owner) {
		before = l.read(id)
	}
	d.fields(id, l.kind, before, after)
	if l.within != nil {
		if before == nil {
			before = new(T)
		}
		l.within(id, before, after)
	}
}

// order gives the items of a list keys that ascend.
func (d *differ) order(ids []record.EntityID) {
	present := make([]string, len(ids))
	for i, id := range ids {
		present[i] = d.view.orderKey(id)
	}
	for i, key := range rank(present) {
		if key != present[i] {
			d.setText(ids[i], fieldOrder, key)
		}
	}
}

// diffValues compares two lists whose items have no id: notes and consents. A changed item is a
// new one in the place of a removed one, so that two people's changes to one note keep both.
func diffValues[T any](d *differ, owner record.EntityID, kind string, path []pedigree.ID, newID func() pedigree.ID, before, after []T) {
	if len(before) == 0 && len(after) == 0 || reflect.DeepEqual(before, after) {
		return
	}
	left := d.view.list(owner, kind)
	ids := make([]record.EntityID, len(after))
	for i := range after {
		value, err := json.Marshal(after[i])
		d.fail(err)
		at := slices.IndexFunc(left, func(p placed) bool {
			w := d.view.state.Entity(p.id).Shown(fieldValue)
			return w != nil && record.SameValue(w.Op.Value, value)
		})
		if at >= 0 {
			ids[i] = left[at].id
			left = slices.Delete(left, at, at+1)
			continue
		}
		ids[i] = entityID(kind, append(slices.Clone(path), newID())...)
		d.appear(ids[i], kind, owner)
		d.set(record.Op{Kind: record.Set, Entity: ids[i], Field: fieldValue, Value: value})
	}
	for _, p := range left {
		if len(d.view.unreadable[p.id]) == 0 {
			d.vanish(p.id)
		}
	}
	d.order(ids)
}

// family compares two whole families.
func (d *differ) family(before, after *pedigree.Family, newID func() pedigree.ID) {
	blank := func(f *pedigree.Family) *pedigree.Family {
		g := *f
		g.Individuals, g.Twins, g.Unions, g.Patients, g.Notes = nil, nil, nil, nil, nil
		return &g
	}
	begin := !d.view.state.Visible(theFamily)
	if begin {
		d.ops = append(d.ops, record.Op{Kind: record.Add, Entity: theFamily, EntityKind: kindFamily})
		d.fields(theFamily, kindFamily, (*pedigree.Family)(nil), blank(after))
	} else if old, now := blank(before), blank(after); !reflect.DeepEqual(old, now) {
		d.fields(theFamily, kindFamily, old, now)
	}
	diffList(d, list[pedigree.Individual]{
		owner: theFamily, kind: kindIndividual,
		id:   func(p *pedigree.Individual) pedigree.ID { return p.ID },
		read: func(id record.EntityID) *pedigree.Individual { return d.view.withShownParents(id) },
		within: func(id record.EntityID, before, after *pedigree.Individual) {
			d.person(id, before, after, newID)
		},
	}, before.Individuals, after.Individuals)
	diffList(d, list[pedigree.TwinSet]{
		owner: theFamily, kind: kindTwins,
		id:   func(t *pedigree.TwinSet) pedigree.ID { return t.ID },
		read: func(id record.EntityID) *pedigree.TwinSet { return item[pedigree.TwinSet](d.view, id, kindTwins) },
	}, before.Twins, after.Twins)
	diffList(d, list[pedigree.Union]{
		owner: theFamily, kind: kindUnion,
		id:   func(u *pedigree.Union) pedigree.ID { return u.ID },
		read: func(id record.EntityID) *pedigree.Union { return item[pedigree.Union](d.view, id, kindUnion) },
	}, before.Unions, after.Unions)
	diffList(d, list[pedigree.Patient]{
		owner: theFamily, kind: kindPatient,
		id:   func(p *pedigree.Patient) pedigree.ID { return p.ID },
		read: func(id record.EntityID) *pedigree.Patient { return item[pedigree.Patient](d.view, id, kindPatient) },
	}, before.Patients, after.Patients)
	diffValues(d, theFamily, kindNote, nil, newID, before.Notes, after.Notes)
}

// person compares what is part of one person.
func (d *differ) person(id record.EntityID, before, after *pedigree.Individual, newID func() pedigree.ID) {
	path := []pedigree.ID{after.ID}
	diffList(d, list[pedigree.Diagnosis]{
		owner: id, kind: kindDiagnosis, path: path,
		id: func(x *pedigree.Diagnosis) pedigree.ID { return x.ID },
		read: func(id record.EntityID) *pedigree.Diagnosis {
			return item[pedigree.Diagnosis](d.view, id, kindDiagnosis)
		},
	}, before.Diagnoses, after.Diagnoses)
	diffList(d, list[pedigree.GeneTest]{
		owner: id, kind: kindGeneTest, path: path,
		id:   func(x *pedigree.GeneTest) pedigree.ID { return x.ID },
		read: func(id record.EntityID) *pedigree.GeneTest { return item[pedigree.GeneTest](d.view, id, kindGeneTest) },
	}, before.GeneTests, after.GeneTests)
	diffList(d, list[pedigree.Surgery]{
		owner: id, kind: kindSurgery, path: path,
		id:   func(x *pedigree.Surgery) pedigree.ID { return x.ID },
		read: func(id record.EntityID) *pedigree.Surgery { return item[pedigree.Surgery](d.view, id, kindSurgery) },
	}, before.Surgery, after.Surgery)
	diffValues(d, id, kindNote, path, newID, before.Notes, after.Notes)
	diffValues(d, id, kindConsent, path, newID, before.Consents, after.Consents)
	d.parents(id, before, after)
}
