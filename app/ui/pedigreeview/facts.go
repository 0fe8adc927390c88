package pedigreeview

import (
	"slices"
	"strconv"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/describe"
)

// Fact is one thing recorded about a person, in words, with its source.
type Fact struct {
	Label, Value string
	Source       string // "told by Anna on 21 November 2026; may be shared"; "" where nobody said
	Absent       bool   // nothing is recorded: the value only says so
}

// What a fact says that is not recorded.
const (
	notAsked     = "not asked"
	noneRecorded = "none recorded"
)

// FactsOf lists what is recorded about a person, in the order in which a clinic asks. What was not
// asked is left out, apart from sex, age and state, which a reader looks for.
func FactsOf(f *pedigree.Family, id pedigree.ID) []Fact {
	p := f.Individual(id)
	if p == nil {
		return nil
	}
	var facts []Fact
	add := func(key, label, value string) {
		if value != "" {
			absent := value == notAsked || value == noneRecorded
			facts = append(facts, Fact{label, value, SourceWords(p.SourceOf(key)), absent})
		}
	}
	if subject := f.Subject(); subject != nil && subject.ID != id {
		relation := f.Relationship(subject.ID, id)
		facts = append(facts, Fact{Label: "Relation", Value: describe.Capital(relation.Words)})
	}
	if p.Pregnancy != nil {
		add("pregnancy", "Pregnancy", joined(string(p.Pregnancy.Kind), weeks(p.Pregnancy.Weeks)))
		add("pregnancy", "Due", p.Pregnancy.Due.String())
	}
	if p.CountUnknown {
		add("count_unknown", "Stands for", "several people, number not known")
	} else if p.Count > 1 {
		add("count", "Stands for", strconv.Itoa(p.Count)+" people")
	}
	add("sex", "Sex at birth", sexWords(p.Sex))
	add("gender", "Gender", string(p.Gender))
	add("karyotype", "Karyotype", p.Karyotype)
	if born := bornWords(f, p); born != "" {
		add("born", "Born", born)
	} else if p.Pregnancy == nil {
		add("age", ageLabel(p), ageWords(p))
	}
	if p.Pregnancy == nil {
		add("deceased", "Status", statusWords(p))
	}
	add("died", "Died", p.Died.String())
	add("cause_of_death", "Cause of death", p.CauseOfDeath)
	// A source of its own comes before that of all the person's facts of the kind.
	item := func(key, label, value string, source pedigree.Provenance) {
		if source.IsZero() {
			source = p.SourceOf(key)
		}
		facts = append(facts, Fact{Label: label, Value: describe.Capital(value), Source: SourceWords(source)})
	}
	for i, words := range describe.Diagnoses(p) {
		item("diagnoses", "Diagnosis", words, p.Diagnoses[i].Source)
	}
	for i, words := range describe.Carriers(p) {
		item("carrier", "Carrier", words, p.Carrier[i].Source)
	}
	for i := range p.Surgery {
		s := &p.Surgery[i]
		item("surgery", "Surgery", joined(s.What, atAge(s.Age), string(s.Reason)), s.Source)
	}
	if len(p.Organs) > 0 || slices.ContainsFunc(pedigree.Organs, func(o pedigree.Organ) bool { return p.RemovedBy(o) != nil }) {
		add("organs", "Organs", describe.Capital(organsWords(p)))
	}
	for i, words := range describe.Tests(p) {
		item("gene_tests", "Genetic test", words, p.GeneTests[i].Source)
	}
	if len(p.GeneTests) == 0 && p.IsPerson() {
		add("gene_tests", "Genetic tests", noneRecorded)
	}
	switch p.Evaluated {
	case pedigree.Yes:
		add("evaluated", "Examined", "by us, or records seen")
	case pedigree.No:
		add("evaluated", "Examined", "no, and no records seen")
	}
	add("ashkenazi", "Jewish ancestry", ancestryWords(p.Ashkenazi))
	add("ancestry", "Ancestry", strings.Join(p.Ancestry, ", "))
	switch p.Adopted {
	case pedigree.AdoptedIn:
		add("adopted", "Adopted", "into the family")
	case pedigree.AdoptedOut:
		add("adopted", "Adopted", "out of the family")
	}
	if p.HistoryUnknown {
		add("history_unknown", "Parents' families", "nothing known")
	}
	facts = append(facts, kinFacts(f, p)...)
	if p.Childless != "" {
		add("childless", "Children", joined(childlessWords(p.Childless), p.ChildlessCause))
	}
	if p.NotInContact {
		add("not_in_contact", "Contact", "not in contact")
	}
	add("asked", "Asked", askedWords(p))
	if p.NoDetails {
		add("no_details", "Details", "asked, nothing known")
	}
	for _, note := range p.Notes {
		add("notes", "Note", note)
	}
	return facts
}

