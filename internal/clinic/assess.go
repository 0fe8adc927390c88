package clinic

import (
	"slices"

	"kindred/internal/casefile"
	"kindred/internal/riskmodels"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// snapshot is a family with all that an answer about it rests on, taken at one moment.
type snapshot struct {
	family     *pedigree.Family
	letters    []casefile.Letter
	reviews    []casefile.Review
	unresolved []risk.Unresolved
	elsewhere  []casefile.Elsewhere
	memory     *risk.Memory // what the models may use again; nil for a family that is asked about once
}

func (s *Session) snapshot() snapshot {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.look()
}

// look is snapshot for a caller that holds the lock.
func (s *Session) look() snapshot {
	now := s.lookAt(s.file)
	now.memory = &s.memory
	return now
}

// lookAt is a snapshot of this record, or of an earlier state of it.
func (s *Session) lookAt(file *casefile.File) snapshot {
	return snapshot{
		family: file.Family(), letters: file.Letters(), reviews: file.Reviews(), unresolved: file.Unresolved(), elsewhere: file.Elsewhere(),
	}
}

// Stamps are the marks that this family's drawings and pages carry. Settings that cannot be read
// approve nothing.
func (s *Session) Stamps() []string {
	settings, err := s.clinic.Settings()
	if err != nil {
		settings = Settings{}
	}
	return settings.Stamps(s.Family())
}

// Assess asks every model about a person. The models take from the family only what may enter a number
// for the person's own patient record; a fact that two devices disagree on leaves those that read it
// without a number until it is settled. Nothing waits for the models but the caller.
func (s *Session) Assess(subject pedigree.ID) []risk.Assessment { return s.snapshot().assess(subject) }

// AssessQuick is Assess without the joint range over all vague facts, which takes the models longest.
func (s *Session) AssessQuick(subject pedigree.ID) []risk.Assessment {
	return s.snapshot().quickly(subject)
}

func (n snapshot) quickly(subject pedigree.ID) []risk.Assessment {
	return n.ask(risk.Request{Subject: subject, Quick: true})
}

func (n snapshot) assess(subject pedigree.ID) []risk.Assessment {
	return n.ask(risk.Request{Subject: subject})
}

// ask completes a request by what the snapshot holds, and has it answered.
func (n snapshot) ask(req risk.Request) []risk.Assessment {
	req.Family, req.Unresolved, req.Elsewhere, req.Memory = n.family, n.unresolved, n.elsewhereOf(req.Subject), n.memory
	answers := riskmodels.Assess(req)
	// What concerns the family as a whole, such as the day that ages are said for, concerns every model.
	for _, review := range n.reviews {
		if !review.AffectsRisk || review.Person != "" {
			continue
		}
		for i, a := range answers {
			if a.Status == risk.OK {
				answers[i] = withoutAnswer(a, "The record is not settled: "+review.Text)
			}
		}
	}
	return answers
}

// withoutAnswer keeps what a model is and takes away what it said.
func withoutAnswer(a risk.Assessment, because string) risk.Assessment {
	return risk.Assessment{
		Model: a.Model, Title: a.Title, Version: a.Version, Subject: a.Subject, Status: risk.CannotTell, Because: []string{because},
		Source: slices.Clone(a.Source), Validity: slices.Clone(a.Validity), Facts: a.Facts,
	}
}
