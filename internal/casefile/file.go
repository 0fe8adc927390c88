package casefile

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"kindred/internal/record"
	"kindred/pedigree"
)

// ErrReadOnly is a record that a newer version has changed in a way this one does not understand.
var ErrReadOnly = errors.New("this family was changed by a newer version of the program: update the program before changing it here")

// OpenParams say whose record is opened, on which device and by whom.
type OpenParams struct {
	Family    record.FamilyID
	Envelopes []record.Envelope // in any order; they must not be changed afterwards
	Device    record.DeviceID
	Clock     func() time.Time // local time
	Author    string
	Role      string
}

// File is one family's record, open for work. It is not safe for concurrent use.
type File struct {
	params    OpenParams
	clock     *record.Clock
	envelopes []*record.Envelope
	state     *record.State
	view      *view
	family    *pedigree.Family
	own       *record.Envelope // the last of this device's lane, nil if there is none
	undo      []step           // never changed in place: see step.undo
	redo      []step
	session   []step                        // what this session wrote, the oldest first, whether or not it can be undone
	restores  map[record.OpID][]record.OpID // which writes an undoing or redoing one restored
	lastID    atomic.Int64                  // so that NewID may be called while an edit runs
}

// Open folds the envelopes of one family. A family without envelopes is empty, and the first edit
// begins its record.
func Open(p OpenParams) (*File, error) {
	x := &File{params: p, clock: record.NewClock(p.Device, p.Clock), restores: map[record.OpID][]record.OpID{}}
	for i := range p.Envelopes {
		if err := x.take(&p.Envelopes[i]); err != nil {
			return nil, err
		}
	}
	x.params.Envelopes = nil
	x.refold()
	x.lastID.Store(int64(x.highestID()))
	return x, nil
}

// Import begins a record with a family read from elsewhere. People keep their ids; diagnoses and
// the like that have none are given one. A family that cannot be kept is refused: two people with
// one id, a parent who is not there, somebody who is their own ancestor.
func Import(p OpenParams, reason string, f *pedigree.Family) (*File, record.Envelope, error) {
	x, err := Open(p)
	if err != nil {
		return nil, record.Envelope{}, err
	}
	if len(x.envelopes) > 0 {
		return nil, record.Envelope{}, errors.New("the record is not empty: a family is imported into a new one")
	}
	e, err := x.Do(reason, func(g *pedigree.Family) error {
		*g = *f.Clone()
		return nil
	})
	if err != nil {
		return nil, record.Envelope{}, err
	}
	x.undo = nil
	return x, e, nil
}

// AddEnvelopes merges what other devices wrote. What is there already is passed over.
func (x *File) AddEnvelopes(envelopes []record.Envelope) error {
	for i := range envelopes {
		if envelopes[i].Family != x.params.Family {
			return fmt.Errorf("envelope %d of device %s belongs to another family", envelopes[i].Seq, envelopes[i].Device)
		}
	}
	for i := range envelopes {
		e := &envelopes[i]
		if x.state.Add(e) {
			_ = x.take(e) // the family was checked above
		}
	}
	x.show(nil)
	return nil
}

// take keeps an envelope and moves the clock and the lane past it.
func (x *File) take(e *record.Envelope) error {
	if e.Family != x.params.Family {
		return fmt.Errorf("envelope %d of device %s belongs to another family", e.Seq, e.Device)
	}
	x.envelopes = append(x.envelopes, e)
	x.clock.Observe(e.Stamp)
	if e.Device == x.params.Device && (x.own == nil || e.Seq > x.own.Seq) {
		x.own = e
	}
	return nil
}

// refold makes the state anew from all envelopes.
func (x *File) refold() {
	x.state = record.Fold(nil)
	for _, e := range x.envelopes {
		x.state.Add(e)
	}
	x.show(nil)
}

// show makes the family anew. Of a change that only touched some entities, the others are not read
// again; nil reads all.
func (x *File) show(touched *record.Envelope) {
	if touched == nil || x.view == nil {
		x.view = newView(x.state)
	} else {
		x.view.forget(touched)
	}
	x.family = x.view.family()
}

// Family is the family as it stands. It is made anew by every change and must not be changed.
func (x *File) Family() *pedigree.Family { return x.family }

// Frontier is how far each device's lane is in this record.
func (x *File) Frontier() record.Frontier { return x.state.Frontier() }

// Envelopes are all envelopes of the record, in no particular order. They must not be changed.
func (x *File) Envelopes() []*record.Envelope { return slices.Clone(x.envelopes) }

// NewID is an id that nothing in this family has, on this or any other device: the beginning of
// the device's name and a number, such as "3f9a12-7". It may be called at any time from anywhere,
// inside an edit too.
func (x *File) NewID() pedigree.ID {
	return pedigree.ID(x.idPrefix() + strconv.FormatInt(x.lastID.Add(1), 10))
}

func (x *File) idPrefix() string {
	return string(x.params.Device[:min(6, len(x.params.Device))]) + "-"
}

// highestID is the highest number that NewID gave on this device, removed things included.
func (x *File) highestID() int {
	highest := 0
	for _, e := range x.state.Entities() {
		if n, ours := strings.CutPrefix(string(lastPart(e.ID)), x.idPrefix()); ours {
			if number, err := strconv.Atoi(n); err == nil {
				highest = max(highest, number)
			}
		}
	}
	return highest
}
