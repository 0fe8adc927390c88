package seal

import (
	"crypto/rand"
	"encoding/binary"

	"golang.org/x/crypto/chacha20poly1305"
)

const (
	keySize  = chacha20poly1305.KeySize
	saltSize = 16

	version = 1
	// A sealed value is: version (1 byte), generation (2), nonce (24), cipher text, tag (16).
	prefixSize = 1 + 2
	overhead   = prefixSize + chacha20poly1305.NonceSizeX + chacha20poly1305.Overhead
)

// Place names the row a value belongs to; a value opens nowhere else.
type Place struct {
	Bucket string
	Key    []byte
}

// Key is one generation of a random 256-bit key that seals values.
type Key struct {
	generation uint16
	secret     [keySize]byte
}

// NewKey makes a random key; generation (1 or more) is written into every value it seals.
func NewKey(generation uint16) *Key {
	key := &Key{generation: generation}
	rand.Read(key.secret[:])
	return key
}

// Bytes is the key to be kept, sealed by another: generation, then secret.
func (k *Key) Bytes() []byte {
	return append(binary.BigEndian.AppendUint16(nil, k.generation), k.secret[:]...)
}

// KeyFromBytes reads what Bytes wrote; ErrDamaged if it has another length.
func KeyFromBytes(b []byte) (*Key, error) {
	if len(b) != 2+keySize {
		return nil, ErrDamaged
	}
	key := &Key{generation: binary.BigEndian.Uint16(b)}
	copy(key.secret[:], b[2:])
	return key, nil
}

// Destroy overwrites the secret; the key must not be used afterwards.
func (k *Key) Destroy() { clear(k.secret[:]) }

// Seal pads and seals data for its place.
func (k *Key) Seal(place Place, data []byte) []byte {
	sealed := make([]byte, prefixSize+chacha20poly1305.NonceSizeX, overhead+paddedSize(lengthSize+len(data)))
	sealed[0] = version
	binary.BigEndian.PutUint16(sealed[1:], k.generation)
	nonce := sealed[prefixSize:]
	rand.Read(nonce)
	plain := pad(data)
	defer clear(plain)
	aead, err := chacha20poly1305.NewX(k.secret[:])
	if err != nil {
		panic(err) // only a key of another size
	}
	return aead.Seal(sealed, nonce, plain, additional(sealed[:prefixSize], place))
}

// Open gives back the data sealed for this place; ErrDamaged if one bit of the value, the place or the key differs.
// The result shares no memory with sealed.
func (k *Key) Open(place Place, sealed []byte) ([]byte, error) {
	if len(sealed) < overhead || sealed[0] != version || binary.BigEndian.Uint16(sealed[1:]) != k.generation {
		return nil, ErrDamaged
	}
	aead, err := chacha20poly1305.NewX(k.secret[:])
	if err != nil {
		return nil, err
	}
	prefix, rest := sealed[:prefixSize], sealed[prefixSize:]
	nonce, text := rest[:chacha20poly1305.NonceSizeX], rest[chacha20poly1305.NonceSizeX:]
	plain, err := aead.Open(nil, nonce, text, additional(prefix, place))
	if err != nil {
		return nil, ErrDamaged
	}
	return unpad(plain)
}

// additional is the data that the tag covers beside the cipher text.
func additional(prefix []byte, place Place) []byte {
	ad := make([]byte, 0, len(prefix)+1+len(place.Bucket)+len(place.Key))
	ad = append(ad, prefix...)
	ad = append(ad, byte(len(place.Bucket)))
	ad = append(ad, place.Bucket...)
	return append(ad, place.Key...)
}

// Generation reads which generation of key sealed a value; 0 if it is too short to say.
func Generation(sealed []byte) uint16 {
	if len(sealed) < overhead {
		return 0
	}
	return binary.BigEndian.Uint16(sealed[1:])
}
