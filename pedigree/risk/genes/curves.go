package genes

import "kindred/pedigree/risk"

// curves are the risks year by year, net and crude, beside those of the population and, while a variant of
// the family is not tested for, those with it and without it.
func (q *question) curves(known int) []risk.Curve {
	cancers, _ := q.open(q.own())
	if len(cancers) == 0 {
		return nil
	}
	anybody := *q.own()
	anybody.tests = make([]result, len(q.genes))
	own, average := q.ownership(q.own(), q.g.rows(q.own())), q.ownership(&anybody, q.g.rows(&anybody))
	now, general := q.weigh(&own, q.others, nil), q.weigh(&average, q.g.everybody(q.frequencies()), nil)
	var with, without weighing
	gene := ""
	if known >= 0 {
		gene = q.genes[known].Name
		with, without = q.weigh(&own, q.others, q.g.carries[known]), q.weigh(&own, q.others, not(q.g.carries[known]))
	}
	var curves []risk.Curve
	for _, crude := range []bool{false, true} {
		for _, i := range cancers {
			c := &q.g.cancers[i]
			curve := risk.Curve{Cancer: q.cancers[i].Name, Crude: crude, Gene: gene}
			for t := q.own().reached.Low + 1; t <= q.lastAge; t++ {
				point := risk.CurvePoint{Age: t, Risk: now.by(c, t, crude), Population: general.by(c, t, crude)}
				if known >= 0 {
					point.With, point.Without = with.by(c, t, crude), without.by(c, t, crude)
				}
				curve.Points = append(curve.Points, point)
			}
			curves = append(curves, curve)
		}
	}
	return curves
}

// weighing is how much each genotype counts at each age that the subject may have reached; in all 1.
type weighing struct {
	ages    []int
	weights [][]float64 // by the position in ages, and by genotype
}

// weigh weighs the genotypes of a set, nil for all, with what is known of the others and of the subject.
func (q *question) weigh(o *owned, others []float64, set []bool) weighing {
	var w weighing
	sum := 0.0
	for _, r := range o.rows {
		weights := make([]float64, len(others))
		for s, x := range others {
			if set == nil || set[s] {
				weights[s] = x * at(r.sum, s) * at(o.tests, s)
				sum += weights[s]
			}
		}
		w.ages, w.weights = append(w.ages, r.age), append(w.weights, weights)
	}
	for _, weights := range w.weights {
		for s := range weights {
			weights[s] /= sum
		}
	}
	return w
}

// by is the risk of a cancer by age t.
func (w *weighing) by(c *chances, t int, crude bool) float64 {
	risk := 0.0
	for k, weights := range w.weights {
		if t <= w.ages[k] {
			continue
		}
		for s, x := range weights {
			if x > 0 {
				risk += x * c.by(s, w.ages[k], t, crude)
			}
		}
	}
	return min(1, risk)
}
