package likelihood

// gate is a clique on the way home with everything multiplied in but one input: a message, or what is
// known of the clique's own node.
type gate struct {
	from     int32 // the clique whose message it takes, or own
	stale    bool  // made for messages that have been replaced since
	table    []float64
	in, out  []int32
	size     int32
	straight bool // out is all one place: a root's
}

// own stands for what is known of a clique's node as the input of a gate.
const own = int32(-2)

// forget marks the gates of a clique that hold what has changed: all but the one for the input itself.
func (f *Focus) forget(at, from int32) {
	for _, g := range f.gates[at] {
		if g.from != from {
			g.stale = true
		}
	}
}

// pass adds up a gate's output for one input.
func (g *gate) pass(output, input []float64) {
	clear(output)
	in := g.in[:len(g.table)]
	if g.straight {
		for e, x := range g.table {
			output[0] += x * input[in[e]]
		}
		return
	}
	out := g.out[:len(g.table)]
	for e, x := range g.table {
		output[out[e]] += x * input[in[e]]
	}
}

// gate is a clique with one input left open, made when it is needed and kept.
func (f *Focus) gate(at, from int32) *gate {
	for _, g := range f.gates[at] {
		if g.from == from {
			if g.stale {
				f.fill(g, at)
			}
			return g
		}
	}
	g := &gate{from: from, table: make([]float64, len(f.of.run.cliques[at].base))}
	f.fill(g, at)
	f.gates[at] = append(f.gates[at], g)
	return g
}

// fill multiplies everything into a gate but its input.
func (f *Focus) fill(g *gate, at int32) {
	r := f.of.run
	q := &r.cliques[at]
	g.stale, g.size, g.out, g.straight = false, q.size, q.out, q.out == nil
	local := f.local[r.at[q.node]:r.at[q.node+1]]
	now := local
	if g.from == own {
		copy(g.table, q.base)
		g.in = q.own
	} else {
		product(g.table, q.base, local, q.own)
		now = f.sent[g.from]
	}
	if q.parent != None && f.step[at] != q.parent {
		f.meet(g, q.parent, q.out)
	}
	for k := range q.in {
		if in := &q.in[k]; in.from == f.step[at] {
			g.out, g.size, g.straight = in.at, r.cliques[in.from].size, false
		} else {
			f.meet(g, in.from, in.at)
		}
		if k%4 == 3 {
			raised(g.table)
		}
	}
	if at == f.home {
		g.out, g.size, g.straight = q.own, int32(len(f.joint)), false
	}
	g.level(now, f.target(at))
}

// meet multiplies a neighbour's message into a gate, or leaves it open as the input.
func (f *Focus) meet(g *gate, neighbour int32, at []int32) {
	if neighbour == g.from {
		g.in = at
		return
	}
	times(g.table, f.sent[neighbour], at)
}

// target is what a gate of the clique must give for the input as it is now.
func (f *Focus) target(at int32) []float64 {
	if at == f.home {
		return f.joint
	}
	return f.sent[at]
}

// level scales a gate so that the input as it is now gives the target, from which it differs by a
// factor.
func (g *gate) level(now, target []float64) {
	output := make([]float64, g.size)
	g.pass(output, now)
	got, want := 0.0, 0.0
	for k := range output {
		got, want = got+output[k], want+target[k]
	}
	for e := range g.table {
		g.table[e] *= want / got
	}
}
