package casefile

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"

	"kindred/pedigree"
)

// Reading is what something that is kept reads of a family: the facts whose change makes it out of date.
type Reading uint8

// The readings, the widest first. In none of them is it a fact that confirmation was asked for; that
// it was given is one.
const (
	ByLetters  Reading = iota // what a letter may say
	ByModels                  // what a number may depend on, and what is confirmed
	ByPrograms                // what another program can be given, which knows nothing of confirmation
)

// FactsDigest is a SHA-256 in hexadecimal over the facts of a family in canonical form: what has no
// order is sorted, so that only a change in a fact that is read changes it. Give it the view of the
// family that the letter or the models read.
func FactsDigest(f *pedigree.Family, by Reading) string { return digestOf(read(f, by)) }

// read is a copy of the family with the facts that are read.
func read(f *pedigree.Family, by Reading) *pedigree.Family {
	f = f.Clone()
	f.Format, f.Version = "", 0
	for _, patient := range f.Patients { // whose date of birth is read where no age is known
		if p := f.Individual(patient.Individual); p != nil && p.Age.IsZero() && p.Born.IsZero() {
			p.Born = patient.DateOfBirth
		}
	}
	for i := range f.Individuals {
		withoutAsking(&f.Individuals[i])
		if by != ByLetters {
			onlyNumbers(&f.Individuals[i])
		}
		if by == ByPrograms {
			withoutConfirmation(&f.Individuals[i])
		}
	}
	if by == ByLetters {
		return f
	}
	f.Name, f.Reason, f.Informant, f.Notes, f.Sample = "", "", "", nil, false
	for i := range f.Unions {
		u := &f.Unions[i]
		*u = pedigree.Union{ID: u.ID, Partners: u.Partners, Children: u.Children, Consanguineous: u.Consanguineous, Degree: u.Degree}
	}
	for i := range f.Twins {
		f.Twins[i].Source = pedigree.Provenance{}
	}
	return f
}

// FormerFactsDigest is what FactsDigest was up to version 1 of the program: it read every fact, and that
// a confirmation was asked for among them. Letters and risks kept then have such digests.
func FormerFactsDigest(f *pedigree.Family) string { return digestOf(f) }

// withoutAsking takes away that confirmation was asked for, and what came of looking in vain.
func withoutAsking(p *pedigree.Individual) {
	for i := range p.Diagnoses {
		d := &p.Diagnoses[i]
		d.Status, d.Confirmation = outcome(d.Status), pedigree.Confirmation{}
	}
	for i := range p.Surgery {
		p.Surgery[i].Status = outcome(p.Surgery[i].Status)
	}
	for i := range p.GeneTests {
		t := &p.GeneTests[i]
		t.Confirmation = pedigree.Confirmation{}
		if t.ReportSeen != pedigree.Yes {
			t.ReportSeen = pedigree.NotAsked
		}
	}
}

// outcome is what is known of a fact beside that it was reported.
func outcome(s pedigree.Status) pedigree.Status {
	if s == pedigree.Confirmed || s == pedigree.Refuted {
		return s
	}
	return ""
}

// onlyNumbers takes away what no number depends on. A field that is not named here counts, so that one
// added later does.
func onlyNumbers(p *pedigree.Individual) {
	p.Name, p.FamilyName, p.BirthName, p.Gender = "", "", "", ""
	p.Consultand = false // whoever is asked about is named in the asking
	p.Evaluated, p.NotInContact, p.Childless, p.ChildlessCause = pedigree.NotAsked, false, "", ""
	p.Sources, p.Source, p.Consents, p.Notes = nil, pedigree.Provenance{}, nil, nil
	for i := range p.Diagnoses {
		d := &p.Diagnoses[i]
		d.ConfirmedBy, d.Hospital, d.Treatment, d.Source, d.Notes = "", "", "", pedigree.Provenance{}, nil
	}
	for i := range p.GeneTests {
		p.GeneTests[i].Laboratory, p.GeneTests[i].Source = "", pedigree.Provenance{}
	}
	for i := range p.Surgery {
		p.Surgery[i].Source = pedigree.Provenance{}
	}
	for i := range p.Carrier {
		p.Carrier[i].Source = pedigree.Provenance{}
	}
}

// withoutConfirmation leaves of each fact only whether it counts.
func withoutConfirmation(p *pedigree.Individual) {
	for i := range p.Diagnoses {
		if d := &p.Diagnoses[i]; d.Status == pedigree.Confirmed {
			d.Status = ""
		}
	}
	for i := range p.Surgery {
		if o := &p.Surgery[i]; o.Status == pedigree.Confirmed {
			o.Status = ""
		}
	}
	for i := range p.GeneTests {
		p.GeneTests[i].ReportSeen = pedigree.NotAsked
	}
}

// digestOf is a SHA-256 over the canonical form of all facts; "" for what cannot be written as JSON.
func digestOf(f *pedigree.Family) string {
	data, err := canonicalJSON(f)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// canonicalJSON writes a family or a person with what has no order sorted.
func canonicalJSON(facts any) ([]byte, error) {
	data, err := json.Marshal(facts)
	if err != nil {
		return nil, err
	}
	var object map[string]any
	if err := json.Unmarshal(data, &object); err != nil {
		return nil, err
	}
	return appendCanonical(nil, object), nil
}

// notFacts are the JSON keys that no answer rests on: where a symbol was dragged to, what a drawing
// leaves out, when the drawing was made and changed, and how patients are reached.
var notFacts = map[string]bool{"pin": true, "draw_twice": true, "fold": true, "drawn_on": true, "changed_on": true, "patients": true, "recorder": true}

// appendCanonical writes a value that came from JSON, with lists sorted by their items' own text and
// without what is no fact. No list in a family says anything by its order alone, but for the words of an
// address: birth order enters no number and no sentence.
func appendCanonical(to []byte, v any) []byte {
	switch v := v.(type) {
	case map[string]any:
		to = append(to, '{')
		first := true
		for _, key := range slices.Sorted(maps.Keys(v)) {
			if notFacts[key] {
				continue
			}
			if !first {
				to = append(to, ',')
			}
			first = false
			to = append(appendScalar(to, key), ':')
			to = appendCanonical(to, v[key])
		}
		return append(to, '}')
	case []any:
		items := make([][]byte, len(v))
		for i := range v {
			items[i] = appendCanonical(nil, v[i])
		}
		slices.SortFunc(items, bytes.Compare)
		return append(append(append(to, '['), bytes.Join(items, []byte(","))...), ']')
	}
	return appendScalar(to, v)
}

func appendScalar(to []byte, v any) []byte {
	data, _ := json.Marshal(v) // came from JSON: it marshals
	return append(to, data...)
}
