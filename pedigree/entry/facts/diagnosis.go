package facts

import (
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/terms"
)

// diagnosis is one illness as it was said.
type diagnosis struct {
	pedigree.Diagnosis
	bilateral bool           // two primaries, left and right, of the same age
	another   bool           // said to be another primary of its site: "new"
	year      pedigree.Fuzzy // the calendar year of diagnosis, where that was said and no age
}

func diagnosisOf(c terms.Condition, said string) *diagnosis {
	d := &diagnosis{Diagnosis: pedigree.Diagnosis{Site: c.Site, Behaviour: c.Behaviour}}
	d.Pathology.Histology = c.Histology
	if c.Site == pedigree.UnknownPrimary || c.IsVague() {
		d.Words = said
	}
	return d
}

func (d *diagnosis) words(p *pedigree.Individual) string {
	one := d.Diagnosis
	if d.bilateral {
		one.Side = ""
	}
	what, about := describe.Diagnosis(p, &one)
	if d.bilateral {
		what = "bilateral " + what
	}
	if d.another {
		what = "a new " + what
	}
	return strings.Join(append([]string{what}, about...), ", ")
}

// diagnosis reads a site and what is said of it, with the further cancers of the same site and the
// secondaries that follow: "br 48 L TN", "br bil 44", "br 44 again 52", "br 44 mets liver".
func (rd *reader) diagnosis(i int) (found, bool) {
	if f, ok := rd.secondary(i); ok {
		return f, true
	}
	before, at := rd.detailsBefore(i)
	site, ok := rd.illness(at)
	if !ok || rd.isSomethingElse(at, site) {
		return found{}, false
	}
	d := diagnosisOf(site.Condition, site.said)
	if site.possible {
		d.Certainty = pedigree.Possible
		d.Words = site.said
	}
	got := found{}
	dt := details{rd: rd, d: d, polyps: d.Site == pedigree.Polyps}
	dt.readBefore(before, i, at)
	dt.read(site.next)
	if d.Age.IsZero() {
		d.Age = before.Age
	}
	got.items = append(got.items, Item{Span: rd.span(i, dt.next), fact: d})
	got.next = dt.next
	if site.IsVague() || len(site.others) > 0 {
		got.asks = append(got.asks, rd.whichIllness(i, got.next, site)...)
	}
	rd.further(&got, d)
	rd.besideRecorded(&got)
	return got, true
}

// condition reads another condition by its name: condition "Duchenne" 5.
func (rd *reader) condition(i int) (found, bool) {
	if low := rd.tokens[i].low; low != "condition" && low != "cond" && low != "dx" {
		return found{}, false
	}
	name, next, ok := rd.name(i + 1)
	if !ok {
		return found{}, false
	}
	d := &diagnosis{Diagnosis: pedigree.Diagnosis{Site: pedigree.Site(name)}}
	if possible, marked := strings.CutPrefix(name, "?"); marked {
		d.Site, d.Certainty = pedigree.Site(strings.TrimSpace(possible)), pedigree.Possible
	}
	dt := details{rd: rd, d: d}
	dt.read(next)
	return rd.single(i, dt.next, d), true
}

// name is a quotation, or the words up to a comma or a number.
func (rd *reader) name(i int) (name string, next int, ok bool) {
	if i < len(rd.tokens) && rd.tokens[i].quoted {
		name = strings.TrimSpace(rd.tokens[i].text)
		return name, i + 1, strings.Trim(name, "? ") != ""
	}
	for next = i; next < len(rd.tokens) && !rd.tokens[next].ends && !rd.tokens[next].quoted; next++ {
		if _, _, ok := rd.ageAt(next); ok && next > i {
			break
		}
	}
	if next == i {
		return "", i, false
	}
	name, _ = rd.said(i, next)
	return name, next, strings.Trim(name, "? ") != ""
}
