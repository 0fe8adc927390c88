package pedigree

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"sync"
)

// Extra holds the JSON keys that this version does not know, as they came.
type Extra map[string]json.RawMessage

// ExtraText is Extra as the text of one JSON object, "" for none: for the types whose values are
// compared with ==.
type ExtraText string

// text is e as ExtraText; its keys came from JSON, so that writing them cannot fail.
func (e Extra) text() ExtraText {
	if len(e) == 0 {
		return ""
	}
	data, _ := json.Marshal(e)
	return ExtraText(data)
}

// keys is the reverse of Extra.text.
func (t ExtraText) keys() Extra {
	var e Extra
	if t != "" {
		_ = json.Unmarshal([]byte(t), &e)
	}
	return e
}

// knownKeys caches the JSON keys of each struct type.
var knownKeys sync.Map

func keysOf(t reflect.Type) map[string]bool {
	if k, ok := knownKeys.Load(t); ok {
		return k.(map[string]bool)
	}
	keys := map[string]bool{}
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); name != "" && name != "-" {
			keys[name] = true
		}
	}
	knownKeys.Store(t, keys)
	return keys
}

// unmarshalKeeping fills v, a pointer to a struct without JSON methods, and returns the keys that
// v has no field for.
func unmarshalKeeping(data []byte, v any) (Extra, error) {
	if err := json.Unmarshal(data, v); err != nil {
		return nil, err
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, err
	}
	known := keysOf(reflect.TypeOf(v).Elem())
	var extra Extra
	for key, value := range all {
		if !known[strings.ToLower(key)] { // encoding/json fills fields whatever the case of the key
			if extra == nil {
				extra = Extra{}
			}
			extra[key] = value
		}
	}
	return extra, nil
}

// marshalKeeping writes v, a struct without JSON methods, and the extra keys after its own, sorted.
func marshalKeeping(v any, extra Extra) ([]byte, error) {
	own, err := json.Marshal(v)
	if err != nil || len(extra) == 0 {
		return own, err
	}
	known := keysOf(reflect.TypeOf(v))
	kept := Extra{}
	for key, value := range extra {
		if !known[strings.ToLower(key)] {
			kept[key] = value
		}
	}
	if len(kept) == 0 {
		return own, nil
	}
	rest, err := json.Marshal(kept)
	if err != nil {
		return nil, err
	}
	if bytes.Equal(own, []byte("{}")) {
		return rest, nil
	}
	return append(append(own[:len(own)-1], ','), rest[1:]...), nil
}
