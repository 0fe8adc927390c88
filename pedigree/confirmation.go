package pedigree

// Confirmation is the request that should confirm or refute what was reported: a pathology report, a
// registry entry, a death certificate, a laboratory's report. The outcome is the Status of a diagnosis
// and ReportSeen of a gene test.
type Confirmation struct {
	SentOn     Date   `json:"sent_on,omitempty"`
	SentTo     string `json:"sent_to,omitempty"` // "Riverside Hospital, histopathology"
	DueOn      Date   `json:"due_on,omitempty"`  // when to ask again
	AnsweredOn Date   `json:"answered_on,omitempty"`
	Note       string `json:"note,omitempty"`

	Extra ExtraText `json:"-"`
}

// IsZero reports that nothing was ever asked for, for omitzero.
func (c Confirmation) IsZero() bool { return c == Confirmation{} }