// SourceWords is a provenance as one line.
func SourceWords(s pedigree.Provenance) string {
	var parts []string
	told := ""
	if s.ToldBy != "" {
		told = "told by " + s.ToldBy
	}
	if s.On != "" {
		told = strings.TrimSpace(told + " on " + s.On.Prose())
	}
	if told != "" {
		parts = append(parts, told)
	}
	if s.WrittenBy != "" {
		parts = append(parts, "written by "+s.WrittenBy)
	}
	if s.Use != "" {
		parts = append(parts, string(s.Use))
	}
	if s.Note != "" {
		parts = append(parts, s.Note)
	}
	return strings.Join(parts, "; ")
}

// nameOf is a person's name for a heading; without a name, what they are.
func nameOf(p *pedigree.Individual) string {
	name := strings.TrimSpace(p.Name + " " + strings.ToUpper(p.FamilyName))
	switch {
	case name != "":
		return name
	case p.Pregnancy != nil:
		return describe.Capital(string(p.Pregnancy.Kind))
	case p.IsGroup():
		return "Several people"
	}
	return "Name not recorded"
}

func sexWords(s pedigree.Sex) string {
	if s == "" {
		return notAsked
	}
	return describe.Capital(string(s))
}

func bornWords(f *pedigree.Family, p *pedigree.Individual) string {
	if p.Born.IsZero() {
		return ""
	}
	words := p.Born.String()
	if p.Born.Date != "" {
		words = p.Born.Date.Prose()
	}
	age := ageWords(p)
	if age == "" && !p.IsDeceased() {
		on := p.AsOf
		if on == "" {
			on = f.AsOf
		}
		if years, ok := p.Born.Date.AgeOn(on); ok {
			age = strconv.Itoa(years)
		}
	}
	if age != "" {
		words += " (" + age + ")"
	}
	return words
}

func ageLabel(p *pedigree.Individual) string {
	if p.IsDeceased() {
		return "Age at death"
	}
	return "Age"
}

func ageWords(p *pedigree.Individual) string { return p.Age.String() }

func statusWords(p *pedigree.Individual) string {
	life := map[pedigree.Answer]string{
		pedigree.NotAsked: "", pedigree.No: "Alive", pedigree.Yes: "Deceased", pedigree.DontKnow: "Not known whether alive",
	}[p.Deceased]
	if words := describe.Capital(joined(life, healthWords(p))); words != "" {
		return words
	}
	return notAsked
}

// healthWords keep the four answers apart: well or none, doesn't know, no details, and not asked, which
// is no words.
func healthWords(p *pedigree.Individual) string {
	switch p.Illness() {
	case pedigree.IllnessPresent:
		if len(p.Diagnoses) == 0 && p.Affected != pedigree.Yes {
			return "not well"
		}
		return "affected"
	case pedigree.IllnessAbsent:
		switch {
		case p.Well == pedigree.Yes:
			return "well"
		case p.Asked[pedigree.AskedCancer] == pedigree.No:
			return "asked about cancer, none"
		}
		return "unaffected"
	case pedigree.IllnessUncertain:
		return "not known whether there was any cancer"
	}
	return ""
}

// askedWords are the answers "none" and "doesn't know"; those on cancer are in the status.
func askedWords(p *pedigree.Individual) string {
	var words []string
	for _, q := range questions {
		switch a := p.Asked[q]; {
		case a == pedigree.No:
			words = append(words, "no "+string(q))
		case a == pedigree.DontKnow:
			words = append(words, "doesn't know of "+string(q))
		}
	}
	return describe.Capital(joined(words...))
}

func ancestryWords(a pedigree.Answer) string {
	switch a {
	case pedigree.Yes:
		return "Ashkenazi"
	case pedigree.No:
		return "asked, none"
	}
	return a.String()
}

func childlessWords(c pedigree.Childless) string {
	switch c {
	case pedigree.NoChildren:
		return "asked, none"
	case pedigree.ChildlessByChoice:
		return "none, by choice"
	}
	return string(c)
}

func weeks(f pedigree.Fuzzy) string {
	if f.IsZero() {
		return ""
	}
	return f.String() + " weeks"
}

func atAge(f pedigree.Fuzzy) string {
	if f.IsZero() {
		return ""
	}
	return "at " + f.String()
}

func joined(parts ...string) string { return joinedBy(", ", parts...) }

// joinedBy joins the parts that are not empty.
func joinedBy(between string, parts ...string) string {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, between)
}
