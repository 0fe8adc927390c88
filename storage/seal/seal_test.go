package seal

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var passphrase = []byte("three invented herons")

func create(t testing.TB) (header []byte, ring *Ring, recovery string) {
	t.Helper()
	header, ring, recovery, err := Create(passphrase, testCost)
	if err != nil {
		t.Fatal(err)
	}
	return header, ring, recovery
}

func TestSealedValueOpensOnlyAsItWasSealed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := NewKey(rapid.Uint16Min(1).Draw(t, "generation"))
		place := Place{rapid.StringN(0, 20, 60).Draw(t, "bucket"), rapid.SliceOfN(rapid.Byte(), 0, 40).Draw(t, "key")}
		data := rapid.SliceOfN(rapid.Byte(), 0, 5000).Draw(t, "data")
		sealed := key.Seal(place, data)
		if got, err := key.Open(place, sealed); err != nil || !bytes.Equal(got, data) {
			t.Fatalf("opened %d bytes of %d: %v", len(got), len(data), err)
		}
		bit := rapid.IntRange(0, len(sealed)*8-1).Draw(t, "bit")
		sealed[bit/8] ^= 1 << (bit % 8)
		if _, err := key.Open(place, sealed); !errors.Is(err, ErrDamaged) {
			t.Fatalf("opened with bit %d turned: %v", bit, err)
		}
		sealed[bit/8] ^= 1 << (bit % 8)
		if _, err := key.Open(Place{place.Bucket + "x", place.Key}, sealed); !errors.Is(err, ErrDamaged) {
			t.Fatalf("opened in another bucket: %v", err)
		}
		if _, err := key.Open(Place{place.Bucket, append(place.Key, 0)}, sealed); !errors.Is(err, ErrDamaged) {
			t.Fatalf("opened under another key: %v", err)
		}
		if _, err := NewKey(key.generation).Open(place, sealed); !errors.Is(err, ErrDamaged) {
			t.Fatalf("opened by another key: %v", err)
		}
		cut := rapid.IntRange(0, len(sealed)-1).Draw(t, "cut")
		if _, err := key.Open(place, sealed[:cut]); !errors.Is(err, ErrDamaged) {
			t.Fatalf("opened after %d bytes: %v", cut, err)
		}
	})
}

