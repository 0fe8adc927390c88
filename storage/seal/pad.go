package seal

import "encoding/binary"

// Padded plain texts have one of these sizes in bytes; beyond the last they are whole multiples of it.
var padSizes = [...]int{256, 1 << 10, 4 << 10, 16 << 10, 64 << 10}

const lengthSize = 4

// pad puts the length before the data and zeros behind it.
func pad(data []byte) []byte {
	padded := make([]byte, paddedSize(lengthSize+len(data)))
	binary.BigEndian.PutUint32(padded, uint32(len(data)))
	copy(padded[lengthSize:], data)
	return padded
}

func paddedSize(n int) int {
	for _, size := range padSizes {
		if n <= size {
			return size
		}
	}
	last := padSizes[len(padSizes)-1]
	return (n + last - 1) / last * last
}

func unpad(padded []byte) ([]byte, error) {
	if len(padded) < lengthSize {
		return nil, ErrDamaged
	}
	n := binary.BigEndian.Uint32(padded)
	if uint64(n) > uint64(len(padded)-lengthSize) {
		return nil, ErrDamaged
	}
	return padded[lengthSize : lengthSize+int(n)], nil
}
