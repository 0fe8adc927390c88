package risk

import (
	"fmt"
	"slices"
	"strconv"
	"sync"

	"kindred/pedigree"
	"kindred/pedigree/describe"
)

// Where nothing at all is known of an age, these are tried, in whole years: the age reached, and the age
// at a diagnosis.
const (
	triedYoung = 40
	triedOld   = 80
	triedOnset = 45
)

// asksTo is the degree of relationship to which facts of which nothing is recorded are asked for.
const asksTo = 2

// Doubts lists every missing, vague or unconfirmed fact of the subject and the blood relatives, with what
// it could be. sites are those whose cancers the model reads: a diagnosis elsewhere is no doubt, and a
// relative of the second degree or nearer of whom it is not known whether there was cancer is tried with
// each of them in turn, and with none. Without sites every diagnosis is a doubt and no cancer is tried.
//
// Facts recorded of more distant relatives are doubted, and nothing more is asked of them. Each reading
// changes one fact and leaves every other as it is, and is read only. The words of Fact are the same for every model.
// The zygosity of twins, which is a fact of two people, is not among them.
func Doubts(c *Case, sites []pedigree.Site) []Doubt {
	r := doubter{c: c, sites: sites}
	return r.all()
}

// RecordedDoubts is Doubts without the question whether there has been cancer in somebody of whom none is
// recorded, for a model that does not put it.
func RecordedDoubts(c *Case, sites []pedigree.Site) []Doubt {
	r := doubter{c: c, sites: sites, recorded: true}
	return r.all()
}

// doubter collects the doubts.
type doubter struct {
	c        *Case
	sites    []pedigree.Site
	recorded bool // no cancer is tried of whom none is recorded
	doubts   []Doubt
}

func (r *doubter) all() []Doubt {
	if r.c.made == nil {
		r.c.made = &sync.Map{}
	}
	for _, p := range r.c.Kin() {
		if p.IsPerson() {
			r.person(p)
		}
	}
	return r.doubts
}

func (r *doubter) person(p *pedigree.Individual) {
	near := p.ID == r.c.Subject.ID || r.c.Relation(p.ID).Degree <= asksTo
	if near || len(p.Diagnoses) > 0 {
		r.sex(p)
	}
	if !r.illness(p, near) {
		r.once(doubtOf{p.ID, "age", 0}, func(r *doubter) { r.age(p, near) })
	}
	for i := range p.Diagnoses {
		r.diagnosis(p, i)
	}
	for i := range p.GeneTests {
		r.once(doubtOf{p.ID, "test", i}, func(r *doubter) { r.geneTest(p, i) })
	}
	for i := range p.Surgery {
		r.surgery(p, i)
	}
}

// add keeps a doubt that has readings.
func (r *doubter) add(d Doubt) {
	if len(d.Readings) > 0 {
		r.doubts = append(r.doubts, d)
	}
}

// doubtOf is a fact whose doubts are the same whatever sites a model reads.
type doubtOf struct {
	person pedigree.ID
	what   string
	item   int
}

// once adds the doubts of a fact, worked out for the first model that asks.
func (r *doubter) once(of doubtOf, work func(*doubter)) {
	found, ok := r.c.made.Load(of)
	if !ok {
		one := doubter{c: r.c, sites: r.sites}
		work(&one)
		found = one.doubts
		r.c.made.Store(of, found)
	}
	for _, d := range found.([]Doubt) {
		d.Readings = slices.Clone(d.Readings) // the model may take some of them out
		r.doubts = append(r.doubts, d)
	}
}

// reads reports a site that the model reads.
func (r *doubter) reads(s pedigree.Site) bool {
	return r.sites == nil || slices.Contains(r.sites, s) ||
		s.IsOvarian() && slices.ContainsFunc(r.sites, pedigree.Site.IsOvarian)
}

