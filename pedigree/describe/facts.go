package describe

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
)

// siteWords are the clinic's names of cancers that are not simply "<site> cancer".
var siteWords = map[pedigree.Site]string{
	pedigree.Ovary: "ovarian cancer", pedigree.Peritoneum: "peritoneal cancer", pedigree.Colorectum: "colorectal cancer",
	pedigree.Endometrium: "endometrial cancer", pedigree.Cervix: "cervical cancer", pedigree.Pancreas: "pancreatic cancer",
	pedigree.Brain: "brain tumour", pedigree.Melanoma: "melanoma", pedigree.Sarcoma: "sarcoma", pedigree.Leukaemia: "leukaemia",
	pedigree.Lymphoma: "lymphoma", pedigree.UnknownPrimary: "cancer of unknown primary",
}

func siteName(s pedigree.Site) string {
	if words, ok := siteWords[s]; ok {
		return words
	}
	if s.IsCancer() {
		return string(s) + " cancer"
	}
	return string(s)
}

// Diagnoses are a person's diagnoses in words, one each and in their order, with age as said and
// confirmation: "left breast cancer (in situ) at 39 (confirmed)".
func Diagnoses(p *pedigree.Individual) []string {
	all := make([]string, len(p.Diagnoses))
	for i := range p.Diagnoses {
		all[i] = diagnosis(p, &p.Diagnoses[i])
	}
	return all
}

func diagnosis(p *pedigree.Individual, d *pedigree.Diagnosis) string {
	words := siteName(d.Site)
	if d.Side == pedigree.Left || d.Side == pedigree.Right {
		words = string(d.Side) + " " + words
	}
	if d.Certainty == pedigree.Possible {
		words = "possible " + words
	}
	if d.Behaviour == pedigree.InSitu || d.Behaviour == pedigree.Borderline {
		words += " (" + string(d.Behaviour) + ")"
	}
	if d.Secondary {
		words += " (spread or recurrence)"
	}
	if d.Words != "" && !strings.EqualFold(d.Words, words) {
		words += ` ("` + d.Words + `")`
	}
	status := d.Status
	if status == "" {
		status = pedigree.Reported
	}
	return said(p, words, d.Age) + " (" + string(status) + ")"
}

// scopeWords are what a test looked at.
var scopeWords = map[pedigree.TestScope]string{
	pedigree.Screen: "full screen", pedigree.FamilialVariant: "for the familial variant only", pedigree.FounderPanel: "founder panel only",
}

// Tests are a person's gene tests in words, one each and in their order, with variant, scope, sample
// and whether the report was seen. Of a negative test of unknown scope it says so.
func Tests(p *pedigree.Individual) []string {
	all := make([]string, len(p.GeneTests))
	for i := range p.GeneTests {
		all[i] = geneTest(p, &p.GeneTests[i])
	}
	return all
}

func geneTest(p *pedigree.Individual, t *pedigree.GeneTest) string {
	words := t.Gene
	switch t.Result {
	case pedigree.Positive, pedigree.Negative, pedigree.Uncertain:
		words += " " + string(t.Result)
	default:
		words += " tested, result not known"
	}
	var about []string
	if t.Variant != "" {
		about = append(about, t.Variant)
	}
	if t.Class != 0 {
		about = append(about, fmt.Sprintf("class %d", t.Class))
	}
	if scope, known := scopeWords[t.Scope]; known {
		about = append(about, scope)
	} else if t.Result == pedigree.Negative {
		about = append(about, "extent of the test not known")
	}
	if t.Sample == pedigree.Tumour {
		about = append(about, "in the tumour")
	}
	if t.ReportSeen == pedigree.Yes {
		about = append(about, "report seen")
	} else {
		about = append(about, "report not seen")
	}
	return said(p, words, t.Age) + " (" + strings.Join(about, ", ") + ")"
}

// Carriers are what a person carries, in words, one each and in their order: "obligate carrier of cystic
// fibrosis".
func Carriers(p *pedigree.Individual) []string {
	all := make([]string, len(p.Carrier))
	for i := range p.Carrier {
		c := &p.Carrier[i]
		name := strings.TrimSpace(c.Condition)
		if site := pedigree.Site(strings.ToLower(name)); slices.Contains(pedigree.Sites, site) {
			name = siteName(site)
		}
		if name == "" {
			name = "a condition not said"
		}
		switch c.Kind {
		case pedigree.ObligateCarrier:
			all[i] = "obligate carrier of " + name
		case pedigree.UncertainCarrier:
			all[i] = "possible carrier of " + name
		case pedigree.Presymptomatic:
			all[i] = "presymptomatic for " + name
		default:
			all[i] = "carrier of " + name
		}
	}
	return all
}

// Surgery are a person's operations in words, one each and in their order.
func Surgery(p *pedigree.Individual) []string {
	all := make([]string, len(p.Surgery))
	for i := range p.Surgery {
		s := &p.Surgery[i]
		words := said(p, s.What, s.Age)
		if s.Reason == pedigree.RiskReducing || s.Reason == pedigree.ForTreatment {
			words += " (" + string(s.Reason) + ")"
		}
		all[i] = words
	}
	return all
}

func said(p *pedigree.Individual, what string, age pedigree.Fuzzy) string {
	if age.IsZero() {
		return what
	}
	return what + " " + atAge(p, age)
}
