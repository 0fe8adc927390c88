package risk

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"kindred/pedigree"
)

// Case is a request made ready for a model: the family as it may be used for numbers about the
// subject, and questions that every model asks of it. A Case is for one assessment and is not safe
// for concurrent use.
type Case struct {
	Family  *pedigree.Family // without what was told in confidence by somebody else; read only
	Subject *pedigree.Individual
	AsOf    pedigree.Date // the day that ages are for; "" is unknown
	Quick   bool          // the joint range is not wanted now
	Sides   map[pedigree.ID]pedigree.Lineage

	kin        []*pedigree.Individual
	unresolved []Unresolved
	places     *places
	other      *replaced // the family that With last handed out
	made       *sync.Map // doubts and readings, which are read only, for the next model that asks
}

// Prepared is the request with its Case made once for several models, which must then be asked one
// after the other.
func (req Request) Prepared() Request {
	req.ready = Open(req)
	return req
}

// Apart is a prepared request for somebody who asks models at the same time: its Case shares only what never
// changes.
func (req Request) Apart() Request {
	if req.ready != nil {
		c := *req.ready
		c.other = nil
		req.ready = &c
	}
	return req
}

// Open makes a request ready. It is nil when the request names nobody, or somebody who is not in the
// family; Nobody is the answer then.
func Open(req Request) *Case {
	if req.ready != nil || req.Family == nil {
		return req.ready
	}
	subject := req.Family.Individual(req.Subject)
	if req.Subject == "" {
		subject = req.Family.Subject()
	}
	if subject == nil {
		return nil
	}
	patient := pedigree.ID("")
	if record := req.Family.PatientOf(subject.ID); record != nil {
		patient = record.ID
	}
	c := &Case{Family: req.Family.For(patient, pedigree.ForNumbers), AsOf: req.AsOf, Quick: req.Quick, unresolved: req.Unresolved, made: &sync.Map{}}
	if c.AsOf == "" {
		c.AsOf = c.Family.AsOf
	}
	if c.Family.AsOf == "" {
		c.Family.AsOf = c.AsOf // ages without a day are taken as said
	}
	c.birthsOfPatients()
	c.geneSymbols()
	c.Subject = c.Family.Individual(subject.ID)
	c.places = placesOf(c.Family, subject.ID, req.Memory)
	c.Sides = c.places.sides
	c.kin = c.places.among(c.Family.Individuals)
	return c
}

// birthsOfPatients fills in a date of birth that only the patient record holds.
func (c *Case) birthsOfPatients() {
	for i := range c.Family.Patients {
		record := &c.Family.Patients[i]
		if p := c.Family.Individual(record.Individual); p != nil && p.Age.IsZero() && p.Born.IsZero() {
			p.Born = record.DateOfBirth
		}
	}
}

// geneSymbols writes every gene as models compare it, in capitals and without blanks: "brca 1" is BRCA1. The
// family is a copy that is nobody else's.
func (c *Case) geneSymbols() {
	for i := range c.Family.Individuals {
		for k := range c.Family.Individuals[i].GeneTests {
			t := &c.Family.Individuals[i].GeneTests[k]
			t.Gene = strings.ToUpper(strings.Join(strings.Fields(t.Gene), ""))
		}
	}
}

// Published is what a model's file of numbers says of it in words.
type Published struct {
	Title    string   `json:"title"`
	Version  string   `json:"version"`
	Source   []string `json:"source"`
	Validity []string `json:"validity"`
	Limits   []string `json:"limits"` // warnings that stand beside every answer
}

// Answer opens the request, has it assessed, and signs the answer with the model's name and
// publication; a request that names nobody in the family is answered without asking.
func (p Published) Answer(name string, req Request, assess func(*Case) Assessment) Assessment {
	c := Open(req)
	a := Nobody(req)
	if c != nil {
		a = assess(c)
	}
	a.Model, a.Title, a.Version, a.Source, a.Validity = name, p.Title, p.Version, p.Source, p.Validity
	return a
}

// Nobody is the answer to a request that names nobody in the family.
func Nobody(req Request) Assessment {
	reason := "Nobody is marked as consultand or proband: choose whose risk is asked for."
	if req.Subject != "" {
		reason = "The person asked about (" + string(req.Subject) + ") is not in this family."
	}
	return Assessment{Subject: req.Subject, Status: NotApplicable, Because: []string{reason}}
}

