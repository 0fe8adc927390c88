package claus

import (
	"fmt"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// What a fact of which nothing is known is tried at, so that its effect can be said: breast cancer at
// 40, no breast cancer to 40 or to 80.
const (
	trialOnset = 40
	trialYoung = 40
	trialOld   = 80
)

// missing lists what is vague or not known of the subject and her relatives, and what it could do to
// her risk by 79, the largest effect first. Of relatives beyond the second degree only what was said
// vaguely is listed. Whom nobody was asked about comes last: they are read as not affected.
func (q *question) missing() []risk.Missing {
	type effect struct {
		risk.Missing
		size   float64
		silent bool
	}
	now := q.result(q.baseline.odds, q.age).by79
	var effects []effect
	add := func(id pedigree.ID, fact string, low, high float64) {
		low, high = min(low, high), max(low, high)
		effects = append(effects, effect{Missing: risk.Missing{Person: id, Fact: fact, Effect: risk.Effect(now, low, high)}, size: high - low})
	}
	if !q.age.IsExact() {
		low, high := now, now
		for x := q.age.Low; x <= q.age.High; x++ {
			by79 := q.result(q.baseline.odds, risk.Span{Low: x, High: x}).by79
			low, high = min(low, by79), max(high, by79)
		}
		add(q.c.Subject.ID, "age now", low, high)
	}
	for i, e := range q.known {
		p := &q.c.Family.Individuals[i]
		if !q.c.IsBlood(p.ID) {
			continue
		}
		fact, ends := q.asked(p, e)
		if fact == "" {
			continue
		}
		by79 := func(to pair) float64 { return q.result(q.baseline.instead(i, e.mean, to), q.age).by79 }
		add(p.ID, fact, by79(ends[0]), by79(ends[1]))
		effects[len(effects)-1].silent = e.kind == wellToAge && !e.vague
	}
	slices.SortStableFunc(effects, func(a, b effect) int {
		switch {
		case a.silent != b.silent && b.silent:
			return -1
		case a.silent != b.silent:
			return 1
		case a.size > b.size:
			return -1
		case a.size < b.size:
			return 1
		}
		return 0
	})
	var missing []risk.Missing
	for _, e := range effects {
		missing = append(missing, e.Missing)
	}
	return missing
}

// asked is the question that the evidence of a relative leaves open and the two ends at which it is
// tried; no question where nothing is missing, or where the relative is too distant to ask.
func (q *question) asked(p *pedigree.Individual, e evidence) (fact string, ends [2]pair) {
	switch {
	case e.kind == affected && e.vague:
		return "age at diagnosis of breast cancer", [2]pair{e.low, e.high}
	case e.kind == possible:
		return "whether there was breast cancer, and at what age", [2]pair{e.low, e.high}
	case e.kind == affectedBySth:
		return fmt.Sprintf("what the person was affected with (tried as breast cancer at %d, and as none to %d)", trialOnset, trialOld), [2]pair{q.without(trialOld), q.at(trialOnset)}
	case e.kind == wellToAge && e.vague:
		return ageFact(p), [2]pair{e.low, e.high}
	}
	silent := e.kind == wellToAge && p.AskedIllness() == pedigree.IllnessNotAsked && len(p.Diagnoses) == 0
	if e.kind != notKnown && e.kind != wellNoAge && e.kind != sexUnknown && !silent || q.c.Relation(p.ID).Degree > 2 {
		return "", ends
	}
	switch e.kind {
	case wellToAge:
		reached, _ := q.c.Age(p)
		onset := min(trialOnset, reached.High)
		return fmt.Sprintf("not asked about breast cancer, read as none (tried as at %d)", onset), [2]pair{e.mean, q.at(onset)}
	case notKnown:
		return fmt.Sprintf("whether there has been breast cancer (tried as at %d, and as none to %d)", trialOnset, trialOld), [2]pair{q.without(trialOld), q.at(trialOnset)}
	case wellNoAge:
		return fmt.Sprintf("%s (tried as %d and %d)", ageFact(p), trialYoung, trialOld), [2]pair{q.without(trialOld), q.without(trialYoung)}
	case sexUnknown:
		return fmt.Sprintf("sex assigned at birth, and age (tried as a woman well to %d)", trialOld), [2]pair{q.without(trialOld), nothing}
	}
	return "", ends
}

func ageFact(p *pedigree.Individual) string {
	if p.IsDeceased() {
		return "age at death"
	}
	return "age now"
}
