package interview

import (
	"strings"

	"kindred/pedigree"
)

// The lines of a person say what is recorded in the words of the entry line, one piece a fact and no
// comma in any: what a table shows, and what its cells are edited in.

// IllnessLines are the diagnoses: "breast L 49", "?ovary 60s", "lung secondary 70".
func IllnessLines(p *pedigree.Individual) []string {
	lines := make([]string, len(p.Diagnoses))
	for i := range p.Diagnoses {
		d := &p.Diagnoses[i]
		lines[i] = piece(uncertain(d)+string(d.Site), sideMark(d.Side), d.Age.String(), behaviour(d.Behaviour), mark(d.Secondary, "secondary"))
	}
	return lines
}

// uncertain is the question mark of a possible diagnosis.
func uncertain(d *pedigree.Diagnosis) string {
	if d.Certainty == pedigree.Possible {
		return "?"
	}
	return ""
}

func sideMark(s pedigree.Side) string {
	switch s {
	case pedigree.Left:
		return "L"
	case pedigree.Right:
		return "R"
	}
	return ""
}

func behaviour(b pedigree.Behaviour) string {
	if b == pedigree.InSitu || b == pedigree.Borderline {
		return string(b)
	}
	return ""
}

func mark(on bool, words string) string {
	if on {
		return words
	}
	return ""
}

// TestLines are the gene tests: "BRCA1+ report seen", "BRCA2- pred".
func TestLines(p *pedigree.Individual) []string {
	results := map[pedigree.TestResult]string{pedigree.Positive: "+", pedigree.Negative: "-", pedigree.Uncertain: " VUS"}
	scopes := map[pedigree.TestScope]string{pedigree.Screen: "screen", pedigree.FamilialVariant: "pred", pedigree.FounderPanel: "founder panel"}
	lines := make([]string, len(p.GeneTests))
	for i := range p.GeneTests {
		t := &p.GeneTests[i]
		result, known := results[t.Result]
		if !known {
			result = " ?"
		}
		lines[i] = piece(mark(t.Sample == pedigree.Tumour, "tumour"), t.Gene+result, scopes[t.Scope], t.Variant, mark(t.ReportSeen == pedigree.Yes, "report seen"))
	}
	return lines
}

// OperationLines are the operations: "bilateral salpingo-oophorectomy 45 rr".
func OperationLines(p *pedigree.Individual) []string {
	lines := make([]string, len(p.Surgery))
	for i := range p.Surgery {
		s := &p.Surgery[i]
		lines[i] = piece(s.What, sideMark(s.Side), s.Age.String(), mark(s.Reason == pedigree.RiskReducing, "rr"), mark(s.Reason == pedigree.ForTreatment, "tx"))
	}
	return lines
}

// piece joins the words that there are; a comma would begin another fact.
func piece(words ...string) string {
	var said []string
	for _, w := range words {
		if w = strings.Join(strings.Fields(strings.ReplaceAll(w, ",", " ")), " "); w != "" {
			said = append(said, w)
		}
	}
	return strings.Join(said, " ")
}
