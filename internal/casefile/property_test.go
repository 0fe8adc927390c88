package casefile

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kindred/internal/record"
	"kindred/pedigree"
)

func TestAFamilyShowsTheSameFromItsOperationsInAnyOrderAndRepetition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, made := drawFile(t, "aaaa1111", 25)
		checkSound(t, x.Family())
		other, err := Open(params("bbbb2222", "B", shuffled(t, made)...))
		if err != nil {
			t.Fatal(err)
		}
		if want, got := text(t, x.Family()), text(t, other.Family()); got != want {
			t.Fatalf("shown after the edits\n%s\nfolded\n%s", want, got)
		}
		if faults := record.VerifyLanes(testFamily, made); len(faults) > 0 {
			t.Fatalf("%v", faults)
		}
	})
}

func TestWhatAnEditMakesIsWhatIsShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, _ := drawFile(t, "aaaa1111", 10)
		var edited *pedigree.Family
		edit := drawEdit(t, x.NewID)
		_, err := x.Do("edit", func(f *pedigree.Family) error {
			err := edit(f)
			edited = f
			return err
		})
		if err != nil {
			return
		}
		// Do has since given the edited family ids, and dropped whoever is not there.
		want := edited.Clone()
		if want.Individuals == nil {
			want.Individuals = []pedigree.Individual{}
		}
		if got, want := text(t, x.Family()), text(t, want); got != want {
			t.Fatalf("edited\n%s\nshown\n%s", want, got)
		}
	})
}

func TestAnImportedFamilyComesBackAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, _ := drawFile(t, "aaaa1111", 25)
		x, e, err := Import(params("bbbb2222", "B"), "import", from.Family())
		if err != nil {
			t.Fatal(err)
		}
		if got, want := text(t, x.Family()), text(t, from.Family()); got != want {
			t.Fatalf("imported\n%s\nshown\n%s", want, got)
		}
		if len(from.Family().Individuals) > 0 && len(e.Ops) == 0 {
			t.Fatal("no operations")
		}
		if _, ok := x.CanUndo(); ok {
			t.Fatal("an import can be undone")
		}
	})
}

func TestUndoRestoresAndRedoRepeats(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, _ := drawFile(t, "aaaa1111", 8)
		x.undo = nil
		states := []string{text(t, x.Family())}
		for range rapid.IntRange(1, 8).Draw(t, "more") {
			if e, err := x.Do("edit", drawEdit(t, x.NewID)); err == nil && len(e.Ops) > 0 {
				states = append(states, text(t, x.Family()))
			}
		}
		at := len(states) - 1
		for range rapid.IntRange(1, 30).Draw(t, "walk") {
			var err error
			if back := rapid.Bool().Draw(t, "back"); back && at > 0 {
				_, err = x.Undo()
				at--
			} else if !back && at < len(states)-1 {
				_, err = x.Redo()
				at++
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := text(t, x.Family()); got != states[at] {
				t.Fatalf("at %d of %d\nwant %s\n got %s", at, len(states)-1, states[at], got)
			}
			if _, ok := x.CanUndo(); ok != (at > 0) {
				t.Fatalf("can undo is %v at %d", ok, at)
			}
			if _, ok := x.CanRedo(); ok != (at < len(states)-1) {
				t.Fatalf("can redo is %v at %d", ok, at)
			}
		}
		again, err := Open(params("bbbb2222", "B", shuffled(t, envelopesOf(x))...))
		if err != nil {
			t.Fatal(err)
		}
		if text(t, again.Family()) != text(t, x.Family()) {
			t.Fatal("folded anew it differs")
		}
	})
}

func TestAnAbandonedEnvelopeLeavesTheDurableState(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, durable := drawFile(t, "aaaa1111", 8)
		before, stack := text(t, x.Family()), fmt.Sprint(len(x.undo), len(x.redo))
		var lost []record.Envelope
		for range rapid.IntRange(1, 5).Draw(t, "lost") {
			var e record.Envelope
			var err error
			switch rapid.IntRange(0, 3).Draw(t, "how") {
			case 0:
				e, err = x.Undo()
			case 1:
				e, err = x.Redo()
			case 2:
				e, err = x.PutLetter("letter", Letter{Template: "t", Status: LetterDraft})
			default:
				e, err = x.Do("edit", drawEdit(t, x.NewID))
			}
			if err == nil && len(e.Ops) > 0 {
				lost = append(lost, e)
			} else if len(lost) == 0 {
				stack = fmt.Sprint(len(x.undo), len(x.redo))
			}
		}
		for _, e := range lost { // the writer reports each in turn
			x.Abandon(e)
		}
		if got := text(t, x.Family()); got != before {
			t.Fatalf("want %s\n got %s", before, got)
		}
		if got := fmt.Sprint(len(x.undo), len(x.redo)); got != stack {
			t.Fatalf("undo and redo %s, want %s", got, stack)
		}
		e, err := x.Do("edit", func(f *pedigree.Family) error { f.Name += "!"; return nil })
		if err != nil {
			t.Fatal(err)
		}
		if faults := record.VerifyLanes(testFamily, append(durable, e)); len(faults) > 0 {
			t.Fatalf("the lane does not go on where it is durable: %v", faults)
		}
	})
}

func TestDevicesThatWorkApartConvergeAndLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, made := drawFile(t, "0000aaaa", 6)
		devices := []record.DeviceID{"aaaa1111", "bbbb2222", "cccc3333"}[:rapid.IntRange(2, 3).Draw(t, "devices")]
		files := make([]*File, len(devices))
		for i, device := range devices {
			var err error
			if files[i], err = Open(params(device, string(device), made...)); err != nil {
				t.Fatal(err)
			}
		}
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			x := rapid.SampledFrom(files).Draw(t, "device")
			switch rapid.IntRange(0, 5).Draw(t, "what") {
			case 0:
				from := rapid.SampledFrom(files).Draw(t, "from")
				if err := x.AddEnvelopes(shuffled(t, envelopesOf(from))); err != nil {
					t.Fatal(err)
				}
			case 1:
				_, _ = x.Undo() // may be refused
			case 2:
				if open := x.Reviews(); len(open) > 0 && len(open[0].Choices) > 0 {
					choice := rapid.IntRange(0, len(open[0].Choices)-1).Draw(t, "choice")
					_, _ = x.Settle(open[0], choice, "") // may be refused where it would close a cycle
				}
			default:
				_, _ = x.Do("edit", drawEdit(t, x.NewID)) // may be refused
			}
			checkSound(t, x.Family())
			for _, r := range x.Reviews() {
				if r.Text == "" || len(r.Choices) != len(r.ops) {
					t.Fatalf("%+v", r)
				}
			}
		}
		var all []record.Envelope
		for _, x := range files {
			all = append(all, envelopesOf(x)...)
		}
		want := ""
		for _, x := range files {
			if err := x.AddEnvelopes(shuffled(t, all)); err != nil {
				t.Fatal(err)
			}
			got := text(t, x.Family()) + x.state.Digest() + reviewTexts(x)
			if want == "" {
				want = got
			}
			if got != want {
				t.Fatalf("devices differ:\n%s\n%s", want, got)
			}
			checkKept(t, x, all)
		}
	})
}

func reviewTexts(x *File) string {
	var texts []string
	for _, r := range x.Reviews() {
		texts = append(texts, string(r.Kind)+r.Text)
	}
	return fmt.Sprint(texts)
}

// checkKept finds every value that was ever written: live, or named by a known operation on its field.
func checkKept(t *rapid.T, x *File, envelopes []record.Envelope) {
	named := map[string]bool{}
	for _, e := range envelopes {
		for _, op := range e.Ops {
			for _, pred := range op.Pred {
				named[fmt.Sprint(op.Entity, op.Field, pred)] = true
			}
		}
	}
	for _, e := range envelopes {
		for i, op := range e.Ops {
			if op.Kind == record.Add || named[fmt.Sprint(op.Entity, op.Field, e.OpID(i))] {
				continue
			}
			live := x.state.Entity(op.Entity).Live(op.Field)
			if op.Field == "" {
				live = x.state.Entity(op.Entity).Removals()
			}
			if !slices.ContainsFunc(live, func(w *record.Write) bool { return w.ID == e.OpID(i) }) {
				t.Fatalf("%s of %s, written by %s, is gone", op.Field, op.Entity, e.Device)
			}
		}
	}
}

func TestKeysOfANewerVersionSurviveEditing(t *testing.T) {
	const newer = `{"format":"kindred-family","version":1,"zodiac":null,"individuals":[
		{"id":"1","name":"Ann","order":"x","~order":"z","~value":1,"sources/age":"y","consent":{"b":2,"a":null},
		 "diagnoses":[{"id":"d","site":"breast","pathology":{"ki67":null,"grade":2},"stage":"II"}],
		 "gene_tests":[{"id":"g","gene":"TP53","panel":["a"]}],"sources":{"age":{"told_by":"Ann","certain":null}}}],
		"unions":[{"id":"u","partners":["1"],"since":1999}],"twins":null,"weather":{"is":"fine"}}`
	var f pedigree.Family
	if err := json.Unmarshal([]byte(newer), &f); err != nil {
		t.Fatal(err)
	}
	want := text(t, f)
	x, _, err := Import(params("aaaa1111", "A"), "import", &f)
	if err != nil {
		t.Fatal(err)
	}
	if got := text(t, x.Family()); got != want {
		t.Fatalf("want %s\n got %s", want, got)
	}
	edited := do(t, x, func(f *pedigree.Family) error { f.Individuals[0].Diagnoses[0].Pathology.Grade = 3; return nil })
	if len(edited.Ops) != 1 {
		t.Errorf("one field changed, %d operations", len(edited.Ops))
	}
	if _, err := x.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := text(t, open(t, "bbbb2222", envelopesOf(x)...).Family()); got != want {
		t.Fatalf("after an edit and its undoing: want %s\n got %s", want, got)
	}
}
