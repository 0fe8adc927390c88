package casefile

import (
	"slices"
	"strings"

	"kindred/internal/record"
)

// riskFields are, for each kind of entity, the fields that a number may depend on. The presence of
// such an entity is one of them.
var riskFields = map[string][]string{
	kindFamily: {"as_of"},
	kindIndividual: {
		"", "sex", "deceased", "age", "as_of", "born", "died", "affected", "well", "ashkenazi", "pregnancy", "count", "count_unknown",
		fieldMother, fieldFather,
	},
	kindDiagnosis: {"", "site", "age", "side", "status", "behaviour", "certainty", "secondary", "pathology"},
	kindGeneTest:  {"", "gene", "result", "class", "scope", "sample", "report_seen"},
	kindSurgery:   {"", "what", "age", "side", "reason", "status"},
	kindTwins:     {"", "zygosity", "members"},
}

// affectsRisk reports whether a number may depend on a field of an entity.
func affectsRisk(s *record.State, id record.EntityID, field string) bool {
	e := s.Entity(id)
	if e == nil {
		return false
	}
	if rest, ok := strings.CutPrefix(field, fieldOther); ok {
		return strings.HasPrefix(rest, "donor-") // the genetic parents among the others
	}
	field, _, _ = strings.Cut(field, "/")
	return slices.Contains(riskFields[e.Kind()], field)
}

// factOf is the JSON key of a field on its individual, or on the family.
func factOf(s *record.State, id record.EntityID, field string) string {
	kind := ""
	if e := s.Entity(id); e != nil {
		kind = e.Kind()
	}
	switch kind {
	case kindDiagnosis:
		return "diagnoses"
	case kindGeneTest:
		return "gene_tests"
	case kindSurgery, kindTwins:
		return kind
	case kindNote:
		return "notes"
	case kindConsent:
		return "consents"
	}
	key, _, _ := strings.Cut(field, "/")
	return key
}
