package cli

import (
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"kindred/internal/letter"
	"kindred/internal/render/pdf"
	"kindred/internal/render/raster"
	"kindred/internal/render/svg"
	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

func runDraw(s Streams, args []string) error {
	f := newFlags("draw")
	out := f.String("o", "", "")
	anonymise := f.Bool("anonymise", false, "")
	page := f.String("page", "fit", "")
	layoutOut := f.String("layout-json", "", "")
	previousPath := f.String("previous", "", "")
	sheet := f.Bool("sheet", false, "")
	family := f.String("family", "", "")
	paths, err := f.parse(args, 0, 1, usageOf("draw"))
	if err != nil {
		return err
	}
	if *sheet {
		return badInput("draw --sheet is not available in this release")
	}
	if len(paths) == 0 {
		return badInput("usage: kindred %s", usageOf("draw"))
	}
	if err := oneOf("--page", *page, "a4", "a3", "fit"); err != nil {
		return err
	}
	if *out != "" {
		if ending := strings.ToLower(filepath.Ext(*out)); !slices.Contains([]string{".svg", ".pdf", ".png"}, ending) {
			return badInput("%s: its ending says no drawing: use .svg, .pdf or .png", *out)
		}
	}
	previous, err := readLayout(*previousPath)
	if err != nil {
		return err
	}
	chosen, _, err := readFamily(s, paths[0], *family)
	if err != nil {
		return err
	}
	var outputs []output
	if *layoutOut != "" {
		// Positions are promised on the plain grid, one unit between neighbours.
		arranged := timedLayout(chosen, layout.Options{Previous: previous})
		outputs = append(outputs, output{*layoutOut, func(w io.Writer) error { return writeJSON(w, arranged) }})
		if *out == "" {
			return writeFiles(outputs)
		}
	}
	style := draw.Style{Measure: textmetric.Letter, Anonymise: *anonymise}
	if chosen.Sample {
		style.Stamp = append(style.Stamp, letter.SampleMark)
	}
	// A file knows of no approval; one is recorded in a clinic's store alone.
	style.Stamp = append(style.Stamp, letter.EvaluationMark)
	scene := draw.Draw(chosen, layout.Arrange(chosen, layout.Options{Previous: previous, Width: draw.Widths(chosen, style)}), style)
	if *out == "" {
		return svg.Write(s.Out, scene, svg.Options{})
	}
	return writeFiles(append(outputs, output{*out, func(w io.Writer) error {
		return writeScene(w, strings.ToLower(filepath.Ext(*out)), scene, *page)
	}}))
}

func writeScene(w io.Writer, ending string, scene *draw.Scene, page string) error {
	switch ending {
	case ".pdf":
		return pdf.Write(w, scene, pdf.Options{Page: pdf.Page(page)})
	case ".png":
		return raster.Write(w, scene, raster.Options{Scale: 2})
	}
	return svg.Write(w, scene, svg.Options{})
}

// timedLayout arranges nine times and says the median, from parsed family to complete answer.
func timedLayout(f *pedigree.Family, o layout.Options) *layout.Layout {
	var arranged *layout.Layout
	ms := medianMS(func() { arranged = layout.Arrange(f, o) })
	arranged.ElapsedMS = ms
	return arranged
}

// medianMS is the median of nine runs in milliseconds, never 0.
func medianMS(run func()) float64 {
	var times []float64
	for range 9 {
		start := time.Now()
		run()
		times = append(times, float64(time.Since(start).Nanoseconds())/1e6)
	}
	slices.Sort(times)
	return max(times[len(times)/2], 1e-6)
}
