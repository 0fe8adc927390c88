package seal

import (
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
)

// Ring holds the data keys of an open store: the current generation, which seals, and older ones, which still open.
type Ring struct {
	current *Key            // as the slots wrap it
	rows    map[uint16]*Key // by generation: derived from the data keys, seal the rows
	older   []*Key
	index   [keySize]byte // for tallies and names of rows; the same through every generation
}

// derive makes a key for one purpose from a data key (HKDF-SHA-256, RFC 5869).
func (k *Key) derive(purpose string) []byte {
	secret, err := hkdf.Key(sha256.New, k.secret[:], nil, "kindred "+purpose, keySize)
	if err != nil {
		panic(err) // only for a length beyond 8 KB
	}
	return secret
}

func newRing(current *Key, older []*Key, index []byte) *Ring {
	r := &Ring{current: current, older: older, rows: map[uint16]*Key{}}
	copy(r.index[:], index)
	for _, key := range append([]*Key{current}, older...) {
		rows := &Key{generation: key.generation}
		secret := key.derive("rows")
		copy(rows.secret[:], secret)
		clear(secret)
		r.rows[key.generation] = rows
	}
	return r
}

// Generation is the number of the data key that seals new values.
func (r *Ring) Generation() uint16 { return r.current.generation }

// Seal seals data for its place under the current generation.
func (r *Ring) Seal(place Place, data []byte) []byte {
	return r.rows[r.current.generation].Seal(place, data)
}

// Open opens a value of any generation of this ring; ErrDamaged if it is none, or one bit differs.
func (r *Ring) Open(place Place, sealed []byte) ([]byte, error) {
	if len(sealed) < overhead {
		return nil, ErrDamaged
	}
	key := r.rows[binary.BigEndian.Uint16(sealed[1:])]
	if key == nil {
		return nil, ErrDamaged
	}
	return key.Open(place, sealed)
}

// Destroy overwrites every key; the ring must not be used afterwards.
func (r *Ring) Destroy() {
	r.current.Destroy()
	for _, key := range r.older {
		key.Destroy()
	}
	for _, key := range r.rows {
		key.Destroy()
	}
	clear(r.index[:])
}

// sealed is the ring's own row in the header: the index key, then the older generations.
func (r *Ring) sealed() []byte {
	plain := append([]byte(nil), r.index[:]...)
	for _, key := range r.older {
		plain = append(plain, key.Bytes()...)
	}
	defer clear(plain)
	return r.current.Seal(ringPlace, plain)
}

func openRing(current *Key, sealed []byte) (*Ring, error) {
	plain, err := current.Open(ringPlace, sealed)
	if err != nil {
		return nil, err
	}
	defer clear(plain)
	const each = 2 + keySize
	if len(plain) < keySize || (len(plain)-keySize)%each != 0 {
		return nil, ErrDamaged
	}
	var older []*Key
	for rest := plain[keySize:]; len(rest) > 0; rest = rest[each:] {
		key, err := KeyFromBytes(rest[:each])
		if err != nil {
			return nil, err
		}
		older = append(older, key)
	}
	return newRing(current, older, plain[:keySize]), nil
}
