package storage

import (
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	bolt "go.etcd.io/bbolt"

	"kindred/internal/record"
)

// contents is everything that can be read from a store. Only what was read without an error is in it.
type contents struct {
	Envelopes map[record.FamilyID]string // their canonical encodings
	Entries   map[record.FamilyID]string
	Blobs     map[record.FamilyID]string
	Settings  map[string]string
	Audit     []AuditEntry
	Outbox    []Outgoing
}

const blobDigest = "digest of the letter"

var settingsNames = []string{"clinic", "window", "never put"}

// readAll reads all there is of the known families, and counts the reads that ended in an error.
func readAll(s *Store, families []record.FamilyID) (c contents, refused int, err error) {
	c = contents{
		Envelopes: map[record.FamilyID]string{}, Entries: map[record.FamilyID]string{},
		Blobs: map[record.FamilyID]string{}, Settings: map[string]string{},
	}
	check := func(e error) bool {
		if e != nil {
			refused++
			err = e
		}
		return e == nil
	}
	for _, id := range families {
		if envelopes, err := s.Envelopes(id); check(err) {
			for i := range envelopes {
				data, err := envelopes[i].Encode()
				check(err)
				c.Envelopes[id] += string(data)
			}
		}
		if blob, err := s.Blob(id, blobDigest); check(err) {
			c.Blobs[id] = string(blob)
		}
	}
	if entries, err := s.Entries(); check(err) {
		for _, e := range entries {
			c.Entries[e.Family] = string(e.Data)
		}
	}
	for _, name := range settingsNames {
		if data, err := s.Settings(name); check(err) {
			c.Settings[name] = string(data)
		}
	}
	if log, err := s.AuditLog(); check(err) {
		c.Audit = log
	}
	if out, err := s.Outbox(); check(err) {
		c.Outbox = out
	}
	return c, refused, err
}

// wrong compares what a damaged store shows with the truth: what is refused is absent, what is shown must be right.
func (c contents) wrong(truth contents) string {
	for id, e := range c.Envelopes {
		if e != truth.Envelopes[id] {
			return "envelopes"
		}
	}
	for id, b := range c.Blobs {
		if b != truth.Blobs[id] {
			return "a document"
		}
	}
	for name, data := range c.Settings {
		if data != truth.Settings[name] {
			return "settings " + name
		}
	}
	if len(c.Entries) > 0 && !cmp.Equal(c.Entries, truth.Entries) {
		return "entries"
	}
	if c.Audit != nil && !cmp.Equal(c.Audit, truth.Audit) {
		return "audit"
	}
	if c.Outbox != nil && !cmp.Equal(c.Outbox, truth.Outbox) {
		return "outbox"
	}
	return ""
}

// variedStore makes a store with branches, overflow pages, several key generations, an erased family and free pages,
// and returns its families.
func variedStore(t testing.TB, dir string) []record.FamilyID {
	initStore(t, dir)
	s := openStore(t, dir)
	var families []record.FamilyID
	for i := range 40 {
		l := &lane{family: record.NewFamilyID(), device: s.Device()}
		name := "family " + strconv.Itoa(i)
		commits := []Commit{{Family: l.family, Envelope: l.next(name), Index: entryJSON(name)}}
		for range i % 5 {
			commits = append(commits, Commit{Family: l.family, Envelope: l.next(name)})
		}
		commits[0].Blobs = map[string][]byte{blobDigest: make([]byte, 1+i*200)}
		must(t, s.CommitAll(commits))
		families = append(families, l.family)
		switch i {
		case 10:
			must(t, s.RotateKey(passphrase))
		case 20:
			must(t, s.EraseFamily(fill(t, s, "erased", 3).family, AuditEntry{Who: "A", What: "erased", Why: "asked for"}))
		}
	}
	must(t, s.PutSettings(settingsNames[0], []byte(`{"hospital":"Invented"}`)))
	must(t, s.PutSettings(settingsNames[1], []byte(`{"zoom":1.25}`)))
	var log []AuditEntry
	for i := range 30 {
		log = append(log, AuditEntry{When: time.Unix(1_790_000_000+int64(i), 0).UTC(), Who: "A. Counsellor", What: "opened"})
	}
	must(t, s.Audit(log...))
	out, err := s.Outbox()
	must(t, err)
	must(t, s.Sent(out[:len(out)/2]))
	must(t, s.Close())
	return families
}

