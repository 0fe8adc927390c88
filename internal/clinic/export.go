package clinic

import (
	"bytes"
	"errors"

	"kindred/internal/riskmodels"
	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/interchange"
	"kindred/pedigree/interchange/canrisk"
)

var errNobody = errors.New("nobody is chosen: choose whose risk is to be exported")

// RiskTable is what the models say of a person as comma-separated values for a spreadsheet. The audit
// keeps that it left the record before it is given.
func (s *Session) RiskTable(subject pedigree.ID) ([]byte, error) {
	if s.Family().Individual(subject) == nil {
		return nil, errNobody
	}
	var out bytes.Buffer
	if err := riskmodels.WriteTable(&out, s.Assess(subject)); err != nil {
		return nil, err
	}
	return out.Bytes(), s.Exported("risk table")
}

// CanRiskFile is a family as BOADICEA takes it.
type CanRiskFile struct {
	Data        []byte
	Notes       []string // what had to be assumed, changed or dropped, a line each, with the people's names
	FactsDigest string   // of the facts in it: a result that was got with it carries this
}

// CanRisk is the family in a file for CanRisk with a person as the target: what may enter a number for
// that person's own record, without names. Nothing leaves the record by it; CanRiskExported says so when
// it does.
func (s *Session) CanRisk(subject pedigree.ID) (*CanRiskFile, error) {
	now := s.snapshot()
	own := now.family.Individual(subject)
	if own == nil {
		return nil, errNobody
	}
	f := now.numbersFor(subject)
	f.Patients, f.Informant, f.Recorder, f.Reason, f.DrawnOn, f.ChangedOn = nil, "", "", "", "", ""
	for i := range f.Individuals {
		p := &f.Individuals[i]
		withoutSources(p) // who told a fact is nothing that a file for calculating has lost
		p.Name, p.FamilyName, p.BirthName = "", "", ""
		p.Proband, p.Consultand = false, p.ID == subject
		if factors, ok := own.Extra[canrisk.Key]; ok && p.ID == subject {
			p.Extra = pedigree.Extra{canrisk.Key: factors} // the person's own risk factors, as CanRisk had them
		}
	}
	var out bytes.Buffer
	notes, err := interchange.Write(&out, interchange.CanRisk4, f)
	if err != nil {
		return nil, err
	}
	made := &CanRiskFile{Data: out.Bytes(), FactsDigest: s.GivenAway(subject)}
	for _, n := range notes {
		words := string(n.Kind) + ": "
		if n.Person != "" {
			words += whoIs(now.family, n.Person) + ": "
		}
		made.Notes = append(made.Notes, describe.Capital(words+n.Text))
	}
	return made, nil
}

// withoutSources takes away where the facts about a person come from, and who may see them.
func withoutSources(p *pedigree.Individual) {
	p.Sources, p.Source, p.Consents = nil, pedigree.Provenance{}, nil
	for i := range p.Diagnoses {
		p.Diagnoses[i].Source, p.Diagnoses[i].Confirmation = pedigree.Provenance{}, pedigree.Confirmation{}
	}
	for i := range p.GeneTests {
		p.GeneTests[i].Source, p.GeneTests[i].Confirmation = pedigree.Provenance{}, pedigree.Confirmation{}
	}
	for i := range p.Surgery {
		p.Surgery[i].Source = pedigree.Provenance{}
	}
	for i := range p.Carrier {
		p.Carrier[i].Source = pedigree.Provenance{}
	}
}

// CanRiskExported records in the audit that a CanRisk file left the record.
func (s *Session) CanRiskExported() error { return s.Exported("CanRisk file for BOADICEA") }
