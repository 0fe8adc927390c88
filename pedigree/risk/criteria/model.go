package criteria

import (
	"fmt"

	"kindred/pedigree/risk"
)

// Model is criteria of which any one condition suffices, about an affected person who may be any blood
// relative of the person asked about. It is never changed after NewModel and may be shared.
type Model struct {
	name  string
	rules *Rules
}

// NewModel reads the rules of the model with this name. The error names what is missing.
func NewModel(name string, file []byte) (*Model, error) {
	rules, err := Read(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &Model{name, rules}, nil
}

// Name is the name given to NewModel.
func (m *Model) Name() string { return m.name }

// Assess answers in Category: met, met if confirmed, not met or cannot tell, and says in whom, the
// person asked about first.
func (m *Model) Assess(req risk.Request) risk.Assessment {
	return m.rules.Published.Answer(m.name, req, func(c *risk.Case) risk.Assessment {
		a, ok := Begin(c)
		if !ok {
			return a
		}
		return m.rules.Answer(Look(c), a, (*View).Affected)
	})
}