// liveBytes lists the offsets that the pages in use occupy, by bbolt's own account of its pages.
func liveBytes(t testing.TB, path string, data []byte) (live []int64) {
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true, PreLoadFreelist: true})
	must(t, err)
	defer func() { must(t, db.Close()) }()
	size := int64(db.Info().PageSize)
	le := binary.LittleEndian
	must(t, db.View(func(tx *bolt.Tx) error {
		for id := int64(0); id < tx.Size()/size; {
			page, err := tx.Page(int(id))
			must(t, err)
			at := id * size
			end := at + 16
			switch page.Type {
			case "meta":
				end += 64
			case "freelist":
				end += int64(page.Count) * 8
			case "leaf", "branch":
				for i := range int64(page.Count) {
					e := at + 16 + i*16
					if page.Type == "leaf" {
						end = e + int64(le.Uint32(data[e+4:])) + int64(le.Uint32(data[e+8:])) + int64(le.Uint32(data[e+12:]))
					} else {
						end = e + int64(le.Uint32(data[e:])) + int64(le.Uint32(data[e+4:]))
					}
				}
			case "free":
				end = at
			}
			for ; at < end; at++ {
				live = append(live, at)
			}
			id += 1 + int64(page.OverflowCount)
			if page.Type == "free" {
				id -= int64(page.OverflowCount)
			}
		}
		return nil
	}))
	return live
}

// flips is the number of bits turned, one at a time; STORE_FLIPS asks for more.
func flips(t *testing.T) int {
	n, err := strconv.Atoi(os.Getenv("STORE_FLIPS"))
	if err != nil {
		return 200
	}
	return n
}

type flipped struct {
	dir      string
	data     []byte
	families []record.FamilyID
	truth    contents
	live     []int64
	random   *rand.Rand
}

func prepareFlips(t *testing.T) *flipped {
	f := &flipped{dir: t.TempDir()}
	f.families = variedStore(t, f.dir)
	data, err := os.ReadFile(storePath(f.dir))
	must(t, err)
	f.data, f.live = data, liveBytes(t, storePath(f.dir), data)
	s, err := Open(f.dir, passphrase)
	must(t, err)
	truth, refused, err := readAll(s, f.families)
	if refused > 0 {
		t.Fatal(err)
	}
	f.truth = truth
	must(t, s.Close())
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d; %d of %d bytes are in use", seed, len(f.live), len(data))
	f.random = rand.New(rand.NewPCG(seed, 0))
	return f
}

// turn turns one bit at offset and returns what the store then shows, how many reads it refused, and what a check finds.
func (f *flipped) turn(t *testing.T, offset int64) (shown contents, refused int, report Report) {
	t.Helper()
	damaged := slices.Clone(f.data)
	damaged[offset] ^= 1 << f.random.IntN(8)
	must(t, os.WriteFile(filepath.Join(f.dir, FileName), damaged, 0o600))
	s, err := Open(f.dir, passphrase)
	switch {
	case errors.Is(err, ErrDamaged):
		refused = 1
	case err != nil:
		t.Errorf("offset %d: opening failed with %v instead of ErrDamaged", offset, err)
	default:
		shown, refused, err = readAll(s, f.families)
		if err != nil && !errors.Is(err, ErrDamaged) {
			t.Errorf("offset %d: reading failed with %v instead of ErrDamaged", offset, err)
		}
		must(t, s.Close())
	}
	report, err = VerifyDir(f.dir, passphrase)
	if err != nil {
		t.Errorf("offset %d: the check could not be made: %v", offset, err)
	}
	return shown, refused, report
}

func TestBitFlipInUsedBytesNeverShowsAWrongValueAndIsFound(t *testing.T) {
	f := prepareFlips(t)
	for range flips(t) {
		offset := f.live[f.random.IntN(len(f.live))]
		shown, _, report := f.turn(t, offset)
		if what := shown.wrong(f.truth); what != "" {
			t.Errorf("offset %d: shows wrong %s", offset, what)
		}
		if report.Err() == nil {
			t.Errorf("offset %d: not found by the check", offset)
		}
	}
}

func TestBitFlipInUnusedBytesHasNoEffect(t *testing.T) {
	f := prepareFlips(t)
	used := map[int64]bool{}
	for _, offset := range f.live {
		used[offset] = true
	}
	for range flips(t) {
		offset := f.random.Int64N(int64(len(f.data)))
		if used[offset] {
			continue
		}
		shown, refused, report := f.turn(t, offset)
		if what := shown.wrong(f.truth); what != "" || refused > 0 || report.Err() != nil {
			t.Errorf("offset %d: wrong %q, %d reads refused, check: %v", offset, what, refused, report.Err())
		}
	}
}

// Page headers and page lists are a small part of the file: turned at random they would seldom be met.
func TestBitFlipInPageHeadersIsFound(t *testing.T) {
	f := prepareFlips(t)
	pages := map[int64]bool{}
	for _, offset := range f.live {
		if offset%4096 < 16 {
			pages[offset/4096] = true
		}
	}
	n := 0
	for page := range pages {
		if n++; n > 8 {
			break
		}
		for at := range int64(16) {
			shown, _, report := f.turn(t, page*4096+at)
			if what := shown.wrong(f.truth); what != "" || report.Err() == nil {
				t.Errorf("page %d, byte %d of its header: wrong %q, found: %v", page, at, what, report.Err())
			}
		}
	}
}
