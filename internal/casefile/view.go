package casefile

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kindred/internal/record"
	"kindred/pedigree"
)

// view reads a state as a family. What it has read of an entity it keeps until it is told to
// forget.
type view struct {
	state      *record.State
	read       map[record.EntityID]any // *pedigree.Individual without its parents, *pedigree.Union, ...
	unreadable map[record.EntityID][]string
}

func newView(s *record.State) *view {
	return &view{state: s, read: map[record.EntityID]any{}, unreadable: map[record.EntityID][]string{}}
}

// forget drops what an envelope may have changed: the entities it writes to and what they are part of.
func (v *view) forget(e *record.Envelope) {
	for _, op := range e.Ops {
		for id := op.Entity; id != ""; {
			delete(v.read, id)
			delete(v.unreadable, id)
			entity := v.state.Entity(id)
			if entity == nil || id == theFamily {
				break
			}
			id = entity.Owner()
		}
	}
}

// placed is an entity with its place in its list.
type placed struct {
	id  record.EntityID
	key string
}

// list are the parts of an entity that are of one kind and not removed themselves, in their order.
func (v *view) list(owner record.EntityID, kind string) []placed {
	return v.lists(owner)[kind]
}

func (v *view) lists(owner record.EntityID) map[string][]placed {
	lists := map[string][]placed{}
	for _, id := range v.state.Parts(owner) {
		if e := v.state.Entity(id); !e.Removed() {
			lists[e.Kind()] = append(lists[e.Kind()], placed{id, v.orderKey(id)})
		}
	}
	for _, list := range lists {
		slices.SortFunc(list, func(a, b placed) int {
			return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(string(a.id), string(b.id)))
		})
	}
	return lists
}

// orderKey is the key that an entity's place in its list is shown by; "" if it has none.
func (v *view) orderKey(id record.EntityID) string {
	e := v.state.Entity(id)
	if e == nil {
		return ""
	}
	return textOf(e.Shown(fieldOrder))
}

// textOf is a value that is text; "" for any other.
func textOf(w *record.Write) string {
	if w == nil {
		return ""
	}
	value := w.Op.Value
	if n := len(value); n >= 2 && value[0] == '"' && !bytes.ContainsAny(value[1:n-1], "\\\"") {
		return string(value[1 : n-1])
	}
	var text string
	if json.Unmarshal(value, &text) != nil {
		return ""
	}
	return text
}

// shownFields are the values that an entity's fields show.
func shownFields(e *record.Entity) map[string]json.RawMessage {
	fields := map[string]json.RawMessage{}
	for _, field := range e.Fields() {
		if w := e.Shown(field); w != nil && w.Op.Graph == "" {
			fields[field] = w.Op.Value
		}
	}
	return fields
}

// item reads one entity. A field that this version cannot read, such as a newer version's form of
// it, is left out, and kept in the record.
func item[T any](v *view, id record.EntityID, kind string) *T {
	if known, ok := v.read[id].(*T); ok {
		return known
	}
	return decoded[T](v, id, kind, shownFields(v.state.Entity(id)))
}

// decoded makes an entity of its fields, and keeps it.
func decoded[T any](v *view, id record.EntityID, kind string, fields map[string]json.RawMessage) *T {
	into := new(T)
	own, _ := json.Marshal(lastPart(id))
	extra := map[string]json.RawMessage{"id": own}
	if kind == kindFamily {
		extra = map[string]json.RawMessage{
			"format": json.RawMessage(`"` + pedigree.Format + `"`), "version": fmt.Append(nil, pedigree.FormatVersion),
		}
	}
	decode := func(fields map[string]json.RawMessage, into *T) error {
		data, err := jsonOf(kind, fields, extra)
		if err != nil {
			return err
		}
		return json.Unmarshal(data, into)
	}
	if decode(fields, into) != nil {
		for _, field := range slices.Sorted(maps.Keys(fields)) {
			if decode(map[string]json.RawMessage{field: fields[field]}, new(T)) != nil {
				delete(fields, field)
				v.unreadable[id] = append(v.unreadable[id], field)
			}
		}
		into = new(T)
		_ = decode(fields, into) // every field left can be read on its own
	}
	v.read[id] = into
	return into
}

