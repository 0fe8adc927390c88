package native

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// plain is a decoding error in words that do not need Go.
func plain(err error) string {
	var mismatch *json.UnmarshalTypeError
	if !errors.As(err, &mismatch) {
		return strings.TrimPrefix(err.Error(), "json: ")
	}
	field := mismatch.Field
	if field == "" {
		field = "it"
	} else {
		field = fmt.Sprintf("%q", field)
	}
	return fmt.Sprintf("%s must be %s, not %s", field, wanted(mismatch.Type.Kind().String()), mismatch.Value)
}

func wanted(kind string) string {
	switch {
	case kind == "string":
		return "text"
	case kind == "bool":
		return "true or false"
	case kind == "slice":
		return "a list"
	case strings.HasPrefix(kind, "int"), strings.HasPrefix(kind, "uint"):
		return "a whole number"
	case strings.HasPrefix(kind, "float"):
		return "a number"
	}
	return "an object"
}

// ordinal names an individual who has no id, "individual 3: ".
func ordinal(i int) string { return fmt.Sprintf("individual %d: ", i+1) }
