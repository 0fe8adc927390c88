package printview

import (
	"fmt"
	"image"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/internal/render/palette"
	"kindred/internal/render/raster"
	"kindred/pedigree/draw"
)

// work is what is done in the background. Askings are counted, so that what was overtaken is dropped.
type work struct {
	pages   atomic.Int64 // askings for pages
	picture atomic.Int64 // askings for the picture of the page in sight

	making bool // pages are being made: a large family takes seconds, and two at once would take longer
	again  bool // something was chosen meanwhile
}

// stop drops whatever is on its way.
func (w *work) stop() {
	w.pages.Add(1)
	w.picture.Add(1)
}

// Reload makes the pages anew from the record as it stands, in the background.
func (s *Screen) Reload() {
	s.work.stop()
	s.shown = nil // the pages in sight are not what was chosen: nothing may print them under its name
	s.enable(false)
	s.showAges()
	s.summary.Set(theme.InkQuiet, "Making the pages…")
	s.who.Set(theme.InkQuiet, copyWords(s.choice.copy, s.p.Session.Family().Patient(s.patient)))
	s.rules.Set(theme.InkQuiet, rulesWords(s.p.Session.Drawing().Nomenclature, s.p.Session.Stamps()))
	if s.work.making {
		s.work.again = true
		return
	}
	s.work.making = true
	asked := s.work.pages.Load()
	printing := clinic.Printing{
		Copy: s.choice.copy, Patient: s.patient, AgeBands: s.choice.bands, Page: s.choice.page(), Previous: s.p.Layout(),
	}
	s.p.Background(func() {
		made := s.p.Session.PrintPedigree(printing)
		s.p.Run(func() { s.made(made, asked) })
		s.drawThumbs(made, asked)
	})
}

// made takes up pages, unless something else was asked for meanwhile.
func (s *Screen) made(pages *clinic.Printout, asked int64) {
	s.work.making = false
	switch {
	case s.work.again:
		s.work.again = false
		s.Reload()
	case s.work.pages.Load() == asked:
		s.show(pages)
	}
}

// drawThumbs draws the thumbnails of several pages, one after the other.
func (s *Screen) drawThumbs(made *clinic.Printout, asked int64) {
	if len(made.Document.Pages) == 1 {
		return
	}
	for i := range made.Document.Pages {
		if s.work.pages.Load() != asked {
			return
		}
		page := &made.Document.Pages[i].Scene
		small, err := pictureOf(page, 2*float64(thumbWidth)/page.Width)
		s.p.Run(func() {
			if err == nil && s.work.pages.Load() == asked && i < len(s.thumbs.Objects) {
				s.thumbs.Objects[i].(*thumb).show(small)
			}
		})
	}
}

// show takes up pages that are made.
func (s *Screen) show(made *clinic.Printout) {
	s.shown = made
	s.enable(true)
	s.summary.Set(theme.InkText, summaryWords(made, s.choice.paper))
	tone, words := sizeWords(made)
	s.legible.Objects = []fyne.CanvasObject{theme.NewBanner(tone, words)}
	s.legible.Refresh()
	s.thumbs.RemoveAll()
	count := len(made.Document.Pages)
	for i := range made.Document.Pages {
		if count > 1 {
			page := &made.Document.Pages[i].Scene
			s.thumbs.Add(newThumb(fmt.Sprintf("%d", i+1), ratioOf(page), func() { s.turnTo(i) }))
		}
	}
	if count > 1 {
		s.rail.Show()
	} else {
		s.rail.Hide()
	}
	s.Content.Refresh()
	s.turnTo(min(s.page, count-1))
}

// turnTo puts a page in sight, by its index.
func (s *Screen) turnTo(i int) {
	if s.shown == nil || i < 0 || i >= len(s.shown.Document.Pages) {
		return
	}
	s.page = i
	for at, o := range s.thumbs.Objects {
		o.(*thumb).setSelected(at == i)
		if at == i {
			s.bringIntoSight(o)
		}
	}
	page := s.shown.Document.Pages[i]
	words := fmt.Sprintf("Page %d of %d", i+1, len(s.shown.Document.Pages))
	if len(s.shown.Document.Pages) > 1 {
		words += fmt.Sprintf(" · row %d, column %d · %s and %s turn", page.Row+1, page.Column+1, keymap.LabelOf(keymap.PageBefore), keymap.LabelOf(keymap.NextPage))
	}
	s.leaf.caption.Set(words + fmt.Sprintf(" · %s and %s zoom", keymap.LabelOf(keymap.ZoomIn), keymap.LabelOf(keymap.ZoomOut)))
	s.leaf.Refresh()
	s.draw()
}

// bringIntoSight scrolls the rail to a thumbnail.
func (s *Screen) bringIntoSight(o fyne.CanvasObject) {
	top, height := o.Position().Y, o.Size().Height
	offset := s.rail.Offset.Y
	if top < offset {
		offset = top
	}
	if room := s.rail.Size().Height; top+height > offset+room {
		offset = top + height - room
	}
	s.rail.ScrollToOffset(fyne.NewPos(0, offset))
}

// draw makes the picture of the page in sight, as large as it is shown; the newest asking wins.
func (s *Screen) draw() {
	if s.shown == nil {
		return
	}
	page := &s.shown.Document.Pages[s.page].Scene
	ratio := ratioOf(page)
	room := s.leaf.pageSize(ratio)
	if room.Width <= 0 {
		return
	}
	scale := float64(room.Width) / page.Width
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.leaf); c != nil {
		scale *= float64(c.Scale())
	}
	asked := s.work.picture.Add(1)
	s.p.Background(func() {
		if s.work.picture.Load() != asked {
			return
		}
		picture, err := pictureOf(page, scale)
		s.p.Run(func() {
			switch {
			case s.work.picture.Load() != asked:
			case err != nil:
				s.say(theme.InkWarn, err.Error())
			default:
				s.leaf.show(picture, ratio)
			}
		})
	})
}

// pictureOf is a page as it will print.
func pictureOf(page *draw.Scene, scale float64) (image.Image, error) {
	return raster.Image(page, raster.Options{Palette: palette.Print, Scale: scale})
}

func ratioOf(page *draw.Scene) float32 { return float32(page.Height / page.Width) }

// enable lets the pages be printed and saved, or not while they are made.
func (s *Screen) enable(on bool) {
	s.print.SetEnabled(on)
	s.pdf.SetEnabled(on)
	s.picture.SetEnabled(on)
}
