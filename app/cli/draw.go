package cli

import (
	"fmt"
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
	"kindred/pedigree/draw/blank"
	"kindred/pedigree/draw/pages"
	"kindred/pedigree/draw/sheet"
	"kindred/pedigree/layout"
)

const drawHelp = "draws the pedigree, or with --sheet every symbol with its name and rule, or with --blank-history an empty form to take a history on paper; --page a4 or a3 fits one sheet, a PDF whose labels would print " +
	"under 5 points takes several; --tile parts the drawing over sheets on which labels print at 6.5 points or more, --tile=false never; " +
	"several sheets are one PDF, or OUT-1.svg, OUT-2.svg and so on"

// drawRequest is what the flags of draw ask for.
type drawRequest struct {
	out, layoutOut, previous, family string
	page                             string
	tile                             *bool // nil: a PDF is parted where its labels would be too small to read
	style                            draw.Style
	strict, sheet, blank             bool
}

func runDraw(s Streams, args []string) error {
	r, paths, err := parseDraw(args)
	if err != nil {
		return err
	}
	switch {
	case r.sheet:
		return writePages(s, r.out, sheet.Draw(r.style.Measure, r.style.Nomenclature), nil)
	case r.blank:
		return writePages(s, r.out, blank.Draw(r.style.Measure, []string{letter.EvaluationMark}), nil)
	}
	previous, err := readLayout(r.previous)
	if err != nil {
		return err
	}
	chosen, _, err := readFamily(s, paths[0], r.family)
	if err != nil {
		return err
	}
	if r.style.Anonymise {
		// It is for eyes that nobody can name: nothing confidential is in it, whoever told it.
		chosen = chosen.For("", pedigree.ForShowing)
	}
	arrange := layout.Options{Previous: previous, StrictBirthOrder: r.strict}
	var outputs []output
	if r.layoutOut != "" {
		// Positions are promised on the plain grid, one unit between neighbours.
		arranged := timedLayout(chosen, arrange)
		if r.style.Anonymise {
			numberNodes(arranged)
		}
		outputs = append(outputs, output{r.layoutOut, func(w io.Writer) error { return writeJSON(w, arranged) }})
		if r.out == "" {
			return writeFiles(outputs)
		}
	}
	if chosen.Sample {
		r.style.Stamp = append(r.style.Stamp, letter.SampleMark)
	}
	// A file knows of no approval; one is recorded in a clinic's store alone.
	r.style.Stamp = append(r.style.Stamp, letter.EvaluationMark)
	arrange.Width = draw.Widths(chosen, r.style)
	document := r.paginate(draw.Draw(chosen, layout.Arrange(chosen, arrange), r.style))
	if r.out == "" {
		if len(document.Pages) > 1 {
			return badInput("a drawing on %d pages needs files: name one with -o", len(document.Pages))
		}
		return svg.Write(s.Out, &document.Pages[0].Scene, svg.Options{})
	}
	return writePages(s, r.out, document.Scenes(), outputs)
}

