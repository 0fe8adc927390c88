package canrisk

import (
	"slices"
	"strconv"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/roster"
)

// primary is a diagnosis that CanRisk can hold, with the age it is written at (0 is AU).
type primary struct {
	diagnosis *pedigree.Diagnosis
	at        int
}

// cancers writes the primaries that the five columns can hold, and lists the others.
func (p *personWriter) cancers(s pedigree.Sex) {
	bySite := map[pedigree.Site][]primary{}
	for i := range p.person.Diagnoses {
		d := &p.person.Diagnoses[i]
		site, why := columnSite(d, s)
		if why != "" {
			p.note(listing.Dropped, "%s: %s", describe(d), why)
			continue
		}
		if site != d.Site {
			p.note(listing.Changed, "%s is written as ovarian", describe(d))
		}
		bySite[site] = append(bySite[site], primary{d, p.ageAt(d)})
	}
	p.breasts(bySite[pedigree.Breast])
	for _, c := range siteOf[2:] {
		found := bySite[c.site]
		sortKnownAges(found)
		for i, one := range found {
			if i > 0 {
				p.note(listing.Dropped, "%s: CanRisk holds one", describe(one.diagnosis))
				continue
			}
			p.cells[c.column] = ageCode(one.at)
			p.noteDetails(one.diagnosis, false)
		}
	}
}

// columnSite is the site under which CanRisk holds a diagnosis, or why it holds it not. In-situ
// and borderline disease is left out because BOADICEA's incidences are of invasive cancer.
func columnSite(d *pedigree.Diagnosis, s pedigree.Sex) (site pedigree.Site, why string) {
	switch {
	case d.Status == pedigree.Refuted:
		return "", "refuted"
	case d.Secondary:
		return "", "not a primary"
	case d.Certainty == pedigree.Possible:
		return "", "not certain"
	case d.Behaviour == pedigree.InSitu, d.Behaviour == pedigree.Borderline:
		return "", "not invasive"
	case d.Site.IsOvarian():
		if s == pedigree.Male {
			return "", "CanRisk takes it in women only"
		}
		return pedigree.Ovary, ""
	case d.Site == pedigree.Prostate && s == pedigree.Female:
		return "", "CanRisk takes it in men only"
	case d.Site == pedigree.Breast, d.Site == pedigree.Prostate, d.Site == pedigree.Pancreas:
		return d.Site, ""
	}
	return "", "CanRisk has no column for it"
}

// describe names a diagnosis as said: "ovary at 40s".
func describe(d *pedigree.Diagnosis) string {
	what := listing.Clip(string(d.Site))
	if d.Age.HasNumber() {
		what += " at " + listing.Clip(d.Age.String())
	}
	return what
}

// ageAt is the age at diagnosis as written: not above the age reached; 0 where it is not known.
func (p *personWriter) ageAt(d *pedigree.Diagnosis) int {
	if !d.Age.HasNumber() {
		if strings.Trim(d.Age.Words, "? ") != "" {
			p.note(listing.Dropped, "%s: the age %q, which has no number; written as %s", describe(d), listing.Clip(d.Age.Words), affectedUnknown)
		}
		return 0
	}
	latest := maxAge
	if p.reached > 0 {
		latest = p.reached
	}
	years, ok := oneYear(d.Age, 1, latest)
	switch {
	case !ok:
		p.note(listing.Changed, "%s: not possible at that age; written as %s, age not known", describe(d), affectedUnknown)
		return 0
	case !d.Age.IsExact():
		p.note(listing.Assumed, "%s is written as %d", describe(d), years)
	}
	return years
}

func ageCode(at int) string {
	if at == 0 {
		return affectedUnknown
	}
	return strconv.Itoa(at)
}

// sortKnownAges puts the known ages in order and leaves unknown ones in their places.
func sortKnownAges(found []primary) {
	var places []int
	var known []primary
	for i, one := range found {
		if one.at > 0 {
			places, known = append(places, i), append(known, one)
		}
	}
	slices.SortStableFunc(known, func(a, b primary) int { return a.at - b.at })
	for i, place := range places {
		found[place] = known[i]
	}
}

// breasts writes the first breast cancer with its receptors, and the first in the other breast.
func (p *personWriter) breasts(found []primary) {
	sortKnownAges(found)
	for i, one := range found {
		switch {
		case i == 0:
			p.cells[bc1] = ageCode(one.at)
			p.cells[canRisk4.columns-1] = pathologyCode(one.diagnosis.Pathology)
			p.noteDetails(one.diagnosis, true)
		case p.cells[bc2] != "0":
			p.note(listing.Dropped, "%s: a third breast primary; CanRisk holds two", describe(one.diagnosis))
		case sameSide(found[0].diagnosis, one.diagnosis):
			p.note(listing.Dropped, "%s: on the same side as the first; CanRisk's second is in the other breast", describe(one.diagnosis))
		default:
			p.cells[bc2] = ageCode(one.at)
			p.noteDetails(one.diagnosis, false)
			if !oppositeSides(found[0].diagnosis, one.diagnosis) && string(one.diagnosis.Extra[contralateral]) != "true" {
				p.note(listing.Assumed, "%s is written as a cancer of the other breast; the sides are not known", describe(one.diagnosis))
			}
		}
	}
}

func sided(d *pedigree.Diagnosis) bool { return d.Side == pedigree.Left || d.Side == pedigree.Right }

func sameSide(a, b *pedigree.Diagnosis) bool { return sided(a) && a.Side == b.Side }

func oppositeSides(a, b *pedigree.Diagnosis) bool { return sided(a) && sided(b) && a.Side != b.Side }

func pathologyCode(read pedigree.Pathology) string {
	codes := make([]string, 0, 5)
	for _, r := range receptors(&read) {
		switch *r {
		case pedigree.ReceptorPositive:
			codes = append(codes, "P")
		case pedigree.ReceptorNegative:
			codes = append(codes, "N")
		default:
			codes = append(codes, "0")
		}
	}
	return strings.Join(codes, ":")
}

// noteDetails lists what else is known of a diagnosis that is written; receptors are written of
// the first breast cancer alone.
func (p *personWriter) noteDetails(d *pedigree.Diagnosis, withReceptors bool) {
	held := []string{"id", "site", "age", "secondary", "pathology", contralateral}
	if d.Status == pedigree.Reported {
		held = append(held, "status")
	}
	if d.Certainty == pedigree.Certain {
		held = append(held, "certainty")
	}
	if d.Behaviour == pedigree.Invasive || d.Behaviour == pedigree.BehaviourUnknown {
		held = append(held, "behaviour")
	}
	if d.Side == pedigree.SideUnknown {
		held = append(held, "side")
	}
	before := describe(d) + ": "
	roster.NoteRest(p.notes, p.person.ID, before, d, held...)
	if withReceptors {
		roster.NoteRest(p.notes, p.person.ID, before, d.Pathology, "er", "pr", "her2", "ck14", "ck56")
	} else {
		roster.NoteRest(p.notes, p.person.ID, before, d.Pathology)
	}
}
