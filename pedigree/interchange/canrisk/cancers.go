package canrisk

import (
	"encoding/json"
	"strings"

	"kindred/pedigree"
)

// affectedUnknown is a cancer whose age at diagnosis is not known.
const affectedUnknown = "AU"

// contralateral is the key of a second breast cancer's Extra that says it is in the other breast,
// where neither side is known.
const contralateral = "contralateral"

// siteOf says which cancer each column holds.
var siteOf = []struct {
	column int
	label  string
	site   pedigree.Site
}{
	{bc1, "BC1", pedigree.Breast},
	{bc2, "BC2", pedigree.Breast},
	{oc, "OC", pedigree.Ovary},
	{pro, "PRO", pedigree.Prostate},
	{pan, "PAN", pedigree.Pancreas},
}

// diagnoses reads the cancers, each as reported. BC2 is a cancer of the other breast: the sides are
// not known.
func (c *cellReader) diagnoses(s pedigree.Sex, reached int) []pedigree.Diagnosis {
	var found []pedigree.Diagnosis
	for _, cancer := range siteOf {
		cell := c.cells[cancer.column]
		if noCancer(cell) {
			continue
		}
		d := pedigree.Diagnosis{Site: cancer.site, Status: pedigree.Reported, Age: pedigree.Fuzzy{Kind: pedigree.UnknownKind}}
		if cell != affectedUnknown {
			at := c.number(cancer.column, "age of "+cancer.label, 1, maxAge)
			if reached > 0 && at > reached {
				c.fail("%s at %d is after the age reached, %d: correct one of them", cancer.label, at, reached)
			}
			d.Age = pedigree.ExactYear(at)
		}
		found = append(found, d)
	}
	if c.err != nil {
		return nil
	}
	first, second := c.cells[bc1], c.cells[bc2]
	switch {
	case noCancer(second):
	case noCancer(first):
		c.fail("BC2 without BC1: write a first breast cancer in BC1")
	case first != affectedUnknown && second != affectedUnknown && found[0].Age.Low.Year > found[1].Age.Low.Year:
		c.fail("BC2 at %s is before BC1 at %s: exchange them", second, first)
	default:
		found[0].Side, found[1].Side = pedigree.SideUnknown, pedigree.SideUnknown
		found[1].Extra = pedigree.Extra{contralateral: json.RawMessage("true")}
	}
	if s == pedigree.Male && !noCancer(c.cells[oc]) {
		c.fail("ovarian cancer in a man: correct the sex or the OC column")
	}
	if s == pedigree.Female && !noCancer(c.cells[pro]) {
		c.fail("prostate cancer in a woman: correct the sex or the PRO column")
	}
	return found
}

// noCancer reports a cell of zeros.
func noCancer(cell string) bool { return strings.Trim(cell, "0") == "" }

// receptors are the parts of the pathology column, in order.
func receptors(p *pedigree.Pathology) [5]*pedigree.Receptor {
	return [5]*pedigree.Receptor{&p.ER, &p.PR, &p.HER2, &p.CK14, &p.CK56}
}

// pathology reads the receptors of the first breast cancer.
func (c *cellReader) pathology(v version, p *pedigree.Individual) {
	codes := c.cells[v.columns-5:]
	if !v.apart {
		codes = strings.Split(c.cells[v.columns-1], ":")
	}
	if len(codes) != 5 {
		c.fail("the pathology %q must be five codes, such as N:N:N:0:0", c.cells[v.columns-1])
		return
	}
	var read pedigree.Pathology
	for i, code := range codes {
		switch code {
		case "0":
		case "P":
			*receptors(&read)[i] = pedigree.ReceptorPositive
		case "N":
			*receptors(&read)[i] = pedigree.ReceptorNegative
		default:
			c.fail("the pathology code %q must be 0, N or P", code)
		}
	}
	for i := range codes {
		if *receptors(&read)[i] == "" {
			continue
		}
		if len(p.Diagnoses) == 0 || p.Diagnoses[0].Site != pedigree.Breast {
			c.fail("pathology without a breast cancer: write BC1, or 0:0:0:0:0")
			return
		}
		p.Diagnoses[0].Pathology = read
		return
	}
}
