package letter

import (
	"fmt"
	"strings"

	"kindred/pedigree"
)

// shown is the family as this patient's letter may show it: without what others told in confidence,
// and without the facts of relatives who have not agreed to be recognisable. Names go for everybody.
func shown(f *pedigree.Family, patient *pedigree.Patient) *pedigree.Family {
	view := f.For(patient.ID, pedigree.ForShowing)
	for i := range view.Individuals {
		p := &view.Individuals[i]
		if p.ID == patient.Individual || p.MayBe(pedigree.ConsentRecognise, patient.ID) {
			continue
		}
		bare := pedigree.Individual{
			ID: p.ID, Sex: p.Sex, Gender: p.Gender, Mother: p.Mother, Father: p.Father,
			OtherParents: p.OtherParents, Count: p.Count, CountUnknown: p.CountUnknown, Pin: p.Pin,
		}
		*p = bare
	}
	view.Informant, view.Recorder, view.Notes = "", "", nil
	return view
}

// siteWords are the everyday names of cancers.
var siteWords = map[pedigree.Site]string{
	pedigree.Breast: "breast cancer", pedigree.Ovary: "ovarian cancer", pedigree.FallopianTube: "cancer of the fallopian tube",
	pedigree.Peritoneum: "cancer of the lining of the tummy", pedigree.Colorectum: "bowel cancer", pedigree.Endometrium: "womb cancer",
	pedigree.Cervix: "cervical cancer", pedigree.Prostate: "prostate cancer", pedigree.Pancreas: "pancreatic cancer",
	pedigree.Stomach: "stomach cancer", pedigree.SmallBowel: "small bowel cancer", pedigree.BileDuct: "bile duct cancer",
	pedigree.Kidney: "kidney cancer", pedigree.Bladder: "bladder cancer", pedigree.UpperUrinaryTract: "cancer of the upper urinary tract",
	pedigree.Lung: "lung cancer", pedigree.Brain: "a brain tumour", pedigree.Melanoma: "melanoma, a skin cancer", pedigree.Thyroid: "thyroid cancer",
	pedigree.Sarcoma: "sarcoma, a cancer of bone or soft tissue", pedigree.Leukaemia: "leukaemia", pedigree.Lymphoma: "lymphoma",
	pedigree.Adrenal: "adrenal cancer", pedigree.Polyps: "polyps in the bowel", pedigree.UnknownPrimary: "a cancer whose start was not found",
}

func plain(s pedigree.Site) string {
	if words, ok := siteWords[s]; ok {
		return words
	}
	return string(s)
}

// relativeSentences say what is recorded of the relatives who agreed to be recognisable, one
// sentence each, in family order. Sites that do not bear on the letter are said too: the patient
// told us, and would miss them.
func relativeSentences(view *pedigree.Family, patient *pedigree.Patient) []Run {
	var runs []Run
	for i := range view.Individuals {
		p := &view.Individuals[i]
		if p.ID == patient.Individual {
			continue
		}
		var had []string
		confirmed := true
		for j := range p.Diagnoses {
			d := &p.Diagnoses[j]
			if !d.Counts() || d.Certainty == pedigree.Possible {
				continue
			}
			had = append(had, plain(d.Site)+ageWords(d.Age))
			confirmed = confirmed && d.IsConfirmed()
		}
		if len(had) == 0 {
			continue
		}
		relation := view.Relationship(p.ID, patient.Individual).Words
		runs = append(runs, Run{Text: "Your " + relation + " had "}, Run{Text: and(had), Field: "individual " + string(p.ID)})
		if confirmed {
			runs = append(runs, Run{Text: ". We have checked this in medical records. "})
		} else {
			runs = append(runs, Run{Text: ". We have not checked this in medical records yet. "})
		}
	}
	return runs
}

func ageWords(age pedigree.Fuzzy) string {
	switch {
	case !age.HasNumber():
		return ""
	case age.IsExact():
		return fmt.Sprintf(" at age %d", age.Low.Year)
	case age.Kind == pedigree.Decade && !strings.Contains(age.Words, " "):
		return " in their " + age.Words
	case age.Low.Known && age.High.Known:
		return fmt.Sprintf(" between age %d and %d", age.Low.Year, age.High.Year)
	case age.High.Known:
		return fmt.Sprintf(" before age %d", age.High.Year+1)
	}
	return fmt.Sprintf(" after age %d", age.Low.Year-1)
}

func and(items []string) string {
	switch n := len(items); n {
	case 0:
		return ""
	case 1:
		return items[0]
	default:
		return strings.Join(items[:n-1], ", ") + " and " + items[n-1]
	}
}

// widerFamily names, without saying who, the kinds of cancer that are recorded in relatives and that
// this patient may be told of.
func widerFamily(f *pedigree.Family, patient *pedigree.Patient) []string {
	view := f.For(patient.ID, pedigree.ForShowing)
	present := map[pedigree.Site]bool{}
	for i := range view.Individuals {
		if view.Individuals[i].ID == patient.Individual {
			continue
		}
		for j := range view.Individuals[i].Diagnoses {
			if d := &view.Individuals[i].Diagnoses[j]; d.Counts() && d.Certainty != pedigree.Possible && d.Site.IsCancer() {
				present[d.Site] = true
			}
		}
	}
	var kinds []string
	for _, s := range pedigree.Sites {
		if present[s] {
			kinds = append(kinds, plain(s))
		}
	}
	return kinds
}

// variantInFamily reports a gene change in a relative that this patient may be told of.
func variantInFamily(view *pedigree.Family, patient *pedigree.Patient) (gene string, ok bool) {
	for i := range view.Individuals {
		p := &view.Individuals[i]
		for j := range p.GeneTests {
			if t := &p.GeneTests[j]; p.ID != patient.Individual && t.GermlinePositive() {
				return t.Gene, true
			}
		}
	}
	return "", false
}
