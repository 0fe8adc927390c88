package draw

import (
	"fmt"
	"strings"

	"kindred/pedigree"
)

// tests are the label lines for a person's gene tests: tests with one outcome share a line, in the
// order in which the outcomes were recorded.
func (d *drawing) tests(p *pedigree.Individual) []line {
	type outcome struct {
		genes []string
		tail  string
		line  line
	}
	var list []*outcome
	for i := range p.GeneTests {
		t := &p.GeneTests[i]
		tail, look := d.outcome(t)
		var o *outcome
		for _, have := range list {
			if have.tail == tail && have.line == look {
				o = have
			}
		}
		if o == nil {
			o = &outcome{tail: tail, line: look}
			list = append(list, o)
		}
		o.genes = append(o.genes, t.Gene)
	}
	lines := make([]line, len(list))
	for i, o := range list {
		const most = 4 // a panel of negatives would bury the family
		genes := o.genes
		if len(genes) > most {
			genes = append(genes[:most-1:most-1], fmt.Sprintf("%d%sother%sgenes", len(genes)-most+1, tie, tie))
		}
		lines[i] = o.line
		lines[i].text = strings.Join(genes, ", ") + o.tail
	}
	return lines
}

// outcome is what follows the gene's symbol, and how the line looks: upright when the report was
// seen, italic when the result is only told.
func (d *drawing) outcome(t *pedigree.GeneTest) (tail string, look line) {
	look.fill = Ink
	switch t.Result {
	case pedigree.Positive:
		tail = tie + "+"
		d.short("+", "gene change found")
		if t.Class > 0 && t.Class < 4 {
			tail = fmt.Sprintf("%sclass%s%d", tie, tie, t.Class)
		}
	case pedigree.Negative:
		tail = tie + "−" + d.scope(t.Scope)
		d.short("−", "gene change not found")
	case pedigree.Uncertain:
		tail = tie + d.short("VUS", "gene change of uncertain meaning")
	default:
		tail = tie + "tested, result unknown"
	}
	if t.Sample == pedigree.Tumour {
		tail += " tumour"
	}
	if t.ReportSeen != pedigree.Yes && t.Result != pedigree.ResultUnknown && t.Result != "" {
		tail += " reported"
		look.italic, look.fill = true, Quiet
		if t.Result == pedigree.Positive {
			look.fill = Accent
		}
	}
	return tail, look
}

// scope says how much of the gene a negative test looked at.
func (d *drawing) scope(s pedigree.TestScope) string {
	switch s {
	case pedigree.Screen:
		return tie + "screen"
	case pedigree.FamilialVariant:
		return tie + "predictive"
	case pedigree.FounderPanel:
		return tie + "founder panel"
	}
	return tie + "extent unknown"
}

// presymptomatic reports a person with a pathogenic germline result and no cancer: the vertical
// line of the nomenclature.
func presymptomatic(p *pedigree.Individual) bool {
	for i := range p.Diagnoses {
		if p.Diagnoses[i].Counts() && p.Diagnoses[i].Site != pedigree.Polyps {
			return false
		}
	}
	if p.Affected == pedigree.Yes {
		return false
	}
	for i := range p.GeneTests {
		if p.GeneTests[i].GermlinePositive() {
			return true
		}
	}
	return false
}
