package pedigree

import "slices"

// twins reports twin sets whose members cannot be twins, or not identical ones.
func (v *validator) twins() {
	for _, t := range v.Twins {
		var members []*Individual
		for _, id := range t.Members {
			if p := v.person(id); p != nil {
				members = append(members, p)
			} else {
				v.add(Contradiction, "twin-missing", "A twin of "+v.list(others(t.Members, id))+" is not in the family.", others(t.Members, id)...)
			}
		}
		if len(t.Members) < 2 {
			v.add(Contradiction, "twin-alone", "A twin set needs two people or more.", t.Members...)
		}
		for i := 1; i < len(members); i++ {
			v.twinPair(t, members[0], members[i])
		}
	}
}

func (v *validator) twinPair(t TwinSet, a, b *Individual) {
	if a.ID == b.ID {
		v.add(Contradiction, "twin-alone", v.Called(a.ID)+" is recorded as their own twin.", a.ID)
		return
	}
	if a.EggParent() != b.EggParent() || a.SpermParent() != b.SpermParent() {
		v.add(Contradiction, "twins-not-siblings", v.Called(a.ID)+" and "+v.Called(b.ID)+" are recorded as twins with different parents.", a.ID, b.ID)
	}
	bornA, bornB := v.BirthYears(a), v.BirthYears(b)
	// A year's grace: twins may be born on both sides of midnight on New Year's Eve.
	apart := func(x, y Fuzzy) bool { return x.Low.Known && y.High.Known && x.Low.Year > y.High.Year+1 }
	if apart(bornA, bornB) || apart(bornB, bornA) {
		v.add(Contradiction, "twins-birth", v.Called(a.ID)+" and "+v.Called(b.ID)+" are recorded as twins and born in different years.", a.ID, b.ID)
	}
	if t.Zygosity != Monozygotic {
		return
	}
	if a.Sex == Male && b.Sex == Female || a.Sex == Female && b.Sex == Male {
		v.add(Contradiction, "identical-twins-sex", v.Called(a.ID)+" and "+v.Called(b.ID)+" are recorded as identical twins of different sex assigned at birth.", a.ID, b.ID)
	}
	for _, x := range a.GeneTests {
		for _, y := range b.GeneTests {
			if x.Gene == y.Gene && (x.GermlinePositive() && y.germlineNegative() || y.GermlinePositive() && x.germlineNegative()) {
				v.add(Contradiction, "identical-twins-tests", v.Called(a.ID)+" and "+v.Called(b.ID)+" are recorded as identical twins with different "+x.Gene+" results.", a.ID, b.ID)
			}
		}
	}
}

// germlineNegative reports a negative result that is not from a tumour.
func (t *GeneTest) germlineNegative() bool { return t.Result == Negative && t.Sample != Tumour }

// others is a list of ids without one of them.
func others(ids []ID, without ID) []ID {
	return slices.DeleteFunc(slices.Clone(ids), func(id ID) bool { return id == without })
}

// unions reports unions with people who are not there, and children who are not theirs.
func (v *validator) unions() {
	for _, u := range v.Unions {
		for _, id := range slices.Concat(u.Partners, u.Children) {
			if v.person(id) == nil {
				v.add(Contradiction, "union-missing", "Somebody recorded in a couple with "+v.list(others(slices.Concat(u.Partners, u.Children), id))+" is not in the family.", others(slices.Concat(u.Partners, u.Children), id)...)
			}
		}
		if len(u.Partners) == 2 && u.Partners[0] == u.Partners[1] {
			v.add(Contradiction, "union-alone", v.Called(u.Partners[0])+" is recorded as their own partner.", u.Partners[0])
		}
		for _, id := range u.Children {
			p := v.person(id)
			if p == nil {
				continue
			}
			parents := p.everyParent()
			if len(parents) > 0 && !slices.ContainsFunc(parents, func(parent ID) bool { return slices.Contains(u.Partners, parent) }) {
				v.add(Unlikely, "union-child", v.Called(id)+" is listed as a child of a couple neither of whom is a recorded parent.", id)
			}
		}
	}
}

// patients reports patient records that do not fit the family or each other.
func (v *validator) patients() {
	byNumber := map[NHSNumber]ID{}
	byPerson := map[ID]bool{}
	for i := range v.Patients {
		p := &v.Patients[i]
		person := v.person(p.Individual)
		if person == nil {
			v.add(Contradiction, "patient-not-in-family", "The patient record of "+p.FormalName()+" belongs to nobody in the family.")
			continue
		}
		if byPerson[p.Individual] {
			v.add(Unlikely, "two-records", v.Called(p.Individual)+" has more than one patient record.", p.Individual)
		}
		byPerson[p.Individual] = true
		if certainlyAbove(p.DateOfBirth, person.Born) || certainlyAbove(person.Born, p.DateOfBirth) ||
			p.DateOfBirth.Date != "" && person.Born.Date != "" && p.DateOfBirth.Date != person.Born.Date {
			v.add(Contradiction, "patient-birth", "The date of birth of "+v.Called(p.Individual)+" differs between the patient record and the pedigree.", p.Individual)
		}
		if p.NHSNumber == "" {
			continue
		}
		if normal, err := ParseNHSNumber(string(p.NHSNumber)); err != nil {
			v.add(Contradiction, "nhs-number", "The NHS number of "+v.Called(p.Individual)+" is wrong: its last digit does not check the others.", p.Individual)
		} else if other, taken := byNumber[normal]; taken && other != p.Individual {
			v.add(Contradiction, "nhs-number-twice", v.Called(other)+" and "+v.Called(p.Individual)+" have the same NHS number.", other, p.Individual)
		} else {
			byNumber[normal] = p.Individual
		}
	}
}
