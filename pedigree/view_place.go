package pedigree

import (
	"reflect"
	"slices"
)

// sexOfParents gives back the sex of those whose place as egg or sperm parent tells it already.
func (v *view) sexOfParents() {
	if len(v.sexes) == 0 {
		return
	}
	index := v.Index()
	restore := func(id ID, sex Sex) {
		if v.sexes[id] == sex {
			v.Individuals[index[id]].Sex = sex
		}
	}
	for i := range v.Individuals {
		restore(v.Individuals[i].Mother, Female)
		restore(v.Individuals[i].Father, Male)
	}
}

// groups removes confidential unions and twin sets, and from the others the children whose link to
// a partner is confidential.
func (v *view) groups() {
	v.Twins = slices.DeleteFunc(v.Twins, func(t TwinSet) bool { return v.hides(t.Source) })
	v.Unions = slices.DeleteFunc(v.Unions, func(u Union) bool { return v.hides(u.Source) })
	for i := range v.Unions {
		u := &v.Unions[i]
		u.Source = v.shown(u.Source)
		u.Children = slices.DeleteFunc(u.Children, func(child ID) bool {
			return slices.ContainsFunc(v.links[child], func(parent ID) bool { return slices.Contains(u.Partners, parent) })
		})
	}
	for i := range v.Twins {
		v.Twins[i].Source = v.shown(v.Twins[i].Source)
	}
}

// removeLeaves takes out the confidential people through whom nobody else is joined, youngest
// first, and every mention of them.
func (v *view) removeLeaves() {
	gone := map[ID]bool{}
	for again := true; again; {
		again = false
		needed := map[ID]bool{}
		for i := range v.Individuals {
			if p := &v.Individuals[i]; !gone[p.ID] {
				for _, parent := range p.everyParent() {
					needed[parent] = true
				}
			}
		}
		for id, leaf := range v.leaves {
			if leaf && !gone[id] && !needed[id] {
				gone[id], again = true, true
			}
		}
	}
	isGone := func(id ID) bool { return gone[id] }
	v.Individuals = slices.DeleteFunc(v.Individuals, func(p Individual) bool { return gone[p.ID] })
	v.Twins = slices.DeleteFunc(v.Twins, func(t TwinSet) bool { return slices.ContainsFunc(t.Members, isGone) && len(t.Members) <= 2 })
	for i := range v.Twins {
		v.Twins[i].Members = slices.DeleteFunc(v.Twins[i].Members, isGone)
	}
	v.Unions = slices.DeleteFunc(v.Unions, func(u Union) bool { return slices.ContainsFunc(u.Partners, isGone) })
	for i := range v.Unions {
		v.Unions[i].Children = slices.DeleteFunc(v.Unions[i].Children, isGone)
	}
	v.Patients = slices.DeleteFunc(v.Patients, func(p Patient) bool { return gone[p.Individual] })
}

// dropExtra empties every Extra and ExtraText in v, however deep.
func dropExtra(v reflect.Value) {
	if t := v.Type(); t == reflect.TypeFor[Extra]() || t == reflect.TypeFor[ExtraText]() {
		v.SetZero()
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			dropExtra(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			dropExtra(v.Index(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			value := reflect.New(v.Type().Elem()).Elem()
			value.Set(v.MapIndex(key))
			dropExtra(value)
			v.SetMapIndex(key, value)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			dropExtra(v.Elem())
		}
	}
}
