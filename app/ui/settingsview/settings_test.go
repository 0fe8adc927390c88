package settingsview

import (
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/storage"
	"kindred/storage/seal"
)

// newClinic is a clinic in a folder of its own.
func newClinic(t *testing.T) *clinic.Clinic {
	t.Helper()
	const passphrase = "an invented passphrase"
	dir := t.TempDir()
	if _, err := storage.Init(dir, []byte(passphrase), storage.Params{Cost: seal.FloorCost()}); err != nil {
		t.Fatal(err)
	}
	c, err := clinic.Open(dir, []byte(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

func TestTheEvaluationMarkGoesOnlyWhenTheApprovalIsComplete(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	c := newClinic(t)
	s := &screen{
		p:    Params{Clinic: c, Window: test.NewTempWindow(t, widget.NewLabel("")), Theme: func(theme.Mode) {}, Changed: func() {}},
		note: theme.NewText(""),
	}
	for _, step := range []struct {
		what   string
		change func(*clinic.Approval)
	}{
		{"name", func(a *clinic.Approval) { a.Name = "C Officer" }},
		{"role", func(a *clinic.Approval) { a.Role = "Clinical Safety Officer" }},
		{"date", func(a *clinic.Approval) { a.On = "2026-11-21" }},
		{"reference", func(a *clinic.Approval) { a.Reference = "CSO-1" }},
	} {
		if !s.settings.Evaluation() {
			t.Fatalf("approved before the %s is recorded", step.what)
		}
		s.approve(step.change)
	}
	kept, err := c.Settings()
	if err != nil || kept.Evaluation() || s.settings.Evaluation() {
		t.Fatalf("complete, and still an evaluation: %+v, %v", kept.Approval, err)
	}
	s.approve(func(a *clinic.Approval) { a.Reference = "" })
	if !s.settings.Evaluation() {
		t.Error("the mark does not come back when the reference is taken away")
	}
}
