package sheet

import "kindred/pedigree"

// fact is something recorded of a person.
type fact func(*pedigree.Individual)

func person(id pedigree.ID, sex pedigree.Sex, facts ...fact) pedigree.Individual {
	p := pedigree.Individual{ID: id, Sex: sex}
	for _, add := range facts {
		add(&p)
	}
	return p
}

func man(id pedigree.ID, facts ...fact) pedigree.Individual {
	return person(id, pedigree.Male, facts...)
}

func woman(id pedigree.ID, facts ...fact) pedigree.Individual {
	return person(id, pedigree.Female, facts...)
}

func someone(id pedigree.ID, facts ...fact) pedigree.Individual {
	return person(id, pedigree.SexUnknown, facts...)
}

// of says who the parents by blood are.
func of(mother, father pedigree.ID) fact {
	return func(p *pedigree.Individual) { p.Mother, p.Father = mother, father }
}

// raised adds other parents of one kind.
func raised(kind pedigree.LinkKind, by ...pedigree.ID) fact {
	return func(p *pedigree.Individual) {
		for _, id := range by {
			p.OtherParents = append(p.OtherParents, pedigree.ParentLink{ID: id, Kind: kind})
		}
	}
}

func named(name string) fact { return func(p *pedigree.Individual) { p.Name = name } }

func aged(words string) fact {
	return func(p *pedigree.Individual) { p.Age = pedigree.ParseFuzzy(words) }
}

func dead(p *pedigree.Individual)       { p.Deceased = pedigree.Yes }
func proband(p *pedigree.Individual)    { p.Proband = true }
func consultand(p *pedigree.Individual) { p.Consultand = true }

// group makes the symbol stand for n people; for an unknown number where n is 0.
func group(n int) fact {
	return func(p *pedigree.Individual) { p.Count, p.CountUnknown = n, n == 0 }
}

func gender(g pedigree.Gender) fact { return func(p *pedigree.Individual) { p.Gender = g } }

// has adds a diagnosis.
func has(site pedigree.Site, age string, status pedigree.Status) fact {
	return func(p *pedigree.Individual) {
		p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{Site: site, Age: pedigree.ParseFuzzy(age), Status: status})
	}
}

func carries(condition string, kind pedigree.CarrierKind) fact {
	return func(p *pedigree.Individual) {
		p.Carrier = append(p.Carrier, pedigree.CarrierState{Condition: condition, Kind: kind})
	}
}

// tested adds a germline result with its report.
func tested(gene string, result pedigree.TestResult) fact {
	return func(p *pedigree.Individual) {
		p.GeneTests = append(p.GeneTests, pedigree.GeneTest{
			Gene: gene, Result: result, Sample: pedigree.Germline, Scope: pedigree.Screen, ReportSeen: pedigree.Yes,
		})
	}
}

// pregnancy makes the symbol a pregnancy or a loss.
func pregnancy(kind pedigree.PregnancyKind, weeks string) fact {
	return func(p *pedigree.Individual) {
		p.Pregnancy = &pedigree.Pregnancy{Kind: kind, Weeks: pedigree.ParseFuzzy(weeks)}
	}
}

// family gathers people; a couple is added for each pair of parents and by with.
func family(members ...pedigree.Individual) *pedigree.Family {
	return &pedigree.Family{Format: pedigree.Format, Version: pedigree.FormatVersion, Individuals: members}
}

// couple is the father f and the mother m of most samples, with children of theirs.
func couple(children ...pedigree.Individual) *pedigree.Family {
	return withUnion(family(append([]pedigree.Individual{man("f"), woman("m")}, children...)...), pedigree.Union{})
}

// withUnion adds a union of f and m, unless it names others.
func withUnion(f *pedigree.Family, u pedigree.Union) *pedigree.Family {
	if len(u.Partners) == 0 {
		u.Partners = []pedigree.ID{"f", "m"}
	}
	f.Unions = append(f.Unions, u)
	return f
}

// withTwins adds a set of children born together.
func withTwins(f *pedigree.Family, zygosity pedigree.Zygosity, members ...pedigree.ID) *pedigree.Family {
	f.Twins = append(f.Twins, pedigree.TwinSet{Zygosity: zygosity, Members: members})
	return f
}

// own is a child of f and m.
func own(facts ...fact) []fact { return append([]fact{of("m", "f")}, facts...) }
