package storage

import (
	"encoding/binary"
	"encoding/hex"
	"slices"

	"kindred/internal/record"
	"kindred/storage/seal"
)

// summary is a family's row in the index. It is written with every commit, and knows what the family's other rows must
// be, so that a missing one is noticed wherever the family is read.
type summary struct {
	operations seal.Tally
	heads      map[record.DeviceID]head // of every lane
	entry      []byte                   // the caller's, for the list
}

// head is the end of one device's lane in one family.
type head struct {
	seq  uint64
	hash record.Hash
}

const (
	hashSize = 32
	headSize = deviceKeySize + 8 + hashSize
)

// encode writes the tally, the number of lanes (2 bytes), each lane, and the entry.
func (s *summary) encode() ([]byte, error) {
	b := binary.BigEndian.AppendUint16(s.operations.Bytes(), uint16(len(s.heads)))
	for device, head := range s.heads {
		id, err := idBytes(string(device), deviceKeySize)
		if err != nil {
			return nil, err
		}
		hash, err := hex.DecodeString(string(head.hash))
		if err != nil || len(hash) != hashSize {
			return nil, fail(ErrLane, "the change has no hash: it cannot be kept")
		}
		b = binary.BigEndian.AppendUint64(append(b, id...), head.seq)
		b = append(b, hash...)
	}
	return append(b, s.entry...), nil
}

func decodeSummary(b []byte) (*summary, error) {
	broken := damaged("a row of the index is of another form")
	tally, err := seal.TallyFromBytes(b)
	if err != nil || len(b) < seal.TallySize+2 {
		return nil, broken
	}
	s := &summary{operations: tally, heads: map[record.DeviceID]head{}}
	lanes := int(binary.BigEndian.Uint16(b[seal.TallySize:]))
	b = b[seal.TallySize+2:]
	if len(b) < lanes*headSize {
		return nil, broken
	}
	for range lanes {
		device := record.DeviceID(hex.EncodeToString(b[:deviceKeySize]))
		s.heads[device] = head{
			seq:  binary.BigEndian.Uint64(b[deviceKeySize:]),
			hash: record.Hash(hex.EncodeToString(b[deviceKeySize+8 : headSize])),
		}
		b = b[headSize:]
	}
	s.entry = b
	return s, nil
}

// entryOf is the caller's part of a row of the index, without decoding the lanes.
func entryOf(b []byte) ([]byte, error) {
	const lanesAt = seal.TallySize
	if len(b) < lanesAt+2 {
		return nil, damaged("a row of the index is of another form")
	}
	skip := lanesAt + 2 + int(binary.BigEndian.Uint16(b[lanesAt:]))*headSize
	if len(b) < skip {
		return nil, damaged("a row of the index is of another form")
	}
	return slices.Clip(b[skip:]), nil
}

func (t *txn) summary(family []byte) (*summary, error) {
	data, found, err := t.get(indexBucket, family, t.ring)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, damaged("a family has lost its row in the index")
	}
	return decodeSummary(data)
}

func (t *txn) putSummary(family []byte, s *summary) error {
	data, err := s.encode()
	if err != nil {
		return err
	}
	_, err = t.put(indexBucket, family, data, t.ring)
	return err
}
