package storage

import (
	"encoding/binary"
	"encoding/hex"

	"kindred/internal/record"
	"kindred/storage/seal"
)

// The buckets. All rows but those of meta are counted in the tallies.
const (
	metaBucket       = "meta"       // header (in the clear), tallies, device
	familiesBucket   = "families"   // family -> its key; an empty value: erased
	indexBucket      = "index"      // family -> summary: tally and heads of its lanes, entry for the list
	operationsBucket = "operations" // family, device, seq -> envelope, under the family's key
	outboxBucket     = "outbox"     // the same keys: not yet sent
	blobsBucket      = "blobs"      // family, keyed hash of the digest -> document, under the family's key
	settingsBucket   = "settings"   // keyed hash of the name -> what the caller keeps there
	auditBucket      = "audit"      // number -> entry with the hash of the one before
)

var (
	tallied    = []string{familiesBucket, indexBucket, operationsBucket, outboxBucket, blobsBucket, settingsBucket, auditBucket}
	allBuckets = append([]string{metaBucket}, tallied...)

	headerKey  = []byte("header")
	talliesKey = []byte("tallies")
	deviceKey  = []byte("device")
)

const (
	familyKeySize = 16
	deviceKeySize = 8
)

// familyKey is the 16 bytes of a family's id. An id of another form is refused: it could tell something in the clear.
func familyKey(id record.FamilyID) ([]byte, error) { return idBytes(string(id), familyKeySize) }

func idBytes(id string, size int) ([]byte, error) {
	b, err := hex.DecodeString(id)
	if err != nil || len(b) != size || hex.EncodeToString(b) != id {
		return nil, fail(ErrUnknownFamily, "an id must be %d hexadecimal digits: open the family from the list", 2*size)
	}
	return b, nil
}

// laneKey is the beginning of the keys of one device's envelopes in one family.
func laneKey(family []byte, device record.DeviceID) ([]byte, error) {
	b, err := idBytes(string(device), deviceKeySize)
	if err != nil {
		return nil, err
	}
	return append(append(make([]byte, 0, familyKeySize+deviceKeySize+8), family...), b...), nil
}

func operationKey(lane []byte, seq uint64) []byte { return binary.BigEndian.AppendUint64(lane, seq) }

func splitOperationKey(key []byte) (record.FamilyID, record.DeviceID, uint64, error) {
	const seqAt = familyKeySize + deviceKeySize
	if len(key) != seqAt+8 {
		return "", "", 0, damaged("the key of a change is of another form")
	}
	return record.FamilyID(hex.EncodeToString(key[:familyKeySize])),
		record.DeviceID(hex.EncodeToString(key[familyKeySize:seqAt])), binary.BigEndian.Uint64(key[seqAt:]), nil
}

// blobKey names a document by its family and a keyed hash of its digest.
func blobKey(ring *seal.Ring, family []byte, digest string) []byte {
	return append(append([]byte(nil), family...), ring.Name(blobsBucket, digest)...)
}
