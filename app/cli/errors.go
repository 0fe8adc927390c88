package cli

import (
	"errors"
	"fmt"
	"io/fs"

	"kindred/internal/clinic"
	"kindred/internal/letter"
	"kindred/internal/textmetric"
	"kindred/pedigree/interchange"
	"kindred/storage"
)

// inputError is the caller's to mend: exit code 2.
type inputError struct{ err error }

func (e inputError) Error() string { return e.err.Error() }
func (e inputError) Unwrap() error { return e.err }

func badInput(format string, args ...any) error { return inputError{fmt.Errorf(format, args...)} }

func isInput(err error) bool {
	var own inputError
	var format *interchange.Error
	var glyphs *textmetric.GlyphError
	return errors.As(err, &own) || errors.As(err, &format) || errors.As(err, &glyphs) || errors.Is(err, fs.ErrNotExist) || errors.Is(err, letter.ErrRefused)
}

// storeError sorts an error of the store: what the caller can mend by another passphrase, folder or
// moment is input, damage is not.
func storeError(err error) error {
	for _, mine := range []error{
		storage.ErrPassphrase, storage.ErrRecoveryKey, storage.ErrNotAStore, storage.ErrExists, storage.ErrUnknownFamily, clinic.ErrNotKept,
	} {
		if errors.Is(err, mine) {
			return inputError{err}
		}
	}
	return err
}
