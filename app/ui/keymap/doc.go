// Package keymap is the one table of what every key does. The screens look commands up in it, the
// status bar takes its hints from it, and the help page (F1) prints it: a key cannot work without
// being in the help, nor be in the help without a command.
package keymap
