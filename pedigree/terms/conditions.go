package terms

import (
	"slices"
	"strings"

	"kindred/pedigree"
)

// Condition is what a word for an illness stands for.
type Condition struct {
	Site      pedigree.Site // one of pedigree.Sites, or the condition by its name ("throat cancer")
	Behaviour pedigree.Behaviour
	Histology string // as Pathology.Histology: "lobular" of an LCIS

	// MayBe lists, in words that Illness reads, what a vague word may stand for: "skin" is melanoma or
	// another skin cancer. Site is then the vague thing by its own name, which no model counts.
	MayBe []string
}

// IsVague reports that the word leaves open which condition is meant.
func (c Condition) IsVague() bool { return len(c.MayBe) > 0 }

// Site is the site that everyday words name ("bowel", "ca of the womb", "lung cancer"); ok is false for words that
// name none. A vague word gives the vague thing by its own name: Site("skin") is "skin cancer".
func Site(words string) (site pedigree.Site, ok bool) {
	c, ok := Illness(words)
	return c.Site, ok
}

// Illness is the condition that everyday words name, with or without "ca", "cancer" or "tumour" before
// or after the organ. "Cancer" alone is a cancer of unknown primary.
func Illness(words string) (c Condition, ok bool) {
	words = plain(words)
	if c, ok = conditionWords[words]; ok {
		return c, true
	}
	organ, cancer := withoutCancer(words)
	if !cancer {
		return Condition{}, false
	}
	if organ == "" {
		return Condition{Site: pedigree.UnknownPrimary}, true
	}
	if c, ok = conditionWords[organ]; !ok {
		c, ok = conditionWords["ca "+organ]
	}
	return c, ok
}

// Sites lists the words for conditions that begin with the prefix, the named sites first: what Tab
// offers. Short forms ("br") are read and not offered.
func Sites(prefix string) []string { return beginning(conditionNames, prefix) }

// SaysCancer reports that the words say "cancer" in some form, with or without an organ.
func SaysCancer(words string) bool {
	_, found := withoutCancer(plain(words))
	return found
}

// cancerWords say that it was a cancer and not where.
var cancerWords = []string{"ca", "cancer", "cancers", "carcinoma", "tumour", "tumor", "malignancy", "adenocarcinoma"}

// withoutCancer takes the word for cancer away from the start ("ca of the womb") or the end ("lung ca").
func withoutCancer(words string) (organ string, found bool) {
	fields := strings.Fields(words)
	if len(fields) == 0 {
		return "", false
	}
	if last := len(fields) - 1; slices.Contains(cancerWords, fields[last]) {
		return strings.Join(fields[:last], " "), true
	}
	if !slices.Contains(cancerWords, fields[0]) {
		return "", false
	}
	fields = fields[1:]
	for len(fields) > 1 && slices.Contains([]string{"of", "the", "in"}, fields[0]) {
		fields = fields[1:]
	}
	return strings.Join(fields, " "), true
}

// conditionWords maps every word of conditionTable to its condition; conditionNames are those that
// completion offers.
var conditionWords, conditionNames = indexConditions()

func indexConditions() (words map[string]Condition, names []string) {
	words = map[string]Condition{}
	for _, site := range pedigree.Sites {
		words[string(site)] = Condition{Site: site}
		names = append(names, string(site))
	}
	var more []string
	for _, row := range conditionTable {
		for i, word := range strings.Split(row.words, "|") {
			words[word] = row.Condition
			if i > 0 && len(word) > 4 && !strings.HasPrefix(word, "ca ") && !slices.Contains(names, word) {
				more = append(more, word)
			}
		}
		if name := string(row.Site); words[name].Site == "" {
			words[name] = row.Condition
			more = append(more, name)
		}
	}
	slices.Sort(more)
	return words, append(names, slices.Compact(more)...)
}
