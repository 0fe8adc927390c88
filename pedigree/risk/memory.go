package risk

import "sync"

// Memory keeps one thing for each model from one request to the next, such as the elimination order of a
// family. It may be used from several goroutines; a model must take what it finds only after checking
// that it still fits.
type Memory struct{ kept sync.Map }

// Of is what the model kept last; nil for nothing. A nil Memory holds nothing.
func (m *Memory) Of(model string) any {
	if m == nil {
		return nil
	}
	value, _ := m.kept.Load(model)
	return value
}

// Keep replaces what the model kept.
func (m *Memory) Keep(model string, value any) {
	if m != nil {
		m.kept.Store(model, value)
	}
}
