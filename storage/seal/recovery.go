package seal

import (
	"crypto/ecdh"
	"crypto/hpke"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"strings"
)

// A recovery key is shown as KR1- and 14 groups of four characters: 32 secret bytes and 3 of check sum in Crockford's
// base 32, which has no I, L, O or U to misread.
const (
	recoveryPrefix  = "KR1"
	recoveryGroup   = 4
	recoveryCheck   = 3
	recoveryLetters = (keySize + recoveryCheck) * 8 / 5 // 56: no bit to spare
)

var crockford = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// ErrRecoveryKey means that what was typed is not a whole recovery key: a character is missing or mistyped.
var ErrRecoveryKey = errors.New("this is not a whole recovery key: it begins with KR1 and has 14 groups of four characters; look for a mistyped one")

// recoveryKey is the X25519 secret whose public half stays in the store, so that every new data key can be wrapped for
// it while the secret lies in the safe.
type recoveryKey struct{ secret *ecdh.PrivateKey }

func newRecoveryKey() recoveryKey {
	secret, err := ecdh.X25519().GenerateKey(rand.Reader)
	if err != nil {
		panic(err) // the system's randomness failed; nothing can be sealed
	}
	return recoveryKey{secret}
}

func (k recoveryKey) text() string {
	secret := k.secret.Bytes()
	defer clear(secret)
	letters := crockford.EncodeToString(append(secret, recoverySum(secret)...))
	var b strings.Builder
	b.WriteString(recoveryPrefix)
	for len(letters) > 0 {
		b.WriteByte('-')
		b.WriteString(letters[:recoveryGroup])
		letters = letters[recoveryGroup:]
	}
	return b.String()
}

// LooksLikeRecoveryKey tells a recovery key from a passphrase by its beginning.
func LooksLikeRecoveryKey(text string) bool {
	letters, found := strings.CutPrefix(squeeze(text), recoveryPrefix)
	return found && len(letters) == recoveryLetters
}

// squeeze drops what people add when they copy by hand, and undoes the usual misreadings.
func squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '-', '\t', '\n', '\r':
			return -1
		case 'O', 'o':
			return '0'
		case 'I', 'i', 'L', 'l':
			return '1'
		}
		if r >= 'a' && r <= 'z' {
			return r - 'a' + 'A'
		}
		return r
	}, text)
}

func parseRecoveryKey(text string) (recoveryKey, error) {
	letters, found := strings.CutPrefix(squeeze(text), recoveryPrefix)
	raw, err := crockford.DecodeString(letters)
	if !found || err != nil || len(letters) != recoveryLetters {
		return recoveryKey{}, ErrRecoveryKey
	}
	defer clear(raw)
	if string(recoverySum(raw[:keySize])) != string(raw[keySize:]) {
		return recoveryKey{}, ErrRecoveryKey
	}
	secret, err := ecdh.X25519().NewPrivateKey(raw[:keySize])
	if err != nil {
		return recoveryKey{}, ErrRecoveryKey
	}
	return recoveryKey{secret}, nil
}

func recoverySum(secret []byte) []byte {
	sum := sha256.Sum256(append([]byte("kindred recovery key 1"), secret...))
	return sum[:recoveryCheck]
}

// wrapFor seals a data key for the holder of a recovery key with HPKE (RFC 9180).
func wrapFor(public, info, data []byte) ([]byte, error) {
	point, err := ecdh.X25519().NewPublicKey(public)
	if err != nil {
		return nil, ErrDamaged
	}
	holder, err := hpke.NewDHKEMPublicKey(point)
	if err != nil {
		return nil, ErrDamaged
	}
	return hpke.Seal(holder, hpke.HKDFSHA256(), hpke.ChaCha20Poly1305(), info, data)
}

func (k recoveryKey) unwrap(info, wrapped []byte) ([]byte, error) {
	holder, err := hpke.NewDHKEMPrivateKey(k.secret)
	if err != nil {
		return nil, ErrRecoveryKey
	}
	data, err := hpke.Open(holder, hpke.HKDFSHA256(), hpke.ChaCha20Poly1305(), info, wrapped)
	if err != nil {
		return nil, ErrPassphrase
	}
	return data, nil
}
