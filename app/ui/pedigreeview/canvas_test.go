package pedigreeview

import (
	"image"
	"image/color"
	"maps"
	"math"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

func wordsOf(s draw.Shape) string {
	if text, ok := s.(draw.Text); ok {
		return text.String
	}
	return ""
}

// three is a Scene of two people side by side and one below, made by hand.
func three() *draw.Scene {
	pen := draw.Stroke{Colour: draw.Ink, Width: 1.4}
	square := func(x, y float64) draw.Polygon {
		return draw.Polygon{Points: []draw.Point{{X: x, Y: y}, {X: x + 28, Y: y}, {X: x + 28, Y: y + 28}, {X: x, Y: y + 28}}, Fill: draw.Paper, Stroke: pen}
	}
	label := func(x, y float64, s string) draw.Text {
		return draw.Text{At: draw.Point{X: x, Y: y}, Anchor: draw.AnchorMiddle, Size: 9, Fill: draw.Ink, String: s}
	}
	return &draw.Scene{Width: 200, Height: 160, Elements: []draw.Element{
		{ID: "line", Role: draw.RoleLine, Shape: draw.Line{From: draw.Point{X: 48, Y: 34}, To: draw.Point{X: 120, Y: 34}, Stroke: pen}},
		{ID: "a", Person: "a", Role: draw.RoleSymbol, Shape: square(20, 20)},
		{ID: "b", Person: "b", Role: draw.RoleSymbol, Shape: draw.Circle{C: draw.Point{X: 134, Y: 34}, R: 14, Fill: draw.Paper, Stroke: pen}},
		{ID: "c", Person: "c", Role: draw.RoleSymbol, Shape: square(75, 100)},
		{ID: "a/label", Person: "a", Role: draw.RoleLabel, Shape: label(34, 60, "Alan, 70")},
		{ID: "c/label", Person: "c", Role: draw.RoleLabel, Shape: label(84, 140, "Carol, 40")},
	}}
}

func showing(t *testing.T, scene *draw.Scene) *Canvas {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	c := NewCanvas()
	c.Modifiers = func() fyne.KeyModifier { return 0 }
	test.NewTempWindow(t, c).Resize(fyne.NewSize(600, 400))
	c.Draw(scene)
	return c
}

func (c *Canvas) screenPosition(p draw.Point) fyne.Position {
	at := c.view.toScreen(p)
	return fyne.NewPos(float32(at.X), float32(at.Y))
}

func (c *Canvas) click(p draw.Point) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = c.screenPosition(p)
	c.MouseDown(e)
	c.MouseUp(e)
}

func TestAClickSelectsTheSymbolOrTheLabelUnderIt(t *testing.T) {
	c := showing(t, three())
	var selected []pedigree.ID
	c.OnSelect = func(id pedigree.ID) { selected = append(selected, id) }
	for _, tt := range []struct {
		at   draw.Point
		want pedigree.ID
	}{
		{draw.Point{X: 34, Y: 34}, "a"},
		{draw.Point{X: 134, Y: 34}, "b"},
		{draw.Point{X: 84, Y: 138}, "c"},  // the label
		{draw.Point{X: 190, Y: 150}, "c"}, // empty ground keeps the selection
	} {
		c.click(tt.at)
		if got := c.Selected(); got != tt.want {
			t.Errorf("at %v: selected %q, want %q", tt.at, got, tt.want)
		}
	}
	if len(selected) != 3 {
		t.Errorf("told of %v, want three selections", selected)
	}
}

func TestArrowsGoAlongTheDrawing(t *testing.T) {
	c := showing(t, three())
	c.Select("a")
	for _, tt := range []struct {
		key  fyne.KeyName
		want pedigree.ID
	}{
		{fyne.KeyRight, "b"},
		{fyne.KeyRight, "b"},
		{fyne.KeyDown, "c"},
		{fyne.KeyDown, "c"},
		{fyne.KeyUp, "b"},
		{fyne.KeyLeft, "a"},
		{fyne.KeyLeft, "a"},
	} {
		c.TypedKey(&fyne.KeyEvent{Name: tt.key})
		if got := c.Selected(); got != tt.want {
			t.Errorf("%s: selected %q, want %q", tt.key, got, tt.want)
		}
	}
}

