package casefile

import (
	"cmp"
	"encoding/json"
	"errors"

	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// What cannot be done to something saved.
var (
	ErrSaved     = errors.New("this is saved and cannot be changed: save a new one")
	ErrWithdrawn = errors.New("this result is struck out already")
	ErrNoResult  = errors.New("this result is not in the record any more: look at the list again")
)

// RiskRun is a saved set of answers about one person.
type RiskRun struct {
	ID          string            `json:"id"`
	Subject     pedigree.ID       `json:"subject"`
	SavedOn     pedigree.Date     `json:"saved_on,omitempty"`
	SavedBy     string            `json:"saved_by,omitempty"`
	Assessments []risk.Assessment `json:"assessments"`
	FactsDigest string            `json:"facts_digest,omitempty"` // of the facts that the models read
	Frontier    record.Frontier   `json:"frontier,omitempty"`     // what was known when it was saved
}

// Elsewhere is a result of another program as it was copied into the record. A wrong one is struck out,
// and stays in the record as that.
type Elsewhere struct {
	risk.Elsewhere
	Frontier  record.Frontier `json:"frontier,omitempty"` // what was known when it was copied
	Withdrawn *Withdrawal     `json:"withdrawn,omitempty"`
}

// Withdrawal says who struck a result out, and when.
type Withdrawal struct {
	By string        `json:"by,omitempty"`
	On pedigree.Date `json:"on,omitempty"`
}

// fieldWithdrawn is the one field of a saved thing that may be written later. The first time counts.
const fieldWithdrawn = "withdrawn"

// RiskRuns are the saved risk runs of this family, the oldest first.
func (x *File) RiskRuns() []RiskRun {
	return papers(x, kindRiskRun, func(id record.EntityID) *RiskRun { return saved[RiskRun](x.view, id, kindRiskRun) })
}

// Elsewhere are the results of other programs, the oldest first, those struck out among them.
func (x *File) Elsewhere() []Elsewhere {
	return papers(x, kindElsewhere, func(id record.EntityID) *Elsewhere { return saved[Elsewhere](x.view, id, kindElsewhere) })
}

// SaveRisk keeps a risk run for good. It is not part of undo.
func (x *File) SaveRisk(reason string, r RiskRun) (record.Envelope, error) {
	r.ID = cmp.Or(r.ID, string(x.NewID()))
	return x.save(reason, kindRiskRun, pedigree.ID(r.ID), &r)
}

// SaveElsewhere keeps a result of another program for good. It is not part of undo.
func (x *File) SaveElsewhere(reason string, e Elsewhere) (record.Envelope, error) {
	e.ID, e.Withdrawn = cmp.Or(e.ID, x.NewID()), nil
	return x.save(reason, kindElsewhere, e.ID, &e)
}

// Withdraw strikes out a result of another program. It is not part of undo.
func (x *File) Withdraw(reason string, id pedigree.ID, w Withdrawal) (record.Envelope, error) {
	if x.state.ReadOnly() {
		return record.Envelope{}, ErrReadOnly
	}
	entity := entityID(kindElsewhere, id)
	e := x.state.Entity(entity)
	switch {
	case e == nil || e.Kind() != kindElsewhere:
		return record.Envelope{}, ErrNoResult
	case len(e.All(fieldWithdrawn)) > 0:
		return record.Envelope{}, ErrWithdrawn
	}
	value, err := json.Marshal(w)
	if err != nil {
		return record.Envelope{}, err
	}
	op := record.Op{Kind: record.Set, Entity: entity, Field: fieldWithdrawn, Value: value}
	return x.commit(reason, "", x.clock.Next(), []record.Op{op}, func(step) {})
}

func (x *File) save(reason, kind string, id pedigree.ID, what any) (record.Envelope, error) {
	entity := entityID(kind, id)
	if x.state.Entity(entity) != nil {
		return record.Envelope{}, ErrSaved
	}
	return x.putPaper(reason, entity, kind, what, func(*differ) {})
}

// isSaved reports a kind of which only the writes that came with it count.
func isSaved(kind string) bool { return kind == kindRiskRun || kind == kindElsewhere }

// saved reads something that was saved for good: what its own envelope wrote, whatever any device wrote
// to it afterwards, and the first withdrawal.
func saved[T any](v *view, id record.EntityID, kind string) *T {
	if known, ok := v.read[id].(*T); ok {
		return known
	}
	e := v.state.Entity(id)
	fields := map[string]json.RawMessage{}
	for _, field := range e.Fields() {
		for _, w := range e.All(field) {
			if w.Envelope == e.Added().Envelope || field == fieldWithdrawn {
				fields[field] = w.Op.Value
				break
			}
		}
	}
	return decoded[T](v, id, kind, fields)
}
