package describe

import (
	"strings"

	"kindred/pedigree"
)

// states are the answers about a person as a whole. "Well", "asked: no cancer", "doesn't know" and "no
// details known" are four different things; of what was not asked nothing is said.
func states(p *pedigree.Individual) []string {
	var said []string
	add := func(holds bool, words string) {
		if holds {
			said = append(said, words)
		}
	}
	ill := len(p.Diagnoses) > 0 || p.Affected == pedigree.Yes
	add(p.NoDetails, "no details known")
	add(p.Well == pedigree.Yes && !p.NoDetails && !p.IsDeceased(), "well")
	add(p.Well == pedigree.No && !ill, "not well")
	add(p.Asked[pedigree.AskedCancer] == pedigree.No, "asked: no cancer")
	add(p.Asked[pedigree.AskedCancer] == pedigree.DontKnow || p.Well == pedigree.DontKnow || p.Affected == pedigree.DontKnow, "cancer: doesn't know")
	add(p.Evaluated == pedigree.Yes, "examined here or records seen")
	add(p.NotInContact, "not in contact")
	add(p.HistoryUnknown, "nothing known of "+possessive(p)+" parents' families")
	return append(said, kinAnswers(p)...)
}

// answered are the questions with words of their own, in the order of a history.
var answered = []struct {
	question       pedigree.Question
	none, dontKnow string
}{
	{pedigree.AskedPartners, "partners: none", "partners: doesn't know"},
	{pedigree.AskedChildren, "children: none", "children: doesn't know"},
	{pedigree.AskedLosses, "pregnancy losses: none", "pregnancy losses: doesn't know"},
	{pedigree.AskedBrothers, "brothers: none", "brothers: doesn't know"},
	{pedigree.AskedSisters, "sisters: none", "sisters: doesn't know"},
	{pedigree.AskedSiblings, "brothers and sisters: none", "brothers and sisters: doesn't know"},
	{pedigree.AskedTests, "gene tests: none", "gene tests: doesn't know"},
	{pedigree.AskedSurgery, "operations: none", "operations: doesn't know"},
	{pedigree.AskedAncestry, "ancestry: nothing to note", "ancestry: doesn't know"},
}

// kinAnswers are why there are no children, and what else was asked and answered by "none" or "doesn't know".
func kinAnswers(p *pedigree.Individual) []string {
	var said []string
	switch p.Childless {
	case pedigree.ChildlessByChoice:
		said = append(said, "no children by choice")
	case pedigree.ChildlessInfertile:
		said = append(said, "infertile")
	case pedigree.NoChildren:
		said = append(said, "no children")
	}
	if p.ChildlessCause != "" && len(said) > 0 {
		said[0] += " (" + p.ChildlessCause + ")"
	}
	for _, a := range answered {
		switch answer := p.Asked[a.question]; {
		case a.question == pedigree.AskedChildren && p.Childless != "":
		case answer == pedigree.No:
			said = append(said, a.none)
		case answer == pedigree.DontKnow:
			said = append(said, a.dontKnow)
		}
	}
	return said
}

// origins are karyotype and ancestry.
func origins(p *pedigree.Individual) []string {
	var said []string
	if p.Karyotype != "" {
		said = append(said, "karyotype "+p.Karyotype)
	}
	switch p.Ashkenazi {
	case pedigree.Yes:
		said = append(said, "Ashkenazi Jewish ancestry")
	case pedigree.No:
		said = append(said, "no Ashkenazi Jewish ancestry")
	case pedigree.DontKnow:
		said = append(said, "Ashkenazi Jewish ancestry: doesn't know")
	}
	if len(p.Ancestry) > 0 {
		said = append(said, strings.Join(p.Ancestry, " and ")+" ancestry")
	}
	return said
}
