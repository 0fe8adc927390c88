package seal

import (
	"errors"
	"testing"
	"time"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// Cost is the work that Argon2id (RFC 9106) puts between a guess and the key.
type Cost struct {
	Time    uint32 `json:"time"`    // passes over the memory, 3 or more
	Memory  uint32 `json:"memory"`  // KiB, 65,536 (64 MiB) or more
	Threads uint8  `json:"threads"` // lanes, 1 or more
}

// FloorCost is the least work a store is created or opened with: 64 MiB and three passes. A header that asks for less
// is refused before any key is derived, so that nobody can cheapen guessing by editing it.
func FloorCost() Cost { return Cost{Time: 3, Memory: 64 << 10, Threads: 4} }

// testCost makes unlocking quick in tests. Outside a test binary it is below the floor and refused.
var testCost = Cost{Time: 1, Memory: 64, Threads: 1}

// DefaultCost is what a new store takes: Calibrate, or in a test binary next to nothing.
func DefaultCost() Cost {
	if testing.Testing() {
		return testCost
	}
	return Calibrate()
}

// Ceilings keep a damaged header from asking for more memory or time than a laptop has.
const (
	maxTime   = 64
	maxMemory = 4 << 20 // KiB: 4 GiB
)

var errCost = errors.New("the key derivation is set below 64 MiB and 3 passes, or absurdly high: the store's header was changed; restore a backup")

func (c Cost) check() error {
	floor := FloorCost()
	if testing.Testing() {
		floor = testCost
	}
	if !c.within(floor) {
		return errCost
	}
	return nil
}

// within reports a cost from the floor to the ceilings.
func (c Cost) within(floor Cost) bool {
	return c.Time >= floor.Time && c.Memory >= floor.Memory && c.Threads >= 1 && c.Time <= maxTime && c.Memory <= maxMemory
}

// derive turns a passphrase into 32 key bytes. It first brings it to one form of Unicode, whichever keyboard composed
// its accents.
func (c Cost) derive(passphrase, salt []byte) []byte {
	typed := norm.NFC.Append(nil, passphrase...) // a copy of its own, whatever the form
	defer clear(typed)
	return argon2.IDKey(typed, salt, c.Time, c.Memory, c.Threads, keySize)
}

// Calibrate finds the cost that takes about half a second here, never below FloorCost and never above 1 GiB: it times
// the floor once and scales the memory, which is what makes guessing on graphics cards dear.
func Calibrate() Cost {
	const target = 500 * time.Millisecond
	const step = 16 << 10 // KiB
	cost := FloorCost()
	began := time.Now()
	clear(cost.derive([]byte("calibration"), make([]byte, saltSize)))
	took := max(time.Since(began), time.Millisecond)
	memory := uint32(min(int64(cost.Memory)*int64(target)/int64(took), 1<<20)) / step * step
	cost.Memory = max(cost.Memory, memory)
	return cost
}
