// Package pdf prints the pages of a letter: A4, embedded fonts, and the same bytes for the same
// letter. It is one of the two places that know gofpdf.
package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"github.com/jung-kurt/gofpdf"

	"kindred/internal/letter"
	"kindred/internal/letter/pages"
	scenepdf "kindred/internal/render/pdf"
)

// Options of Render.
type Options = pages.Options

// Render sets and prints the document. The bytes depend on the document and the options alone.
func Render(d *letter.Document, o Options) (out []byte, err error) {
	set, err := pages.Set(d, o)
	if err != nil {
		return nil, err
	}
	defer func() {
		// gofpdf panics on what it cannot encode; a letter that cannot be printed is an error.
		if r := recover(); r != nil {
			out, err = nil, fmt.Errorf("the letter could not be printed: %v", r)
		}
	}()
	var styles []string
	for _, page := range set {
		if err := scenepdf.Check(page); err != nil {
			return nil, err
		}
		styles = append(styles, scenepdf.Styles(page)...)
	}
	slices.Sort(styles)
	doc := gofpdf.New("P", "pt", "A4", "")
	day, ok := d.Date.Time()
	if !ok {
		day = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	doc.SetCreationDate(day)
	doc.SetModificationDate(day)
	doc.SetCatalogSort(true)
	doc.SetProducer("Kindred", true)
	doc.SetTitle(d.Title, true)
	doc.SetAutoPageBreak(false, 0)
	doc.SetMargins(0, 0, 0)
	scenepdf.RegisterFonts(doc, slices.Compact(styles)...)
	for _, page := range set {
		doc.AddPage()
		scenepdf.DrawScene(doc, page, 0, 0, page.Width)
	}
	var buffer bytes.Buffer
	if err := doc.Output(&buffer); err != nil {
		return nil, fmt.Errorf("the letter could not be printed: %w", err)
	}
	return buffer.Bytes(), nil
}
