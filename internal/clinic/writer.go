package clinic

import (
	"sync"

	"kindred/storage"
)

// committer is the part of a store that the writer needs.
type committer interface {
	Commit(storage.Commit) error
}

// writer commits one after the other, in the order of the edits. The drawing does not wait for it;
// the word "saved", and anything printed or signed, does. However many edits wait, queueing one
// never blocks: the editor holds locks that the writer's callbacks need.
type writer struct {
	store committer
	done  chan struct{}

	mu     sync.Mutex
	moved  *sync.Cond // whenever waiting, busy or closed changes
	jobs   []job
	busy   bool // a job is taken from jobs and not finished, its callback included
	closed bool
}

type job struct {
	commit storage.Commit
	after  func(error)
}

func newWriter(store committer) *writer {
	w := &writer{store: store, done: make(chan struct{})}
	w.moved = sync.NewCond(&w.mu)
	go w.run()
	return w
}

func (w *writer) run() {
	defer close(w.done)
	for {
		j, ok := w.next()
		if !ok {
			return
		}
		j.after(w.store.Commit(j.commit))
		w.mu.Lock()
		w.busy = false
		w.moved.Broadcast()
		w.mu.Unlock()
	}
}

// next waits for a job; ok is false once the writer is closed and has done them all.
func (w *writer) next() (j job, ok bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for len(w.jobs) == 0 && !w.closed {
		w.moved.Wait()
	}
	if len(w.jobs) == 0 {
		return job{}, false
	}
	j, w.jobs, w.busy = w.jobs[0], w.jobs[1:], true
	return j, true
}

// queue hands a commit over; after is called on the writer's goroutine, and must not flush. A closed
// writer refuses with storage.ErrClosed.
func (w *writer) queue(commit storage.Commit, after func(error)) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return storage.ErrClosed
	}
	w.jobs = append(w.jobs, job{commit, after})
	w.moved.Broadcast()
	return nil
}

// flush waits until all that was queued is durable or has failed.
func (w *writer) flush() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for len(w.jobs) > 0 || w.busy {
		w.moved.Wait()
	}
}

// close finishes what is queued and refuses the rest.
func (w *writer) close() {
	w.mu.Lock()
	w.closed = true
	w.moved.Broadcast()
	w.mu.Unlock()
	<-w.done
}
