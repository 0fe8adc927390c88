package casefile

import (
	"slices"
	"strings"
	"time"

	"kindred/internal/record"
	"kindred/pedigree"
)

// Author is who edits this record on this device, as it was opened.
func (x *File) Author() string { return x.params.Author }

// Moment is one thing that was done to a family: an edit, an undo, an import, a letter, a saved risk.
type Moment struct {
	At       time.Time // by the clock of the device it was done on, in UTC
	Author   string
	Role     string
	Reason   string // "add mother of Anna", "undo: add mother of Anna"
	Device   record.DeviceID
	Happened pedigree.Date // the day the thing itself happened, where it differs; "" otherwise
}

// History is what was done to a family, the oldest first, and the family as it was after each moment.
// It stands for the record as it was when it was asked for. It is not safe for concurrent use, but
// needs no lock against the File it came from.
type History struct {
	envelopes []*record.Envelope // in the order of their stamps
	view      *view              // of the first held envelopes
	held      int
}

// History of the record as it stands, what was undone and what other devices did included.
func (x *File) History() *History {
	envelopes := x.Envelopes()
	slices.SortFunc(envelopes, compareEnvelopes)
	envelopes = slices.CompactFunc(envelopes, func(a, b *record.Envelope) bool { return compareEnvelopes(a, b) == 0 })
	return &History{envelopes: envelopes, view: newView(record.Fold(nil))}
}

// Past is the record as it was at a frontier, for looking at; ok is false where some of that has not
// arrived on this device.
func (x *File) Past(frontier record.Frontier) (past *File, ok bool) {
	p := x.params
	for _, e := range x.envelopes {
		if frontier.Covers(e) {
			p.Envelopes = append(p.Envelopes, *e)
		}
	}
	past, err := Open(p)
	if err != nil {
		return nil, false
	}
	for device, seq := range frontier {
		if past.Frontier()[device] < seq {
			return nil, false
		}
	}
	return past, true
}

// compareEnvelopes puts the oldest first, and is 0 for one envelope that came twice. Stamps tie only in
// a lane that a copied disk image forked, where the content decides.
func compareEnvelopes(a, b *record.Envelope) int {
	if by := a.Stamp.Compare(b.Stamp); by != 0 || a == b {
		return by
	}
	return strings.Compare(string(a.Hash()), string(b.Hash()))
}

// Len is the number of moments.
func (h *History) Len() int { return len(h.envelopes) }

// Moment number i, 0 to Len-1.
func (h *History) Moment(i int) Moment {
	e := h.envelopes[i]
	return Moment{
		At: e.Stamp.Time(), Author: e.Author, Role: e.Role, Reason: e.Reason, Device: e.Device, Happened: pedigree.Date(e.HappenedOn),
	}
}

// At is the family after moment i, folded from the operations up to it in the order of their stamps.
// Two devices that worked at the same time are shown as one after the other, as their clocks say;
// neither saw the family like that. The last moment is the family as it stands. The family is the
// caller's to read, not to change.
func (h *History) At(i int) *pedigree.Family {
	if i+1 < h.held {
		h.view, h.held = newView(record.Fold(nil)), 0
	}
	for ; h.held <= i; h.held++ {
		h.view.state.Add(h.envelopes[h.held])
		h.view.forget(h.envelopes[h.held])
	}
	return h.view.family()
}
