package casefile

import (
	"cmp"
	"encoding/json"
	"errors"
	"reflect"
	"slices"

	"kindred/internal/record"
	"kindred/pedigree"
)

// ErrSigned refuses a change to a signed letter.
var ErrSigned = errors.New("this letter is signed and cannot be changed: write a new one")

// LetterStatus is how far a letter has come.
type LetterStatus string

// The states of a letter.
const (
	LetterDraft  LetterStatus = "draft"
	LetterSigned LetterStatus = "signed" // final: never changed again, on any device
)

// Letter is a letter to a patient: what its template cannot know, and once signed what it rests on.
type Letter struct {
	ID              string            `json:"id"`
	Patient         pedigree.ID       `json:"patient"`
	Template        string            `json:"template"`
	TemplateVersion string            `json:"template_version,omitempty"`
	Status          LetterStatus      `json:"status"`
	Number          string            `json:"number,omitempty"`
	Edits           map[string]string `json:"edits,omitempty"` // by paragraph, the words in place of the template's
	CreatedOn       pedigree.Date     `json:"created_on,omitempty"`
	SignedOn        pedigree.Date     `json:"signed_on,omitempty"`
	SignedBy        string            `json:"signed_by,omitempty"`
	SignedRole      string            `json:"signed_role,omitempty"`
	PDFDigest       string            `json:"pdf_digest,omitempty"`   // of the bytes signed
	FactsDigest     string            `json:"facts_digest,omitempty"` // of the facts it rests on, as Sign made it
	Frontier        record.Frontier   `json:"frontier,omitempty"`     // what was known when it was signed, for audit
}

// Letters are the letters of this family, the oldest first. Of a signed letter it is what was
// signed, whatever another device wrote to the draft meanwhile; had two devices signed it, the
// first.
func (x *File) Letters() []Letter {
	return papers(x, kindLetter, func(id record.EntityID) *Letter {
		if signed := x.signedLetter(id); signed != nil {
			return signed
		}
		return item[Letter](x.view, id, kindLetter)
	})
}

func papers[T any](x *File, kind string, read func(record.EntityID) *T) []T {
	entities := x.view.list(theFamily, kind)
	slices.SortFunc(entities, func(a, b placed) int {
		return x.state.Entity(a.id).Added().ID.Compare(x.state.Entity(b.id).Added().ID)
	})
	all := make([]T, len(entities))
	for i, p := range entities {
		all[i] = *read(p.id)
	}
	return all
}

func (x *File) signedLetter(id record.EntityID) *Letter {
	e := x.state.Entity(id)
	if e == nil {
		return nil
	}
	for _, w := range e.All(fieldSigned) {
		var l Letter
		if json.Unmarshal(w.Op.Value, &l) == nil {
			return &l
		}
	}
	return nil
}

// PutLetter keeps a letter, new or changed. Signing is putting it with the status LetterSigned; a
// signed letter takes no change any more (ErrSigned). Letters are not part of undo.
func (x *File) PutLetter(reason string, l Letter) (record.Envelope, error) {
	l.ID = cmp.Or(l.ID, string(x.NewID()))
	id := entityID(kindLetter, pedigree.ID(l.ID))
	if signed := x.signedLetter(id); signed != nil {
		if reflect.DeepEqual(*signed, l) {
			return record.Envelope{}, nil
		}
		return record.Envelope{}, ErrSigned
	}
	return x.putPaper(reason, id, kindLetter, &l, func(d *differ) {
		if l.Status == LetterSigned {
			value, err := json.Marshal(l)
			d.fail(err)
			d.set(record.Op{Kind: record.Set, Entity: id, Field: fieldSigned, Value: value})
		}
	})
}

func (x *File) putPaper(reason string, id record.EntityID, kind string, paper any, also func(*differ)) (record.Envelope, error) {
	if x.state.ReadOnly() {
		return record.Envelope{}, ErrReadOnly
	}
	d := differ{view: x.view, stamp: x.clock.Next()}
	if !x.state.Visible(theFamily) {
		d.ops = append(d.ops, record.Op{Kind: record.Add, Entity: theFamily, EntityKind: kindFamily})
	}
	before := map[string]json.RawMessage{}
	if d.appear(id, kind, theFamily) {
		before = shownFields(x.state.Entity(id))
	}
	d.fieldsFrom(id, kind, before, paper)
	also(&d)
	if d.err != nil {
		return record.Envelope{}, d.err
	}
	return x.commit(reason, "", d.stamp, d.ops, func(step) {})
}
