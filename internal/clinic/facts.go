package clinic

import (
	"encoding/json"
	"strings"

	"kindred/internal/casefile"
	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// currentDigest begins the digests of facts in the form of package casefile's FactsDigest. Those kept by
// earlier versions begin with nothing and are in the form of FormerFactsDigest.
const currentDigest = "2:"

// about is whom something kept is about, and the patient record whose view of the family it was made
// from; "" where they have none.
type about struct{ subject, patient pedigree.ID }

func (n snapshot) aboutSubject(subject pedigree.ID) about {
	if p := n.family.PatientOf(subject); p != nil {
		return about{subject, p.ID}
	}
	return about{subject: subject}
}

func (n snapshot) aboutPatient(patient pedigree.ID) about {
	if p := n.family.Patient(patient); p != nil {
		return about{p.Individual, patient}
	}
	return about{patient: patient}
}

// facts is the digest of what something kept about a person rests on: the facts that may enter a number
// about them, which of those are in conflict, and the results of other programs that are in use.
func (n snapshot) facts(of about, by casefile.Reading) string {
	facts := casefile.FactsDigest(n.family.For(of.patient, pedigree.ForNumbers), by)
	if by == casefile.ByPrograms {
		return currentDigest + facts
	}
	var inUse []pedigree.ID
	for _, e := range n.elsewhereOf(of.subject) {
		if !e.Stale {
			inUse = append(inUse, e.ID)
		}
	}
	if len(inUse) > 0 {
		facts = digest([]byte(facts + listOf(inUse)))
	}
	return currentDigest + n.withConflicts(facts)
}

// withConflicts is a digest in which the facts in conflict count too.
func (n snapshot) withConflicts(facts string) string {
	if len(n.unresolved) == 0 {
		return facts
	}
	return digest([]byte(facts + listOf(n.unresolved)))
}

// listOf writes a list as JSON; ids and facts in conflict can always be written.
func listOf[T pedigree.ID | risk.Unresolved](items []T) string {
	data, _ := json.Marshal(items)
	return string(data)
}

// basis is what something kept says it rests on: a digest of facts, and the record as it was.
type basis struct {
	digest   string
	frontier record.Frontier
}

// changedSince reports whether a fact that something kept rests on has changed. A digest of an earlier
// version also counted what is no fact: where it differs, the record as it was then decides.
func (s *Session) changedSince(now snapshot, was basis, of about, by casefile.Reading) bool {
	return s.differs(now, now.facts(of, by), was, of, by)
}

// differs is changedSince for a caller that has the digest of the facts as they are now.
func (s *Session) differs(now snapshot, facts string, was basis, of about, by casefile.Reading) bool {
	if strings.HasPrefix(was.digest, currentDigest) {
		return was.digest != facts
	}
	former := now.withConflicts(casefile.FormerFactsDigest(now.family.For(of.patient, pedigree.ForNumbers)))
	if was.digest == former || len(was.frontier) == 0 {
		return was.digest != former
	}
	then, ok := s.past(was.frontier)
	return !ok || then.facts(of, by) != facts
}

// past is the record as it was at a frontier; ok is false where some of that has not arrived here.
func (s *Session) past(frontier record.Frontier) (then snapshot, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	past, ok := s.file.Past(frontier)
	if !ok {
		return snapshot{}, false
	}
	return s.lookAt(past), true
}

// OutOfDate reports whether a fact that the signed letter rests on has changed since.
func (s *Session) OutOfDate(l casefile.Letter) bool {
	return l.Status == casefile.LetterSigned && s.letterChanged(s.snapshot(), l)
}

func (s *Session) letterChanged(now snapshot, l casefile.Letter) bool {
	return s.changedSince(now, basis{l.FactsDigest, l.Frontier}, now.aboutPatient(l.Patient), casefile.ByLetters)
}
