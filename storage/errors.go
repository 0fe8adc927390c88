package storage

import (
	"errors"
	"fmt"

	"kindred/storage/seal"
)

// What can go wrong, to be told apart with errors.Is; the text of the error returned says what, where and what to do.
var (
	ErrInUse         = errors.New("the store is already open")
	ErrDamaged       = seal.ErrDamaged
	ErrPassphrase    = seal.ErrPassphrase
	ErrRecoveryKey   = seal.ErrRecoveryKey
	ErrNotAStore     = errors.New("there is no store here")
	ErrExists        = errors.New("there is a store here already")
	ErrUnknownFamily = errors.New("the store does not hold this family")
	ErrErased        = errors.New("the family was erased")
	ErrNoBlob        = errors.New("the store does not hold this document")
	ErrLane          = errors.New("the change does not continue its lane")
	ErrClosed        = errors.New("the store is closed: unlock it, then try again")
)

// failure carries one of the errors above under a text for the person in front of the screen.
type failure struct {
	kind error
	text string
}

func (f *failure) Error() string { return f.text }
func (f *failure) Unwrap() error { return f.kind }

func fail(kind error, format string, args ...any) error {
	return &failure{kind, fmt.Sprintf(format, args...)}
}

// damaged names a damaged part; the advice is the same for all.
func damaged(format string, args ...any) error {
	return fail(ErrDamaged, "%s: run a check of the store, and restore the last good backup if it confirms this", fmt.Sprintf(format, args...))
}
