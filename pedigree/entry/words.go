package entry

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kindred/pedigree"
)

// counted are the numbers that are written in words.
var counted = [...]string{"", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// noun is the relative in words: "sister", "three sisters", "mother's sister".
func (r relation) noun() string {
	word := r.word()
	if r.kind == aunt && (r.side == maternal || r.side == paternal) {
		word = pick(r.sex, "sister", "brother", "sibling")
	}
	switch {
	case r.count > 1 && r.count < len(counted):
		word = counted[r.count] + " " + plural(word)
	case r.count > 1:
		word = strconv.Itoa(r.count) + " " + plural(word)
	case r.plural && r.count == 0 && r.kind != parents:
		word = plural(word)
	}
	if r.kind == aunt || r.kind == grandparent {
		return r.whose() + word
	}
	return word
}

// onSide is the side of a relative whose noun does not say it, for after the name.
func (r relation) onSide() string {
	switch r.kind {
	case halfSibling, cousin, greatAunt, greatGrandparent, stepSibling:
		switch r.side {
		case maternal:
			return " on the mother's side"
		case paternal:
			return " on the father's side"
		}
	}
	return ""
}

// whose is the parent through whom a relative is: "mother's ".
func (r relation) whose() string {
	switch r.side {
	case maternal:
		return "mother's "
	case paternal:
		return "father's "
	}
	return ""
}

// word is the relative in one word.
func (r relation) word() string {
	switch r.kind {
	case parent:
		word := pick(r.sex, "mother", "father", "parent")
		switch r.link {
		case pedigree.Step:
			return "step" + word
		case "":
			if r.birth {
				return "birth " + word
			}
			return word
		}
		return string(r.link) + " " + word
	case parents:
		return "both parents"
	case sibling:
		return pick(r.sex, "sister", "brother", "sibling")
	case halfSibling:
		return "half-" + pick(r.sex, "sister", "brother", "sibling")
	case stepSibling:
		return "step" + pick(r.sex, "sister", "brother", "sibling")
	case twin:
		return zygosityWords[r.zygosity] + "twin" + pick(r.sex, " sister", " brother", "")
	case triplets:
		return "one of triplets"
	case child:
		return pick(r.sex, "daughter", "son", "child")
	case stepChild:
		return "step" + pick(r.sex, "daughter", "son", "child")
	case partner:
		return "partner"
	case formerPartner:
		return "former partner"
	case pregnancy:
		return pregnancyWords[r.pregnancy]
	case grandparent:
		if r.side == maternal || r.side == paternal {
			return pick(r.sex, "mother", "father", "parent")
		}
		return pick(r.sex, "grandmother", "grandfather", "grandparent")
	case greatGrandparent:
		return pick(r.sex, "great-grandmother", "great-grandfather", "great-grandparent")
	case aunt:
		return pick(r.sex, "aunt", "uncle", "aunt or uncle")
	case greatAunt:
		return pick(r.sex, "great-aunt", "great-uncle", "great-aunt or great-uncle")
	case cousin:
		return pick(r.sex, "cousin", "cousin", "cousin")
	case niece:
		return pick(r.sex, "niece", "nephew", "niece or nephew")
	case grandchild:
		return pick(r.sex, "granddaughter", "grandson", "grandchild")
	}
	return ""
}

var zygosityWords = map[pedigree.Zygosity]string{
	pedigree.Monozygotic: "identical ", pedigree.Dizygotic: "non-identical ",
}

var pregnancyWords = map[pedigree.PregnancyKind]string{
	pedigree.Ongoing: "pregnancy", pedigree.Miscarriage: "miscarriage", pedigree.Termination: "termination",
	pedigree.Stillbirth: "stillbirth", pedigree.Ectopic: "ectopic pregnancy",
}

func pick(sex pedigree.Sex, woman, man, open string) string {
	switch sex {
	case female:
		return woman
	case male:
		return man
	}
	return open
}

func plural(word string) string {
	switch {
	case strings.HasSuffix(word, "child"):
		return word + "ren"
	case strings.HasSuffix(word, "pregnancy"):
		return strings.TrimSuffix(word, "y") + "ies"
	}
	return word + "s"
}

// words is one step of a chain without its "'s".
func (l link) words() string {
	switch {
	case l.relation.kind == noKind:
		return l.name
	case l.name != "":
		return l.relation.noun() + " " + l.name // without the side: "cousin Lucy's daughter"
	}
	return l.relation.noun()
}

// sentenceCase begins with a capital letter.
func sentenceCase(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}
