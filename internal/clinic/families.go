package clinic

import (
	"encoding/json"
	"errors"
	"fmt"

	"kindred/internal/casefile"
	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/storage"
)

// ErrNotKept is a family that cannot be kept as it is, such as one with two people of one id.
var ErrNotKept = errors.New("this family cannot be kept")

// Import puts a family into the store as it is, with its ids, and returns its new family id.
func (c *Clinic) Import(f *pedigree.Family, reason string) (record.FamilyID, error) {
	ids, err := c.ImportAll([]*pedigree.Family{f}, reason)
	if err != nil {
		return "", err
	}
	return ids[0], nil
}

// ImportAll puts families into the store in one transaction, all or none, and returns their new
// family ids. ErrNotKept names the family that stands in the way.
func (c *Clinic) ImportAll(families []*pedigree.Family, reason string) ([]record.FamilyID, error) {
	ids := make([]record.FamilyID, len(families))
	commits := make([]storage.Commit, len(families))
	for i, f := range families {
		ids[i] = record.NewFamilyID()
		params, err := c.params(ids[i])
		if err != nil {
			return nil, err
		}
		file, envelope, err := casefile.Import(params, reason, f)
		if err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrNotKept, f.Name, err)
		}
		index, err := json.Marshal(entryOf(ids[i], file.Family(), nil, c.now()))
		if err != nil {
			return nil, err
		}
		line, err := c.auditLine(ids[i], "import", reason)
		if err != nil {
			return nil, err
		}
		commits[i] = storage.Commit{Family: ids[i], Envelope: &envelope, Index: index, Audit: []storage.AuditEntry{line}}
	}
	c.writer.flush()
	return ids, c.store.CommitAll(commits)
}

// NewFamily begins a family. Its first operations are those of f; nothing is in the store until they
// are durable.
func (c *Clinic) NewFamily(f *pedigree.Family, reason string) (*Session, error) {
	params, err := c.params(record.NewFamilyID())
	if err != nil {
		return nil, err
	}
	// An import cannot be undone: the family would be gone from under its own screen.
	file, envelope, err := casefile.Import(params, reason, f)
	if err != nil {
		return nil, err
	}
	s := newSession(c, params.Family, file)
	return s, s.apply(attached{}, func() (record.Envelope, error) { return envelope, nil })
}

// BeginFamily begins a family with one person in it, the patient to be: the pedigree is never empty,
// and its ages are said for today.
func (c *Clinic) BeginFamily() (*Session, error) {
	settings, err := c.Settings()
	if err != nil {
		return nil, err
	}
	today := c.Today()
	return c.NewFamily(&pedigree.Family{
		Format: pedigree.Format, Version: pedigree.FormatVersion, AsOf: today, DrawnOn: today, Sample: settings.Sample,
		Recorder:    settings.Author.Name,
		Individuals: []pedigree.Individual{{ID: "1", Proband: true, Consultand: true}},
		Patients:    []pedigree.Patient{{ID: "patient-1", Individual: "1", ReferredOn: today}},
	}, "new family")
}
