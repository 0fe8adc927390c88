package risk

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Values are an answer's numbers by key. A key with slashes, such as "risk/breast/50", stands in JSON as
// nested objects: {"risk":{"breast":{"50":0.1}}}.
type Values map[string]float64

// Ranges are the lowest and highest value of an answer's numbers, by the keys of Values and nested alike.
type Ranges map[string]Range

// Range is the answer's lowest and highest value over all readings of the vague facts. With Bound set
// they are not reached: the range certainly contains the answer of every reading, and may be wider.
type Range struct {
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
	Bound bool    `json:"bound,omitempty"`
}

// MarshalJSON writes nested objects.
func (v Values) MarshalJSON() ([]byte, error) { return json.Marshal(nested(v)) }

// MarshalJSON writes nested objects.
func (r Ranges) MarshalJSON() ([]byte, error) { return json.Marshal(nested(r)) }

// UnmarshalJSON reads what MarshalJSON wrote.
func (v *Values) UnmarshalJSON(data []byte) error {
	*v = Values{}
	return flatten(data, "", func(key string, leaf json.RawMessage) (bool, error) {
		if strings.HasPrefix(string(leaf), "{") {
			return false, nil
		}
		var x float64
		err := json.Unmarshal(leaf, &x)
		(*v)[key] = x
		return true, err
	})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (r *Ranges) UnmarshalJSON(data []byte) error {
	*r = Ranges{}
	return flatten(data, "", func(key string, leaf json.RawMessage) (bool, error) {
		var ends struct{ Low, High *float64 }
		if json.Unmarshal(leaf, &ends) != nil || ends.Low == nil || ends.High == nil {
			return false, nil
		}
		var x Range
		err := json.Unmarshal(leaf, &x)
		(*r)[key] = x
		return true, err
	})
}

// nested turns keys with slashes into objects within objects.
func nested[T any](flat map[string]T) map[string]any {
	if flat == nil {
		return nil
	}
	top := map[string]any{}
	for key, value := range flat {
		into, rest := top, key
		for {
			head, tail, deeper := strings.Cut(rest, "/")
			if !deeper {
				into[head] = value
				break
			}
			inner, ok := into[head].(map[string]any)
			if !ok {
				inner = map[string]any{}
				into[head] = inner
			}
			into, rest = inner, tail
		}
	}
	return top
}

// flatten offers each value of an object, with its key, to take, and goes into those not taken.
func flatten(data []byte, prefix string, take func(key string, leaf json.RawMessage) (bool, error)) error {
	var object map[string]json.RawMessage
	if err := json.Unmarshal(data, &object); err != nil {
		return fmt.Errorf("values: %w", err)
	}
	for key, value := range object {
		taken, err := take(prefix+key, value)
		if err == nil && !taken {
			err = flatten(value, prefix+key+"/", take)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
