package confirmview

import "sync/atomic"

// runs counts what the models are asked in the background: the newest wins, and one that was overtaken
// stops.
type runs struct{ newest atomic.Int64 }

// next begins a run and overtakes the one before.
func (r *runs) next() int64 { return r.newest.Add(1) }

// overtaken reports that a newer run has begun.
func (r *runs) overtaken(run int64) bool { return r.newest.Load() != run }
