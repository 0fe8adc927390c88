package letter

import (
	"slices"

	"kindred/pedigree"
)

// shown is the family as this patient's letter may show it: without what others told in confidence,
// without names, free words and sources, and without the facts of relatives who have not agreed to be
// recognisable. Of those only the place in the tree stays, and the shape that others see.
func shown(f *pedigree.Family, patient *pedigree.Patient) *pedigree.Family {
	view := f.For(patient.ID, pedigree.ForShowing)
	agreed := map[pedigree.ID]bool{}
	for i := range view.Individuals {
		p := &view.Individuals[i]
		agreed[p.ID] = p.ID == patient.Individual || p.MayBe(pedigree.ConsentRecognise, patient.ID)
	}
	losses := map[pedigree.ID]bool{}
	for i := range view.Individuals {
		p := &view.Individuals[i]
		switch {
		case p.Pregnancy != nil && !agreed[p.Mother] && !agreed[p.Father]:
			losses[p.ID] = true
		case p.Pregnancy != nil:
			*p = pregnancy(p)
		case p.ID == patient.Individual:
			*p = own(p)
		case agreed[p.ID]:
			*p = recognisable(p)
		default:
			*p = bare(p)
		}
	}
	without(view, losses)
	for i := range view.Unions {
		if u := &view.Unions[i]; slices.ContainsFunc(u.Partners, func(id pedigree.ID) bool { return !agreed[id] }) {
			*u = pedigree.Union{ID: u.ID, Partners: u.Partners, Children: u.Children}
		} else {
			u.Degree, u.ChildlessCause, u.Source = "", "", pedigree.Provenance{}
		}
	}
	view.Informant, view.Recorder, view.Reason, view.Notes = "", "", "", nil
	view.DrawnOn, view.ChangedOn = "", ""
	return view
}

// without takes out other people's pregnancies and losses, who are nobody's parent.
func without(view *pedigree.Family, gone map[pedigree.ID]bool) {
	isGone := func(id pedigree.ID) bool { return gone[id] }
	view.Individuals = slices.DeleteFunc(view.Individuals, func(p pedigree.Individual) bool { return gone[p.ID] })
	for i := range view.Unions {
		view.Unions[i].Children = slices.DeleteFunc(view.Unions[i].Children, isGone)
	}
	for i := range view.Twins {
		view.Twins[i].Members = slices.DeleteFunc(view.Twins[i].Members, isGone)
	}
	view.Twins = slices.DeleteFunc(view.Twins, func(t pedigree.TwinSet) bool { return len(t.Members) < 2 })
}

// bare is a person's place in the tree and nothing else. Where a gender is given, the sex assigned at
// birth is left out, because the drawing would write it beside the symbol.
func bare(p *pedigree.Individual) pedigree.Individual {
	b := pedigree.Individual{
		ID: p.ID, Sex: p.Sex, Gender: p.Gender, Mother: p.Mother, Father: p.Father, OtherParents: p.OtherParents,
		Count: p.Count, CountUnknown: p.CountUnknown, Pin: p.Pin, DrawTwice: p.DrawTwice,
	}
	if b.Gender != "" || b.Sex == pedigree.Unassigned {
		b.Sex = ""
	}
	return b
}

// recognisable adds what "your mother had ..." says.
func recognisable(p *pedigree.Individual) pedigree.Individual {
	b := bare(p)
	b.Deceased, b.Age, b.AsOf = p.Deceased, said(p.Age), p.AsOf
	for i := range p.Diagnoses {
		d := &p.Diagnoses[i]
		if !d.Counts() || !slices.Contains(pedigree.Sites, d.Site) {
			continue // a condition kept by its own words could name somebody
		}
		b.Diagnoses = append(b.Diagnoses, pedigree.Diagnosis{
			Site: d.Site, Age: said(d.Age), Status: d.Status, Behaviour: d.Behaviour, Certainty: d.Certainty,
		})
	}
	for i := range p.GeneTests {
		if t := &p.GeneTests[i]; geneName.MatchString(t.Gene) {
			b.GeneTests = append(b.GeneTests, pedigree.GeneTest{
				Gene: t.Gene, Result: t.Result, Class: t.Class, Scope: t.Scope, Sample: t.Sample, ReportSeen: t.ReportSeen,
			})
		}
	}
	return b
}

// own is what the patient's own symbol may show to whoever finds the letter.
func own(p *pedigree.Individual) pedigree.Individual {
	b := recognisable(p)
	b.Sex, b.Consultand, b.Adopted, b.Childless = p.Sex, true, p.Adopted, p.Childless
	return b
}

func pregnancy(p *pedigree.Individual) pedigree.Individual {
	b := bare(p)
	b.Pregnancy = &pedigree.Pregnancy{Kind: p.Pregnancy.Kind, Weeks: said(p.Pregnancy.Weeks)}
	return b
}

// said is a value with its words where these are nothing but the value: free words could name somebody.
func said(v pedigree.Fuzzy) pedigree.Fuzzy {
	if read := pedigree.ParseFuzzy(v.Words); read.Kind == pedigree.UnknownKind || read.Low != v.Low || read.High != v.High {
		v.Words = ""
	}
	v.Extra = pedigree.ExtraText("")
	return v
}
