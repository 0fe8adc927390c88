package boltfile

import (
	"bytes"
	"fmt"
	"io"
	"slices"
)

// Check reads a whole bbolt file of size bytes and returns the first fault in its structure, or nil. The file must hold
// exactly the named buckets at its root, without buckets inside them and without sequence numbers. Nothing may write to
// the file meanwhile.
//
// It reads each used page once; bytes that no live page uses are not looked at.
func Check(file io.ReaderAt, size int64, buckets []string) error {
	m, err := newestMeta(file, size)
	if err != nil {
		return err
	}
	if uint64(size)/uint64(m.pageSize) < m.end {
		return fault(0, "the file is cut short: %d bytes where %d pages of %d are in use", size, m.end, m.pageSize)
	}
	c := &checker{file: file, pageSize: int(m.pageSize), claimed: make([]bool, m.end)}
	c.claimed[0], c.claimed[1] = true, true
	if err := c.freelist(m.freelist); err != nil {
		return err
	}
	if err := c.root(m.root, buckets); err != nil {
		return err
	}
	if unused := slices.Index(c.claimed, false); unused >= 0 {
		return fault(uint64(unused), "the page is neither in use nor listed as free")
	}
	return nil
}

// newestMeta insists that both meta pages are whole. bbolt is content with one and would then show the state before the
// last commit; as the record fits into one disk sector, a power cut does not leave such a half-written page.
func newestMeta(file io.ReaderAt, size int64) (meta, error) {
	var b [pageHeaderSize + metaSize]byte
	if size < 2*smallestPage {
		return meta{}, fault(0, "the file is cut short: %d bytes", size)
	}
	if _, err := file.ReadAt(b[:], 0); err != nil {
		return meta{}, fmt.Errorf("page 0: %w", err)
	}
	first, err := readMeta(0, b[:])
	if err != nil {
		return meta{}, err
	}
	if _, err := file.ReadAt(b[:], int64(first.pageSize)); err != nil {
		return meta{}, fmt.Errorf("page 1: %w", err)
	}
	second, err := readMeta(1, b[:])
	if err != nil {
		return meta{}, err
	}
	newest := first
	if second.transaction > first.transaction {
		newest = second
	}
	if first.pageSize != second.pageSize || newest.end < 2 {
		return meta{}, fault(1, "the two meta pages contradict each other")
	}
	return newest, nil
}

type checker struct {
	file     io.ReaderAt
	pageSize int
	claimed  []bool // by page number: in use or free, each page once
}

func (c *checker) claim(id uint64) error {
	if id >= uint64(len(c.claimed)) {
		return fault(id, "the page lies beyond the end of the file")
	}
	if c.claimed[id] {
		return fault(id, "the page is used twice, or used and free")
	}
	c.claimed[id] = true
	return nil
}

// page reads page id with its overflow pages and claims them.
func (c *checker) page(id uint64) (pageHeader, []byte, error) {
	if err := c.claim(id); err != nil {
		return pageHeader{}, nil, err
	}
	b := make([]byte, c.pageSize)
	if _, err := c.file.ReadAt(b, int64(id)*int64(c.pageSize)); err != nil {
		return pageHeader{}, nil, fmt.Errorf("page %d: %w", id, err)
	}
	h := readHeader(b)
	if h.id != id {
		return pageHeader{}, nil, fault(id, "the page calls itself %d", h.id)
	}
	for i := range uint64(h.overflow) {
		if err := c.claim(id + 1 + i); err != nil {
			return pageHeader{}, nil, err
		}
	}
	if h.overflow > 0 {
		b = append(b, make([]byte, int(h.overflow)*c.pageSize)...)
		if _, err := c.file.ReadAt(b[c.pageSize:], int64(id+1)*int64(c.pageSize)); err != nil {
			return pageHeader{}, nil, fmt.Errorf("page %d: %w", id, err)
		}
	}
	return h, b, nil
}

func (c *checker) freelist(id uint64) error {
	h, b, err := c.page(id)
	if err != nil {
		return err
	}
	if h.flags != flagFreelist {
		return fault(id, "the list of free pages has the flags %#x", h.flags)
	}
	// A list of 65,535 or more has its length in the first place.
	at, count := pageHeaderSize, uint64(h.count)
	if h.count == 0xFFFF {
		at, count = at+8, order.Uint64(b[at:])
		if count < 0xFFFF {
			return fault(id, "the list of free pages has a wrong length")
		}
	}
	if count > uint64(len(b)-at)/8 {
		return fault(id, "the list of free pages runs over its end")
	}
	for range count {
		if err := c.claim(order.Uint64(b[at:])); err != nil {
			return err
		}
		at += 8
	}
	return nil
}

// root checks the tree of buckets and then the tree of each.
func (c *checker) root(id uint64, buckets []string) error {
	var found []string
	err := c.tree(id, func(page uint64, e element) error {
		if e.flags != flagBucketElement || len(e.value) < bucketHeaderSize {
			return fault(page, "an entry of the root is not a bucket")
		}
		if !slices.Contains(buckets, string(e.key)) {
			return fault(page, "the root holds an unknown bucket")
		}
		found = append(found, string(e.key))
		root, sequence := order.Uint64(e.value), order.Uint64(e.value[8:])
		inline := e.value[bucketHeaderSize:]
		switch {
		case sequence != 0:
			return fault(page, "bucket %s has a sequence number", e.key)
		case root == 0:
			return checkInline(page, inline)
		case len(inline) > 0:
			return fault(page, "bucket %s has both a page and rows in place", e.key)
		}
		return c.tree(root, checkRow)
	})
	if err != nil {
		return err
	}
	if len(found) != len(buckets) {
		return fault(id, "the root holds %d buckets instead of %d", len(found), len(buckets))
	}
	return nil
}

// checkInline checks a small bucket that lies, page and all, in its entry of the root.
func checkInline(page uint64, b []byte) error {
	if len(b) < pageHeaderSize {
		return fault(page, "a bucket kept in place is cut short")
	}
	h := readHeader(b)
	if h.id != 0 || h.flags != flagLeaf || h.overflow != 0 {
		return fault(page, "a bucket kept in place has a wrong header")
	}
	list, used, err := elements(h, b)
	if err != nil {
		return fault(page, "in a bucket kept in place: %v", err)
	}
	if used != len(b) {
		return fault(page, "a bucket kept in place has bytes to spare")
	}
	return inOrder(page, list, func(e element) error { return checkRow(page, e) })
}

func checkRow(page uint64, e element) error {
	if e.flags != 0 {
		return fault(page, "a row has the flags %#x", e.flags)
	}
	return nil
}

// inOrder calls each on every entry and insists that keys ascend.
func inOrder(page uint64, list []element, each func(element) error) error {
	for i, e := range list {
		if i > 0 && bytes.Compare(list[i-1].key, e.key) >= 0 {
			return fault(page, "entry %d is out of order", i)
		}
		if err := each(e); err != nil {
			return err
		}
	}
	return nil
}
