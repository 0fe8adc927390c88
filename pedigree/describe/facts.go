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

// SiteName is what a clinic calls cancer of a site ("ovarian cancer"); another condition is itself.
func SiteName(s pedigree.Site) string {
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
	what, about := Diagnosis(p, d)
	return what + " (" + strings.Join(about, ", ") + ")"
}

// Diagnosis is one diagnosis in words, and what there is to say about it: "left breast cancer at 36", and
// "triple negative", "grade 3", "reported". The last is always how far it is confirmed.
func Diagnosis(p *pedigree.Individual, d *pedigree.Diagnosis) (what string, about []string) {
	what = illness(p, d)
	if d.Side == pedigree.Left || d.Side == pedigree.Right {
		what = string(d.Side) + " " + what
	}
	if d.Certainty == pedigree.Possible && !d.Secondary {
		what = "possible " + what
	}
	if d.Behaviour == pedigree.InSitu && inSituNames[d.Pathology.Histology] == "" || d.Behaviour == pedigree.Borderline {
		what += " (" + string(d.Behaviour) + ")"
	}
	if d.Words != "" && !strings.EqualFold(d.Words, what) {
		what += ` ("` + d.Words + `")`
	}
	if d.IsUndecided() {
		about = append(about, "new or a recurrence: not known")
	}
	about = append(about, pathology(d)...)
	if d.Treatment != "" {
		about = append(about, "treated with "+d.Treatment)
	}
	if d.Hospital != "" && !strings.Contains(d.ConfirmedBy, d.Hospital) {
		about = append(about, "at "+d.Hospital)
	}
	about = append(about, d.Notes...)
	status := d.Status
	if status == "" {
		status = pedigree.Reported
	}
	words := string(status)
	if d.ConfirmedBy != "" && status == pedigree.Confirmed {
		words += " by " + d.ConfirmedBy
	}
	return said(p, what, d.Age), append(about, words)
}

// inSituNames are the in-situ diseases of the breast with a name of their own.
var inSituNames = map[string]string{"ductal": "ductal carcinoma in situ", "lobular": "lobular carcinoma in situ"}

// illness is the name of what a diagnosis is of, with spread and recurrence as such.
func illness(p *pedigree.Individual, d *pedigree.Diagnosis) string {
	name := SiteName(d.Site)
	if in, known := inSituNames[d.Pathology.Histology]; known && d.Behaviour == pedigree.InSitu && d.Site == pedigree.Breast {
		name = in + " of the breast"
	}
	switch {
	case d.IsUndecided():
		return name + " again"
	case !d.Secondary:
		return name
	}
	elsewhere := !d.Site.IsCancer()
	for i := range p.Diagnoses {
		other := &p.Diagnoses[i]
		if other.Secondary {
			continue
		}
		if other.Site == d.Site {
			return name + " (recurrence)"
		}
		elsewhere = true
	}
	if elsewhere {
		return "spread to the " + string(d.Site)
	}
	return name + " (spread or recurrence)"
}

// pathology is what the pathologist found.
func pathology(d *pedigree.Diagnosis) []string {
	var found []string
	x := d.Pathology
	if x.TripleNegative() {
		found = append(found, "triple negative")
	} else {
		for _, r := range []struct {
			name   string
			result pedigree.Receptor
		}{{"ER", x.ER}, {"PR", x.PR}, {"HER2", x.HER2}} {
			if r.result != "" {
				found = append(found, r.name+" "+string(r.result))
			}
		}
	}
	for _, r := range []struct {
		name   string
		result pedigree.Receptor
	}{{"CK14", x.CK14}, {"CK5/6", x.CK56}} {
		if r.result != "" {
			found = append(found, r.name+" "+string(r.result))
		}
	}
	if x.Grade != 0 {
		found = append(found, fmt.Sprintf("grade %d", x.Grade))
	}
	if x.Histology != "" && (d.Behaviour != pedigree.InSitu || inSituNames[x.Histology] == "") {
		found = append(found, x.Histology)
	}
	return found
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
	what, about := Tested(p, t)
	return what + " (" + strings.Join(about, ", ") + ")"
}

// Tested is one gene test in words, and what there is to say about it: "BRCA1 negative", and "full screen",
// "report not seen". The last is always whether the report was seen.
func Tested(p *pedigree.Individual, t *pedigree.GeneTest) (what string, about []string) {
	what = t.Gene
	switch t.Result {
	case pedigree.Positive, pedigree.Negative, pedigree.Uncertain:
		what += " " + string(t.Result)
	default:
		what += " tested, result not known"
	}
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
	if !t.On.IsZero() {
		about = append(about, InYear(t.On))
	}
	if t.Laboratory != "" {
		about = append(about, "laboratory "+t.Laboratory)
	}
	if t.ReportSeen == pedigree.Yes {
		about = append(about, "report seen")
	} else {
		about = append(about, "report not seen")
	}
	return said(p, what, t.Age), about
}

// Carriers are what a person carries, in words, one each and in their order: "obligate carrier of cystic
// fibrosis".
func Carriers(p *pedigree.Individual) []string {
	all := make([]string, len(p.Carrier))
	for i, c := range p.Carrier {
		all[i] = Carries(c)
	}
	return all
}

// Carries is one thing that a person carries, in words.
func Carries(c pedigree.CarrierState) string {
	name := strings.TrimSpace(c.Condition)
	if site := pedigree.Site(strings.ToLower(name)); slices.Contains(pedigree.Sites, site) {
		name = SiteName(site)
	}
	if name == "" {
		name = "a condition not said"
	}
	switch c.Kind {
	case pedigree.ObligateCarrier:
		return "obligate carrier of " + name
	case pedigree.UncertainCarrier:
		return "possible carrier of " + name
	case pedigree.Presymptomatic:
		return "presymptomatic for " + name
	}
	return "carrier of " + name
}

// Surgery are a person's operations in words, one each and in their order.
func Surgery(p *pedigree.Individual) []string {
	all := make([]string, len(p.Surgery))
	for i := range p.Surgery {
		what, about := Operation(p, &p.Surgery[i])
		if all[i] = what; len(about) > 0 {
			all[i] += " (" + strings.Join(about, ", ") + ")"
		}
	}
	return all
}

// Operation is one operation in words, and what there is to say about it: "right mastectomy at 44", and
// "treatment".
func Operation(p *pedigree.Individual, s *pedigree.Surgery) (what string, about []string) {
	what = s.What
	if s.Side == pedigree.Left || s.Side == pedigree.Right {
		what = string(s.Side) + " " + what
	}
	switch s.Reason {
	case pedigree.RiskReducing:
		about = append(about, "risk-reducing")
	case pedigree.ForTreatment:
		about = append(about, "for treatment")
	}
	if s.Status != "" && s.Status != pedigree.Reported {
		about = append(about, string(s.Status))
	}
	return said(p, what, s.Age), about
}

func said(p *pedigree.Individual, what string, age pedigree.Fuzzy) string {
	if age.IsZero() {
		return what
	}
	return what + " " + AtAge(p, age)
}