// pixel is the colour on the screen at a place of the plane.
func (c *Canvas) pixel(p draw.Point) color.Color {
	at := image.Pt(int(math.Floor(p.X*c.mosaic.scale)), int(math.Floor(p.Y*c.mosaic.scale)))
	for place, tile := range c.mosaic.tiles {
		if at.In(place.rectangle()) && !tile.empty {
			return tile.picture.RGBAAt(at.X, at.Y)
		}
	}
	return theme.Current().Card
}

// rgba is an ink as a picture has it.
func rgba(c color.Color) color.RGBA { return color.RGBAModel.Convert(c).(color.RGBA) }

func TestSelectionRingsTheSymbolInTheAccentAndTintsIt(t *testing.T) {
	c := showing(t, three())
	p := theme.PaletteOf(theme.Light)
	inside, outline := draw.Point{X: 134, Y: 40}, draw.Point{X: 148, Y: 34}
	c.Select("b")
	if ground, line := c.pixel(inside), c.pixel(outline); ground != rgba(p.Selection) || line != rgba(p.Accent) {
		t.Errorf("selected: stroke %v, fill %v", line, ground)
	}
	c.Select("a")
	if ground := c.pixel(inside); ground != rgba(p.Card) {
		t.Errorf("no longer selected: fill %v", ground)
	}
}

func TestTheOutlineOverAFillIsEmphasisedToo(t *testing.T) {
	scene := three()
	pen := draw.Stroke{Colour: draw.Ink, Width: 1.4}
	over := draw.Circle{C: draw.Point{X: 134, Y: 34}, R: 14, Stroke: pen}
	scene.Elements = append(scene.Elements, draw.Element{ID: "b/outline", Person: "b", Role: draw.RoleMark, Shape: over})
	c := showing(t, scene)
	c.Select("b")
	if got, want := c.pixel(draw.Point{X: 148, Y: 34}), rgba(theme.Current().Accent); got != want {
		t.Errorf("the outline of an affected person who is selected is %v, want %v", got, want)
	}
}

func TestADifferenceTouchesOnlyTheElementsThatChanged(t *testing.T) {
	c := showing(t, three())
	items := maps.Clone(c.display.byID)
	next := three()
	next.Elements[5].Shape = draw.Text{At: draw.Point{X: 84, Y: 140}, Anchor: draw.AnchorMiddle, Size: 9, Fill: draw.Ink, String: "Carol, 41"}
	next.Elements = append(next.Elements[1:], draw.Element{ID: "d", Person: "d", Role: draw.RoleSymbol, Shape: draw.Circle{C: draw.Point{X: 160, Y: 120}, R: 14}})
	if got, want := c.Draw(next), (Change{Added: 1, Changed: 1, Removed: 1, Kept: 4}); got != want {
		t.Errorf("change %+v, want %+v", got, want)
	}
	for _, id := range []string{"a", "b", "c", "a/label", "c/label"} {
		if c.display.byID[id] != items[id] {
			t.Errorf("%s is a new item", id)
		}
	}
	if got := c.display.byID["c/label"].shape.(draw.Text).String; got != "Carol, 41" {
		t.Errorf("the changed label reads %q", got)
	}
	if got, want := c.Draw(next), (Change{Kept: 6}); got != want {
		t.Errorf("drawing the same again: %+v, want %+v", got, want)
	}
}

