package criteria

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/risk"
)

// confirmation begins the doubt whether a diagnosis is confirmed.
const confirmation = "confirmation of "

// Missing says what each missing, vague or unconfirmed fact could do to the category now. tumours are
// those whose histology or receptors count. Facts that change nothing are left out, save a report that
// the answer waits for.
//
// Whether a relative without a recorded cancer had one is asked only for criteria without tumours, about how
// many relatives have one kind of cancer: of rules such as "adrenocortical cancer at any age", whoever was not
// asked could meet them.
//
// answer is asked for the view with one person's facts as a reading has them, and only where facts, which
// puts all that the criteria read of a person in a string, tells that reading from those asked before.
func (v *View) Missing(sites []pedigree.Site, tumours []*Tumour, now *risk.Assessment, facts func(*pedigree.Individual) string, answer func(*View) risk.Assessment) []risk.Missing {
	ask := risk.Doubts
	if len(tumours) > 0 {
		ask = risk.RecordedDoubts
	}
	doubts := ask(v.Case, sites)
	for i := range doubts {
		doubts[i] = v.withConfirmed(doubts[i])
	}
	for _, i := range v.Kindred() {
		doubts = append(doubts, v.pathology(v.At(i), tumours)...)
	}
	of, as := pedigree.ID(""), ""
	var answers map[string]risk.Assessment // by the facts of that person, which are as recorded
	effects := risk.EffectsBy(doubts, now, func(d *risk.Doubt, r *risk.Reading) risk.Assessment {
		if of != d.Person {
			of, as, answers = d.Person, facts(v.At(v.position(d.Person))), map[string]risk.Assessment{}
		}
		key := facts(r.Person)
		if key == as {
			return *now
		}
		a, ok := answers[key]
		if !ok {
			a = answer(v.Instead(r.Person))
			answers[key] = a
		}
		return a
	})
	return slices.DeleteFunc(effects, func(m risk.Missing) bool {
		waits := now.Category == MetIfConfirmed && strings.HasPrefix(m.Fact, confirmation) && slices.Contains(now.Counted, m.Person)
		return len(m.Moves) == 0 && !waits
	})
}

// withConfirmed adds to an unconfirmed diagnosis the reading that it is confirmed as reported.
func (v *View) withConfirmed(d risk.Doubt) risk.Doubt {
	p := v.Family.Individual(d.Person)
	if d.Kind != risk.FactUnconfirmed || p == nil {
		return d
	}
	for i := range p.Diagnoses {
		if of := p.Diagnoses[i]; of.ID == d.Item && d.Fact == confirmation+describe.SiteName(of.Site)+" "+risk.AgeWords(of.Age) {
			d.Readings = append(slices.Clip(d.Readings), reading("confirmed", p, i, func(d *pedigree.Diagnosis) { d.Status = pedigree.Confirmed }))
			break
		}
	}
	return d
}

// reading is a person with one diagnosis changed.
func reading(name risk.ReadingName, p *pedigree.Individual, i int, change func(*pedigree.Diagnosis)) risk.Reading {
	changed := *p
	changed.Diagnoses = slices.Clone(p.Diagnoses)
	change(&changed.Diagnoses[i])
	return risk.Reading{Name: name, Person: &changed}
}

// pathology doubts the histology and receptors of a diagnosis where a tumour asks for them and nothing is
// recorded.
func (v *View) pathology(p *pedigree.Individual, tumours []*Tumour) []risk.Doubt {
	var doubts []risk.Doubt
	for i := range p.Diagnoses {
		d := &p.Diagnoses[i]
		histology := risk.Doubt{Person: p.ID, Item: d.ID, Kind: risk.FactMissing, Fact: "histology of the " + describe.SiteName(d.Site)}
		her2 := risk.Doubt{Person: p.ID, Item: d.ID, Kind: risk.FactMissing, Fact: "HER2 of the " + describe.SiteName(d.Site)}
		for _, t := range tumours {
			if !d.Counts() || !t.Is(d.Site) || !t.behaves(d) {
				continue
			}
			if level, _ := t.histology(d); level == Open {
				words := t.Histology[0]
				histology.Readings = append(histology.Readings, reading(risk.ReadingName(words), p, i, func(d *pedigree.Diagnosis) { d.Pathology.Histology = words }))
			}
			if level, _ := t.receptor(d); level == Open {
				her2.Readings = []risk.Reading{
					reading("positive", p, i, func(d *pedigree.Diagnosis) { d.Pathology.HER2 = pedigree.ReceptorPositive }),
					reading("negative", p, i, func(d *pedigree.Diagnosis) { d.Pathology.HER2 = pedigree.ReceptorNegative }),
				}
			}
		}
		if len(histology.Readings) > 0 {
			histology.Readings = append(histology.Readings, reading("another type", p, i, func(d *pedigree.Diagnosis) { d.Pathology.Histology = "another type" }))
			doubts = append(doubts, histology)
		}
		if len(her2.Readings) > 0 {
			doubts = append(doubts, her2)
		}
	}
	return doubts
}

// tumours lists those of the rules in a settled order.
func (r *Rules) tumours() []*Tumour {
	names := make([]string, 0, len(r.Tumours))
	for name := range r.Tumours {
		names = append(names, name)
	}
	slices.Sort(names)
	all := make([]*Tumour, len(names))
	for i, name := range names {
		all[i] = r.Tumours[name]
	}
	return all
}

// Tests puts a person's gene tests in a string, for the facts that Missing asks for.
func Tests(p *pedigree.Individual) string {
	var key strings.Builder
	for i := range p.GeneTests {
		t := &p.GeneTests[i]
		fmt.Fprint(&key, "|", t.Gene, t.Result, t.Class, t.Scope, t.Sample, t.ReportSeen)
	}
	return key.String()
}
