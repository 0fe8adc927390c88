package facts

import (
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/terms"
)

// operation is one operation as it was said.
type operation struct{ pedigree.Surgery }

func (o *operation) words(p *pedigree.Individual) string {
	what, about := describe.Operation(p, &o.Surgery)
	return strings.Join(append([]string{what}, about...), ", ")
}

// riskReducing are short forms that say the reason with the operation.
var riskReducing = map[string]string{
	"rrbso": "bilateral salpingo-oophorectomy", "rrso": "bilateral salpingo-oophorectomy", "rr bso": "bilateral salpingo-oophorectomy",
	"rrm": "bilateral mastectomy", "brrm": "bilateral mastectomy", "rr mast": "bilateral mastectomy", "rr mastectomy": "bilateral mastectomy",
	"risk reducing mastectomy": "bilateral mastectomy", "rr bilateral mastectomy": "bilateral mastectomy",
}

var reasons = map[string]pedigree.SurgeryReason{
	"rr": pedigree.RiskReducing, "risk reducing": pedigree.RiskReducing, "prophylactic": pedigree.RiskReducing, "preventive": pedigree.RiskReducing,
	"preventative": pedigree.RiskReducing, "tx": pedigree.ForTreatment, "treatment": pedigree.ForTreatment, "for treatment": pedigree.ForTreatment,
	"for cancer": pedigree.ForTreatment, "therapeutic": pedigree.ForTreatment, "other reason": pedigree.OtherReason, "benign": pedigree.OtherReason,
	"not cancer": pedigree.OtherReason, "reason ?": pedigree.UnknownReason, "reason unknown": pedigree.UnknownReason,
}

// operation reads "BSO 45 rr", "mast R 44 tx", "bil mast 38".
func (rd *reader) operation(i int) (found, bool) {
	o := &operation{}
	start := i
	var side pedigree.Side
	if before, next, ok := oneOf(rd, i, sides); ok {
		side, i = before, next
	}
	if i >= len(rd.tokens) {
		return found{}, false
	}
	what, next, ok := oneOf(rd, i, riskReducing)
	if ok {
		o.What, o.Reason = what, pedigree.RiskReducing
	} else if next, ok = rd.longest(i, func(words string) bool { what, ok = terms.Operation(words); return ok }); ok {
		o.What = what
	} else {
		return found{}, false
	}
	setSide(&o.Surgery, side)
	for next < len(rd.tokens) && !rd.tokens[next].ends && !rd.tokens[next].quoted {
		after, ok := rd.aboutOperation(next, &o.Surgery)
		if !ok {
			break
		}
		next = after
	}
	return rd.single(start, next, o), true
}

// setSide records the side, and of both sides the bilateral operation.
func setSide(o *pedigree.Surgery, side pedigree.Side) {
	switch {
	case side != bothSides:
		o.Side = side
	case !strings.Contains(o.What, "bilateral"):
		o.What = "bilateral " + o.What
	}
}

// aboutOperation reads one thing that is said of an operation.
func (rd *reader) aboutOperation(i int, o *pedigree.Surgery) (next int, ok bool) {
	if side, next, ok := oneOf(rd, i, sides); ok && o.Side == "" {
		setSide(o, side)
		return next, true
	}
	if reason, next, ok := oneOf(rd, i, reasons); ok {
		o.Reason = reason
		return next, true
	}
	if status, next, ok := oneOf(rd, i, statuses); ok {
		o.Status = pedigree.Status(status[0])
		return next, true
	}
	if f, next, ok := rd.ageAt(skipIn(rd, i)); ok && o.Age.IsZero() {
		o.Age = f
		if isYear(f) {
			said, _ := rd.said(i, next)
			o.Age = pedigree.Fuzzy{Words: "in " + strings.TrimPrefix(said, "in "), Kind: pedigree.UnknownKind}
		}
		return next, true
	}
	return i, false
}
