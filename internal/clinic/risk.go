package clinic

import (
	"kindred/internal/casefile"
	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// SaveRisk copies what the models say of a person now into the record, with their versions and the
// digest of the facts they read, and returns it. It is kept as it is, whatever changes afterwards.
func (s *Session) SaveRisk(subject pedigree.ID) ([]risk.Assessment, error) {
	settings, err := s.clinic.Settings()
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	now, frontier := s.look(), s.file.Frontier()
	s.mu.Unlock()
	run := casefile.RiskRun{
		Subject: subject, SavedOn: s.clinic.Today(), SavedBy: settings.Author.Name,
		Assessments: now.assess(subject), FactsDigest: now.factsFor(now.patientOf(subject)), Frontier: frontier,
	}
	return run.Assessments, s.apply(attached{}, func() (record.Envelope, error) { return s.file.SaveRisk("save risk", run) })
}

// LastRisk is the newest saved run about a person, and whether a fact it rests on has changed since;
// nil if none was saved.
func (s *Session) LastRisk(subject pedigree.ID) (run *casefile.RiskRun, outOfDate bool) {
	s.mu.Lock()
	runs, now := s.file.RiskRuns(), s.look()
	s.mu.Unlock()
	for i := range runs {
		if runs[i].Subject == subject {
			run = &runs[i]
		}
	}
	if run == nil {
		return nil, false
	}
	return run, run.FactsDigest != now.factsFor(now.patientOf(subject))
}

// patientOf is the patient record of a person, "" for a relative without one.
func (n snapshot) patientOf(subject pedigree.ID) pedigree.ID {
	if p := n.family.PatientOf(subject); p != nil {
		return p.ID
	}
	return ""
}

// Settle decides what two devices left open, by one of the review's choices. It can be undone.
func (s *Session) Settle(r casefile.Review, choice int) error {
	return s.apply(attached{}, func() (record.Envelope, error) { return s.file.Settle(r, choice, "") })
}