func parseDraw(args []string) (r drawRequest, paths []string, err error) {
	f := newFlags("draw")
	f.StringVar(&r.out, "o", "", "")
	f.StringVar(&r.page, "page", "fit", "")
	f.StringVar(&r.layoutOut, "layout-json", "", "")
	f.StringVar(&r.previous, "previous", "", "")
	f.StringVar(&r.family, "family", "", "")
	f.BoolVar(&r.sheet, "sheet", false, "")
	f.BoolVar(&r.blank, "blank-history", false, "")
	f.BoolVar(&r.strict, "strict-birth-order", false, "")
	f.BoolVar(&r.style.Anonymise, "anonymise", false, "")
	f.BoolVar(&r.style.AgeBands, "age-bands", false, "")
	f.BoolVar(&r.style.HideNames, "no-names", false, "")
	tile := f.Bool("tile", false, "")
	nomenclature := f.String("nomenclature", "uk", "")
	carrierDot := f.Bool("carrier-dot", false, "")
	if paths, err = f.parse(args, 0, 1, usageOf("draw")); err != nil {
		return r, nil, err
	}
	switch {
	case r.sheet && r.blank:
		return r, nil, badInput("draw makes one sheet at a time: give --sheet or --blank-history")
	case r.blank && len(paths) > 0:
		return r, nil, badInput("draw --blank-history is an empty form and takes no family: leave out %s", paths[0])
	case r.blank && r.out == "":
		return r, nil, badInput("draw --blank-history needs a file: name one with -o")
	case r.sheet && len(paths) > 0:
		return r, nil, badInput("draw --sheet shows every symbol and takes no family: leave out %s", paths[0])
	case r.sheet && r.out == "":
		return r, nil, badInput("draw --sheet needs a file: name one with -o")
	case !r.sheet && !r.blank && len(paths) == 0:
		return r, nil, badInput("usage: kindred %s", usageOf("draw"))
	}
	if err := oneOf("--page", r.page, "a4", "a3", "fit"); err != nil {
		return r, nil, err
	}
	if err := oneOf("--nomenclature", *nomenclature, "uk", "nsgc"); err != nil {
		return r, nil, err
	}
	if f.given("tile") {
		if r.tile = tile; *tile && !f.given("page") {
			r.page = "a4"
		}
		if *tile && r.page == "fit" {
			return r, nil, badInput("--tile parts a drawing over sheets of paper: give --page a4 or --page a3, not fit")
		}
	}
	if ending := strings.ToLower(filepath.Ext(r.out)); r.out != "" && !slices.Contains([]string{".svg", ".pdf", ".png"}, ending) {
		return r, nil, badInput("%s: its ending says no drawing: use .svg, .pdf or .png", r.out)
	}
	r.style.Measure = textmetric.Letter
	if *nomenclature == "nsgc" {
		r.style.Nomenclature = draw.NSGC2022()
	}
	r.style.Nomenclature.CarrierDot = r.style.Nomenclature.CarrierDot || *carrierDot
	return r, paths, nil
}

// leastText is the size in points under which labels on one sheet are too small to be of use: a PDF
// is then parted over several sheets unless that is forbidden.
const leastText = 5

// paginate puts the drawing on paper.
func (r *drawRequest) paginate(scene *draw.Scene) *pages.Document {
	papers := map[string]pages.Paper{"a4": pages.A4, "a3": pages.A3, "fit": {}}
	o := pages.Options{Paper: papers[r.page], Measure: textmetric.Letter, Fit: true}
	if r.tile != nil {
		o.Fit = !*r.tile
		return pages.Split(scene, o)
	}
	one := pages.Split(scene, o)
	if strings.EqualFold(filepath.Ext(r.out), ".pdf") && r.page != "fit" && one.TextSize(scene) < leastText {
		o.Fit = false
		return pages.Split(scene, o)
	}
	return one
}

// writePages writes the pages with the other outputs, all of them or none: one PDF, and of the others
// one file a page, with its number before the ending where there are several.
func writePages(s Streams, path string, scenes []*draw.Scene, outputs []output) error {
	ending := filepath.Ext(path)
	if strings.EqualFold(ending, ".pdf") {
		return writeFiles(append(outputs, output{path, func(w io.Writer) error { return pdf.Write(w, scenes, pdf.Options{}) }}))
	}
	name := func(i int) string {
		if len(scenes) == 1 {
			return path
		}
		return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ending), i+1, ending)
	}
	for i, scene := range scenes {
		outputs = append(outputs, output{name(i), func(w io.Writer) error {
			if strings.EqualFold(ending, ".png") {
				return raster.Write(w, scene, raster.Options{Scale: 2})
			}
			return svg.Write(w, scene, svg.Options{})
		}})
	}
	if err := writeFiles(outputs); err != nil {
		return err
	}
	if n := len(scenes); n > 1 {
		fmt.Fprintf(s.Err, "kindred: %d pages: %s to %s\n", n, name(0), name(n-1))
	}
	return nil
}

// numberNodes puts pedigree numbers in the place of ids, and keeps apart the unknown parents, who
// have none.
func numberNodes(l *layout.Layout) {
	numbers := draw.Numbers(l)
	for i := range l.Nodes {
		n := &l.Nodes[i]
		if number, ok := numbers[n.ID]; ok {
			n.ID = pedigree.ID(number)
		} else {
			n.ID = pedigree.ID(fmt.Sprintf("?%d", i+1))
		}
	}
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
