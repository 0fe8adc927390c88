package record

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
)

// object is a JSON object under construction or being taken apart. encoding/json writes its keys
// sorted, which is what makes the encoding canonical: an older program that knows fewer keys
// writes the same bytes, and so finds the same hash, as the newer one that made the envelope.
type object map[string]json.RawMessage

func (o object) put(key string, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	o[key] = data
	return nil
}

// take moves the value of key into v and removes the key; an absent or null key leaves v alone.
func (o object) take(key string, v any) error {
	data, ok := o[key]
	if !ok {
		return nil
	}
	delete(o, key)
	if IsNull(data) {
		return nil
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	return nil
}

func (o object) rest() map[string]json.RawMessage {
	if len(o) == 0 {
		return nil
	}
	return o
}

// Encode is the canonical form: one line of JSON, keys sorted, no white space, empty fields left
// out, keys of newer versions included. Decode and Encode give the same bytes again.
func (e *Envelope) Encode() ([]byte, error) {
	if err := e.check(); err != nil {
		return nil, fmt.Errorf("envelope: %w", err)
	}
	o := object{}
	maps.Copy(o, e.Extra)
	ops := make([]json.RawMessage, len(e.Ops))
	for i := range e.Ops {
		data, err := e.Ops[i].encode()
		if err != nil {
			return nil, fmt.Errorf("envelope: operation %d: %w", i, err)
		}
		ops[i] = data
	}
	err := cmp.Or(
		o.put("v", e.Version), o.put("family", e.Family), o.put("device", e.Device), o.put("seq", e.Seq),
		o.put("stamp", e.Stamp), o.put("ops", ops))
	for key, text := range map[string]string{
		"prev": string(e.Prev), "author": e.Author, "role": e.Role, "reason": e.Reason, "happened_on": e.HappenedOn,
	} {
		if text != "" {
			err = cmp.Or(err, o.put(key, text))
		}
	}
	if len(e.Saw) > 0 {
		err = cmp.Or(err, o.put("saw", e.Saw))
	}
	if err != nil {
		return nil, fmt.Errorf("envelope: %w", err)
	}
	return json.Marshal(o)
}

// Decode reads what Encode writes, also of a newer version, whose unknown keys it keeps. The error
// says which part is wrong, without its content.
func Decode(data []byte) (Envelope, error) {
	var e Envelope
	fail := func(err error) (Envelope, error) { return Envelope{}, fmt.Errorf("envelope: %w", err) }
	var o object
	decoder := json.NewDecoder(bytes.NewReader(data))
	if err := decoder.Decode(&o); err != nil {
		return fail(err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		return fail(errors.New("something follows the end"))
	}
	var ops []object
	if err := cmp.Or(
		o.take("v", &e.Version), o.take("family", &e.Family), o.take("device", &e.Device), o.take("seq", &e.Seq),
		o.take("prev", &e.Prev), o.take("stamp", &e.Stamp), o.take("saw", &e.Saw), o.take("author", &e.Author),
		o.take("role", &e.Role), o.take("reason", &e.Reason), o.take("happened_on", &e.HappenedOn), o.take("ops", &ops),
	); err != nil {
		return fail(err)
	}
	e.Extra = o.rest()
	e.Ops = make([]Op, len(ops))
	for i := range ops {
		if err := e.Ops[i].decode(ops[i]); err != nil {
			return fail(fmt.Errorf("operation %d: %w", i, err))
		}
	}
	if err := e.check(); err != nil {
		return fail(err)
	}
	return e, nil
}

func (op *Op) encode() (json.RawMessage, error) {
	o := object{}
	maps.Copy(o, op.Extra)
	err := o.put("op", op.Kind)
	for key, text := range map[string]string{
		"id": string(op.Entity), "of": op.EntityKind, "owner": string(op.Owner), "field": op.Field, "graph": op.Graph,
	} {
		if text != "" {
			err = cmp.Or(err, o.put(key, text))
		}
	}
	for key, set := range map[string]bool{"exclusive": op.Exclusive, "structural": op.Structural} {
		if set {
			err = cmp.Or(err, o.put(key, true))
		}
	}
	if !IsNull(op.Value) {
		o["value"] = op.Value
	}
	if len(op.Pred) > 0 {
		err = cmp.Or(err, o.put("pred", op.Pred))
	}
	if err != nil {
		return nil, err
	}
	return json.Marshal(o)
}

func (op *Op) decode(o object) error {
	if o == nil {
		return errors.New("not an object")
	}
	if v, ok := o["value"]; ok {
		if !IsNull(v) {
			op.Value = v
		}
		delete(o, "value")
	}
	if err := cmp.Or(
		o.take("op", &op.Kind), o.take("id", &op.Entity), o.take("of", &op.EntityKind), o.take("owner", &op.Owner),
		o.take("field", &op.Field), o.take("graph", &op.Graph), o.take("exclusive", &op.Exclusive),
		o.take("structural", &op.Structural), o.take("pred", &op.Pred),
	); err != nil {
		return err
	}
	op.Extra = o.rest()
	return nil
}
