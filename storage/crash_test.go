package storage

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"kindred/internal/record"
)

// crashDirEnv tells the test binary that it is the child that commits until it is killed.
const crashDirEnv = "STORE_CRASH_DIR"

// commitForEver commits changes to new families in the store and prints each once it is acknowledged.
func commitForEver(dir string) {
	s, err := Open(dir, passphrase)
	if err != nil {
		fmt.Println("error:", err)
		os.Exit(1)
	}
	for {
		id, err := s.NewFamily()
		if err != nil {
			fmt.Println("error:", err)
			os.Exit(1)
		}
		l := &lane{family: id, device: s.Device()}
		for i := range 20 {
			blobs := map[string][]byte{"d": make([]byte, i*500)}
			if err := s.Commit(Commit{Family: id, Envelope: l.next(strconv.Itoa(i)), Index: entryJSON("n"), Blobs: blobs}); err != nil {
				fmt.Println("error:", err)
				os.Exit(1)
			}
			fmt.Println(id, l.seq, l.prev)
		}
	}
}

func TestMain(m *testing.M) {
	if dir := os.Getenv(crashDirEnv); dir != "" {
		commitForEver(dir)
	}
	os.Exit(m.Run())
}

func TestEveryAcknowledgedCommitSurvivesBeingKilled(t *testing.T) {
	dir := t.TempDir()
	initStore(t, dir)
	acknowledged := map[record.FamilyID]record.Hash{} // the last of each family
	total := 0
	for kill := range 8 {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), crashDirEnv+"="+dir)
		out, err := child.StdoutPipe()
		must(t, err)
		must(t, child.Start())
		// The moment of the kill falls anywhere in a commit: after a number of lines, and at random within the next.
		lines := 5 + rand.IntN(60)
		scanner := bufio.NewScanner(out)
		for n := 0; scanner.Scan(); n++ {
			if n == lines {
				go func() { _ = child.Process.Kill() }()
			}
			id, rest, _ := strings.Cut(scanner.Text(), " ")
			if id == "error:" {
				t.Fatal(scanner.Text())
			}
			_, hash, whole := strings.Cut(rest, " ")
			if whole && len(hash) == 64 {
				acknowledged[record.FamilyID(id)] = record.Hash(hash)
				total++
			}
		}
		_ = child.Wait() // killed, as intended
		s, err := Open(dir, passphrase)
		if err != nil {
			t.Fatalf("after kill %d: %v", kill+1, err)
		}
		report, err := s.Verify()
		if err != nil || report.Err() != nil {
			t.Fatalf("after kill %d: %v, %v", kill+1, report.Problems, err)
		}
		for id, hash := range acknowledged {
			envelopes, err := s.Envelopes(id)
			must(t, err)
			found := false
			for i := range envelopes {
				found = found || envelopes[i].Hash() == hash
			}
			if !found {
				t.Fatalf("after kill %d: an acknowledged change is missing", kill+1)
			}
		}
		must(t, s.Close())
	}
	t.Logf("%d acknowledged changes over 8 kills", total)
}

func TestFileCutShortWhileOpenIsAnErrorAndNotACrash(t *testing.T) {
	for _, use := range []struct {
		name string
		call func(*Store, *lane) error
	}{
		{"reading", func(s *Store, l *lane) error { _, err := s.Envelopes(l.family); return err }},
		{"writing", func(s *Store, l *lane) error {
			return s.Commit(Commit{Family: l.family, Envelope: l.next("x")})
		}},
		{"checking", func(s *Store, _ *lane) error {
			report, err := s.Verify()
			return errors.Join(err, report.Err())
		}},
	} {
		t.Run(use.name, func(t *testing.T) {
			s := newStore(t)
			l := fill(t, s, "Anna", 30)
			must(t, os.Truncate(storePath(s.Dir()), 8192))
			if err := use.call(s, l); !errors.Is(err, ErrDamaged) {
				t.Fatalf("%v, want ErrDamaged", err)
			}
			if _, err := s.Envelopes(l.family); !errors.Is(err, ErrDamaged) {
				t.Errorf("a second call: %v, want ErrDamaged", err)
			}
			done := make(chan error)
			go func() { done <- s.Close() }()
			select {
			case err := <-done:
				must(t, err)
			case <-time.After(10 * time.Second):
				t.Fatal("closing waits for ever")
			}
			if _, err := Open(s.Dir(), passphrase); !errors.Is(err, ErrDamaged) {
				t.Errorf("opening the rest: %v, want ErrDamaged", err)
			}
		})
	}
}

func TestFullDiskSavesNothingAndSaysSo(t *testing.T) {
	s := newStore(t)
	l := fill(t, s, "Anna", 1)
	s.opened.db.MaxSize = 100 << 10 // stands for the end of the disk
	var err error
	for range 200 {
		before := *l
		if err = s.Commit(Commit{Family: l.family, Envelope: l.next("x")}); err != nil {
			*l = before
			break
		}
	}
	if err == nil || errors.Is(err, ErrDamaged) || !strings.HasPrefix(err.Error(), "nothing was saved") {
		t.Fatalf("a full disk: %v", err)
	}
	s.opened.db.MaxSize = 0
	must(t, s.Commit(Commit{Family: l.family, Envelope: l.next("after some files were removed")}))
	report, err := s.Verify()
	if err != nil || report.Err() != nil || report.Envelopes != int(l.seq) {
		t.Errorf("%v, %v, %v", report, report.Problems, err)
	}
}

func TestSeveralGoroutinesMayReadWhileOneWritesAndTheStoreIsClosed(t *testing.T) {
	s := newStore(t)
	l := fill(t, s, "Anna", 1)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for {
				if _, err := s.Envelopes(l.family); errors.Is(err, ErrClosed) {
					return
				} else if err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for range 20 {
		must(t, s.Commit(Commit{Family: l.family, Envelope: l.next("x"), Index: entryJSON("Anna")}))
	}
	must(t, s.Close())
	group.Wait()
}
