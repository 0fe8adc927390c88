package casefile

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"kindred/internal/record"
)

// shape says, for a kind of entity, which JSON keys are not plain fields.
type shape struct {
	elsewhere []string // entities or links of their own
	opened    []string // objects whose keys are fields of their own, so that edits to two of them merge
}

var shapes = map[string]shape{
	kindFamily:     {elsewhere: []string{"individuals", "twins", "unions", "patients", "notes"}},
	kindIndividual: {elsewhere: []string{"id", "mother", "father", "other_parents", "diagnoses", "gene_tests", "surgery", "notes", "consents"}, opened: []string{"sources", "asked", "organs"}},
	kindDiagnosis:  {elsewhere: []string{"id"}, opened: []string{"pathology", "confirmation"}},
	kindGeneTest:   {elsewhere: []string{"id"}, opened: []string{"confirmation"}},
	kindSurgery:    {elsewhere: []string{"id"}},
	kindUnion:      {elsewhere: []string{"id"}},
	kindTwins:      {elsewhere: []string{"id"}},
	kindPatient:    {elsewhere: []string{"id"}},
	kindLetter:     {elsewhere: []string{"id"}, opened: []string{"edits"}},
	kindRiskRun:    {elsewhere: []string{"id"}},
	kindElsewhere:  {elsewhere: []string{"id"}},
}

// A key that holds what field names are made with is escaped.
var (
	fieldEscaper   = strings.NewReplacer("%", "%25", "/", "%2F", "~", "%7E")
	fieldUnescaper = strings.NewReplacer("%2F", "/", "%7E", "~", "%25", "%")
)

// explicitNull stands in the record for a null under a key that this version does not know: a null
// there means no value.
var explicitNull = json.RawMessage(`{"~":null}`)

// listKeys are the known keys that may hold null, for an empty list.
var listKeys = map[string]bool{"partners": true, "members": true}

// fieldsOf are the fields of an entity, from its JSON form.
func fieldsOf(kind string, v any) (map[string]json.RawMessage, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, err
	}
	for _, key := range shapes[kind].elsewhere {
		delete(all, key)
	}
	fields := make(map[string]json.RawMessage, len(all))
	for _, key := range shapes[kind].opened {
		var inner map[string]json.RawMessage
		if value, ok := all[key]; ok && json.Unmarshal(value, &inner) == nil {
			delete(all, key)
			for k, v := range inner {
				fields[key+"/"+fieldEscaper.Replace(k)] = v
			}
		}
	}
	for key, value := range all {
		fields[fieldEscaper.Replace(key)] = value
	}
	for field, value := range fields {
		if string(value) == "null" && !listKeys[field] {
			fields[field] = explicitNull
		}
	}
	return fields, nil
}

// jsonOf is the reverse of fieldsOf; extra keys, such as the id, are added.
func jsonOf(kind string, fields map[string]json.RawMessage, extra map[string]json.RawMessage) ([]byte, error) {
	object := maps.Clone(extra)
	if object == nil {
		object = map[string]json.RawMessage{}
	}
	opened := map[string]map[string]json.RawMessage{}
	for field, value := range fields {
		if record.IsNull(value) || strings.HasPrefix(field, "~") {
			continue
		}
		if bytes.Equal(value, explicitNull) {
			value = json.RawMessage("null")
		}
		switch outer, inner, nested := strings.Cut(field, "/"); {
		case nested && opens(kind, outer):
			if opened[outer] == nil {
				opened[outer] = map[string]json.RawMessage{}
			}
			opened[outer][fieldUnescaper.Replace(inner)] = value
		default:
			object[fieldUnescaper.Replace(field)] = value
		}
	}
	for key, inner := range opened {
		value, err := json.Marshal(inner)
		if err != nil {
			return nil, err
		}
		object[key] = value
	}
	return json.Marshal(object)
}

func opens(kind, key string) bool { return slices.Contains(shapes[kind].opened, key) }
