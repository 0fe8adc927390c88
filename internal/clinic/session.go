package clinic

import (
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"kindred/internal/casefile"
	"kindred/internal/record"
	"kindred/internal/riskmodels"
	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/storage"
)

// Session is one open family. Its methods may be called from any goroutine; edits show at once and
// become durable behind it, in order.
type Session struct {
	clinic *Clinic
	id     record.FamilyID

	mu       sync.Mutex
	file     *casefile.File
	settings Settings
	waiting  int       // edits that are not durable yet
	savedAt  time.Time // when the last one became durable
	failed   error     // why edits were taken back; nil after the next success
	onChange func()
}

// ID of the family in the store.
func (s *Session) ID() record.FamilyID { return s.id }

// OnChange sets what is called, on any goroutine, whenever the family or its saved state changes.
func (s *Session) OnChange(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.onChange = f
}

// Family as it stands; read it only.
func (s *Session) Family() *pedigree.Family {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.file.Family()
}

// Do carries out an edit under a reason that undo will show: "add mother".
func (s *Session) Do(reason string, edit func(*pedigree.Family) error) error {
	return s.apply(func() (record.Envelope, error) { return s.file.Do(reason, edit) }, nil)
}

// Undo takes back the last edit of this session and says which it was.
func (s *Session) Undo() (string, error) {
	reason, _ := s.CanUndo()
	return reason, s.apply(s.file.Undo, nil)
}

// Redo does the last undone edit again and says which it was.
func (s *Session) Redo() (string, error) {
	reason, _ := s.CanRedo()
	return reason, s.apply(s.file.Redo, nil)
}

// CanUndo reports whether there is an edit to undo, and which.
func (s *Session) CanUndo() (string, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.file.CanUndo()
}

// CanRedo reports whether there is an edit to redo, and which.
func (s *Session) CanRedo() (string, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.file.CanRedo()
}

// NewID is an id that nobody in the family has, on this or any other device. An edit may call it
// while it runs.
func (s *Session) NewID() pedigree.ID { return s.file.NewID() }

// Saved reports how many edits are not durable yet, when the last became so, and why edits had to be
// taken back, if they had.
func (s *Session) Saved() (waiting int, at time.Time, failed error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.waiting, s.savedAt, s.failed
}

// Flush waits until every edit so far is durable, and returns why one is not.
func (s *Session) Flush() error {
	s.clinic.writer.flush()
	_, _, failed := s.Saved()
	return failed
}

// Reviews are what two devices left for a person to settle.
func (s *Session) Reviews() []casefile.Review {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.file.Reviews()
}

// apply makes operations, shows them at once and queues them for the disk. If the commit fails the
// family returns to what is durable.
func (s *Session) apply(make func() (record.Envelope, error), blobs map[string][]byte) error {
	s.mu.Lock()
	envelope, err := make()
	if err != nil || len(envelope.Ops) == 0 {
		s.mu.Unlock()
		return err
	}
	index, err := json.Marshal(entryOf(s.id, s.file.Family(), s.file.Letters(), s.clinic.now()))
	if err != nil {
		s.file.Abandon(envelope)
		s.mu.Unlock()
		return err
	}
	s.waiting++
	changed := s.onChange
	// Queued under the lock: the order of the commits is the order of the operations.
	s.clinic.writer.queue(storage.Commit{Family: s.id, Envelope: &envelope, Index: index, Blobs: blobs}, func(err error) { s.committed(envelope, err) })
	s.mu.Unlock()
	if changed != nil {
		changed()
	}
	return nil
}

func (s *Session) committed(envelope record.Envelope, err error) {
	s.mu.Lock()
	s.waiting--
	if err != nil {
		s.failed = fmt.Errorf("the last change could not be saved and was taken back: %w", err)
		s.file.Abandon(envelope)
	} else {
		s.failed, s.savedAt = nil, s.clinic.now()
	}
	changed := s.onChange
	s.mu.Unlock()
	if changed != nil {
		changed()
	}
}

// Stamps are the marks that this family's drawings and pages carry.
func (s *Session) Stamps() []string { return s.settings.Stamps(s.Family()) }

// Assess asks every model about a person, from what may enter a number for the patient. A fact that
// two devices disagree on, and that risk depends on, leaves no number until it is settled.
func (s *Session) Assess(subject pedigree.ID) []risk.Assessment {
	f := s.Family()
	return assess(f, s.Reviews(), subject)
}

func assess(f *pedigree.Family, reviews []casefile.Review, subject pedigree.ID) []risk.Assessment {
	var patient pedigree.ID
	if p := f.PatientOf(subject); p != nil {
		patient = p.ID
	}
	answers := riskmodels.Assess(risk.Request{Family: f.For(patient, pedigree.ForNumbers), Subject: subject})
	for _, review := range reviews {
		if !review.AffectsRisk {
			continue
		}
		for i := range answers {
			if answers[i].Status == risk.OK {
				answers[i].Status, answers[i].Values, answers[i].Range, answers[i].Category, answers[i].Curve = risk.CannotTell, nil, nil, "", nil
				answers[i].Working = nil
				answers[i].Because = []string{"cannot tell, because two values are recorded: " + review.Text}
			}
		}
	}
	return answers
}
