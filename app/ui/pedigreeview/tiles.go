package pedigreeview

import (
	"image"
	"math"

	"fyne.io/fyne/v2/canvas"

	"kindred/internal/render/raster"
	"kindred/internal/textmetric"
	"kindred/pedigree/draw"
)

// tileSide is the width and height of a tile in pixels. Larger tiles are fewer objects for Fyne,
// smaller ones less to hand to the graphics card after a change.
const tileSide = 256

// sparePictures is how many tiles out of sight are kept painted, so that panning back costs nothing.
const sparePictures = 40

// place of a tile in the grid.
type tilePlace struct{ x, y int }

// tile is one square of the plane as painted.
type tile struct {
	picture *image.RGBA
	object  *canvas.Raster
	stale   image.Rectangle // what has to be painted again, in pixels of the plane
	empty   bool            // nothing is drawn here: the ground shows
}

// mosaic is the drawing as painted pixels, in squares: those in sight are painted when they are first
// seen, and of a painted one only what has changed.
type mosaic struct {
	scale   float64 // pixels a point
	density float64 // pixels a device-independent pixel
	painter *raster.Painter
	tiles   map[tilePlace]*tile
	low     tilePlace // of the tiles, or lower; and their highest
	high    tilePlace
	unused  []*tile
}

// prepare begins anew where the scale is another than that of the tiles.
func (m *mosaic) prepare(scale, density float64, i inks) {
	if scale == m.scale && density == m.density {
		return
	}
	m.scale, m.density = scale, density
	if m.painter == nil {
		m.painter = raster.NewPainter(raster.Options{})
	}
	m.painter.Set(raster.Options{Palette: i.drawing, Face: textmetric.Screen, Scale: scale})
	for at := range m.tiles {
		m.drop(at)
	}
	m.low, m.high = tilePlace{math.MaxInt, math.MaxInt}, tilePlace{math.MinInt, math.MinInt}
}

// forget drops what is painted, for other inks.
func (m *mosaic) forget() { m.scale = 0 }

func (m *mosaic) drop(at tilePlace) {
	m.unused = append(m.unused, m.tiles[at])
	delete(m.tiles, at)
}

// pixels is the smallest rectangle of whole pixels about a box.
func (m *mosaic) pixels(b box) image.Rectangle {
	return image.Rect(
		int(math.Floor(b.left*m.scale))-1, int(math.Floor(b.top*m.scale))-1,
		int(math.Ceil(b.right*m.scale))+1, int(math.Ceil(b.bottom*m.scale))+1,
	)
}

// spoil says that something has changed within a box.
func (m *mosaic) spoil(b box) {
	spoilt := m.pixels(b)
	low, high := holding(spoilt.Min), holding(spoilt.Max)
	low.x, low.y, high.x, high.y = max(low.x, m.low.x), max(low.y, m.low.y), min(high.x, m.high.x), min(high.y, m.high.y)
	for y := low.y; y <= high.y; y++ {
		for x := low.x; x <= high.x; x++ {
			at := tilePlace{x, y}
			if t := m.tiles[at]; t != nil {
				t.stale = t.stale.Union(spoilt.Intersect(at.rectangle()))
			}
		}
	}
}

// holding is the tile that a pixel of the plane lies in.
func holding(p image.Point) tilePlace {
	down := func(v int) int { return int(math.Floor(float64(v) / tileSide)) }
	return tilePlace{down(p.X), down(p.Y)}
}

func (at tilePlace) rectangle() image.Rectangle {
	return image.Rect(at.x*tileSide, at.y*tileSide, (at.x+1)*tileSide, (at.y+1)*tileSide)
}

// cover paints what is missing or stale in sight, and calls show for each tile that is not empty.
func (m *mosaic) cover(seen box, items []*item, show func(tilePlace, *tile)) {
	if m.tiles == nil {
		m.tiles = map[tilePlace]*tile{}
	}
	sight := m.pixels(seen)
	low, high := holding(sight.Min), holding(sight.Max)
	m.low = tilePlace{min(m.low.x, low.x), min(m.low.y, low.y)}
	m.high = tilePlace{max(m.high.x, high.x), max(m.high.y, high.y)}
	inSight := 0
	for y := low.y; y <= high.y; y++ {
		for x := low.x; x <= high.x; x++ {
			at := tilePlace{x, y}
			t, painted := m.tiles[at]
			if !painted {
				t = m.fresh(at)
				m.tiles[at] = t
			}
			if !t.stale.Empty() {
				m.paint(t, items)
			}
			if !t.empty {
				show(at, t)
			}
			inSight++
		}
	}
	if len(m.tiles) > inSight+sparePictures {
		for at := range m.tiles {
			if at.x < low.x || at.x > high.x || at.y < low.y || at.y > high.y {
				m.drop(at)
			}
		}
	}
}

// fresh is an unpainted tile.
func (m *mosaic) fresh(at tilePlace) *tile {
	var t *tile
	if n := len(m.unused); n > 0 {
		t, m.unused = m.unused[n-1], m.unused[:n-1]
	} else {
		whole := image.NewRGBA(image.Rect(0, 0, tileSide, tileSide))
		t = &tile{picture: &image.RGBA{Pix: whole.Pix, Stride: whole.Stride}}
		t.object = canvas.NewRaster(func(int, int) image.Image { return whole }) // the same pixels, but from 0, 0
	}
	t.picture.Rect = at.rectangle()
	t.stale, t.empty = t.picture.Rect, true
	return t
}

// paint paints the stale part of a tile.
func (m *mosaic) paint(t *tile, items []*item) {
	if t.empty {
		t.stale = t.picture.Rect // what it holds is from another place
	}
	part := t.picture.SubImage(t.stale).(*image.RGBA)
	cleared := false
	within := box{
		float64(t.stale.Min.X) / m.scale, float64(t.stale.Min.Y) / m.scale,
		float64(t.stale.Max.X) / m.scale, float64(t.stale.Max.Y) / m.scale,
	}.grown(1 / m.scale)
	for _, it := range items {
		if !it.bounds.overlaps(within) || !m.legible(it.shape) {
			continue
		}
		if !cleared {
			m.painter.Clear(part)
			cleared, t.empty = true, false
		}
		m.painter.Paint(part, crisp(it.dressed(), m.scale))
	}
	if !cleared && !t.empty {
		m.painter.Clear(part)
	}
	t.stale = image.Rectangle{}
	canvas.Refresh(t.object)
}

// legible reports that a shape is not a text that would be a smear.
func (m *mosaic) legible(s draw.Shape) bool {
	text, is := s.(draw.Text)
	return !is || text.Size*m.scale/m.density >= minText
}
