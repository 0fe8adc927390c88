package ui

import (
	"time"

	"fyne.io/fyne/v2"
)

// usualIdleMinutes is how long an unlocked laptop may lie untouched unless Settings say otherwise.
const usualIdleMinutes = 10

// idleLock locks by a deadline on the wall clock, so that a laptop that slept past it is locked when
// it wakes.
type idleLock struct {
	lock     func()
	after    time.Duration
	deadline time.Time
	ticker   *time.Ticker
	stopped  chan struct{}
	now      func() time.Time
}

func newIdleLock(lock func()) *idleLock { return &idleLock{lock: lock, now: time.Now} }

// start begins to watch; minutes 0 is the usual time.
func (l *idleLock) start(minutes int) {
	l.stop()
	if minutes <= 0 {
		minutes = usualIdleMinutes
	}
	l.after = time.Duration(minutes) * time.Minute
	l.touch()
	l.ticker, l.stopped = time.NewTicker(5*time.Second), make(chan struct{})
	go func(ticks <-chan time.Time, stopped chan struct{}) {
		for {
			select {
			case <-stopped:
				return
			case <-ticks:
				fyne.Do(l.check)
			}
		}
	}(l.ticker.C, l.stopped)
}

// touch is called on every sign of life.
func (l *idleLock) touch() {
	if l.after > 0 {
		// Round(0) drops the monotonic reading, which stands still while the laptop sleeps.
		l.deadline = l.now().Round(0).Add(l.after)
	}
}

func (l *idleLock) check() {
	if l.after > 0 && !l.now().Round(0).Before(l.deadline) {
		l.stop()
		l.lock()
	}
}

func (l *idleLock) stop() {
	l.after = 0
	if l.ticker != nil {
		l.ticker.Stop()
		close(l.stopped)
		l.ticker = nil
	}
}
