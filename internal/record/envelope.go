package record

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
)

// Version of the envelopes that this program writes.
const Version = 1

// Hash is the SHA-256 of an envelope's canonical encoding, as 64 hexadecimal digits.
type Hash string

// Envelope is one user action on one device: the unit that is committed, sent and merged whole.
type Envelope struct {
	Version    int
	Family     FamilyID
	Device     DeviceID
	Seq        uint64 // 1, 2, 3, ... in this device's lane of this family, without gaps
	Prev       Hash   // of the envelope with Seq-1 in the lane; "" for the first
	Stamp      Stamp  // Stamp.Device is Device
	Saw        Frontier
	Author     string
	Role       string
	Reason     string // what the action was, in words: "add mother", "undo: add mother"
	HappenedOn string // the day the thing itself happened, "2026-11-21", where it differs from Stamp
	Ops        []Op

	Extra map[string]json.RawMessage // keys of newer versions, kept as they came
}

// OpID is the id of the operation at index.
func (e *Envelope) OpID(index int) OpID { return OpID{Stamp: e.Stamp, Index: index} }

// Knew reports whether the author's device held other when it made e. Of its own lane a device
// knows all that came before; Saw says what it knew of the others' lanes.
func (e *Envelope) Knew(other *Envelope) bool {
	if e.Device == other.Device {
		return other.Seq <= e.Seq
	}
	return other.Seq <= e.Saw[other.Device]
}

// Hash is the hash of the canonical encoding; "" for an envelope that cannot be encoded.
func (e *Envelope) Hash() Hash {
	data, err := e.Encode()
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return Hash(hex.EncodeToString(sum[:]))
}

// check reports what makes an envelope unusable.
func (e *Envelope) check() error {
	switch {
	case e.Version < 1:
		return errors.New("version is missing")
	case !e.Device.valid():
		return fmt.Errorf("device %q is not a device id", clip(string(e.Device)))
	case e.Family == "":
		return errors.New("family is missing")
	case e.Seq == 0:
		return errors.New("seq is missing: it counts from 1")
	case (e.Seq == 1) != (e.Prev == ""):
		return errors.New("prev must be given for every envelope but the first")
	case e.Stamp.Device != e.Device:
		return errors.New("stamp is of another device")
	case e.Stamp.MS < 0:
		return errors.New("stamp is before 1970")
	}
	return nil
}
