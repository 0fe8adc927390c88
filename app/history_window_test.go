//go:build window

package main

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"kindred/internal/clinic"
	"kindred/internal/golden"
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
			lines := historyLines(t, name)
			w.beginFamily(dir, lines[0])
			for _, line := range lines[1:] {
				w.enter(dir, line)
			}
			w.lockAndQuit()
			family, _ := newestFamily(t, dir)
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
	var want []string // the family after each line, of a history that was typed to its end
	for kill := range kills + 1 {
		dir := filepath.Join(t.TempDir(), "clinic")
		w := start(t, binary, dir)
		entered := 1 + rand.IntN(most)
		if kill == 0 {
			entered = most
		}
		w.beginFamily(dir, lines[0])
		for _, line := range lines[1:entered] {
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
		_, after := newestFamily(t, dir)
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

// beginFamily unlocks a new sample clinic, begins a family, and enters the first line, for which the
// entry line has the keyboard. A key that was pressed while a screen was still coming is lost: then all
// begins anew.
func (w *realWindow) beginFamily(dir, line string) {
	w.t.Helper()
	w.unlock()
	before := ""
	w.repeat("saved: "+line, func() bool { return w.written(dir) != before }, func() {
		w.settle(dir) // the notice before the first use is kept too
		w.key("ctrl+a", "BackSpace", "ctrl+n")
		w.settle(dir)
		w.settle(dir) // the family is begun, and its screen is coming
		w.words(line)
		before = w.written(dir)
		w.key("Return")
	})
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
}

// settle waits until nothing more has been written for a while.
func (w *realWindow) settle(dir string) {
	last := w.written(dir)
	for quiet := 0; quiet < 8; quiet++ {
		select {
		case err := <-w.done:
			w.t.Fatalf("the program ended: %v", err)
		case <-time.After(100 * time.Millisecond):
		}
		if now := w.written(dir); now != last {
			last, quiet = now, 0
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

// newestFamily reads the family that was typed from the store, and what it was, in sentences, after each
// moment of its history.
func newestFamily(t *testing.T, dir string) (*pedigree.Family, []string) {
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
		if e.Name != "" {
			continue // the sample families have a reference
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

// manyInOne is "x3": several people in one line.
var manyInOne = regexp.MustCompile(` x(\d)\b`)

// report says how long each relative took to type, at 250 keys a minute.
func report(t *testing.T, lines []string) {
	const secondsAKey = 60.0 / 250
	keys, moved := 0, 0 // moved: the keys that only went to somebody, for whose relatives they count
	var each []float64
	for _, line := range lines {
		typed := len(line) + 1
		keys += typed
		if moved += typed; strings.HasPrefix(line, "@") {
			continue
		}
		relatives := strings.Count(line, ",") + 1
		if m := manyInOne.FindStringSubmatch(line); m != nil {
			relatives, _ = strconv.Atoi(m[1])
		}
		for range relatives {
			each = append(each, float64(moved)*secondsAKey/float64(relatives))
		}
		moved = 0
	}
	slices.Sort(each)
	median := each[len(each)/2]
	t.Logf("%d relatives in %d lines, %d keys: %.0f s at 250 keys a minute, %.1f s a relative in the median, %.1f s at most",
		len(each), len(lines), keys, float64(keys)*secondsAKey, median, each[len(each)-1])
	if median > 5 {
		t.Errorf("a relative takes %.1f s in the median, at most 5 are allowed", median)
	}
}
