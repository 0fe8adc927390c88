package ui

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/internal/sample"
	"kindred/storage"
	"kindred/storage/seal"
)

// desk is a laptop with Kindred on it, in the test driver: what runs in the background runs at once,
// what comes back from elsewhere waits in a queue until the test takes it.
type desk struct {
	*Shell
	t      *testing.T
	window fyne.Window
	queue  chan func()
	opened []string // files shown in the system's viewer
}

// newDesk starts Kindred on a store; without one it shows set-up.
func newDesk(t *testing.T, dir string) *desk {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light))
	d := &desk{t: t, window: test.NewTempWindow(t, widget.NewLabel("")), queue: make(chan func(), 4096)}
	d.window.Resize(fyne.NewSize(1400, 846))
	d.Shell = Start(Params{
		Window: d.window, Dir: dir, Theme: func(m theme.Mode) { app.Settings().SetTheme(theme.New(m)) },
		Open:       func(path string) error { d.opened = append(d.opened, path); return nil },
		Background: func(work func()) { work() },
		Run:        func(f func()) { d.queue <- f },
		Later:      func(time.Duration, func()) {},
	})
	t.Cleanup(func() { _ = d.close() })
	return d
}

var (
	madeOnce sync.Once
	madeIn   string
	madeErr  error
)

// sampleStore is a copy of a sample clinic of three families whose statement has been read.
func sampleStore(t *testing.T) string {
	t.Helper()
	madeOnce.Do(func() { madeIn, madeErr = makeSample() })
	if madeErr != nil {
		t.Fatal(madeErr)
	}
	dir := filepath.Join(t.TempDir(), "store")
	if err := os.CopyFS(dir, os.DirFS(madeIn)); err != nil {
		t.Fatal(err)
	}
	return dir
}

func makeSample() (string, error) {
	dir, err := os.MkdirTemp("", "kindred-ui-test-")
	if err != nil {
		return "", err
	}
	if _, err := storage.Init(dir, []byte(sample.Passphrase), storage.Params{Cost: seal.FloorCost()}); err != nil {
		return "", err
	}
	c, err := clinic.Open(dir, []byte(sample.Passphrase))
	if err != nil {
		return "", err
	}
	defer c.Close()
	settings := sample.Settings()
	settings.StatementReadOn = "2026-11-21"
	if err := c.PutSettings(settings); err != nil {
		return "", err
	}
	families, err := sample.Families()
	if err != nil {
		return "", err
	}
	_, err = c.ImportAll(families[:3], "sample family")
	return dir, err
}

func TestMain(m *testing.M) {
	code := m.Run()
	if madeIn != "" {
		os.RemoveAll(madeIn)
	}
	os.Exit(code)
}

// unlockedDesk is a desk on the sample store, with the families in sight.
func unlockedDesk(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t, sampleStore(t))
	d.unlock(sample.Passphrase)
	if d.clinic == nil {
		t.Fatalf("the sample store does not open: %q", d.texts())
	}
	return d
}

func (d *desk) unlock(passphrase string) {
	d.t.Helper()
	d.entry("Passphrase").SetText(passphrase)
	d.press("Unlock")
}

// openFamilyNamed searches a family, opens it, and waits until it is drawn.
func (d *desk) openFamilyNamed(name string) {
	d.t.Helper()
	search := d.entry("Search by")
	search.SetText(name)
	search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	d.until("the pedigree is drawn", func() bool { return d.family != nil && d.family.pedigree.Scene() != nil })
}

// until takes what comes back from elsewhere until something is so.
func (d *desk) until(what string, so func() bool) {
	d.t.Helper()
	late := time.After(30 * time.Second)
	for !so() {
		select {
		case f := <-d.queue:
			f()
		case <-late:
			d.t.Fatalf("never: %s", what)
		}
	}
}

// key presses a key as the window would: the focused object has it alone.
func (d *desk) key(name fyne.KeyName) {
	if focused := d.window.Canvas().Focused(); focused != nil {
		focused.TypedKey(&fyne.KeyEvent{Name: name})
		return
	}
	d.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
}

// ctrl presses a shortcut of the window, which fields hand on.
func (d *desk) ctrl(name fyne.KeyName) {
	command, ok := keymap.ForShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierControl})
	if !ok {
		d.t.Fatalf("Ctrl+%s is no shortcut", name)
	}
	d.command(command)
}

// press presses the visible button whose words begin so.
func (d *desk) press(words string) {
	d.t.Helper()
	b := d.button(words)
	if b == nil {
		d.t.Fatalf("no button %q among %q", words, d.texts())
	}
	b.Tapped(nil)
}

func (d *desk) button(words string) *theme.Button {
	var found *theme.Button
	d.walk(func(o fyne.CanvasObject) {
		if b, ok := o.(*theme.Button); ok && found == nil && strings.HasPrefix(b.Words, words) {
			found = b
		}
	})
	return found
}

// entry is the visible field whose hint begins so.
func (d *desk) entry(hint string) *theme.Entry {
	d.t.Helper()
	var found *theme.Entry
	d.walk(func(o fyne.CanvasObject) {
		if e, ok := o.(*theme.Entry); ok && found == nil && strings.HasPrefix(e.PlaceHolder, hint) {
			found = e
		}
	})
	if found == nil {
		d.t.Fatalf("no field %q among %q", hint, d.texts())
	}
	return found
}

// texts is every word in sight, dialogs included.
func (d *desk) texts() string {
	var all []string
	d.walk(func(o fyne.CanvasObject) {
		if text, ok := o.(*canvas.Text); ok && text.Text != "" {
			all = append(all, text.Text)
		}
	})
	return strings.Join(all, "\n")
}

func (d *desk) shows(words string) bool { return strings.Contains(d.texts(), words) }

// walk visits everything that is visible.
func (d *desk) walk(visit func(fyne.CanvasObject)) {
	c := d.window.Canvas()
	for _, root := range append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...) {
		d.walkIn(root, visit)
	}
}

func (d *desk) walkIn(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			d.walkIn(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			d.walkIn(child, visit)
		}
	}
}