// individual reads a person with all that is part of them, but for the parents.
func (v *view) individual(id record.EntityID) *pedigree.Individual {
	if known, ok := v.read[id].(*pedigree.Individual); ok {
		return known
	}
	p := item[pedigree.Individual](v, id, kindIndividual)
	lists := v.lists(id)
	p.Diagnoses = items[pedigree.Diagnosis](v, lists, kindDiagnosis)
	p.GeneTests = items[pedigree.GeneTest](v, lists, kindGeneTest)
	p.Surgery = items[pedigree.Surgery](v, lists, kindSurgery)
	p.Notes = values[string](v, lists[kindNote])
	p.Consents = values[pedigree.Consent](v, lists[kindConsent])
	return p
}

func items[T any](v *view, lists map[string][]placed, kind string) []T {
	var all []T
	for _, p := range lists[kind] {
		all = append(all, *item[T](v, p.id, kind))
	}
	return all
}

// values reads a list whose items are one value each.
func values[T any](v *view, list []placed) []T {
	var all []T
	for _, p := range list {
		w := v.state.Entity(p.id).Shown(fieldValue)
		if w == nil {
			continue
		}
		var value T
		if err := json.Unmarshal(w.Op.Value, &value); err != nil {
			v.unreadable[p.id] = []string{fieldValue}
			continue
		}
		all = append(all, value)
	}
	return all
}

// family reads the whole family.
func (v *view) family() *pedigree.Family {
	f := &pedigree.Family{Format: pedigree.Format, Version: pedigree.FormatVersion}
	if v.state.Entity(theFamily) != nil {
		*f = *item[pedigree.Family](v, theFamily, kindFamily)
	}
	lists := v.lists(theFamily)
	links := v.state.Links()
	f.Individuals = make([]pedigree.Individual, 0, len(lists[kindIndividual]))
	for _, p := range lists[kindIndividual] {
		person := *v.individual(p.id)
		person.Mother, person.Father, person.OtherParents = parents(links.Of(p.id))
		f.Individuals = append(f.Individuals, person)
	}
	f.Twins = items[pedigree.TwinSet](v, lists, kindTwins)
	f.Unions = items[pedigree.Union](v, lists, kindUnion)
	f.Patients = items[pedigree.Patient](v, lists, kindPatient)
	f.Notes = values[string](v, lists[kindNote])
	dropAbsent(f)
	return f
}

// otherParent is the value of the link to another parent.
type otherParent struct {
	To    record.EntityID     `json:"to"`
	As    pedigree.ParentLink `json:"as"`
	Order string              `json:"order"`
}

// parents reads the applied links of one person.
func parents(links map[string]*record.Write) (mother, father pedigree.ID, others []pedigree.ParentLink) {
	type ordered struct {
		otherParent
		field string
	}
	var list []ordered
	for field, w := range links {
		target := lastPart(w.Target())
		switch {
		case field == fieldMother:
			mother = target
		case field == fieldFather:
			father = target
		case strings.HasPrefix(field, fieldOther):
			o := ordered{field: field}
			if json.Unmarshal(w.Op.Value, &o.otherParent) == nil {
				list = append(list, o)
			}
		}
	}
	slices.SortFunc(list, func(a, b ordered) int {
		return cmp.Or(strings.Compare(a.Order, b.Order), strings.Compare(a.field, b.field))
	})
	for _, o := range list {
		others = append(others, o.As)
	}
	return mother, father, others
}

// dropAbsent takes out of unions, twin sets and patients whoever is not in the family; what then
// joins nobody is left out. The lists it shortens are copies.
func dropAbsent(f *pedigree.Family) {
	there := f.Index()
	absent := func(id pedigree.ID) bool { _, ok := there[id]; return !ok }
	without := func(ids []pedigree.ID) []pedigree.ID {
		if !slices.ContainsFunc(ids, absent) {
			return ids
		}
		return slices.DeleteFunc(slices.Clone(ids), absent)
	}
	f.Unions = slices.DeleteFunc(f.Unions, func(u pedigree.Union) bool {
		return slices.ContainsFunc(u.Partners, absent) && len(without(u.Partners)) == 0
	})
	for i := range f.Unions {
		f.Unions[i].Partners, f.Unions[i].Children = without(f.Unions[i].Partners), without(f.Unions[i].Children)
	}
	f.Twins = slices.DeleteFunc(f.Twins, func(t pedigree.TwinSet) bool {
		return slices.ContainsFunc(t.Members, absent) && len(without(t.Members)) < 2
	})
	for i := range f.Twins {
		f.Twins[i].Members = without(f.Twins[i].Members)
	}
	f.Patients = slices.DeleteFunc(f.Patients, func(p pedigree.Patient) bool { return absent(p.Individual) })
}
