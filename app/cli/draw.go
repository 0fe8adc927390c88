package cli

import (
	"encoding/json"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

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
	family := f.String("family", "", "")
	paths, err := f.parse(args, 1, 1, usageOf("draw"))
	if err != nil {
		return err
	}
	if err := oneOf("--page", *page, "a4", "a3", "fit"); err != nil {
		return err
	}
	if *out != "" {
		if err := oneOf("the ending of "+*out, strings.ToLower(filepath.Ext(*out)), ".svg", ".pdf", ".png"); err != nil {
			return err
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
	if *layoutOut != "" {
		// Positions are promised on the plain grid, one unit between neighbours.
		arranged := timedLayout(chosen, layout.Options{Previous: previous})
		if err := writeFile(*layoutOut, func(w io.Writer) error { return writeJSON(w, arranged) }); err != nil {
			return err
		}
		if *out == "" {
			return nil
		}
	}
	style := draw.Style{Measure: textmetric.Letter, Anonymise: *anonymise}
	if chosen.Sample {
		style.Stamp = append(style.Stamp, "SAMPLE")
	}
	scene := draw.Draw(chosen, layout.Arrange(chosen, layout.Options{Previous: previous, Width: draw.Widths(chosen, style)}), style)
	if *out == "" {
		return svg.Write(s.Out, scene, svg.Options{})
	}
	return writeFile(*out, func(w io.Writer) error { return writeScene(w, strings.ToLower(filepath.Ext(*out)), scene, *page) })
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

func readLayout(path string) (*layout.Layout, error) {
	if path == "" {
		return nil, nil
	}
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	l := &layout.Layout{}
	if err := json.Unmarshal(data, l); err != nil {
		return nil, badInput("%s is not a layout that --layout-json wrote: %v", path, err)
	}
	for _, u := range l.Unions {
		if !inNodes(l, u[0]) || !inNodes(l, u[1]) {
			return nil, badInput("%s: a union names a node that is not there", path)
		}
	}
	for _, sibship := range l.Sibships {
		for _, i := range append(slices.Clone(sibship.Children), sibship.Parents[:]...) {
			if !inNodes(l, i) {
				return nil, badInput("%s: a sibship names a node that is not there", path)
			}
		}
	}
	return l, nil
}

func inNodes(l *layout.Layout, i int) bool { return i >= 0 && i < len(l.Nodes) }
