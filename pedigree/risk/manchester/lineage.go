package manchester

import (
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// throughUnaffected reports that every line of descent between index and relative passes through more
// than one woman who reached more than the age without breast or ovarian cancer. One of whom no details
// are known, or of whom whoever told us doesn't know, is not such a woman; one not asked about is. A line climbs from the
// index to a common ancestor and comes down to the relative.
func throughUnaffected(c *risk.Case, index, relative pedigree.ID, age int) bool {
	const far = 1 << 20
	d := c.Family.Descent(true)
	at := c.Family.Index()
	from, to := d.Same[at[index]], d.Same[at[relative]]
	cost := func(i int) int {
		if i == from || i == to || !isBetween(c, &c.Family.Individuals[i], age) {
			return 0
		}
		return 1
	}
	up, least := make([]int, len(d.Parents)), make([]int, len(d.Parents))
	for i := range up {
		up[i] = far
	}
	up[from] = 0
	for k := len(d.Order) - 1; k >= 0; k-- { // children before parents
		i := d.Order[k]
		if up[i] == far {
			continue
		}
		for _, parent := range d.Parents[i] {
			if parent >= 0 {
				up[parent] = min(up[parent], up[i]+cost(parent))
			}
		}
	}
	copy(least, up)
	for _, i := range d.Order { // parents before children
		for _, parent := range d.Parents[i] {
			if parent >= 0 {
				least[i] = min(least[i], least[parent]+cost(i))
			}
		}
	}
	return least[to] > 1 && least[to] < far
}

// isBetween reports such a woman.
func isBetween(c *risk.Case, p *pedigree.Individual, age int) bool {
	if p.Sex != pedigree.Female || !p.IsPerson() {
		return false
	}
	switch p.AskedIllness() {
	case pedigree.IllnessNoDetails, pedigree.IllnessUncertain:
		return false
	}
	if p.Illness() == pedigree.IllnessPresent && len(p.Diagnoses) == 0 {
		return false
	}
	reached, known := c.Age(p)
	return known && reached.Low > age && len(risk.Primaries(p, risk.IsBreast))+len(risk.Primaries(p, risk.IsOvarian)) == 0
}