func TestOnlyTheTilesUnderAChangeArePaintedAgain(t *testing.T) {
	c := showing(t, three())
	c.Zoom(4) // several tiles
	for _, tile := range c.mosaic.tiles {
		for i := range tile.picture.Pix {
			tile.picture.Pix[i] = 7 // what nothing paints
		}
	}
	next := three()
	next.Elements[2].Shape = draw.Circle{C: draw.Point{X: 134, Y: 34}, R: 12, Fill: draw.Paper}
	changed := boundsOf(three().Elements[2].Shape)
	c.Draw(next)
	painted, kept := 0, 0
	for at, tile := range c.mosaic.tiles {
		for i := 0; i < len(tile.picture.Pix); i += 4 {
			if tile.picture.Pix[i] == 7 {
				kept++
				continue
			}
			painted++
			p := draw.Point{
				X: float64(at.x*tileSide+i/4%tileSide) / c.mosaic.scale,
				Y: float64(at.y*tileSide+i/4/tileSide) / c.mosaic.scale,
			}
			if !tile.empty && !changed.grown(3).contains(p) {
				t.Fatalf("painted at %v, where nothing changed", p)
			}
		}
	}
	if painted == 0 || kept < painted {
		t.Errorf("%d pixels were painted, %d kept", painted, kept)
	}
}

func TestTheSelectedPersonStaysWhereTheyAreWhenTheFamilyGrows(t *testing.T) {
	c := showing(t, three())
	c.Zoom(1.2)
	c.Select("c")
	before := c.view.toScreen(c.symbols[c.current].shape.centre())
	grown := three()
	for i, e := range grown.Elements { // somebody came in at the left, and everybody moved
		if p, ok := e.Shape.(draw.Polygon); ok {
			for j := range p.Points {
				p.Points[j].X += 60
			}
			grown.Elements[i].Shape = p
		}
	}
	c.Draw(grown)
	after := c.view.toScreen(c.symbols[c.current].shape.centre())
	if distance(before, after) > 1 {
		t.Errorf("the selected person moved from %v to %v", before, after)
	}
}

func TestOnlyWhatIsInSightIsPainted(t *testing.T) {
	scene := three()
	for i := range 40 { // a wide family
		far := draw.Circle{C: draw.Point{X: 200 + 100*float64(i), Y: 34}, R: 14, Fill: draw.Paper}
		scene.Elements = append(scene.Elements, draw.Element{ID: "far" + strconv.Itoa(i), Role: draw.RoleFill, Shape: far})
	}
	scene.Width = 4300
	c := showing(t, scene)
	c.Zoom(1)
	c.pan(-1e6, 0)
	c.pan(1e6, 0)
	across, down := int(c.view.width/tileSide)+2, int(c.view.height/tileSide)+2
	if got := len(c.plane.objects); got == 0 || got > across*down {
		t.Errorf("%d objects for at most %d by %d tiles in sight", got, across, down)
	}
}

func TestPanningBackPaintsNothingAgain(t *testing.T) {
	c := showing(t, three())
	c.Zoom(3)
	c.Select("a")
	before := maps.Clone(c.mosaic.tiles)
	c.pan(-200, 0)
	c.pan(200, 0)
	for at, tile := range before {
		if c.mosaic.tiles[at] != tile || !tile.stale.Empty() {
			t.Errorf("the tile at %v was painted again", at)
		}
	}
}

func TestTextBelowSixPixelsIsHiddenAndNeverSmeared(t *testing.T) {
	c := showing(t, three())
	label := c.display.byID["a/label"]
	written := func() bool {
		b := label.bounds
		for x := b.left; x < b.right; x += 0.3 {
			for y := b.top; y < b.bottom; y += 0.3 {
				if c.pixel(draw.Point{X: x, Y: y}) != rgba(theme.Current().Card) {
					return true
				}
			}
		}
		return false
	}
	for _, tt := range []struct {
		zoom float64
		want bool
	}{{1, true}, {0.3, false}, {1, true}} {
		c.Zoom(tt.zoom)
		if written() != tt.want {
			t.Errorf("at %v the label of 9 points is shown: %v", tt.zoom, !tt.want)
		}
	}
}

