package confirm

import (
	"errors"

	"kindred/pedigree"
)

// ReplyWeeks is how long a reply may take before it is overdue, unless the request says otherwise.
const ReplyWeeks = 6

// DueAfter is the day a reply to a request of this day is due, ReplyWeeks later; "" for no day.
func DueAfter(sent pedigree.Date) pedigree.Date {
	t, ok := sent.Time()
	if !ok {
		return ""
	}
	return pedigree.DateOf(t.AddDate(0, 0, 7*ReplyWeeks))
}

// ErrGone is a fact that is not in the family any more.
var ErrGone = errors.New("this fact is not in the family any more: look at the list again")

// Send records in place that confirmation was asked for. A reply that came before is over with. A death
// becomes a diagnosis with it, at an age not known, since that is what the certificate will say or not.
func Send(f *pedigree.Family, fact Fact, to string, sent, due pedigree.Date) error {
	request := func(c *pedigree.Confirmation) {
		c.SentTo, c.SentOn, c.DueOn, c.AnsweredOn, c.Note = to, sent, due, "", ""
	}
	d, t, err := find(f, fact)
	switch {
	case err != nil:
		return err
	case d != nil:
		d.Status, d.ConfirmedBy = pedigree.Requested, ""
		request(&d.Confirmation)
	default:
		t.ReportSeen = pedigree.No
		request(&t.Confirmation)
	}
	return nil
}

// Answer records in place what became of a request, or of looking without one. The outcome is
// Confirmed, Refuted or NotFound; by is what says so: "histology report". A refuted gene test keeps no
// result: what the report says instead is entered as its own.
func Answer(f *pedigree.Family, fact Fact, outcome State, by string, answered pedigree.Date) error {
	d, t, err := find(f, fact)
	switch {
	case err != nil:
		return err
	case d != nil:
		d.Confirmation.AnsweredOn, d.Confirmation.Note = answered, ""
		answerDiagnosis(d, outcome, by)
	default:
		t.Confirmation.AnsweredOn, t.Confirmation.Note = answered, by
		answerTest(t, outcome)
	}
	return nil
}

func answerDiagnosis(d *pedigree.Diagnosis, outcome State, by string) {
	switch outcome {
	case Confirmed:
		if d.IsUndecided() {
			d.Secondary = false // confirmed as a new cancer, which is what was asked
		}
		d.Status, d.ConfirmedBy, d.Certainty = pedigree.Confirmed, by, ""
	case Refuted:
		d.Status, d.ConfirmedBy = pedigree.Refuted, by
	default:
		d.Status, d.ConfirmedBy, d.Confirmation.Note = pedigree.Reported, "", by
	}
}

func answerTest(t *pedigree.GeneTest, outcome State) {
	switch outcome {
	case Confirmed:
		t.ReportSeen = pedigree.Yes
	case Refuted:
		t.ReportSeen, t.Result, t.Class = pedigree.No, pedigree.ResultUnknown, 0
	default:
		t.ReportSeen = pedigree.No
	}
}

// find is the diagnosis or the gene test of a fact, one of them; of a death it is a new diagnosis.
func find(f *pedigree.Family, fact Fact) (*pedigree.Diagnosis, *pedigree.GeneTest, error) {
	p := f.Individual(fact.Person)
	if p == nil {
		return nil, nil, ErrGone
	}
	switch fact.Kind {
	case Illness:
		for i := range p.Diagnoses {
			if p.Diagnoses[i].ID == fact.Item {
				return &p.Diagnoses[i], nil, nil
			}
		}
	case GeneTest:
		for i := range p.GeneTests {
			if p.GeneTests[i].ID == fact.Item {
				return nil, &p.GeneTests[i], nil
			}
		}
	case Death:
		if site, ok := diedOf(p); ok {
			p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{Site: site, Source: p.SourceOf("cause_of_death")})
			return &p.Diagnoses[len(p.Diagnoses)-1], nil, nil
		}
	}
	return nil, nil, ErrGone
}

// Assume is the family as it would be if a fact were confirmed, or refuted; f stays as it is.
func Assume(f *pedigree.Family, fact Fact, outcome State) (*pedigree.Family, error) {
	assumed := f.Clone()
	return assumed, Answer(assumed, fact, outcome, "", "")
}
