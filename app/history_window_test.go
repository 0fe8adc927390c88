//go:build window

package main

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"kindred/internal/clinic"
	"kindred/internal/golden"
	"kindred/internal/record"
	"kindred/internal/sample"
	"kindred/pedigree"
	"kindred/pedigree/describe"
)

// TestWindowTakesAHistoryByKeysAlone types two family histories in the real window, and compares what
// is in the store afterwards with the families that were meant. The goldens are the same that
// `kindred enter` is tested with.
func TestWindowTakesAHistoryByKeysAlone(t *testing.T) {
	binary := windowBinary(t)
	for _, name := range []string{"anna", "thirty"} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "clinic")
			w := start(t, binary, dir)
			w.beginFamily(dir)
			lines := historyLines(t, name)
			for _, line := range lines {
				w.enter(dir, line)
			}
			w.repeat("locked", func() bool { return w.title() == "Kindred" }, func() { w.key("ctrl+l") })
			w.key("ctrl+q")
			select {
			case err := <-w.done:
				if err != nil {
					t.Fatalf("the program ended with %v", err)
				}
			case <-time.After(deadline):
				t.Fatal("the program does not end")
			}
			family, _ := newestFamily(t, dir, nil)
			golden.Assert(t, "testdata/"+name+".golden", plainFamily(t, family))
			report(t, lines)
		})
	}
}

// TestWindowKilledWhileTypingLosesAtMostTheLineBeingTyped kills the program at random moments while
// histories are typed. KINDRED_KILLS says how often.
func TestWindowKilledWhileTypingLosesAtMostTheLineBeingTyped(t *testing.T) {
	binary := windowBinary(t)
	kills := 3
	if n, err := strconv.Atoi(os.Getenv("KINDRED_KILLS")); err == nil {
		kills = n
	}
	const most = 8
	lines := historyLines(t, "thirty")[:most+1]
	dir := filepath.Join(t.TempDir(), "clinic")
	known := map[record.FamilyID]bool{}
	var want []string // the family after each line, of a history that was typed to its end
	for kill := range kills + 1 {
		w := start(t, binary, dir)
		w.beginFamily(dir)
		entered := rand.IntN(most)
		if kill == 0 {
			entered = most
		}
		for _, line := range lines[:entered] {
			w.enter(dir, line)
		}
		if kill > 0 {
			next := lines[entered]
			w.words(next[:rand.IntN(len(next)+1)])
			if rand.IntN(2) == 0 {
				w.key("Return") // not waited for: it may be saved or not
			}
		}
		w.kill()
		_, after := newestFamily(t, dir, known)
		if kill == 0 {
			want = after
		}
		if len(after) < entered+1 || len(after) > entered+2 || !slices.Equal(after[:entered+1], want[:entered+1]) {
			t.Errorf("kill %d: %d lines were entered and saved, and the store holds\n%s", kill, entered, strings.Join(after, "\n\n"))
		}
	}
	t.Logf("%d kills, no line missing that had been saved", kills)
}

func windowBinary(t *testing.T) string {
	t.Helper()
	binary := os.Getenv("KINDRED_WINDOW")
	if binary == "" {
		t.Skip("KINDRED_WINDOW names no binary: packaging/test builds one and gives it a display")
	}
	if _, err := exec.LookPath("xdotool"); err != nil {
		t.Skip("xdotool is not installed: packaging/test installs it")
	}
	return binary
}

// beginFamily unlocks the sample clinic and begins a family, whose entry line has the keyboard.
func (w *realWindow) beginFamily(dir string) {
	w.t.Helper()
	w.unlock()
	before := w.written(dir)
	w.repeat("a family is begun", func() bool { return w.written(dir) != before }, func() { w.key("ctrl+n") })
	w.settle(dir)
}

// enter types a line as a person would, and waits until it is saved. A line that only moves to
// somebody saves nothing.
func (w *realWindow) enter(dir, line string) {
	w.t.Helper()
	before := w.written(dir)
	w.words(line)
	w.key("Return")
	if strings.HasPrefix(line, "@") {
		return
	}
	w.repeat("saved: "+line, func() bool { return w.written(dir) != before }, func() {})
	w.settle(dir)
}

// settle waits until nothing more is written.
func (w *realWindow) settle(dir string) {
	for before := ""; before != w.written(dir); {
		before = w.written(dir)
		select {
		case err := <-w.done:
			w.t.Fatalf("the program ended: %v", err)
		case <-time.After(150 * time.Millisecond):
		}
	}
}

func (w *realWindow) kill() {
	w.t.Helper()
	if err := w.process.Kill(); err != nil {
		w.t.Fatal(err)
	}
	<-w.done
}

// historyLines are the lines of a history in testdata.
func historyLines(t *testing.T, name string) []string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n")
}

// newestFamily reads the family that is not known yet from the store, and what it was, in sentences,
// after each moment of its history.
func newestFamily(t *testing.T, dir string, known map[record.FamilyID]bool) (*pedigree.Family, []string) {
	t.Helper()
	c, err := clinic.Open(dir, []byte(sample.Passphrase))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	entries, err := c.List("")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name != "" || known[e.ID] {
			continue // the sample families have a reference
		}
		if known != nil {
			known[e.ID] = true
		}
		s, err := c.OpenFamily(e.ID)
		if err != nil {
			t.Fatal(err)
		}
		var after []string
		history := s.History()
		for i := range history.Len() {
			after = append(after, strings.Join(describe.Family(history.At(i))[1:], "\n"))
		}
		return s.Family(), after
	}
	t.Fatal("no family was begun")
	return nil, nil
}

// report says how much was typed for each relative, at 250 keys a minute.
func report(t *testing.T, lines []string) {
	const secondsAKey = 60.0 / 250
	keys := 0
	var each []float64 // seconds a line
	for _, line := range lines {
		keys += len(line) + 1
		each = append(each, float64(len(line)+1)*secondsAKey)
	}
	slices.Sort(each)
	median := each[len(each)/2]
	t.Logf("%d lines, %d keys, %.0f s at 250 keys a minute; %.1f s a line in the median", len(lines), keys, float64(keys)*secondsAKey, median)
	if median > 5 {
		t.Errorf("a relative takes %.1f s in the median, at most 5 are allowed", median)
	}
}
