package simonbroome

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/findings"
)

// The bands, and the answer when openings lead to different ones.
const (
	definite   = "definite"
	possible   = "possible"
	notMet     = "not met"
	cannotTell = "cannot tell"
)

func (m *Model) assess(c *risk.Case) risk.Assessment {
	a, k := m.value(c)
	if a.Status == risk.NotApplicable || a.Category == "" {
		return a
	}
	a.Facts = c.Facts()
	a.Warnings = append([]string{risk.Limits(a.Facts)}, m.Limits...)
	if k.homozygous {
		a.Warnings = append(a.Warnings, "The LDL cholesterol is as high as where both copies of the gene are changed (NICE CG71, 1.1.8): a specialist centre should see the person.")
	}
	items := map[pedigree.ID]bool{}
	for _, condition := range k.all() {
		for _, id := range condition.items {
			items[id] = id != ""
		}
	}
	doubts := slices.DeleteFunc(risk.Doubts(c, nil), func(d risk.Doubt) bool { return !items[d.Item] })
	a.Missing = append(m.notRecorded(c, k), risk.Effects(c, doubts, &a, func(c *risk.Case) risk.Assessment {
		other, _ := m.value(c)
		return other
	})...)
	return a
}

// value is the answer without what could change it.
func (m *Model) value(c *risk.Case) (risk.Assessment, conditions) {
	a := risk.Assessment{Subject: c.Subject.ID, Status: risk.NotApplicable}
	if !c.Subject.IsPerson() {
		a.Because = []string{"The symbol asked about is a pregnancy or a group, not one person."}
		return a, conditions{}
	}
	k := m.read(c)
	if !k.relevant {
		a.Because = []string{"No cholesterol level, tendon xanthoma or test of " + risk.List(m.Genes) + " is recorded in the person asked about or a first- or second-degree relative."}
		return a, k
	}
	a.Status = risk.CannotTell
	if a.Because = c.Conflicts(); len(a.Because) > 0 {
		return a, k
	}
	if a.Category = k.answer(); a.Category != cannotTell {
		a.Status = risk.OK
	} else if least, most := k.band(false), k.band(true); least != most {
		a.Because = []string{fmt.Sprintf("%s if what is open turns out to hold, %s if not.", risk.Sentence(most), least)}
	}
	counts := map[pedigree.ID]bool{}
	for _, condition := range k.all() {
		for _, words := range condition.words {
			a.Because = append(a.Because, risk.Sentence(words)+".")
		}
		if condition.truth > no {
			for _, id := range condition.by {
				counts[id] = true
			}
		}
		a.Working = append(a.Working, condition.line())
	}
	if k.familyVariant != "" {
		a.Because = append(a.Because, fmt.Sprintf("A variant is known in the family (%s): a test for that variant comes first.", k.familyVariant))
	}
	if a.Category == definite || a.Category == possible {
		a.Because = append(a.Because, m.LeadsTo)
	}
	for _, p := range c.Kin() {
		if counts[p.ID] {
			a.Counted = append(a.Counted, p.ID)
		}
	}
	return a, k
}

// band is the answer with what is open taken as holding, or as not.
func (k *conditions) band(openHolds bool) string {
	holds := func(c condition) bool { return c.truth == yes || openHolds && c.truth == open }
	switch {
	case holds(k.variant), holds(k.raised) && holds(k.xanthoma):
		return definite
	case holds(k.raised) && (holds(k.heartAttack) || holds(k.relatives)):
		return possible
	}
	return notMet
}

// answer is the band where what is open leads to one, and cannot tell where it does not, or where the
// person's own cholesterol is open and no variant was found.
func (k *conditions) answer() string {
	least, most := k.band(false), k.band(true)
	if least != most || k.raised.truth == open && least != definite {
		return cannotTell
	}
	return least
}

// line says how far a condition holds: "Tendon xanthoma: none recorded."
func (c *condition) line() string {
	words := [...]string{"no", "open", "yes"}[c.truth]
	if len(c.words) == 0 {
		return risk.Sentence(c.name) + ": none recorded."
	}
	return fmt.Sprintf("%s: %s (%s).", risk.Sentence(c.name), words, strings.Join(c.words, "; "))
}

// notRecorded lists what nobody recorded and could lead to another band.
func (m *Model) notRecorded(c *risk.Case, k conditions) []risk.Missing {
	var missing []risk.Missing
	now := k.answer()
	add := func(fact string, moves ...string) {
		missing = append(missing, risk.Missing{
			Person: c.Subject.ID, Fact: fact, Kind: risk.FactMissing, Moves: moves,
			Effect: fmt.Sprintf("%s, now %s", strings.Join(moves, " or "), now),
		})
	}
	raised := k
	raised.raised.truth = yes
	ifRaised := raised.band(true)
	if k.raised.truth == open {
		add("total and LDL cholesterol", slices.Compact([]string{ifRaised, notMet})...)
	}
	if k.raised.truth == no || now == definite {
		return missing
	}
	if k.xanthoma.truth == no && !findings.Denied(c.Subject, m.TendonXanthoma) {
		add("tendon xanthoma in the person or a near relative (not recorded, read as none)", definite)
	}
	if ifRaised == notMet {
		add("heart attacks and cholesterol of near relatives (none recorded that counts)", possible)
	}
	return missing
}
