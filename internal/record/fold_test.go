package record

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestAnyOrderAndRepetitionFoldsToTheSameState(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := drawHistory(t)
		want := Fold(h.envelopes).Digest()
		if got := Fold(delivered(t, h.envelopes)).Digest(); got != want {
			t.Fatal("another order, another state")
		}
		// One that asks for links and conflicts while it grows ends the same.
		grown := Fold(nil)
		for _, e := range delivered(t, h.envelopes) {
			grown.Add(&e)
			grown.Links()
			grown.Conflicts()
		}
		if grown.Digest() != want {
			t.Fatal("read while growing, another state")
		}
	})
}

func TestAStateSurvivesEncodingAndDecoding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := drawHistory(t)
		var back []Envelope
		for _, e := range h.envelopes {
			data, err := e.Encode()
			if err != nil {
				t.Fatal(err)
			}
			d, err := Decode(data)
			if err != nil {
				t.Fatal(err)
			}
			back = append(back, d)
		}
		if Fold(back).Digest() != Fold(h.envelopes).Digest() {
			t.Fatal("another state")
		}
		if faults := VerifyLanes("f", back); len(faults) > 0 {
			t.Fatal(faults)
		}
	})
}

func TestNoChainOfLinksLeadsBackToItsBeginning(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := drawHistory(t)
		some := delivered(t, h.envelopes)
		if len(some) > 0 {
			some = some[:rapid.IntRange(0, len(some)).Draw(t, "so far")]
		}
		state := Fold(some)
		if cycle := findCycle(state); cycle != nil {
			t.Fatalf("cycle %v", cycle)
		}
		for _, e := range state.Entities() {
			if egg := state.Links().Target(e.ID, "egg"); egg != "" && egg == state.Links().Target(e.ID, "sperm") {
				t.Fatalf("%s has %s in both places", e.ID, egg)
			}
		}
	})
}

// findCycle looks for a cycle by removing what has no parents left, quite unlike Links.
func findCycle(s *State) []EntityID {
	left := map[EntityID][]EntityID{}
	for _, e := range s.Entities() {
		left[e.ID] = nil
		for field := range s.Links().Of(e.ID) {
			left[e.ID] = append(left[e.ID], s.Links().Target(e.ID, field))
		}
	}
	for removed := true; removed; {
		removed = false
		for id, parents := range left {
			if !slices.ContainsFunc(parents, func(p EntityID) bool { _, there := left[p]; return there }) {
				delete(left, id)
				removed = true
			}
		}
	}
	var cycle []EntityID
	for id := range left {
		cycle = append(cycle, id)
	}
	return cycle
}

func TestEveryWriteIsLiveOrNamedByAKnownOperation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := drawHistory(t)
		some := delivered(t, h.envelopes)
		if len(some) > 0 {
			some = some[:rapid.IntRange(0, len(some)).Draw(t, "so far")]
		}
		state := Fold(some)
		named := map[string]bool{}
		for _, e := range some {
			for _, op := range e.Ops {
				for _, pred := range op.Pred {
					named[fmt.Sprint(op.Entity, op.Field, pred)] = true
				}
			}
		}
		unknown := 0
		seen := map[Stamp]bool{}
		for _, e := range some {
			for i, op := range e.Ops {
				if !op.Kind.known() {
					if !seen[e.Stamp] {
						unknown++
					}
					continue
				}
				if op.Kind == Add || named[fmt.Sprint(op.Entity, op.Field, e.OpID(i))] {
					continue
				}
				live := state.Entity(op.Entity).Live(op.Field)
				if op.Kind == Del || op.Kind == Undel {
					live = state.Entity(op.Entity).Removals()
				}
				if !slices.Contains(ids(live), e.OpID(i)) {
					t.Fatalf("operation %v on %s.%s is neither live nor replaced", e.OpID(i), op.Entity, op.Field)
				}
			}
			seen[e.Stamp] = true
		}
		if len(state.Newer()) != unknown {
			t.Fatalf("%d unknown operations reported, %d there", len(state.Newer()), unknown)
		}
	})
}

// script builds small sets of envelopes by hand.
type script struct {
	envelopes []Envelope
	seq       map[DeviceID]uint64
}

func (s *script) add(device DeviceID, ms int64, saw Frontier, ops ...Op) OpID {
	if s.seq == nil {
		s.seq = map[DeviceID]uint64{}
	}
	s.seq[device]++
	s.envelopes = append(s.envelopes, Envelope{
		Version: Version, Family: "f", Device: device, Seq: s.seq[device], Stamp: Stamp{MS: ms, Device: device}, Saw: saw, Ops: ops,
	})
	return OpID{Stamp: Stamp{MS: ms, Device: device}}
}