// sex doubts a sex assigned at birth that is not recorded.
func (r *doubter) sex(p *pedigree.Individual) {
	if p.Sex != "" && p.Sex != pedigree.SexUnknown {
		return
	}
	d := Doubt{Person: p.ID, Kind: FactMissing, Fact: "sex assigned at birth"}
	for _, sex := range []pedigree.Sex{pedigree.Female, pedigree.Male} {
		as := *p
		if as.Sex = sex; r.fits(&as) {
			d.Readings = append(d.Readings, Reading{ReadingName(sex), &as})
		}
	}
	r.add(d)
}

// fits reports that somebody has the organs of every cancer recorded, and can be the parent recorded.
func (r *doubter) fits(p *pedigree.Individual) bool {
	for i := range p.Diagnoses {
		if o := p.Diagnoses[i].Site.Organ(); p.Diagnoses[i].Counts() && o != "" && p.EverHad(o) == pedigree.No {
			return false
		}
	}
	for _, i := range r.c.childrenOf(p.ID) {
		child := &r.c.Family.Individuals[i]
		if child.EggParent() == p.ID && p.Sex == pedigree.Male || child.SpermParent() == p.ID && p.Sex == pedigree.Female {
			return false
		}
	}
	return true
}

// illness doubts whether there was cancer at all, of a near relative without a diagnosis that is read.
// It reports that it did and that the age, which is then tried with it, is not a fact of its own.
func (r *doubter) illness(p *pedigree.Individual, near bool) (withAge bool) {
	said := p.AskedIllness()
	unsaid := p.Affected == pedigree.Yes && len(p.Diagnoses) == 0
	if p.ID == r.c.Subject.ID || !near || said == pedigree.IllnessAbsent && !unsaid ||
		slices.ContainsFunc(p.Diagnoses, func(d pedigree.Diagnosis) bool { return d.Counts() && r.reads(d.Site) }) ||
		said == pedigree.IllnessNotAsked && len(p.Diagnoses) > 0 {
		return false
	}
	reached, known := r.c.Age(p)
	if known && reached.High < earliestOnset {
		return false // a child
	}
	withAge = !known && (said == pedigree.IllnessNoDetails || said == pedigree.IllnessUncertain || unsaid)
	if r.recorded && !unsaid {
		return withAge
	}
	d := Doubt{Person: p.ID, Kind: FactMissing, Fact: "whether there has been cancer"}
	switch {
	case unsaid:
		d.Fact = "what the person was affected with"
	case said == pedigree.IllnessNotAsked:
		d.Fact, d.Silent = "whether there has been cancer (not asked, read as none)", true
	}
	d.Readings = append(make([]Reading, 0, 1+len(r.sites)), r.tried(p, "", func() Reading { return r.none(p, known) }))
	onset := triedOnset
	if known {
		onset = min(onset, reached.High)
	}
	for _, site := range r.sites {
		if organ := site.Organ(); organ != "" && p.EverHad(organ) == pedigree.No || site == pedigree.Breast && p.Sex == pedigree.Male {
			continue // breast cancer in a man is too rare to be tried for want of an answer
		}
		d.Readings = append(d.Readings, r.tried(p, site, func() Reading { return ill(p, site, onset) }))
	}
	if len(d.Readings) > 1 {
		r.add(d)
	}
	return withAge
}

// triedAs is a reading of somebody of whom it is not known whether there was cancer: at a site, or "" for none.
type triedAs struct {
	person pedigree.ID
	site   pedigree.Site
}

// tried is a reading made for the first model that asks for it.
func (r *doubter) tried(p *pedigree.Individual, site pedigree.Site, work func() Reading) Reading {
	as := triedAs{p.ID, site}
	found, ok := r.c.made.Load(as)
	if !ok {
		found = work()
		r.c.made.Store(as, found)
	}
	return found.(Reading)
}

