package pedigree

import (
	"fmt"
)

// Called is how a sentence names a person: by name; where several people have that name with their
// place in the family, "Mary (maternal aunt)"; and without a name by the place alone, "the maternal
// aunt (not named)". Several in one place are counted in family order: "the second maternal aunt (not
// named)". The place is what the person is to the subject, else what they are to somebody with a name.
// An id, which nobody but the program knows, is never in it.
func (f *Family) Called(id ID) string { return newNamer(f).called(id) }

// namer names people; it is made once for many of one family.
type namer struct {
	kin     *kin
	subject int // -1 where nobody is asked about
	places  map[int]string
}

func newNamer(f *Family) *namer {
	n := &namer{kin: newKin(f), subject: -1, places: map[int]string{}}
	if s := f.Subject(); s != nil {
		n.subject = n.kin.index[s.ID]
	}
	return n
}

func (n *namer) called(id ID) string {
	at, known := n.kin.index[id]
	if !known {
		return "somebody who is not in the family"
	}
	name := n.kin.Individuals[at].Name
	alike := n.alike(name)
	if name != "" && len(alike) == 1 {
		return name
	}
	place := n.place(at)
	same, rank := 0, 0
	for _, other := range alike {
		if n.place(other) == place {
			if same++; other == at {
				rank = same
			}
		}
	}
	if same > 1 {
		place = rankWord(rank) + " " + place
	}
	if name != "" {
		return name + " (" + place + ")"
	}
	return "the " + place + " (not named)"
}

// alike are the positions of everybody of one name, or of none.
func (n *namer) alike(name string) []int {
	var found []int
	for i := range n.kin.Individuals {
		if n.kin.Individuals[i].Name == name {
			found = append(found, i)
		}
	}
	return found
}

// place is placed, found once.
func (n *namer) place(at int) string {
	place, known := n.places[at]
	if !known {
		place = n.placed(at)
		n.places[at] = place
	}
	return place
}

// placed is "maternal aunt", "consultand", "child of Mary", "partner of Tom", or "person" where nothing
// joins them to anybody with a name.
func (n *namer) placed(at int) string {
	p := &n.kin.Individuals[at]
	switch {
	case p.Consultand:
		return "consultand"
	case p.Proband:
		return "proband"
	}
	if n.subject >= 0 {
		if words := n.kin.words(n.subject, at); words != notRelated && words != notJoined {
			return words
		}
	}
	for _, near := range []struct {
		of  []ID
		rel string
	}{
		{p.everyParent(), n.kin.word(at, "daughter", "son", "child")},
		{n.kin.ChildrenOf(p.ID), n.kin.word(at, "mother", "father", "parent")},
		{n.kin.PartnersOf(p.ID), "partner"},
	} {
		for _, id := range near.of {
			if i, known := n.kin.index[id]; known && n.kin.Individuals[i].Name != "" {
				return near.rel + " of " + n.kin.Individuals[i].Name
			}
		}
	}
	return n.kin.word(at, "woman", "man", "person")
}

// words is what b is to a, without the side that Relationship adds.
func (k *kin) words(a, b int) string {
	if r, blood := k.blood(a, b); blood {
		return r.Words
	}
	return k.byMarriageOrLaw(a, b)
}

// rankWord is "first" to "tenth", then "11th", "12th", "21st".
func rankWord(n int) string {
	words := [...]string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
	if n < len(words) {
		return words[n]
	}
	ending := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return fmt.Sprintf("%d%s", n, ending)
}
