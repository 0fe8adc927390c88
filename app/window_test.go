//go:build window

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kindred/internal/clinic"
	"kindred/internal/sample"
)

// deadline is how long the window has for each step, on a slow machine without a graphics card.
const deadline = 60 * time.Second

// realWindow is the program in a window of its own, driven by xdotool as a person would by keys.
type realWindow struct {
	t    *testing.T
	id   string
	done chan error

	process *os.Process
}

// TestWindowUnlocksAddsASisterLocksAndClosesWithEverythingKept walks through the real window and then
// looks at what is on the disk.
func TestWindowUnlocksAddsASisterLocksAndClosesWithEverythingKept(t *testing.T) {
	binary := windowBinary(t)
	dir := filepath.Join(t.TempDir(), "clinic")
	w := start(t, binary, dir)
	w.unlock()
	opened := w.written(dir)
	w.repeat("the family is open, and the audit says so", func() bool { return w.written(dir) != opened }, func() {
		w.key("ctrl+a")
		w.words("G10481")
		w.key("Return")
	})
	added := w.written(dir)
	w.repeat("a sister is kept", func() bool { return w.written(dir) != added }, func() { w.key("s") })
	w.lockAndQuit()

	c, err := clinic.Open(dir, []byte(sample.Passphrase))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if report, err := c.Store().Verify(); err != nil || report.Err() != nil {
		t.Errorf("the store afterwards: %v, %v", err, report.Err())
	}
	entries, err := c.List("G10481")
	if err != nil || len(entries) != 1 {
		t.Fatalf("%d families, %v", len(entries), err)
	}
	family, err := sample.DemoFamily()
	if err != nil {
		t.Fatal(err)
	}
	if entries[0].People <= len(family.Individuals) {
		t.Errorf("%d people, as before: no sister was kept", entries[0].People)
	}
}

// unlock goes past the lock screen and the first notice to the list of families.
func (w *realWindow) unlock() {
	w.t.Helper()
	w.repeat("unlocked", func() bool { return w.title() != "Kindred" }, func() {
		w.key("ctrl+a") // an earlier attempt may have been cut short by the lock screen's coming
		w.words(sample.Passphrase)
		w.key("Return")
	})
	w.repeat("the families are shown", func() bool { return w.title() == "Kindred SAMPLE" }, func() { w.key("Return") })
}

// lockAndQuit locks the clinic and waits for the program to end well.
func (w *realWindow) lockAndQuit() {
	w.t.Helper()
	w.repeat("locked", func() bool { return w.title() == "Kindred" }, func() { w.key("ctrl+l") })
	late := time.After(deadline)
	for {
		w.key("ctrl+q")
		select {
		case err := <-w.done:
			if err != nil {
				w.t.Fatalf("the program ended with %v", err)
			}
			return
		case <-time.After(5 * time.Second): // the key may have come before the lock screen
		case <-late:
			w.t.Fatal("the program does not end")
		}
	}
}

// start starts the program and waits for its window.
func start(t *testing.T, binary, dir string) *realWindow {
	t.Helper()
	cmd := exec.Command(binary, "--sample", "--data", dir)
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w := &realWindow{t: t, done: make(chan error, 1), process: cmd.Process}
	go func() { w.done <- cmd.Wait() }()
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	w.repeat("a window", func() bool {
		ids := strings.Fields(w.run("search", "--onlyvisible", "--name", "^Kindred"))
		if len(ids) > 0 {
			w.id = ids[0]
		}
		return w.id != ""
	}, func() {})
	return w
}

// run is one xdotool command; a failure is an empty answer, because windows come and go.
func (w *realWindow) run(args ...string) string {
	out, err := exec.Command("xdotool", args...).Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

func (w *realWindow) title() string { return w.run("getwindowname", w.id) }

func (w *realWindow) key(keys ...string) {
	w.run("windowfocus", w.id)
	w.run(append([]string{"key", "--delay", "30"}, keys...)...)
}

func (w *realWindow) words(text string) { w.run("type", "--delay", "30", text) }

// written is a mark that differs whenever something was committed to the store.
func (w *realWindow) written(dir string) string {
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		w.t.Fatal(err)
	}
	mark := ""
	for _, file := range files {
		if info, err := os.Stat(file); err == nil && !info.IsDir() {
			mark += fmt.Sprintln(file, info.Size(), info.ModTime().UnixNano())
		}
	}
	return mark
}

// repeat acts until something is so: a key that is pressed while a screen is still coming is lost.
func (w *realWindow) repeat(what string, so func() bool, act func()) {
	w.t.Helper()
	const patience = 6 * time.Second // for one attempt
	late := time.Now().Add(deadline)
	for time.Now().Before(late) {
		act()
		for attempt := time.Now().Add(patience); time.Now().Before(attempt); {
			select {
			case err := <-w.done:
				w.t.Fatalf("the program ended before this was so: %s: %v", what, err)
			case <-time.After(50 * time.Millisecond):
			}
			if so() {
				return
			}
		}
	}
	w.t.Fatalf("never: %s; the title is %q", what, w.title())
}
