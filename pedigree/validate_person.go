package pedigree

import "strings"

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

	reached := v.AgeReached(p)
	for _, a := range ages[1:] {
		if PlausibleAge(a.age) && certainlyAbove(a.age, reached) {
			when := "the age reached"
			if p.IsDeceased() {
				when = "death"
			}
			v.add(Contradiction, "after-age-reached", "The "+a.what+" of "+v.Called(p.ID)+", "+a.age.String()+", is after "+when+" ("+reached.String()+").", p.ID)
		}
	}

	if byAge := v.bornByAge(p); certainlyAbove(p.Born, byAge) || certainlyAbove(byAge, p.Born) {
		v.add(Contradiction, "birth-and-age", "The birth ("+p.Born.String()+") and the age ("+p.Age.String()+") of "+v.Called(p.ID)+" contradict each other.", p.ID)
	}
	day := v.AgeSaidOn(p).Year()
	switch {
	case certainlyAbove(p.Born, p.Died):
		v.add(Contradiction, "died-before-birth", v.Called(p.ID)+" is recorded as dying before being born.", p.ID)
	case day != 0 && (p.Born.Low.Known && p.Born.Low.Year > day || p.Died.Low.Known && p.Died.Low.Year > day):
		v.add(Contradiction, "after-as-of", "The birth or death of "+v.Called(p.ID)+" is after the day that the ages are said for.", p.ID)
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
	switch most := child.High.Year - elder.Low.Year; {
	case most < 0:
		v.add(Contradiction, "parent-born-after-child", v.Called(parent.ID)+" is recorded as born after their child "+v.Called(p.ID)+".", parent.ID, p.ID)
	case most < YoungestParent:
		v.add(Contradiction, "parent-too-young", v.Called(parent.ID)+" would have been younger than 13 when "+v.Called(p.ID)+" was born.", parent.ID, p.ID)
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

// illness reports diagnoses and operations that the recorded body or an earlier operation rules out.
func (v *validator) illness(p *Individual) {
	for _, d := range p.Diagnoses {
		if !d.Counts() {
			continue
		}
		switch {
		case p.Sex == Male && (d.Site.IsOvarian() && d.Site != Peritoneum || d.Site == Endometrium || d.Site == Cervix),
			p.Sex == Female && d.Site == Prostate:
			v.add(Unlikely, "organ-and-sex", v.Called(p.ID)+" was assigned "+string(p.Sex)+" at birth and has cancer of the "+string(d.Site)+".", p.ID)
		}
		for _, s := range p.Surgery {
			if removed, remark := removes(s, d.Site); removed && certainlyAbove(d.Age, s.Age) {
				v.add(Unlikely, "cancer-after-removal", v.Called(p.ID)+" had "+s.What+" before the cancer of the "+string(d.Site)+remark+".", p.ID)
			}
		}
	}
	v.carrier(p)
	for _, s := range p.Surgery {
		what := strings.ToLower(s.What)
		ovaries := strings.Contains(what, "oophorectomy") || strings.Contains(what, "hysterectomy")
		if p.Sex == Male && ovaries || p.Sex == Female && strings.Contains(what, "prostatectomy") {
			v.add(Unlikely, "organ-and-sex", v.Called(p.ID)+" was assigned "+string(p.Sex)+" at birth and had "+s.What+".", p.ID)
		}
	}
}

// removes reports whether an operation took out the organ of a site, and what to think of then.
func removes(s Surgery, site Site) (removed bool, remark string) {
	if s.Status == Refuted {
		return false, ""
	}
	what := strings.ToLower(s.What)
	bilateral := strings.Contains(what, "bilateral")
	switch {
	case site.IsOvarian() && site != Peritoneum && bilateral && strings.Contains(what, "oophorectomy"):
		return true, ": was it peritoneal?"
	case site == Breast && bilateral && strings.Contains(what, "mastectomy"):
		return true, ": a recurrence, or remaining tissue?"
	case site == Endometrium && strings.Contains(what, "hysterectomy"),
		site == Prostate && strings.Contains(what, "prostatectomy"):
		return true, ": a recurrence?"
	}
	return false, ""
}

// carrier reports somebody who is recorded as not affected by what they are also recorded as having.
func (v *validator) carrier(p *Individual) {
	for _, c := range p.Carrier {
		condition := strings.TrimSpace(c.Condition)
		if condition == "" {
			v.add(Remark, "carrier-of-nothing", v.Called(p.ID)+" is recorded as a carrier, and not of what.", p.ID)
			continue
		}
		for _, d := range p.Diagnoses {
			if d.Counts() && d.Certainty != Possible && strings.EqualFold(string(d.Site), condition) {
				v.add(Unlikely, "carrier-and-affected", v.Called(p.ID)+" is recorded as a carrier of "+condition+" and as having it: the drawing shows that they have it.", p.ID)
				break
			}
		}
	}
}
