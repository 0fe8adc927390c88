package casefile

import (
	"fmt"
	"strings"

	"kindred/internal/record"
)

var kindWords = map[string]string{
	kindFamily: "the family", kindIndividual: "person", kindDiagnosis: "a diagnosis", kindGeneTest: "a gene test",
	kindSurgery: "an operation", kindNote: "a note", kindConsent: "a consent", kindUnion: "a couple", kindTwins: "a twin set",
	kindPatient: "a patient record", kindLetter: "a letter", kindRiskRun: "a saved risk",
	kindElsewhere: "a result from elsewhere",
}

// describe names an entity without anything clinical: "a diagnosis of person 7".
func describe(s *record.State, id record.EntityID) string {
	e := s.Entity(id)
	if e == nil {
		return "something unknown"
	}
	words := kindWords[e.Kind()]
	switch person := personOf(s, id); {
	case e.Kind() == kindIndividual:
		return fmt.Sprintf("person %s", person)
	case person != "":
		return fmt.Sprintf("%s of person %s", words, person)
	case words == "":
		return "something of a newer version"
	}
	return words
}

// fieldWords is a field for people.
func fieldWords(field string) string {
	switch field {
	case "":
		return "the presence"
	case fieldOrder:
		return "the place"
	case fieldValue, fieldSigned:
		return "the text"
	case fieldMother:
		return "the mother (egg parent)"
	case fieldFather:
		return "the father (sperm parent)"
	}
	if rest, ok := strings.CutPrefix(field, fieldOther); ok {
		kind, _, _ := strings.Cut(rest, "/")
		return "the " + kind + " parent"
	}
	return strings.NewReplacer("_", " ", "/", ": ").Replace("the " + field)
}

// causeWords say why a link cannot be applied.
var causeWords = map[record.Cause]string{
	record.ClosesCycle:   "somebody would be their own ancestor",
	record.SameTwice:     "they are the other parent already",
	record.TargetRemoved: "they have been removed",
	record.TargetUnknown: "they have not arrived here yet",
}
