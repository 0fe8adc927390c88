package pedigree

// Question is something asked about a person whose answer "none", "doesn't know" or "not asked" has
// no field of its own. Yes needs no entry: the people or the illness are recorded themselves.
type Question string

// The questions. Brothers, sisters and siblings are those of the person: "maternal aunts: none" is
// asked of the mother's sisters.
const (
	AskedCancer   Question = "cancer" // No is "asked, none": of the dead and the living alike
	AskedBrothers Question = "brothers"
	AskedSisters  Question = "sisters"
	AskedSiblings Question = "siblings"
	AskedChildren Question = "children"
	AskedPartners Question = "partners"
	AskedLosses   Question = "pregnancy losses"
	AskedTests    Question = "gene tests"
	AskedSurgery  Question = "operations"
	AskedAncestry Question = "ancestry"
)

// SetAsked records an answer; NotAsked takes it away.
func (p *Individual) SetAsked(q Question, a Answer) {
	if a == NotAsked {
		delete(p.Asked, q)
		if len(p.Asked) == 0 {
			p.Asked = nil
		}
		return
	}
	if p.Asked == nil {
		p.Asked = map[Question]Answer{}
	}
	p.Asked[q] = a
}