// none is somebody read as having had no cancer, at an age that is tried where it is not known.
func (r *doubter) none(p *pedigree.Individual, known bool) Reading {
	none := *p
	none.NoDetails, none.Affected, none.Well, none.Asked = false, pedigree.NotAsked, pedigree.NotAsked, map[pedigree.Question]pedigree.Answer{}
	for question, answer := range p.Asked {
		none.Asked[question] = answer
	}
	none.SetNoCancer()
	if known {
		return Reading{"none", &none}
	}
	r.setAge(&none, max(triedOld, r.floor(p)))
	return Reading{ReadingName(fmt.Sprintf("none to %d", none.Age.Low.Year)), &none}
}

// ill is somebody read as having had a cancer.
func ill(p *pedigree.Individual, site pedigree.Site, onset int) Reading {
	ill := *p
	ill.NoDetails = false
	ill.Diagnoses = append(slices.Clone(p.Diagnoses), pedigree.Diagnosis{Site: site, Age: pedigree.ExactYear(onset), Behaviour: pedigree.Invasive})
	return Reading{ReadingName(describe.SiteName(site) + " at " + strconv.Itoa(onset)), &ill}
}

// age doubts the age reached.
func (r *doubter) age(p *pedigree.Individual, near bool) {
	fact := "age now"
	if p.IsDeceased() {
		fact = "age at death"
	}
	d := Doubt{Person: p.ID, Fact: fact, Kind: FactVague}
	silent := p.ID != r.c.Subject.ID && p.AskedIllness() == pedigree.IllnessNotAsked && len(p.Diagnoses) == 0
	reached, known := r.c.Age(p)
	var ages []int
	switch {
	case known:
		ages = years(Span{max(reached.Low, min(r.floor(p), reached.High)), reached.High})
	case near:
		d.Kind, d.Silent = FactMissing, silent
		for _, age := range []int{triedYoung, triedOld} {
			if age = max(age, r.floor(p)); !slices.Contains(ages, age) {
				ages = append(ages, age)
			}
		}
	}
	if len(ages) == 1 && known {
		return
	}
	for _, age := range ages {
		at := *p
		r.setAge(&at, age)
		d.Readings = append(d.Readings, Reading{ReadingName(strconv.Itoa(age)), &at})
	}
	r.add(d)
}

// setAge gives somebody an exact age, on the case's day or at death.
func (r *doubter) setAge(p *pedigree.Individual, age int) {
	p.Age = pedigree.ExactYear(age)
	if !p.IsDeceased() {
		p.AsOf = r.c.AsOf
	}
}

// youngestParent is the least difference in years between parent and child that is tried.
const youngestParent = 15

// floor is the least age that somebody can have reached by what else is recorded: the illnesses and
// operations, and, of the living, the ages of their living children.
func (r *doubter) floor(p *pedigree.Individual) int {
	floor := 0
	raise := func(age pedigree.Fuzzy) {
		if low, _, ok := age.Within(0, pedigree.OldestAge); ok {
			floor = max(floor, low)
		}
	}
	for i := range p.Diagnoses {
		raise(p.Diagnoses[i].Age)
	}
	for i := range p.Surgery {
		raise(p.Surgery[i].Age)
	}
	if p.IsDeceased() {
		return floor
	}
	for _, i := range r.c.childrenOf(p.ID) {
		if child := &r.c.Family.Individuals[i]; !child.IsDeceased() {
			if reached, ok := r.c.Age(child); ok {
				floor = max(floor, min(reached.Low+youngestParent, pedigree.OldestAge))
			}
		}
	}
	return floor
}

// everyYear is the width up to which each year of a span is a reading; of wider spans the ends and every
// year that five divides are, at which the bounds of criteria and scores lie.
const everyYear = 20

// years lists the readings of a span of ages.
func years(s Span) []int {
	var ages []int
	for age := s.Low; age <= s.High; age++ {
		if s.High-s.Low <= everyYear || age == s.Low || age == s.High || age%5 == 0 {
			ages = append(ages, age)
		}
	}
	return ages
}
