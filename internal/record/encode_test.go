package record

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// newer is an envelope as a later version might write it, with white space and its own key order.
const newer = `{"zeta": [1, 2.50, "<&>"], "v": 7, "family": "f", "device": "a", "seq": 2, "prev": "00ff",
  "stamp": "k3.1.a", "saw": {"c": 4, "b": 9}, "author": "Dr Onwudiwe-Szymańska", "role": "consultant", "reason": "split",
  "happened_on": "2026-11-20", "consent": {"of": "x"},
  "ops": [{"op": "split", "structural": true, "id": "p/1", "pieces": [ {"b": 1, "a": 2} ]},
          {"field": "name", "value": {"b": 1, "a": null}, "op": "set", "id": "p/1", "pred": ["k2.0.b.3"], "certainty": 0.5}]}`

func TestAnEnvelopeOfANewerVersionKeepsAllItsKeys(t *testing.T) {
	e, err := Decode([]byte(newer))
	if err != nil {
		t.Fatal(err)
	}
	data, err := e.Encode()
	if err != nil {
		t.Fatal(err)
	}
	var want, got any
	if json.Unmarshal([]byte(newer), &want) != nil || json.Unmarshal(data, &got) != nil {
		t.Fatal("not JSON")
	}
	w, _ := json.Marshal(want)
	g, _ := json.Marshal(got)
	if !bytes.Equal(w, g) {
		t.Fatalf("want %s\n got %s", w, g)
	}
	again, err := Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if second, _ := again.Encode(); !bytes.Equal(data, second) || again.Hash() != e.Hash() {
		t.Fatalf("encoding is not stable:\n%s\n%s", data, second)
	}
}

func TestAnUnusableEnvelopeIsRefusedInOneLine(t *testing.T) {
	for name, text := range map[string]string{
		"empty":                "",
		"not JSON":             "op=set",
		"an array":             "[]",
		"cut off":              newer[:len(newer)/2],
		"something after":      strings.Replace(newer, `"v": 7`, `"v": 1`, 1) + "{}",
		"no version":           strings.Replace(newer, `"v": 7,`, "", 1),
		"no device":            strings.Replace(newer, `"device": "a",`, "", 1),
		"capital device":       strings.Replace(newer, `"device": "a"`, `"device": "A"`, 1),
		"no family":            strings.Replace(newer, `"family": "f",`, "", 1),
		"no seq":               strings.Replace(newer, `"seq": 2,`, "", 1),
		"negative seq":         strings.Replace(newer, `"seq": 2`, `"seq": -2`, 1),
		"no prev":              strings.Replace(newer, `"prev": "00ff",`, "", 1),
		"stamp of another":     strings.Replace(newer, `"k3.1.a"`, `"k3.1.b"`, 1),
		"stamp unreadable":     strings.Replace(newer, `"k3.1.a"`, `"today"`, 1),
		"pred unreadable":      strings.Replace(newer, `"k2.0.b.3"`, `"k2"`, 1),
		"an operation is null": strings.Replace(newer, `"ops": [`, `"ops": [null,`, 1),
		"ops is text":          strings.Replace(newer, `"ops": [`, `"ops": "`, 1),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Decode([]byte(text))
			if err == nil {
				t.Fatal("was read")
			}
			if strings.ContainsAny(err.Error(), "\n\r") || !strings.HasPrefix(err.Error(), "envelope: ") {
				t.Errorf("not one line that says where: %q", err)
			}
		})
	}
}

func TestAnEnvelopeThatIsNotValidJSONIsNotEncoded(t *testing.T) {
	e := Envelope{Version: Version, Family: "f", Device: "a", Seq: 1, Stamp: Stamp{MS: 1, Device: "a"}}
	e.Ops = []Op{{Kind: Set, Entity: "x", Field: "y", Value: json.RawMessage(`{"cut`)}}
	if data, err := e.Encode(); err == nil {
		t.Fatalf("encoded as %s", data)
	}
	if e.Hash() != "" {
		t.Error("has a hash")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(newer))
	f.Add([]byte(`{"v":1,"family":"f","device":"a","seq":1,"stamp":"k3.0.a","ops":[{"op":"add","id":"p","of":"person"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := Decode(data)
		if err != nil {
			return
		}
		first, err := e.Encode()
		if err != nil {
			t.Fatalf("read and not written: %v", err)
		}
		again, err := Decode(first)
		if err != nil {
			t.Fatalf("written and not read: %v\n%s", err, first)
		}
		if second, _ := again.Encode(); !bytes.Equal(first, second) {
			t.Fatalf("not stable:\n%s\n%s", first, second)
		}
		state := Fold([]Envelope{e, again})
		state.Links()
		state.EditedWhileRemoved()
		if got := Fold([]Envelope{again}); got.Digest() != state.Digest() {
			t.Fatal("the same envelope twice folds to something else")
		}
	})
}
