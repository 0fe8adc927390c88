package confirm

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"kindred/pedigree/risk"
)

// Change is what one model would say differently.
type Change struct {
	Model string
	Words string // "Manchester score: from 17 points to 9 points, then under 15: ..."
	// Size is for sorting. Its whole part is 1 where the model says something else in kind: another band,
	// an answer where there was none, or none any more. The rest is how much of the larger of the two
	// values is gained or lost, below 1.
	Size float64
}

// Compare lists what the models would say differently, the largest change first; nothing where all say
// the same. The answers are those of the same models about the same person.
func Compare(now, then []risk.Assessment) []Change {
	var changes []Change
	for i := range now {
		at := slices.IndexFunc(then, func(a risk.Assessment) bool { return a.Model == now[i].Model })
		if at < 0 {
			continue
		}
		if c, differs := compare(&now[i], &then[at]); differs {
			changes = append(changes, c)
		}
	}
	slices.SortStableFunc(changes, func(a, b Change) int { return cmp.Compare(b.Size, a.Size) })
	return changes
}

// Largest is the size of the largest change of several lists; 0 for none.
func Largest(lists ...[]Change) float64 {
	size := 0.0
	for _, changes := range lists {
		for _, c := range changes {
			size = max(size, c.Size)
		}
	}
	return size
}

func compare(now, then *risk.Assessment) (Change, bool) {
	c := Change{Model: now.Model}
	before, x := now.Said()
	after, y := then.Said()
	if before == after && now.Category == then.Category {
		return c, false
	}
	c.Words = fmt.Sprintf("%s: from %s to %s", now.Title, before, after)
	if now.Status != then.Status {
		c.Size = 1
		if then.Status != risk.OK && len(then.Because) > 0 {
			c.Words += ": " + then.Because[0]
		}
		return c, true
	}
	if now.Category != then.Category {
		c.Size = 1
		c.Words += ", then " + then.Category
	}
	if larger := max(math.Abs(x), math.Abs(y)); larger > 0 {
		c.Size += min(0.99, math.Abs(x-y)/larger)
	}
	return c, true
}
