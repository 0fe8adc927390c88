package amend

import (
	"fmt"
	"slices"

	"kindred/pedigree"
)

// Branch is a sibship that the numbers of a frame are about.
type Branch uint8

// The branches, in the order in which they are asked.
const (
	OwnSiblings     Branch = iota // by both parents
	HalfByMother                  // the mother's other children
	HalfByFather                  // the father's other children
	OwnChildren                   // sons and daughters
	MothersSiblings               // uncles and aunts
	FathersSiblings
	branches
)

// Branches lists them.
var Branches = []Branch{OwnSiblings, HalfByMother, HalfByFather, OwnChildren, MothersSiblings, FathersSiblings}

// Numbers are the answers about one branch.
type Numbers struct {
	Male, Female Number
	// Children has one answer for each of the branch, the male ones first and each sex in birth order as
	// the family has them: nephews and nieces, grandchildren, cousins.
	Children []Number
}

// Frame is a family in numbers.
type Frame [branches]Numbers

// IsEmpty reports that nothing was answered.
func (fr *Frame) IsEmpty() bool {
	for _, n := range fr {
		if n.Male != (Number{}) || n.Female != (Number{}) || len(n.Children) > 0 {
			return false
		}
	}
	return true
}

// BuildFrame adds whoever is missing for the numbers of a frame to be right, and records the answers
// "none" and "doesn't know": first both parents, and the four grandparents wherever a number is about
// them. People who are there count; more people than the number says are left alone. Those added have
// a sex and a place, and no name. Of some of unknown number one symbol for several is added; children
// of each have no sex yet. It returns who was added; the family is changed in place, and an error
// leaves it half done, as in every edit of this package that is given a copy.
func BuildFrame(f *pedigree.Family, subject pedigree.ID, fr Frame, ids func() pedigree.ID) ([]pedigree.ID, error) {
	if _, err := find(f, subject); err != nil {
		return nil, err
	}
	b := &builder{Family: f, subject: subject, ids: ids, there: f.Index()}
	if err := b.ancestors(fr); err != nil {
		return nil, err
	}
	for branch, numbers := range fr {
		if err := b.branch(Branch(branch), numbers); err != nil {
			return nil, err
		}
	}
	var added []pedigree.ID
	for i := range f.Individuals {
		if _, before := b.there[f.Individuals[i].ID]; !before {
			added = append(added, f.Individuals[i].ID)
		}
	}
	return added, nil
}

// builder builds a frame.
type builder struct {
	*pedigree.Family
	subject        pedigree.ID
	mother, father pedigree.ID
	ids            func() pedigree.ID
	there          map[pedigree.ID]int // who was there before
}

// ancestors adds the parents, and the grandparents of a side of which something was answered.
func (b *builder) ancestors(fr Frame) (err error) {
	if b.mother, b.father, err = AddParents(b.Family, b.subject, b.ids); err != nil {
		return err
	}
	for branch, parent := range map[Branch]pedigree.ID{MothersSiblings: b.mother, FathersSiblings: b.father} {
		if n := fr[branch]; n.Male != (Number{}) || n.Female != (Number{}) {
			if _, _, err = AddParents(b.Family, parent, b.ids); err != nil {
				return err
			}
		}
	}
	return nil
}

// branch adds the people of one branch and their children.
func (b *builder) branch(branch Branch, n Numbers) error {
	var all []pedigree.ID
	for _, sex := range []pedigree.Sex{pedigree.Male, pedigree.Female} {
		number := n.Male
		if sex == pedigree.Female {
			number = n.Female
		}
		if err := b.fill(branch, sex, number); err != nil {
			return err
		}
		all = append(all, b.members(branch, sex)...)
	}
	if len(n.Children) > len(all) {
		return fmt.Errorf("%d numbers of children for %d people: give one number for each, brothers first", len(n.Children), len(all))
	}
	for i, number := range n.Children {
		if err := b.children(all[i], number); err != nil {
			return err
		}
	}
	b.asked(branch, n)
	return nil
}

// fill adds as many of one sex as are missing.
func (b *builder) fill(branch Branch, sex pedigree.Sex, number Number) error {
	members := b.members(branch, sex)
	missing := number.Count - b.people(members)
	some := number == Number{Answer: pedigree.Yes}
	if some && len(members) == 0 {
		missing = 1
	}
	for range max(0, missing) {
		id, err := b.add(branch, sex)
		if err != nil {
			return err
		}
		b.Individual(id).CountUnknown = some
	}
	return nil
}

// add adds one person to a branch.
func (b *builder) add(branch Branch, sex pedigree.Sex) (pedigree.ID, error) {
	switch branch {
	case HalfByMother:
		return b.addHalf(b.mother, b.father, sex)
	case HalfByFather:
		return b.addHalf(b.father, b.mother, sex)
	case OwnChildren:
		return b.addChild(b.subject, sex)
	case MothersSiblings:
		return AddSibling(b.Family, b.mother, sex, b.ids)
	case FathersSiblings:
		return AddSibling(b.Family, b.father, sex, b.ids)
	}
	return AddSibling(b.Family, b.subject, sex, b.ids)
}

