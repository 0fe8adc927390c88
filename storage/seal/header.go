package seal

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"

	"golang.org/x/crypto/chacha20poly1305"
)

// header is the only part of a store that is not sealed: how to come to the data key. It holds nothing about anybody.
// A mark under the data key covers it, so that a lowered cost or an exchanged slot is found once the key is known; a
// plain check sum tells damage from a wrong passphrase before.
type header struct {
	Format     int            `json:"format"`
	Generation uint16         `json:"generation"` // of the data key that the slots wrap
	Passphrase passphraseSlot `json:"passphrase"`
	Recovery   recoverySlot   `json:"recovery"`
	Ring       []byte         `json:"ring"` // older generations and the index key, sealed by the data key
}

type passphraseSlot struct {
	Salt    []byte `json:"salt"`
	Cost    Cost   `json:"cost"`
	Wrapped []byte `json:"wrapped"` // nonce, then the data key under the key derived from the passphrase
}

type recoverySlot struct {
	Public  []byte `json:"public"`
	Wrapped []byte `json:"wrapped"`
}

const (
	headerFormat = 1
	markSize     = sha256.Size
	sumSize      = sha256.Size
)

var (
	wrapInfo  = []byte("kindred data key 1")
	ringPlace = Place{Bucket: "meta", Key: []byte("ring")}
)

func (h *header) encode(data *Key) ([]byte, error) {
	body, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	marked := append(body, headerMark(data, body)...)
	sum := sha256.Sum256(marked)
	return append(marked, sum[:]...), nil
}

// decodeHeader checks the plain sum and the cost; the mark can only be checked with the data key.
func decodeHeader(encoded []byte) (h *header, body, mark []byte, err error) {
	if len(encoded) < markSize+sumSize {
		return nil, nil, nil, ErrDamaged
	}
	marked, sum := encoded[:len(encoded)-sumSize], encoded[len(encoded)-sumSize:]
	if got := sha256.Sum256(marked); !bytes.Equal(got[:], sum) {
		return nil, nil, nil, ErrDamaged
	}
	body, mark = marked[:len(marked)-markSize], marked[len(marked)-markSize:]
	h = &header{}
	if err := json.Unmarshal(body, h); err != nil || h.Format != headerFormat {
		return nil, nil, nil, ErrDamaged
	}
	if err := h.Passphrase.Cost.check(); err != nil {
		return nil, nil, nil, err
	}
	return h, body, mark, nil
}

func headerMark(data *Key, body []byte) []byte {
	secret := data.derive("header mark")
	defer clear(secret)
	mac := hmac.New(sha256.New, secret)
	mac.Write(body)
	return mac.Sum(nil)
}

// newPassphraseSlot wraps the data key under a passphrase with a fresh salt.
func newPassphraseSlot(passphrase []byte, cost Cost, data *Key) (passphraseSlot, error) {
	if len(passphrase) == 0 {
		return passphraseSlot{}, ErrEmptyPassphrase
	}
	if err := cost.check(); err != nil {
		return passphraseSlot{}, err
	}
	slot := passphraseSlot{Salt: make([]byte, saltSize), Cost: cost, Wrapped: make([]byte, chacha20poly1305.NonceSizeX)}
	rand.Read(slot.Salt)
	rand.Read(slot.Wrapped)
	wrapping := cost.derive(passphrase, slot.Salt)
	defer clear(wrapping)
	aead, err := chacha20poly1305.NewX(wrapping)
	if err != nil {
		return passphraseSlot{}, err
	}
	secret := data.Bytes()
	defer clear(secret)
	slot.Wrapped = aead.Seal(slot.Wrapped, slot.Wrapped, secret, wrapInfo)
	return slot, nil
}

func (s *passphraseSlot) unwrap(passphrase []byte) (*Key, error) {
	if len(s.Wrapped) < chacha20poly1305.NonceSizeX {
		return nil, ErrDamaged
	}
	wrapping := s.Cost.derive(passphrase, s.Salt)
	defer clear(wrapping)
	aead, err := chacha20poly1305.NewX(wrapping)
	if err != nil {
		return nil, err
	}
	nonce, text := s.Wrapped[:chacha20poly1305.NonceSizeX], s.Wrapped[chacha20poly1305.NonceSizeX:]
	secret, err := aead.Open(nil, nonce, text, wrapInfo)
	if err != nil {
		return nil, ErrPassphrase
	}
	defer clear(secret)
	return KeyFromBytes(secret)
}
