//go:build ci

package main

import "errors"

// openWindow says that a build without a display has no window.
func openWindow([]string) error {
	return errors.New("this build has no window: use a command; kindred help lists them")
}
