package pedigree

import "fmt"

// life reports ages and years that are impossible or contradict each other.
func (v *validator) life(p *Individual) {
	type said struct {
		what string
		age  Fuzzy
	}
	ages := []said{{"age", p.Age}}
	for _, d := range p.Diagnoses {
		ages = append(ages, said{"age at diagnosis (" + string(d.Site) + ")", d.Age})
	}
	for _, s := range p.Surgery {
		ages = append(ages, said{"age at surgery (" + s.What + ")", s.Age})
	}
	for _, t := range p.GeneTests {
		ages = append(ages, said{"age at the " + t.Gene + " test", t.Age})
	}
	for _, a := range ages {
		if a.age.HasNumber() && !PlausibleAge(a.age) {
			v.add(Contradiction, "impossible-age",
				"The "+a.what+" of "+v.Called(p.ID)+", "+a.age.String()+", is impossible: kept, never used in a number.", p.ID)
		}
	}

	for _, a := range ages[1:] {
		if words := v.AfterAgeReached(p, a.age); words != "" {
			v.add(Contradiction, "after-age-reached", "The "+a.what+" of "+v.Called(p.ID)+" cannot be: "+words+".", p.ID)
		}
	}
	if words := v.BirthAgainstAge(p); words != "" {
		v.add(Contradiction, "birth-and-age", v.Called(p.ID)+": "+words+".", p.ID)
	}
	day := v.AgeSaidOn(p).Year()
	switch {
	case certainlyAbove(p.Born, p.Died):
		v.add(Contradiction, "died-before-birth", v.Called(p.ID)+" is recorded as dying before being born.", p.ID)
	case day != 0 && (p.Born.Low.Known && p.Born.Low.Year > day || p.Died.Low.Known && p.Died.Low.Year > day):
		v.add(Contradiction, "after-as-of", "The birth or death of "+v.Called(p.ID)+" is after the day that the ages are said for.", p.ID)
	}
	for _, t := range p.GeneTests {
		switch {
		case certainlyAbove(p.Born, t.On):
			v.add(Contradiction, "test-before-birth", "The "+t.Gene+" report of "+v.Called(p.ID)+" ("+t.On.String()+") is from before the birth ("+p.Born.String()+").", p.ID)
		case day != 0 && t.On.Low.Known && t.On.Low.Year > day:
			v.add(Contradiction, "after-as-of", "The "+t.Gene+" report of "+v.Called(p.ID)+" ("+t.On.String()+") is from after the day that the ages are said for.", p.ID)
		}
	}
	if p.Died.HasNumber() && p.Deceased == No {
		v.add(Contradiction, "died-but-living", v.Called(p.ID)+" is recorded as living and has a year of death.", p.ID)
	}
}

// parents reports parents whose sex or age does not allow them to be.
func (v *validator) parents(p *Individual) {
	v.parentSex(p, p.Mother, Male, "mother", "egg", "mother-male")
	v.parentSex(p, p.Father, Female, "father", "sperm", "father-female")
	if p.Mother != "" && p.Mother == p.Father {
		v.add(Contradiction, "one-parent-twice", v.Called(p.ID)+" has one person as both mother and father.", p.ID)
	}
	if p.Father != "" && p.otherParent(DonorSperm) != "" {
		v.add(Unlikely, "donor-and-parent", v.Called(p.ID)+" has both a father and a sperm donor: numbers take the father as the genetic parent.", p.ID)
	}
	if p.Mother != "" && p.otherParent(DonorEgg) != "" {
		v.add(Unlikely, "donor-and-parent", v.Called(p.ID)+" has both a mother and an egg donor: numbers take the mother as the genetic parent.", p.ID)
	}
	for _, id := range []ID{p.EggParent(), p.SpermParent()} {
		if parent := v.person(id); parent != nil && parent != p {
			v.parentAge(p, parent)
		}
	}
}

func (v *validator) parentSex(p *Individual, id ID, wrong Sex, word, cell, key string) {
	parent := v.person(id)
	if parent == nil || parent.Sex != wrong {
		return
	}
	if parent.Gender == "" {
		v.add(Contradiction, key, v.Called(id)+" is the "+word+" of "+v.Called(p.ID)+" and is recorded as "+string(wrong)+".", id, p.ID)
		return
	}
	v.add(Unlikely, key, v.Called(id)+" was assigned "+string(wrong)+" at birth and is recorded as the "+cell+" parent of "+v.Called(p.ID)+": check which parent is which.", id, p.ID)
}

// parentAge compares the years of birth, or, where no day is known for the ages of two living people,
// the ages themselves, which were said on the same day.
func (v *validator) parentAge(p, parent *Individual) {
	child, elder := v.BirthYears(p), v.BirthYears(parent)
	if !child.HasNumber() && !elder.HasNumber() && v.AgeSaidOn(p) == v.AgeSaidOn(parent) &&
		p.Deceased != Yes && parent.Deceased != Yes && PlausibleAge(p.Age) && PlausibleAge(parent.Age) && p.Pregnancy == nil {
		child, elder = yearsAgo(p.Age), yearsAgo(parent.Age)
	}
	if !child.High.Known || !elder.Low.Known {
		v.parentDead(p, parent, child)
		return
	}
	least := child.Low.Year - elder.High.Year - 1 // the mother may have her birthday later in the year
	switch most := child.High.Year - elder.Low.Year; {
	case most < 0:
		v.add(Contradiction, "parent-born-after-child", v.Called(parent.ID)+" is recorded as born after their child "+v.Called(p.ID)+".", parent.ID, p.ID)
	case most < YoungestParent:
		v.add(Contradiction, "parent-too-young", v.Called(parent.ID)+" would have been younger than 13 when "+v.Called(p.ID)+" was born.", parent.ID, p.ID)
	case parent.ID == p.Mother && child.Low.Known && elder.High.Known && least > OldestMother:
		v.add(Unlikely, "mother-old", fmt.Sprintf("%s would have been %d or older when %s was born.", v.Called(parent.ID), least, v.Called(p.ID)), parent.ID, p.ID)
	default:
		v.parentDead(p, parent, child)
	}
}

// parentDead reports a birth after the mother's year of death, or after the year that follows the
// father's. Stored eggs or sperm make it possible.
func (v *validator) parentDead(p, parent *Individual, born Fuzzy) {
	if !parent.Died.High.Known || !born.Low.Known {
		return
	}
	last := parent.Died.High.Year
	if parent.ID == p.SpermParent() {
		last++
	}
	if born.Low.Year > last {
		v.add(Unlikely, "born-after-parent-died", v.Called(p.ID)+" is recorded as born after the death of "+v.Called(parent.ID)+".", p.ID, parent.ID)
	}
}

// yearsAgo is the years of birth of somebody of this age, counted from the unknown year of the record.
func yearsAgo(age Fuzzy) Fuzzy {
	born := Fuzzy{}
	if age.High.Known {
		born.Low = At(-age.High.Year - 1)
	}
	if age.Low.Known {
		born.High = At(-age.Low.Year)
	}
	return born
}
