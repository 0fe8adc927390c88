package clinic

import (
	"slices"

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
		Assessments: now.assess(subject), FactsDigest: now.facts(now.aboutSubject(subject), casefile.ByModels), Frontier: frontier,
	}
	return run.Assessments, s.apply(attached{}, func() (record.Envelope, error) { return s.file.SaveRisk("save risk", run) })
}

// SavedRun is a saved risk run as it stands today.
type SavedRun struct {
	casefile.RiskRun
	OutOfDate bool // a fact that it rests on has changed since
}

// RiskRuns are the saved runs about a person, the newest first.
func (s *Session) RiskRuns(subject pedigree.ID) []SavedRun {
	s.mu.Lock()
	runs, now := s.file.RiskRuns(), s.look()
	s.mu.Unlock()
	of, facts := now.aboutSubject(subject), ""
	var saved []SavedRun
	for _, run := range slices.Backward(runs) {
		if run.Subject != subject {
			continue
		}
		if facts == "" {
			facts = now.facts(of, casefile.ByModels)
		}
		saved = append(saved, SavedRun{run, s.differs(now, facts, basis{run.FactsDigest, run.Frontier}, of, casefile.ByModels)})
	}
	return saved
}

// LastRisk is the newest saved run about a person, and whether a fact it rests on has changed since;
// nil if none was saved.
func (s *Session) LastRisk(subject pedigree.ID) (run *casefile.RiskRun, outOfDate bool) {
	s.mu.Lock()
	runs, now := s.file.RiskRuns(), s.look()
	s.mu.Unlock()
	for _, last := range slices.Backward(runs) {
		if last.Subject == subject {
			return &last, s.changedSince(now, basis{last.FactsDigest, last.Frontier}, now.aboutSubject(subject), casefile.ByModels)
		}
	}
	return nil, false
}

// Settle decides what two devices left open, by one of the review's choices. It can be undone.
func (s *Session) Settle(r casefile.Review, choice int) error {
	return s.apply(attached{}, func() (record.Envelope, error) { return s.file.Settle(r, choice, "") })
}
