package clinic

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"kindred/pedigree"
)

// told is where a fact comes from that is entered now and says nothing itself: told by the family's
// informant, else by the patient, and written down today by the author.
func (s *Session) told(f *pedigree.Family) pedigree.Provenance {
	return pedigree.Provenance{ToldBy: informant(f), WrittenBy: s.file.Author(), On: s.clinic.Today()}
}

// informant is who tells the history as far as is known: whoever the family names, else the patient by
// name.
func informant(f *pedigree.Family) string {
	if f.Informant != "" {
		return f.Informant
	}
	subject := f.Subject()
	if subject == nil {
		return ""
	}
	if subject.Name != "" {
		return subject.Name
	}
	if p := f.PatientOf(subject.ID); p != nil && p.GivenName != "" {
		return strings.TrimSpace(p.GivenName + " " + p.FamilyName)
	}
	return "the patient"
}

// sourced is an edit after which every new fact says where it comes from. It runs under the lock.
func (s *Session) sourced(edit func(*pedigree.Family) error) func(*pedigree.Family) error {
	return func(f *pedigree.Family) error {
		before := s.file.Family()
		if err := edit(f); err != nil {
			return err
		}
		return stamp(before, f, s.told(f))
	}
}

// stamp gives each fact that is new or changed since before, and says nothing of its own about where it
// comes from, the source told. What the source of the whole person says already is not said again for
// one fact of theirs, and what a fact may be used for stays as it was.
func stamp(before, after *pedigree.Family, told pedigree.Provenance) error {
	was := before.Index()
	for i := range after.Individuals {
		p := &after.Individuals[i]
		at, there := was[p.ID]
		if !there {
			complete(&p.Source, told)
			stampItems(&pedigree.Individual{}, p, told)
			continue
		}
		if old := &before.Individuals[at]; !reflect.DeepEqual(old, p) {
			if err := stampChanged(old, p, told); err != nil {
				return err
			}
		}
	}
	stampNew(before.Unions, after.Unions, told, false, func(u *pedigree.Union) (pedigree.ID, *pedigree.Provenance) { return u.ID, &u.Source })
	stampNew(before.Twins, after.Twins, told, false, func(t *pedigree.TwinSet) (pedigree.ID, *pedigree.Provenance) { return t.ID, &t.Source })
	return nil
}

// complete fills what a source leaves open.
func complete(source *pedigree.Provenance, told pedigree.Provenance) {
	if source.ToldBy == "" {
		source.ToldBy = told.ToldBy
	}
	if source.WrittenBy == "" {
		source.WrittenBy = told.WrittenBy
	}
	if source.On == "" {
		source.On = told.On
	}
}

// stampChanged marks what is new about a person who was there before.
func stampChanged(old, p *pedigree.Individual, told pedigree.Provenance) error {
	if old.Source != p.Source { // the edit is about the source itself
		byHand(&p.Source, told)
		return nil
	}
	if !old.Known() && old.Sex == "" && old.Source.IsZero() {
		p.Source = told // of a bare symbol, all that is known now is new
		stampItems(old, p, told)
		return nil
	}
	changed, err := changedFacts(old, p)
	if err != nil {
		return err
	}
	for _, key := range changed {
		if p.Sources[key] != old.Sources[key] {
			continue // below
		}
		source := told
		if own, ok := p.Sources[key]; ok {
			source.Use, source.Patient = own.Use, own.Patient
		}
		if same(p.SourceOf(key), source) {
			continue
		}
		if p.Sources == nil {
			p.Sources = map[string]pedigree.Provenance{}
		}
		p.Sources[key] = source
	}
	for key, source := range p.Sources {
		if source != old.Sources[key] {
			byHand(&source, told)
			p.Sources[key] = source
		}
	}
	stampItems(old, p, told)
	return nil
}

// byHand completes a source that says who told and nothing of who wrote it down and when. What the user
// took out of a whole one stays out.
func byHand(source *pedigree.Provenance, told pedigree.Provenance) {
	if !source.IsZero() && source.WrittenBy == "" && source.On == "" {
		complete(source, told)
	}
}

// same reports whether two sources tell the same of who, by whom and when.
func same(a, b pedigree.Provenance) bool {
	return a.ToldBy == b.ToldBy && a.WrittenBy == b.WrittenBy && a.On == b.On
}

// unsourced are the keys of a person that have no source in Sources: the person, the place in the
// drawing, what has a source of its own, and the links to parents, whose entry in Sources would also
// say that the link may be hidden.
var unsourced = []string{
	"id", "pin", "draw_twice", "fold", "source", "sources", "consents", "diagnoses", "gene_tests", "surgery", "carrier",
	"mother", "father", "other_parents", "proband", "consultand", "as_of",
}

// changedFacts are the JSON keys under which a person has another fact than before. A fact that was
// taken away has no source.
func changedFacts(old, p *pedigree.Individual) ([]string, error) {
	was, err := keysOf(old)
	if err != nil {
		return nil, err
	}
	now, err := keysOf(p)
	if err != nil {
		return nil, err
	}
	var changed []string
	for key, value := range now {
		if !slices.Contains(unsourced, key) && string(was[key]) != string(value) {
			changed = append(changed, key)
		}
	}
	return changed, nil
}

func keysOf(p *pedigree.Individual) (map[string]json.RawMessage, error) {
	data, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	var keys map[string]json.RawMessage
	return keys, json.Unmarshal(data, &keys)
}

// stampItems marks the diagnoses, tests, operations and carrier states that are new of a person.
func stampItems(old, p *pedigree.Individual, told pedigree.Provenance) {
	covers := func(key string) bool { return same(p.SourceOf(key), told) }
	stampNew(old.Diagnoses, p.Diagnoses, told, covers("diagnoses"), func(d *pedigree.Diagnosis) (pedigree.ID, *pedigree.Provenance) { return d.ID, &d.Source })
	stampNew(old.GeneTests, p.GeneTests, told, covers("gene_tests"), func(t *pedigree.GeneTest) (pedigree.ID, *pedigree.Provenance) { return t.ID, &t.Source })
	stampNew(old.Surgery, p.Surgery, told, covers("surgery"), func(o *pedigree.Surgery) (pedigree.ID, *pedigree.Provenance) { return o.ID, &o.Source })
	// Carrier states have no id: the condition tells one from another.
	stampNew(old.Carrier, p.Carrier, told, covers("carrier"), func(c *pedigree.CarrierState) (pedigree.ID, *pedigree.Provenance) {
		return pedigree.ID(c.Condition), &c.Source
	})
}

// stampNew completes the source of the items whose id was not there before; one that has no id yet is
// new. An item without a source is left so where the person's own covers it.
func stampNew[T any](old, now []T, told pedigree.Provenance, covered bool, of func(*T) (pedigree.ID, *pedigree.Provenance)) {
	for i := range now {
		id, source := of(&now[i])
		was := func(item T) bool {
			oldID, _ := of(&item)
			return oldID == id
		}
		if id != "" && slices.ContainsFunc(old, was) || covered && source.IsZero() {
			continue
		}
		complete(source, told)
	}
}
