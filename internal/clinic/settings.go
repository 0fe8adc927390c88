package clinic

import (
	"encoding/json"
	"fmt"

	"kindred/internal/letter"
	"kindred/pedigree"
)

// Statement is what product and user must know of each other before the first use; it is shown at
// set-up, in Settings and in the README.
const Statement = "Kindred is not UKCA or CE marked and has not been assessed under DCB0129. It is for evaluation with invented " +
	"or test data until your organisation's clinical safety officer (DCB0160) and information governance lead (DPIA) have approved its use. " +
	"Not endorsed by NHS England or NICE. It is not CanRisk and not IBIS."

// Settings of one laptop's clinic, sealed in the store.
type Settings struct {
	Service  letter.Service `json:"service"`
	Author   Author         `json:"author"`
	Approval *Approval      `json:"approval,omitempty"`
	Sample   bool           `json:"sample,omitempty"` // the sample clinic: marked SAMPLE everywhere

	StatementReadOn pedigree.Date `json:"statement_read_on,omitempty"`
	Theme           string        `json:"theme,omitempty"` // "light", "dark", "high contrast"
	LockAfterMinute int           `json:"lock_after_minutes,omitempty"`
	Drawing         Drawing       `json:"drawing,omitzero"`
}

// Author is who works on this laptop, signs and is written to.
type Author struct {
	Name string `json:"name"`
	Role string `json:"role"`
}

// Approval records that the organisation lets the program be used with real patients.
type Approval struct {
	Name      string        `json:"name"`
	Role      string        `json:"role"`
	On        pedigree.Date `json:"on"`
	Reference string        `json:"reference"`
}

// Evaluation reports that no complete approval is recorded, so that every page must say so.
func (s Settings) Evaluation() bool {
	a := s.Approval
	return a == nil || a.Name == "" || a.Role == "" || a.On == "" || a.Reference == ""
}

// Stamps are the marks that every drawing and page carries.
func (s Settings) Stamps(f *pedigree.Family) []string {
	var stamps []string
	if s.Sample || f.Sample {
		stamps = append(stamps, letter.SampleMark)
	}
	if s.Evaluation() {
		stamps = append(stamps, letter.EvaluationMark)
	}
	return stamps
}

const settingsName = "clinic"

// Settings of the clinic; a store without any has the zero Settings.
func (c *Clinic) Settings() (Settings, error) {
	var s Settings
	data, err := c.store.Settings(settingsName)
	if err != nil || len(data) == 0 {
		return s, err
	}
	if err := json.Unmarshal(data, &s); err != nil {
		return s, fmt.Errorf("the clinic's settings cannot be read: %w", err)
	}
	return s, nil
}

// PutSettings keeps the settings.
func (c *Clinic) PutSettings(s Settings) error {
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return c.store.PutSettings(settingsName, data)
}
