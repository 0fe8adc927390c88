package seal

import (
	"crypto/hmac"
	"crypto/rand"
	"errors"
	"math"
)

// Create makes the keys of a new store: the header to keep beside the values, the ring, and the recovery key to print
// once. Nothing keeps the recovery key.
func Create(passphrase []byte, cost Cost) (encoded []byte, ring *Ring, recovery string, err error) {
	var index [keySize]byte
	rand.Read(index[:])
	ring = newRing(NewKey(1), nil, index[:])
	paper := newRecoveryKey()
	h := &header{Format: headerFormat, Recovery: recoverySlot{Public: paper.secret.PublicKey().Bytes()}}
	if encoded, err = ring.write(h, passphrase, cost); err != nil {
		return nil, nil, "", err
	}
	return encoded, ring, paper.text(), nil
}

// Unlock opens the ring with the passphrase: ErrPassphrase if it is another, ErrDamaged if the header was changed.
func Unlock(encoded, passphrase []byte) (*Ring, error) {
	return unlock(encoded, func(h *header) (*Key, error) { return h.Passphrase.unwrap(passphrase) })
}

// UnlockRecovery opens the ring with the recovery key as printed; spaces, hyphens and case do not matter.
func UnlockRecovery(encoded []byte, recovery string) (*Ring, error) {
	paper, err := parseRecoveryKey(recovery)
	if err != nil {
		return nil, err
	}
	return unlock(encoded, func(h *header) (*Key, error) {
		secret, err := paper.unwrap(wrapInfo, h.Recovery.Wrapped)
		if err != nil {
			return nil, err
		}
		defer clear(secret)
		return KeyFromBytes(secret)
	})
}

func unlock(encoded []byte, unwrap func(*header) (*Key, error)) (*Ring, error) {
	h, body, mark, err := decodeHeader(encoded)
	if err != nil {
		return nil, err
	}
	data, err := unwrap(h)
	if err != nil {
		return nil, err
	}
	if data.generation != h.Generation || !hmac.Equal(mark, headerMark(data, body)) {
		return nil, ErrDamaged
	}
	return openRing(data, h.Ring)
}

// Rewrap writes the header for a new passphrase. No value changes; the old passphrase stops working.
func (r *Ring) Rewrap(encoded, passphrase []byte, cost Cost) ([]byte, error) {
	h, err := r.ownHeader(encoded)
	if err != nil {
		return nil, err
	}
	return r.write(h, passphrase, cost)
}

// Rotate returns a ring whose new data key seals from now on, beside all older ones, with its header. The passphrase
// must be the one in use, which the caller has checked with Unlock; the recovery key on paper goes on working.
func (r *Ring) Rotate(encoded, passphrase []byte) ([]byte, *Ring, error) {
	h, err := r.ownHeader(encoded)
	if err != nil {
		return nil, nil, err
	}
	if r.current.generation == math.MaxUint16 {
		return nil, nil, errors.New("the store has used all 65,535 key generations: move the families to a new store")
	}
	older := make([]*Key, 0, len(r.older)+1)
	for _, key := range append(r.older, r.current) {
		copied := *key
		older = append(older, &copied)
	}
	next := newRing(NewKey(r.current.generation+1), older, r.index[:])
	rotated, err := next.write(h, passphrase, h.Passphrase.Cost)
	if err != nil {
		return nil, nil, err
	}
	return rotated, next, nil
}

// ownHeader decodes a header only if this ring marked it: a recovery slot exchanged since would otherwise be handed the
// data key.
func (r *Ring) ownHeader(encoded []byte) (*header, error) {
	h, body, mark, err := decodeHeader(encoded)
	if err != nil {
		return nil, err
	}
	if !hmac.Equal(mark, headerMark(r.current, body)) {
		return nil, ErrDamaged
	}
	return h, nil
}

// write wraps the current data key in both slots of h and encodes it.
func (r *Ring) write(h *header, passphrase []byte, cost Cost) ([]byte, error) {
	slot, err := newPassphraseSlot(passphrase, cost, r.current)
	if err != nil {
		return nil, err
	}
	secret := r.current.Bytes()
	defer clear(secret)
	wrapped, err := wrapFor(h.Recovery.Public, wrapInfo, secret)
	if err != nil {
		return nil, err
	}
	h.Generation, h.Passphrase, h.Recovery.Wrapped, h.Ring = r.current.generation, slot, wrapped, r.sealed()
	return h.encode(r.current)
}

// CostOf reads the Argon2id cost from a header, to keep it when the passphrase changes.
func CostOf(encoded []byte) (Cost, error) {
	h, _, _, err := decodeHeader(encoded)
	if err != nil {
		return Cost{}, err
	}
	return h.Passphrase.Cost, nil
}

// Marked reports whether a header is whole and was written under this ring's data key.
func (r *Ring) Marked(encoded []byte) bool {
	_, err := r.ownHeader(encoded)
	return err == nil
}
