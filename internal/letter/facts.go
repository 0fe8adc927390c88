package letter

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"kindred/pedigree"
)

// relativeSentences say what is recorded of the relatives who agreed to be recognisable, one after the
// other in family order. Sites that do not bear on the letter are said too: the patient told us, and
// would miss them.
func relativeSentences(view *pedigree.Family, patient *pedigree.Patient) []Run {
	relation := map[pedigree.ID]string{}
	sharing := map[string]int{}
	for i := range view.Individuals {
		if p := &view.Individuals[i]; p.ID != patient.Individual && p.IsPerson() {
			relation[p.ID] = relationWords(view, patient.Individual, p.ID)
			sharing[relation[p.ID]]++
		}
	}
	var runs []Run
	met := map[string]bool{}
	for i := range view.Individuals {
		p := &view.Individuals[i]
		words := relation[p.ID]
		had, checked := history(p)
		if words == "" || len(had) == 0 {
			continue
		}
		who := "Your " + words
		if sharing[words] > 1 && met[words] {
			who = "Another of your relatives, " + article(words) + ","
		} else if sharing[words] > 1 {
			who = "One of your relatives, " + article(words) + ","
		}
		met[words] = true
		runs = append(runs, Run{Text: who + " had "}, Run{Text: and(had), Field: "individual " + string(p.ID)})
		if checked {
			runs = append(runs, Run{Text: ". We have checked this in medical records. "})
		} else {
			runs = append(runs, Run{Text: ". We have not checked all of this in medical records. "})
		}
	}
	return runs
}

// history is the person's illnesses with their ages, and whether medical records confirm them all.
func history(p *pedigree.Individual) (had []string, checked bool) {
	checked = true
	for i := range p.Diagnoses {
		d := &p.Diagnoses[i]
		if words := illness(d); words != "" {
			had = append(had, words+ageWords(d.Age))
			checked = checked && d.IsConfirmed()
		}
	}
	return had, checked
}

// side finds "maternal" and "paternal", which not everybody knows.
var side = regexp.MustCompile(`^(maternal|paternal) (.+)$|^(.+) \((maternal|paternal)\)$`)

// relationWords is what somebody is to the patient in everyday words, "aunt on your mother's side"; ""
// for people who are not related in a way that a letter can say.
func relationWords(view *pedigree.Family, patient, relative pedigree.ID) string {
	r := view.Relationship(patient, relative)
	words, _, _ := strings.Cut(r.Words, "partner (")
	if words != r.Words {
		return words + "partner"
	}
	if !r.IsBlood() && strings.Contains(words, "related") {
		return ""
	}
	m := side.FindStringSubmatch(words)
	if m == nil {
		return words
	}
	person := view.Individual(patient)
	parent, other := person.EggParent(), person.SpermParent()
	if m[1]+m[4] == "paternal" {
		parent, other = other, parent
	}
	of := view.Relationship(patient, parent).Words
	if of == view.Relationship(patient, other).Words || !slices.Contains([]string{"mother", "father"}, of) {
		return m[2] + m[3] // two mothers, or a donor: the side would be said wrongly
	}
	return m[2] + m[3] + " on your " + of + "'s side"
}

func article(noun string) string {
	if strings.ContainsAny(noun[:1], "aeiou") {
		return "an " + noun
	}
	return "a " + noun
}

// inDecade is a decade of life as it stands in a sentence, "40s".
var inDecade = regexp.MustCompile(`^\d{1,2}0s$`)

// ageWords is " at age 44", " in their 40s", " between age 40 and 45"; "" when nothing is known.
func ageWords(age pedigree.Fuzzy) string {
	low, high, ok := age.Within(0, pedigree.OldestAge)
	switch {
	case !ok:
		return ""
	case low == high:
		return fmt.Sprintf(" at age %d", low)
	case age.Kind == pedigree.Decade && inDecade.MatchString(age.Words):
		return " in their " + age.Words
	case age.Kind == pedigree.About:
		return fmt.Sprintf(" at about age %d", (low+high)/2)
	case age.Low.Known && age.High.Known:
		return fmt.Sprintf(" between age %d and %d", low, high)
	case age.High.Known:
		return fmt.Sprintf(" before age %d", high+1)
	}
	return fmt.Sprintf(" after age %d", low-1)
}

func and(items []string) string {
	n := len(items)
	if n < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:n-1], ", ") + " and " + items[n-1]
}

// widerFamily names, without saying who, the kinds of cancer in blood relatives of whom nothing else
// may be said.
func widerFamily(view *pedigree.Family, patient *pedigree.Patient) []string {
	present := map[string]bool{}
	sides := view.SidesOf(patient.Individual)
	for i := range view.Individuals {
		p := &view.Individuals[i]
		if p.ID == patient.Individual || sides[p.ID] == pedigree.NoSide || p.MayBe(pedigree.ConsentRecognise, patient.ID) {
			continue
		}
		for j := range p.Diagnoses {
			if d := &p.Diagnoses[j]; d.Counts() && d.Site.IsCancer() {
				present[illness(d)] = true
			}
		}
	}
	var kinds []string
	for _, s := range pedigree.Sites {
		for _, b := range []pedigree.Behaviour{pedigree.Invasive, pedigree.InSitu, pedigree.Borderline} {
			certain := illness(&pedigree.Diagnosis{Site: s, Behaviour: b})
			possible := illness(&pedigree.Diagnosis{Site: s, Behaviour: b, Certainty: pedigree.Possible})
			switch {
			case present[certain]:
				kinds = append(kinds, certain)
			case present[possible]:
				kinds = append(kinds, possible)
			}
		}
	}
	return kinds
}

// geneChanges lists the genes in which blood relatives are said to have a change, and whether the
// reports of all of them were seen.
func geneChanges(view *pedigree.Family, patient *pedigree.Patient) (genes []string, seen bool) {
	sides := view.SidesOf(patient.Individual)
	reported := map[string]bool{}
	for i := range view.Individuals {
		p := &view.Individuals[i]
		if p.ID == patient.Individual || sides[p.ID] == pedigree.NoSide {
			continue
		}
		for j := range p.GeneTests {
			if t := &p.GeneTests[j]; t.GermlinePositive() && geneName.MatchString(t.Gene) {
				if !slices.Contains(genes, t.Gene) {
					genes = append(genes, t.Gene)
				}
				reported[t.Gene] = reported[t.Gene] || t.ReportSeen == pedigree.Yes
			}
		}
	}
	slices.Sort(genes)
	return genes, !slices.ContainsFunc(genes, func(g string) bool { return !reported[g] })
}

// fewestToHideAmong is how many blood relatives there must be for "in your wider family" to point at
// nobody. With fewer, a kind of cancer or a gene change, and a count, would make one recognisable.
const fewestToHideAmong = 6

// fewRelatives reports that what is said of the wider family would be said of somebody in particular.
func fewRelatives(open *pedigree.Family, patient *pedigree.Patient) bool {
	n := 0
	for _, id := range open.BloodRelatives(patient.Individual) {
		if p := open.Individual(id); p.Pregnancy == nil {
			n += max(1, p.Count)
		}
	}
	return n < fewestToHideAmong
}
