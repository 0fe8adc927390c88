package entry

import (
	"strings"

	"kindred/pedigree"
)

// sentence says in plain words what an entry was understood to be.
func (p *placer) sentence(out outcome) string {
	s := out.said
	if len(out.notes) > 0 {
		return `Kept as a note: "` + strings.Join(out.notes, `", "`) + `"`
	}
	words := p.who(out)
	if s.answer != pedigree.NotAsked {
		return words + ": " + map[pedigree.Answer]string{pedigree.No: "asked, none", pedigree.DontKnow: "doesn't know"}[s.answer]
	}
	if out.was != "" {
		words += " (recorded as " + out.was + " so far)"
	}
	if out.oneOf > 1 {
		words += " (one of " + count(out.oneOf) + ")"
	}
	parts := []string{words}
	if unknown := s.relation.group() && s.relation.count == 0 && s.name == "" && s.relation.kind != parents; unknown {
		parts = append(parts, "number not known")
	}
	if out.apart != "" && s.relation.sided() && s.relation.side != maternal && s.relation.side != paternal {
		parts = append(parts, "side not known")
	}
	if said := out.reading.Sentence(); said != "" {
		parts = append(parts, said)
	} else if s.relation.kind == parents {
		parts = append(parts, "unknown")
	}
	for _, t := range s.ties {
		parts = append(parts, t.words)
	}
	switch s.relation.kind {
	case stepSibling, stepChild:
		parts = append(parts, "no blood relation")
	case halfSibling, cousin, child, niece, grandchild:
		if out.through != "" {
			parts = append(parts, out.through)
		}
	}
	if kept := out.kept(); len(kept) > 0 {
		return strings.Join(parts, ", ") + `; note: "` + strings.Join(kept, `", "`) + `"`
	}
	return strings.Join(parts, ", ")
}

// kept is what of an entry becomes a note.
func (out outcome) kept() []string {
	kept := out.notes
	for _, n := range out.reading.Notes {
		kept = append(kept, strings.Join(strings.Fields(n.Words), " "))
	}
	return kept
}

// who is the relation and the name: "mother's sister Joan", for another subject than the patient with
// whose relative it is in front.
func (p *placer) who(out outcome) string {
	s := out.said
	var path []string
	if patient := p.f.Subject(); patient != nil && patient.ID != p.subject && !(len(s.chain) > 0 && s.chain[0].relation.kind == noKind) {
		path = append(path, p.calledBy(patient.ID, p.subject))
	}
	for _, l := range s.chain {
		path = append(path, l.words())
	}
	if s.relation.kind == self {
		if len(path) == 0 {
			path = append(path, p.self(s))
		} else if s.name != "" {
			path[len(path)-1] += " " + s.name
		}
		return strings.Join(path, "'s ")
	}
	words := s.relation.noun()
	if s.name != "" {
		words += " " + s.name
	}
	words += s.relation.onSide()
	return strings.Join(append(path, words), "'s ")
}

// self is the subject in words.
func (p *placer) self(s *said) string {
	if person := p.f.Individual(p.subject); person.Name != "" {
		return person.Name
	}
	return "the patient"
}

// calledBy is a name, or what somebody is to the patient.
func (p *placer) calledBy(patient, id pedigree.ID) string {
	if person := p.f.Individual(id); person.Name != "" {
		return person.Name
	}
	return p.f.Relationship(patient, id).Words
}

// reason is what undo would take back.
func (p *placer) reason(out outcome) string {
	switch {
	case len(out.notes) > 0:
		return "add a note"
	case out.said.answer != pedigree.NotAsked:
		return "answer: " + p.who(out)
	case out.isNew || out.said.relation.kind == parents:
		return "add " + p.who(out)
	}
	return "change " + p.who(out)
}

// side is the side of the family that the person is on, seen from the patient.
func (p *placer) side(out outcome) string {
	patient := p.f.Subject()
	if out.apart != "" {
		return p.sideApart(out)
	}
	if patient == nil || len(out.notes) > 0 {
		return ""
	}
	switch r := p.f.Relationship(patient.ID, out.person); r.Side {
	case pedigree.Maternal:
		return "mother's side"
	case pedigree.Paternal:
		return "father's side"
	case pedigree.BothSides:
		if r.Up > 1 {
			return "both sides"
		}
	}
	return ""
}

// sideApart is the side of somebody without a place: the one that is said, else that of the relative
// whose relative they are.
func (p *placer) sideApart(out outcome) string {
	patient := p.f.Subject()
	sides := map[pedigree.Lineage]string{pedigree.Maternal: "mother's side", pedigree.Paternal: "father's side"}
	if base, ok := p.walk(out.said); ok && patient != nil && base != patient.ID {
		if side := sides[p.f.Relationship(patient.ID, base).Side]; side != "" {
			return side
		}
	} else {
		switch out.said.relation.side {
		case maternal:
			return "mother's side"
		case paternal:
			return "father's side"
		}
	}
	return "side not known"
}

func count(n int) string {
	return strings.TrimSuffix(relation{kind: child, count: n}.noun(), " children")
}