func TestAZoomWithTheWheelStretchesWhatIsPaintedUntilItRests(t *testing.T) {
	c := showing(t, three())
	var rested []func()
	c.later = func(_ time.Duration, do func()) { rested = append(rested, do) }
	painted := c.mosaic.scale
	at := draw.Point{X: 300, Y: 200}
	c.wheelZoom(at, 1.2)
	c.wheelZoom(at, 1.4)
	if c.mosaic.scale != painted {
		t.Errorf("painted at %v during the gesture, want %v", c.mosaic.scale, painted)
	}
	rested[0]() // the wheel has turned since
	if c.mosaic.scale != painted {
		t.Error("painted between two steps of the wheel")
	}
	rested[1]()
	if want := c.view.scale(); c.mosaic.scale != want {
		t.Errorf("painted at %v after the gesture, want %v", c.mosaic.scale, want)
	}
	c.wheelZoom(at, 5)
	if want := c.view.scale(); c.mosaic.scale != want {
		t.Errorf("stretched to more than twice the size: painted at %v, want %v", c.mosaic.scale, want)
	}
}

func TestZoomKeepsThePointOfTheSceneUnderThePointer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := viewport{
			zoom: rapid.Float64Range(0.1, 4).Draw(t, "zoom"), left: rapid.Float64Range(-500, 500).Draw(t, "left"),
			top: rapid.Float64Range(-500, 500).Draw(t, "top"), width: 800, height: 600,
		}
		at := draw.Point{X: rapid.Float64Range(0, 800).Draw(t, "x"), Y: rapid.Float64Range(0, 600).Draw(t, "y")}
		before := v.toScene(at)
		after := v.zoomAbout(at, rapid.Float64Range(0.01, 10).Draw(t, "to"))
		if after.zoom < minZoom || after.zoom > maxZoom {
			t.Fatalf("zoom %v is out of bounds", after.zoom)
		}
		if got := after.toScene(at); distance(got, before) > 1e-6*(1+math.Abs(before.X)+math.Abs(before.Y)) {
			t.Fatalf("under the pointer was %v, is %v", before, got)
		}
	})
}

func TestFitShowsTheWholeSceneAndNeverEnlargesIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width, height := rapid.Float64Range(10, 4000).Draw(t, "width"), rapid.Float64Range(10, 3000).Draw(t, "height")
		v := viewport{width: 900, height: 700}.fit(box{0, 0, width, height})
		if v.zoom > 1 {
			t.Fatalf("zoom %v", v.zoom)
		}
		end := v.toScreen(draw.Point{X: width, Y: height})
		if v.left < 0 || v.top < 0 || end.X > 900 || end.Y > 700 {
			t.Fatalf("from %v,%v to %v", v.left, v.top, end)
		}
	})
}

func TestTheWheelScrollsAndWithCtrlZoomsAboutThePointer(t *testing.T) {
	c := showing(t, three())
	top := c.view.top
	e := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -20)}
	e.Position = fyne.NewPos(100, 100)
	c.Scrolled(e)
	if c.view.top != top-20 || c.view.zoom != 1 {
		t.Errorf("the wheel: top %v, zoom %v", c.view.top, c.view.zoom)
	}
	c.Modifiers = func() fyne.KeyModifier { return fyne.KeyModifierControl }
	under := c.sceneAt(e.Position)
	e.Scrolled = fyne.NewDelta(0, 10)
	c.Scrolled(e)
	if got := c.sceneAt(e.Position); c.view.zoom <= 1 || distance(got, under) > 1e-6 {
		t.Errorf("Ctrl+wheel: zoom %v, under the pointer %v, was %v", c.view.zoom, got, under)
	}
}

