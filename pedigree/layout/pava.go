package layout

// separate moves the values of a row as little as possible so that each is at least gap[i] right of
// the one before it (gap[0] is not used). "Little" is the sum of weight times the square of the way;
// the result is exact, by isotonic regression (pool adjacent violators) of the values less the gaps.
// It returns who then touches whom, in runs, which is scratch space of at least the row's length.
func separate(x, gap, weight []float64, runs []run) []run {
	n := 0
	at := 0.0
	for i := range x {
		if i > 0 {
			at += gap[i]
		}
		r := run{(x[i] - at) * weight[i], weight[i], i + 1}
		for n > 0 && runs[n-1].sum*r.weight >= r.sum*runs[n-1].weight {
			n--
			r.sum += runs[n].sum
			r.weight += runs[n].weight
		}
		runs[n] = r
		n++
	}
	at = 0
	i := 0
	for _, r := range runs[:n] {
		mean := r.sum / r.weight
		for ; i < r.end; i++ {
			if i > 0 {
				at += gap[i]
			}
			x[i] = mean + at
		}
	}
	return runs[:n]
}

// run is a stretch of a row in which everybody touches the next.
type run struct {
	sum, weight float64
	end         int
}
