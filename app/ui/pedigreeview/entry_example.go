package pedigreeview

import "kindred/pedigree"

// example is a line that fits what is missing about whom the line is about.
func example(f *pedigree.Family, id pedigree.ID) string {
	p := f.Individual(id)
	if p == nil {
		return ""
	}
	mother, father := f.Individual(p.Mother), f.Individual(p.Father)
	switch {
	case p.Sex != pedigree.Female && p.Sex != pedigree.Male:
		return "for example: self f 41"
	case p.Age.IsZero() && p.Born.IsZero() && !p.IsDeceased():
		return "for example: self 41"
	case mother == nil:
		return "for example: m Carol 66 br 49"
	case father == nil:
		return "for example: f Alan d ~70 MI"
	case len(f.ChildrenOf(p.Mother)) <= 1:
		return "for example: s Jane 54 br 48 L   ·   2b"
	case mother.Mother == "":
		return "for example: mgm d 58 ov   ·   mat aunt Joan 66 br 49"
	case father.Father == "":
		return "for example: pgf d 70s   ·   pat uncle Ted early 60s"
	case len(f.ChildrenOf(id)) == 0:
		return "for example: son 6   ·   no children"
	}
	return "for example: mat aunt Joan 66 br 49   ·   @ Joan goes to her"
}
