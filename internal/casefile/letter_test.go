package casefile

import (
	"errors"
	"reflect"
	"testing"
)

func put(t *testing.T, x *File, l Letter) {
	t.Helper()
	if e, err := x.PutLetter("letter", l); err != nil || len(e.Ops) == 0 {
		t.Fatalf("%v, %d operations", err, len(e.Ops))
	}
}

func TestASignedLetterNeverChanges(t *testing.T) {
	a, b := pair(t)
	put(t, a, Letter{ID: "l", Patient: "p", Template: "risk-summary", Status: LetterDraft, Edits: map[string]string{"intro": "x"}})
	meet(t, a, b)
	signed := Letter{
		ID: "l", Patient: "p", Template: "risk-summary", Status: LetterSigned, Edits: map[string]string{"intro": "y"}, SignedOn: "2026-11-21",
		SignedBy: "Dr Adeyemi", PDFDigest: "00", FactsDigest: FactsDigest(a.Family(), ByLetters), Frontier: a.Frontier(),
	}
	put(t, a, signed)
	// A colleague, who does not know yet, goes on writing.
	draft := b.Letters()[0]
	draft.Edits["intro"] = "z"
	put(t, b, draft)
	meet(t, a, b)
	for _, x := range []*File{a, b} {
		if got := x.Letters(); len(got) != 1 || !reflect.DeepEqual(got[0], signed) {
			t.Errorf("letters %+v", got)
		}
		changed := signed
		changed.Edits = map[string]string{"intro": "changed"}
		if _, err := x.PutLetter("change", changed); !errors.Is(err, ErrSigned) {
			t.Errorf("changing it: %v", err)
		}
		if e, err := x.PutLetter("same", signed); err != nil || len(e.Ops) != 0 {
			t.Errorf("the same again: %v, %d operations", err, len(e.Ops))
		}
	}
	if _, ok := a.CanUndo(); ok {
		t.Error("a letter can be undone")
	}
}

func TestEditsOfTwoParagraphsOfADraftMerge(t *testing.T) {
	a, b := pair(t)
	put(t, a, Letter{ID: "l", Template: "t", Status: LetterDraft})
	meet(t, a, b)
	put(t, a, Letter{ID: "l", Template: "t", Status: LetterDraft, Edits: map[string]string{"one": "1"}})
	put(t, b, Letter{ID: "l", Template: "t", Status: LetterDraft, Edits: map[string]string{"two": "2"}})
	meet(t, a, b)
	if got := a.Letters()[0].Edits; len(got) != 2 {
		t.Errorf("edits %v", got)
	}
	put(t, a, Letter{ID: "m", Template: "t", Status: LetterDraft})
	if got := a.Letters(); len(got) != 2 || got[1].ID != "m" {
		t.Errorf("letters %+v, want the oldest first", got)
	}
}
