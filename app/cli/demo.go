package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"kindred/internal/clinic"
	"kindred/internal/letter"
	"kindred/internal/render/pdf"
	"kindred/internal/render/raster"
	"kindred/internal/render/svg"
	"kindred/internal/sample"
	"kindred/internal/textmetric"
	"kindred/pedigree/draw"
	"kindred/pedigree/interchange"
	"kindred/pedigree/layout"
)

// runDemo does the clinic's main job on the sample family: into the sealed store, out as a drawing,
// a risk with its working and a signed letter.
func runDemo(s Streams, args []string) error {
	f := newFlags("demo")
	rest, err := f.parse(args, 1, 1, usageOf("demo"))
	if err != nil {
		return err
	}
	dir := rest[0]
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fileError("make", dir, err)
	}
	store := filepath.Join(dir, "store")
	if err := clearDemo(store); err != nil {
		return err
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
	fmt.Fprintf(s.Out, "%s: store, family.json, pedigree.svg, pedigree.pdf, pedigree.png, risk.json, letter.pdf\n", dir)
	return nil
}

// clearDemo removes what an earlier demo left, and nothing else: only the demo's passphrase opens a
// demo's store.
func clearDemo(store string) error {
	if !clinic.Exists(store) {
		return nil
	}
	c, err := clinic.Open(store, []byte(sample.Passphrase))
	if err != nil {
		return badInput("%s holds a store that no demo made: choose another folder", store)
	}
	settings, err := c.Settings()
	c.Close()
	if err != nil || !settings.Sample {
		return badInput("%s holds a store that no demo made: choose another folder", store)
	}
	return os.RemoveAll(store)
}

func demoFiles(dir string, session *clinic.Session) error {
	f := session.Family()
	style := draw.Style{Measure: textmetric.Letter, Stamp: session.Stamps()}
	scene := draw.Draw(f, layout.Arrange(f, layout.Options{Width: draw.Widths(f, style)}), style)
	answers := session.Assess(f.Subject().ID)
	files := map[string]func(io.Writer) error{
		"pedigree.svg": func(w io.Writer) error { return svg.Write(w, scene, svg.Options{}) },
		"pedigree.pdf": func(w io.Writer) error { return pdf.Write(w, scene, pdf.Options{}) },
		"pedigree.png": func(w io.Writer) error { return raster.Write(w, scene, raster.Options{Scale: 2}) },
		"risk.json":    func(w io.Writer) error { return writeJSON(w, answers) },
		"family.json": func(w io.Writer) error {
			_, err := interchange.Write(w, "json", f)
			return err
		},
	}
	for name, write := range files {
		if err := writeFile(filepath.Join(dir, name), write); err != nil {
			return err
		}
	}
	return nil
}

func demoLetter(dir string, session *clinic.Session) error {
	f := session.Family()
	patient := f.PatientOf(f.Subject().ID)
	if patient == nil {
		return fmt.Errorf("the sample family's consultand is no patient")
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
