package record

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
)

// chain is a lane of n envelopes, properly linked.
func chain(device DeviceID, n int) []Envelope {
	var lane []Envelope
	prev := Hash("")
	for i := range n {
		e := Envelope{
			Version: Version, Family: "f", Device: device, Seq: uint64(i + 1), Prev: prev, Author: "A",
			Stamp: Stamp{MS: int64(1000 + i), Device: device},
			Ops:   []Op{{Kind: Set, Entity: "x", Field: "y", Value: fmt.Appendf(nil, "%d", i)}},
		}
		prev = e.Hash()
		lane = append(lane, e)
	}
	return lane
}

func TestLanesAreVerified(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(lane []Envelope) []Envelope
		want   []string
	}{
		{"whole", func(l []Envelope) []Envelope { return l }, nil},
		{"backwards and twice over", func(l []Envelope) []Envelope {
			l = append(l, l...)
			slices.Reverse(l)
			return l
		}, nil},
		{"two missing", func(l []Envelope) []Envelope { return slices.Delete(l, 1, 3) }, []string{"device a, envelope 2 to 3: missing"}},
		{"the first missing", func(l []Envelope) []Envelope { return l[1:] }, []string{"device a, envelope 1: missing"}},
		{"rewritten", func(l []Envelope) []Envelope { l[2].Author = "B"; return l }, []string{"device a, envelope 4: chain broken"}},
		{"last rewritten beside the original", func(l []Envelope) []Envelope {
			other := l[4]
			other.Author = "B"
			return append(l, other)
		}, []string{"device a, envelope 5: two in one place"}},
		{"of another family", func(l []Envelope) []Envelope { l[4].Family = "g"; return l }, []string{"device a, envelope 5: wrong family"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range VerifyLanes("f", append(c.change(chain("a", 5)), chain("b", 3)...)) {
				got = append(got, f.String())
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestEveryChangeToAnEnvelopeThatHasASuccessorIsFound(t *testing.T) {
	for name, change := range map[string]func(*Envelope){
		"author": func(e *Envelope) { e.Author = "B" }, "role": func(e *Envelope) { e.Role = "r" },
		"reason": func(e *Envelope) { e.Reason = "r" }, "date": func(e *Envelope) { e.HappenedOn = "2020-01-01" },
		"stamp": func(e *Envelope) { e.Stamp.Counter++ }, "saw": func(e *Envelope) { e.Saw = Frontier{"b": 1} },
		"value": func(e *Envelope) { e.Ops = []Op{{Kind: Set, Entity: "x", Field: "y", Value: []byte("9")}} },
		"extra": func(e *Envelope) { e.Extra = map[string]json.RawMessage{"new": json.RawMessage("1")} }, "ops": func(e *Envelope) { e.Ops = nil },
	} {
		lane := chain("a", 3)
		change(&lane[1])
		if len(VerifyLanes("f", lane)) == 0 {
			t.Errorf("a changed %s is not found", name)
		}
	}
}

func TestAFrontierStopsAtTheFirstGap(t *testing.T) {
	lane := chain("a", 5)
	state := Fold([]Envelope{lane[4], lane[0], lane[1], lane[3]})
	if got := state.Frontier(); got["a"] != 2 || !got.Covers(&lane[1]) || got.Covers(&lane[3]) {
		t.Fatalf("frontier %v", got)
	}
	state.Add(&lane[2])
	if got := state.Frontier(); got["a"] != 5 {
		t.Fatalf("frontier %v once the gap is filled", got)
	}
	if (Frontier{"a": 1, "b": 2}).Digest() == (Frontier{"a": 2, "b": 1}).Digest() {
		t.Error("two frontiers, one digest")
	}
}
