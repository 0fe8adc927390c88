package interview

import (
	"fmt"
	"strings"

	"kindred/pedigree"
)

// Relation says what a row is to the subject: "maternal aunt", "3 sisters", "sister's partner",
// "patient" for the subject. A pregnancy or a loss is said with its kind.
func Relation(f *pedigree.Family, subject, id pedigree.ID) string {
	p := f.Individual(id)
	switch {
	case p == nil:
		return ""
	case id == subject:
		return "patient"
	case f.Individual(subject) == nil:
		return grouped(p, "person")
	}
	words := f.Relationship(subject, id).Words
	if p.Pregnancy != nil {
		return words + ", " + string(p.Pregnancy.Kind)
	}
	return grouped(p, words)
}

// grouped counts a group: "3 sisters", "sisters, number not known".
func grouped(p *pedigree.Individual, words string) string {
	switch {
	case p.CountUnknown:
		return plural(words) + ", number not known"
	case p.Count > 1:
		return fmt.Sprintf("%d %s", p.Count, plural(words))
	}
	return words
}

// plural of a relationship: "maternal aunts or uncles", "first cousins once removed",
// "half-sisters (maternal)", "sister's partners".
func plural(words string) string {
	words, about, bracket := strings.Cut(words, " (")
	parts := strings.Split(words, " or ")
	for i, part := range parts {
		head, tail := part, ""
		if cousin, rest, ok := strings.Cut(part, "cousin"); ok {
			head, tail = cousin+"cousin", rest
		}
		switch {
		case strings.HasSuffix(head, "child"):
			head += "ren"
		case strings.HasSuffix(head, "person"):
			head = strings.TrimSuffix(head, "person") + "people"
		default:
			head += "s"
		}
		parts[i] = head + tail
	}
	words = strings.Join(parts, " or ")
	if bracket {
		words += " (" + about
	}
	return words
}
