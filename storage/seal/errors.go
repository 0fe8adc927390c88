package seal

import "errors"

var (
	// ErrPassphrase means that neither the passphrase nor the recovery key given opens the store. The text is the
	// same whatever was typed.
	ErrPassphrase = errors.New("the passphrase or recovery key does not open this store: check capitals and spacing, then try again")
	// ErrDamaged means that bytes are not those which were sealed: a fault of the disk, or a change from outside.
	ErrDamaged = errors.New("sealed bytes are damaged")
	// ErrEmptyPassphrase refuses a passphrase without a single character.
	ErrEmptyPassphrase = errors.New("the passphrase is empty: choose at least one that others cannot guess")
)
