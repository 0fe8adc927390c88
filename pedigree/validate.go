package pedigree

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Severity is how sure it is that something is wrong.
type Severity string

// The severities. None of them blocks typing, saving or drawing.
const (
	Contradiction Severity = "error"   // cannot be true as recorded: what depends on it is not used in a number
	Unlikely      Severity = "warning" // may be true; look again
	Remark        Severity = "note"    // worth knowing, nothing wrong
)

// Finding is one thing that validation found.
type Finding struct {
	Severity Severity
	People   []ID   // whom it is about; empty for the family as a whole
	Message  string // one sentence that names them as Called does: no id is in it
	Key      string // the rule, such as "parent-too-young"; stable
}

// The lowest and highest ages at a child's birth, in years, that are not reported: of either parent by
// blood, and of the one who gave the egg. Neither is a limit of nature; beyond them a slip in a year or
// in who is whose parent is likelier.
const (
	YoungestParent = 13
	OldestMother   = 55
)

// Validate lists what in the family contradicts itself or is unlikely. A fuzzy value is reported only
// when no reading of it is possible. The order is that of the rules, within a rule that of the family.
// It never changes anything, and a finding never blocks.
func (f *Family) Validate() []Finding {
	v := &validator{Family: f, index: f.Index()}
	v.identity()
	v.links()
	for i := range f.Individuals {
		p := &f.Individuals[i]
		v.life(p)
		v.parents(p)
		v.illness(p)
	}
	v.twins()
	v.unions()
	v.patients()
	v.duplicates()
	return v.findings
}

// validator collects findings; each rule is a method that adds its own.
type validator struct {
	*Family
	index    map[ID]int
	names    *namer
	findings []Finding
}

// Called is as that of the family, with what it needs made once.
func (v *validator) Called(id ID) string {
	if v.names == nil {
		v.names = newNamer(v.Family)
	}
	return v.names.called(id)
}

// person is Individual by way of the index.
func (v *validator) person(id ID) *Individual {
	if i, known := v.index[id]; known && id != "" {
		return &v.Individuals[i]
	}
	return nil
}

func (v *validator) add(severity Severity, key, message string, people ...ID) {
	first, size := utf8.DecodeRuneInString(message)
	message = string(unicode.ToUpper(first)) + message[size:]
	v.findings = append(v.findings, Finding{Severity: severity, People: people, Message: message, Key: key})
}

// identity reports ids, probands and consultands that are not the only one.
func (v *validator) identity() {
	for _, id := range v.DuplicateIDs() {
		v.add(Contradiction, "duplicate-id", "One id is used for "+strings.Join(v.namesWith(id), " and ")+": nobody could say whose parents and facts are whose.", id)
	}
	for i := range v.Individuals {
		if v.Individuals[i].ID == "" {
			v.add(Contradiction, "no-id", "Somebody has no id"+named(&v.Individuals[i])+".")
		}
	}
	v.onlyOne("two-probands", "proband", func(p *Individual) bool { return p.Proband })
	v.onlyOne("two-consultands", "consultand", func(p *Individual) bool { return p.Consultand })
}

func (v *validator) onlyOne(key, word string, marked func(*Individual) bool) {
	var all []ID
	for i := range v.Individuals {
		if p := &v.Individuals[i]; marked(p) {
			all = append(all, p.ID)
		}
	}
	if len(all) < 2 {
		return
	}
	v.add(Unlikely, key, "Several people are marked as "+word+" ("+v.list(all)+"); the first is used.", all...)
}

// links reports parents who are not in the family, and people who are their own ancestors.
func (v *validator) links() {
	for i := range v.Individuals {
		p := &v.Individuals[i]
		for _, parent := range p.everyParent() {
			if v.person(parent) == nil {
				v.add(Contradiction, "parent-missing", "A recorded parent of "+v.Called(p.ID)+" is not in the family.", p.ID)
			}
		}
	}
	if cycle := v.AncestryCycle(); cycle != nil {
		rest := ""
		if len(cycle) > 1 {
			rest = " (through " + v.list(cycle[1:]) + ")"
		}
		v.add(Contradiction, "own-ancestor", v.Called(cycle[0])+" is their own ancestor"+rest+".", cycle...)
	}
}

// named is the name in brackets after a space, "" without one.
func named(p *Individual) string {
	if p.Name == "" {
		return ""
	}
	return " (" + p.Name + ")"
}

// namesWith is the names of all who have one id.
func (v *validator) namesWith(id ID) []string {
	var names []string
	for i := range v.Individuals {
		switch p := &v.Individuals[i]; {
		case p.ID != id:
		case p.Name == "":
			names = append(names, "somebody without a name")
		default:
			names = append(names, p.Name)
		}
	}
	return names
}

// list is "Anna", "Anna and Tom", "Anna, Tom and Mary".
func (v *validator) list(ids []ID) string {
	if len(ids) == 0 {
		return "nobody else"
	}
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = v.Called(id)
	}
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
