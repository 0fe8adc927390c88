package risk

import (
	"slices"
	"strings"
	"unicode"

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
		HistologyHas(d, "lcis") || Says(d.Words, "lcis")
}

// HistologyHas reports that the histology, in any case, says one of the words, or a word that contains it, and
// does not say that it is not so: neither "non-mucinous" nor "no lobular or mucinous component" is mucinous.
func HistologyHas(d *pedigree.Diagnosis, words ...string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return Says(d.Pathology.Histology, word) })
}

// Says reports that a text says a word, which is in small letters, or a word that contains it, and does not deny
// it. "Denied" is before the word: "no", "not", "non-" or "without".
func Says(text, word string) bool {
	text = strings.ToLower(text)
	for from := 0; ; {
		at := strings.Index(text[from:], word)
		if at < 0 {
			return false
		}
		if !denied(text[:from+at]) {
			return true
		}
		from += at + len(word)
	}
}

// denied reports that the text before a word denies it: with "non", which may be joined to it, or with "no",
// "not" or "without" before it, of which no more than an article or another word and "or" parts them.
func denied(before string) bool {
	words := strings.FieldsFunc(before, func(r rune) bool { return !unicode.IsLetter(r) && r != ',' && r != ';' && r != '.' })
	for n := len(words) - 1; n >= 0; n-- {
		switch words[n] {
		case "non", "no", "not", "without", "never", "nor":
			return true
		case "a", "an", "any", "evidence", "of", "definite", "definitely", "clearly":
		case "or":
			n-- // "no lobular or mucinous component"
		default:
			return false
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
