package seal

import (
	"encoding/binary"
	"hash"
	"math/bits"

	"golang.org/x/crypto/blake2b"
	"golang.org/x/crypto/chacha20poly1305"
)

// Tally says which rows a set holds without listing them: how many, and the sum of a keyed digest of each (a multiset
// hash). Rows removed, added, moved or exchanged change it; without the index key nobody can make it fit.
type Tally struct {
	Rows uint64
	sum  [2]uint64 // 128 bits, low word first
}

// TallySize is the number of bytes that Tally.Bytes writes.
const TallySize = 24

// Digest is the keyed digest of one row.
type Digest [2]uint64

// Add counts one row in.
func (t *Tally) Add(d Digest) {
	var carry uint64
	t.Rows++
	t.sum[0], carry = bits.Add64(t.sum[0], d[0], 0)
	t.sum[1], _ = bits.Add64(t.sum[1], d[1], carry)
}

// Remove counts one row out.
func (t *Tally) Remove(d Digest) {
	var borrow uint64
	t.Rows--
	t.sum[0], borrow = bits.Sub64(t.sum[0], d[0], 0)
	t.sum[1], _ = bits.Sub64(t.sum[1], d[1], borrow)
}

// Bytes is the tally to be kept inside a sealed value.
func (t Tally) Bytes() []byte {
	b := binary.BigEndian.AppendUint64(make([]byte, 0, TallySize), t.Rows)
	b = binary.BigEndian.AppendUint64(b, t.sum[0])
	return binary.BigEndian.AppendUint64(b, t.sum[1])
}

// TallyFromBytes reads what Bytes wrote from the first TallySize bytes; ErrDamaged if there are fewer.
func TallyFromBytes(b []byte) (Tally, error) {
	if len(b) < TallySize {
		return Tally{}, ErrDamaged
	}
	return Tally{
		Rows: binary.BigEndian.Uint64(b),
		sum:  [2]uint64{binary.BigEndian.Uint64(b[8:]), binary.BigEndian.Uint64(b[16:])},
	}, nil
}

// Digester computes digests of rows; it is not safe for use by several goroutines at once.
type Digester struct {
	hash hash.Hash
	out  []byte
}

// Digester of this ring's index key.
func (r *Ring) Digester() *Digester {
	h, err := blake2b.New(16, r.index[:])
	if err != nil {
		panic(err) // only for a key above 64 bytes
	}
	return &Digester{hash: h}
}

// Row digests a row by its place and by the generation, nonce and tag of its sealed value, which stand for the rest.
// Any other byte string may be given and is digested as far as it goes.
func (d *Digester) Row(place Place, sealed []byte) Digest {
	d.hash.Reset()
	d.hash.Write([]byte{byte(len(place.Bucket)), byte(len(place.Key) >> 8), byte(len(place.Key))})
	d.hash.Write([]byte(place.Bucket))
	d.hash.Write(place.Key)
	head := min(len(sealed), prefixSize+chacha20poly1305.NonceSizeX)
	d.hash.Write(sealed[:head])
	d.hash.Write(sealed[max(head, len(sealed)-chacha20poly1305.Overhead):])
	d.out = d.hash.Sum(d.out[:0])
	return Digest{binary.LittleEndian.Uint64(d.out), binary.LittleEndian.Uint64(d.out[8:])}
}

// Name turns a label into 16 bytes that say nothing to who lacks the index key; rows are named by it where the label
// could tell something.
func (r *Ring) Name(bucket, label string) []byte {
	h, err := blake2b.New(16, r.index[:])
	if err != nil {
		panic(err) // only for a key above 64 bytes
	}
	h.Write([]byte{0xff, byte(len(bucket))}) // no bucket name is 255 long: apart from Row's digests
	h.Write([]byte(bucket))
	h.Write([]byte(label))
	return h.Sum(nil)
}
