package confirm

import (
	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/terms"
)

// Kind is what sort of fact is to be confirmed.
type Kind string

// The kinds.
const (
	Illness  Kind = "illness"   // a diagnosis: by histology, a registry, a hospital's letter
	GeneTest Kind = "gene test" // a result told, by the laboratory's report
	Death    Kind = "death"     // a death of a cancer that no diagnosis says, by the certificate
)

// Fact names one fact in a family. Item is the id of the diagnosis or the gene test; a death has none.
type Fact struct {
	Person pedigree.ID
	Kind   Kind
	Item   pedigree.ID
}

// State is how far the confirmation of a fact is.
type State string

// The states.
const (
	NotAskedFor State = "not asked for"
	Sent        State = "request sent"
	Overdue     State = "reply overdue" // a request whose reply was due before today
	Confirmed   State = "confirmed"
	Refuted     State = "refuted"
	NotFound    State = "no record found" // an answer that neither confirms nor refutes
)

// Settled reports that nothing more is to be asked.
func (s State) Settled() bool { return s == Confirmed || s == Refuted }

// Waiting reports that a request is out.
func (s State) Waiting() bool { return s == Sent || s == Overdue }

// Item is one fact of the list.
type Item struct {
	Fact
	Words   string // "breast cancer at 49"
	State   State
	Request pedigree.Confirmation
	By      string // what confirmed or refuted it: "histology report"; "" where nobody said
	Ask     string // whom to ask, as a suggestion: the hospital where it was treated, a registry
}

// List is every fact of a family that a report could confirm, in family order: diagnoses but for what is
// known to be spread or recurrence, gene tests, and deaths of a cancer that is not among the diagnoses. Confirmed and
// refuted ones are in it too. Today decides what is overdue.
func List(f *pedigree.Family, today pedigree.Date) []Item {
	var items []Item
	for i := range f.Individuals {
		p := &f.Individuals[i]
		for n := range p.Diagnoses {
			if d := &p.Diagnoses[n]; !d.Secondary || d.IsUndecided() {
				words, _ := describe.Diagnosis(p, d)
				if d.IsUndecided() {
					words += ", as a new cancer"
				}
				items = append(items, Item{
					Fact:  Fact{Person: p.ID, Kind: Illness, Item: d.ID},
					Words: words, State: ofDiagnosis(d, today), Request: d.Confirmation, By: d.ConfirmedBy, Ask: askAbout(d),
				})
			}
		}
		said := describe.Tests(p)
		for n := range p.GeneTests {
			t := &p.GeneTests[n]
			item := Item{
				Fact: Fact{Person: p.ID, Kind: GeneTest, Item: t.ID}, Words: said[n], State: ofTest(t, today), Request: t.Confirmation, Ask: t.Laboratory,
			}
			if item.State.Settled() {
				item.By = t.Confirmation.Note
			}
			if item.Ask == "" {
				item.Ask = "laboratory"
			}
			items = append(items, item)
		}
		if site, ok := diedOf(p); ok {
			items = append(items, Item{
				Fact:  Fact{Person: p.ID, Kind: Death},
				Words: "death of " + describe.SiteName(site) + "; no diagnosis is recorded", State: NotAskedFor, Ask: "registrar of deaths",
			})
		}
	}
	return items
}

func askAbout(d *pedigree.Diagnosis) string {
	if d.Hospital != "" {
		return d.Hospital
	}
	return "cancer registry"
}

// diedOf is the cancer that a person is said to have died of and that is not among the diagnoses.
func diedOf(p *pedigree.Individual) (pedigree.Site, bool) {
	if p.CauseOfDeath == "" || !p.IsPerson() {
		return "", false
	}
	site, ok := terms.Site(p.CauseOfDeath)
	if !ok || !site.IsCancer() {
		return "", false
	}
	for i := range p.Diagnoses {
		d := p.Diagnoses[i].Site
		if d == site || d.IsOvarian() && site.IsOvarian() {
			return "", false
		}
	}
	return site, true
}

func ofDiagnosis(d *pedigree.Diagnosis, today pedigree.Date) State {
	switch d.Status {
	case pedigree.Confirmed:
		return Confirmed
	case pedigree.Refuted:
		return Refuted
	}
	return ofRequest(d.Confirmation, d.Status == pedigree.Requested, today)
}

func ofTest(t *pedigree.GeneTest, today pedigree.Date) State {
	switch {
	case t.ReportSeen == pedigree.Yes:
		return Confirmed
	case t.ReportSeen == pedigree.No && t.Confirmation.AnsweredOn != "" && t.Result == pedigree.ResultUnknown:
		return Refuted
	}
	return ofRequest(t.Confirmation, false, today)
}

// ofRequest is how far a request is whose outcome is open. asked is that the fact itself says so.
func ofRequest(c pedigree.Confirmation, asked bool, today pedigree.Date) State {
	switch {
	case c.AnsweredOn != "":
		return NotFound
	case c.SentOn == "" && !asked:
		return NotAskedFor
	case c.DueOn != "" && today != "" && c.DueOn < today:
		return Overdue
	}
	return Sent
}

// StateWords is the state in a sentence: "Request sent to Riverside Hospital on 2 November 2026, reply
// due 14 December 2026".
func (i Item) StateWords() string {
	words := describe.Capital(string(i.State))
	if i.State.Waiting() {
		words = "Request sent"
		if i.Request.SentTo != "" {
			words += " to " + i.Request.SentTo
		}
		words += on(i.Request.SentOn)
		switch {
		case i.State == Overdue:
			words += ", reply overdue since " + i.Request.DueOn.Prose()
		case i.Request.DueOn != "":
			words += ", reply due " + i.Request.DueOn.Prose()
		}
		return words
	}
	if i.By != "" {
		words += " by " + i.By
	}
	words += on(i.Request.AnsweredOn)
	if i.State == NotFound && i.Request.Note != "" {
		words += ": " + i.Request.Note
	}
	return words
}

func on(d pedigree.Date) string {
	if d == "" {
		return ""
	}
	return " on " + d.Prose()
}
