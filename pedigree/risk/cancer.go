package risk

import (
	"strings"

	"kindred/pedigree"
)

// Primaries lists the diagnoses of a person at the sites wanted that may enter a number: neither
// refuted nor a secondary or recurrence.
func Primaries(p *pedigree.Individual, wanted func(pedigree.Site) bool) []*pedigree.Diagnosis {
	var primaries []*pedigree.Diagnosis
	for i := range p.Diagnoses {
		if d := &p.Diagnoses[i]; d.Counts() && wanted(d.Site) {
			primaries = append(primaries, d)
		}
	}
	return primaries
}

// IsBreast picks breast cancers for Primaries.
func IsBreast(s pedigree.Site) bool { return s == pedigree.Breast }

// IsOvarian picks cancers of ovary, fallopian tube and peritoneum for Primaries.
func IsOvarian(s pedigree.Site) bool { return s.IsOvarian() }

// IsPossible reports a diagnosis that is not certain, such as "?ovarian".
func IsPossible(d *pedigree.Diagnosis) bool { return d.Certainty == pedigree.Possible }

// IsLobularInSitu reports lobular carcinoma in situ, which no model here counts as breast cancer.
func IsLobularInSitu(d *pedigree.Diagnosis) bool {
	return d.Behaviour == pedigree.InSitu && HistologyHas(d, "lobular") ||
		HistologyHas(d, "lcis") || strings.Contains(strings.ToLower(d.Words), "lcis")
}

// HistologyHas reports that the histology, in any case, contains one of the words.
func HistologyHas(d *pedigree.Diagnosis, words ...string) bool {
	histology := strings.ToLower(d.Pathology.Histology)
	for _, word := range words {
		if strings.Contains(histology, word) {
			return true
		}
	}
	return false
}

// MayBeTwoBreasts reports two breast cancers that are not both said to be on the same side.
func MayBeTwoBreasts(primaries []*pedigree.Diagnosis) bool {
	for i, a := range primaries {
		for _, b := range primaries[:i] {
			if a.Side != b.Side || (a.Side != pedigree.Left && a.Side != pedigree.Right) {
				return true
			}
		}
	}
	return false
}

// BothBreastsRemoved finds the recorded operation, not refuted, that removed the breasts of a person
// to reduce the risk, or both of them; nil when there is none.
func BothBreastsRemoved(p *pedigree.Individual) *pedigree.Surgery {
	for i := range p.Surgery {
		s := &p.Surgery[i]
		what := strings.ToLower(s.What)
		if s.Status == pedigree.Refuted || !strings.Contains(what, "mastectomy") {
			continue
		}
		if s.Reason == pedigree.RiskReducing || strings.Contains(what, "bilateral") || strings.Contains(what, "risk-reducing") {
			return s
		}
	}
	return nil
}
