package record

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestAClockNeverGoesBackWhateverLocalTimeDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		local := time.UnixMilli(1_800_000_000_000)
		clock := NewClock("a", func() time.Time { return local })
		last := Stamp{}
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			local = local.Add(time.Duration(rapid.IntRange(-1e9, 1e9).Draw(t, "jump")) * time.Millisecond)
			if rapid.Bool().Draw(t, "observe") {
				device := rapid.SampledFrom([]DeviceID{"a", "b"}).Draw(t, "device")
				clock.Observe(Stamp{MS: local.UnixMilli() + rapid.Int64Range(-1e9, 1e9).Draw(t, "ahead"), Counter: rapid.Uint32().Draw(t, "counter"), Device: device})
			}
			next := clock.Next()
			if next.Compare(last) <= 0 {
				t.Fatalf("%v after %v", next, last)
			}
			last = next
		}
	})
}

func TestAStampOfAWrongClockDoesNotMoveOurs(t *testing.T) {
	now := time.UnixMilli(1_800_000_000_000)
	for _, c := range []struct {
		name  string
		ahead time.Duration
		from  DeviceID
		moves bool
	}{
		{"a minute ahead", time.Minute, "b", true},
		{"a day ahead", MaxAhead, "b", true},
		{"a day and a millisecond ahead", MaxAhead + time.Millisecond, "b", false},
		{"far ahead but our own", 90 * 24 * time.Hour, "a", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			clock := NewClock("a", func() time.Time { return now })
			stamp := Stamp{MS: now.Add(c.ahead).UnixMilli(), Counter: 7, Device: c.from}
			if ok := clock.Observe(stamp); ok != c.moves {
				t.Errorf("Observe says %v, want %v", ok, c.moves)
			}
			if after := clock.Next().Compare(stamp) > 0; after != c.moves {
				t.Errorf("the next stamp is after the observed one: %v, want %v", after, c.moves)
			}
		})
	}
}

func TestACounterThatIsUsedUpBorrowsTheNextMillisecond(t *testing.T) {
	now := time.UnixMilli(1000)
	clock := NewClock("a", func() time.Time { return now })
	full := Stamp{MS: 1000, Counter: 1<<32 - 1, Device: "b"}
	clock.Observe(full)
	if next := clock.Next(); next.Compare(full) <= 0 {
		t.Fatalf("%v is not after %v", next, full)
	}
}

func TestStampsAndOperationIDsReadBackAndHaveOneText(t *testing.T) {
	id := OpID{Stamp: Stamp{MS: 1_795_000_000_000, Counter: 41, Device: "3f9a12cd34ef5678"}, Index: 12}
	var back OpID
	if err := back.UnmarshalText([]byte(id.String())); err != nil || back != id {
		t.Fatalf("%v, %v from %q", back, err, id.String())
	}
	for _, bad := range []string{
		"", "a", "1.2.a", "1.2.a.", "1.2.a.01", "1.2.a.-1", "-1.2.a.0", "01.2.a.0", "A.2.a.0", "1.2..0", "1.2.B.0",
		"1.2.a b.0", "zzzzzzzzzzzzzzzz.0.a.0", "1.zzzzzzzzz.a.0", "1.+2.a.0",
	} {
		if err := new(OpID).UnmarshalText([]byte(bad)); err == nil {
			t.Errorf("%q was read as an operation id", bad)
		}
	}
}

func TestNewIDsDiffer(t *testing.T) {
	if a, b := NewFamilyID(), NewFamilyID(); a == b || len(a) != 32 {
		t.Errorf("families %q and %q", a, b)
	}
	if a, b := NewDeviceID(), NewDeviceID(); a == b || len(a) != 16 || !a.valid() {
		t.Errorf("devices %q and %q", a, b)
	}
}
