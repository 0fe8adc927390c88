package premm5

import (
	"fmt"
	"strings"

	"kindred/pedigree/risk"
)

// working prints each gene's linear predictor term by term and the chances from them. With vague facts it
// says over how many readings the chances are averaged.
func (m *Model) working(p answer) []string {
	if p.readings > 1 {
		lines := []string{fmt.Sprintf("The vague facts leave %d different joint readings; each gene's chance is worked out in each and averaged.", p.readings)}
		for g := range m.Genes {
			lines = append(lines, fmt.Sprintf("%s: from %s to %s, average %s.", m.Genes[g].Name, risk.Fine(p.low[g]), risk.Fine(p.high[g]), risk.Fine(p.mean[g])))
		}
		return append(lines, m.sum(p))
	}
	var lines []string
	rest := []string{"1"}
	lp := m.scores(p.only)
	for g, gene := range m.Genes {
		terms := []string{fmt.Sprintf("%.3f to begin with", gene.Constant)}
		for k, b := range gene.Coefficients {
			if v := p.only[k]; v != 0 {
				terms = append(terms, fmt.Sprintf("%s %g × %g", m.Predictors[k], b, v))
			}
		}
		lines = append(lines, fmt.Sprintf("%s: %s; sum %.4f.", gene.Name, strings.Join(terms, "; "), lp[g]))
		rest = append(rest, fmt.Sprintf("exp(%.4f)", lp[g]))
	}
	lines = append(lines, "Each gene's chance is exp(its sum), divided by "+strings.Join(rest, " + ")+".")
	for g := range m.Genes {
		lines = append(lines, fmt.Sprintf("%s: %s.", m.Genes[g].Name, risk.Fine(p.mean[g])))
	}
	return append(lines, m.sum(p))
}

// sum is the line that adds the genes up.
func (m *Model) sum(p answer) string {
	var words []string
	for g := range m.Genes {
		words = append(words, risk.Fine(p.mean[g]))
	}
	return fmt.Sprintf("Any: %s = %s.", strings.Join(words, " + "), risk.Fine(p.mean[anyGene]))
}
