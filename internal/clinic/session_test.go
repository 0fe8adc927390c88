package clinic

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"kindred/pedigree"
	"kindred/storage"
)

func TestAnEditIsDurableOnceItIsFlushed(t *testing.T) {
	dir := t.TempDir()
	c := newClinicIn(t, dir)
	s, err := c.BeginFamily()
	must(t, err)
	must(t, s.Do("name", rename("1", "Nia")))
	must(t, s.Flush())
	waiting, at, failed := s.Saved()
	if waiting != 0 || at.IsZero() || failed != nil {
		t.Errorf("saved says %d waiting, at %v, %v", waiting, at, failed)
	}
	// Not closed in between: what counts is on the disk. Only one may have the store open, so a copy is read.
	_, err = c.Backup(dir + "/copy.db")
	must(t, err)
	must(t, Restore(dir+"/copy.db", dir+"/second", secret, false))
	again := openFamily(t, reopen(t, dir+"/second"), s.ID())
	if got := again.Family().Individual("1").Name; got != "Nia" {
		t.Errorf("the name after reopening is %q", got)
	}
}

func TestClosingWaitsForEveryEdit(t *testing.T) {
	dir := t.TempDir()
	c := newClinicIn(t, dir)
	s, err := c.BeginFamily()
	must(t, err)
	for i := range 40 {
		must(t, s.Do("name", rename("1", fmt.Sprint("Nia ", i))))
	}
	must(t, c.Close())
	if got := openFamily(t, reopen(t, dir), s.ID()).Family().Individual("1").Name; got != "Nia 39" {
		t.Errorf("the last edit on the disk is %q", got)
	}
	if err := s.Do("too late", rename("1", "Late")); !errors.Is(err, storage.ErrClosed) {
		t.Errorf("an edit after closing: %v", err)
	}
	if got := s.Family().Individual("1").Name; got != "Nia 39" {
		t.Errorf("an edit that was refused shows: %q", got)
	}
}

// failing refuses commits while it is told to.
type failing struct {
	committer
	mu   sync.Mutex
	with error
}

func (f *failing) set(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.with = err
}

func (f *failing) Commit(c storage.Commit) error {
	f.mu.Lock()
	with := f.with
	f.mu.Unlock()
	if with != nil {
		return with
	}
	return f.committer.Commit(c)
}

// breakable puts a failing committer between a clinic and its store.
func breakable(c *Clinic) *failing {
	f := &failing{committer: c.store}
	c.writer.close()
	c.writer = newWriter(f)
	return f
}

func TestAFailedCommitTakesTheEditBackAndSaysSo(t *testing.T) {
	dir := t.TempDir()
	c := newClinicIn(t, dir)
	s, err := c.BeginFamily()
	must(t, err)
	must(t, s.Do("name", rename("1", "Nia")))
	must(t, s.Flush())
	disk := breakable(c)
	full := errors.New("no space left on device")
	disk.set(full)
	told := make(chan struct{}, 100)
	s.OnChange(func() { told <- struct{}{} })
	for i := range 5 { // those behind the first fail with it
		must(t, s.Do("name", rename("1", fmt.Sprint("Lost ", i))))
	}
	if err := s.Flush(); !errors.Is(err, full) {
		t.Errorf("flush says %v", err)
	}
	if got := s.Family().Individual("1").Name; got != "Nia" {
		t.Errorf("an edit that is not on the disk shows: %q", got)
	}
	if waiting, _, failed := s.Saved(); waiting != 0 || !errors.Is(failed, full) {
		t.Errorf("saved says %d waiting, %v", waiting, failed)
	}
	if len(told) < 6 {
		t.Errorf("the screen was told %d times", len(told))
	}
	disk.set(nil)
	must(t, s.Do("name", rename("1", "Nia Two")))
	must(t, s.Flush())
	must(t, c.Close())
	if got := openFamily(t, reopen(t, dir), s.ID()).Family().Individual("1").Name; got != "Nia Two" {
		t.Errorf("after the disk is well again the name is %q", got)
	}
}

