package clinic

import (
	"kindred/internal/record"
	"kindred/storage"
)

// auditLine is one line of the log of who did what, by the author of this laptop.
func (c *Clinic) auditLine(family record.FamilyID, what, why string) (storage.AuditEntry, error) {
	settings, err := c.Settings()
	return storage.AuditEntry{Who: settings.Author.Name, Role: settings.Author.Role, Family: family, What: what, Why: why}, err
}

// audit writes a line at once: for acts that change no record.
func (c *Clinic) audit(family record.FamilyID, what, why string) error {
	line, err := c.auditLine(family, what, why)
	if err != nil {
		return err
	}
	return c.store.Audit(line)
}

// Printed records in the audit that something left the record as a file for printing: the id of a
// signed letter, or what is said of a pedigree.
func (s *Session) Printed(what string) error { return s.clinic.audit(s.id, "print", what) }

// Exported records in the audit that the family left the record as a file, and as what.
func (s *Session) Exported(what string) error { return s.clinic.audit(s.id, "export", what) }
