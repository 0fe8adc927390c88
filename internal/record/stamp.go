package record

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
)

// MaxAhead is how far ahead of local time a foreign stamp may lie and still move our clock. A stamp
// further ahead comes from a device whose clock is wrong: it is kept, and shown as such.
const MaxAhead = 24 * time.Hour

// Stamp is a reading of a hybrid logical clock (Kulkarni, Demirbas, Madappa, Avva, Leone: Logical
// Physical Clocks, OPODIS 2014): physical milliseconds, a counter that orders what happened in one
// millisecond or while the clock was behind, and the device. The zero Stamp is before all others.
type Stamp struct {
	MS      int64 // since 1970-01-01 UTC, never negative
	Counter uint32
	Device  DeviceID
}

// Compare orders by time, then counter, then device; it is 0 only for equal stamps.
func (s Stamp) Compare(t Stamp) int {
	return cmp.Or(cmp.Compare(s.MS, t.MS), cmp.Compare(s.Counter, t.Counter), strings.Compare(string(s.Device), string(t.Device)))
}

// IsZero reports the zero Stamp.
func (s Stamp) IsZero() bool { return s == Stamp{} }

// Time is the physical part, in UTC.
func (s Stamp) Time() time.Time { return time.UnixMilli(s.MS).UTC() }

// String is the milliseconds and the counter in base 36 and the device, between dots.
func (s Stamp) String() string {
	return strconv.FormatInt(s.MS, 36) + "." + strconv.FormatUint(uint64(s.Counter), 36) + "." + string(s.Device)
}

// ParseStamp reads what String writes, and nothing else, so that a stamp has one text only.
func ParseStamp(text string) (Stamp, error) {
	bad := func() (Stamp, error) {
		return Stamp{}, fmt.Errorf("stamp %q: expected time, counter and device between dots", clip(text))
	}
	parts := strings.Split(text, ".")
	if len(parts) != 3 || !DeviceID(parts[2]).valid() {
		return bad()
	}
	ms, err := strconv.ParseInt(parts[0], 36, 64)
	if err != nil || ms < 0 {
		return bad()
	}
	counter, err := strconv.ParseUint(parts[1], 36, 32)
	if err != nil {
		return bad()
	}
	s := Stamp{MS: ms, Counter: uint32(counter), Device: DeviceID(parts[2])}
	if s.String() != text {
		return bad()
	}
	return s, nil
}

// MarshalText writes the text form.
func (s Stamp) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the text form.
func (s *Stamp) UnmarshalText(text []byte) (err error) {
	*s, err = ParseStamp(string(text))
	return err
}

// valid reports lower-case letters, digits and hyphens, at most 64 of them.
func (d DeviceID) valid() bool {
	if d == "" || len(d) > 64 {
		return false
	}
	for _, r := range d {
		if (r < '0' || r > '9') && (r < 'a' || r > 'z') && r != '-' {
			return false
		}
	}
	return true
}

// Clock gives a device's stamps. Each is later than every one before it and than every one
// observed, whatever the computer's clock does meanwhile. It is safe for concurrent use.
type Clock struct {
	device DeviceID
	now    func() time.Time
	mu     sync.Mutex
	last   Stamp
}

// NewClock is the clock of a device that reads local time from now.
func NewClock(device DeviceID, now func() time.Time) *Clock {
	return &Clock{device: device, now: now, last: Stamp{Device: device}}
}

// Next is a stamp that was never given before.
func (c *Clock) Next() Stamp {
	c.mu.Lock()
	defer c.mu.Unlock()
	if ms := c.now().UnixMilli(); ms > c.last.MS {
		c.last.MS, c.last.Counter = ms, 0
	} else if c.last.Counter++; c.last.Counter == 0 {
		c.last.MS++ // the counter is used up: borrow the next millisecond
	}
	return c.last
}

// Observe moves the clock past a stamp that was read. A foreign stamp more than MaxAhead ahead of
// local time does not move it, and Observe reports false: that device's clock is wrong. The
// device's own stamps always count, or it could give one twice.
func (c *Clock) Observe(s Stamp) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if s.Device != c.device && s.MS > c.now().Add(MaxAhead).UnixMilli() {
		return false
	}
	if s.MS > c.last.MS || s.MS == c.last.MS && s.Counter > c.last.Counter {
		c.last.MS, c.last.Counter = s.MS, s.Counter
	}
	return true
}
