package record

import (
	"cmp"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
)

// FamilyID names one family's record: 128 random bits as 32 hexadecimal digits. It says nothing
// about the family and may stand in the clear.
type FamilyID string

// DeviceID names one device's lanes: 64 random bits as 16 hexadecimal digits. It is never used
// again: a device restored from a backup takes a new one, since its old lane may have gone on.
type DeviceID string

// EntityID names an entity within a family, across all devices.
type EntityID string

// NewFamilyID draws a random id.
func NewFamilyID() FamilyID { return FamilyID(random(16)) }

// NewDeviceID draws a random id.
func NewDeviceID() DeviceID { return DeviceID(random(8)) }

func random(bytes int) string {
	b := make([]byte, bytes)
	_, _ = rand.Read(b) // never fails: crypto/rand stops the program rather than return weak bytes
	return hex.EncodeToString(b)
}

// OpID names one operation: its envelope's stamp and its index there. Since a device's stamps never
// repeat, even two envelopes that a copied disk image gave one place in a lane have different ids.
type OpID struct {
	Stamp Stamp
	Index int
}

// IsZero reports the zero id, which names nothing.
func (o OpID) IsZero() bool { return o == OpID{} }

// Compare orders operations by stamp, then by index.
func (o OpID) Compare(p OpID) int {
	return cmp.Or(o.Stamp.Compare(p.Stamp), cmp.Compare(o.Index, p.Index))
}

// String is the stamp's text, a dot, and the index.
func (o OpID) String() string { return o.Stamp.String() + "." + strconv.Itoa(o.Index) }

// MarshalText writes the text form.
func (o OpID) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads the text form.
func (o *OpID) UnmarshalText(text []byte) error {
	s := string(text)
	dot := strings.LastIndexByte(s, '.')
	if dot < 0 {
		return fmt.Errorf("operation id %q: expected four parts between dots", clip(s))
	}
	index, err := strconv.Atoi(s[dot+1:])
	if err != nil || index < 0 || strconv.Itoa(index) != s[dot+1:] {
		return fmt.Errorf("operation id %q: the last part is no index", clip(s))
	}
	stamp, err := ParseStamp(s[:dot])
	if err != nil {
		return err
	}
	*o = OpID{Stamp: stamp, Index: index}
	return nil
}

func clip(s string) string {
	if len(s) > 60 {
		return s[:60] + "..."
	}
	return s
}
