package casefile

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/amend"
)

func TestEveryEarlierStateIsWhatWasShownThen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, err := Open(params("aaaa1111", "A"))
		if err != nil {
			t.Fatal(err)
		}
		var shown []string
		for range rapid.IntRange(1, 15).Draw(t, "steps") {
			var e record.Envelope
			switch rapid.IntRange(0, 7).Draw(t, "how") {
			case 0:
				e, err = x.Undo()
			case 1:
				e, err = x.Redo()
			case 2:
				e, err = x.PutLetter("begin letter", Letter{ID: "L1", Template: "t", Status: LetterDraft})
			default:
				e, err = x.Do("edit", drawEdit(t, x.NewID))
			}
			if err == nil && len(e.Ops) > 0 {
				shown = append(shown, text(t, x.Family()))
			}
		}
		// Opened on another device, the envelopes in any order.
		other, err := Open(params("bbbb2222", "B", shuffled(t, envelopesOf(x))...))
		if err != nil {
			t.Fatal(err)
		}
		h := other.History()
		if h.Len() != len(shown) {
			t.Fatalf("%d moments of %d edits", h.Len(), len(shown))
		}
		for range rapid.IntRange(1, 20).Draw(t, "looks") {
			if len(shown) == 0 {
				return
			}
			i := rapid.IntRange(0, len(shown)-1).Draw(t, "moment")
			if got := text(t, h.At(i)); got != shown[i] {
				t.Fatalf("after moment %d of %d\nshown then %s\nshown now  %s", i, len(shown), shown[i], got)
			}
		}
	})
}

func TestTheLastStateIsTheFamilyAsItStandsWhoeverWorkedOnIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, made := drawFile(t, "0000aaaa", 6)
		a, errA := Open(params("aaaa1111", "A", made...))
		b, errB := Open(params("bbbb2222", "B", made...))
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		for range rapid.IntRange(0, 6).Draw(t, "edits") {
			for _, x := range []*File{a, b} {
				_, _ = x.Do("edit", drawEdit(t, x.NewID)) // may be refused
			}
		}
		if err := a.AddEnvelopes(envelopesOf(b)); err != nil {
			t.Fatal(err)
		}
		h := a.History()
		if h.Len() == 0 {
			return
		}
		if got, want := text(t, h.At(h.Len()-1)), text(t, a.Family()); got != want {
			t.Fatalf("the last state\n%s\nthe family\n%s", got, want)
		}
		for i := 1; i < h.Len(); i++ {
			if h.Moment(i).At.Before(h.Moment(i - 1).At) {
				t.Fatalf("moment %d is before the one before it", i)
			}
		}
	})
}

func TestAMomentSaysWhoDidWhatWhenAndOnWhichDevice(t *testing.T) {
	a, _ := pair(t)
	edit := person("1", func(p *pedigree.Individual) { p.Name = "Annabel" })
	if _, err := a.DoOn("name of the patient", "2026-11-02", edit); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Undo(); err != nil {
		t.Fatal(err)
	}
	h := a.History()
	done, undone := h.Moment(h.Len()-2), h.Moment(h.Len()-1)
	want := Moment{At: noon, Author: a.Author(), Role: "counsellor", Reason: "name of the patient", Device: "aaaa1111", Happened: "2026-11-02"}
	if done != want {
		t.Errorf("moment %+v, want %+v", done, want)
	}
	if undone.Reason != "undo: name of the patient" {
		t.Errorf("the undoing is %q", undone.Reason)
	}
	if got := h.At(h.Len() - 2).Individual("1").Name; got != "Annabel" {
		t.Errorf("before the undoing the name is %q", got)
	}
	moments := h.Len()
	do(t, a, edit)
	if h.Len() != moments || h.At(moments-1).Individual("1").Name == "Annabel" {
		t.Error("a history follows edits made after it was asked for")
	}
}

// BenchmarkEarlierState is one step through the timeline of a family typed person by person: forward
// by one edit, and back by one, which folds from the beginning.
func BenchmarkEarlierState(b *testing.B) {
	for _, edits := range []int{200, 1000} {
		x, err := Open(params("aaaa1111", "A"))
		if err != nil {
			b.Fatal(err)
		}
		do(b, x, func(f *pedigree.Family) error {
			f.Individuals = append(f.Individuals, pedigree.Individual{ID: "1"})
			return nil
		})
		for i := range edits - 1 {
			do(b, x, func(f *pedigree.Family) error {
				if i%4 == 0 && len(f.Individuals) < 200 {
					at := f.Individuals[i/8%len(f.Individuals)].ID
					_, err := amend.AddSibling(f, at, pedigree.Female, x.NewID)
					return err
				}
				f.Individuals[i%len(f.Individuals)].Age = pedigree.ExactYear(20 + i%60)
				return nil
			})
		}
		h := x.History()
		b.Run(fmt.Sprintf("forward/edits=%d", edits), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				h.At(i % h.Len())
			}
		})
		b.Run(fmt.Sprintf("back/edits=%d", edits), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				h.At(h.Len() - 1 - i%2)
			}
		})
	}
}
