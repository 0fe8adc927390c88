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
}

// TestWindowUnlocksAddsASisterLocksAndClosesWithEverythingKept walks through the real window and then
// looks at what is on the disk.
func TestWindowUnlocksAddsASisterLocksAndClosesWithEverythingKept(t *testing.T) {
	binary := os.Getenv("KINDRED_WINDOW")
	if binary == "" {
		t.Skip("KINDRED_WINDOW names no binary: packaging/test builds one and gives it a display")
	}
	if _, err := exec.LookPath("xdotool"); err != nil {
		t.Skip("xdotool is not installed: packaging/test installs it")
	}
	dir := filepath.Join(t.TempDir(), "clinic")
	w := start(t, binary, dir)

	w.titled("Kindred") // the sample clinic is being made, then the lock screen
	w.until("the store is made", func() bool { return clinic.Exists(dir) })
	w.repeat("the statement has been read and the families are shown", func() bool { return w.title() == "Kindred SAMPLE" }, func() {
		w.key("ctrl+a") // an earlier attempt may have been typed into a screen that was about to go
		w.type_(sample.Passphrase)
		w.key("Return", "Return")
	})
	people := peopleIn(t, dir, w)
	w.type_("G10481")
	w.key("Return")
	w.repeat("a sister is added", func() bool { return w.grown(dir) }, func() { w.key("s") })
	w.repeat("it is locked", func() bool { return w.title() == "Kindred" }, func() { w.key("ctrl+l") })
	w.close()

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
	if entries[0].People <= people {
		t.Errorf("%d people, as before: no sister was kept", entries[0].People)
	}
}
