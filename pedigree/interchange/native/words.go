package native

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
)

// noteUnknownWords lists words from a fixed vocabulary that this version does not know. They are
// kept as they came and behave as unknown.
func noteUnknownWords(f *pedigree.Family, notes *listing.Notes) {
	for i := range f.Individuals {
		p := &f.Individuals[i]
		w := words{notes, p.ID}
		known(w, "sex", p.Sex, pedigree.Female, pedigree.Male, pedigree.Unassigned, pedigree.SexUnknown)
		known(w, "gender", p.Gender, pedigree.Woman, pedigree.Man, pedigree.NonBinary)
		known(w, "adopted", p.Adopted, pedigree.AdoptedIn, pedigree.AdoptedOut)
		known(w, "childless", p.Childless, pedigree.NoChildren, pedigree.ChildlessByChoice, pedigree.ChildlessInfertile)
		for _, l := range p.OtherParents {
			known(w, "kind of parent", l.Kind, pedigree.Adoptive, pedigree.Foster, pedigree.Step, pedigree.Gestational,
				pedigree.DonorEgg, pedigree.DonorSperm)
		}
		if p.Pregnancy != nil {
			known(w, "kind of pregnancy", p.Pregnancy.Kind, pedigree.Ongoing, pedigree.Miscarriage, pedigree.Termination,
				pedigree.Stillbirth, pedigree.Ectopic)
		}
		for j := range p.Diagnoses {
			w.diagnosis(&p.Diagnoses[j])
		}
		for j := range p.GeneTests {
			t := &p.GeneTests[j]
			known(w, "result", t.Result, pedigree.Positive, pedigree.Negative, pedigree.Uncertain, pedigree.ResultUnknown)
			known(w, "scope", t.Scope, pedigree.Screen, pedigree.FamilialVariant, pedigree.FounderPanel, pedigree.ScopeUnknown)
			known(w, "sample", t.Sample, pedigree.Germline, pedigree.Tumour, pedigree.SampleUnknown)
		}
		for j := range p.Carrier {
			known(w, "kind of carrier", p.Carrier[j].Kind, pedigree.KnownCarrier, pedigree.ObligateCarrier, pedigree.Presymptomatic,
				pedigree.UncertainCarrier)
		}
		for j := range p.Surgery {
			known(w, "reason for surgery", p.Surgery[j].Reason, pedigree.RiskReducing, pedigree.ForTreatment,
				pedigree.OtherReason, pedigree.UnknownReason)
		}
	}
	for i := range f.Unions {
		u := &f.Unions[i]
		w := words{notes, ""}
		known(w, "state of a couple", u.Status, pedigree.Together, pedigree.Separated)
		known(w, "childless", u.Childless, pedigree.NoChildren, pedigree.ChildlessByChoice, pedigree.ChildlessInfertile)
	}
	for i := range f.Twins {
		known(words{notes, ""}, "zygosity", f.Twins[i].Zygosity, pedigree.Monozygotic, pedigree.Dizygotic, pedigree.UnknownZygosity)
	}
}

// words says whose words they are.
type words struct {
	notes  *listing.Notes
	person pedigree.ID
}

func (w words) diagnosis(d *pedigree.Diagnosis) {
	known(w, "side", d.Side, pedigree.Left, pedigree.Right, pedigree.SideUnknown)
	known(w, "status", d.Status, pedigree.Reported, pedigree.Requested, pedigree.Confirmed, pedigree.Refuted)
	known(w, "behaviour", d.Behaviour, pedigree.Invasive, pedigree.InSitu, pedigree.Borderline, pedigree.BehaviourUnknown)
	known(w, "certainty", d.Certainty, pedigree.Certain, pedigree.Possible)
	for _, r := range []pedigree.Receptor{d.Pathology.ER, d.Pathology.PR, d.Pathology.HER2, d.Pathology.CK14, d.Pathology.CK56} {
		known(w, "receptor", r, pedigree.ReceptorPositive, pedigree.ReceptorNegative)
	}
}

func known[T ~string](w words, what string, got T, vocabulary ...T) {
	if got != "" && !slices.Contains(vocabulary, got) {
		w.notes.Add(listing.Assumed, w.person, 0, "%s %q is not a word this program knows: kept, and treated as unknown", what, listing.Clip(string(got)))
	}
}