func TestADraggedSymbolTellsHowFarAlongItsRow(t *testing.T) {
	c := showing(t, three())
	var moved float64
	var who pedigree.ID
	c.OnDragged = func(id pedigree.ID, points float64) { who, moved = id, points }
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = c.screenPosition(draw.Point{X: 134, Y: 34})
	c.MouseDown(e)
	c.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(28, 40)})
	c.DragEnd()
	if want := 28 / c.view.scale(); who != "b" || math.Abs(moved-want) > 1e-6 {
		t.Errorf("%q moved by %v points, want b by %v", who, moved, want)
	}
	if anchor, _ := c.anchor(); anchor.person == "b" {
		t.Error("the next Scene would hold the dragged symbol where it was and move the others")
	}
	left := c.view.left
	e.Button = desktop.MouseButtonTertiary
	c.MouseDown(e)
	c.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(15, 0)})
	c.DragEnd()
	if c.view.left != left+15 {
		t.Errorf("a middle drag pans: left %v, want %v", c.view.left, left+15)
	}
}

func TestEachHandleIsHitWhereItIsDrawn(t *testing.T) {
	c := showing(t, three())
	c.Select("c")
	var got []Handle
	c.OnHandle = func(h Handle, _ fyne.Position) { got = append(got, h) }
	for h := range handleCount {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		e.Position = c.handlePosition(h)
		c.MouseDown(e)
		c.MouseUp(e)
	}
	if len(got) != 4 || got[0] != HandleParents || got[1] != HandlePartner || got[2] != HandleChild || got[3] != HandleSibling {
		t.Errorf("handles hit: %v", got)
	}
	if c.Selected() != "c" {
		t.Errorf("a handle changed the selection to %q", c.Selected())
	}
}

func TestHoveringTellsWhoAndWhereOnceForEachPerson(t *testing.T) {
	c := showing(t, three())
	var who []pedigree.ID
	var last Spot
	c.OnHover = func(id pedigree.ID, s Spot) { who, last = append(who, id), s }
	move := func(p draw.Point) {
		e := &desktop.MouseEvent{}
		e.Position = c.screenPosition(p)
		c.MouseMoved(e)
	}
	move(draw.Point{X: 130, Y: 30})
	move(draw.Point{X: 136, Y: 36})
	if len(who) != 1 || who[0] != "b" || last.At != c.screenPosition(draw.Point{X: 120, Y: 20}) {
		t.Errorf("told %v at %+v", who, last)
	}
	c.MouseOut()
	if len(who) != 2 || who[1] != "" {
		t.Errorf("after the pointer left: %v", who)
	}
}

func TestUprightAndLevelLinesLieOnWholePixels(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scale := rapid.Float64Range(0.1, 8).Draw(t, "scale")
		x, y := rapid.Float64Range(-50, 50).Draw(t, "x"), rapid.Float64Range(-50, 50).Draw(t, "y")
		pen := draw.Stroke{Colour: draw.Ink, Width: rapid.Float64Range(0.1, 4).Draw(t, "width")}
		got := crisp(draw.Line{From: draw.Point{X: x, Y: y}, To: draw.Point{X: x, Y: y + 9}, Stroke: pen}, scale).(draw.Line)
		width, left := got.Stroke.Width*scale, (got.From.X-got.Stroke.Width/2)*scale
		if math.Abs(width-math.Round(width)) > 1e-6 || width < 1-1e-9 || math.Abs(left-math.Round(left)) > 1e-6 {
			t.Fatalf("from pixel %v, %v wide", left, width)
		}
		if got.From.X != got.To.X || math.Abs(got.From.X-x)*scale > 1 {
			t.Fatalf("moved from %v to %v", x, got.From.X)
		}
	})
}

func TestPointsPerUnitIsMeasuredBetweenTwoPeople(t *testing.T) {
	l := &layout.Layout{Nodes: []layout.Node{{ID: "a", X: 0}, {ID: "b", X: 2}}}
	symbols := []symbol{{person: "a", shape: box{10, 0, 30, 20}}, {person: "b", shape: box{110, 0, 130, 20}}}
	if got := pointsPerUnit(l, symbols); got != 50 {
		t.Errorf("got %v, want 50", got)
	}
	if got := pointsPerUnit(l, symbols[:1]); got != 0 {
		t.Errorf("one person alone: got %v, want 0", got)
	}
}
