package clinic

import (
	"kindred/internal/casefile"
	"kindred/internal/record"
)

// History is what was done to this family up to now, and the family as it was after each moment. It
// does not follow later edits, and may be read on another goroutine, one at a time.
func (s *Session) History() *casefile.History {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.file.History()
}

// Device is this laptop's name in the record: what was done under another was done elsewhere.
func (s *Session) Device() record.DeviceID { return s.clinic.store.Device() }