// IsBlood reports a blood relative of the subject; the subject is not one.
func (c *Case) IsBlood(id pedigree.ID) bool {
	return id != c.Subject.ID && c.Sides[id] != pedigree.NoSide
}

// At is the position of a person in Family.Individuals; ok is false for nobody.
func (c *Case) At(id pedigree.ID) (position int, ok bool) {
	position, ok = c.places.index[id]
	return position, ok
}

// Words is the relation in words that name nobody: "maternal aunt", or "person asked about".
func (c *Case) Words(id pedigree.ID) string {
	if id == c.Subject.ID {
		return "person asked about"
	}
	return c.Relation(id).Words
}

// Kin lists the subject and every blood relative, in family order. The list is shared: it is read only.
func (c *Case) Kin() []*pedigree.Individual { return c.kin }

// readByModels are the facts that a number can depend on, by JSON key.
var readByModels = []string{
	"sex", "mother", "father", "other_parents", "adopted", "age", "as_of", "born", "died", "deceased", "affected", "well", "asked",
	"no_details", "diagnoses", "gene_tests", "surgery", "twins", "pregnancy", "count", "ashkenazi",
}

// Conflicts says, in sentences, which facts of the subject or a blood relative have two values in the
// record. With one of them a model cannot tell.
func (c *Case) Conflicts() []string {
	var reasons []string
	for _, u := range c.unresolved {
		if slices.Contains(readByModels, u.Fact) && (u.Person == c.Subject.ID || c.IsBlood(u.Person)) {
			reasons = append(reasons, "The record holds two values for a fact ("+u.Fact+", "+c.Words(u.Person)+"): settle it in the review list first.")
		}
	}
	return reasons
}

// Facts counts the diagnoses and gene tests of the subject and the blood relatives that may enter a
// number, and how many of them are confirmed or have their report on file.
func (c *Case) Facts() Facts {
	var n Facts
	for _, p := range c.Kin() {
		for i := range p.Diagnoses {
			if d := &p.Diagnoses[i]; d.Counts() {
				n.Reported++
				if d.IsConfirmed() {
					n.Confirmed++
				}
			}
		}
		for i := range p.GeneTests {
			n.Reported++
			if p.GeneTests[i].ReportSeen == pedigree.Yes {
				n.Confirmed++
			}
		}
	}
	return n
}

// Warnings stand beside every number: how much of what was read is confirmed, which groups of relatives
// ("three maternal aunts") have a diagnosis or a test that belongs to somebody in them, and how many
// people with one have no place in the family yet; and twins of whom nobody knows whether they are identical.
func (c *Case) Warnings(n Facts) []string {
	warnings := []string{Limits(n)}
	for _, p := range c.Kin() {
		if p.IsGroup() && len(p.Diagnoses)+len(p.GeneTests) > 0 {
			warnings = append(warnings, fmt.Sprintf(
				"A diagnosis or test is recorded of several people at once (%s): the model counts it once or not at all. Say who had it.", c.Words(p.ID)))
		}
	}
	apart := 0
	for i := range c.Family.Individuals {
		if p := &c.Family.Individuals[i]; len(p.Diagnoses)+len(p.GeneTests) > 0 && !c.Relation(p.ID).IsRecorded() {
			apart++
		}
	}
	if apart > 0 {
		warnings = append(warnings, fmt.Sprintf(
			"%d %s with a diagnosis or test whose side is not known: counted in no number until their place in the family is.", apart, Plural(apart, "relative", "relatives")))
	}
	if n := c.twinsOfUnknownKind(); n > 0 {
		warnings = append(warnings, fmt.Sprintf("Twins of whom it is not known whether they are identical (%d %s) are read as not identical.", n, Plural(n, "pair or set", "pairs or sets")))
	}
	return warnings
}

// twinsOfUnknownKind counts the sets of twins among the subject and the blood relatives that may be identical.
func (c *Case) twinsOfUnknownKind() int {
	n := 0
	for _, t := range c.Family.Twins {
		if t.Zygosity == pedigree.Monozygotic || t.Zygosity == pedigree.Dizygotic {
			continue
		}
		sexes := map[pedigree.Sex]bool{}
		for _, id := range t.Members {
			if at, ok := c.At(id); ok && (id == c.Subject.ID || c.IsBlood(id)) {
				sexes[c.Family.Individuals[at].Sex] = true
			}
		}
		if len(sexes) == 1 && len(t.Members) > 1 {
			n++
		}
	}
	return n
}
