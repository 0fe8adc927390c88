package record

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
)

// Frontier says how far each device's lane is held: every envelope from 1 to the number.
type Frontier map[DeviceID]uint64

// Covers reports whether the frontier includes the envelope.
func (f Frontier) Covers(e *Envelope) bool { return e.Seq <= f[e.Device] }

// Clone is a copy of its own.
func (f Frontier) Clone() Frontier { return maps.Clone(f) }

// Digest is a SHA-256 in hexadecimal that is equal for equal frontiers.
func (f Frontier) Digest() string {
	data, _ := json.Marshal(f) // a map of numbers by text always marshals, keys sorted
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
