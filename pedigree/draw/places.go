package draw

import (
	"strings"

	"kindred/pedigree"
)

// places records where people stand, and what a screen reader says of them.
func (d *drawing) places(dx, dy float64) {
	var said strings.Builder
	byNode := make([]*block, len(d.l.Nodes))
	for _, b := range d.blocks {
		if b.node >= 0 {
			byNode[b.node] = b
		}
	}
	for _, n := range readingOrder(d.l) {
		p := d.people[n]
		if p == nil {
			continue
		}
		c := d.at(n)
		c.X, c.Y = c.X+dx, c.Y+dy
		place := Place{
			ID: p.ID, Number: d.numbers[p.ID], Generation: d.row(n), Duplicate: d.second[n], Center: c, R: radius,
			Bounds: Box{Point{c.X - radius, c.Y - radius}, Point{c.X + radius, c.Y + radius}},
		}
		words := append([]string{d.shapeWord(p)}, d.marksInWords(p)...)
		if b := byNode[n]; b != nil {
			half := d.widest(b.lines) / 2
			place.Bounds.Min.X = min(place.Bounds.Min.X, b.x+dx-half)
			place.Bounds.Max.X = max(place.Bounds.Max.X, b.x+dx+half)
			place.Bounds.Max.Y = max(place.Bounds.Max.Y, c.Y+b.bottom())
			for _, l := range b.raw {
				words = append(words, strings.ReplaceAll(l.text, tie, " "))
			}
		}
		d.scene.People = append(d.scene.People, place)
		if !d.second[n] {
			said.WriteString(place.Number + ": " + strings.Join(words, "; ") + "\n")
		}
	}
	d.scene.Description = said.String()
}

// shapeWord names the symbol for those who cannot see it, and says no more than it shows.
func (d *drawing) shapeWord(p *pedigree.Individual) string {
	switch shown := d.s.shows(p.ID); {
	case !shown && isLoss(p):
		return "pregnancy"
	case shown && p.Pregnancy != nil:
		if p.Pregnancy.Kind == pedigree.Ongoing {
			return "pregnancy"
		}
		return string(p.Pregnancy.Kind)
	case shown && p.IsGroup():
		return "group"
	case p.Gender == pedigree.NonBinary:
		return "non-binary person"
	case p.Gender == pedigree.Woman, p.Gender == "" && p.Sex == pedigree.Female:
		return "woman"
	case p.Gender == pedigree.Man, p.Gender == "" && p.Sex == pedigree.Male:
		return "man"
	}
	return "person"
}