// addHalf adds a child of one parent with the other partner they have, or with a new one: nobody said
// that half-brothers and half-sisters have different parents.
func (b *builder) addHalf(through, other pedigree.ID, sex pedigree.Sex) (pedigree.ID, error) {
	for _, partner := range b.PartnersOf(through) {
		if partner != other {
			return AddChild(b.Family, through, sex, partner, b.ids)
		}
	}
	return AddHalfSibling(b.Family, b.subject, through, sex, b.ids)
}

// addChild adds a child with the only or the last partner; who of several the other parent is, the user
// can say on the pedigree.
func (b *builder) addChild(id pedigree.ID, sex pedigree.Sex) (pedigree.ID, error) {
	partners := coParents(b.Family, id)
	if len(partners) == 0 {
		return AddChild(b.Family, id, sex, "", b.ids)
	}
	return AddChild(b.Family, id, sex, partners[len(partners)-1], b.ids)
}

// children adds the children of one of a branch, their sex not known.
func (b *builder) children(of pedigree.ID, number Number) error {
	there := b.born(of)
	missing := number.Count - b.people(there)
	some := number == Number{Answer: pedigree.Yes}
	if some && len(there) == 0 {
		missing = 1
	}
	for range max(0, missing) {
		id, err := b.addChild(of, pedigree.SexUnknown)
		if err != nil {
			return err
		}
		b.Individual(id).CountUnknown = some
	}
	b.note(of, pedigree.AskedChildren, number, len(there) > 0)
	return nil
}

// asked records what is none, or not known, where nobody is there.
func (b *builder) asked(branch Branch, n Numbers) {
	male, female := len(b.members(branch, pedigree.Male)) > 0, len(b.members(branch, pedigree.Female)) > 0
	switch branch {
	case OwnSiblings, MothersSiblings, FathersSiblings:
		whose := map[Branch]pedigree.ID{OwnSiblings: b.subject, MothersSiblings: b.mother, FathersSiblings: b.father}[branch]
		b.note(whose, pedigree.AskedBrothers, n.Male, male)
		b.note(whose, pedigree.AskedSisters, n.Female, female)
	case OwnChildren:
		if n.Male.Answer == n.Female.Answer && !male && !female {
			b.note(b.subject, pedigree.AskedChildren, n.Male, false)
		}
	case HalfByMother, HalfByFather:
		// Of half-brothers and half-sisters the record has no answer apart from the people themselves.
	}
}

func (b *builder) note(whose pedigree.ID, q pedigree.Question, number Number, there bool) {
	if there || number.Answer != pedigree.No && number.Answer != pedigree.DontKnow {
		return
	}
	b.Individual(whose).SetAsked(q, number.Answer)
}

// people counts those that symbols stand for; a group of unknown number counts as one.
func (b *builder) people(all []pedigree.ID) int {
	n := 0
	for _, id := range all {
		n += max(1, b.Individual(id).Count)
	}
	return n
}

// members are those of one sex in a branch, in family order.
func (b *builder) members(branch Branch, sex pedigree.Sex) []pedigree.ID {
	self := b.Individual(b.subject)
	var all []pedigree.ID
	for i := range b.Individuals {
		p := &b.Individuals[i]
		if p.Pregnancy != nil || p.Sex != sex || p.ID == b.subject {
			continue
		}
		egg, sperm := p.EggParent(), p.SpermParent()
		in := false
		switch branch {
		case OwnSiblings:
			in = egg == self.EggParent() && sperm == self.SpermParent()
		case HalfByMother:
			in = egg == b.mother && sperm != b.father
		case HalfByFather:
			in = sperm == b.father && egg != b.mother
		case OwnChildren:
			in = egg == b.subject || sperm == b.subject
		case MothersSiblings:
			in = b.sibling(p, b.mother)
		case FathersSiblings:
			in = b.sibling(p, b.father)
		}
		if in {
			all = append(all, p.ID)
		}
	}
	return all
}

// sibling reports a full or half brother or sister of a parent.
func (b *builder) sibling(p *pedigree.Individual, of pedigree.ID) bool {
	parent := b.Individual(of)
	shared := func(a, b pedigree.ID) bool { return a != "" && a == b }
	return p.ID != of && (shared(p.EggParent(), parent.EggParent()) || shared(p.SpermParent(), parent.SpermParent()))
}

// born are the children of somebody, pregnancies and losses left out.
func (b *builder) born(of pedigree.ID) []pedigree.ID {
	return slices.DeleteFunc(b.ChildrenOf(of), func(id pedigree.ID) bool { return b.Individual(id).Pregnancy != nil })
}
