package criteria

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/risk"
	"kindred/pedigree/terms"
)

// Tumour is a kind of tumour, or another finding, that a condition counts.
type Tumour struct {
	Sites []pedigree.Site `json:"sites"` // any of these, in any case
	// Histology lists words of which the recorded histology must hold one; without it any will do.
	Histology []string `json:"histology,omitempty"`
	HER2      bool     `json:"her2,omitempty"`    // HER2 positive
	InSitu    bool     `json:"in_situ,omitempty"` // in-situ disease, which otherwise does not count
	// Primary says that a cancer of unknown primary may be one of these.
	Primary bool `json:"unknown_primary,omitempty"`
}

// Limit is the oldest age at diagnosis that counts, in one of the two ways in which sources put it.
type Limit struct {
	Below int `json:"below,omitempty"` // younger than this
	To    int `json:"to,omitempty"`    // this age or younger
	// AgreedBelow is the stricter bound of another source: between the two nobody can tell.
	AgreedBelow int `json:"agreed_below,omitempty"`
}

// end is the first age that does not count; 0 for no limit.
func (l Limit) end() int {
	if l.To > 0 {
		return l.To + 1
	}
	return l.Below
}

// words is the limit as its source puts it: "below 50", "46 or younger".
func (l Limit) words() string {
	if l.To > 0 {
		return strconv.Itoa(l.To) + " or younger"
	}
	return "below " + strconv.Itoa(l.Below)
}

// Match is how far one diagnosis is what a condition counts.
type Match struct {
	Diagnosis *pedigree.Diagnosis // nil for "affected" without a diagnosis
	Level     Level
	Doubts    []string // why the level is Open
}

// Matches are a person's diagnoses that are the tumour within the limit on at least one reading, in
// their order.
func (v *View) Matches(p *pedigree.Individual, t *Tumour, l Limit) []Match {
	if len(p.Diagnoses) == 0 && p.Affected != pedigree.Yes {
		return nil
	}
	var found []Match
	reached := v.reached(p)
	for i := range p.Diagnoses {
		if m := match(&p.Diagnoses[i], mayBe(&p.Diagnoses[i]), t, l, reached); m.Level > No {
			found = append(found, m)
		}
	}
	if p.Affected == pedigree.Yes && len(p.Diagnoses) == 0 {
		found = append(found, Match{Level: Open, Doubts: []string{"recorded as affected, and with what is not recorded"}})
	}
	return found
}

// reached is the oldest that a person of the family, or a copy with other facts, can be or have become.
func (v *View) reached(p *pedigree.Individual) int {
	i := v.position(p.ID)
	of := &v.Family.Individuals[i]
	same := p == of || p.Age == of.Age && p.AsOf == of.AsOf && p.Born == of.Born && p.Died == of.Died && p.Deceased == of.Deceased
	if same && v.ages[i] >= 0 {
		return v.ages[i]
	}
	oldest := pedigree.OldestAge
	if age, ok := v.Age(p); ok {
		oldest = age.High
	}
	if same {
		v.ages[i] = oldest
	}
	return oldest
}

// match is how far a diagnosis, which may be of other sites too, of somebody who reached an age at most is
// the tumour within the limit.
func match(d *pedigree.Diagnosis, may []pedigree.Site, t *Tumour, l Limit, reached int) Match {
	where, whyWhere := t.site(d, may) // first, as most diagnoses are at another site
	if where == No || d.Status == pedigree.Refuted || d.Secondary && !d.IsUndecided() || !t.behaves(d) {
		return Match{}
	}
	kind, whyKind := t.histology(d)
	receptor, whyReceptor := t.receptor(d)
	age, whyAge := l.on(d, reached)
	if min(kind, receptor, age) == No {
		return Match{}
	}
	m := Match{Diagnosis: d, Level: Reported}
	if d.IsConfirmed() {
		m.Level = Confirmed
	}
	switch {
	case d.IsUndecided():
		m.doubt(Open, "a new cancer or the first come back is not known")
	case risk.IsPossible(d):
		m.doubt(Open, "a possible diagnosis only")
	}
	m.doubt(where, whyWhere)
	m.doubt(kind, whyKind)
	m.doubt(receptor, whyReceptor)
	m.doubt(age, whyAge)
	return m
}

// doubt makes a match as open as a part of it is.
func (m *Match) doubt(part Level, why string) {
	if part == Open {
		m.Level = Open
		m.Doubts = append(m.Doubts, why)
	}
}

// behaves reports that the behaviour does not exclude the diagnosis; one not recorded is read as invasive.
func (t *Tumour) behaves(d *pedigree.Diagnosis) bool {
	if t.InSitu {
		return d.Behaviour == pedigree.InSitu
	}
	return d.Behaviour != pedigree.InSitu && d.Behaviour != pedigree.Borderline && !risk.IsLobularInSitu(d)
}

