package entry

import (
	"fmt"
	"strings"

	"kindred/pedigree"
)

// Target is whom the words after "@" mean, from whose place the next lines are read: "self" or nothing
// is the patient, else a relation of the patient's ("mother", "mat aunt Joan", "mgm's s Edna"), or a
// name. A parent or grandparent who is not recorded yet is added, with an id from ids: everybody has
// them. Anybody else must be in the family; the error says who is not, or who several are, and f may
// then have been changed.
func Target(words string, f *pedigree.Family, ids func() pedigree.ID) (pedigree.ID, error) {
	words = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(words), "@"))
	p := &placer{line: words, f: f, ids: ids}
	if patient := f.Subject(); patient != nil {
		p.subject = patient.ID
	}
	typed := split(words)
	if len(typed) > 0 {
		if n := nameAt(typed); n == len(typed) {
			found := p.anybody(nameOf(typed), "")
			if _, _, _, head := headAt(typed); len(found) > 0 || !head {
				return p.only(found, words)
			}
		}
	}
	if p.subject == "" {
		return "", fmt.Errorf("nobody is marked as the patient: name somebody, as in %q", "@ Joan")
	}
	if len(typed) == 0 {
		return p.subject, nil
	}
	s := read(typed)
	if s.unread != "" || s.answer != pedigree.NotAsked || s.implied || s.under != nil || p.factText(s) != "" || s.relation.group() || len(s.ties) > 0 {
		return "", fmt.Errorf("%q is no relative: type a relation and a name, as in %q", words, "@ mat aunt Joan")
	}
	base, ok := p.walk(s)
	if !ok {
		return "", fmt.Errorf("%q: %s", words, p.trouble[len(p.trouble)-1].Words)
	}
	if r := s.relation; (r.kind == parent || r.kind == grandparent && r.side != unsaid && r.side != unknownSide) && s.name == "" {
		var out outcome
		err := p.place(s, base, &out)
		return out.person, err
	}
	found := p.existing(base, s.relation)
	if s.name != "" {
		found = p.named(found, s.name)
	}
	return p.only(found, words)
}

// only is the one person found.
func (p *placer) only(found []pedigree.ID, words string) (pedigree.ID, error) {
	switch len(found) {
	case 0:
		return "", fmt.Errorf("nobody in the family is %q yet: enter them before the @ line", words)
	case 1:
		return found[0], nil
	}
	return "", fmt.Errorf("%d people in the family are %q: add a name or a relation", len(found), words)
}
