package criteria

import (
	"fmt"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// Named is somebody by the relation, with what of them was counted: "the mother (colorectal cancer at 43,
// confirmed)".
func (v *View) Named(e Evidence) string {
	if len(e.Matches) == 0 {
		return "the " + v.Words(v.At(e.Person).ID)
	}
	words := make([]string, len(e.Matches))
	for i, m := range e.Matches {
		words[i] = m.words()
	}
	return "the " + v.Words(v.At(e.Person).ID) + " (" + strings.Join(words, "; ") + ")"
}

// NamedAll is several people; of two with one relation the later are "another".
func (v *View) NamedAll(all []Evidence) string {
	words := make([]string, len(all))
	for i, e := range all {
		words[i] = v.Named(e)
		for _, earlier := range all[:i] {
			if v.Words(v.At(earlier.Person).ID) == v.Words(v.At(e.Person).ID) {
				words[i] = "another" + strings.TrimPrefix(words[i], "the")
				break
			}
		}
	}
	return risk.List(words)
}

// Doubtful says what leaves people's facts open: "the mother (colorectal cancer at about 50: may be below
// 50 or not)".
func (v *View) Doubtful(all []Evidence) string {
	words := make([]string, len(all))
	for i, e := range all {
		var facts []string
		for _, m := range e.Matches {
			what := strings.Join(m.Doubts, ", ")
			if m.Diagnosis != nil {
				what = strings.TrimSuffix(strings.TrimSuffix(m.words(), ", not confirmed"), ", confirmed") + ": " + what
			}
			facts = append(facts, what)
		}
		words[i] = "the " + v.Words(v.At(e.Person).ID) + " (" + strings.Join(facts, "; ") + ")"
	}
	return risk.List(words)
}

// IDs are the people of the evidence.
func (v *View) IDs(all []Evidence) []pedigree.ID {
	var ids []pedigree.ID
	for _, e := range all {
		ids = append(ids, v.At(e.Person).ID)
	}
	return ids
}

// Silent warns of the near relatives of whom it is not known whether they had cancer; nil for none.
func (v *View) Silent() []string {
	silent := 0
	for _, i := range v.Kindred() {
		p := v.At(i)
		if p.ID == v.Subject.ID || !p.IsPerson() || v.Relation(p.ID).Degree > 2 {
			continue
		}
		switch p.Illness() {
		case pedigree.IllnessNotAsked, pedigree.IllnessNoDetails, pedigree.IllnessUncertain:
			silent++
		}
	}
	if silent == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%d near %s not asked about cancer, or it is not known whether there was one: read here as none.",
		silent, risk.Plural(silent, "relative was", "relatives were"))}
}
