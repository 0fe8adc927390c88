package pedigree

import (
	"slices"
	"strings"
)

const notRelated = "not related by blood"

// notJoined is said of somebody whom no link joins to the other: an aunt whose side nobody knows may
// well be of their blood.
const notJoined = "how they are related is not recorded"

// word chooses among the feminine, masculine and neutral word for a person: by gender where given,
// else by sex assigned at birth, else by the place as somebody's mother or father.
func (k *kin) word(at int, woman, man, neutral string) string {
	p := &k.Individuals[at]
	switch {
	case p.Gender == Woman, p.Gender == "" && p.Sex == Female:
		return woman
	case p.Gender == Man, p.Gender == "" && p.Sex == Male:
		return man
	case p.Gender == NonBinary, p.Sex == Unassigned:
		return neutral
	}
	for i := range k.Individuals {
		switch p.ID {
		case k.Individuals[i].Mother:
			return woman
		case k.Individuals[i].Father:
			return man
		}
	}
	return neutral
}

// parentWord is what a genetic parent is called.
func (k *kin) parentWord(child, parent int) string {
	c, p := &k.Individuals[child], &k.Individuals[parent]
	for _, l := range c.OtherParents {
		switch {
		case l.ID != p.ID || p.ID == c.Mother || p.ID == c.Father:
		case l.Kind == DonorEgg:
			return "egg donor"
		case l.Kind == DonorSperm:
			return "sperm donor"
		}
	}
	return k.word(parent, "mother", "father", "parent")
}

// twinWord is "identical twin", "non-identical twin" or "twin".
func (k *kin) twinWord(a, b int) string {
	word := "twin"
	for _, t := range k.Twins {
		if !containsBoth(t.Members, k.Individuals[a].ID, k.Individuals[b].ID) {
			continue
		}
		switch t.Zygosity {
		case Monozygotic:
			return "identical twin"
		case Dizygotic:
			word = "non-identical twin"
		}
	}
	return word
}

func containsBoth(ids []ID, a, b ID) bool {
	var hasA, hasB bool
	for _, id := range ids {
		hasA, hasB = hasA || id == a, hasB || id == b
	}
	return hasA && hasB
}

// bloodWords says a line of descent in English.
func (k *kin) bloodWords(a, b int, l line) string {
	side := ""
	switch l.via {
	case maternalLine:
		side = "maternal "
	case paternalLine:
		side = "paternal "
	}
	half := ""
	if !l.full {
		half = "half-"
	}
	switch {
	case l.down == 0 && l.up == 1:
		return k.parentWord(a, b)
	case l.down == 0:
		return side + greats(l.up-2) + k.word(b, "grandmother", "grandfather", "grandparent")
	case l.up == 0 && l.down == 1:
		return k.word(b, "daughter", "son", "child")
	case l.up == 0:
		return greats(l.down-2) + k.word(b, "granddaughter", "grandson", "grandchild")
	case l.up == 1 && l.down == 1:
		word := half + k.word(b, "sister", "brother", "sibling")
		if !l.full && side != "" {
			word += " (" + strings.TrimSpace(side) + ")"
		}
		return word
	case l.up == 1:
		return either(half+greats(l.down-2), k.word(b, "niece", "nephew", "niece or nephew"))
	case l.down == 1:
		return side + either(half+greats(l.up-2), k.word(b, "aunt", "uncle", "aunt or uncle"))
	}
	cousin := ordinal(min(l.up, l.down)-1) + " cousin"
	switch {
	case l.double:
		cousin = "double " + cousin
	case !l.full:
		cousin = "half " + cousin
	}
	return side + cousin + removed(l.up-l.down)
}

// either puts a prefix before each word of "aunt or uncle".
func either(prefix, words string) string {
	return prefix + strings.ReplaceAll(words, " or ", " or "+prefix)
}

func greats(n int) string { return strings.Repeat("great-", n) }

func ordinal(n int) string {
	words := [...]string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"}
	if n < len(words) {
		return words[n]
	}
	return "distant"
}

func removed(generations int) string {
	switch max(generations, -generations) {
	case 0:
		return ""
	case 1:
		return " once removed"
	case 2:
		return " twice removed"
	case 3:
		return " three times removed"
	}
	return " several times removed"
}

// byMarriageOrLaw is the relationship of two people without common blood: a link of adoption,
// fostering or step-parenthood, a partnership, or a relative's partner; else "not related by blood", or that no link joins them.
func (k *kin) byMarriageOrLaw(a, b int) string {
	subject, p := &k.Individuals[a], &k.Individuals[b]
	if kind := subject.linkTo(p.ID); kind != "" {
		return linked(kind, k.word(b, "mother", "father", "parent"))
	}
	if kind := p.linkTo(subject.ID); kind != "" {
		return linked(kind, k.word(b, "daughter", "son", "child"))
	}
	if slices.ContainsFunc(subject.OtherParents, func(l ParentLink) bool { return l.ID == p.ID }) {
		return k.parentWord(a, b) // a donor beside a recorded parent of the same kind, who goes before
	}
	for _, l := range p.OtherParents {
		if subject.Mother == l.ID || subject.Father == l.ID || subject.linkTo(l.ID) != "" {
			return linked(l.Kind, k.word(b, "sister", "brother", "sibling"))
		}
	}
	for _, l := range subject.OtherParents {
		if p.Mother == l.ID || p.Father == l.ID {
			return linked(l.Kind, k.word(b, "sister", "brother", "sibling"))
		}
	}
	partners := k.PartnersOf(p.ID)
	for _, partner := range partners {
		if partner == subject.ID {
			return k.partnerWord(subject.ID, p.ID)
		}
	}
	if words := k.nearestWords(a, partners); words != "" {
		return words + "'s partner"
	}
	for _, partner := range k.PartnersOf(subject.ID) {
		if at, known := k.index[partner]; known {
			if r, blood := k.blood(at, b); blood {
				return "partner's " + r.Words
			}
		}
	}
	for _, l := range subject.OtherParents {
		if at, known := k.index[l.ID]; known {
			if r, blood := k.blood(at, b); blood {
				return linked(l.Kind, k.word(at, "mother", "father", "parent")) + "'s " + r.Words
			}
		}
	}
	if !k.joinedTo(a)[p.ID] {
		return notJoined
	}
	return notRelated
}

// nearestWords is the nearest blood relationship to a among ids, "" for none.
func (k *kin) nearestWords(a int, ids []ID) string {
	words, degree := "", 0
	for _, id := range ids {
		at, known := k.index[id]
		if !known {
			continue
		}
		if r, blood := k.blood(a, at); blood && (degree == 0 || r.Degree < degree) {
			words, degree = r.Words, r.Degree
		}
	}
	return words
}

// partnerWord is "partner", or "former partner" where the union is recorded as ended.
func (k *kin) partnerWord(a, b ID) string {
	for _, u := range k.Unions {
		if u.Status == Separated && containsBoth(u.Partners, a, b) {
			return "former partner"
		}
	}
	return "partner"
}

// linkTo is the kind of a parent link that is not genetic, "" for none.
func (p *Individual) linkTo(parent ID) LinkKind {
	for _, l := range p.OtherParents {
		if l.ID == parent && l.Kind != DonorEgg && l.Kind != DonorSperm {
			return l.Kind
		}
	}
	return ""
}

// linked is "adoptive mother", "stepmother", "foster brother".
func linked(kind LinkKind, word string) string {
	if kind == Step {
		return "step" + word
	}
	return string(kind) + " " + word
}
