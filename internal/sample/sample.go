// Package sample is the sample clinic: invented families that show what the program does, in a store
// of their own that is marked SAMPLE everywhere.
package sample

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kindred/assets"
	"kindred/internal/clinic"
	"kindred/internal/letter"
	"kindred/pedigree"
	"kindred/pedigree/interchange"
)

// Passphrase of the sample clinic. It protects nobody: everyone in it is invented, and its lock
// screen shows it.
const Passphrase = "sample clinic"

// Demo is the reference of the family that shows the whole main job.
const Demo = "SAMPLE G10481"

// Settings of the sample clinic.
func Settings() clinic.Settings {
	return clinic.Settings{
		Sample: true,
		Author: clinic.Author{Name: "A Counsellor", Role: "Genetic Counsellor"},
		Service: letter.Service{
			Name: "Clinical Genetics Service", Clinic: "Outreach clinic, Exampletown", Phone: "01632 960 123",
		},
	}
}

// Families are the sample families, by file name.
func Families() ([]*pedigree.Family, error) {
	entries, err := assets.Files.ReadDir("families")
	if err != nil {
		return nil, err
	}
	var families []*pedigree.Family
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".json") {
			continue
		}
		result, err := interchange.Read(e.Name(), assets.Must("families/"+e.Name()))
		if err != nil {
			return nil, fmt.Errorf("sample family %s: %w", e.Name(), err)
		}
		families = append(families, result.Families...)
	}
	return families, nil
}

// DemoFamily is the family called Demo.
func DemoFamily() (*pedigree.Family, error) {
	families, err := Families()
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(families, func(f *pedigree.Family) bool { return f.Name == Demo })
	if i < 0 {
		return nil, fmt.Errorf("the sample clinic has no family %s", Demo)
	}
	return families[i], nil
}

// Make makes the sample clinic in dir unless it is there already. A clinic that was only half made
// is never left behind.
func Make(dir string) error {
	if clinic.Exists(dir) {
		return nil
	}
	families, err := Families()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
		return err
	}
	half := dir + ".making"
	if err := os.RemoveAll(half); err != nil {
		return err
	}
	c, _, err := clinic.Create(half, []byte(Passphrase), Settings())
	if err != nil {
		return err
	}
	_, err = c.ImportAll(families, "sample family")
	if err := errors.Join(err, c.Close()); err != nil {
		return errors.Join(err, os.RemoveAll(half))
	}
	// An empty folder may stand in the way; one that holds anything is left alone.
	if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(fmt.Errorf("%s is not empty: choose another folder for the sample clinic", dir), os.RemoveAll(half))
	}
	return os.Rename(half, dir)
}
