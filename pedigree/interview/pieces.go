package interview

import (
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/entry/facts"
)

// SetPieces makes the illnesses, tests or operations of a person those of a line. A piece that stands
// as before keeps its fact untouched. A changed piece about the same site, gene or operation corrects
// that fact, and keeps its confirmation and pathology; any other new piece is read as a fact of the
// person, and a piece that has gone takes its fact away.
func SetPieces(p *pedigree.Individual, c Column, line string, told pedigree.Provenance, ids func() pedigree.ID) {
	switch c {
	case ColumnCancers:
		p.Affected = pedigree.NotAsked
		set(p, line, told, ids, &p.Diagnoses, IllnessLines(p), func(q *pedigree.Individual) []pedigree.Diagnosis { return q.Diagnoses }, correctDiagnosis)
	case ColumnTests:
		set(p, line, told, ids, &p.GeneTests, TestLines(p), func(q *pedigree.Individual) []pedigree.GeneTest { return q.GeneTests }, correctTest)
	case ColumnOperations:
		set(p, line, told, ids, &p.Surgery, OperationLines(p), func(q *pedigree.Individual) []pedigree.Surgery { return q.Surgery }, correctOperation)
	}
}

// set is SetPieces for one of the lists. Correct writes a fact as typed over a recorded one, and reports
// false where the two are about different things.
func set[T any](p *pedigree.Individual, line string, told pedigree.Provenance, ids func() pedigree.ID,
	list *[]T, before []string, of func(*pedigree.Individual) []T, correct func(old *T, typed T) bool,
) {
	var typed []string
	for _, piece := range strings.Split(line, ",") {
		if piece = strings.TrimSpace(piece); piece == "" {
			continue
		}
		typed = append(typed, piece)
	}
	gone := make([]bool, len(before))
	for i, piece := range before {
		if at := slices.Index(typed, piece); at >= 0 {
			typed = slices.Delete(typed, at, at+1)
		} else {
			gone[i] = true
		}
	}
	var added []string
	for _, piece := range typed {
		trial := pedigree.Individual{Sex: p.Sex, Gender: p.Gender, Deceased: p.Deceased}
		facts.Parse(piece, facts.WhoIs(&trial)).Apply(&trial, pedigree.Provenance{}, nil)
		corrected := false
		if one := of(&trial); len(one) == 1 && len(trial.Notes) == 0 {
			for i := range gone {
				if gone[i] && correct(&(*list)[i], one[0]) {
					gone[i], corrected = false, true
					break
				}
			}
		}
		if !corrected {
			added = append(added, piece)
		}
	}
	i := -1
	*list = slices.DeleteFunc(*list, func(T) bool { i++; return gone[i] })
	if len(added) > 0 {
		facts.Parse(strings.Join(added, ", "), facts.WhoIs(p)).Apply(p, told, ids)
	}
}

func correctDiagnosis(old *pedigree.Diagnosis, typed pedigree.Diagnosis) bool {
	if old.Site != typed.Site {
		return false
	}
	old.Age, old.Side, old.Behaviour, old.Certainty, old.Secondary = typed.Age, typed.Side, typed.Behaviour, typed.Certainty, typed.Secondary
	old.Words = typed.Words
	if typed.Status != "" {
		old.Status = typed.Status
	}
	if typed.Pathology.Grade != 0 {
		old.Pathology.Grade = typed.Pathology.Grade
	}
	for _, marker := range []struct {
		old   *pedigree.Receptor
		typed pedigree.Receptor
	}{{&old.Pathology.ER, typed.Pathology.ER}, {&old.Pathology.PR, typed.Pathology.PR}, {&old.Pathology.HER2, typed.Pathology.HER2}} {
		if marker.typed != "" {
			*marker.old = marker.typed
		}
	}
	if typed.Pathology.Histology != "" {
		old.Pathology.Histology = typed.Pathology.Histology
	}
	return true
}

func correctTest(old *pedigree.GeneTest, typed pedigree.GeneTest) bool {
	if !strings.EqualFold(old.Gene, typed.Gene) {
		return false
	}
	old.Result, old.Scope, old.Sample, old.ReportSeen, old.Variant = typed.Result, typed.Scope, typed.Sample, typed.ReportSeen, typed.Variant
	if typed.Class != 0 {
		old.Class = typed.Class
	}
	if !typed.Age.IsZero() {
		old.Age = typed.Age
	}
	return true
}

func correctOperation(old *pedigree.Surgery, typed pedigree.Surgery) bool {
	if !strings.EqualFold(old.What, typed.What) {
		return false
	}
	old.Age, old.Side, old.Reason = typed.Age, typed.Side, typed.Reason
	return true
}