func TestWhoeverWaitsForAnEditHearsOnceWhatBecameOfIt(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	s, err := c.BeginFamily()
	must(t, err)
	heard := make(chan error, 10)
	tell := func(err error) { heard <- err }
	must(t, s.DoThen("name", rename("1", "Nia"), tell))
	if err := <-heard; err != nil {
		t.Errorf("a durable edit: %v", err)
	}
	must(t, s.DoThen("nothing", func(*pedigree.Family) error { return nil }, tell))
	if err := <-heard; err != nil {
		t.Errorf("an edit without a difference: %v", err)
	}
	refused := errors.New("refused")
	if err := s.DoThen("refused", func(*pedigree.Family) error { return refused }, tell); !errors.Is(err, refused) {
		t.Errorf("a refused edit: %v", err)
	}
	full := errors.New("no space left on device")
	breakable(c).set(full)
	must(t, s.DoThen("name", rename("1", "Lost"), tell))
	if err := <-heard; !errors.Is(err, full) {
		t.Errorf("an edit that could not be saved: %v", err)
	}
	if got := s.Family().Individual("1").Name; got != "Nia" {
		t.Errorf("whoever hears of the failure finds %q", got)
	}
	c.writer.flush()
	if len(heard) > 0 {
		t.Errorf("heard again: %v", <-heard)
	}
}

func TestEditsFromManyPlacesAreCommittedInTheirOrder(t *testing.T) {
	dir := t.TempDir()
	c := newClinicIn(t, dir)
	s, err := c.BeginFamily()
	must(t, err)
	s.OnChange(func() { s.Saved() })
	var all sync.WaitGroup
	for hand := range 4 {
		all.Go(func() {
			for i := range 100 {
				name := fmt.Sprintf("%d-%d", hand, i)
				if err := s.Do("add", func(f *pedigree.Family) error {
					f.Individuals = append(f.Individuals, pedigree.Individual{ID: s.NewID(), Name: name, Mother: "1"})
					return nil
				}); err != nil {
					t.Error(err)
				}
				if i%25 == 0 {
					if err := s.Flush(); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	all.Wait()
	must(t, s.Flush())
	must(t, c.Close())
	again := openFamily(t, reopen(t, dir), s.ID()).Family()
	last := map[byte]int{}
	for i := range again.Individuals[1:] {
		var hand, n int
		if _, err := fmt.Sscanf(again.Individuals[i+1].Name, "%d-%d", &hand, &n); err != nil {
			t.Fatal(err)
		}
		if n != last[byte(hand)] {
			t.Errorf("hand %d: edit %d stands where %d should", hand, n, last[byte(hand)])
		}
		last[byte(hand)] = n + 1
	}
	if len(again.Individuals) != 401 {
		t.Errorf("%d people of 401 are kept", len(again.Individuals))
	}
}

func TestUndoAndRedoAreDurable(t *testing.T) {
	dir := t.TempDir()
	c := newClinicIn(t, dir)
	s := openSample(t, c, breastOnly)
	id := called(t, s.Family(), "Judith").ID
	must(t, s.Do("rename", rename(id, "Judy")))
	must(t, s.Do("rename again", rename(id, "Jude")))
	for _, want := range []string{"rename again", "rename"} {
		if reason, err := s.Undo(); err != nil || reason != want {
			t.Errorf("undo says %q, %v; want %q", reason, err, want)
		}
	}
	if reason, err := s.Redo(); err != nil || reason != "rename" {
		t.Errorf("redo says %q, %v", reason, err)
	}
	if reason, ok := s.CanRedo(); !ok || reason != "rename again" {
		t.Errorf("can redo %q, %v", reason, ok)
	}
	must(t, s.Flush())
	must(t, c.Close())
	again := openFamily(t, reopen(t, dir), s.ID())
	if got := again.Family().Individual(id).Name; got != "Judy" {
		t.Errorf("after undo, undo, redo and reopening the name is %q", got)
	}
	if _, ok := again.CanUndo(); ok {
		t.Error("the next session can undo this one's edits")
	}
	if _, err := again.Undo(); err == nil {
		t.Error("there is nothing to undo, and it says nothing")
	}
}

func TestAnEditWithoutADifferenceIsNoEdit(t *testing.T) {
	s := openSample(t, newClinicIn(t, t.TempDir()), breastOnly)
	must(t, s.Do("nothing", func(*pedigree.Family) error { return nil }))
	if waiting, _, _ := s.Saved(); waiting != 0 {
		t.Error("an edit without a difference waits for the disk")
	}
	refused := errors.New("refused")
	if err := s.Do("refused", func(f *pedigree.Family) error { f.Name = "half"; return refused }); !errors.Is(err, refused) || s.Family().Name == "half" {
		t.Errorf("a refused edit: %v, family %q", err, s.Family().Name)
	}
}