func person(id EntityID) Op { return Op{Kind: Add, Entity: id, EntityKind: "person"} }

func set(id EntityID, field, value string, pred ...OpID) Op {
	return Op{Kind: Set, Entity: id, Field: field, Value: json.RawMessage(value), Pred: pred}
}

func link(id EntityID, slot string, to EntityID, pred ...OpID) Op {
	value, _ := json.Marshal(to)
	return Op{Kind: Link, Entity: id, Field: slot, Value: value, Pred: pred, Graph: "parent", Exclusive: true}
}

func TestTwoWritesThatDidNotKnowEachOtherBothStayAndTheNewestIsShown(t *testing.T) {
	var s script
	s.add("a", 1, nil, person("x"))
	first := s.add("a", 2, nil, set("x", "age", "40"))
	s.add("a", 3, nil, set("x", "age", "44", first))
	s.add("b", 4, Frontier{"a": 2}, set("x", "age", "47", first))
	state := Fold(s.envelopes)
	if got := string(state.Entity("x").Shown("age").Op.Value); got != "47" {
		t.Errorf("shown %s, want the newest, 47", got)
	}
	conflicts := state.Conflicts()
	if len(conflicts) != 1 || len(conflicts[0].Writes) != 2 || string(conflicts[0].Writes[1].Op.Value) != "44" {
		t.Fatalf("conflicts %+v, want 47 against 44", conflicts)
	}
	s.add("a", 5, Frontier{"b": 1}, Op{Kind: Resolve, Entity: "x", Field: "age", Value: json.RawMessage("44"), Pred: ids(conflicts[0].Writes)})
	state = Fold(s.envelopes)
	if len(state.Conflicts()) != 0 || string(state.Entity("x").Shown("age").Op.Value) != "44" {
		t.Errorf("after resolving: %+v", state.Conflicts())
	}
	if all := state.Entity("x").All("age"); len(all) != 4 {
		t.Errorf("%d writes kept, want 4", len(all))
	}
}

func TestEqualValuesAreNoConflict(t *testing.T) {
	var s script
	s.add("a", 1, nil, person("x"), set("x", "age", `{"low": 40}`))
	s.add("b", 2, nil, set("x", "age", `{"low":40}`))
	if c := Fold(s.envelopes).Conflicts(); len(c) != 0 {
		t.Errorf("conflicts %+v", c)
	}
}

func TestNamingAnotherFieldsWriteReplacesNothing(t *testing.T) {
	var s script
	s.add("a", 1, nil, person("x"))
	age := s.add("a", 2, nil, set("x", "age", "40"))
	s.add("b", 3, nil, set("x", "name", `"Ann"`, age))
	if w := Fold(s.envelopes).Entity("x").Shown("age"); w == nil {
		t.Error("the age is gone")
	}
}

func TestTheLinkThatClosesACycleIsKeptAndNotApplied(t *testing.T) {
	var s script
	s.add("a", 1, nil, person("x"), person("y"), person("z"))
	s.add("a", 2, nil, link("x", "egg", "y"))
	s.add("b", 3, nil, link("y", "egg", "z"))
	s.add("c", 4, nil, link("z", "egg", "x"))
	links := Fold(s.envelopes).Links()
	if links.Target("x", "egg") != "y" || links.Target("y", "egg") != "z" || links.Target("z", "egg") != "" {
		t.Error("not the newest link was left out")
	}
	if len(links.Unapplied) != 1 || links.Unapplied[0].Cause != ClosesCycle || !slices.Equal(links.Unapplied[0].Path, []EntityID{"x", "y", "z"}) {
		t.Errorf("unapplied %+v", links.Unapplied)
	}
}

