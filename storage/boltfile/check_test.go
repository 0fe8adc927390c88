package boltfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"
	"pgregory.net/rapid"
)

var names = []string{"alpha", "beta", "gamma"}

// newFile makes a bbolt file with the three buckets; syncing to the disk is left out, as nothing here loses power.
func newFile(t interface{ Fatal(...any) }, path string, pageSize int) *bolt.DB {
	db, err := bolt.Open(path, 0o600, &bolt.Options{
		NoSync: true, FreelistType: bolt.FreelistMapType, PageSize: pageSize,
		InitialMmapSize: 256 << 20, // so that no writer has to wait for a reader
	})
	if err != nil {
		t.Fatal(err)
	}
	db.AllocSize = 32 << 10
	if err := db.Update(func(tx *bolt.Tx) error {
		for _, name := range names {
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return db
}

func checkPath(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	return Check(file, info.Size(), names)
}

// What Check accepts must be no narrower than what bbolt writes, or a sound store would be refused.
func TestEveryFileThatBoltWritesIsAccepted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "boltfile")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		path := filepath.Join(dir, "f.db")
		db := newFile(t, path, rapid.SampledFrom([]int{1 << 10, 4 << 10, 16 << 10}).Draw(t, "page size"))
		defer func() { _ = db.Close() }()
		keys := rapid.IntRange(1, 3000).Draw(t, "keys")
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		var reader *bolt.Tx // pins pages of an older state, so that free ones stay pending
		for range rapid.IntRange(1, 25).Draw(t, "transactions") {
			remove, most := random.IntN(10), 1+random.IntN(2000)
			size := []int{10, 300, 300, 9000}[random.IntN(4)]
			if err := db.Update(func(tx *bolt.Tx) error {
				for range random.IntN(most) {
					b := tx.Bucket([]byte(names[random.IntN(3)*random.IntN(2)]))
					key := fmt.Appendf(nil, "%0*d", 4+random.IntN(2), random.IntN(keys))
					var err error
					if random.IntN(10) < remove {
						err = b.Delete(key)
					} else {
						err = b.Put(key, make([]byte, random.IntN(size)))
					}
					if err != nil {
						return err
					}
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			if reader == nil && random.IntN(4) == 0 {
				reader, err = db.Begin(false)
			} else if reader != nil {
				err, reader = reader.Rollback(), nil
			}
			if err != nil {
				t.Fatal(err)
			}
			if err := checkPath(path); err != nil {
				t.Fatal(err)
			}
		}
		if reader != nil {
			_ = reader.Rollback()
		}
		compact := filepath.Join(dir, "compact.db")
		into, err := bolt.Open(compact, 0o600, &bolt.Options{NoSync: true})
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(bolt.Compact(into, db, 64<<10), into.Close(), checkPath(compact)); err != nil {
			t.Fatalf("compacted: %v", err)
		}
	})
}

func TestEachKindOfDamageIsNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f.db")
	db := newFile(t, path, 4<<10)
	for i := range 400 {
		if err := db.Update(func(tx *bolt.Tx) error {
			return tx.Bucket([]byte(names[i%2])).Put(fmt.Appendf(nil, "%04d", i), make([]byte, i*10))
		}); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m, err := newestMeta(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	page := func(id uint64) []byte { return whole[id*4096:] }
	root := int64(m.root) * 4096
	branch := int64(order.Uint64(page(m.root)[pageHeaderSize+3*elementSize+len("alpha"):])) * 4096
	if readHeader(whole[branch:]).flags != flagBranch {
		t.Fatal("the first bucket has no branch: the cases below miss their target")
	}
	free := int64(m.freelist) * 4096
	for _, test := range []struct {
		name   string
		offset int64
		size   int
		value  uint64
		want   string
	}{
		{"meta check sum", 4096 + 16 + 50, 1, 0xAA, "check sum"},
		{"meta header", 8, 2, 5, "not that of a meta page"},
		{"page number", root, 8, 9999, "calls itself 9999"},
		{"leaf flag", root + 8, 2, 3, "has the flags 0x3"},
		{"bucket flag", root + 16, 4, 0, "not a bucket"},
		{"count", root + 10, 2, 2, "does not follow"},
		{"huge count", root + 10, 2, 60000, "more entries than fit"},
		{"overflow", root + 12, 4, 1, "used twice, or used and free"},
		{"huge overflow", root + 12, 4, 1 << 31, ""},
		{"bucket name", root + 16 + 3*16, 1, 'o', "unknown bucket"},
		{"branch child twice", branch + 16 + 8, 8, uint64(branch / 4096), "used twice"},
		{"branch child far away", branch + 16 + 8, 8, 1 << 50, "beyond the end"},
		{"branch key", branch + 16 + int64(order.Uint32(whole[branch+16:])), 1, '/', "names another key"},
		{"free page lost", free + 10, 2, uint64(readHeader(whole[free:]).count) - 1, "neither in use nor listed"},
		{"free page in use", free + 16, 8, m.root, "used twice"},
		{"free list flag", free + 8, 2, flagLeaf, "list of free pages has the flags"},
	} {
		damaged := bytes.Clone(whole)
		var b [8]byte
		order.PutUint64(b[:], test.value)
		copy(damaged[test.offset:], b[:test.size])
		err := Check(bytes.NewReader(damaged), int64(len(damaged)), names)
		var where *Fault
		if !errors.As(err, &where) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", test.name, err, test.want)
		}
	}
	for _, length := range []int{0, 100, 4096, 9000, int(m.end-1) * 4096} {
		if err := Check(bytes.NewReader(whole[:length]), int64(length), names); err == nil {
			t.Errorf("accepted after %d bytes", length)
		}
	}
	if err := Check(bytes.NewReader(whole), int64(len(whole)), names[:2]); err == nil || !strings.Contains(err.Error(), "unknown bucket") {
		t.Errorf("a bucket too many: %v", err)
	}
	if err := Check(bytes.NewReader(whole), int64(len(whole)), append([]string{"delta"}, names...)); err == nil {
		t.Error("a bucket too few was accepted")
	}
}

// Every bit of page headers, of elements, of page lists and of branch keys, one at a time. Keys and values in leaves are
// the business of the seals, and with them the two sizes of a page's last element, behind which no other follows.
func TestEveryBitOfTheStructureIsGuarded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f.db")
	db := newFile(t, path, 1<<10)
	for i := range 120 {
		if err := db.Update(func(tx *bolt.Tx) error {
			return errors.Join(
				tx.Bucket([]byte("alpha")).Put(fmt.Appendf(nil, "%03d", i), make([]byte, i%7*150)),
				tx.Bucket([]byte("gamma")).Put(fmt.Appendf(nil, "%d", i%2), make([]byte, 40)))
		}); err != nil {
			t.Fatal(err)
		}
	}
	var structural []int
	span := func(from, size int) {
		for at := from; at < from+size; at++ {
			structural = append(structural, at)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m, err := newestMeta(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	free := map[uint64]bool{}
	list := whole[m.freelist<<10:]
	for i := range int(readHeader(list).count) {
		free[order.Uint64(list[16+8*i:])] = true
	}
	for id := uint64(0); id < m.end; id++ {
		at := int(id << 10)
		h := readHeader(whole[at:])
		if free[id] {
			continue
		}
		switch h.flags {
		case flagMeta:
			span(at, 16+64)
		case flagFreelist:
			span(at, 16+8*int(h.count))
		case flagBranch:
			last := at + 16*int(h.count)
			span(at, 16*int(h.count)+int(order.Uint32(whole[last:])+order.Uint32(whole[last+4:])))
		case flagLeaf:
			if id == m.root { // whole, with its bucket headers, but for what the bucket kept in place holds
				span(at, 16+3*16+len("alpha")+16+len("beta")+16+16+len("gamma")+16+16+16)
				break
			}
			span(at, 16+16*int(h.count)-8)
		}
		id += uint64(h.overflow)
	}
	missed := 0
	for _, at := range structural {
		for bit := range 8 {
			whole[at] ^= 1 << bit
			if err := Check(bytes.NewReader(whole), int64(len(whole)), names); err == nil {
				t.Errorf("page %d, byte %d, bit %d", at>>10, at%1024, bit)
				missed++
			}
			whole[at] ^= 1 << bit
		}
		if missed > 20 {
			t.FailNow()
		}
	}
	t.Logf("%d bits", 8*len(structural))
}

func FuzzCheckNeitherPanicsNorLoops(f *testing.F) {
	path := filepath.Join(f.TempDir(), "f.db")
	db := newFile(f, path, 1<<10)
	for i := range 60 {
		if err := db.Update(func(tx *bolt.Tx) error {
			return tx.Bucket([]byte(names[i%3])).Put(fmt.Appendf(nil, "%03d", i*7%60), make([]byte, i*9))
		}); err != nil {
			f.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		f.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(0), []byte{})
	f.Add(uint32(2048), []byte{1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 255, 255})
	f.Add(uint32(3000), binary.LittleEndian.AppendUint64(nil, 1<<63))
	f.Fuzz(func(_ *testing.T, offset uint32, patch []byte) {
		data := bytes.Clone(whole)
		if int(offset) < len(data) {
			copy(data[offset:], patch)
		} else {
			data = patch
		}
		_ = Check(bytes.NewReader(data), int64(len(data)), names)
	})
}
