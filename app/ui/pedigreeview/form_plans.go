package pedigreeview

import (
	"fmt"
	"strings"

	"kindred/pedigree"
)

// The sections that are unfolded at first.
const (
	sectionPerson = "Person"
	sectionLife   = "Life"
)

// The other sections that a finding can lead to.
const (
	sectionDiagnoses = "Diagnoses"
	sectionTests     = "Genetic tests"
	sectionCarrier   = "Carrier"
	sectionParents   = "Parents and adoption"
	sectionTwins     = "Twins"
	sectionUnions    = "Partners and children"
	sectionPatient   = "Patient record"
)

// plans are the sections of the form, in the order in which a clinic asks.
func plans() []plan {
	return []plan{
		{title: sectionPerson, build: buildPerson},
		{title: sectionLife, build: buildLife},
		{title: sectionDiagnoses, build: buildDiagnoses, shape: shapeOf(diagnosisIDs), count: count(diagnosisIDs)},
		{title: sectionTests, build: buildTests, shape: shapeOf(testIDs), count: count(testIDs)},
		{title: sectionCarrier, build: buildCarrier, shape: shapeOfCarrier, count: countCarrier},
		{title: "Surgery", build: buildSurgery, shape: shapeOf(surgeryIDs), count: count(surgeryIDs)},
		{title: "Organs", build: buildOrgans},
		{title: "Asked, and the answer", build: buildAsked, count: countAsked},
		{title: "Ancestry", build: buildAncestry},
		{title: sectionParents, build: buildParents, shape: shapeOfParents},
		{title: sectionTwins, build: buildTwins, shape: shapeOfTwins, count: count(twinIDs)},
		{title: sectionUnions, build: buildUnions, shape: shapeOf(partnerIDs), count: count(partnerIDs)},
		{title: "Pregnancy", build: buildPregnancy, shape: shapeOfPregnancy},
		{title: "Several people", build: buildGroup},
		{title: "Who told us", build: buildSources, shape: shapeOfPatients},
		{title: "Consent to be named", build: buildConsents, shape: shapeOfConsents, count: countConsents},
		{title: "Notes", build: buildNotes},
		{title: sectionPatient, build: buildPatient, shape: shapeOfPatient},
	}
}

// listing gives the ids of a person's items of one kind; items without one count by their place.
type listing func(*pedigree.Family, *pedigree.Individual) []pedigree.ID

func count(ids listing) func(*pedigree.Family, *pedigree.Individual) int {
	return func(f *pedigree.Family, p *pedigree.Individual) int { return len(ids(f, p)) }
}

// shapeOf makes a section be built again when items come, go or change places.
func shapeOf(ids listing) func(*pedigree.Family, *pedigree.Individual) string {
	return func(f *pedigree.Family, p *pedigree.Individual) string { return fmt.Sprint(ids(f, p)) }
}

func diagnosisIDs(_ *pedigree.Family, p *pedigree.Individual) (ids []pedigree.ID) {
	for i := range p.Diagnoses {
		ids = append(ids, p.Diagnoses[i].ID)
	}
	return ids
}

func testIDs(_ *pedigree.Family, p *pedigree.Individual) (ids []pedigree.ID) {
	for i := range p.GeneTests {
		ids = append(ids, p.GeneTests[i].ID)
	}
	return ids
}

func surgeryIDs(_ *pedigree.Family, p *pedigree.Individual) (ids []pedigree.ID) {
	for i := range p.Surgery {
		ids = append(ids, p.Surgery[i].ID)
	}
	return ids
}

func twinIDs(f *pedigree.Family, p *pedigree.Individual) (ids []pedigree.ID) {
	for _, i := range twinSetsOf(f, p.ID) {
		ids = append(ids, f.Twins[i].ID)
	}
	return ids
}

// shapeOfTwins changes with everybody in the sets and everybody who could be.
func shapeOfTwins(f *pedigree.Family, p *pedigree.Individual) string {
	var members []pedigree.ID
	for _, i := range twinSetsOf(f, p.ID) {
		members = append(members, f.Twins[i].Members...)
	}
	return fmt.Sprint(twinIDs(f, p), members, len(f.Individuals), p.Mother, p.Father)
}

// partnerIDs are a couple's by its partner: a couple is one before anything is said of it.
func partnerIDs(f *pedigree.Family, p *pedigree.Individual) []pedigree.ID { return couplesOf(f, p.ID) }

func shapeOfCarrier(_ *pedigree.Family, p *pedigree.Individual) string {
	return fmt.Sprint(len(p.Carrier))
}

func countCarrier(_ *pedigree.Family, p *pedigree.Individual) int { return len(p.Carrier) }

func shapeOfParents(f *pedigree.Family, p *pedigree.Individual) string {
	return fmt.Sprint(len(f.Individuals), len(p.OtherParents))
}

func shapeOfPregnancy(_ *pedigree.Family, p *pedigree.Individual) string {
	return fmt.Sprint(p.Pregnancy != nil)
}

func shapeOfPatients(f *pedigree.Family, _ *pedigree.Individual) string {
	var names []string
	for i := range f.Patients {
		names = append(names, f.Patients[i].FormalName())
	}
	return strings.Join(names, "|")
}

func shapeOfConsents(_ *pedigree.Family, p *pedigree.Individual) string {
	return fmt.Sprint(len(p.Consents))
}

func countConsents(_ *pedigree.Family, p *pedigree.Individual) int { return len(p.Consents) }

func shapeOfPatient(f *pedigree.Family, p *pedigree.Individual) string {
	return fmt.Sprint(f.PatientOf(p.ID) != nil)
}
