package casefile

import (
	"strings"

	"kindred/internal/record"
	"kindred/pedigree"
)

// The kinds of entities.
const (
	kindFamily     = "family"
	kindIndividual = "individual"
	kindDiagnosis  = "diagnosis"
	kindGeneTest   = "gene_test"
	kindSurgery    = "surgery"
	kindNote       = "note"
	kindConsent    = "consent"
	kindUnion      = "union"
	kindTwins      = "twins"
	kindPatient    = "patient"
	kindLetter     = "letter"
	kindRiskRun    = "risk_run"
	kindElsewhere  = "elsewhere"
)

// theFamily is the entity that everything in the record is part of.
const theFamily record.EntityID = kindFamily

// Fields that are no JSON keys begin with a tilde.
const (
	fieldOrder  = "~order"  // the place in a list, see rank
	fieldValue  = "~value"  // of a note or a consent, which have no id of their own
	fieldSigned = "~signed" // a letter, whole, as it was signed
)

// The links of an individual. Each other parent is a link of its own, in a field that begins with
// fieldOther.
const (
	graphParents = "parents"
	fieldMother  = "mother"
	fieldFather  = "father"
	fieldOther   = "other_parents/"
)

var (
	escaper   = strings.NewReplacer("%", "%25", "/", "%2F")
	unescaper = strings.NewReplacer("%2F", "/", "%25", "%")
)

// entityID is the path of an entity: its kind, the id of its owner where it is part of a person,
// and its own id. Ids of diagnoses need only differ within one person.
func entityID(kind string, ids ...pedigree.ID) record.EntityID {
	path := kind
	for _, id := range ids {
		path += "/" + escaper.Replace(string(id))
	}
	return record.EntityID(path)
}

func individualID(id pedigree.ID) record.EntityID { return entityID(kindIndividual, id) }

// lastPart is the id that the entity has in the family.
func lastPart(id record.EntityID) pedigree.ID {
	last := string(id[strings.LastIndexByte(string(id), '/')+1:])
	if strings.Contains(last, "%") {
		last = unescaper.Replace(last)
	}
	return pedigree.ID(last)
}

// personOf is the individual that an entity is or is part of; "" for others.
func personOf(s *record.State, id record.EntityID) pedigree.ID {
	for range 3 { // an individual, a part of it, a part of that
		e := s.Entity(id)
		if e == nil {
			return ""
		}
		if e.Kind() == kindIndividual {
			return lastPart(id)
		}
		id = e.Owner()
	}
	return ""
}
