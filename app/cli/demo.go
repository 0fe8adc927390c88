package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"kindred/internal/clinic"
	"kindred/internal/letter"
	"kindred/internal/render/pdf"
	"kindred/internal/render/raster"
	"kindred/internal/render/svg"
	"kindred/internal/sample"
	"kindred/internal/textmetric"
	"kindred/pedigree/draw"
	"kindred/pedigree/draw/pages"
	"kindred/pedigree/interchange"
	"kindred/pedigree/layout"
	"kindred/storage"
)

// demoEntries are what a demo leaves in its folder, and nothing else.
var demoEntries = []string{"store", "family.json", "pedigree.svg", "pedigree.pdf", "pedigree.png", "risk.json", "letter.pdf"}

// runDemo does the clinic's main job on the sample family: into the sealed store, out as a drawing,
// a risk with its working and a signed letter. All of it is made in a folder of its own and then
// moved, so that a demo that fails leaves nothing.
func runDemo(s Streams, args []string) (err error) {
	f := newFlags("demo")
	rest, err := f.parse(args, 1, 1, usageOf("demo"))
	if err != nil {
		return err
	}
	dir := rest[0]
	if err := demoMayWrite(dir); err != nil {
		return err
	}
	_, absent := os.Stat(dir)
	making := filepath.Join(dir, ".making")
	if err := os.MkdirAll(making, 0o755); err != nil {
		return fileError("make", dir, err)
	}
	defer func() {
		os.RemoveAll(making)
		if err != nil && absent != nil {
			os.Remove(dir)
		}
	}()
	if err := makeDemo(making); err != nil {
		return err
	}
	if err := os.RemoveAll(filepath.Join(dir, "store")); err != nil {
		return fileError("replace", dir, err)
	}
	for _, name := range demoEntries {
		if err := os.Rename(filepath.Join(making, name), filepath.Join(dir, name)); err != nil {
			return fileError("make", filepath.Join(dir, name), err)
		}
	}
	fmt.Fprintf(s.Out, "%s: %s\n", dir, strings.Join(demoEntries, ", "))
	return nil
}

// demoMayWrite refuses a folder in which something stands that no demo made and that a demo would
// replace. Only the demo's passphrase opens a demo's store.
func demoMayWrite(dir string) error {
	for _, name := range demoEntries[1:] {
		if info, err := os.Stat(filepath.Join(dir, name)); err == nil && !info.Mode().IsRegular() {
			return badInput("%s is not a file: choose another folder", filepath.Join(dir, name))
		}
	}
	store := filepath.Join(dir, "store")
	if _, err := os.Lstat(store); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	foreign := badInput("%s was not made by a demo: choose another folder", store)
	if !clinic.Exists(store) {
		return foreign
	}
	c, err := clinic.Open(store, []byte(sample.Passphrase))
	if errors.Is(err, storage.ErrInUse) {
		return err
	}
	if err != nil {
		return foreign
	}
	settings, err := c.Settings()
	c.Close()
	if err != nil || !settings.Sample {
		return foreign
	}
	return nil
}

// makeDemo makes every entry in an empty folder.
func makeDemo(dir string) error {
	store := filepath.Join(dir, "store")
	if err := os.RemoveAll(store); err != nil { // left by a demo that was killed
		return fileError("replace", store, err)
	}
	family, err := sample.DemoFamily()
	if err != nil {
		return err
	}
	c, _, err := clinic.Create(store, []byte(sample.Passphrase), sample.Settings())
	if err != nil {
		return storeError(err)
	}
	defer c.Close()
	id, err := c.Import(family, "sample family")
	if err != nil {
		return storeError(err)
	}
	// Everything below comes from the record, as it would in a clinic.
	session, err := c.OpenFamily(id)
	if err != nil {
		return storeError(err)
	}
	if err := demoFiles(dir, session); err != nil {
		return err
	}
	if err := demoLetter(dir, session); err != nil {
		return err
	}
	return c.Close()
}

func demoFiles(dir string, session *clinic.Session) error {
	f := session.Family()
	style, drawing := session.Style(), session.Drawing()
	style.Measure = textmetric.Letter
	arranged := layout.Arrange(f, layout.Options{Width: draw.Widths(f, style), StrictBirthOrder: drawing.StrictBirthOrder})
	scene := draw.Draw(f, arranged, style)
	answers := session.Assess(f.Subject().ID)
	at := func(name string, write func(io.Writer) error) output { return output{filepath.Join(dir, name), write} }
	return writeFiles([]output{
		at("pedigree.svg", func(w io.Writer) error { return svg.Write(w, scene, svg.Options{}) }),
		at("pedigree.pdf", func(w io.Writer) error {
			return pdf.Write(w, pages.Split(scene, pages.Options{Paper: pages.A4, Fit: true, Measure: textmetric.Letter}).Scenes(), pdf.Options{})
		}),
		at("pedigree.png", func(w io.Writer) error { return raster.Write(w, scene, raster.Options{Scale: 2}) }),
		at("risk.json", func(w io.Writer) error { return writeJSON(w, answers) }),
		at("family.json", func(w io.Writer) error {
			_, err := interchange.Write(w, interchange.JSON, f)
			return err
		}),
	})
}

func demoLetter(dir string, session *clinic.Session) error {
	f := session.Family()
	patient := f.PatientOf(f.Subject().ID)
	if patient == nil {
		return errors.New("the sample family's consultand is no patient")
	}
	id, err := session.BeginLetter(patient.ID, letter.RiskSummary)
	if err != nil {
		return err
	}
	if err := session.Sign(id, []byte(sample.Passphrase)); err != nil {
		return err
	}
	signed, err := session.SignedPDF(id)
	if err != nil {
		return err
	}
	return writeBytes(filepath.Join(dir, "letter.pdf"), signed)
}