// Is reports one of the sites, in any case.
func (t *Tumour) Is(s pedigree.Site) bool {
	return slices.ContainsFunc(t.Sites, func(site pedigree.Site) bool { return strings.EqualFold(string(site), string(s)) })
}

// site: where the cancer began, which of an unknown primary and of vague words ("skin", "?ov/bowel") is
// open.
func (t *Tumour) site(d *pedigree.Diagnosis, may []pedigree.Site) (Level, string) {
	switch {
	case t.Is(d.Site):
		return Reported, ""
	case d.Site == pedigree.UnknownPrimary && !d.IsConfirmed() && t.Primary, d.Site == "":
		return Open, "where the cancer began is not known"
	}
	if slices.ContainsFunc(may, t.Is) {
		return Open, "which cancer it was is not known"
	}
	return No, ""
}

// alternatives turns "?ovary or bowel" into words between slashes.
var alternatives = strings.NewReplacer("?", " ", " or ", "/")

// mayBe lists the sites that a diagnosis leaves possible beside its own: what vague words ("skin") may
// stand for, and of a possible diagnosis everything that was said.
func mayBe(d *pedigree.Diagnosis) []pedigree.Site {
	if d.Site.IsCancer() && !risk.IsPossible(d) {
		return nil
	}
	var words []string
	if c, ok := terms.Illness(string(d.Site)); ok {
		words = append(words, c.MayBe...)
	}
	if risk.IsPossible(d) {
		said := alternatives.Replace(strings.ToLower(d.Words))
		words = append(words, strings.Split(said, "/")...)
	}
	var sites []pedigree.Site
	for _, word := range words {
		if c, ok := terms.Illness(strings.TrimSpace(word)); ok {
			sites = append(sites, c.Site)
		}
	}
	return sites
}

// histology is read in the pathology, and in the words in which the cancer was told.
func (t *Tumour) histology(d *pedigree.Diagnosis) (Level, string) {
	switch {
	case len(t.Histology) == 0 || risk.HistologyHas(d, t.Histology...),
		slices.ContainsFunc(t.Histology, func(word string) bool { return risk.Says(d.Words, word) }):
		return Reported, ""
	case d.Pathology.Histology == "":
		return Open, "the histology is not recorded"
	}
	return No, ""
}

func (t *Tumour) receptor(d *pedigree.Diagnosis) (Level, string) {
	switch {
	case !t.HER2 || d.Pathology.HER2 == pedigree.ReceptorPositive:
		return Reported, ""
	case d.Pathology.HER2 == "":
		return Open, "HER2 is not recorded"
	}
	return No, ""
}

// on: the age at diagnosis, on its readings that are not after the age reached.
func (l Limit) on(d *pedigree.Diagnosis, reached int) (Level, string) {
	end := l.end()
	if end == 0 {
		return Reported, ""
	}
	low, high, said := 0, pedigree.OldestAge, pedigree.PlausibleAge(d.Age)
	if said {
		low, high, _ = d.Age.Within(low, high)
	}
	high = min(high, reached)
	switch {
	case low > high:
		return Open, "the ages at diagnosis and reached contradict each other"
	case low >= end:
		return No, ""
	case high < end && l.AgreedBelow > 0 && high >= l.AgreedBelow:
		return Open, fmt.Sprintf("one source asks for %s, another for below %d", l.words(), l.AgreedBelow)
	case high < end:
		return Reported, ""
	case said:
		return Open, "may or may not be " + l.words()
	}
	return Open, "the age is needed"
}

// words is the diagnosis of a match as sentences name it: "colorectal cancer at 43, confirmed".
func (m Match) words() string {
	d := m.Diagnosis
	if d == nil {
		return "affected"
	}
	name := describe.SiteName(d.Site)
	switch d.Behaviour {
	case pedigree.InSitu, pedigree.Borderline:
		name += " (" + string(d.Behaviour) + ")"
	}
	if d.Certainty == pedigree.Possible && !d.Secondary {
		name = "possible " + name
	}
	name += " " + risk.AgeWords(d.Age)
	if d.IsConfirmed() {
		return name + ", confirmed"
	}
	return name + ", not confirmed"
}

// Most is the level of the surest of a person's Matches; No without one.
func (v *View) Most(p *pedigree.Individual, t *Tumour, l Limit) Level {
	if len(p.Diagnoses) == 0 && p.Affected != pedigree.Yes {
		return No
	}
	i := v.position(p.ID)
	key := asked{i, t, l}
	kept := p == &v.Family.Individuals[i]
	if level, ok := v.most[key]; ok && kept {
		return level
	}
	level := No
	for _, m := range v.Matches(p, t, l) {
		level = max(level, m.Level)
	}
	if kept {
		v.most[key] = level
	}
	return level
}
