package genes

import (
	"cmp"
	"math"
	"slices"

	"kindred/pedigree/likelihood"
	"kindred/pedigree/risk"
)

// mostJoint is how many joint readings of the vague facts are gone through one by one.
const mostJoint = 4096

// mostBoxes is how many combinations of boxes a bound goes through, each of them twice.
const mostBoxes = 1024

// mostEntries bounds the work of a range in families with loops, whose tables are large: entries of the largest
// table, times joint readings.
const mostEntries = 500_000_000

// affordable is how many joint readings the family's loops allow; without loops more than are ever asked for.
func (q *question) affordable() int {
	c := q.tree.net.Cost()
	return max(1, int(mostEntries/max(1, c.Largest*c.Runs)))
}

// mostOwn is how many readings of the subject's own facts are gone through; with more, nothing is said of the range
// but that it is one of chances.
const mostOwn = 1024

// ranges are the lowest and highest values over all joint readings of the vague facts. The values
// themselves are always inside: a possible cancer that says nothing is one of the readings.
func (q *question) ranges(values risk.Values) (risk.Ranges, error) {
	found := risk.Ranges{}
	for key, v := range values {
		found[key] = risk.Range{Low: v, High: v}
	}
	own, joint := q.g.count(q.own(), mostOwn), 1
	var vague []int
	for i := range q.histories {
		if i == q.subject || q.data[i] == nil {
			continue
		}
		if n := q.g.count(&q.histories[i], mostJoint); n > 1 {
			vague = append(vague, i)
			joint = min(joint*n, mostJoint+1)
		}
	}
	if own > mostOwn {
		for key := range found {
			found[key] = risk.Range{Low: 0, High: 1, Bound: true}
		}
		return found, nil
	}
	var readings [][]fraction // of the subject's own facts
	for _, r := range q.g.readings(q.own()) {
		readings = append(readings, q.fractions(q.own(), []row{r}))
	}
	if joint*own <= min(mostJoint, q.affordable()) {
		lists := make([][]box, len(vague))
		for k, i := range vague {
			for _, v := range q.vectors(i) {
				lists[k] = append(lists[k], box{v, v})
			}
		}
		focus := q.solution.Toward(q.at(q.subject))
		q.eachJoint(vague, lists, focus, focus, func(others, _ []float64) {
			for _, fractions := range readings {
				for k := range fractions {
					include(found, fractions[k].key, fractions[k].of(others))
				}
			}
		})
		return found, nil
	}
	return found, q.bound(vague, q.boxes(vague, min(mostBoxes, q.affordable())/own, values), readings, found)
}

// vectors are the chances of each reading of somebody's facts, tests and all.
func (q *question) vectors(i int) [][]float64 {
	tests := q.tested(q.histories[i].tests)
	var all [][]float64
	for _, r := range q.g.readings(&q.histories[i]) {
		v := both(r.sum, tests)
		if v == nil {
			v = ones(q.g.Len())
		}
		all = append(all, v)
	}
	return all
}

// box is the lowest and highest chance, by genotype, of several readings.
type box struct{ low, high []float64 }

// eachJoint calls visit with the chance of what is known of the others, by the subject's genotype, for each
// combination of one box of each person given: with all lowest chances, seen from a, and all highest, from b.
func (q *question) eachJoint(people []int, lists [][]box, a, b *likelihood.Focus, visit func(a, b []float64)) {
	set := func(i int, v box) {
		if a.Set(q.at(i), v.low); b != a {
			b.Set(q.at(i), v.high)
		}
	}
	set(q.subject, box{})
	order := make([]int, len(people)) // those with most boxes change fastest
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(lists[a]) - len(lists[b]) })
	var walk func(depth int)
	walk = func(depth int) {
		if depth == len(order) {
			visit(a.Joint(), b.Joint())
			return
		}
		k := order[depth]
		for _, v := range lists[k] {
			set(people[k], v)
			walk(depth + 1)
		}
	}
	walk(0)
}

// mostListed is how many readings of one person are listed before they are all put into one box.
const mostListed = 4096

// leastSpan is the difference of answers from which a box is worth cutting.
const leastSpan = 1e-9

// said is one reading: the chances of what is known, and the answer with it, all else at its mean.
type said struct {
	chances []float64
	answer  float64
}

