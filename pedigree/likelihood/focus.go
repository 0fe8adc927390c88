package likelihood

import "math"

// Focus is a Solution seen from one person, the subject: what is known of anybody can be replaced, and
// only the way from there to the subject is gone again. It is for one goroutine.
type Focus struct {
	of      *Solution // with the data as they are now
	subject int
	since   float64   // the log likelihood of the Solution that Toward was asked of
	joint   []float64 // by the subject's genotypes, relative to that

	// The rest is unset where genotypes were taken as given: then every question is a new Solve.
	local  []float64
	home   int32       // the subject's clique
	step   []int32     // by clique: the next on the way home; None at home, and at the root of people not related by any line
	sent   [][]float64 // by clique: its message to there
	gates  [][]*gate   // by clique: what it makes of one thing it takes, all else being as it is
	buffer [2][]float64
}

// Toward looks at the Solution from the person at a position in the family.
func (s *Solution) Toward(subject int) *Focus {
	f := &Focus{of: s, subject: subject, since: s.logL}
	f.begin()
	return f
}

// begin points all messages home.
func (f *Focus) begin() {
	s := f.of
	node := s.net.d.node[f.subject]
	f.joint = append([]float64(nil), s.nodes[node]...)
	if by := math.Exp(s.logL - f.since); by != 1 {
		for k := range f.joint {
			f.joint[k] *= by
		}
	}
	f.sent = nil
	if s.run == nil {
		return
	}
	r := s.run
	f.home, f.local = r.order.rank[node], append([]float64(nil), r.local...)
	f.step, f.sent, f.gates = make([]int32, len(r.cliques)), make([][]float64, len(r.cliques)), make([][]*gate, len(r.cliques))
	for i := range r.cliques {
		f.step[i], f.sent[i] = r.cliques[i].parent, r.cliques[i].message(r.up)
		if f.step[i] == None {
			f.sent[i] = []float64{1}
		}
	}
	below := f.home
	f.step[below], f.sent[below] = None, nil
	for at := r.cliques[below].parent; at != None; at = r.cliques[at].parent {
		f.step[at], f.sent[at] = below, r.cliques[below].message(r.down)
		below = at
	}
	room := make([]float64, 2*r.widest)
	f.buffer = [2][]float64{room[:r.widest], room[r.widest:]}
}

// Joint is, by the subject's state, the probability of the data as they are now and of the state,
// divided by the probability of the data that the Focus began with: before any Set, the posterior.
func (f *Focus) Joint() []float64 { return f.byState(f.joint) }

func (f *Focus) byState(joint []float64) []float64 {
	return f.of.byState(f.of.net.d.node[f.subject], joint)
}

// Instead is Joint if what is known of person i were data, a row as for Solve. It is exact; zero where
// the data would be impossible.
func (f *Focus) Instead(i int, data []float64) []float64 {
	joint, ok := f.replace(i, data, false)
	if ok {
		return f.byState(joint)
	}
	s := f.anew(i, data)
	if s == nil {
		return make([]float64, f.of.net.space.Len())
	}
	p, by := s.Posterior(f.subject), math.Exp(s.logL-f.since)
	for k := range p {
		p[k] *= by
	}
	return p
}

// Set replaces what is known of person i for all that is asked afterwards.
func (f *Focus) Set(i int, data []float64) {
	joint, ok := f.replace(i, data, true)
	if ok {
		f.joint = append([]float64(nil), joint...)
		f.of = f.of.knowing(i, data)
		return
	}
	s := f.anew(i, data)
	if s == nil { // impossible, until somebody else's data change too
		f.of, f.sent = f.of.knowing(i, data), nil
		f.joint = make([]float64, len(f.joint))
		return
	}
	f.of = s
	f.begin()
}

// knowing is the Solution with another row of data, its answers left as they were.
func (s *Solution) knowing(i int, data []float64) *Solution {
	return &Solution{net: s.net, priors: s.priors, data: s.with(i, data), wide: s.wide, lists: s.lists, run: s.run, logL: s.logL, nodes: s.nodes}
}

// anew solves the question with person i's data replaced; nil when that has probability zero.
func (f *Focus) anew(i int, data []float64) *Solution {
	s, err := f.of.net.Solve(f.of.priors, f.of.with(i, data))
	if err != nil {
		return nil
	}
	return s
}

// replace goes the way from person i to the subject with other data of i. It is false when the tables
// have no room for what the data say, or nothing is left; with keep the messages stay changed.
func (f *Focus) replace(i int, data []float64, keep bool) (joint []float64, ok bool) {
	s := f.of
	if f.sent == nil || !s.net.fits(data) || s.net.needsMore(s, i, data) {
		return nil, false
	}
	node := s.net.d.node[i]
	before := f.local[s.run.at[node]:s.run.at[node+1]]
	local := make([]float64, len(before))
	s.others(local, i)
	s.times(local, i, data)
	message, from := local, own
	var changed []int32 // on the way, and what they send now: kept only when all has gone well
	var sent [][]float64
	for at := s.run.order.rank[node]; ; from, at = at, f.step[at] {
		g := f.gate(at, from)
		if f.step[at] == None {
			joint, ok = f.arrive(g, at, message, keep)
			if keep && ok {
				copy(before, local)
				from = own
				for k, at := range changed {
					f.sent[at] = sent[k]
					f.forget(at, from)
					from = at
				}
				f.forget(at, from)
			}
			return joint, ok
		}
		next := f.buffer[0][:g.size]
		f.buffer[0], f.buffer[1] = f.buffer[1], f.buffer[0]
		g.pass(next, message)
		if !alive(next) {
			return nil, false
		}
		if keep {
			next = append([]float64(nil), next...)
			changed, sent = append(changed, at), append(sent, next)
		}
		message = next
	}
}

// alive reports numbers that are neither all lost nor beyond what can be held.
func alive(message []float64) bool {
	largest := top(message)
	return largest > 0x1p-900 && largest < 0x1p900
}

// arrive turns the last message into the joint probabilities: at home by the subject's genotypes,
// elsewhere as a factor, because nothing joins those people to the subject.
func (f *Focus) arrive(g *gate, at int32, message []float64, keep bool) (joint []float64, ok bool) {
	joint = make([]float64, len(f.joint))
	if at == f.home {
		g.pass(joint, message)
		return joint, alive(joint)
	}
	now := make([]float64, 1)
	g.pass(now, message)
	for k, x := range f.joint {
		joint[k] = x * now[0] / f.sent[at][0]
	}
	if ok = alive(joint); ok && keep {
		f.sent[at] = now
		f.forget(f.home, None) // they give the joint probabilities as they were
	}
	return joint, ok
}
