package draw

import (
	"fmt"
	"slices"
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
		o.genes = append(o.genes, d.gene(t))
	}
	lines := make([]line, len(list))
	for i, o := range list {
		const most = 4 // a panel of negatives would bury the family
		genes := o.genes
		if len(genes) > most {
			genes = append(genes[:most-1:most-1], fmt.Sprintf("%d%sother%sgenes", len(genes)-most+1, tie, tie))
		}
		lines[i] = o.line
		d.legend.italic = d.legend.italic || o.line.italic
		lines[i].text = strings.Join(genes, ", ") + o.tail
	}
	return lines
}

// gene is what was tested: the gene's symbol with the variant as reported, or the number of the
// test. An anonymous drawing leaves the variant out, which few families share.
func (d *drawing) gene(t *pedigree.GeneTest) string {
	if d.s.Nomenclature.EvaluationMarks {
		i, _ := slices.BinarySearch(d.tested, evaluation(t))
		return d.short("E"+itoa(i+1), evaluation(t))
	}
	if variant := variantOf(t); variant != "" && !d.s.Anonymise {
		return t.Gene + " " + variant
	}
	return t.Gene
}

// variantOf is the change as labels write it: "c.68_69del" of "NM_007294.4:c.68_69del p.(Glu23fs)".
// A longer one than a label holds is cut.
func variantOf(t *pedigree.GeneTest) string {
	words := strings.Fields(t.Variant)
	if len(words) == 0 {
		return ""
	}
	const most = 16
	change := []rune(words[0][strings.LastIndexByte(words[0], ':')+1:])
	if len(change) > most {
		return string(change[:most-1]) + "…"
	}
	return string(change)
}

// outcome is what follows the gene's symbol, and how the line looks: upright when the report was
// seen, italic when the result is only told.
func (d *drawing) outcome(t *pedigree.GeneTest) (tail string, look line) {
	look.fill = Ink
	marks := d.s.Nomenclature.EvaluationMarks
	before := tie
	if marks {
		before = ""
	}
	switch t.Result {
	case pedigree.Positive:
		if tail = fmt.Sprintf("%sclass%s%d", tie, tie, t.Class); t.Class == 0 || t.Class > 3 {
			tail = before + d.short("+", "gene change found")
		}
	case pedigree.Negative:
		tail = before + d.short("−", "gene change not found")
		if !marks {
			tail += d.scope(t.Scope)
		}
	case pedigree.Uncertain:
		if tail = tie + "VUS"; marks {
			tail = d.short("u", "gene change of uncertain meaning")
		} else {
			d.short("VUS", "gene change of uncertain meaning")
		}
	default:
		tail = tie + "tested, result unknown"
	}
	if t.Sample == pedigree.Tumour && !marks {
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

// evaluations are the kinds of gene tests that these people have had, each once, sorted: the mark of
// the first is E1.
func evaluations(people []*pedigree.Individual) []string {
	var list []string
	for _, p := range people {
		if p == nil {
			continue
		}
		for i := range p.GeneTests {
			list = append(list, evaluation(&p.GeneTests[i]))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// evaluation says what was looked at: tests of one gene that differ in scope have marks of their own.
func evaluation(t *pedigree.GeneTest) string {
	words := t.Gene
	switch t.Scope {
	case pedigree.Screen:
		words += ", full screen"
	case pedigree.FamilialVariant:
		words += ", familial variant only"
	case pedigree.FounderPanel:
		words += ", founder panel"
	default:
		words += ", extent unknown"
	}
	if t.Sample == pedigree.Tumour {
		words += ", in the tumour"
	}
	return words
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
