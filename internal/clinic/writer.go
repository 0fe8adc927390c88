package clinic

import (
	"sync"

	"kindred/storage"
)

// writer commits one after the other, in the order of the edits. The drawing does not wait for it;
// the word "saved", and anything printed or signed, does.
type writer struct {
	store *storage.Store
	jobs  chan job
	idle  sync.WaitGroup
	done  chan struct{}
}

type job struct {
	commit storage.Commit
	after  func(error)
}

func newWriter(store *storage.Store) *writer {
	w := &writer{store: store, jobs: make(chan job, 256), done: make(chan struct{})}
	go func() {
		defer close(w.done)
		for j := range w.jobs {
			j.after(w.store.Commit(j.commit))
			w.idle.Done()
		}
	}()
	return w
}

// queue hands a commit over; after is called on the writer's goroutine.
func (w *writer) queue(commit storage.Commit, after func(error)) {
	w.idle.Add(1)
	w.jobs <- job{commit, after}
}

// flush waits until all that was queued is durable or has failed.
func (w *writer) flush() { w.idle.Wait() }

func (w *writer) close() {
	w.flush()
	close(w.jobs)
	<-w.done
}
