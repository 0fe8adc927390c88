package draw

import "kindred/pedigree"

// Scene is a finished drawing: a display list in drawing order that a sink only has to copy out.
// Lengths are points (1/72 inch) at 100 %; the origin is the top left corner and y runs down.
type Scene struct {
	Width, Height float64
	Title         string // what a screen reader says of the whole
	Description   string // one line a person, for a screen reader
	Elements      []Element
	People        []Place // every drawn symbol of a person, by row and then from left to right
}

// Place is where a person stands in a Scene, for hit tests, selection, handles and arrow keys.
type Place struct {
	ID         pedigree.ID
	Number     string // such as "II-3"; that of the first symbol for a Duplicate
	Generation int    // row from the top, 0 first
	Duplicate  bool   // the person's second or later symbol
	Center     Point
	R          float64 // half the symbol's width
	Bounds     Box     // symbol and label together
}

// Box is an upright rectangle.
type Box struct{ Min, Max Point }

// Union is the smallest box that holds both.
func (b Box) Union(o Box) Box {
	return Box{
		Point{min(b.Min.X, o.Min.X), min(b.Min.Y, o.Min.Y)},
		Point{max(b.Max.X, o.Max.X), max(b.Max.Y, o.Max.Y)},
	}
}

// Role says what an element is, for hit tests, patient view and styling in a sink.
type Role string

// The roles.
const (
	RoleSymbol     Role = "symbol" // a person's outline
	RoleFill       Role = "fill"   // sectors and their patterns
	RoleMark       Role = "mark"   // deceased stroke, arrow, brackets, letters inside a symbol
	RoleLine       Role = "line"   // relationship, descent, sibship and individual lines
	RoleLabel      Role = "label"  // text under a symbol
	RoleGeneration Role = "generation"
	RoleKey        Role = "key"
	RoleFooter     Role = "footer"
	RoleStamp      Role = "stamp"     // SAMPLE, EVALUATION
	RoleConnector  Role = "connector" // where a line goes on to another sheet
	RoleMap        Role = "map"       // which part of the whole a sheet shows
)

// Element is one primitive. IDs are unique in a Scene and stable from one drawing of a family to
// the next, so that a view can change only what differs.
type Element struct {
	ID     string
	Person pedigree.ID // whom it belongs to; "" for none
	Role   Role
	Shape  Shape
	Means  Meaning // "" for most
}

// Meaning is what a line joins, or which mark of the key something is: whoever parts a drawing, or
// prints only a part of the key, goes by it. An element of the key has the Meaning of the marks that
// it explains; marks of a condition have one that begins with "condition:".
type Meaning string

// The meanings.
const (
	Partners Meaning = "partners" // the line of a couple
	Descent  Meaning = "descent"  // the line from parents down to that of their children
	Siblings Meaning = "siblings" // the line that children hang from, and each child's own

	Presymptomatic Meaning = "presymptomatic" // the vertical line
	Evaluated      Meaning = "evaluated"      // the asterisk
	NotInContact   Meaning = "not in contact" // the bar across a person's line
	DashedArc      Meaning = "dashed arc"     // joins two symbols of one person
	SameLetter     Meaning = "same letter"    // beside each symbol of one person
	CarrierDot     Meaning = "carrier"
	ObligateDot    Meaning = "obligate carrier"
	PossibleDot    Meaning = "possible carrier" // a question mark
)

// Shape is one of Line, Polyline, Polygon, Circle, Sector and Text.
type Shape interface{ shape() }

// Colour is a semantic or literal colour: a sink looks the ink up in its palette.
type Colour string

// The semantic colours; anything else is a literal "#RRGGBB". "" is none. The conditions' hues,
// "hue-1" to "hue-8", each with a ground "hue-1-ground", are semantic too.
const (
	Ink    Colour = "ink"    // lines and text
	Quiet  Colour = "quiet"  // secondary text
	Paper  Colour = "paper"  // the ground inside symbols
	Accent Colour = "accent" // emphasis, such as a reported variant
	Panel  Colour = "panel"  // the ground of the key
	Rule   Colour = "rule"   // the key's border
)

// Hues is how many hues there are for conditions.
const Hues = 8

// Point is a place in the Scene.
type Point struct{ X, Y float64 }

// Stroke is how a line is drawn; Dash is nil, or on and off lengths that the sink repeats.
type Stroke struct {
	Colour Colour
	Width  float64
	Dash   []float64
}

type (
	// Line is a straight line.
	Line struct {
		From, To Point
		Stroke   Stroke
	}
	// Polyline is an open path.
	Polyline struct {
		Points []Point
		Stroke Stroke
	}
	// Polygon is a closed, convex path of at most 16 points, clockwise.
	Polygon struct {
		Points []Point
		Fill   Colour
		Stroke Stroke
	}
	// Circle has centre C and radius R.
	Circle struct {
		C      Point
		R      float64
		Fill   Colour
		Stroke Stroke
	}
	// Sector is a filled pie slice from Start to End degrees, clockwise from twelve o'clock.
	Sector struct {
		C          Point
		R          float64
		Start, End float64
		Fill       Colour
	}
	// Text is one line of text whose baseline is at At.Y.
	Text struct {
		At     Point
		Anchor Anchor
		Size   float64 // points
		Bold   bool
		Italic bool
		Fill   Colour
		String string
		Angle  float64 // degrees anticlockwise, about At
	}
)

// Anchor is which part of a Text stands at its x.
type Anchor string

// The anchors.
const (
	AnchorStart  Anchor = "start"
	AnchorMiddle Anchor = "middle"
	AnchorEnd    Anchor = "end"
)

func (Line) shape()     {}
func (Polyline) shape() {}
func (Polygon) shape()  {}
func (Circle) shape()   {}
func (Sector) shape()   {}
func (Text) shape()     {}
