package suppose

import (
	"errors"
	"fmt"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/confirm"
	"kindred/pedigree/describe"
)

// Family is a copy of f in which the assumptions are so, one after the other. What contradicts the rest
// of what is recorded is refused in one line.
func Family(f *pedigree.Family, assumptions ...Assumption) (*pedigree.Family, error) {
	supposed := f.Clone()
	for _, a := range assumptions {
		p := supposed.Individual(a.Person)
		if p == nil {
			return nil, errors.New("whom this is assumed of is not in the family any more: choose somebody else")
		}
		if err := a.apply(supposed, p); err != nil {
			return nil, err
		}
	}
	return supposed, nil
}

func (a Assumption) apply(f *pedigree.Family, p *pedigree.Individual) error {
	switch a.Kind {
	case VariantFound, VariantNotFound, GeneClear:
		return a.test(f, p)
	case Cancer:
		return a.cancer(p)
	case AgeReached:
		return a.age(p)
	case ReportConfirms:
		return confirm.Answer(f, a.Fact, confirm.Confirmed, "", "")
	case ReportRefutes:
		return confirm.Answer(f, a.Fact, confirm.Refuted, "", "")
	}
	return fmt.Errorf("%q cannot be assumed", a.Kind)
}

// test puts a germline result, its report seen, in the place of what is recorded of that gene.
func (a Assumption) test(f *pedigree.Family, p *pedigree.Individual) error {
	if a.Gene == "" {
		return errors.New("no gene is named: write one, such as BRCA1")
	}
	t := pedigree.GeneTest{ID: pedigree.ID("supposed " + a.Gene), Gene: a.Gene, Result: pedigree.Negative, Scope: pedigree.Screen, Sample: pedigree.Germline, ReportSeen: pedigree.Yes}
	known := Known(f)
	at := slices.IndexFunc(known, func(v Variant) bool { return v.Gene == a.Gene })
	switch a.Kind {
	case VariantFound:
		t.Result, t.Class = pedigree.Positive, 5
		if at >= 0 {
			t.Variant = known[at].Name
		}
	case VariantNotFound:
		if at < 0 {
			return fmt.Errorf("no %s variant is known in this family: assume a full screen instead", a.Gene)
		}
		t.Scope, t.Variant = pedigree.FamilialVariant, known[at].Name
	}
	p.GeneTests = slices.DeleteFunc(p.GeneTests, func(old pedigree.GeneTest) bool { return old.Gene == a.Gene && old.Sample != pedigree.Tumour })
	p.GeneTests = append(p.GeneTests, t)
	return nil
}

// cancer adds a primary to somebody who has the organ and reached the age.
func (a Assumption) cancer(p *pedigree.Individual) error {
	if err := a.plausible(); err != nil {
		return err
	}
	if organ := a.Site.Organ(); organ != "" && p.EverHad(organ) == pedigree.No {
		return fmt.Errorf("%s cannot be assumed of somebody without the organ", describe.SiteName(a.Site))
	}
	if p.Age.High.Known && !p.Age.IsYear() && a.Age > p.Age.High.Year {
		return fmt.Errorf("%d is more than the age that is recorded: assume an older age first", a.Age)
	}
	p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{
		ID: pedigree.ID(fmt.Sprintf("supposed %d", len(p.Diagnoses))), Site: a.Site, Age: pedigree.ExactYear(a.Age), Behaviour: pedigree.Invasive, Status: pedigree.Confirmed,
	})
	p.NoDetails = false
	if p.Well == pedigree.Yes {
		p.Well = pedigree.No
	}
	if p.Affected == pedigree.No {
		p.Affected = pedigree.Yes
	}
	if p.Asked[pedigree.AskedCancer] == pedigree.No {
		p.SetAsked(pedigree.AskedCancer, pedigree.Yes)
	}
	return nil
}

// age is another age for the day that the family's ages are said for.
func (a Assumption) age(p *pedigree.Individual) error {
	if err := a.plausible(); err != nil {
		return err
	}
	for i := range p.Diagnoses {
		if d := &p.Diagnoses[i]; d.Counts() && d.Age.Low.Known && !d.Age.IsYear() && d.Age.Low.Year > a.Age {
			return fmt.Errorf("%d is less than an age at diagnosis that is recorded: assume an older age", a.Age)
		}
	}
	p.Age, p.AsOf, p.Born, p.Died = pedigree.ExactYear(a.Age), "", pedigree.Fuzzy{}, pedigree.Fuzzy{}
	return nil
}

func (a Assumption) plausible() error {
	if a.Age < 0 || a.Age > MaxAge {
		return fmt.Errorf("%d is no age: write whole years, 0 to %d", a.Age, MaxAge)
	}
	return nil
}
