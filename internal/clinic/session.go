package clinic

import (
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"kindred/internal/casefile"
	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/storage"
)

// Session is one open family. Its methods may be called from any goroutine; edits show at once and
// become durable behind it, in order.
type Session struct {
	clinic *Clinic
	id     record.FamilyID

	memory    risk.Memory // of the models, about the family as it is
	supposing risk.Memory // and about the family as WhatIf supposed it last

	mu       sync.Mutex
	file     *casefile.File
	waiting  int       // edits that are not durable yet
	savedAt  time.Time // when the last one became durable
	failed   error     // why edits were taken back; nil after the next success
	onChange func()
}

func newSession(c *Clinic, id record.FamilyID, file *casefile.File) *Session {
	return &Session{clinic: c, id: id, file: file}
}

// ID of the family in the store.
func (s *Session) ID() record.FamilyID { return s.id }

// OnChange sets what is called, on any goroutine, whenever the family or its saved state changes. It
// must return soon and must not wait for edits to become durable.
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

// Do carries out an edit under a reason that undo will show: "add mother". What it enters without
// saying where it comes from is told by the informant, else the patient, and written down today by the author.
func (s *Session) Do(reason string, edit func(*pedigree.Family) error) error {
	return s.apply(attached{}, func() (record.Envelope, error) { return s.file.Do(reason, s.sourced(edit)) })
}

// DoThen is Do, and calls done with nil once the edit is durable, or with the reason why it was taken
// back. It is called once, on any goroutine, and not at all when DoThen itself returns an error; an edit
// that changes nothing is durable at once.
func (s *Session) DoThen(reason string, edit func(*pedigree.Family) error, done func(error)) error {
	queued := false
	err := s.apply(attached{done: done}, func() (record.Envelope, error) {
		envelope, err := s.file.Do(reason, s.sourced(edit))
		queued = len(envelope.Ops) > 0
		return envelope, err
	})
	if err == nil && !queued {
		done(nil)
	}
	return err
}

// Undo takes back the last edit of this session and says which it was.
func (s *Session) Undo() (reason string, err error) {
	err = s.apply(attached{}, func() (record.Envelope, error) {
		reason, _ = s.file.CanUndo()
		return s.file.Undo()
	})
	return reason, err
}

// Redo does the last undone edit again and says which it was.
func (s *Session) Redo() (reason string, err error) {
	err = s.apply(attached{}, func() (record.Envelope, error) {
		reason, _ = s.file.CanRedo()
		return s.file.Redo()
	})
	return reason, err
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

// attached is what goes into the same transaction as an edit.
type attached struct {
	blobs map[string][]byte // documents by digest
	audit []storage.AuditEntry
	done  func(error) // hears what became of it; nil for nobody
}

// apply makes operations, shows them at once and queues them for the disk. If the commit fails the
// family returns to what is durable.
func (s *Session) apply(with attached, change func() (record.Envelope, error)) error {
	s.mu.Lock()
	err := s.queue(with, change)
	changed := s.onChange
	s.mu.Unlock()
	if err == nil && changed != nil {
		changed()
	}
	return err
}

// queue is called under the lock, so that the order of the commits is the order of the operations.
func (s *Session) queue(with attached, change func() (record.Envelope, error)) error {
	envelope, err := change()
	if err != nil || len(envelope.Ops) == 0 {
		return err
	}
	index, err := json.Marshal(entryOf(s.id, s.file.Family(), s.file.Letters(), s.clinic.now()))
	if err == nil {
		commit := storage.Commit{Family: s.id, Envelope: &envelope, Index: index, Blobs: with.blobs, Audit: with.audit}
		err = s.clinic.writer.queue(commit, func(err error) {
			s.committed(envelope, err)
			if with.done != nil {
				with.done(err)
			}
		})
	}
	if err != nil {
		s.file.Abandon(envelope)
		return fmt.Errorf("the change could not be saved and was taken back: %w", err)
	}
	s.waiting++
	return nil
}

// committed hears from the writer what became of an edit.
func (s *Session) committed(envelope record.Envelope, err error) {
	s.mu.Lock()
	s.waiting--
	switch {
	case err == nil:
		s.failed, s.savedAt = nil, s.clinic.now()
	default:
		s.file.Abandon(envelope)
		// Edits that were queued behind a failed one fail with it; the first reason is the one to show.
		if s.failed == nil || !errors.Is(err, storage.ErrLane) {
			s.failed = fmt.Errorf("the last change could not be saved and was taken back: %w", err)
		}
	}
	changed := s.onChange
	s.mu.Unlock()
	if changed != nil {
		changed()
	}
}