// boxes puts the readings of vague facts into boxes, so that there are at most so many combinations. Again and
// again the box whose readings move the answer most is cut in two. Chances are divided by that of a reference
// genotype, which changes nothing of the answer and makes readings that say the same alike.
func (q *question) boxes(vague []int, most int, values risk.Values) [][]box {
	e := newEffects(q, risk.AnyGene, values[risk.AnyGene])
	pieces := make([][][]said, len(vague)) // by person; the readings of each box in order of the answer
	for k, i := range vague {
		if q.g.count(&q.histories[i], mostListed) > mostListed {
			continue
		}
		var all []said
		for _, v := range q.vectors(i) {
			x, _ := e.value(e.asked[0], i, v)
			all = append(all, said{v, x})
		}
		slices.SortStableFunc(all, func(a, b said) int { return cmp.Compare(a.answer, b.answer) })
		pieces[k] = [][]said{all}
	}
	span := func(of []said) float64 { return of[len(of)-1].answer - of[0].answer }
	for joint := 1; ; {
		person, piece, widest := -1, 0, leastSpan
		for k := range pieces {
			for n, of := range pieces[k] {
				if w := span(of); w > widest && joint/len(pieces[k])*(len(pieces[k])+1) <= most {
					person, piece, widest = k, n, w
				}
			}
		}
		if person < 0 {
			break
		}
		joint = joint / len(pieces[person]) * (len(pieces[person]) + 1)
		of := pieces[person][piece]
		middle := (of[0].answer + of[len(of)-1].answer) / 2
		cut := 1 + slices.IndexFunc(of[1:], func(s said) bool { return s.answer > middle })
		pieces[person] = slices.Replace(pieces[person], piece, piece+1, of[:cut], of[cut:])
	}
	lists := make([][]box, len(vague))
	for k, i := range vague {
		reference := slices.IndexFunc(q.data[i], func(x float64) bool { return x > 0 })
		if pieces[k] == nil {
			low, high := q.ends(&q.histories[i], reference)
			lists[k] = []box{{low, high}}
		}
		for _, of := range pieces[k] {
			lists[k] = append(lists[k], around(of, reference))
		}
	}
	return lists
}

// around is the box of some readings.
func around(readings []said, reference int) box {
	b := box{}
	for _, reading := range readings {
		v := reading.chances
		if b.low == nil {
			b.low, b.high = make([]float64, len(v)), make([]float64, len(v))
			for s := range v {
				b.low[s] = ratio(v, s, reference)
			}
			copy(b.high, b.low)
		}
		for s := range v {
			r := ratio(v, s, reference)
			b.low[s], b.high[s] = min(b.low[s], r), max(b.high[s], r)
		}
	}
	return b
}

// bound widens the ranges so that they certainly contain the values of every joint reading. Each person's
// reading lies in one of the boxes; for each combination of boxes the chance of everything, by the subject's
// genotype, lies between that with all lowest and that with all highest chances.
func (q *question) bound(people []int, lists [][]box, readings [][]fraction, found risk.Ranges) error {
	lows, highs := slices.Clone(q.data), slices.Clone(q.data)
	for k, i := range people {
		lows[i], highs[i] = lists[k][0].low, lists[k][0].high
	}
	low, err := q.tree.solve(q.founders, lows)
	if err != nil {
		return q.sentence(err)
	}
	high, err := q.tree.solve(q.founders, highs)
	if err != nil {
		return q.sentence(err)
	}
	for _, fractions := range readings {
		for k := range fractions {
			fractions[k].sort()
		}
	}
	scale := math.Exp(high.LogLikelihood() - low.LogLikelihood())
	at := q.at(q.subject)
	q.eachJoint(people, lists, low.Toward(at), high.Toward(at), func(least, most []float64) {
		for s := range most {
			most[s] = max(most[s]*scale, least[s])
		}
		for _, fractions := range readings {
			for k := range fractions {
				f := &fractions[k]
				bottom, top := f.extremes(least, most)
				include(found, f.key, bottom)
				include(found, f.key, top)
			}
		}
	})
	for key, r := range found {
		r.Bound = true
		found[key] = r
	}
	return nil
}

// sort finds the order of genotypes in which the part of the whole falls.
func (f *fraction) sort() {
	for s, w := range f.whole {
		if w > 0 {
			f.order = append(f.order, s)
		}
	}
	slices.SortFunc(f.order, func(a, b int) int {
		switch x, y := f.part[a]/f.whole[a], f.part[b]/f.whole[b]; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
}

// extremes are the lowest and highest value of a sorted fraction when each genotype's weight may be anything
// from least to most. At an extreme the genotypes with the highest part of their whole have one end and all
// others the other: starting from all least, those first in the order are raised for the highest value; from
// all most they are lowered for the lowest.
func (f *fraction) extremes(least, most []float64) (low, high float64) {
	var part, whole, lowPart, lowWhole float64
	for _, s := range f.order {
		part, whole = part+least[s]*f.part[s], whole+least[s]*f.whole[s]
		lowPart, lowWhole = lowPart+most[s]*f.part[s], lowWhole+most[s]*f.whole[s]
	}
	low, high = 1, 0
	for k := range len(f.order) + 1 {
		if whole > 0 {
			high = max(high, part/whole)
		}
		if lowWhole > 0 {
			low = min(low, lowPart/lowWhole)
		}
		if k < len(f.order) {
			s := f.order[k]
			more := most[s] - least[s]
			part, whole = part+more*f.part[s], whole+more*f.whole[s]
			lowPart, lowWhole = lowPart-more*f.part[s], lowWhole-more*f.whole[s]
		}
	}
	return max(low, 0), min(high, 1)
}

// include widens a range so that it holds a value. Values that not every reading has are left out.
func include(ranges risk.Ranges, key string, v float64) {
	if r, ok := ranges[key]; ok && !math.IsNaN(v) {
		r.Low, r.High = min(r.Low, v), max(r.High, v)
		ranges[key] = r
	}
}
