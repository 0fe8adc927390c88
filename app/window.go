//go:build !ci

package main

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"kindred/app/ui"
	"kindred/app/ui/theme"
	"kindred/assets"
	"kindred/internal/clinic"
	"kindred/internal/sample"
)

// openWindow opens the clinic in the user's data folder, in the folder after --data, or with
// --sample the sample clinic, which is made on first use.
func openWindow(args []string) error {
	dir, isSample, err := where(args)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(clinic.PrintFolder(dir)); err != nil {
		return fmt.Errorf("cannot remove the last session's printing copies: %w", err)
	}
	defer os.RemoveAll(clinic.PrintFolder(dir))
	icon := fyne.NewStaticResource(filepath.Base(appIcon), assets.Must(filepath.Base(appIcon)))
	app.SetMetadata(fyne.AppMetadata{ID: appID, Name: appName, Version: version, Build: appBuild, Icon: icon, Migrations: map[string]bool{"fyneDo": true}})
	a := app.NewWithID(appID)
	a.SetIcon(icon)
	setTheme := func(m theme.Mode) { a.Settings().SetTheme(theme.New(m)) }
	setTheme(theme.Light)
	w := a.NewWindow(appName)
	w.SetMaster()
	w.SetPadded(false)
	w.Resize(sizeBefore(a.Preferences()))
	params := ui.Params{
		Window: w, Dir: dir, Theme: setTheme,
		Open: func(path string) error {
			return a.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
		},
		Closing: func(size fyne.Size) { keepSize(a.Preferences(), size) },
	}
	if isSample {
		params.Sample = sample.Passphrase
		params.Prepare = func() error { return sample.Make(dir) }
	}
	ui.Start(params)
	w.ShowAndRun()
	return nil
}

// The window's size is all that the preferences keep: they lie in the open.
const (
	widthKey  = "window.width"
	heightKey = "window.height"
)

// sizeBefore is the size the window had when it was last closed.
func sizeBefore(p fyne.Preferences) fyne.Size {
	return fyne.NewSize(float32(p.FloatWithFallback(widthKey, 1400)), float32(p.FloatWithFallback(heightKey, 846)))
}

func keepSize(p fyne.Preferences, size fyne.Size) {
	p.SetFloat(widthKey, float64(size.Width))
	p.SetFloat(heightKey, float64(size.Height))
}

func where(args []string) (dir string, isSample bool, err error) {
	for len(args) > 0 {
		switch args[0] {
		case "--sample":
			isSample = true
		case "--data":
			if len(args) < 2 {
				return "", false, errors.New("--data needs a folder")
			}
			args = args[1:]
			dir = args[0]
		default:
			return "", false, fmt.Errorf("%q is not a flag of the window: --data DIR or --sample", args[0])
		}
		args = args[1:]
	}
	if dir == "" {
		config, err := os.UserConfigDir()
		if err != nil {
			return "", false, fmt.Errorf("there is no folder for this user's data: name one with --data (%w)", err)
		}
		dir = filepath.Join(config, "kindred", "clinic")
		if isSample {
			dir = filepath.Join(config, "kindred", "sample-clinic")
		}
	}
	return dir, isSample, nil
}
