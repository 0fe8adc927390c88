package pages

import (
	"math"

	"kindred/pedigree/draw"
)

// What a plan pays. The cheapest plan is taken, over all papers turned either way, all sizes of text
// that are readable, and all places to part. The unit is a line that says little, such as the arc
// between two symbols of one person.
const (
	// coupleCost is more than all else together: partners stay on one sheet. Those who stand further
	// apart than any sheet is wide cost no more than farCost.
	coupleCost = 1e6
	farCost    = 3.0

	// siblingsCost is more than another sheet: children of one couple are parted only where they,
	// with what stands between them, are wider than a sheet.
	siblingsCost = 16.0
	descentCost  = 8.0 // parents on another sheet than their children
	otherCost    = 1.0

	sheetCost = 10.0
	emptyCost = 6.0 // a sheet with nothing on it, and by the square of the share that is empty
	textCost  = 1.5 // each point of text under comfortable
)

// comfortable is the size of labels in points that is not made larger on several sheets.
const comfortable = 9.0

// costOf is the cost of severing a line; width is that of the widest sheet, in the Scene's points.
func costOf(e *draw.Element, width float64) float64 {
	switch e.Means {
	case draw.Partners:
		if box := draw.Extent(e.Shape, nil); box.Max.X-box.Min.X > width {
			return farCost
		}
		return coupleCost
	case draw.Siblings:
		return siblingsCost
	case draw.Descent:
		return descentCost
	}
	return otherCost
}

func empty(taken, of float64) float64 {
	share := 1 - taken/of
	return emptyCost * share * share
}

// cheaper orders costs; sums of the same costs in another order are the same.
func cheaper(a, b float64) bool { return a < b-1e-9 && !math.IsInf(a, 1) }
