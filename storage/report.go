package storage

import (
	"fmt"
	"strings"
)

// Report is what a check of the whole store found.
type Report struct {
	Families  int // that can be read
	Erased    int
	Envelopes int
	Documents int
	Audited   int // entries of the audit log
	OldKeys   int // rows still sealed under an older generation of the data key
	Bytes     int64
	Problems  []string // one line each; none if all is well
}

// Err is ErrDamaged with the first problem, or nil if there is none.
func (r Report) Err() error {
	switch n := len(r.Problems); n {
	case 0:
		return nil
	case 1:
		return fail(ErrDamaged, "%s", r.Problems[0])
	default:
		return fail(ErrDamaged, "%s (and %d faults more)", r.Problems[0], n-1)
	}
}

// String is the report in one line.
func (r Report) String() string {
	parts := []string{
		count(r.Families, "family", "families"), count(r.Envelopes, "change", "changes"),
		count(r.Documents, "document", "documents"), count(r.Audited, "audit entry", "audit entries"),
		fmt.Sprintf("%d bytes", r.Bytes),
	}
	if r.Erased > 0 {
		parts = append(parts, fmt.Sprintf("%d erased", r.Erased))
	}
	if r.OldKeys > 0 {
		parts = append(parts, count(r.OldKeys, "row under an older key", "rows under older keys"))
	}
	if n := len(r.Problems); n > 0 {
		parts = append(parts, count(n, "fault", "faults"))
	}
	return strings.Join(parts, ", ")
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
