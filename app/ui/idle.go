package ui

import (
	"time"

	"fyne.io/fyne/v2"
)

// usualIdleMinutes is how long an unlocked laptop may lie untouched unless Settings say otherwise.
const usualIdleMinutes = 10

// checkEvery is how often the deadline is looked at.
const checkEvery = 5 * time.Second

// idleLock locks by a deadline on the wall clock, so that a laptop that slept past it is locked when
// it wakes.
type idleLock struct {
	lock     func()
	sign     func() typing // a difference since the last check is a sign of life; nil for none
	now      func() time.Time
	last     typing
	after    time.Duration // 0 while nothing is to be locked
	deadline time.Time
	stopped  chan struct{}
}

func newIdleLock(lock func()) *idleLock { return &idleLock{lock: lock, now: time.Now} }

// start begins to watch, or goes on with another time; minutes 0 is the usual time.
func (l *idleLock) start(minutes int) {
	l.stop()
	l.wait(minutes)
	l.stopped = make(chan struct{})
	go func(stopped chan struct{}) {
		ticker := time.NewTicker(checkEvery)
		defer ticker.Stop()
		for {
			select {
			case <-stopped:
				return
			case <-ticker.C:
				fyne.Do(l.check)
			}
		}
	}(l.stopped)
}

// wait sets the time and begins it anew.
func (l *idleLock) wait(minutes int) {
	if minutes <= 0 {
		minutes = usualIdleMinutes
	}
	l.after = time.Duration(minutes) * time.Minute
	l.touch()
}

// touch is called on every sign of life.
func (l *idleLock) touch() {
	if l.after > 0 {
		// Round(0) drops the monotonic reading, which stands still while the laptop sleeps.
		l.deadline = l.now().Round(0).Add(l.after)
	}
}

// check locks when the deadline has passed. A laptop that wakes after it is locked whatever was being
// typed when it fell asleep.
func (l *idleLock) check() {
	if l.after == 0 {
		return
	}
	if !l.now().Round(0).Before(l.deadline) {
		l.stop()
		l.lock()
		return
	}
	if l.sign != nil {
		if now := l.sign(); now != l.last {
			l.last = now
			l.touch()
		}
	}
}

func (l *idleLock) stop() {
	l.after = 0
	if l.stopped != nil {
		close(l.stopped)
		l.stopped = nil
	}
}