func TestHeaderOpensWithPassphraseAndRecoveryKeyOnly(t *testing.T) {
	header, ring, recovery := create(t)
	place := Place{"b", []byte("k")}
	sealed := ring.Seal(place, []byte("value"))
	opens := func(name string, r *Ring, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got, err := r.Open(place, sealed); err != nil || string(got) != "value" {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	r, err := Unlock(header, passphrase)
	opens("passphrase", r, err)
	r, err = UnlockRecovery(header, recovery)
	opens("recovery key", r, err)
	if _, err := Unlock(header, []byte("another")); !errors.Is(err, ErrPassphrase) {
		t.Errorf("another passphrase: %v", err)
	}
	_, _, other := create(t)
	if _, err := UnlockRecovery(header, other); !errors.Is(err, ErrPassphrase) {
		t.Errorf("the recovery key of another store: %v", err)
	}
}

func TestAccentsMayBeComposedByAnyKeyboard(t *testing.T) {
	header, _, _, err := Create([]byte("caf\u00e9"), testCost)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Unlock(header, []byte("cafe\u0301")); err != nil {
		t.Error(err)
	}
}

func TestTypedPassphraseIsLeftToTheCaller(t *testing.T) {
	typed := []byte("three invented herons")
	header, _, _, err := Create(typed, testCost)
	if err != nil || string(typed) != "three invented herons" {
		t.Fatalf("%q, %v", typed, err)
	}
	if _, err := Unlock(header, typed); err != nil || string(typed) != "three invented herons" {
		t.Errorf("%q, %v", typed, err)
	}
}

func TestEveryBitOfTheHeaderIsGuarded(t *testing.T) {
	header, ring, _ := create(t)
	for i := range header {
		header[i] ^= 1 << (i % 8)
		if _, err := Unlock(header, passphrase); !errors.Is(err, ErrDamaged) {
			t.Fatalf("byte %d: %v", i, err)
		}
		if ring.Marked(header) {
			t.Fatalf("byte %d: the mark still fits", i)
		}
		header[i] ^= 1 << (i % 8)
	}
	if !ring.Marked(header) {
		t.Error("the header itself is not accepted")
	}
}

// forge changes a header the way somebody could who does not know the data key: the plain sum is made to fit.
func forge(t *testing.T, encoded []byte, change func(*header)) []byte {
	t.Helper()
	h, _, _, err := decodeHeader(encoded)
	if err != nil {
		t.Fatal(err)
	}
	change(h)
	forged, err := h.encode(NewKey(1))
	if err != nil {
		t.Fatal(err)
	}
	return forged
}

func TestForgedHeaderIsRefused(t *testing.T) {
	encoded, ring, recovery := create(t)
	stranger := newRecoveryKey()
	exchanged := forge(t, encoded, func(h *header) { h.Recovery.Public = stranger.secret.PublicKey().Bytes() })
	if _, err := Unlock(exchanged, passphrase); !errors.Is(err, ErrDamaged) {
		t.Errorf("unlocked with another's recovery slot: %v", err)
	}
	if _, err := ring.Rewrap(exchanged, passphrase, testCost); !errors.Is(err, ErrDamaged) {
		t.Errorf("wrapped the data key for another's recovery key: %v", err)
	}
	if _, _, err := ring.Rotate(exchanged, passphrase); !errors.Is(err, ErrDamaged) {
		t.Errorf("wrapped the next data key for another's recovery key: %v", err)
	}
	cheap := forge(t, encoded, func(h *header) { h.Passphrase.Cost.Memory = 8 })
	if _, err := Unlock(cheap, passphrase); !errors.Is(err, errCost) {
		t.Errorf("derived a key below the floor: %v", err)
	}
	dear := forge(t, encoded, func(h *header) { h.Passphrase.Cost.Memory = 1 << 31 })
	if _, err := UnlockRecovery(dear, recovery); !errors.Is(err, errCost) {
		t.Errorf("accepted two terabytes: %v", err)
	}
	dearer := forge(t, encoded, func(h *header) { h.Passphrase.Cost.Time++ })
	if _, err := UnlockRecovery(dearer, recovery); !errors.Is(err, ErrDamaged) {
		t.Errorf("accepted a cost that was changed: %v", err)
	}
}

func TestCostBelowTheFloorIsRefusedOutsideTests(t *testing.T) {
	for _, c := range []Cost{{}, testCost, {2, 64 << 10, 4}, {3, 64<<10 - 1, 4}, {3, 64 << 10, 0}, {65, 64 << 10, 4}, {3, 4<<20 + 1, 4}} {
		if c.within(FloorCost()) {
			t.Errorf("%+v is accepted", c)
		}
	}
	for _, c := range []Cost{FloorCost(), {3, 1 << 20, 4}, {10, 64 << 10, 1}} {
		if !c.within(FloorCost()) {
			t.Errorf("%+v is refused", c)
		}
	}
}

func TestCalibratedCostIsWithinItsBounds(t *testing.T) {
	if c := Calibrate(); !c.within(FloorCost()) || c.Memory > 1<<20 {
		t.Errorf("%+v", c)
	}
}

func TestRecoveryKeyIsReadAsPeopleCopyIt(t *testing.T) {
	for range 200 {
		key := newRecoveryKey()
		text := key.text()
		if len(text) != len("KR1")+14*5 || strings.ContainsAny(text[3:], "ILOU") || !LooksLikeRecoveryKey(text) {
			t.Fatalf("%q is not KR1 and 14 groups of four", text)
		}
		for _, copied := range []string{
			text, strings.ToLower(text), strings.ReplaceAll(text, "-", ""), " " + strings.ReplaceAll(text, "-", " ") + "\n",
			strings.ReplaceAll(strings.ReplaceAll(text, "0", "o"), "KR1", "krl"),
		} {
			got, err := parseRecoveryKey(copied)
			if err != nil || !got.secret.Equal(key.secret) {
				t.Errorf("%q: %v", copied, err)
			}
		}
		mistyped := []byte(text)
		at := 4 // the first character of the first group
		mistyped[at] = map[bool]byte{true: '3', false: '2'}[mistyped[at] == '2']
		for _, bad := range []string{string(mistyped), text[:len(text)-1], text + "2", text[3:], "", "KR1", "KR2" + text[3:]} {
			if _, err := parseRecoveryKey(bad); !errors.Is(err, ErrRecoveryKey) {
				t.Errorf("%q: %v", bad, err)
			}
		}
	}
	if LooksLikeRecoveryKey("KR1 is how my passphrase begins") {
		t.Error("a passphrase is taken for a recovery key")
	}
}

func TestTallyTellsWhichRowsThereAre(t *testing.T) {
	_, ring, _ := create(t)
	d := ring.Digester()
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfNDistinct(rapid.SliceOfN(rapid.Byte(), 1, 8), 1, 20, func(b []byte) string { return string(b) }).Draw(t, "rows")
		var all, without, backwards Tally
		for i, row := range rows {
			digest := d.Row(Place{"b", row}, row)
			all.Add(digest)
			if i > 0 {
				without.Add(digest)
			}
			backwards.Add(d.Row(Place{"b", rows[len(rows)-1-i]}, rows[len(rows)-1-i]))
		}
		if all != backwards {
			t.Fatal("the order of rows changes the tally")
		}
		if all == without {
			t.Fatal("a missing row does not change the tally")
		}
		again, err := TallyFromBytes(all.Bytes())
		if err != nil || again != all {
			t.Fatalf("read back %v, %v", again, err)
		}
		all.Remove(d.Row(Place{"b", rows[0]}, rows[0]))
		if all != without {
			t.Fatal("removing a row does not undo adding it")
		}
		if d.Row(Place{"b", rows[0]}, nil) == d.Row(Place{"c", rows[0]}, nil) {
			t.Fatal("the bucket does not count")
		}
	})
	if bytes.Equal(ring.Name("b", "x"), ring.Name("b", "y")) || bytes.Equal(ring.Name("b", "x"), ring.Name("c", "x")) {
		t.Error("two labels have one name")
	}
	if _, err := TallyFromBytes(make([]byte, TallySize-1)); !errors.Is(err, ErrDamaged) {
		t.Errorf("half a tally: %v", err)
	}
}

func TestDestroyedKeysAreOverwritten(t *testing.T) {
	_, ring, _ := create(t)
	key := NewKey(1)
	key.Destroy()
	ring.Destroy()
	if key.secret != [keySize]byte{} || ring.current.secret != key.secret || ring.index != key.secret || ring.rows[1].secret != key.secret {
		t.Error("a key is left in memory")
	}
}

func FuzzUnlockNeitherPanicsNorHangs(f *testing.F) {
	header, _, recovery := create(f)
	f.Add(header, recovery)
	f.Add([]byte{}, "")
	f.Add(bytes.Repeat([]byte{'{'}, 80), "KR1")
	f.Fuzz(func(t *testing.T, encoded []byte, secret string) {
		_, err := Unlock(encoded, []byte(secret))
		_, recoveryErr := UnlockRecovery(encoded, secret)
		if (err == nil || recoveryErr == nil) && !bytes.Equal(encoded, header) {
			t.Error("another header was accepted")
		}
	})
}
