package record

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// LaneFault is what can be wrong in a device's lane.
type LaneFault string

// The faults.
const (
	Gap         LaneFault = "missing"          // envelopes Seq to Last are not there
	Fork        LaneFault = "two in one place" // two different envelopes have one number
	BrokenChain LaneFault = "chain broken"     // Prev is not the hash of the one before
	WrongFamily LaneFault = "wrong family"     // the envelope belongs to another family
)

// LaneFinding is one fault, at one place.
type LaneFinding struct {
	Fault  LaneFault
	Device DeviceID
	Seq    uint64
	Last   uint64 // for a Gap the last missing number, else Seq
}

// String says what is wrong in one line.
func (f LaneFinding) String() string {
	place := fmt.Sprintf("device %s, envelope %d", f.Device, f.Seq)
	if f.Last > f.Seq {
		place += fmt.Sprintf(" to %d", f.Last)
	}
	return place + ": " + string(f.Fault)
}

// VerifyLanes checks the chain of every device's lane in one family's envelopes, in any order, and
// returns what is wrong by device and number. The same envelope twice is no fault.
func VerifyLanes(family FamilyID, envelopes []Envelope) []LaneFinding {
	type placed struct {
		*Envelope
		hash Hash
	}
	lanes := map[DeviceID][]placed{}
	for i := range envelopes {
		e := &envelopes[i]
		lanes[e.Device] = append(lanes[e.Device], placed{e, e.Hash()})
	}
	var findings []LaneFinding
	for device, lane := range lanes {
		report := func(fault LaneFault, seq, last uint64) {
			findings = append(findings, LaneFinding{fault, device, seq, last})
		}
		slices.SortFunc(lane, func(a, b placed) int {
			return cmp.Or(cmp.Compare(a.Seq, b.Seq), strings.Compare(string(a.hash), string(b.hash)))
		})
		var before, here []Hash // of the envelopes numbered one before, and of this number so far
		seq := uint64(0)
		for _, e := range lane {
			if e.Family != family {
				report(WrongFamily, e.Seq, e.Seq)
			}
			switch {
			case e.Seq == seq && slices.Contains(here, e.hash):
				continue
			case e.Seq == seq:
				report(Fork, seq, seq)
			case e.Seq == seq+1:
				before, here, seq = here, nil, e.Seq
			default:
				report(Gap, seq+1, e.Seq-1)
				before, here, seq = nil, nil, e.Seq
			}
			here = append(here, e.hash)
			if len(before) > 0 && !slices.Contains(before, e.Prev) {
				report(BrokenChain, e.Seq, e.Seq)
			}
		}
	}
	slices.SortFunc(findings, func(a, b LaneFinding) int {
		return cmp.Or(strings.Compare(string(a.Device), string(b.Device)), cmp.Compare(a.Seq, b.Seq), strings.Compare(string(a.Fault), string(b.Fault)))
	})
	return findings
}
