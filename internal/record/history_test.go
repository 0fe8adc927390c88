package record

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"pgregory.net/rapid"
)

// laptop is one device of a random history: it writes what its own user, seeing its own state,
// would write, and receives some of the others' envelopes now and then.
type laptop struct {
	device DeviceID
	clock  *Clock
	state  *State
	lane   []*Envelope
}

// history is what several laptops wrote, with clocks up to eleven days apart.
type history struct {
	envelopes []Envelope
	laptops   []*laptop
}

var fields = []string{"name", "age", "sex"}

func drawHistory(t *rapid.T) *history {
	h := &history{}
	now := time.UnixMilli(1_795_000_000_000)
	for i := range rapid.IntRange(2, 5).Draw(t, "laptops") {
		skew := time.Duration(rapid.IntRange(-11*24*60, 11*24*60).Draw(t, "skew")) * time.Minute
		device := DeviceID('a' + rune(i))
		h.laptops = append(h.laptops, &laptop{
			device: device, state: Fold(nil),
			clock: NewClock(device, func() time.Time { return now.Add(skew) }),
		})
	}
	entities := 0
	for range rapid.IntRange(1, 40).Draw(t, "actions") {
		now = now.Add(time.Duration(rapid.IntRange(0, 3600).Draw(t, "pause")) * time.Second)
		l := rapid.SampledFrom(h.laptops).Draw(t, "laptop")
		if rapid.IntRange(0, 3).Draw(t, "what") == 0 {
			from := rapid.SampledFrom(h.laptops).Draw(t, "from")
			for _, e := range from.lane {
				if rapid.IntRange(0, 9).Draw(t, "arrives") > 0 {
					l.clock.Observe(e.Stamp)
					l.state.Add(e)
				}
			}
			continue
		}
		l.write(t, &entities)
	}
	for _, l := range h.laptops {
		for _, e := range l.lane {
			h.envelopes = append(h.envelopes, *e)
		}
	}
	return h
}

func (l *laptop) write(t *rapid.T, entities *int) {
	e := &Envelope{
		Version: Version, Family: "f", Device: l.device, Seq: uint64(len(l.lane) + 1), Stamp: l.clock.Next(),
		Saw: l.state.Frontier(), Author: string(l.device),
	}
	if n := len(l.lane); n > 0 {
		e.Prev = l.lane[n-1].Hash()
	}
	for range rapid.IntRange(1, 3).Draw(t, "ops") {
		e.Ops = append(e.Ops, l.op(t, entities))
	}
	l.lane = append(l.lane, e)
	l.state.Add(e)
}

func (l *laptop) op(t *rapid.T, entities *int) Op {
	var known []EntityID
	for _, e := range l.state.Entities() {
		if l.state.Visible(e.ID) {
			known = append(known, e.ID)
		}
	}
	kind := rapid.SampledFrom([]Kind{Add, Set, Set, Set, Link, Link, Link, Resolve, Del, Undel, "merge"}).Draw(t, "kind")
	if len(known) == 0 || kind == Add {
		op := Op{Kind: Add, Entity: EntityID(fmt.Sprintf("e%d", *entities)), EntityKind: "person"}
		if *entities++; len(known) > 0 && rapid.IntRange(0, 3).Draw(t, "owned") == 0 {
			op.Owner = rapid.SampledFrom(known).Draw(t, "owner")
		}
		return op
	}
	entity := l.state.Entity(rapid.SampledFrom(known).Draw(t, "entity"))
	op := Op{Kind: kind, Entity: entity.ID}
	switch kind {
	case Del, Undel:
		op.Pred = ids(entity.Removals())
	case Link:
		op.Field = rapid.SampledFrom([]string{"egg", "sperm"}).Draw(t, "slot")
		op.Graph, op.Exclusive = "parent", true
		op.Value, _ = json.Marshal(rapid.SampledFrom(known).Draw(t, "target"))
		op.Pred = ids(entity.Live(op.Field))
	case Set:
		op.Field = rapid.SampledFrom(fields).Draw(t, "field")
		op.Value = fmt.Appendf(nil, "%d", rapid.IntRange(0, 5).Draw(t, "value"))
		op.Pred = ids(entity.Live(op.Field)[:min(1, len(entity.Live(op.Field)))])
	case Resolve:
		op.Field = rapid.SampledFrom(fields).Draw(t, "field")
		op.Value = fmt.Appendf(nil, "%d", rapid.IntRange(0, 5).Draw(t, "value"))
		op.Pred = ids(entity.Live(op.Field))
	case "merge":
		op.Structural = rapid.Bool().Draw(t, "structural")
	}
	return op
}

func ids(writes []*Write) []OpID {
	var list []OpID
	for _, w := range writes {
		list = append(list, w.ID)
	}
	return list
}

// delivered is the envelopes in some order, some of them several times.
func delivered(t *rapid.T, envelopes []Envelope) []Envelope {
	if len(envelopes) == 0 {
		return nil
	}
	again := rapid.SliceOfN(rapid.SampledFrom(envelopes), 0, len(envelopes)).Draw(t, "again")
	return rapid.Permutation(slices.Concat(envelopes, again)).Draw(t, "order")
}
