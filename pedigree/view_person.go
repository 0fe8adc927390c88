package pedigree

import (
	"reflect"
	"slices"
	"strings"
)

// linkKeys are the fields that join a person to the others. The use of the whole person does not
// clear them, only an entry of their own in Sources does.
var linkKeys = []string{"mother", "father", "other_parents"}

// keptKeys are the fields that tell nothing about the person, or that the view treats one by one.
var keptKeys = []string{"-", "id", "pin", "draw_twice", "sources", "source", "consents", "diagnoses", "gene_tests", "surgery", "carrier"}

// individualKeys is the JSON key of each field of Individual, by position.
var individualKeys = func() []string {
	t := reflect.TypeFor[Individual]()
	keys := make([]string, t.NumField())
	for i := range keys {
		keys[i], _, _ = strings.Cut(t.Field(i).Tag.Get("json"), ",")
	}
	return keys
}()

// person clears the hidden fields of p. It works on every field by its JSON key, so that a field
// added later is covered without being listed here.
func (v *view) person(p *Individual) {
	before := *p
	hidden := func(key string) bool { return v.hides(p.useOf(key)) }
	fields := reflect.ValueOf(p).Elem()
	for i, key := range individualKeys {
		_, listed := p.Sources[key]
		if hidden(key) && !slices.Contains(keptKeys, key) && (listed || !slices.Contains(linkKeys, key)) {
			fields.Field(i).SetZero()
		}
	}
	v.items(p)
	if hidden("deceased") && before.IsDeceased() {
		p.Age, p.Died, p.CauseOfDeath = Fuzzy{}, Fuzzy{}, ""
	}
	if v.hides(p.Source) || before.Pregnancy != nil && hidden("pregnancy") {
		v.leaves[p.ID] = p.ID != v.own
	}
	if hidden("sex") {
		v.sexes[p.ID] = before.Sex
		if p.Sources["organs"].Use == "" {
			p.Organs = nil // they would tell it
		}
	}
	left := p.everyParent()
	for _, parent := range before.everyParent() {
		if !slices.Contains(left, parent) {
			v.links[p.ID] = append(v.links[p.ID], parent)
		}
	}
	if p.ID == v.own {
		p.Proband, p.Consultand = before.Proband, before.Consultand
	}
	v.sources(p)
}

// items removes the hidden diagnoses, tests, operations and carrier states, and with them what repeats
// them in other words, unless it has a use of its own: with a carrier state the notes, and with any
// other also carrier states, the plain flag, "not well", the evaluation and the cause of death.
func (v *view) items(p *Individual) {
	carried := len(p.Carrier)
	p.Carrier = slices.DeleteFunc(p.Carrier, func(c CarrierState) bool { return v.hidesItem(c.Source, p.useOf("carrier")) })
	if len(p.Carrier) != carried && p.Sources["notes"].Use == "" {
		p.Notes = nil
	}
	had := len(p.Diagnoses) + len(p.GeneTests) + len(p.Surgery)
	p.Diagnoses = slices.DeleteFunc(p.Diagnoses, func(d Diagnosis) bool { return v.hidesItem(d.Source, p.useOf("diagnoses")) })
	p.GeneTests = slices.DeleteFunc(p.GeneTests, func(t GeneTest) bool { return v.hidesItem(t.Source, p.useOf("gene_tests")) })
	p.Surgery = slices.DeleteFunc(p.Surgery, func(s Surgery) bool { return v.hidesItem(s.Source, p.useOf("surgery")) })
	if len(p.Diagnoses)+len(p.GeneTests)+len(p.Surgery) == had {
		return
	}
	if p.Sources["carrier"].Use == "" {
		p.Carrier = slices.DeleteFunc(p.Carrier, func(c CarrierState) bool { return c.Source.Use == "" })
	}
	if p.Sources["affected"].Use == "" {
		p.Affected = NotAsked
	}
	if p.Well == No && p.Sources["well"].Use == "" {
		p.Well = NotAsked
	}
	if p.Sources["evaluated"].Use == "" {
		p.Evaluated = NotAsked
	}
	if p.Sources["cause_of_death"].Use == "" {
		p.CauseOfDeath = ""
	}
	if p.Sources["notes"].Use == "" {
		p.Notes = nil
	}
}

// useOf is the provenance whose use holds for the facts under a JSON key: that of the key, or, where
// the key's was not asked, that of the person.
func (p *Individual) useOf(key string) Provenance {
	if s, ok := p.Sources[key]; ok && s.Use != "" {
		return s
	}
	return p.Source
}

// sources removes what the provenances and consents themselves would tell.
func (v *view) sources(p *Individual) {
	for key, s := range p.Sources {
		if v.hides(p.useOf(key)) || v.hides(s) {
			delete(p.Sources, key)
		} else {
			p.Sources[key] = v.shown(s)
		}
	}
	if v.hides(p.Source) {
		p.Source = Provenance{}
	}
	p.Source = v.shown(p.Source)
	for i := range p.Diagnoses {
		p.Diagnoses[i].Source = v.shown(p.Diagnoses[i].Source)
	}
	for i := range p.GeneTests {
		p.GeneTests[i].Source = v.shown(p.GeneTests[i].Source)
	}
	for i := range p.Surgery {
		p.Surgery[i].Source = v.shown(p.Surgery[i].Source)
	}
	for i := range p.Carrier {
		p.Carrier[i].Source = v.shown(p.Carrier[i].Source)
	}
	p.Consents = slices.DeleteFunc(p.Consents, func(c Consent) bool {
		return v.purpose == ForShowing && v.Family.Patient(ID(c.To)) != nil && c.To != string(v.patient)
	})
}

// shown leaves out of a provenance in whose care the fact was told, if it was another patient's.
func (v *view) shown(p Provenance) Provenance {
	if v.purpose == ForShowing && p.Patient != v.patient {
		p.Patient = ""
	}
	return p
}
