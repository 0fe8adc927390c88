package merge

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"kindred/pedigree"
)

// report hears what became of the facts of one value: what was empty and is filled, under its JSON
// key, and what differs.
type report struct {
	filled func(key, words string)
	differ func(words string)
}

// fill sets every field of here that is empty to that of in, field by field of the same struct, and
// reports what it did. Fields whose JSON key is in skip are left alone.
func fill(here, in reflect.Value, skip []string, r report) {
	for i := range here.NumField() {
		field := here.Type().Field(i)
		key, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if key == "-" {
			key = strings.ToLower(field.Name)
		}
		if !slices.Contains(skip, key) {
			fillOne(here.Field(i), in.Field(i), key, r)
		}
	}
}

func fillOne(here, in reflect.Value, key string, r report) {
	label := strings.ReplaceAll(key, "_", " ")
	switch from := in.Interface().(type) {
	case pedigree.Provenance: // who told what is here stays; what is filled has its own
		return
	case pedigree.Pathology, pedigree.Confirmation:
		fill(here, in, nil, r)
		return
	case pedigree.Extra:
		fillExtra(here.Addr().Interface().(*pedigree.Extra), from, r)
		return
	case []string:
		if key == "notes" || key == "ancestry" { // an address is one thing, not a list of things
			fillLines(here.Addr().Interface().(*[]string), from, key, label, r)
			return
		}
	}
	switch {
	case in.IsZero() || reflect.DeepEqual(here.Interface(), in.Interface()):
	case isOpen(here):
		here.Set(in)
		r.filled(key, said(label, in))
	default:
		r.differ(said(label, in))
	}
}

// isOpen reports that nothing is recorded: a sex that is not known may become known.
func isOpen(v reflect.Value) bool {
	return v.IsZero() || v.Interface() == pedigree.SexUnknown
}

func fillExtra(here *pedigree.Extra, in pedigree.Extra, r report) {
	for _, key := range sortedKeys(in) {
		mine, known := (*here)[key]
		switch {
		case !known:
			if *here == nil {
				*here = pedigree.Extra{}
			}
			(*here)[key] = slices.Clone(in[key])
		case !bytes.Equal(mine, in[key]):
			r.differ(key + " " + string(in[key]))
		}
	}
}

func sortedKeys(e pedigree.Extra) []string {
	keys := make([]string, 0, len(e))
	for key := range e {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// fillLines adds what is not in the list; nothing in it is about the same thing.
func fillLines(here *[]string, in []string, key, label string, r report) {
	for _, line := range in {
		if !slices.Contains(*here, line) {
			*here = append(slices.Clip(*here), line)
			r.filled(key, strings.TrimSuffix(label, "s")+" "+line)
		}
	}
}

// said is a fact in words: "age 47", "not in contact".
func said(label string, v reflect.Value) string {
	switch value := v.Interface().(type) {
	case []string:
		return label + " " + strings.Join(value, ", ")
	case bool:
		return label
	case pedigree.Fuzzy:
		return label + " " + value.String()
	}
	return fmt.Sprintf("%s %v", label, v.Interface())
}
