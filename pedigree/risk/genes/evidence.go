package genes

import (
	"slices"

	"kindred/pedigree/risk"
)

// row is the chance of what is known of a person, by genotype, summed over the readings in which the age
// reached is age; readings is how many those are.
type row struct {
	age      int // ageless where the age reached is not known
	sum      []float64
	readings float64
}

const ageless = -1

// ages are the ages reached that a history allows: one where none of the cancers depends on it.
func (h *history) ages() risk.Span {
	if !h.aged {
		return risk.Span{Low: ageless, High: ageless}
	}
	for i := range h.cancers {
		s := &h.cancers[i]
		switch s.course {
		case without:
			if !s.ends || s.end.High > h.reached.Low {
				return h.reached
			}
		case had, possible:
			if s.course == possible || s.onset.High > h.reached.Low {
				return h.reached
			}
		}
	}
	return risk.Span{Low: h.reached.High, High: h.reached.High}
}

// options are the chances, by genotype, of what is known of one cancer at an age reached, one for each
// reading; nil where nothing is known. With every reading of a possible cancer they also hold that there
// was one, that there was none, and, as nil, that nothing is known.
func (g *genotypes) options(cancer int, s *state, age int, into [][]float64) [][]float64 {
	c := &g.cancers[cancer]
	into = into[:0]
	diagnosed := func() {
		for a := s.onset.Low; a <= s.onset.High && (age == ageless || a <= age); a++ {
			into = append(into, c.found[a])
		}
	}
	clear := func() {
		if s.ends {
			for a := s.end.Low; a <= s.end.High && (age == ageless || a <= age); a++ {
				into = append(into, c.free[a])
			}
			if len(into) > 0 {
				return
			}
		}
		if age != ageless {
			into = append(into, c.free[age])
		}
	}
	switch s.course {
	case had:
		diagnosed()
	case without:
		clear()
	case possible:
		if !s.endOpen {
			clear()
		}
		diagnosed()
		into = append(into, nil)
	default:
		into = append(into, nil)
	}
	return into
}

// rows weighs a history: every reading of its vague facts is as likely as any other. A possible cancer says
// nothing here. The results of tests are not in it.
func (g *genotypes) rows(h *history) []row {
	var rows []row
	g.eachRow(h, &scratch{}, func(r row) {
		r.sum = slices.Clone(r.sum)
		rows = append(rows, r)
	})
	return rows
}

// scratch is room that eachRow uses again.
type scratch struct {
	product, sum []float64
	options      [][]float64
}

// eachRow is rows one by one; the sum of each holds until the next.
func (g *genotypes) eachRow(h *history, use *scratch, visit func(row)) {
	if use.product == nil {
		use.product, use.sum = make([]float64, g.Len()), make([]float64, g.Len())
	}
	ages := h.ages()
	for age := ages.Low; age <= ages.High; age++ {
		r := row{age: age, readings: 1}
		for i := range h.cancers {
			s := &h.cancers[i]
			if s.course != had && s.course != without {
				continue
			}
			use.options = g.options(i, s, age, use.options)
			r.readings *= float64(len(use.options))
			switch sum := added(use.sum, use.options); {
			case sum == nil:
			case r.sum == nil:
				r.sum = use.product
				copy(r.sum, sum)
			default:
				for k, x := range sum {
					r.sum[k] *= x
				}
			}
		}
		if r.readings > 0 {
			visit(r)
		}
	}
}

// added is the sum of vectors, in room where there are several; nil of none.
func added(room []float64, all [][]float64) []float64 {
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	copy(room, all[0])
	for _, v := range all[1:] {
		for s, x := range v {
			room[s] += x
		}
	}
	return room
}

// vector is the chance of everything known of a person, by genotype: the mean over the readings, times the
// results of tests; nil where nothing is known.
func (q *question) vector(h *history) []float64 {
	var mean []float64
	readings := 0.0
	q.g.eachRow(h, &q.scratch, func(r row) {
		readings += r.readings
		if mean == nil {
			mean = slices.Clone(r.sum)
			return
		}
		for s, x := range r.sum {
			mean[s] += x
		}
	})
	tests := q.tested(h.tests)
	if mean == nil {
		return tests
	}
	for s := range mean {
		mean[s] *= at(tests, s) / readings
	}
	return mean
}

// both is the product of two vectors, of which nil is all ones.
func both(a, b []float64) []float64 {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	product := slices.Clone(a)
	for s, x := range b {
		product[s] *= x
	}
	return product
}

// tested is the chance of the results of tests, by genotype; nil where they say nothing.
func (q *question) tested(results []result) []float64 {
	var v []float64
	for g, r := range results {
		if r == untested {
			continue
		}
		if v == nil {
			v = ones(q.g.Len())
		}
		chance := q.genes[g].chance(r)
		for s, carries := range q.g.carries[g] {
			switch {
			case carries:
				v[s] *= chance
			case r == found:
				v[s] = 0
			}
		}
	}
	return v
}

func ones(n int) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = 1
	}
	return v
}

// readings lists the chances of each reading of a history, with the age reached in it. The results of tests
// are not in it.
func (g *genotypes) readings(h *history) []row {
	var all []row
	ages := h.ages()
	for age := ages.Low; age <= ages.High; age++ {
		at := []row{{age: age, readings: 1}}
		for i := range h.cancers {
			if h.cancers[i].course == unknown {
				continue
			}
			var next []row
			for _, option := range g.options(i, &h.cancers[i], age, nil) {
				for _, r := range at {
					r.sum = both(r.sum, option)
					next = append(next, r)
				}
			}
			at = next
		}
		all = append(all, at...)
	}
	return all
}

// count is how many readings a history has; beyond most it may stop counting.
func (g *genotypes) count(h *history, most int) int {
	n := 0
	var options [][]float64
	ages := h.ages()
	for age := ages.Low; age <= ages.High && n <= most; age++ {
		at := 1
		for i := range h.cancers {
			if at <= most {
				options = g.options(i, &h.cancers[i], age, options)
				at *= len(options)
			}
		}
		n += at
	}
	return n
}

// ends are the lowest and the highest ratio of each genotype's chance to that of a reference genotype, over
// the readings of a history.
func (q *question) ends(h *history, reference int) (low, high []float64) {
	n := q.g.Len()
	var options [][]float64
	ages := h.ages()
	for age := ages.Low; age <= ages.High; age++ {
		lowest, highest := ones(n), ones(n)
		possible := true
		for i := range h.cancers {
			options = q.g.options(i, &h.cancers[i], age, options)
			if len(options) == 0 {
				possible = false
				break
			}
			for s := range n {
				least, most := ratio(options[0], s, reference), ratio(options[0], s, reference)
				for _, o := range options[1:] {
					r := ratio(o, s, reference)
					least, most = min(least, r), max(most, r)
				}
				lowest[s] *= least
				highest[s] *= most
			}
		}
		switch {
		case !possible:
		case low == nil:
			low, high = lowest, highest
		default:
			for s := range n {
				low[s], high[s] = min(low[s], lowest[s]), max(high[s], highest[s])
			}
		}
	}
	tests := q.tested(h.tests)
	for s := range tests {
		r := ratio(tests, s, reference)
		low[s] *= r
		high[s] *= r
	}
	return low, high
}

// ratio is the chance of a genotype over that of another; 1 where nothing is known.
func ratio(v []float64, s, to int) float64 {
	if v == nil {
		return 1
	}
	return v[s] / v[to]
}