func TestUnappliedLinksSayWhy(t *testing.T) {
	var s script
	s.add("a", 1, nil, person("x"), person("y"), person("z"))
	s.add("a", 2, nil, link("x", "egg", "y"))
	s.add("b", 3, nil, link("x", "sperm", "y"))
	s.add("a", 4, nil, link("y", "egg", "nobody"))
	s.add("a", 5, nil, link("y", "sperm", "z"))
	s.add("b", 6, nil, Op{Kind: Del, Entity: "z"})
	s.add("a", 7, nil, link("z", "egg", "z"))
	var got []string
	for _, u := range Fold(s.envelopes).Links().Unapplied {
		got = append(got, fmt.Sprintf("%s %s: %s", u.Write.Entity, u.Write.Field, u.Cause))
	}
	want := []string{"x sperm: same target twice", "y egg: target unknown", "y sperm: target removed"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestARemovedEntityKeepsItsFieldsAndComesBackWhole(t *testing.T) {
	var s script
	s.add("a", 1, nil, person("x"), set("x", "age", "40"), Op{Kind: Add, Entity: "d", EntityKind: "diagnosis", Owner: "x"})
	del := s.add("a", 2, nil, Op{Kind: Del, Entity: "x"})
	state := Fold(s.envelopes)
	if state.Visible("x") || state.Visible("d") || state.Entity("x").Shown("age") == nil {
		t.Error("a removed entity is out of sight with its parts, and keeps its fields")
	}
	s.add("a", 3, nil, Op{Kind: Undel, Entity: "x", Pred: []OpID{del}})
	if state = Fold(s.envelopes); !state.Visible("x") || !state.Visible("d") {
		t.Error("not back")
	}
}

func TestARestorationAgainstARemovalStaysInSightAndIsAConflict(t *testing.T) {
	var s script
	s.add("a", 1, nil, person("x"))
	del := s.add("a", 2, nil, Op{Kind: Del, Entity: "x"})
	s.add("b", 3, Frontier{"a": 2}, Op{Kind: Undel, Entity: "x", Pred: []OpID{del}})
	s.add("a", 4, nil, Op{Kind: Del, Entity: "x", Pred: []OpID{del}})
	state := Fold(s.envelopes)
	if conflicts := state.Conflicts(); !state.Visible("x") || len(conflicts) != 1 || conflicts[0].Field != "" {
		t.Errorf("in sight %v, conflicts %+v", state.Visible("x"), conflicts)
	}
}

func TestAnEditThatTheRemoverDidNotKnowIsListed(t *testing.T) {
	for _, c := range []struct {
		name string
		saw  Frontier
		want int
	}{{"known", Frontier{"b": 1}, 0}, {"unknown", nil, 2}} {
		t.Run(c.name, func(t *testing.T) {
			var s script
			s.add("a", 1, nil, person("x"))
			s.add("b", 2, Frontier{"a": 1}, Op{Kind: Add, Entity: "d", EntityKind: "diagnosis", Owner: "x"}, set("d", "site", `"breast"`))
			s.add("a", 3, c.saw, Op{Kind: Del, Entity: "x"})
			list := Fold(s.envelopes).EditedWhileRemoved()
			got := 0
			for _, e := range list {
				got += len(e.Edits)
			}
			if got != c.want {
				t.Errorf("%d edits listed, want %d", got, c.want)
			}
		})
	}
}

func TestTwoEnvelopesInOnePlaceBothCount(t *testing.T) {
	var s, copied script
	s.add("a", 1, nil, person("x"), set("x", "age", "40"))
	copied.add("a", 1, nil, person("x"), set("x", "age", "50"))
	both := append(s.envelopes, copied.envelopes...)
	state := Fold(both)
	if len(state.Entity("x").Live("age")) != 2 || len(state.Conflicts()) != 1 {
		t.Error("a value of a forked lane disappeared")
	}
	slices.Reverse(both)
	if Fold(both).Digest() != state.Digest() {
		t.Error("the order decides")
	}
}

func TestAnUnknownStructuralOperationMakesTheRecordReadOnly(t *testing.T) {
	var s script
	s.add("a", 1, nil, person("x"))
	s.add("a", 2, nil, Op{Kind: "annotate", Entity: "x"})
	if state := Fold(s.envelopes); state.ReadOnly() || len(state.Newer()) != 1 {
		t.Error("an unknown operation is reported, and by itself no more")
	}
	s.add("a", 3, nil, Op{Kind: "merge", Entity: "x", Structural: true})
	if !Fold(s.envelopes).ReadOnly() {
		t.Error("not read-only")
	}
}

func BenchmarkFold2000Operations(b *testing.B) {
	var s script
	var ops []Op
	for i := range 60 {
		id := EntityID(fmt.Sprintf("person/%d", i))
		ops = append(ops, person(id))
		if i >= 2 {
			ops = append(ops, link(id, "egg", EntityID(fmt.Sprintf("person/%d", i/2))))
		}
		for len(ops) < (i+1)*33 {
			ops = append(ops, set(id, fmt.Sprintf("field%d", len(ops)%20), fmt.Sprint(len(ops))))
		}
	}
	for i, op := range ops {
		s.add(DeviceID('a'+rune(i%3)), int64(i), nil, op)
	}
	b.ReportMetric(float64(len(ops)), "ops")
	b.ResetTimer()
	for b.Loop() {
		state := Fold(s.envelopes)
		state.Links()
		state.Conflicts()
	}
}
