package likelihood

import "slices"

// bucket is one clique of the elimination: the node that is summed out and the nodes joined to it at
// that time. Its table runs through all their genotypes, the eliminated node's fastest, so that the
// message it sends on, over the others, has one entry for three consecutive ones of the table.
type bucket struct {
	node   int
	scope  []int     // the node, then its neighbours in the order in which they are eliminated
	parent int       // the bucket that takes the message: the first of the neighbours; None for a root
	part   []int32   // for each entry of the parent's table, the entry of the message with the same genotypes
	base   []float64 // the product of the trios that were put here
	table  int       // where the clique's table begins
	send   int       // where the message begins
}

// message is the number of entries of the message to the parent.
func (b *bucket) message() int { return len(b.base) / Genotypes }

// arrange finds the elimination order and builds the buckets.
func (p *Plan) arrange() error {
	p.buckets = make([]bucket, 0, p.nodes)
	rank := make([]int, p.nodes)
	err := minFill(p.nodes, p.trios, func(node int, neighbours []int) error {
		size := Genotypes
		for range neighbours {
			if size *= Genotypes; size > maxEntries {
				return ErrTangled
			}
		}
		rank[node] = len(p.buckets)
		p.buckets = append(p.buckets, bucket{
			node: node, parent: None, scope: append([]int{node}, neighbours...), table: p.entries, send: p.messages,
		})
		p.messages += size / Genotypes
		if p.entries += size; p.entries > maxEntries {
			return ErrTangled
		}
		return nil
	})
	if err != nil {
		return err
	}
	ones := make([]float64, p.entries)
	for i := range ones {
		ones[i] = 1
	}
	for i := range p.buckets {
		b := &p.buckets[i]
		slices.SortFunc(b.scope, func(x, y int) int { return rank[x] - rank[y] })
		end := p.entries
		if i+1 < len(p.buckets) {
			end = p.buckets[i+1].table
		}
		b.base = ones[b.table:end:end]
	}
	places := p.entries
	for i := range p.buckets {
		b := &p.buckets[i]
		if len(b.scope) == 1 {
			continue
		}
		b.parent = rank[b.scope[1]]
		to := &p.buckets[b.parent]
		if places += len(to.base); places > maxEntries {
			return ErrTangled
		}
		b.part = placesOf(len(to.base), to.scope, b.scope[1:])
	}
	for _, t := range p.trios {
		b := &p.buckets[min(rank[t.child], rank[t.mother], rank[t.father])]
		multiply(b.base, placesOf(len(b.base), b.scope, []int{t.child, t.mother, t.father}), mendel[:], 1)
	}
	return nil
}

// mendel is τ(child | mother, father) at child + 3·mother + 9·father.
var mendel = func() (table [27]float64) {
	for i := range table {
		m, f := float64(i/3%3)/2, float64(i/9)/2 // chance that each parent passes the risk allele on
		table[i] = [...]float64{(1 - m) * (1 - f), m*(1-f) + f*(1-m), m * f}[i%3]
	}
	return table
}()

// placesOf gives, for each entry of a table of the given size over scope, the entry with the same
// genotypes in a table over the nodes of part. In both, the first node's genotype runs fastest.
func placesOf(size int, scope, part []int) []int32 {
	strides := make([]int32, len(scope))
	stride := int32(1)
	for _, n := range part {
		strides[slices.Index(scope, n)] += stride
		stride *= Genotypes
	}
	genotypes := make([]uint8, len(scope))
	places := make([]int32, size)
	at := int32(0)
	for i := range places {
		places[i] = at
		for d := range genotypes {
			if genotypes[d]++; genotypes[d] < Genotypes {
				at += strides[d]
				break
			}
			genotypes[d] = 0
			at -= (Genotypes - 1) * strides[d]
		}
	}
	return places
}

// multiply multiplies each entry of table by scale and by the entry of factor that part gives for it,
// and returns the largest.
func multiply(table []float64, part []int32, factor []float64, scale float64) (largest float64) {
	for i, at := range part {
		table[i] *= factor[at] * scale
		largest = max(largest, table[i])
	}
	return largest
}
