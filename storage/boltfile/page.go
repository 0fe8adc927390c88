package boltfile

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
)

// Sizes and flags of the file format, in bytes; numbers are in the byte order of the machine.
const (
	pageHeaderSize    = 16 // number 8, flags 2, count 2, overflow 4
	elementSize       = 16 // leaf: flags, position, key size, value size; branch: position, key size, page number (8)
	bucketHeaderSize  = 16 // root page 8, sequence 8
	metaSize          = 64
	flagBranch        = 0x01
	flagLeaf          = 0x02
	flagMeta          = 0x04
	flagFreelist      = 0x10
	flagBucketElement = 0x01
	magic             = 0xED0CDAED
	formatVersion     = 2
	smallestPage      = 1 << 10
	largestPage       = 64 << 10
)

var order = binary.NativeEndian

type pageHeader struct {
	id       uint64
	flags    uint16
	count    uint16
	overflow uint32
}

func readHeader(b []byte) pageHeader {
	return pageHeader{order.Uint64(b), order.Uint16(b[8:]), order.Uint16(b[10:]), order.Uint32(b[12:])}
}

type meta struct {
	pageSize       uint32
	root, freelist uint64
	end            uint64 // first page number never used
	transaction    uint64
}

// readMeta checks the page header and the meta record in b, which belongs to page id (0 or 1).
func readMeta(id uint64, b []byte) (meta, error) {
	if h := readHeader(b); h != (pageHeader{id: id, flags: flagMeta}) {
		return meta{}, fault(id, "the header is not that of a meta page")
	}
	b = b[pageHeaderSize : pageHeaderSize+metaSize]
	sum := fnv.New64a()
	sum.Write(b[:metaSize-8])
	if sum.Sum64() != order.Uint64(b[metaSize-8:]) {
		return meta{}, fault(id, "the check sum of the meta page is wrong")
	}
	m := meta{
		pageSize: order.Uint32(b[8:]), root: order.Uint64(b[16:]),
		freelist: order.Uint64(b[32:]), end: order.Uint64(b[40:]), transaction: order.Uint64(b[48:]),
	}
	sequence := order.Uint64(b[24:])
	if order.Uint32(b) != magic || order.Uint32(b[4:]) != formatVersion || order.Uint32(b[12:]) != 0 || sequence != 0 ||
		m.pageSize < smallestPage || m.pageSize > largestPage || m.pageSize&(m.pageSize-1) != 0 {
		return meta{}, fault(id, "the meta page is not of a format this program writes")
	}
	return m, nil
}

// Fault is one departure from what bbolt writes.
type Fault struct {
	Page uint64 // page number, counted from 0
	What string
}

func (f *Fault) Error() string { return fmt.Sprintf("page %d: %s", f.Page, f.What) }

func fault(page uint64, format string, args ...any) error {
	return &Fault{Page: page, What: fmt.Sprintf(format, args...)}
}

// element is one entry of a leaf or branch page; the slices point into the page.
type element struct {
	flags      uint32 // leaf only
	child      uint64 // branch only
	key, value []byte
}

// elements reads the entries of page b (header included) and insists that they lie packed one behind the other, as
// bbolt writes them. used is the number of bytes up to the end of the last.
func elements(h pageHeader, b []byte) (list []element, used int, err error) {
	used = pageHeaderSize + int(h.count)*elementSize
	if used > len(b) {
		return nil, 0, fault(h.id, "more entries than fit")
	}
	list = make([]element, h.count)
	for i := range list {
		at := pageHeaderSize + i*elementSize
		e := b[at : at+elementSize]
		var position, keySize, valueSize uint32
		if h.flags == flagLeaf {
			list[i].flags = order.Uint32(e)
			position, keySize, valueSize = order.Uint32(e[4:]), order.Uint32(e[8:]), order.Uint32(e[12:])
		} else {
			position, keySize, list[i].child = order.Uint32(e), order.Uint32(e[4:]), order.Uint64(e[8:])
		}
		if uint64(at)+uint64(position) != uint64(used) {
			return nil, 0, fault(h.id, "entry %d does not follow the one before", i)
		}
		if keySize == 0 || uint64(used)+uint64(keySize)+uint64(valueSize) > uint64(len(b)) {
			return nil, 0, fault(h.id, "entry %d is empty or runs over the end", i)
		}
		list[i].key = b[used : used+int(keySize)]
		used += int(keySize)
		list[i].value = b[used : used+int(valueSize)]
		used += int(valueSize)
	}
	return list, used, nil
}
